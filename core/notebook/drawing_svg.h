// A drawing as a picture that any browser or word processor opens.
// Never anything but paths and a title: no script, no link, no font.
#pragma once

#include <string>

#include "core/notebook/drawings.h"

namespace daybook {

/// What an SVG of a drawing is at most; strokes that would make it larger are left out, and counted.
inline constexpr std::size_t most_svg_bytes = 8'000'000;

struct DrawingSvg {
    std::string text;
    std::size_t left_out = 0;  ///< strokes that are not erased and yet not in it: unreadable, or one too many
};

/// SVG 1.1: a title, which is the gist, and one path for each stroke that was not erased; what is left out is said in
/// its description. The same for the same strokes.
[[nodiscard]] DrawingSvg drawing_svg(const Drawing& drawing, const Drawings::Strokes& strokes);

}  // namespace daybook
