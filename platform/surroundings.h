// What the app is told of the place it is shown in.
// Never what it does about it: that is the theme's business.
#pragma once

#include <cstdint>
#include <optional>

namespace daybook {

/// In points: CSS pixels on the web, logical pixels natively. The origin is the window's upper left.
struct Box {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    bool operator==(const Box&) const = default;
};

/// What a system that forces its own colours on every program has for each purpose (CSS calls them by these names); as
/// 0xRRGGBB.
struct SystemColours {
    std::uint32_t canvas = 0;
    std::uint32_t canvas_text = 0;
    std::uint32_t link_text = 0;
    std::uint32_t button_text = 0;
    std::uint32_t highlight = 0;
    bool operator==(const SystemColours&) const = default;
};

struct Surroundings {
    Box work;  ///< where it is safe to draw: without notches, and without the on-screen keyboard
    bool dark = false;
    bool more_contrast = false;
    std::optional<SystemColours> forced{};  ///< none: our own colours are shown
    bool reduced_motion = false;
    bool keyboard = false;    ///< the on-screen keyboard has taken a part of the window, which `work` leaves out
    int text_percent = 100;   ///< how large words are wished for, of their usual size: 80 to 200
    bool single_keys = true;  ///< a key that is pressed alone, outside of fields, may give an order
    bool operator==(const Surroundings&) const = default;
};

}  // namespace daybook
