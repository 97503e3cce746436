// How wide words are, where lines break, what of them fits, and drawing them.
// Never cuts without an ellipsis.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/widgets/ui.h"

namespace daybook {

[[nodiscard]] float text_width(const TextStyle& style, std::string_view text);
/// The lines of `text` where no line may be wider than `width`. They look into `text`.
[[nodiscard]] std::vector<std::string_view> wrapped(const TextStyle& style, std::string_view text, float width);
/// `text`, or as much of it as fits with an ellipsis. Line breaks become spaces.
[[nodiscard]] std::string elided(const TextStyle& style, std::string_view text, float width);

/// Whether something is drawn, or only said how much room it takes.
enum class Ink { draw, measure };

/// Draws one line, standing in the middle of the height `style.line`.
void draw_line(const TextStyle& style, float x, float y, Colour colour, std::string_view text);
/// Draws wrapped lines; gives their height.
float draw_lines(const TextStyle& style, float x, float y, float width, Colour colour, std::string_view text);

}  // namespace daybook
