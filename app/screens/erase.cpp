#include "app/screens/erase.h"

#include <string_view>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/text.h"
#include "app/words/times.h"

namespace daybook {
namespace {

void what_goes(Ui& ui, const View& view) {
    const Card card(ui, Card::Tone::danger);
    heading(ui, ui.say(Word::erase_destroyed), 2);
    paragraph(ui, ui.say(phrase::erase_destroyed_about{
                      .activities = ui.say(phrase::count_activities{.count = view.book.activities().size()}),
                      .entries = ui.say(phrase::count_entries{.count = view.book.entries().size()})}));
    paragraph(ui, ui.say(Word::erase_nobody_brings_back));
}

void what_is_elsewhere(Ui& ui, const View& view, Wishes wishes) {
    const Card card(ui);
    heading(ui, ui.say(Word::erase_elsewhere), 2);
    const Custody& custody = view.custody;
    if (custody.bundles.empty()) {
        paragraph(ui, ui.say(Word::erase_nowhere_else));
    }
    for (const BundleMade& bundle : custody.bundles) {
        const LocalTime made{bundle.at, view.now.utc_offset_minutes};
        paragraph(ui,
                  ui.say(phrase::erase_bundle{.number = std::to_string(bundle.number),
                                              .date = day_words(ui.say, made),
                                              .time = time_words(ui.say, made),
                                              .changes = ui.say(phrase::count_changes{.count = bundle.revisions})}));
    }
    const std::uint64_t outstanding = custody.in_no_bundle();
    if (!custody.bundles.empty()) {
        paragraph(ui, outstanding == 0 ? std::string(ui.say(Word::erase_all_in_bundles))
                                       : ui.say(phrase::erase_in_no_bundle{.count = outstanding}));
    }
    ui.layout.space(16);
    if (button(ui, {.label = ui.say(Word::erase_hand_over_first), .icon = Icon::hand_over}))
        wishes.route.start_at(Place::hand_over);
}

void what_nobody_can_promise(Ui& ui) {
    heading(ui, ui.say(Word::erase_not_promised), 2);
    note(ui, ui.say(Word::erase_not_promised_about));
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
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(phrase::erase_title{.inspection = authority}), 1);
    ui.layout.space(24);
    if (form.busy) {
        paragraph(ui, ui.say(Word::erase_erasing));
        return false;
    }
    what_goes(ui, view);
    what_is_elsewhere(ui, view, wishes);
    what_nobody_can_promise(ui);
    ui.layout.space(32);
    field(ui, {.label = ui.say(Word::erase_type_name), .hint = authority, .key = "authority"}, form.typed);
    ui.layout.space(8);
    const bool pressed = button(ui, {.label = ui.say(Word::erase_erase),
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
