#include "app/screens/hand_over.h"

#include <array>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/choices.h"
#include "app/widgets/field.h"
#include "app/widgets/status_words.h"
#include "app/widgets/text.h"
#include "app/words/times.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

/// "age1qyqs…x0f7q2": enough to compare.
std::string short_key(const std::string& key) {
    return key.size() <= 24 ? key : key.substr(0, 12) + "\u2026" + key.substr(key.size() - 8);
}

void add_keys(Ui& ui, const View& view, HandOverDesk& desk, Wishes wishes) {
    const Inspection& inspection = view.book.inspection();
    const bool lead = inspection.lead_recipient.empty();
    const bool office = inspection.office_recipient.empty();
    if (lead) {
        field(ui, {.label = ui.say(Word::hand_over_lead_key), .placeholder = "age1\u2026", .error = desk.lead_error},
              desk.lead_key);
    }
    if (office) {
        field(ui,
              {.label = ui.say(Word::hand_over_office_key),
               .placeholder = "age1\u2026",
               .hint = ui.say(Word::hand_over_office_key_hint),
               .error = desk.office_error},
              desk.office_key);
    }
    if (!button(ui, {.label = ui.say(lead && office ? Word::hand_over_add_keys : Word::hand_over_add_key)})) return;
    const auto objection = [&ui](const Result<void>& checked) {
        return checked ? std::string() : ui.say.translated(checked.error().what);
    };
    desk.lead_error = objection(edits::check_recipients(desk.lead_key, ""));
    desk.office_error = objection(edits::check_recipients("", desk.office_key));
    if (!desk.lead_error.empty() || !desk.office_error.empty()) return;
    auto changes = edits::set_recipients(view.book.id(), desk.lead_key, desk.office_key);
    if (!changes.empty()) wishes.out.edit(view.book.id(), std::move(changes));
}

void readers(Ui& ui, const View& view, HandOverDesk& desk, Wishes wishes) {
    const Inspection& inspection = view.book.inspection();
    const Card card(ui);
    heading(ui, ui.say(Word::hand_over_readers), 2);
    if (inspection.lead_recipient.empty() && inspection.office_recipient.empty()) {
        paragraph(ui, ui.say(Word::hand_over_no_readers));
    }
    if (!inspection.lead_recipient.empty()) {
        paragraph(ui, ui.say(phrase::hand_over_lead{.key = short_key(inspection.lead_recipient)}));
    }
    if (!inspection.office_recipient.empty()) {
        paragraph(ui, ui.say(phrase::hand_over_office{.key = short_key(inspection.office_recipient)}));
    }
    if (!inspection.lead_recipient.empty() && !inspection.office_recipient.empty()) return;
    if (!view.custody.can_be_written()) return;
    ui.layout.space(16);
    add_keys(ui, view, desk, wishes);
}

void content(Ui& ui, const View& view, HandOverDesk& desk) {
    const Card card(ui);
    heading(ui, ui.say(Word::hand_over_content), 2);
    paragraph(ui, ui.say(phrase::hand_over_content_about{
                      .activities = ui.say(phrase::count_activities{.count = view.book.activities().size()}),
                      .entries = ui.say(phrase::count_entries{.count = view.book.entries().size()})}));
    ui.layout.space(16);
    caption(ui, ui.say(Word::hand_over_form));
    const std::array<Choice, 2> forms{
        {{.label = ui.say(Word::hand_over_as_file)}, {.label = ui.say(Word::hand_over_as_text)}}};
    if (const auto pressed = choices(ui, ui.say(Word::hand_over_form), forms, desk.armored ? 1U : 0U))
        desk.armored = *pressed == 1;
}

void ready_card(Ui& ui, HandOverDesk& desk, Window& window) {
    const Exported& ready = *desk.ready;
    const Card card(ui, Card::Tone::accent);
    heading(ui, ui.say(phrase::hand_over_ready{.number = std::to_string(ready.bundle)}), 2);
    paragraph(ui,
              ui.say(phrase::hand_over_ready_about{.file = ready.file_name,
                                                   .size = file_size_words(ui.say, ready.file.size()),
                                                   .entries = ui.say(phrase::count_entries{.count = ready.entries})}));
    if (desk.handed_over) note(ui, ui.say(Word::hand_over_only_copy));
    ui.layout.space(16);
    if (button(ui, {.label = ui.say(desk.handed_over ? Word::hand_over_save_again : Word::hand_over_save),
                    .look = Look::primary,
                    .icon = Icon::hand_over,
                    .fit = Fit::column,
                    .height = 56})) {
        window.save_file(ready.file_name, "application/octet-stream", ready.file);
        desk.handed_over = true;
    }
}

}  // namespace

void hand_over_screen(Ui& ui, const View& view, HandOverDesk& desk, Window& window, Wishes wishes) {
    const Panel panel(ui, "hand over", view.area, page_padding(ui, view.area));
    heading(ui, ui.say(Word::hand_over_title), 1);
    ui.layout.space(2);
    note(ui, ui.say(Word::hand_over_about));
    ui.layout.space(24);
    if (desk.ready && desk.ready->inspection != view.book.id()) desk.ready.reset();
    if (desk.ready) ready_card(ui, desk, window);
    readers(ui, view, desk, wishes);
    content(ui, view, desk);

    const Inspection& inspection = view.book.inspection();
    const bool nobody = inspection.lead_recipient.empty() && inspection.office_recipient.empty();
    if (button(ui, {.label = ui.say(desk.ready ? Word::hand_over_prepare_new : Word::hand_over_prepare),
                    .look = desk.ready ? Look::secondary : Look::primary,
                    .fit = Fit::column,
                    .height = 56,
                    .disabled = nobody || desk.preparing})) {
        desk.preparing = true;
        desk.complaint.clear();
        wishes.out.push(Export{view.book.id(), desk.armored});
    }
    status_words(ui, "progress",
                 desk.preparing ? ui.say(Word::hand_over_preparing)
                 : nobody       ? ui.say(Word::hand_over_add_key_first)
                                : std::string_view());
    if (desk.complaint.empty()) return;
    const Card card(ui, Card::Tone::danger);
    paragraph(ui, desk.complaint);
}

}  // namespace daybook
