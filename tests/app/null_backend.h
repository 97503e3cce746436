// Dear ImGui with nothing behind it.
// Never draws a pixel; see painter.h for that.
#pragma once

#include <cstdint>
#include <vector>

namespace daybook::testing {

class NullBackend {
public:
    NullBackend();
    ~NullBackend();
    NullBackend(const NullBackend&) = delete;
    NullBackend& operator=(const NullBackend&) = delete;
    void begin(float width, float height);
    /// Ends the frame; textures are said to be where they are wanted.
    void end();
    /// True if Dear ImGui itself keeps something for the next frame: input, or scrolling.
    [[nodiscard]] static bool wants_another();
    /// Where what was drawn lies, and in which colours.
    [[nodiscard]] static std::vector<std::uint64_t> drawn();
};

}  // namespace daybook::testing
