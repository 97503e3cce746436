#include "app/widgets/drawing.h"

#include <algorithm>

namespace daybook {

ImU32 to_imgui(Colour colour) {
    return IM_COL32(colour.red, colour.green, colour.blue, 255);
}

Box inset(const Box& box, float by) {
    return {box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by};
}

void fill(const Box& box, Colour colour, float radius) {
    ImGui::GetWindowDrawList()->AddRectFilled(upper_left(box), lower_right(box), to_imgui(colour), radius);
}

void outline(const Box& box, Colour colour, float width, float radius) {
    ImGui::GetWindowDrawList()->AddRect(upper_left(box), lower_right(box), to_imgui(colour), radius, ImDrawFlags_None,
                                        width);
}

bool is_visible(const Box& box) {
    return ImGui::IsRectVisible(upper_left(box), lower_right(box));
}

bool reveal(const Box& box) {
    const Box seen = clip_box();
    if (box.y >= seen.y && box.y + box.height <= seen.y + seen.height) return false;
    ImGui::SetScrollFromPosY(box.y + box.height / 2 - ImGui::GetWindowPos().y, 0.5F);
    return true;
}

Box clip_box() {
    const ImVec2 least = ImGui::GetWindowDrawList()->GetClipRectMin();
    const ImVec2 most = ImGui::GetWindowDrawList()->GetClipRectMax();
    return {least.x, least.y, std::max(most.x - least.x, 0.0F), std::max(most.y - least.y, 0.0F)};
}

}  // namespace daybook
