// How a line of ink looks: smooth, as wide as the pen was pressed, with round ends.
// Never of a screen or a file: the canvas and the SVG are both drawn from what is here.
#pragma once

#include <span>
#include <vector>

#include "core/notebook/ink.h"

namespace daybook {

/// On paper, in units.
struct PaperPoint {
    double x = 0;
    double y = 0;
};

/// Two points that lie across a line from each other.
struct InkEdge {
    PaperPoint left;
    PaperPoint right;
};

/// A band along a part of a line, from edge to edge, whose ends are round. The last and the first edge are points.
using InkBand = std::vector<InkEdge>;

/// A line as bands, which overlap where it turns sharply: all of them together are what is inked.
struct InkOutline {
    std::vector<InkBand> bands;
    PaperPoint least;  ///< around all of them
    PaperPoint most;
};

/// How close together the edges are, in units: as seen on a sheet, or in a picture of one.
inline constexpr double fine_ink = 0.75;

/// The ink of a line of at least one point; one alone makes a dot. Nothing for none.
[[nodiscard]] InkOutline outline_of(std::span<const InkPoint> line, double spacing = fine_ink);

/// How far from its middle a line reaches, in units: about 0.25 mm to 1.1 mm across on a sheet of A4.
inline constexpr double least_ink_radius = 0.6;
inline constexpr double pressed_ink_radius = 2.0;  ///< more, at the hardest
[[nodiscard]] constexpr double most_ink_radius() {
    return least_ink_radius + pressed_ink_radius;
}

}  // namespace daybook
