// What stands in a button, a chip or a choice: a pictogram, words, or both.
// Never cut: words that are wider than there is room for go on in the next line.
#pragma once

#include <cstddef>
#include <string_view>

#include "app/widgets/icon.h"
#include "app/widgets/ui.h"

namespace daybook {

struct Content {
    std::string_view label;
    Icon icon = Icon::none;
};

/// How wide it is in one line.
[[nodiscard]] float content_width(const Theme& theme, const TextStyle& style, const Content& content);
/// How many lines its words take where it may be `width` wide; at least one.
[[nodiscard]] std::size_t content_lines(const Theme& theme, const TextStyle& style, const Content& content,
                                        float width);
/// Draws it in the middle of `box`, where it may be `width` wide.
void draw_content(const Theme& theme, const TextStyle& style, const Box& box, float width, const Content& content,
                  Colour words, Colour picture);

}  // namespace daybook
