#include "app/screens/meeting_record.h"

#include "app/screens/question.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/notebook/meeting_record.h"

namespace daybook {
namespace {

/// All that the parts of the screen need.
struct Open {
    const View& view;
    const Activity& activity;
    MeetingRecordDesk& desk;
    Drafts& drafts;
    Wishes& wishes;
};

void ask(Ui& ui, const Open& open, const SurveyQuestion& asked) {
    const Scope scope(asked.id);
    const std::string words_in = record_says_field(asked.id);
    const bool can_write = open.view.custody.can_be_written();
    Draft* draft = can_write ? &open.drafts.open_record(open.view.book, open.activity.id, words_in) : nullptr;
    const Answer* answer = find_answer(open.activity.record, asked.id);
    const bool is_lacking = asked.needed && !is_settled(asked, answer);
    const auto tapped = question(ui, open.view,
                                 {.question = asked,
                                  .answer = answer,
                                  .about = is_lacking ? ui.say(Word::record_is_needed) : std::string_view(),
                                  .words_field = words_in},
                                 draft, open.drafts, open.desk.typing, open.wishes.out);
    if (tapped) open.wishes.out.edit(open.view.book.id(), edits::record(open.activity.id, asked.id, *tapped));
    if (answer == nullptr || !answer->said || answer->choice.empty()) return;
    note(ui, ui.say(phrase::checks_said{.author = answer->said->author,
                                        .date = day_words(ui.say, answer->said->at),
                                        .time = time_words(ui.say, answer->said->at)}));
}

void one_record(Ui& ui, const Open& open, const MeetingRecord& record) {
    const Scope scope(record.id);
    ui.layout.space(24);
    heading(ui, record.name, 2);
    ui.layout.space(8);
    const Card card(ui);
    const Part list(ui, "questions", Role::list, record.name);
    bool first = true;
    for (const SurveyQuestion& one : record.questions) {
        if (!first) {
            ui.layout.space(16);
            fill(ui.layout.place(1), ui.theme.palette.line, 0);
            ui.layout.space(16);
        }
        first = false;
        const Part item(ui, one.id, Role::list_item, one.name);
        ask(ui, open, one);
    }
}

/// What was recorded as long as it was another kind of activity: shown, so that nothing is hidden.
void beyond(Ui& ui, const Open& open) {
    const auto ids = recorded_beyond(open.view.book.pack(), open.activity);
    if (ids.empty()) return;
    ui.layout.space(24);
    heading(ui, ui.say(Word::record_beyond), 2);
    note(ui, ui.say(Word::record_beyond_about));
    ui.layout.space(8);
    for (const std::string& id : ids) {
        const Answer& answer = open.activity.record.at(id);
        const SurveyQuestion* asked = open.view.book.pack().recorded_question(id);
        caption(ui, asked == nullptr ? std::string_view(id) : std::string_view(asked->name));
        if (!answer.choice.empty()) paragraph(ui, choice_name(asked, answer.choice));
        if (!answer.words.empty()) paragraph(ui, answer.words);
        ui.layout.space(8);
    }
}

}  // namespace

std::string record_words(const Words& say, const Notebook& book, const Activity& activity) {
    const RecordProgress progress = progress_of(book.pack(), activity);
    if (progress.questions == 0)
        return std::string(recorded_beyond(book.pack(), activity).empty() ? std::string_view()
                                                                          : say(Word::record_beyond));
    const std::string answered =
        say(phrase::record_answered{.count = progress.questions, .answered = std::to_string(progress.answered)});
    if (progress.lacking.empty()) return answered;
    return say(phrase::common_comma{.first = answered,
                                    .second = say(phrase::record_lacking{.count = progress.lacking.size()})});
}

void meeting_record_screen(Ui& ui, const View& view, MeetingRecordDesk& desk, Drafts& drafts, Wishes wishes) {
    const Activity* activity = view.book.activity(wishes.route.here().activity);
    if (activity == nullptr) {
        wishes.route.go_back();
        return;
    }
    if (desk.shown != activity->id) desk = {.shown = activity->id};
    const Open open{view, *activity, desk, drafts, wishes};
    const ScrollSubject subject(ui, activity->id);
    const Panel panel(ui, "meeting record", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::record_title), 1);
    ui.layout.space(2);
    note(ui, ui.say(phrase::common_dot{.first = title_of(ui.say, view.book, *activity),
                                       .second = times_of(ui.say, *activity)}));
    const std::string progress = record_words(ui.say, view.book, *activity);
    note(ui, progress.empty() ? ui.say(Word::record_nothing) : std::string_view(progress));
    for (const MeetingRecord* record : view.book.pack().records_of(activity->kind)) one_record(ui, open, *record);
    beyond(ui, open);
    ui.layout.space(24);
}

}  // namespace daybook
