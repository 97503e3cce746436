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
    desk.lead_key.clear();
    desk.office_key.clear();
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
    const std::string activities = ui.say(phrase::count_activities{.count = view.book.activities().size()});
    const std::string entries = ui.say(phrase::count_entries{.count = view.book.entries().size()});
    const std::size_t photographs = view.book.attachments().size();
    paragraph(ui, photographs == 0
                      ? ui.say(phrase::hand_over_content_about{.activities = activities, .entries = entries})
                      : ui.say(phrase::hand_over_content_with_photographs{
                            .activities = activities,
                            .entries = entries,
                            .photographs = ui.say(phrase::count_photographs{.count = photographs})}));
    ui.layout.space(16);
    caption(ui, ui.say(Word::hand_over_form));
    const std::array<Choice, 2> forms{
        {{.label = ui.say(Word::hand_over_as_file)}, {.label = ui.say(Word::hand_over_as_text)}}};
    if (const auto pressed = choices(ui, ui.say(Word::hand_over_form), forms, desk.armored ? 1U : 0U))
        desk.armored = *pressed == 1;
}

void prepare(HandOverDesk& desk, InspectionId inspection, std::uint64_t part, Wishes wishes) {
    desk.preparing = true;
    desk.complaint.clear();
    wishes.out.push(Export{.inspection = inspection, .armored = desk.armored, .part = part});
}

void ready_card(Ui& ui, HandOverDesk& desk, Window& window, Wishes wishes) {
    const Exported& ready = *desk.ready;
    const Card card(ui, Card::Tone::accent);
    heading(ui, ui.say(phrase::hand_over_ready{.number = std::to_string(ready.bundle)}), 2);
    const std::string size = file_size_words(ui.say, ready.file.size());
    const std::string entries = ui.say(phrase::count_entries{.count = ready.entries});
    paragraph(ui, ready.attachments == 0
                      ? ui.say(phrase::hand_over_ready_about{.file = ready.file_name, .size = size, .entries = entries})
                      : ui.say(phrase::hand_over_ready_with_photographs{
                            .file = ready.file_name,
                            .size = size,
                            .entries = entries,
                            .photographs = ui.say(phrase::count_photographs{.count = ready.attachments})}));
    if (ready.attachments_left_out > 0) {
        paragraph(ui, ui.say(phrase::hand_over_left_out{.count = ready.attachments_left_out}));
    }
    const bool is_last = ready.part >= ready.parts;
    if (ready.parts > 1) {
        note(ui,
             ui.say(phrase::hand_over_part{.number = std::to_string(ready.part), .all = std::to_string(ready.parts)}));
    }
    if (desk.handed_over && is_last) note(ui, ui.say(Word::hand_over_only_copy));
    ui.layout.space(16);
    if (button(ui, {.label = ui.say(desk.handed_over ? Word::hand_over_save_again : Word::hand_over_save),
                    .look = desk.handed_over && !is_last ? Look::secondary : Look::primary,
                    .icon = Icon::hand_over,
                    .fit = Fit::column,
                    .height = 56})) {
        window.save_file(ready.file_name, "application/octet-stream", ready.file);
        desk.handed_over = true;
    }
    if (is_last) return;
    const std::string next = std::to_string(ready.part + 1);
    if (button(ui, {.label = ui.say(phrase::hand_over_prepare_part{.number = next, .all = std::to_string(ready.parts)}),
                    .look = desk.handed_over ? Look::primary : Look::secondary,
                    .fit = Fit::column,
                    .height = 56,
                    .disabled = desk.preparing})) {
        prepare(desk, ready.inspection, ready.part + 1, wishes);
    }
}

}  // namespace

void hand_over_screen(Ui& ui, const View& view, HandOverDesk& desk, Window& window, Wishes wishes) {
    // A key that was typed for one inspection must not open another one's evidence.
    if (desk.of != view.book.id()) desk = {.of = view.book.id()};
    const Panel panel(ui, "hand over", view.area, page_padding(ui, view.area));
    heading(ui, ui.say(Word::hand_over_title), 1);
    ui.layout.space(2);
    note(ui, ui.say(Word::hand_over_about));
    ui.layout.space(24);
    if (desk.ready) ready_card(ui, desk, window, wishes);
    readers(ui, view, desk, wishes);
    content(ui, view, desk);

    const Inspection& inspection = view.book.inspection();
    const bool nobody = inspection.lead_recipient.empty() && inspection.office_recipient.empty();
    if (button(ui, {.label = ui.say(desk.ready ? Word::hand_over_prepare_new : Word::hand_over_prepare),
                    .look = desk.ready ? Look::secondary : Look::primary,
                    .fit = Fit::column,
                    .height = 56,
                    .disabled = nobody || desk.preparing})) {
        prepare(desk, view.book.id(), 1, wishes);
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
