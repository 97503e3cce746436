// What is pressed and stays down until it is pressed again.
// Never keeps whether it is down: who shows it knows.
#pragma once

#include <optional>
#include <string_view>

#include "app/widgets/icon.h"
#include "app/widgets/ui.h"

namespace daybook {

struct ChipSpec {
    std::string_view label;
    Icon icon = Icon::none;
    bool on = false;
    bool faded = false;  ///< it can be pressed, and would lead to nothing
    std::string_view name{};
    std::string_view key{};
    float width = 0;               ///< 0: as wide as its words
    std::optional<Colour> tint{};  ///< of the icon
    enum class Shape { pill, box } shape = Shape::pill;
};
/// A toggle. True if it was pressed in this frame.
bool chip(Ui& ui, const ChipSpec& spec);

}  // namespace daybook
