#include "app/screens/erase.h"

#include <format>
#include <string_view>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/text.h"
#include "app/wording.h"

namespace daybook {
namespace {

void what_goes(Ui& ui, const View& view) {
    const Card card(ui, Card::Tone::danger);
    heading(ui, "What is destroyed", 2);
    paragraph(ui, std::format("{} and {}, with every earlier version of their words.",
                              counted(view.book.activities().size(), "activity", "activities"),
                              counted(view.book.entries().size(), "entry", "entries")));
    paragraph(ui,
              "The inspection\u2019s key is destroyed and its records are overwritten, in both copies on this device. "
              "Nobody can bring it back: neither the passcode nor the office opens it here any more.");
}

void what_is_elsewhere(Ui& ui, const View& view, Wishes wishes) {
    const Card card(ui);
    heading(ui, "What was handed over", 2);
    const Custody& custody = view.custody;
    if (custody.bundles.empty()) {
        paragraph(ui, "No bundle was made on this device. What is written here is nowhere else.");
    }
    for (const BundleMade& bundle : custody.bundles) {
        const LocalTime made{bundle.at, view.now.utc_offset_minutes};
        paragraph(ui, std::format("Bundle {}: {}, {}, with {}", bundle.number, friendly_date(made), clock_minutes(made),
                                  counted(bundle.revisions, "change", "changes")));
    }
    const std::uint64_t outstanding = custody.in_no_bundle();
    if (!custody.bundles.empty()) {
        paragraph(ui, outstanding == 0 ? "Everything is in a bundle. Make sure that it has arrived."
                                       : counted(outstanding, "change is", "changes are") + " in no bundle yet.");
    }
    ui.layout.space(16);
    if (button(ui, {.label = "Hand over first", .icon = Icon::hand_over})) wishes.route.start_at(Place::hand_over);
}

void what_nobody_can_promise(Ui& ui) {
    heading(ui, "What cannot be promised", 2);
    note(ui,
         "Flash memory may keep overwritten blocks for a while where no program reaches them. They hold sealed records "
         "only, whose key is gone. Bundles that were handed over are not touched.");
}

/// A keyboard may add a blank after a word that it knows.
bool is_the_name(std::string_view typed, std::string_view authority) {
    while (typed.ends_with(' ')) typed.remove_suffix(1);
    return typed == authority;
}

}  // namespace

bool erase_screen(Ui& ui, const View& view, EraseForm& form, Wishes wishes) {
    if (form.inspection != view.book.id()) form = {.inspection = view.book.id(), .typed = {}, .complaint = {}};
    const std::string& authority = view.book.inspection().authority;
    const Panel panel(ui, "erase", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = "Back", .look = Look::quiet, .icon = Icon::back, .hangs = true})) wishes.route.go_back();
    heading(ui, "Erase " + authority, 1);
    ui.layout.space(24);
    if (form.busy) {
        paragraph(ui, "Erasing. Both copies are being overwritten.");
        return false;
    }
    what_goes(ui, view);
    what_is_elsewhere(ui, view, wishes);
    what_nobody_can_promise(ui);
    ui.layout.space(32);
    field(ui, {.label = "To erase it, type the authority\u2019s name", .hint = authority, .key = "authority"},
          form.typed);
    ui.layout.space(8);
    const bool pressed = button(ui, {.label = "Erase for ever",
                                     .look = Look::danger,
                                     .fit = Fit::column,
                                     .height = 56,
                                     .disabled = !is_the_name(form.typed, authority)});
    if (!form.complaint.empty()) {
        const Card card(ui, Card::Tone::danger);
        paragraph(ui, form.complaint);
    }
    if (!pressed) return false;
    form.complaint.clear();
    form.busy = true;
    return true;
}

}  // namespace daybook
