#include "app/widgets/anchor.h"

namespace daybook {

void keep_in_place(Ui& ui, SemanticId id, const Box& box) {
    // Kept by Dear ImGui for each panel, as it keeps how far that is scrolled. What it keeps for others has large ids.
    constexpr ImGuiID anchor = 1;
    constexpr ImGuiID offset = 2;
    constexpr ImGuiID frame = 3;
    constexpr ImGuiID scroll = 4;
    constexpr ImGuiID settling = 5;  // frames until the scrolling that was asked for is done
    ImGuiStorage& kept = *ImGui::GetStateStorage();
    const float top = clip_box().y;
    if (ui.attention.reflowed) {
        kept.SetInt(settling, 3);
        if (kept.GetInt(anchor) != static_cast<int>(id)) return;
        ImGui::SetScrollY(ImGui::GetScrollY() + (box.y - top) - kept.GetFloat(offset));
        return;
    }
    if (kept.GetInt(frame) == ImGui::GetFrameCount() || box.y + box.height <= top) return;
    kept.SetInt(frame, ImGui::GetFrameCount());
    // Only who scrolls chooses another place: a panel that has no more to scroll comes back to this one.
    const bool settled = kept.GetInt(settling) == 0;
    if (settled && kept.GetFloat(scroll) == ImGui::GetScrollY()) return;
    kept.SetFloat(scroll, ImGui::GetScrollY());
    if (!settled) {
        kept.SetInt(settling, kept.GetInt(settling) - 1);
        return;
    }
    kept.SetInt(anchor, ImGui::GetScrollY() > 0 ? static_cast<int>(id) : 0);
    kept.SetFloat(offset, box.y - top);
}

}  // namespace daybook
