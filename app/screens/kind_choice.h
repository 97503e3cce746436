// What an activity is, and who is met in it: chosen from what the pack has.
// Never keeps what was chosen: who shows it knows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/widgets/ui.h"
#include "core/framework/pack.h"

namespace daybook {

/// Gives the kind that was chosen in this frame. The rarer ones stay away on a phone until `all_kinds`.
std::optional<std::string> kind_choice(Ui& ui, const Pack& pack, const std::string& chosen, bool& all_kinds);

/// Puts roles in and takes them out as their chips are pressed.
void role_chips(Ui& ui, const Pack& pack, std::vector<std::string>& roles);

/// In, if it is not, else out.
void toggle(std::vector<std::string>& chosen, const std::string& one);

}  // namespace daybook
