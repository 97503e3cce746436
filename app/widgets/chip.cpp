#include "app/widgets/chip.h"

#include <string>

#include "app/widgets/content.h"
#include "app/widgets/typesetting.h"

namespace daybook {

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

}  // namespace daybook
