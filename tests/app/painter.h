// What Dear ImGui would have drawn, as pixels: a small software renderer for pictures of the screens.
// Never fast, and never part of the product.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string>
#include <vector>

namespace daybook::testing {

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;  // three bytes a pixel, rows from the top
};

/// Paints what the last frame drew. `density`: pixels for each point.
[[nodiscard]] Picture paint(const ImDrawData& drawn, float density);
/// Writes it as a portable pixmap.
void write_ppm(const Picture& picture, const std::string& path);

}  // namespace daybook::testing
