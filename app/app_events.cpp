#include "app/app.h"

namespace daybook {

void App::receive(ByteView event) {
    const auto read = decode_event(event);
    if (!read) {
        notice_ = Notice{"A message could not be read. Nothing is lost. " + read.error().what};
    } else {
        std::visit([this](const auto& said) { handle(said); }, *read);
    }
    send();
    parts_.window.wake();
}

void App::handle(const Status& status) {
    switch (status.state) {
        case EngineState::first_start:
            forget_everything(Place::first_start);
            break;
        case EngineState::locked:
            forget_everything(Place::unlock);
            break;
        case EngineState::unusable:
            reason_ = status.words;
            forget_everything(Place::unusable);
            break;
        case EngineState::unlocked:
            break;
    }
    if (status.state != EngineState::unusable && !status.words.empty()) notice_ = Notice{status.words};
}

void App::forget_everything(Place place) {
    shelf_.clear();
    drafts_.clear();
    find_desk_ = {};
    hand_over_ = {};
    entry_desk_ = {};
    meeting_form_ = {};
    inspection_form_ = {};
    first_start_ = {};
    unlock_ = {};
    route_.start_at(place);
}

void App::handle(const Unlocked& unlocked) {
    forget_everything(Place::today);
    shelf_.unlocked(unlocked);
    if (!shelf_.complaint().empty()) notice_ = Notice{shelf_.complaint()};
}

void App::handle(const Appended& appended) {
    const auto revisions = shelf_.appended(appended);
    drafts_.appended(appended.number, revisions);
    if (!shelf_.complaint().empty() && !notice_) notice_ = Notice{shelf_.complaint()};
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
        unlock_.error = refused.words;
        return;
    }
    if (route_.here().place == Place::first_start) {
        first_start_.busy = false;
        first_start_.error = refused.words;
        return;
    }
    if (refused.number == 0 && hand_over_.preparing) {
        hand_over_.preparing = false;
        hand_over_.complaint = refused.words;
        return;
    }
    saved_.refused(refused.number);
    const auto typed_in = drafts_.waiting_for(refused.number);
    const Notebook* book = typed_in ? shelf_.find(*typed_in) : nullptr;
    if (book != nullptr) drafts_.refused(refused.number, *book, parts_.now().at);
    notice_ = Notice{book != nullptr ? refused.words + " Your words are kept here and are sent again." : refused.words};
}

void App::handle(const SearchResults& results) {
    if (results.number == find_desk_.number) find_desk_.results = results;
}

void App::handle(const Exported& exported) {
    hand_over_.preparing = false;
    hand_over_.handed_over = false;
    hand_over_.ready = exported;
}

}  // namespace daybook
