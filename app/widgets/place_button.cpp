#include "app/widgets/place_button.h"

#include <cmath>
#include <utility>

#include "app/widgets/typesetting.h"

namespace daybook {
namespace {

/// How high the pictogram and the name are, and where the name begins.
struct Heights {
    float all = 0;
    float name = 0;
};

Heights heights_of(const Theme& theme, const PlaceLook& look) {
    const float line = theme.caption().line;
    const float pill = theme.scaled(30);
    switch (look.form) {
        case PlaceLook::Form::name_alone:
            return {line, 0};
        case PlaceLook::Form::icon_alone:
            return {theme.scaled(20), 0};
        case PlaceLook::Form::both:
            break;
    }
    return {pill + 1 + line, pill + 1};
}

}  // namespace

bool place_button(Ui& ui, std::string_view key, const PlaceLook& look, const Box& box) {
    const Theme& theme = ui.theme;
    const Palette& palette = theme.palette;
    SemanticNode node;
    node.role = Role::button;
    node.name = look.name;
    node.description = look.description;
    node.current = look.current;
    const Touch touch = touchable(ui, key, box, std::move(node));

    TextStyle style = look.current ? theme.caption_strong() : theme.caption();
    style.size = std::floor(style.size * look.shrink);
    const float wide = text_width(style, look.name);
    const Heights heights = heights_of(theme, look);
    const float middle = box.x + box.width / 2;
    const float top = std::round(box.y + (box.height - heights.all) / 2);
    const bool icon = look.form != PlaceLook::Form::name_alone;
    if (look.current || touch.held) {
        const float width = icon ? theme.scaled(56) : std::min(wide + theme.scaled(20), box.width - 4);
        const float height = icon ? theme.scaled(30) : box.height - 8;
        const Box pill{middle - width / 2, icon ? top : box.y + 4, width, std::min(height, box.height)};
        fill(pill, touch.held ? mixed(palette.paper, palette.ink, 0.16F) : palette.accent_soft, pill.height / 2);
        if (look.current && palette.accent_soft == palette.paper) outline(pill, palette.accent, 2, pill.height / 2);
    }
    if (icon) {
        const float size = theme.scaled(look.form == PlaceLook::Form::both ? 22 : 20);
        const float inside = look.form == PlaceLook::Form::both ? (theme.scaled(30) - size) / 2 : 0;
        draw_icon(look.icon, middle - size / 2, top + inside, size, look.current ? palette.accent : palette.quiet);
    }
    if (look.form != PlaceLook::Form::icon_alone) {
        draw_line(style, middle - wide / 2, top + heights.name, look.current ? palette.accent : palette.ink, look.name);
    }
    draw_focus_ring(ui, touch, inset(box, box.height < Theme::target ? 2 : 4));
    return touch.pressed;
}

}  // namespace daybook
