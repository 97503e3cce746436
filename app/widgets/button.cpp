#include "app/widgets/button.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/widgets/text.h"

namespace daybook {
namespace {

constexpr float icon_size = 20;
constexpr float icon_gap = 8;
constexpr float usual_sides = 20;

struct Paint {
    Colour ground;
    Colour words;
    std::optional<Colour> edge;
};

Paint paint_of(const Palette& palette, Look look) {
    switch (look) {
        case Look::primary:
            return {palette.accent, palette.on_accent, std::nullopt};
        case Look::danger:
            return {palette.surface, palette.danger, palette.danger};
        case Look::quiet:
            return {palette.paper, palette.accent, std::nullopt};
        case Look::secondary:
            break;
    }
    return {palette.surface, palette.ink, palette.edge};
}

float content_width(const TextStyle& style, std::string_view label, Icon icon) {
    const float picture = icon == Icon::none ? 0 : icon_size + (label.empty() ? 0 : icon_gap);
    return picture + text_width(style, label);
}

/// Icon and label in the middle of `box`, the label shortened if it must be.
void draw_content(const TextStyle& style, const Box& box, std::string_view label, Icon icon, Colour words,
                  Colour picture) {
    const float most = box.width - 16;
    const float wide = std::min(content_width(style, label, icon), most);
    float x = box.x + (box.width - wide) / 2;
    const float middle = box.y + box.height / 2;
    if (icon != Icon::none) {
        draw_icon(icon, x, middle - icon_size / 2, icon_size, picture);
        x += icon_size + icon_gap;
    }
    const std::string shown = elided(style, label, box.x + box.width - 8 - x);
    draw_line(style, x, middle - style.line / 2, words, shown);
}

}  // namespace

bool button(Ui& ui, const ButtonSpec& spec) {
    const TextStyle style = ui.theme.label();
    const float sides = spec.look == Look::quiet ? 12 : usual_sides;
    const float wide = spec.fit == Fit::column ? 0 : content_width(style, spec.label, spec.icon) + 2 * sides;
    Box box = ui.layout.place(std::max(wide, spec.fit == Fit::column ? 0 : Theme::target), spec.height);
    if (spec.hangs) box.x -= sides;

    SemanticNode node;
    node.role = Role::button;
    node.name = spec.name.empty() ? spec.label : spec.name;
    node.description = spec.description;
    node.expanded = spec.expanded;
    node.disabled = spec.disabled;
    const Touch touch = touchable(ui, spec.key.empty() ? spec.label : spec.key, box, std::move(node));
    if (!is_visible(box)) return touch.pressed;

    Paint paint = paint_of(ui.theme.palette, spec.look);
    if (spec.disabled) {
        paint.words = mixed(paint.words, ui.theme.palette.paper, 0.5F);
        paint.ground = mixed(paint.ground, ui.theme.palette.paper, 0.5F);
    }
    if (touch.held) paint.ground = mixed(paint.ground, ui.theme.palette.ink, 0.16F);
    if (spec.look != Look::quiet || touch.held) fill(box, paint.ground);
    if (paint.edge) outline(box, *paint.edge);
    draw_content(style, box, spec.label, spec.icon, paint.words, paint.words);
    draw_focus_ring(ui, touch, box);
    return touch.pressed;
}

float button_width(Ui& ui, std::string_view label, Icon icon) {
    return std::ceil(content_width(ui.theme.label(), label, icon)) + 2 * usual_sides;
}

bool chip(Ui& ui, const ChipSpec& spec) {
    const Palette& palette = ui.theme.palette;
    // Measured in the heavier cut and with room for the tick, so that a chip stays as wide as it is when it is pressed.
    const float wide = spec.width > 0 ? spec.width : content_width(ui.theme.label(), spec.label, spec.icon) + 34;
    const Box box = ui.layout.place(wide, Theme::target);

    SemanticNode node;
    node.role = Role::toggle_button;
    node.name = spec.name.empty() ? spec.label : spec.name;
    node.pressed = spec.on;
    const Touch touch = touchable(ui, spec.key.empty() ? spec.label : spec.key, box, std::move(node));
    if (!is_visible(box)) return touch.pressed;

    Colour ground = spec.on ? palette.accent_soft : palette.surface;
    if (touch.held) ground = mixed(ground, palette.ink, 0.16F);
    fill(box, ground, spec.radius);
    outline(box, spec.on ? palette.accent : palette.edge, spec.on ? 2.0F : 1.0F, spec.radius);
    TextStyle style = ui.theme.label();
    if (!spec.on) style.font = ui.theme.fonts.regular;
    if (spec.on && spec.icon == Icon::none) {
        draw_icon(Icon::check, box.x + 9, box.y + 16, 16, palette.accent);
        draw_line(style, box.x + 27, box.y + (box.height - style.line) / 2, palette.ink,
                  elided(style, spec.label, box.width - 30));
    } else {
        draw_content(style, box, spec.label, spec.icon, palette.ink, spec.tint.value_or(palette.ink));
    }
    if (touch.focused) outline(inset(box, -3), palette.focus, Theme::ring, spec.radius + 3);
    return touch.pressed;
}

namespace {

bool choice(Ui& ui, const Choice& offered, const Box& box, bool chosen, std::size_t position, std::size_t of) {
    const Palette& palette = ui.theme.palette;
    SemanticNode node;
    node.role = Role::radio;
    node.name = offered.label;
    node.pressed = chosen;
    node.position = static_cast<int>(position);
    node.set_size = static_cast<int>(of);
    const Touch touch = touchable(ui, offered.label, box, std::move(node));
    if (!is_visible(box)) return touch.pressed;
    Colour ground = chosen ? palette.accent_soft : palette.surface;
    if (touch.held) ground = mixed(ground, palette.ink, 0.16F);
    fill(box, ground);
    outline(box, chosen ? palette.accent : palette.edge, chosen ? 2.0F : 1.0F);
    TextStyle style = ui.theme.label();
    if (!chosen) style.font = ui.theme.fonts.regular;
    draw_content(style, box, offered.label, offered.icon, palette.ink, offered.tint.value_or(palette.ink));
    draw_focus_ring(ui, touch, box);
    return touch.pressed;
}

}  // namespace

std::optional<std::size_t> choices_in_row(Ui& ui, std::string_view name, std::span<const Choice> offered,
                                          std::optional<std::size_t> chosen, float width) {
    std::optional<std::size_t> pressed;
    const Scope scope(name);
    const Part group(ui, "choices", Role::radio_group, name);
    for (std::size_t index = 0; index < offered.size(); ++index) {
        const Choice& one = offered[index];
        const float wide = width > 0 ? width : content_width(ui.theme.label(), one.label, one.icon) + 32;
        const Box box = ui.layout.place(wide, Theme::target);
        if (choice(ui, one, box, chosen == index, index + 1, offered.size())) pressed = index;
    }
    return pressed;
}

std::optional<std::size_t> choices(Ui& ui, std::string_view name, std::span<const Choice> offered,
                                   std::optional<std::size_t> chosen) {
    const Row row(ui);
    return choices_in_row(ui, name, offered, chosen, 0);
}

}  // namespace daybook
