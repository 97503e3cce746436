#include "app/widgets/ui.h"

#include <algorithm>
#include <cmath>

namespace daybook {
namespace {

bool finger_stayed() {
    return ImGui::GetIO().MouseDragMaxDistanceSqr[ImGuiMouseButton_Left] < Theme::slop * Theme::slop;
}

// Dragging the content of a panel moves it, as a finger expects; a drag in a native editor selects words instead.
void scroll_by_dragging(const Box& box) {
    const ImGuiIO& io = ImGui::GetIO();
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left) || finger_stayed() || io.WantTextInput) return;
    const ImVec2 start = io.MouseClickedPos[ImGuiMouseButton_Left];
    const bool began_here = start.x >= box.x && start.x < box.x + box.width - ImGui::GetStyle().ScrollbarSize &&
                            start.y >= box.y && start.y < box.y + box.height;
    if (began_here) ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() - io.MouseDelta.y, 0.0F, ImGui::GetScrollMaxY()));
}

}  // namespace

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

    ImGui::SetCursorScreenPos(upper_left(box));
    const bool clicked =
        ImGui::InvisibleButton(std::string(key).c_str(), {box.width, box.height}, ImGuiButtonFlags_EnableNav);
    const bool by_mouse = ImGui::IsMouseReleased(ImGuiMouseButton_Left);
    touch.pressed = enabled && clicked && (!by_mouse || finger_stayed());
    touch.held = enabled && ImGui::IsItemActive() && finger_stayed();
    touch.focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;

    Attention& attention = ui.attention;
    if (attention.focused == touch.id) {
        touch.focused = true;
        if (attention.just_focused) reveal(box);
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
Part::~Part() {
    ui_.semantics.close();
}

Panel::Panel(Ui& ui, std::string_view key, const Box& box, Padding padding) : ui_(ui), box_(box), padding_(padding) {
    ImGui::SetCursorScreenPos(upper_left(box));
    ImGui::BeginChild(std::string(key).c_str(), {std::max(box.width, 1.0F), std::max(box.height, 1.0F)},
                      ImGuiChildFlags_None, ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    left_ = origin.x;
    ui_.layout.open_column(origin.x + padding.sides, origin.y + padding.top, box.width - 2 * padding.sides);
}

Panel::~Panel() {
    const float bottom = ui_.layout.close_column() + padding_.bottom;
    ImGui::SetCursorScreenPos({left_, bottom});
    ImGui::Dummy({0, 0});
    scroll_by_dragging(box_);
    ImGui::EndChild();
}

Card::Card(Ui& ui, Tone tone) : ui_(ui), tone_(tone) {
    const Box top = ui_.layout.place(0);
    left_ = top.x;
    top_ = top.y;
    width_ = top.width;
    layers_.Split(ImGui::GetWindowDrawList(), 2);
    layers_.SetCurrentChannel(ImGui::GetWindowDrawList(), 1);
    ui_.layout.open_column(left_ + 16, top_ + 16, width_ - 32);
}

Card::~Card() {
    const float bottom = ui_.layout.close_column() + 16;
    const Palette& palette = ui_.theme.palette;
    const Box box{left_, top_, width_, bottom - top_};
    layers_.SetCurrentChannel(ImGui::GetWindowDrawList(), 0);
    fill(box, tone_ == Tone::plain    ? palette.surface
              : tone_ == Tone::accent ? palette.accent_soft
                                      : palette.danger_soft);
    outline(box, tone_ == Tone::plain ? palette.line : tone_ == Tone::accent ? palette.accent : palette.danger);
    layers_.Merge(ImGui::GetWindowDrawList());
    ui_.layout.space(0);
    ui_.layout.place(bottom - top_);
    ui_.layout.space(16);
}

Row::Row(Ui& ui, float gap) : ui_(ui) {
    ui_.layout.open_row(gap);
}
Row::~Row() {
    ui_.layout.close_row();
}

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

void reveal(const Box& box) {
    const Box seen = clip_box();
    if (box.y >= seen.y && box.y + box.height <= seen.y + seen.height) return;
    ImGui::SetScrollFromPosY(box.y + box.height / 2 - ImGui::GetWindowPos().y, 0.5F);
}

Box clip_box() {
    const ImVec2 least = ImGui::GetWindowDrawList()->GetClipRectMin();
    const ImVec2 most = ImGui::GetWindowDrawList()->GetClipRectMax();
    return {least.x, least.y, std::max(most.x - least.x, 0.0F), std::max(most.y - least.y, 0.0F)};
}

}  // namespace daybook
