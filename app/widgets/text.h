// Words: headings, paragraphs, single lines, and what of them fits.
// Never cut without an ellipsis, and never cut in the semantic tree.
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

/// Draws one line, standing in the middle of the height `style.line`.
void draw_line(const TextStyle& style, float x, float y, Colour colour, std::string_view text);
/// Draws wrapped lines; gives their height.
float draw_lines(const TextStyle& style, float x, float y, float width, Colour colour, std::string_view text);

void heading(Ui& ui, std::string_view text, int level);
/// Wrapped words, in the palette's ink.
void paragraph(Ui& ui, std::string_view text);
/// Wrapped words that are beside the point, smaller.
void note(Ui& ui, std::string_view text);
/// A small heading of a group of chips or rows.
void caption(Ui& ui, std::string_view text);

/// Words in which matches stand between U+0002 and U+0003.
struct Excerpt {
    struct Piece {
        std::string text;
        enum class Kind { plain, match } kind = Kind::plain;
    };
    std::vector<Piece> pieces;
    [[nodiscard]] std::string plain() const;
};
[[nodiscard]] Excerpt parse_excerpt(std::string_view marked);
/// Draws it wrapped, matches stronger and underlined; gives its height. With `measure` it only gives the height.
enum class Ink { draw, measure };
float draw_excerpt(Ui& ui, const Excerpt& excerpt, float x, float y, float width, Ink ink);

}  // namespace daybook
