#include "app/screens/new_inspection.h"

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/text.h"
#include "core/base/blank.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

/// An inspection to which there is no objection, so that what is then said of one field is about that field.
Inspection sound() {
    Inspection inspection;
    inspection.authority = "a";
    inspection.first_day = "2015-01-01";
    inspection.last_day = "2015-01-01";
    inspection.lead = "a";
    return inspection;
}

std::string objection_to(const Words& say, const Inspection& inspection) {
    const auto checked = edits::check_inspection(inspection);
    return checked ? std::string() : say.translated(checked.error().what);
}

Inspection without_blanks(Inspection described) {
    for (std::string* text : {&described.authority, &described.first_day, &described.last_day, &described.lead,
                              &described.lead_recipient, &described.office_recipient}) {
        *text = std::string(trimmed(*text));
    }
    return described;
}

/// A field that takes the caret if it is the first that will not do.
void checked_field(Ui& ui, InspectionForm& form, const FieldLook& look, std::string& value) {
    const FieldTouch touch = field(ui, look, value);
    if (!form.show_error || look.error.empty()) return;
    ui.fields.focus(touch.id);
    reveal(touch.box);
    form.show_error = false;
}

void people_fields(Ui& ui, InspectionForm& form) {
    const float three_lines = 3 * ui.theme.editor().line + 18;
    checked_field(ui, form, {.label = ui.say(Word::inspection_lead), .error = form.errors.lead}, form.described.lead);
    field(ui,
          {.label = ui.say(Word::inspection_team),
           .kind = FieldKind::prose,
           .hint = ui.say(Word::inspection_team_hint),
           .height = three_lines},
          form.team);
}

void key_fields(Ui& ui, InspectionForm& form) {
    heading(ui, ui.say(Word::inspection_readers), 2);
    note(ui, ui.say(Word::inspection_keys_about));
    ui.layout.space(16);
    checked_field(
        ui, form,
        {.label = ui.say(Word::inspection_lead_key), .placeholder = "age1\u2026", .error = form.errors.lead_recipient},
        form.described.lead_recipient);
    checked_field(ui, form,
                  {.label = ui.say(Word::inspection_office_key),
                   .placeholder = "age1\u2026",
                   .error = form.errors.office_recipient},
                  form.described.office_recipient);
    if (!trimmed(form.described.office_recipient).empty()) return;
    const Card card(ui);
    paragraph(ui, ui.say(Word::inspection_no_office_key));
}

}  // namespace

bool InspectionForm::Errors::any() const {
    return !(authority.empty() && first_day.empty() && last_day.empty() && lead.empty() && lead_recipient.empty() &&
             office_recipient.empty());
}

InspectionForm::Errors check_form(const Words& say, const Inspection& described) {
    const auto objection = [&say](const Inspection& inspection) { return objection_to(say, inspection); };
    const auto with = [](auto member, const std::string& value) {
        Inspection probe = sound();
        probe.*member = value;
        return probe;
    };
    InspectionForm::Errors errors;
    errors.authority = objection(with(&Inspection::authority, described.authority));
    Inspection days = sound();
    days.first_day = described.first_day;
    days.last_day = described.first_day;
    errors.first_day = objection(days);
    if (errors.first_day.empty()) {
        days.last_day = described.last_day;
        errors.last_day = objection(days);
    }
    errors.lead = objection(with(&Inspection::lead, described.lead));
    errors.lead_recipient = objection(with(&Inspection::lead_recipient, described.lead_recipient));
    errors.office_recipient = objection(with(&Inspection::office_recipient, described.office_recipient));
    return errors;
}

std::vector<std::string> names_in(std::string_view text) {
    std::vector<std::string> names;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(",\n"), text.size());
        if (std::string name(trimmed(text.substr(0, end))); !name.empty()) names.push_back(std::move(name));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return names;
}

bool new_inspection_screen(Ui& ui, const Box& area, InspectionForm& form, OfferedPack offered, Wishes wishes) {
    const Panel panel(ui, "new inspection", area, page_padding(ui, area, 640));
    if (wishes.route.can_go_back() &&
        button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true})) {
        wishes.route.go_back();
    }
    heading(ui, ui.say(Word::inspection_title), 1);
    ui.layout.space(24);
    checked_field(ui, form, {.label = ui.say(Word::inspection_authority), .error = form.errors.authority},
                  form.described.authority);
    checked_field(ui, form,
                  {.label = ui.say(Word::inspection_first_day),
                   .kind = FieldKind::date,
                   .placeholder = "2015-09-14",
                   .error = form.errors.first_day},
                  form.described.first_day);
    checked_field(ui, form,
                  {.label = ui.say(Word::inspection_last_day),
                   .kind = FieldKind::date,
                   .placeholder = "2015-09-18",
                   .error = form.errors.last_day},
                  form.described.last_day);
    people_fields(ui, form);

    heading(ui, ui.say(Word::inspection_framework), 2);
    paragraph(ui, offered.pack.name);
    note(ui, ui.say(Word::inspection_withdrawn));
    ui.layout.space(32);
    key_fields(ui, form);

    ui.layout.space(24);
    const bool pressed =
        button(ui, {.label = ui.say(Word::inspection_create), .look = Look::primary, .fit = Fit::column, .height = 56});
    if (form.errors.any()) {
        const Card card(ui, Card::Tone::danger);
        paragraph(ui, ui.say(Word::inspection_look_again));
    }
    if (!pressed) return false;
    Inspection described = without_blanks(form.described);
    described.team = names_in(form.team);
    described.title = described.authority;
    form.errors = check_form(ui.say, described);
    form.show_error = form.errors.any();
    if (form.errors.any()) return false;

    CreateInspection wanted;
    wanted.inspection = new_id<InspectionId>(wishes.random);
    wanted.pack.assign(offered.json.begin(), offered.json.end());
    wanted.changes = edits::describe_inspection(wanted.inspection, described);
    if (!described.office_recipient.empty()) wanted.recovery_recipients = {described.office_recipient};
    wishes.out.create_inspection(std::move(wanted));
    form = {};
    return true;
}

}  // namespace daybook
