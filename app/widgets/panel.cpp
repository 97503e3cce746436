#include "app/widgets/panel.h"

#include <imgui_internal.h>

#include <algorithm>
#include <string>

namespace daybook {
namespace {

// Dragging the content of a panel moves it, as a finger expects; a drag in a native editor selects words instead.
void scroll_by_dragging(const Ui& ui, const Box& box) {
    const ImGuiIO& io = ImGui::GetIO();
    if (ui.attention.carrying || io.WantTextInput) return;
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left) || finger_stayed()) return;
    const ImVec2 start = io.MouseClickedPos[ImGuiMouseButton_Left];
    const bool began_here = start.x >= box.x && start.x < box.x + box.width - ImGui::GetStyle().ScrollbarSize &&
                            start.y >= box.y && start.y < box.y + box.height;
    if (began_here) ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() - io.MouseDelta.y, 0.0F, ImGui::GetScrollMaxY()));
}

/// What is in view stays there, though what is above it is higher or lower than was thought.
void scroll_along(Ui& ui) {
    const float shift = ui.heights.take_shift();
    if (shift == 0) return;
    ImGuiWindow& window = *ImGui::GetCurrentWindow();
    window.Scroll.y += shift;
    if (window.ScrollTarget.y < FLT_MAX) window.ScrollTarget.y += shift;
    ui.attention.moved = true;
}

}  // namespace

Panel::Panel(Ui& ui, std::string_view key, const Box& box, Padding padding) : ui_(ui), box_(box), padding_(padding) {
    ImGui::SetCursorScreenPos(upper_left(box));
    ImGui::BeginChild(std::string(key).c_str(), {std::max(box.width, 1.0F), std::max(box.height, 1.0F)},
                      ImGuiChildFlags_None, ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings);
    if (const auto wanted = ui.scrolls.wanted(id_of(""))) {
        wanted_ = *wanted;
        ImGui::SetScrollY(*wanted);
    }
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    left_ = origin.x;
    ui_.layout.open_column(origin.x + padding.sides, origin.y + padding.top, box.width - 2 * padding.sides);
}

Panel::~Panel() {
    const float bottom = ui_.layout.close_column() + padding_.bottom;
    ImGui::SetCursorScreenPos({left_, bottom});
    ImGui::Dummy({0, 0});
    scroll_along(ui_);
    scroll_by_dragging(ui_, box_);
    // Dear ImGui scrolls with the next frame.
    ui_.scrolls.note(id_of(""), wanted_.value_or(ImGui::GetScrollY()));
    ImGui::EndChild();
}

}  // namespace daybook
