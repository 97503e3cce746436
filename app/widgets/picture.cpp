#include "app/widgets/picture.h"

#include <algorithm>
#include <cmath>

#include "app/widgets/typesetting.h"

namespace daybook {
namespace {

// At the usual size of words.
constexpr float least_width = 96;
constexpr float icon_size = 24;

/// As many stand side by side as there is room for, and fill the column: the gap between them is the row's.
float tile_width(const Ui& ui) {
    const float column = ui.layout.width();
    const float count =
        std::max(std::floor((column + Theme::unit) / (ui.theme.scaled(least_width) + Theme::unit)), 1.0F);
    return std::floor((column - (count - 1) * Theme::unit) / count);
}

float tile_height(const Ui& ui) {
    return std::round(ui.theme.scaled(least_width) * 0.75F);
}

Icon icon_of(Tile tile) {
    switch (tile) {
        case Tile::retired:
            return Icon::retired;
        case Tile::broken:
            return Icon::warning;
        case Tile::drawing:
            return Icon::none;
        case Tile::picture:
            break;
    }
    return Icon::camera;
}

}  // namespace

TileTouch tile(Ui& ui, const TileSpec& spec) {
    const Palette& palette = ui.theme.palette;
    const Box box = ui.layout.place(tile_width(ui), tile_height(ui));
    SemanticNode node;
    node.role = Role::button;
    node.name = spec.name;
    node.description = spec.description;
    const Touch touch = touchable(ui, spec.key, box, std::move(node));
    if (is_visible(box)) {
        fill(box, touch.held ? mixed(palette.surface, palette.ink, 0.16F) : palette.surface);
        const float size = ui.theme.scaled(icon_size);
        const Colour ink = spec.tile == Tile::broken ? palette.danger : palette.quiet;
        draw_icon(icon_of(spec.tile), box.x + (box.width - size) / 2, box.y + (box.height - size) / 2, size, ink);
        // The frame is seen around the picture, and shows that it is held.
        outline(box, touch.held ? palette.accent : palette.edge, touch.held ? 2.0F : 1.0F);
        draw_focus_ring(ui, touch, box);
    }
    return {touch.pressed, inset(box, touch.held ? 2.0F : 1.0F)};
}

bool tile_button(Ui& ui, std::string_view label, Icon icon, std::string_view name) {
    const Palette& palette = ui.theme.palette;
    const TextStyle style = ui.theme.label();
    const float size = ui.theme.scaled(icon_size);
    const float wide = tile_width(ui);
    const auto lines = wrapped(style, label, wide - 12);
    const float content = size + static_cast<float>(lines.size()) * style.line;
    const Box box = ui.layout.place(wide, std::max(tile_height(ui), content + 16));
    SemanticNode node;
    node.role = Role::button;
    node.name = name;
    const Touch touch = touchable(ui, label, box, std::move(node));
    if (!is_visible(box)) return touch.pressed;
    fill(box, touch.held ? mixed(palette.surface, palette.ink, 0.16F) : palette.surface);
    outline(box, palette.edge);
    float y = box.y + (box.height - content) / 2;
    draw_icon(icon, box.x + (box.width - size) / 2, y, size, palette.ink);
    y += size;
    for (const std::string_view line : lines) {
        draw_line(style, box.x + (box.width - text_width(style, line)) / 2, y, palette.ink, line);
        y += style.line;
    }
    draw_focus_ring(ui, touch, box);
    return touch.pressed;
}

Glide glide_over(const Box& box) {
    const ImGuiIO& io = ImGui::GetIO();
    const auto is_inside = [&](const ImVec2& point) {
        return point.x >= box.x && point.x < box.x + box.width && point.y >= box.y && point.y < box.y + box.height;
    };
    Glide glide;
    if (!is_inside(io.MousePos)) return glide;
    if (io.MouseSource == ImGuiMouseSource_Mouse && io.MouseWheel != 0) {
        glide.closer = std::pow(1.25F, std::clamp(io.MouseWheel, -4.0F, 4.0F));
    } else if (io.MouseSource != ImGuiMouseSource_Mouse) {
        // As far as the finger went: the platform says it in lines of text, of which Dear ImGui scrolls five at once.
        const float unit = 5 * std::max(ImGui::GetStyle().FontSizeBase * ImGui::GetStyle().FontScaleMain, 1.0F);
        glide.x = io.MouseWheelH * unit;
        glide.y = io.MouseWheel * unit;
    }
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left) && is_inside(io.MouseClickedPos[ImGuiMouseButton_Left])) {
        glide.x += io.MouseDelta.x;
        glide.y += io.MouseDelta.y;
    }
    return glide;
}

}  // namespace daybook
