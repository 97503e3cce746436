#include "app/screens/shortcuts.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "app/orders.h"
#include "app/widgets/button.h"
#include "app/widgets/chip.h"
#include "app/widgets/key_row.h"
#include "app/widgets/text.h"

namespace daybook {
namespace {

void row_of(Ui& ui, const OrderSpec& spec) {
    std::vector<KeyChord> chords;
    for (const Chord& chord : spec.chords) {
        if (auto keys = keys_of(ui.say, chord, KeysFor::eyes); !keys.empty()) chords.push_back(std::move(keys));
    }
    const std::string keys = keys_words(ui.say, spec);
    key_row(ui, {.name = ui.say(spec.name), .about = ui.say(spec.about), .chords = chords, .keys = keys});
}

/// Escape is no order: the platform has it, and leaves a field by it first.
void row_of_escape(Ui& ui) {
    const std::string escape(ui.say(Word::shortcuts_escape));
    const std::array<KeyChord, 1> chords{KeyChord{escape}};
    key_row(ui, {.name = ui.say(Word::shortcuts_back),
                 .about = ui.say(Word::shortcuts_back_about),
                 .chords = chords,
                 .keys = escape});
}

void group_of(Ui& ui, OrderGroup group, Word title) {
    const Scope scope(ui.say(title));
    heading(ui, ui.say(title), 2);
    {
        const Part list(ui, "keys", Role::list, ui.say(title));
        for (const OrderSpec& spec : all_orders()) {
            if (spec.group == group) row_of(ui, spec);
        }
        if (group == OrderGroup::places) row_of_escape(ui);
    }
    ui.layout.space(32);
}

}  // namespace

std::optional<bool> shortcuts_screen(Ui& ui, const View& view, bool single_keys, Wishes wishes) {
    const Panel panel(ui, "shortcuts", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::shortcuts_title), 1);
    ui.layout.space(8);
    note(ui, ui.say(Word::shortcuts_about));
    ui.layout.space(16);
    const bool changed =
        chip(ui, {.label = ui.say(Word::shortcuts_single_keys), .on = single_keys, .shape = ChipSpec::Shape::box});
    ui.layout.space(8);
    note(ui, ui.say(Word::shortcuts_single_keys_about));
    ui.layout.space(24);
    group_of(ui, OrderGroup::writing, Word::shortcuts_writing);
    group_of(ui, OrderGroup::places, Word::shortcuts_places);
    group_of(ui, OrderGroup::device, Word::shortcuts_device);
    if (changed) return !single_keys;
    return std::nullopt;
}

}  // namespace daybook
