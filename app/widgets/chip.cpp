#include "app/widgets/chip.h"

#include <algorithm>

#include "app/widgets/content.h"

namespace daybook {

bool chip(Ui& ui, const ChipSpec& spec) {
    const Palette& palette = ui.theme.palette;
    // Measured in the heavier cut and with room for the tick, so that a chip stays as it is when it is pressed.
    TextStyle style = ui.theme.label();
    const float tick = spec.icon == Icon::none ? ui.theme.scaled(18) : 0;
    const float sides = spec.icon == Icon::none ? 8 : 17;
    const float behind = spec.icon == Icon::none ? 6 : 0;  // the end is round: words keep farther from it than the tick
    const Content content{spec.label, spec.icon};
    const float natural = content_width(ui.theme, style, content) + tick + 2 * sides + behind;
    const float wide = spec.width > 0 ? spec.width : std::min(natural, ui.layout.width());
    const float inside = wide - tick - (natural > wide ? 16 : 2 * sides + behind) + 1;
    const Box box = ui.layout.place(wide, ui.theme.height_for(content_lines(ui.theme, style, content, inside)));

    SemanticNode node;
    node.role = Role::toggle_button;
    node.name = spec.name.empty() ? spec.label : spec.name;
    node.pressed = spec.on;
    const Touch touch = touchable(ui, spec.key.empty() ? spec.label : spec.key, box, std::move(node));
    if (!is_visible(box)) return touch.pressed;

    const float radius = spec.shape == ChipSpec::Shape::box ? Theme::radius : ui.theme.height_for(1) / 2;
    Colour ground = spec.on ? palette.accent_soft : palette.surface;
    if (touch.held) ground = mixed(ground, palette.ink, 0.16F);
    fill(box, ground, radius);
    outline(box, spec.on ? palette.accent : palette.edge, spec.on ? 2.0F : 1.0F, radius);
    if (!spec.on) style.font = ui.theme.fonts.regular;
    Box words = box;
    if (spec.on && tick > 0) {
        const float size = ui.theme.scaled(16);
        draw_icon(Icon::check, box.x + sides, box.y + (box.height - size) / 2, size, palette.accent);
        words.x += tick;
        words.width -= tick + behind;
    }
    const Colour ink = spec.faded ? palette.quiet : palette.ink;
    draw_content(ui.theme, style, words, inside, content, ink, spec.tint.value_or(ink));
    if (touch.focused) outline(inset(box, -3), palette.focus, Theme::ring, radius + 3);
    return touch.pressed;
}

}  // namespace daybook
