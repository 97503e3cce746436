#include "app/screens/kind_choice.h"

#include <algorithm>

#include "app/widgets/button.h"
#include "app/widgets/chip.h"
#include "app/widgets/choices.h"
#include "app/widgets/text.h"

namespace daybook {

std::optional<std::string> kind_choice(Ui& ui, const Pack& pack, const std::string& chosen, bool& all_kinds) {
    caption(ui, ui.say(Word::meeting_kind));
    // Packs name the usual kinds first. On a phone the rarer ones stay away until they are asked for.
    constexpr std::size_t usual = 6;
    const bool all = all_kinds || ui.layout.width() >= ui.theme.scaled(600) || pack.activity_kinds.size() <= usual + 1;
    std::vector<Choice> offered;
    std::vector<std::string> ids;
    std::optional<std::size_t> on;
    for (const ActivityKind& kind : pack.activity_kinds) {
        if (!all && ids.size() >= usual && kind.id != chosen) continue;
        if (kind.id == chosen) on = offered.size();
        offered.push_back({.label = kind.name});
        ids.push_back(kind.id);
    }
    const auto pressed = choices(ui, ui.say(Word::meeting_kind), offered, on);
    if (!all &&
        button(ui,
               {.label = ui.say(Word::meeting_other_kinds), .look = Look::quiet, .icon = Icon::plus, .hangs = true})) {
        all_kinds = true;
    }
    return pressed ? std::optional(ids[*pressed]) : std::nullopt;
}

void role_chips(Ui& ui, const Pack& pack, std::vector<std::string>& roles) {
    caption(ui, ui.say(Word::meeting_who));
    const Part group(ui, "who", Role::group, ui.say(Word::meeting_who));
    const Row row(ui);
    for (const PersonRole& role : pack.roles) {
        const bool on = std::ranges::contains(roles, role.id);
        if (chip(ui, {.label = role.short_name, .on = on, .name = role.name, .key = role.id})) toggle(roles, role.id);
    }
}

void toggle(std::vector<std::string>& chosen, const std::string& one) {
    const auto there = std::ranges::find(chosen, one);
    if (there == chosen.end()) {
        chosen.push_back(one);
    } else {
        chosen.erase(there);
    }
}

}  // namespace daybook
