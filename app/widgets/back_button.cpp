#include "app/widgets/back_button.h"

#include <algorithm>
#include <utility>

#include "app/widgets/icon.h"

namespace daybook {
namespace {

constexpr float icon_points = 24;

float side_of(const Theme& theme) {
    return std::max(theme.scaled(icon_points) + 24, Theme::target);
}

}  // namespace

bool back_button(Ui& ui, const Box& area) {
    const float icon = ui.theme.scaled(icon_points);
    const float side = side_of(ui.theme);
    SemanticNode node;
    node.role = Role::button;
    node.name = ui.say(Word::common_back);
    const Box box{area.x + 8, area.y + 12, side, side};
    const Touch touch = touchable(ui, "back", box, std::move(node));
    if (touch.held) fill(box, mixed(ui.theme.palette.paper, ui.theme.palette.ink, 0.12F));
    draw_icon(Icon::back, box.x + (side - icon) / 2, box.y + (side - icon) / 2, icon, ui.theme.palette.accent);
    draw_focus_ring(ui, touch, box);
    return touch.pressed;
}

float beside_back_button(const Theme& theme, const Box& area) {
    return area.x + 8 + side_of(theme) + 4;
}

}  // namespace daybook
