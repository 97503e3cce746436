#include "app/widgets/places.h"

#include <algorithm>
#include <array>

#include "app/widgets/icon.h"
#include "app/widgets/typesetting.h"

namespace daybook {
namespace {

struct PlaceOnRail {
    Place place;
    std::string_view name;
    Icon icon;
};

constexpr std::array<PlaceOnRail, 5> places_on_rail{{{Place::today, "Today", Icon::today},
                                                     {Place::notebook, "Notebook", Icon::notebook},
                                                     {Place::hand_over, "Hand over", Icon::hand_over},
                                                     {Place::find, "Find", Icon::find},
                                                     {Place::more, "More", Icon::more}}};

bool place_button(Ui& ui, const PlaceOnRail& place, const Box& box, bool current) {
    const Palette& palette = ui.theme.palette;
    SemanticNode node;
    node.role = Role::button;
    node.name = place.name;
    node.current = current;
    const Touch touch = touchable(ui, place.name, box, std::move(node));
    const float middle = box.x + box.width / 2;
    const float top = box.y + (box.height - 50) / 2;
    if (current || touch.held) {
        const Box pill{middle - 28, top, 56, 30};
        fill(pill, touch.held ? mixed(palette.paper, palette.ink, 0.16F) : palette.accent_soft, 15);
    }
    const Colour ink = current ? palette.accent : palette.quiet;
    draw_icon(place.icon, middle - 11, top + 4, 22, ink);
    TextStyle style = current ? ui.theme.caption_strong() : ui.theme.caption();
    style.size *= small_name(box.width);
    const std::string name = elided(style, place.name, box.width - 2);
    draw_line(style, middle - text_width(style, name) / 2, top + 31, current ? palette.accent : palette.ink, name);
    draw_focus_ring(ui, touch, inset(box, 4));
    return touch.pressed;
}

}  // namespace

float small_name(float width) {
    return width < 66 ? 0.85F : width < 76 ? 0.9F : 1.0F;
}

float place_width(const Frame& frame) {
    return frame.places.width / static_cast<float>(places_on_rail.size());
}

std::optional<Place> places(Ui& ui, const Frame& frame, Place current) {
    std::optional<Place> pressed;
    if (frame.places.height <= 0) return pressed;
    const Palette& palette = ui.theme.palette;
    const Box& all = frame.places;
    const bool rail = frame.shape == Frame::Shape::wide;
    if (rail) {
        fill({all.x + all.width - 1, all.y, 1, all.height + frame.lock.height + frame.status.height}, palette.line, 0);
    } else {
        fill({all.x, all.y, all.width + frame.lock.width, all.height}, palette.surface, 0);
        fill({all.x, all.y, all.width + frame.lock.width, 1}, palette.line, 0);
    }
    const Scope scope("places");
    const Part navigation(ui, "navigation", Role::navigation, "Places");
    const float wide = rail ? all.width - 1 : place_width(frame);
    const float high = rail ? std::min(84.0F, all.height / static_cast<float>(places_on_rail.size())) : all.height;
    for (std::size_t index = 0; index < places_on_rail.size(); ++index) {
        const auto step = static_cast<float>(index);
        const Box box =
            rail ? Box{all.x, all.y + 12 + step * high, wide, high} : Box{all.x + step * wide, all.y, wide, high};
        const PlaceOnRail& place = places_on_rail[index];
        if (place_button(ui, place, box, place.place == current)) pressed = place.place;
    }
    return pressed;
}

}  // namespace daybook
