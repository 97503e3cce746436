#include "app/app.h"
#include "app/widgets/status_line.h"
#include "core/crypto/secret.h"

namespace daybook {

void App::receive(ByteView event) {
    const auto read = decode_event(event);
    if (!read) {
        notices_.tell(words_(phrase::notice_no_message{.why = words_.translated(read.error().what)}));
    } else {
        std::visit([this](const auto& said) { handle(said); }, *read);
    }
    send();
    parts_.window.wake();
}

void App::handle(const Status& status) {
    const Place place = route_.here().place;
    over_ = open_ ? status.state != EngineState::unlocked
                  : status.state == EngineState::unlocked && (place == Place::unlock || place == Place::first_start);
    // What was said about the notebook is not said where it is locked.
    if (open_ && status.state != EngineState::unlocked) notices_.clear();
    switch (status.state) {
        case EngineState::first_start:
            forget_everything(Place::first_start);
            break;
        case EngineState::locked:
            forget_everything(Place::unlock);
            break;
        case EngineState::unusable:
            reason_ = words_.translated(status.words);
            forget_everything(Place::unusable);
            break;
        case EngineState::unlocked:
            break;
    }
    if (status.state == EngineState::unusable || status.words.empty()) return;
    at_the_start_ = words_.translated(status.words);
    notices_.tell(at_the_start_);
}

void App::forget_everything(Place place) {
    open_ = false;
    shelf_.clear();
    foreign_.forget();
    heights_.forget();
    drafts_.clear();
    album_.clear();
    inking_.clear();
    ink_shapes_.forget();
    asked_.clear();
    ordered_.clear();
    undo_stack_.clear();
    storage_test_ = {};
    locking_ = {};
    find_desk_ = {};
    forms_ = {};
    forms_of_ = {};
    forms_waiting_.clear();
    inspection_form_ = {};
    unsaved_before_.clear();
    health_findings_ = {};
    plan_desk_ = {};
    history_desk_ = {};
    past_desk_ = {};
    checklist_desk_ = {};
    schools_desk_ = {};
    evidence_form_desk_ = {};
    survey_call_desk_ = {};
    survey_answers_desk_ = {};
    meeting_record_desk_ = {};
    go_to_desk_ = GoToDesk();
    hand_over_ = {};
    entry_desk_ = {};
    photograph_desk_ = {};
    drawing_desk_ = {};
    erase_ = {};
    scrolls_.clear();
    place_kept_ = Bytes();
    place_written_ = Bytes();
    for (std::string* secret : {&first_start_.passcode, &first_start_.offered, &unlock_.passcode}) wipe_text(*secret);
    first_start_ = {};
    unlock_ = {};
    passcode_.forget();
    passcode_ = {};
    route_.start_at(place);
}

void App::handle(const Unlocked& unlocked) {
    forget_everything(Place::today);
    open_ = true;
    shelf_.unlocked(unlocked);
    copies_ = unlocked.copies;
    locking_ = {.times = unlocked.lock_times, .quick_unlock = unlocked.quick_unlock, .complaint = {}};
    parts_.window.lock_after(unlocked.lock_times.idle, unlocked.lock_times.hidden);
    come_back_to(unlocked.place);
    if (!shelf_.complaint().empty()) tell_what_is_not_shown();
}

void App::handle(const Appended& appended) {
    const auto revisions = shelf_.appended(appended);
    drafts_.appended(appended.number, revisions);
    undo_stack_.answered(appended.number);
    inking_.appended(appended.number);
    if (!shelf_.complaint().empty() && notices_.shown() == nullptr) tell_what_is_not_shown();
}

void App::tell_what_is_not_shown() {
    notices_.tell(words_(phrase::notice_not_shown{.why = words_.translated(shelf_.complaint())}));
}

void App::handle(const Durable& durable) {
    saved_.durable(durable);
}

void App::handle(const Failed& failed) {
    saved_.failed(failed);
}

void App::handle(const Refused& refused) {
    if (route_.here().place == Place::unlock) {
        unlock_.busy = false;
        unlock_.error = words_.translated(refused.words);
        return;
    }
    if (route_.here().place == Place::first_start) {
        first_start_.busy = false;
        first_start_.error = words_.translated(refused.words);
        return;
    }
    const auto question = refused.number == 0 ? asked_.refused() : std::nullopt;
    if (question) {
        question_refused(*question, refused);
    } else {
        edit_refused(refused);
    }
}

void App::question_refused(Question question, const Refused& refused) {
    const std::string words = words_.translated(refused.words);
    // Who has left the screen that asked is told where they are.
    const auto tell_unless_at = [&](Place place) {
        if (route_.here().place != place) notices_.tell(words);
    };
    switch (question) {
        case Question::bundle:
            hand_over_.preparing = false;
            hand_over_.complaint = words;
            break;
        case Question::passcode:
            passcode_.refused(refused.code, words);
            tell_unless_at(Place::passcode);
            break;
        case Question::lock_times:
        case Question::quick_unlock:
            locking_.complaint = words;
            tell_unless_at(Place::locking);
            break;
        case Question::erasure:
            erase_.busy = false;
            erase_.complaint = words;
            tell_unless_at(Place::erase);
            break;
        case Question::storage_test:
            storage_test_ = {.state = StorageTest::State::bad, .words = words};
            break;
    }
}

void App::edit_refused(const Refused& refused) {
    saved_.refused(refused.number);
    undo_stack_.answered(refused.number);
    inking_.refused(refused.number);
    drawing_desk_.rubbed_out.clear();
    entry_desk_.marks.refused(refused.number);
    const auto typed_in = drafts_.waiting_for(refused.number);
    const Notebook* book = typed_in ? shelf_.find(*typed_in) : nullptr;
    if (book != nullptr) drafts_.refused(refused.number, *book, parts_.now().at);
    const std::string why = words_.translated(refused.words);
    notices_.tell(book != nullptr ? words_(phrase::notice_words_kept{.why = why}) : why);
}

void App::handle(const SearchResults& results) {
    if (results.number == find_desk_.number) find_desk_.answered(results);
}

void App::handle(const Exported& exported) {
    hand_over_.preparing = false;
    hand_over_.handed_over = false;
    hand_over_.ready = exported;
    asked_.answered(Question::bundle);
    shelf_.exported(exported, parts_.now().at);
}

void App::handle(const PasscodeChanged&) {
    asked_.answered(Question::passcode);
    passcode_ = {};
    if (route_.here().place == Place::passcode) route_.go_back();
    notices_.tell(std::string(words_(Word::notice_passcode_changed)), Calm::calm);
}

void App::handle(const QuickUnlockChanged& changed) {
    asked_.answered(Question::quick_unlock);
    locking_.quick_unlock = changed.on;
    locking_.complaint.clear();
}

void App::handle(const LockTimesChanged& changed) {
    asked_.answered(Question::lock_times);
    locking_.times = changed.times;
    locking_.complaint.clear();
    parts_.window.lock_after(changed.times.idle, changed.times.hidden);
}

void App::handle(const Erased& erased) {
    asked_.answered(Question::erasure);
    const Notebook* book = shelf_.find(erased.inspection);
    const std::string words = book == nullptr
                                  ? std::string(words_(Word::notice_some_inspection_erased))
                                  : words_(phrase::notice_erased{.inspection = book->inspection().authority});
    drafts_.forget_all_of(erased.inspection);
    shelf_.erased(erased.inspection);
    erase_ = {};
    hand_over_ = {};
    find_desk_ = {};
    std::erase_if(forms_waiting_, [&](const UnsavedForm& one) { return one.inspection == erased.inspection; });
    route_.start_at(Place::today);
    notices_.tell(words, Calm::calm);
}

void App::handle(const StorageTested& tested) {
    asked_.answered(Question::storage_test);
    using State = StorageTest::State;
    storage_test_ = {.state = tested.good ? State::good : State::bad, .words = words_.translated(tested.words)};
}

}  // namespace daybook
