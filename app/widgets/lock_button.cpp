#include "app/widgets/lock_button.h"

#include "app/widgets/icon.h"
#include "app/widgets/panel.h"
#include "app/widgets/places.h"
#include "app/widgets/typesetting.h"

namespace daybook {

bool lock_button(Ui& ui, const Frame& frame) {
    const Palette& palette = ui.theme.palette;
    const Box& box = frame.lock;
    // A panel of its own lies above the screen's, which takes the finger otherwise.
    const Panel panel(ui, "lock", box, {.sides = 0, .top = 0, .bottom = 0});
    SemanticNode node;
    node.role = Role::button;
    node.name = "Lock";
    node.description = "Forgets the keys and every word in memory";
    const Touch touch = touchable(ui, "lock", box, std::move(node));
    const bool low = box.height < Theme::target;
    const float middle = box.x + box.width / 2;
    const float top = box.y + (box.height - (low ? 20 : 50)) / 2;
    if (touch.held) fill({middle - 28, top, 56, low ? 20.0F : 30.0F}, mixed(palette.paper, palette.ink, 0.16F), 15);
    draw_icon(Icon::lock, middle - 10, top + (low ? 0 : 4), 20, palette.quiet);
    if (!low) {
        TextStyle style = ui.theme.caption();
        const bool in_bar = frame.shape == Frame::Shape::narrow && frame.places.width > 0;
        if (in_bar) style.size *= small_name(place_width(frame));
        draw_line(style, middle - text_width(style, "Lock") / 2, top + 31, palette.ink, "Lock");
    }
    draw_focus_ring(ui, touch, inset(box, low ? 2 : 4));
    return touch.pressed;
}

}  // namespace daybook
