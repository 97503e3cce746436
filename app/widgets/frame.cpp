#include "app/widgets/frame.h"

#include <algorithm>
#include <array>

#include "app/widgets/icon.h"
#include "app/widgets/text.h"

namespace daybook {
namespace {

constexpr float rail_width = 104;
constexpr float bar_height = 64;
constexpr float strip_height = 28;
constexpr float wide_from = 900;
constexpr float least_height_for_bar = 520;

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
    const float scale = box.width < 76 ? 0.9F : 1.0F;
    style.size *= scale;
    const std::string name = elided(style, place.name, box.width - 2);
    draw_line(style, middle - text_width(style, name) / 2, top + 31, current ? palette.accent : palette.ink, name);
    draw_focus_ring(ui, touch, inset(box, 4));
    return touch.pressed;
}

}  // namespace

Frame divide(const Box& work) {
    Frame frame;
    frame.screen = work;
    if (work.width >= wide_from) {
        frame.shape = Frame::Shape::wide;
        frame.places = {work.x, work.y, rail_width, work.height - 72};
        frame.status = {work.x, work.y + work.height - 72, rail_width, 72};
        frame.screen.x += rail_width;
        frame.screen.width -= rail_width;
        return frame;
    }
    frame.shape = Frame::Shape::narrow;
    frame.status = {work.x, work.y, work.width, strip_height};
    frame.screen.y += strip_height;
    frame.screen.height -= strip_height;
    if (work.height >= least_height_for_bar) {
        frame.screen.height -= bar_height;
        frame.places = {work.x, frame.screen.y + frame.screen.height, work.width, bar_height};
    }
    return frame;
}

Frame undivided(const Box& work) {
    Frame frame;
    frame.shape = work.width >= wide_from ? Frame::Shape::wide : Frame::Shape::narrow;
    frame.screen = work;
    return frame;
}

std::optional<Place> places(Ui& ui, const Frame& frame, Place current) {
    std::optional<Place> pressed;
    if (frame.places.height <= 0) return pressed;
    const Palette& palette = ui.theme.palette;
    const Box& all = frame.places;
    const bool rail = frame.shape == Frame::Shape::wide;
    if (rail) {
        fill({all.x + all.width - 1, all.y, 1, all.height + frame.status.height}, palette.line, 0);
    } else {
        fill(all, palette.surface, 0);
        fill({all.x, all.y, all.width, 1}, palette.line, 0);
    }
    const Scope scope("places");
    const Part navigation(ui, "navigation", Role::navigation, "Places");
    const float wide = rail ? all.width - 1 : all.width / static_cast<float>(places_on_rail.size());
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

void status_line(Ui& ui, const Frame& frame, std::string_view words, std::string_view beside, Calm calm) {
    const Palette& palette = ui.theme.palette;
    const TextStyle style = ui.theme.caption();
    const TextStyle strong = ui.theme.caption_strong();
    const Colour ink = calm == Calm::calm ? palette.quiet : palette.danger;
    const Box& box = frame.status;
    SemanticNode node;
    node.id = id_of("saved");
    node.role = Role::status;
    node.name = words;
    node.box = box;
    if (frame.shape == Frame::Shape::wide) {
        const auto lines = wrapped(style, words, box.width - 16);
        float y = box.y + box.height - 16 - static_cast<float>(lines.size()) * style.line;
        for (const std::string_view line : lines) {
            draw_line(style, box.x + (box.width - text_width(style, line)) / 2, y, ink, line);
            y += style.line;
        }
    } else {
        const float wide = text_width(style, words);
        draw_line(style, box.x + box.width - 16 - wide, box.y + 6, ink, words);
        draw_line(strong, box.x + 16, box.y + 6, palette.quiet, elided(strong, beside, box.width - wide - 48));
    }
    ui.semantics.add(std::move(node));
}

bool notice_bar(Ui& ui, Box& screen, const Notice& notice) {
    const Palette& palette = ui.theme.palette;
    const TextStyle style = ui.theme.body();
    const float closing = notice.can_be_closed ? 56 : 0;
    const float width = screen.width - 64 - closing;
    const auto lines = wrapped(style, notice.words, width);
    const float height = std::max(static_cast<float>(lines.size()) * style.line + 22, Theme::target);
    const Box box{screen.x, screen.y, screen.width, height};
    fill(box, palette.danger_soft, 0);
    fill({box.x, box.y + box.height - 1, box.width, 1}, palette.danger, 0);
    draw_icon(Icon::warning, box.x + 16, box.y + 14, 20, palette.danger);
    draw_lines(style, box.x + 48, box.y + 11, width, palette.ink, notice.words);
    SemanticNode node;
    node.id = id_of("notice");
    node.role = Role::alert;
    node.name = notice.words;
    node.box = box;
    ui.semantics.add(std::move(node));
    screen.y += height;
    screen.height -= height;
    if (!notice.can_be_closed) return false;

    const Box close{box.x + box.width - 52, box.y + (box.height - 48) / 2, 48, 48};
    SemanticNode button;
    button.role = Role::button;
    button.name = "Close this notice";
    const Touch touch = touchable(ui, "close notice", close, std::move(button));
    draw_icon(Icon::close, close.x + 14, close.y + 14, 20, palette.ink);
    draw_focus_ring(ui, touch, inset(close, 4));
    return touch.pressed;
}

}  // namespace daybook
