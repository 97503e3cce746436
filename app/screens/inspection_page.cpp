#include "app/screens/inspection_page.h"

#include <algorithm>
#include <utility>

#include "app/screens/checklists.h"
#include "app/screens/deadlines.h"
#include "app/screens/plan.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "core/base/blank.h"
#include "core/notebook/edits.h"
#include "core/notebook/joining_instructions.h"
#include "core/notebook/plan_edits.h"

namespace daybook {
namespace {

std::string lines_of(const std::vector<std::string>& names) {
    std::string lines;
    for (const std::string& name : names) lines += lines.empty() ? name : "\n" + name;
    return lines;
}

void save(const View& view, InspectionPageDesk& desk, const Words& say, Wishes wishes) {
    Inspection described = desk.form->described;
    for (std::string* text :
         {&described.title, &described.authority, &described.first_day, &described.last_day, &described.lead})
        *text = std::string(trimmed(*text));
    if (described.title.empty()) described.title = described.authority;
    described.team = names_in(desk.form->team);
    desk.form->errors = check_form(say, described);
    // Its keys are not typed here: an objection to them is none to what is.
    desk.form->errors.lead_recipient.clear();
    desk.form->errors.office_recipient.clear();
    desk.form->show_error = desk.form->errors.any();
    if (desk.form->errors.any()) return;
    const auto changes = edits::correct_inspection(view.book.id(), view.book.inspection(), described);
    if (!changes.empty()) wishes.out.edit(view.book.id(), changes);
    desk.form.reset();
}

/// The first that will not do takes the caret.
void typed_field(Ui& ui, InspectionForm& form, FieldLook look, std::string& value, std::string* error) {
    if (error != nullptr) look.error = *error;
    const FieldTouch touch = field(ui, look, value);
    if (error == nullptr || error->empty()) return;
    if (std::exchange(form.show_error, false)) {
        ui.fields.focus(touch.id);
        reveal(touch.box);
    }
    if (!touch.state.changed) return;
    error->clear();
    ui.attention.moved = true;
}

void facts_to_write(Ui& ui, const View& view, InspectionPageDesk& desk, Wishes wishes) {
    InspectionForm& form = *desk.form;
    {
        const Card card(ui);
        typed_field(ui, form, {.label = ui.say(Word::inspection_authority)}, form.described.authority,
                    &form.errors.authority);
        typed_field(ui, form, {.label = ui.say(Word::inspection_page_name)}, form.described.title, nullptr);
        typed_field(ui, form,
                    {.label = ui.say(Word::inspection_first_day), .kind = FieldKind::date, .placeholder = "2015-09-14"},
                    form.described.first_day, &form.errors.first_day);
        typed_field(ui, form,
                    {.label = ui.say(Word::inspection_last_day),
                     .kind = FieldKind::date,
                     .placeholder = "2015-09-18",
                     .hint = ui.say(Word::inspection_page_days_about)},
                    form.described.last_day, &form.errors.last_day);
        typed_field(ui, form, {.label = ui.say(Word::inspection_lead)}, form.described.lead, &form.errors.lead);
        typed_field(ui, form,
                    {.label = ui.say(Word::inspection_team),
                     .kind = FieldKind::prose,
                     .hint = ui.say(Word::inspection_team_hint),
                     .height = 4 * ui.theme.editor().line + 22},
                    form.team, nullptr);
        ui.layout.space(8);
        const Row row(ui);
        const bool pressed = button(ui, {.label = ui.say(Word::inspection_page_save), .look = Look::primary});
        const bool cancelled = button(ui, {.label = ui.say(Word::common_cancel), .look = Look::quiet});
        if (pressed) save(view, desk, ui.say, wishes);
        if (cancelled) desk.form.reset();
    }
}

void fact(Ui& ui, Word name, std::string_view words) {
    caption(ui, ui.say(name));
    paragraph(ui, words);
    ui.layout.space(12);
}

void facts_to_read(Ui& ui, const View& view, InspectionPageDesk& desk) {
    const Inspection& inspection = view.book.inspection();
    {
        const Card card(ui);
        if (inspection.title != inspection.authority && !inspection.title.empty())
            fact(ui, Word::inspection_page_name, inspection.title);
        fact(ui, Word::inspection_page_days, days_of(ui.say, inspection));
        fact(ui, Word::inspection_lead,
             inspection.lead.empty() ? ui.say(Word::inspection_page_no_lead) : std::string_view(inspection.lead));
        caption(ui, ui.say(Word::inspection_team));
        if (inspection.team.empty()) paragraph(ui, ui.say(Word::inspection_page_alone));
        for (const std::string& name : inspection.team) {
            paragraph(ui, name);
            ui.layout.space(2);
        }
        if (view.custody.can_be_written()) {
            ui.layout.space(8);
            if (button(ui, {.label = ui.say(Word::inspection_page_change), .look = Look::quiet, .hangs = true})) {
                desk.form = InspectionForm{.described = inspection, .team = lines_of(inspection.team), .errors = {}};
            }
        }
    }
}

/// Those of its items that apply, in words.
std::string reasons_of(const Words& say, const Notebook& book, const Checklist& list) {
    std::string reasons;
    for (const ChecklistItem& item : list.items) {
        const CheckedItem* check = book.check(list.id, item.id);
        if (check == nullptr || check->state != check_states::applies) continue;
        reasons = reasons.empty() ? item.name : say(phrase::common_semicolon{.first = reasons, .second = item.name});
    }
    return reasons;
}

void rows(Ui& ui, const View& view, Wishes wishes) {
    const std::string_view title = ui.say(Word::inspection_page_and_so_on);
    heading(ui, title, 2);
    RowList list(ui, "belongs", title);
    const auto to_checklist = [&](const Checklist& one, const std::string& words) {
        const std::string progress = progress_words(ui.say, one, count_checks(view.book, one));
        if (!list.row({.key = one.id, .title = one.name, .meta = progress, .words = words, .lines = 6})) return;
        Spot spot{.place = Place::checklist};
        spot.checklist = checklist_id(view.book, one);
        wishes.route.enter(spot);
    };
    for (const Checklist& one : view.book.pack().checklists) {
        if (one.form == Checklist::Form::criteria) to_checklist(one, reasons_of(ui.say, view.book, one));
    }
    const std::string planned = plan_words(ui.say, view.book);
    if (list.row({.key = "plan", .title = ui.say(Word::plan_title), .words = planned}))
        wishes.route.enter({Place::plan});
    if (!view.book.pack().deadlines.empty()) {
        const std::string due = deadlines_words(ui.say, view);
        if (list.row({.key = "deadlines", .title = ui.say(Word::deadlines_title), .words = due}))
            wishes.route.enter({Place::deadlines});
    }
}

void joining(Ui& ui, const View& view, const std::string& author, Window& window, Wishes wishes) {
    heading(ui, ui.say(Word::joining_title), 2);
    note(ui, ui.say(Word::joining_about));
    ui.layout.space(12);
    const auto count = [](const auto& all) {
        return static_cast<std::size_t>(std::ranges::count_if(all, [](const auto* one) { return !one->retired; }));
    };
    const std::string sessions = ui.say(phrase::count_sessions{.count = count(view.book.planned())});
    const std::string contacts = ui.say(phrase::count_contacts{.count = count(view.book.contacts())});
    const std::string lines = ui.say(phrase::count_lines{.count = lines_to_follow_up(view.book).size()});
    paragraph(ui, ui.say(phrase::joining_holds{.sessions = sessions, .contacts = contacts, .lines = lines}));
    ui.layout.space(12);
    if (const Checklist* list = view.book.pack().checklist(joining_checklist); list != nullptr) {
        RowList asked(ui, "asked", ui.say(Word::joining_title));
        const std::string progress = progress_words(ui.say, *list, count_checks(view.book, *list));
        if (asked.row({.key = list->id, .title = list->name, .meta = progress})) {
            Spot spot{.place = Place::checklist};
            spot.checklist = checklist_id(view.book, *list);
            wishes.route.enter(spot);
        }
    }
    ui.layout.space(16);
    const bool pressed = button(ui, {.label = ui.say(Word::joining_save), .icon = Icon::hand_over});
    ui.layout.space(8);
    note(ui, ui.say(Word::joining_never));
    if (!pressed) return;
    const std::string page = joining_instructions(view.book, author, view.now);
    window.save_file("joining-instructions.html", "text/html", as_bytes(page));
}

}  // namespace

std::string inspection_page_words(const Words& say, const Notebook& book) {
    const Inspection& inspection = book.inspection();
    const std::string days = days_of(say, inspection);
    if (inspection.lead.empty()) return days;
    return say(phrase::inspection_page_led{.lead = inspection.lead, .days = days});
}

void inspection_page_screen(Ui& ui, const View& view, InspectionPageDesk& desk, const std::string& author,
                            Window& window, Wishes wishes) {
    if (desk.of != view.book.id()) desk = {.of = view.book.id(), .form = std::nullopt};
    const Panel panel(ui, "inspection page", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::inspection_page_title), 1);
    ui.layout.space(2);
    note(ui, view.book.inspection().authority);
    ui.layout.space(24);
    if (desk.form && view.custody.can_be_written()) {
        facts_to_write(ui, view, desk, wishes);
    } else {
        facts_to_read(ui, view, desk);
    }
    ui.layout.space(32);
    rows(ui, view, wishes);
    ui.layout.space(32);
    contacts_part(ui, view, desk.contacts, wishes);
    ui.layout.space(32);
    joining(ui, view, author, window, wishes);
}

}  // namespace daybook
