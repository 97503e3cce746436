// What stands around every screen: the places, whether all is saved, and what went wrong.
// Never scrolled, so that "Saved" is always where one looks for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/route.h"
#include "app/widgets/icon.h"
#include "app/widgets/ui.h"

namespace daybook {

/// Where the parts of the window are.
struct Frame {
    enum class Shape { wide, narrow };
    Shape shape = Shape::wide;
    Box places;  ///< the rail, or the bar at the bottom; empty if there is no room for it
    Box status;  ///< where "Saved" stands
    Box lock;    ///< what locks with one tap
    Box screen;  ///< what is left for the screen
};

/// Landscape from 900 wide on: a rail at the left. Else one column with the places at the bottom, but not while the
/// on-screen keyboard leaves little height.
[[nodiscard]] Frame divide(const Box& work);
/// The whole window for the screen: before there is an inspection.
[[nodiscard]] Frame undivided(const Box& work);

/// The place that was pressed in this frame.
std::optional<Place> places(Ui& ui, const Frame& frame, Place current);
/// The button that locks, in the frame's `lock`. True if it was pressed in this frame.
bool lock_button(Ui& ui, const Frame& frame);
enum class Calm { calm, alarmed };
void status_line(Ui& ui, const Frame& frame, std::string_view words, std::string_view beside, Calm calm);

/// An alert across the top of the screen, or a quieter word. True if it was put away. Makes `screen` smaller by what it
/// takes.
struct Notice {
    std::string words;
    bool can_be_closed = true;
    Calm calm = Calm::alarmed;
    Icon icon = Icon::none;  ///< none: a warning, or a tick where it is calm
    std::string_view key = "notice";
};
bool notice_bar(Ui& ui, Box& screen, const Notice& notice);

}  // namespace daybook
