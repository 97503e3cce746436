// What is known of a thing: quiet words, and marks after them, in as many lines as they take.
// Never a mark alone: each has words, which the semantic tree always has.
#pragma once

#include <span>
#include <string_view>

#include "app/widgets/icon.h"
#include "app/widgets/typesetting.h"
#include "app/widgets/ui.h"

namespace daybook {

struct Badge {
    Icon icon = Icon::none;
    std::string_view text;  ///< drawn beside the icon if `Shown::words`; in the semantic tree always
    Colour colour;
    enum class Shown { icon, words } shown = Shown::icon;
};

/// Draws them from (x, y) on, `width` wide at most; gives their height, which is 0 if there is nothing.
float draw_details(const Theme& theme, std::string_view words, std::span<const Badge> badges, float x, float y,
                   float width, Ink ink);

}  // namespace daybook
