// Colours, type and measures of everything that is drawn.
// Never state: which palette is shown follows from the surroundings alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/bytes.h"
#include "platform/surroundings.h"

struct ImFont;

namespace daybook {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Colour&) const = default;
};

[[nodiscard]] constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
            static_cast<std::uint8_t>(hex)};
}

/// WCAG 2.2's contrast ratio, from 1 to 21.
[[nodiscard]] double contrast(Colour one, Colour other);
/// `share` of `over` (0 to 1) laid on `under`.
[[nodiscard]] Colour mixed(Colour under, Colour over, float share);

struct Palette {
    Colour paper;        ///< behind everything
    Colour surface;      ///< cards, lists, fields
    Colour ink;          ///< words
    Colour quiet;        ///< words that are beside the point
    Colour line;         ///< between things; carries no meaning
    Colour edge;         ///< around what can be pressed or typed in
    Colour accent;       ///< the one accent
    Colour on_accent;    ///< words on it
    Colour accent_soft;  ///< behind what is chosen
    Colour danger;
    Colour on_danger;
    Colour danger_soft;  ///< behind an alert
    Colour strength;
    Colour weakness;
    Colour focus;  ///< the ring around what has the keyboard's focus
    bool operator==(const Palette&) const = default;
};

[[nodiscard]] Palette palette_for(const Surroundings& surroundings);
/// Of Theme::scale: what is wished for, within bounds.
[[nodiscard]] float scale_for(const Surroundings& surroundings);

class ForeignWords;

/// One way to set words. `size` is Dear ImGui's (ascent and descent), `em` what CSS calls font-size; both in points.
struct TextStyle {
    ImFont* font = nullptr;
    float em = 0;
    float size = 0;
    float line = 0;  ///< from one line to the next
    int weight = 400;
    ForeignWords* foreign = nullptr;  ///< sets what the font lacks; none: that is shown as a mark
};

/// The two cuts of Inter, in Dear ImGui's atlas.
struct Fonts {
    ImFont* regular = nullptr;
    ImFont* semibold = nullptr;
    ForeignWords* foreign = nullptr;
};

/// Hands the fonts to Dear ImGui, which reads all of them for as long as its context lives.
/// Where one is empty Dear ImGui's own takes its place, so that there are always words. `fallbacks` have letters that
/// ours lack.
[[nodiscard]] Fonts load_fonts(ByteView regular, ByteView semibold, std::span<const Bytes> fallbacks);

struct Theme {
    Palette palette;
    Fonts fonts;
    float scale = 1;  ///< of words, and of what goes with them: 0.8 to 2

    static constexpr float unit = 8;     ///< the grid
    static constexpr float radius = 8;   ///< of corners
    static constexpr float target = 48;  ///< least height and width of what can be pressed, however small its words
    static constexpr float ring = 3;     ///< width of the focus ring
    static constexpr float slop = 10;    ///< a finger that moved farther did not press

    /// A measure that goes with words: a pictogram, a row, the width from which two columns stand side by side.
    [[nodiscard]] float scaled(float points) const;
    /// How high something is that can be pressed and holds so many lines of `label()`: `usual` for one of the usual
    /// size.
    [[nodiscard]] float height_for(std::size_t lines, float usual = target) const;

    [[nodiscard]] TextStyle caption() const;  ///< times, badges, names of places
    [[nodiscard]] TextStyle caption_strong() const;
    [[nodiscard]] TextStyle label() const;  ///< on buttons and above fields
    [[nodiscard]] TextStyle body() const;
    [[nodiscard]] TextStyle editor() const;  ///< what is typed: the body, but never so small that a tablet zooms in
    [[nodiscard]] TextStyle strong() const;
    [[nodiscard]] TextStyle subtitle() const;  ///< headings of the second level
    [[nodiscard]] TextStyle title() const;     ///< the heading of the screen
};

/// Sets Dear ImGui's own colours and measures (scrollbars, native editors) to ours.
void apply_to_imgui(const Theme& theme);

}  // namespace daybook
