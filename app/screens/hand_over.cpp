#include "app/screens/hand_over.h"

#include <array>
#include <format>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/choices.h"
#include "app/widgets/field.h"
#include "app/widgets/status_words.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

std::string size_words(std::size_t bytes) {
    const auto kilobytes = static_cast<double>(bytes) / 1000;
    return kilobytes < 1000 ? std::format("{:.0f} kB", std::max(kilobytes, 1.0))
                            : std::format("{:.1f} MB", kilobytes / 1000);
}

/// "age1qyqs…x0f7q2": enough to compare.
std::string short_key(const std::string& key) {
    return key.size() <= 24 ? key : key.substr(0, 12) + "\u2026" + key.substr(key.size() - 8);
}

void add_keys(Ui& ui, const View& view, HandOverDesk& desk, Wishes wishes) {
    const Inspection& inspection = view.book.inspection();
    const bool lead = inspection.lead_recipient.empty();
    const bool office = inspection.office_recipient.empty();
    if (lead) {
        field(ui, {.label = "Lead\u2019s key", .placeholder = "age1\u2026", .error = desk.lead_error}, desk.lead_key);
    }
    if (office) {
        field(ui,
              {.label = "Office\u2019s recovery key",
               .placeholder = "age1\u2026",
               .hint = "Without it, a forgotten passcode loses everything that was not handed over.",
               .error = desk.office_error},
              desk.office_key);
    }
    if (!button(ui, {.label = lead && office ? "Add these keys" : "Add this key"})) return;
    const auto objection = [](const Result<void>& checked) { return checked ? std::string() : checked.error().what; };
    desk.lead_error = objection(edits::check_recipients(desk.lead_key, ""));
    desk.office_error = objection(edits::check_recipients("", desk.office_key));
    if (!desk.lead_error.empty() || !desk.office_error.empty()) return;
    auto changes = edits::set_recipients(view.book.id(), desk.lead_key, desk.office_key);
    if (!changes.empty()) wishes.out.edit(view.book.id(), std::move(changes));
}

void readers(Ui& ui, const View& view, HandOverDesk& desk, Wishes wishes) {
    const Inspection& inspection = view.book.inspection();
    const Card card(ui);
    heading(ui, "Who can open it", 2);
    if (inspection.lead_recipient.empty() && inspection.office_recipient.empty()) {
        paragraph(ui,
                  "Nobody yet. A bundle is locked to the keys of those who may read it, and only they can open it. "
                  "A key begins with age1 and is no secret; the command \u201Cdaybook keygen\u201D makes one.");
    }
    if (!inspection.lead_recipient.empty()) paragraph(ui, "The lead: " + short_key(inspection.lead_recipient));
    if (!inspection.office_recipient.empty()) paragraph(ui, "The office: " + short_key(inspection.office_recipient));
    if (!inspection.lead_recipient.empty() && !inspection.office_recipient.empty()) return;
    if (!view.custody.can_be_written()) return;
    ui.layout.space(16);
    add_keys(ui, view, desk, wishes);
}

void content(Ui& ui, const View& view, HandOverDesk& desk) {
    const Card card(ui);
    heading(ui, "What it holds", 2);
    paragraph(ui, std::format("{} with {}, the retired ones included, and every earlier version of their words.",
                              counted(view.book.activities().size(), "activity", "activities"),
                              counted(view.book.entries().size(), "entry", "entries")));
    ui.layout.space(16);
    caption(ui, "Form");
    const std::array<Choice, 2> forms{{{.label = "File"}, {.label = "Text, for an email"}}};
    if (const auto pressed = choices(ui, "Form", forms, desk.armored ? 1U : 0U)) desk.armored = *pressed == 1;
}

void ready_card(Ui& ui, HandOverDesk& desk, Window& window) {
    const Exported& ready = *desk.ready;
    const Card card(ui, Card::Tone::accent);
    heading(ui, std::format("Bundle {} is ready", ready.bundle), 2);
    paragraph(ui, std::format("{}, {}, {}", ready.file_name, size_words(ready.file.size()),
                              counted(ready.entries, "entry", "entries")));
    if (desk.handed_over)
        note(ui, "It was given to you as a file. Until it has reached the office, this device holds the only copy.");
    ui.layout.space(16);
    if (button(ui, {.label = desk.handed_over ? "Save file again" : "Save file",
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
    heading(ui, "Hand over", 1);
    ui.layout.space(2);
    note(ui, "One locked file for the lead and the office. Nothing leaves this device until you hand it over.");
    ui.layout.space(24);
    if (desk.ready && desk.ready->inspection != view.book.id()) desk.ready.reset();
    if (desk.ready) ready_card(ui, desk, window);
    readers(ui, view, desk, wishes);
    content(ui, view, desk);

    const Inspection& inspection = view.book.inspection();
    const bool nobody = inspection.lead_recipient.empty() && inspection.office_recipient.empty();
    if (button(ui, {.label = desk.ready ? "Prepare a new bundle" : "Prepare the bundle",
                    .look = desk.ready ? Look::secondary : Look::primary,
                    .fit = Fit::column,
                    .height = 56,
                    .disabled = nobody || desk.preparing})) {
        desk.preparing = true;
        desk.complaint.clear();
        wishes.out.push(Export{view.book.id(), desk.armored});
    }
    status_words(ui, "progress",
                 desk.preparing ? "Preparing\u2026"
                 : nobody       ? "Add a key first: then a bundle can be prepared."
                                : "");
    if (desk.complaint.empty()) return;
    const Card card(ui, Card::Tone::danger);
    paragraph(ui, desk.complaint);
}

}  // namespace daybook
