// How wide words are, where lines break, what of them fits, and drawing them.
// Never cuts without an ellipsis, and never within what is seen as one letter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "app/widgets/ui.h"

namespace daybook {

/// True if the platform sets these words, because our font lacks one of their letters.
[[nodiscard]] bool is_foreign(const TextStyle& style, std::string_view text);
[[nodiscard]] float text_width(const TextStyle& style, std::string_view text);
/// The style, made smaller until all of `line` is as wide as `width` at most.
[[nodiscard]] TextStyle fitted(TextStyle style, std::string_view line, float width);
/// The lines of `text` where no line may be wider than `width`. They look into `text`.
[[nodiscard]] std::vector<std::string_view> wrapped(const TextStyle& style, std::string_view text, float width);
/// `text`, or as much of it as fits with an ellipsis. Line breaks become spaces.
[[nodiscard]] std::string elided(const TextStyle& style, std::string_view text, float width);

/// The first lines of `text`, at most `most`, the last of them with an ellipsis where there is more. For what stands
/// whole in the semantic tree, and somewhere else on the screen.
[[nodiscard]] std::vector<std::string> first_lines(const TextStyle& style, std::string_view text, float width,
                                                   std::size_t most);

/// Whether something is drawn, or only said how much room it takes.
enum class Ink { draw, measure };

/// Draws one line, standing in the middle of the height `style.line`.
void draw_line(const TextStyle& style, float x, float y, Colour colour, std::string_view text);
/// Draws a line of `paragraph`, which is `width` wide: at its left, or at its right if it is written from there.
void draw_line_of(const TextStyle& style, std::string_view paragraph, const Box& place, Colour colour,
                  std::string_view line);
/// Where a part of such a line is seen, from byte `from` to `to`.
[[nodiscard]] Box span_of(const TextStyle& style, std::string_view paragraph, const Box& place, std::string_view line,
                          std::size_t from, std::size_t to);
/// Draws wrapped lines; gives their height.
float draw_lines(const TextStyle& style, float x, float y, float width, Colour colour, std::string_view text);

}  // namespace daybook
