// Words with letters that our font lacks, set by the platform: it knows which fonts there are, how letters join, and
// which way they run. Never asked about words that our font has.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/bytes.h"

namespace daybook {

/// The numbers are known to web/src/foreign-text.ts.
enum class Direction : std::uint8_t { left_to_right = 0, right_to_left = 1 };

struct ForeignStyle {
    float em = 17;  ///< in points
    int weight = 400;
    Direction direction =
        Direction::left_to_right;  ///< of the paragraph; what runs the other way in it does so by itself
    auto operator<=>(const ForeignStyle&) const = default;
};

/// Where a line may end. The numbers are known to web/src/foreign-text.ts.
enum class BreakAt : std::uint8_t {
    words = 0,   ///< where a reader expects it, as far as a word is not wider than the line
    letters = 1  ///< anywhere between what is seen as one letter
};

/// A line of words as pixels: red, green, blue, alpha (not multiplied in), rows from the top.
struct ForeignPicture {
    int width = 0;
    int height = 0;
    int left = 0;      ///< where the line begins in it
    int baseline = 0;  ///< below its upper edge
    Bytes rgba;
};

/// One part of a line that was asked for, in points from where the line begins.
struct ForeignSpan {
    float left = 0;
    float width = 0;
};

class ForeignText {
public:
    virtual ~ForeignText() = default;
    /// How wide a line is, in points.
    [[nodiscard]] virtual float width(std::string_view line, const ForeignStyle& style) = 0;
    /// How many bytes of `text` make a first line that is no wider than `width` points; one letter at least.
    [[nodiscard]] virtual std::size_t fitting(std::string_view text, const ForeignStyle& style, float width,
                                              BreakAt at) = 0;
    /// A line, drawn with `density` pixels to a point in a colour (0xRRGGBB); what has colours of its own keeps them.
    [[nodiscard]] virtual ForeignPicture paint(std::string_view line, const ForeignStyle& style, std::uint32_t colour,
                                               float density) = 0;
    /// Where the bytes from `from` to `to` are seen in a line; around all of it where they are in pieces.
    [[nodiscard]] virtual ForeignSpan span(std::string_view line, const ForeignStyle& style, std::size_t from,
                                           std::size_t to) = 0;
};

}  // namespace daybook
