#include "app/widgets/ui.h"

#include <string>
#include <utility>

#include "app/widgets/anchor.h"

namespace daybook {

bool finger_stayed() {
    return ImGui::GetIO().MouseDragMaxDistanceSqr[ImGuiMouseButton_Left] < Theme::slop * Theme::slop;
}

SemanticId id_of(std::string_view key) {
    return ImGui::GetID(key.data(), key.data() + key.size());
}

Touch touchable(Ui& ui, std::string_view key, const Box& box, SemanticNode node) {
    Touch touch{.id = id_of(key)};
    node.id = touch.id;
    node.box = box;
    node.actionable = true;
    const bool enabled = !node.disabled;
    ui.semantics.add(std::move(node));

    keep_in_place(ui, touch.id, box);
    ImGui::SetCursorScreenPos(upper_left(box));
    const bool clicked =
        ImGui::InvisibleButton(std::string(key).c_str(), {box.width, box.height}, ImGuiButtonFlags_EnableNav);
    const bool by_mouse = ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    touch.pressed = enabled && clicked && (!by_mouse || finger_stayed());
    touch.held = enabled && ImGui::IsItemActive() && finger_stayed();
    touch.dragged = enabled && ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left) && !finger_stayed();
    touch.focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;

    Attention& attention = ui.attention;
    if (attention.focused == touch.id) {
        touch.focused = true;
        if (attention.just_focused || attention.looked_for) {
            const bool scrolls = reveal(box);
            attention.looked_for = scrolls && attention.just_focused;
            attention.moved = attention.moved || scrolls;
        }
        attention.just_focused = false;
    }
    if (attention.activated == touch.id) {
        attention.activated = 0;
        touch.pressed = touch.pressed || enabled;
    }
    attention.anything_pressed = attention.anything_pressed || touch.pressed;
    return touch;
}

void draw_focus_ring(Ui& ui, const Touch& touch, const Box& box) {
    if (touch.focused) outline(inset(box, -3), ui.theme.palette.focus, Theme::ring, Theme::radius + 3);
}

Scope::Scope(std::string_view key) {
    ImGui::PushID(key.data(), key.data() + key.size());
}
Scope::~Scope() {
    ImGui::PopID();
}

Part::Part(Ui& ui, std::string_view key, Role role, std::string_view name) : ui_(ui) {
    SemanticNode node;
    node.id = id_of(key);
    node.role = role;
    node.name = name;
    ui_.semantics.open(std::move(node));
}
Part::Part(Ui& ui, SemanticNode node) : ui_(ui) {
    ui_.semantics.open(std::move(node));
}
Part::~Part() {
    ui_.semantics.close();
}

ScrollSubject::ScrollSubject(Ui& ui, ItemId item) : ui_(ui) {
    ui_.scrolls.subject = item;
}
ScrollSubject::~ScrollSubject() {
    ui_.scrolls.subject = {};
}

Row::Row(Ui& ui, float gap) : ui_(ui) {
    ui_.layout.open_row(gap);
}
Row::~Row() {
    ui_.layout.close_row();
}

}  // namespace daybook
