// What the app is told of the place it is shown in.
// Never what it does about it: that is the theme's business.
#pragma once

namespace daybook {

/// In points: CSS pixels on the web, logical pixels natively. The origin is the window's upper left.
struct Box {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    bool operator==(const Box&) const = default;
};

struct Surroundings {
    Box work;  ///< where it is safe to draw: without notches, and without the on-screen keyboard
    bool dark = false;
    bool more_contrast = false;
    bool reduced_motion = false;
    bool keyboard = false;   ///< the on-screen keyboard has taken a part of the window, which `work` leaves out
    int text_percent = 100;  ///< how large words are wished for, of their usual size: 80 to 200
    bool operator==(const Surroundings&) const = default;
};

}  // namespace daybook
