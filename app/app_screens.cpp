// Which screen is drawn where one is, and what it is given.
// Never a frame's own business: that is app.cpp's.
#include "app/app.h"
#include "app/screens/checklists.h"
#include "app/screens/covered.h"
#include "app/screens/duties.h"
#include "app/screens/evidence_forms.h"
#include "app/screens/follow_ups.h"
#include "app/screens/notebook.h"
#include "app/screens/readiness.h"
#include "app/screens/school_import.h"
#include "app/screens/shortcuts.h"
#include "app/screens/survey.h"
#include "app/screens/text_size.h"
#include "app/screens/time_spent.h"
#include "app/screens/today.h"
#include "app/screens/welcome.h"

namespace daybook {

Wishes App::wishes() {
    return {outbox_, route_, parts_.random, ordered_};
}

bool App::can_be_written() const {
    const Notebook* book = shelf_.open();
    return book != nullptr && shelf_.custody(book->id()).can_be_written();
}

std::vector<Check> App::checks() const {
    const Notebook& book = *shelf_.open();
    using Stored = Situation::Stored;
    const bool all = saved_.is_everything() && !drafts_.has_unsent() && !inking_.has_unsent();
    return readiness({.device = facts_,
                      .book = book,
                      .custody = shelf_.custody(book.id()),
                      .now = parts_.now(),
                      .made = parts_.made,
                      .last_written = shelf_.last_written(),
                      .test = storage_test_,
                      .stored = saved_.failure() ? Stored::failing
                                : all            ? Stored::everything
                                                 : Stored::on_its_way,
                      .copies = copies_},
                     words_);
}

void App::draw_more(Ui& ui, const View& view) {
    const auto checked = checks();
    const MoreFacts facts{checked, locking_, facts_, health_findings_, before_.text_percent, copies_, at_the_start_};
    if (const auto wish = more_screen(ui, view, shelf_, facts, wishes())) grant(*wish);
}

void App::draw_drawing(Ui& ui, const View& view) {
    const DrawingTools tools{.drafts = drafts_,
                             .inking = inking_,
                             .shapes = ink_shapes_,
                             .can_undo = is_of_open_drawing(undo_stack_.next_undo()),
                             .can_redo = is_of_open_drawing(undo_stack_.next_redo())};
    const auto wanted = drawing_screen(ui, view, drawing_desk_, tools, wishes());
    if (wanted && can(*wanted)) obey(*wanted);
}

void App::draw_before_notebook(Ui& ui, const Box& screen) {
    switch (shown_place()) {
        case Place::first_start:
            first_start_screen(ui, screen, first_start_, as_text(word_list_), wishes());
            break;
        case Place::unlock:
            unlock_screen(ui, screen, unlock_, wishes());
            break;
        case Place::unusable:
            waiting_screen(ui, screen, words_(Word::start_cannot_open), reason_);
            break;
        case Place::new_inspection:
            if (new_inspection_screen(ui, screen, inspection_form_, {pack_, pack_json_}, wishes()))
                route_.start_at(Place::today);
            break;
        case Place::welcome: {
            const auto choice = welcome_screen(ui, screen, shelf_.author());
            if (choice == Welcomed::make_own) route_.enter({Place::new_inspection});
            if (choice == Welcomed::open_sample) open_sample_inspection();
            break;
        }
        default:
            waiting_screen(ui, screen, "Daybook", words_(Word::start_getting_ready));
            break;
    }
}

void App::draw_screen(Ui& ui, const Box& screen) {
    const Place place = shown_place();
    if (place < Place::today) {
        draw_before_notebook(ui, screen);
        return;
    }
    const Notebook& book = *shelf_.open();
    const View view{book, parts_.now(), screen, shelf_.custody(book.id()), can(Order::undo), can(Order::redo)};
    switch (place) {
        case Place::start_meeting:
            start_meeting_screen(ui, view, forms_.meeting, shelf_.author(), wishes());
            break;
        case Place::entry:
        case Place::notebook:
            draw_list_and_entry(ui, view);
            break;
        case Place::photograph:
            photograph_screen(ui, view, photograph_desk_, {drafts_, album_}, wishes());
            break;
        case Place::drawing:
            draw_drawing(ui, view);
            break;
        case Place::find:
            if (const auto other = find_screen(ui, view, shelf_, find_desk_, wishes())) shelf_.put_on_table(*other);
            break;
        case Place::hand_over:
            hand_over_screen(ui, view, hand_over_, parts_.window, wishes());
            break;
        case Place::more:
            draw_more(ui, view);
            break;
        case Place::readiness:
            readiness_screen(ui, view, checks(), wishes());
            break;
        case Place::deadlines:
            deadlines_screen(ui, view, forms_.deadlines, parts_.window, wishes());
            break;
        case Place::framework:
            framework_screen(ui, view, framework_desk_, wishes());
            break;
        case Place::health:
            health_screen(ui, view, forms_.health, health_findings_, wishes());
            break;
        case Place::follow_ups:
            follow_ups_screen(ui, view, wishes());
            break;
        case Place::follow_up:
            follow_up_screen(ui, view, forms_.follow_up, {drafts_, entry_desk_}, wishes());
            break;
        case Place::duties:
            duties_screen(ui, view, wishes());
            break;
        case Place::duty:
            duty_screen(ui, view, forms_.duty, shelf_.author(), wishes());
            break;
        case Place::declarations:
            declarations_screen(ui, view, forms_.declarations, shelf_.author(), wishes());
            break;
        case Place::inspection:
            inspection_page_screen(ui, view, forms_.inspection_page, shelf_.author(), parts_.window, wishes());
            break;
        case Place::plan:
            plan_screen(ui, view, plan_desk_, forms_.planned, shelf_.author(), wishes());
            break;
        case Place::planned:
            planned_screen(ui, view, route_.here().planned, forms_.planned, wishes());
            break;
        case Place::time_spent:
            time_spent_screen(ui, view, forms_.meeting, wishes());
            break;
        case Place::times:
            times_screen(ui, view, forms_.times, wishes());
            break;
        case Place::history:
            history_screen(ui, view, history_desk_, drafts_, wishes());
            break;
        case Place::past:
            past_screen(ui, view, past_desk_, wishes());
            break;
        case Place::past_entry:
            past_entry_screen(ui, view, past_desk_, wishes());
            break;
        case Place::checklists:
            checklists_screen(ui, view, wishes());
            break;
        case Place::checklist:
            checklist_screen(ui, view, checklist_desk_, {drafts_, entry_desk_}, wishes());
            break;
        case Place::schools:
            schools_screen(ui, view, schools_desk_, parts_.window, wishes());
            break;
        case Place::school_import:
            school_import_screen(ui, view, schools_desk_, wishes());
            break;
        case Place::school:
            school_screen(ui, view, route_.here().school, forms_.school, wishes());
            break;
        case Place::evidence_forms:
            evidence_forms_screen(ui, view, wishes());
            break;
        case Place::evidence_form:
            evidence_form_screen(ui, view, evidence_form_desk_, drafts_, wishes());
            break;
        case Place::survey:
            survey_screen(ui, view, wishes());
            break;
        case Place::survey_call:
            survey_call_screen(ui, view, survey_call_desk_, drafts_, wishes());
            break;
        case Place::survey_answers:
            survey_answers_screen(ui, view, survey_answers_desk_, wishes());
            break;
        case Place::survey_sample:
            survey_sample_screen(ui, view, forms_.survey_sample, wishes());
            break;
        case Place::meeting_record:
            meeting_record_screen(ui, view, meeting_record_desk_, drafts_, wishes());
            break;
        case Place::passcode:
            passcode_screen(ui, view, passcode_, as_text(word_list_), wishes());
            break;
        case Place::locking:
            locking_screen(ui, view, locking_, facts_.authenticator, wishes());
            break;
        case Place::text_size:
            if (const auto wanted = text_size_screen(ui, view, before_.text_percent, wishes()))
                parts_.window.keep_text_size(*wanted);
            break;
        case Place::covered:
            covered_screen(ui, view, wishes());
            break;
        case Place::go_to:
            if (const auto chosen = go_to_screen(ui, view, go_to_desk_, wishes())) choose(*chosen);
            break;
        case Place::shortcuts:
            if (const auto wanted = shortcuts_screen(ui, view, before_.single_keys, wishes()))
                parts_.window.keep_single_keys(*wanted);
            break;
        case Place::erase:
            if (erase_screen(ui, view, erase_, wishes())) erase(book.id());
            break;
        default:
            today_screen(ui, view, {checks(), facts_, health_findings_, shelf_.author()}, wishes());
            break;
    }
}

void App::draw_list_and_entry(Ui& ui, const View& view) {
    const bool entry = route_.here().place == Place::entry;
    const bool both = route_.root() == Place::notebook && view.area.width >= theme_.scaled(two_panes);
    if (!both) {
        if (entry) {
            entry_screen(ui, view, Standing::alone, entry_desk_, entry_tools(), wishes());
        } else {
            notebook_screen(ui, view, {}, wishes());
        }
        return;
    }
    const float list_width = theme_.scaled(376);
    View list = view;
    list.area.width = list_width;
    View detail = view;
    detail.area.x += list_width;
    detail.area.width -= list_width;
    const Spot spot = route_.here();
    notebook_screen(ui, list, spot.entry, wishes());
    fill({detail.area.x, detail.area.y, 1, detail.area.height}, ui.theme.palette.line, 0);
    if (route_.here().place == Place::entry) {
        entry_screen(ui, detail, Standing::beside_list, entry_desk_, entry_tools(), wishes());
    } else {
        nothing_chosen(ui, detail.area);
    }
}

}  // namespace daybook
