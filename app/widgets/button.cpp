#include "app/widgets/button.h"

#include <algorithm>
#include <cmath>

#include "app/widgets/content.h"

namespace daybook {
namespace {

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

}  // namespace

bool button(Ui& ui, const ButtonSpec& spec) {
    const TextStyle style = ui.theme.label();
    const Content content{spec.label, spec.icon};
    const float sides = spec.look == Look::quiet ? 12 : usual_sides;
    // A pictogram alone stands in a square.
    const bool is_square = spec.label.empty() && spec.fit == Fit::label;
    const float natural = is_square ? ui.theme.height_for(1, spec.height)
                                    : std::ceil(content_width(ui.theme, style, content)) + 2 * sides;
    const float most = spec.fit == Fit::column ? ui.layout.room() : ui.layout.width();
    const float wide = spec.fit == Fit::column ? most : std::min(std::max(natural, Theme::target), most);
    const float inside = is_square ? wide : wide - (natural > wide ? 16 : 2 * sides) + 1;
    const std::size_t lines = content_lines(ui.theme, style, content, inside);
    Box box = ui.layout.place(wide, ui.theme.height_for(lines, spec.height));
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
    if (spec.expanded == true && spec.look == Look::secondary) {
        paint.ground = ui.theme.palette.accent_soft;
        paint.edge = ui.theme.palette.accent;
    }
    if (spec.disabled) {
        paint.words = mixed(paint.words, ui.theme.palette.paper, 0.5F);
        paint.ground = mixed(paint.ground, ui.theme.palette.paper, 0.5F);
        if (paint.edge) paint.edge = mixed(*paint.edge, ui.theme.palette.paper, 0.5F);
    }
    if (touch.held) paint.ground = mixed(paint.ground, ui.theme.palette.ink, 0.16F);
    if (spec.look != Look::quiet || touch.held) fill(box, paint.ground);
    if (paint.edge) outline(box, *paint.edge);
    draw_content(ui.theme, style, box, inside, content, paint.words, paint.words);
    draw_focus_ring(ui, touch, box);
    return touch.pressed;
}

float button_width(Ui& ui, std::string_view label, Icon icon) {
    if (label.empty()) return ui.theme.height_for(1);
    return std::ceil(content_width(ui.theme, ui.theme.label(), {label, icon})) + 2 * usual_sides;
}

}  // namespace daybook
