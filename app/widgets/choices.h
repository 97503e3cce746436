// One of several that stand side by side, as radio buttons do.
// Never lets go of the one that is chosen: what pressing it again means is for who shows it.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "app/widgets/icon.h"
#include "app/widgets/ui.h"

namespace daybook {

struct Choice {
    std::string_view label;
    Icon icon = Icon::none;
    std::optional<Colour> tint{};
};
/// How wide one is with all its words in one line.
[[nodiscard]] float choice_width(Ui& ui, const Choice& offered);
/// The one that was pressed in this frame.
std::optional<std::size_t> choices(Ui& ui, std::string_view name, std::span<const Choice> offered,
                                   std::optional<std::size_t> chosen);
/// The same in the row that is open, each `width` wide; 0: as wide as its words.
std::optional<std::size_t> choices_in_row(Ui& ui, std::string_view name, std::span<const Choice> offered,
                                          std::optional<std::size_t> chosen, float width);

}  // namespace daybook
