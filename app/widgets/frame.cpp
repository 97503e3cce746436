#include "app/widgets/frame.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/widgets/icon.h"
#include "app/widgets/text.h"

namespace daybook {
namespace {

constexpr float rail_width = 104;
constexpr float bar_height = 64;
constexpr float strip_height = 28;
constexpr float status_height = 72;
constexpr float lock_height = 64;
constexpr float wide_from = 900;
constexpr float least_height_for_bar = 520;

struct PlaceOnRail {
    Place place;
    Word name;
    Icon icon;
};

constexpr std::array<PlaceOnRail, 5> places_on_rail{{{Place::today, Word::places_today, Icon::today},
                                                     {Place::notebook, Word::places_notebook, Icon::notebook},
                                                     {Place::hand_over, Word::places_hand_over, Icon::hand_over},
                                                     {Place::find, Word::places_find, Icon::find},
                                                     {Place::more, Word::places_more, Icon::more}}};

/// How much smaller a name is written where its place is this wide.
float small_name(float width) {
    return width < 66 ? 0.85F : width < 76 ? 0.9F : 1.0F;
}

bool place_button(Ui& ui, const PlaceOnRail& place, const Box& box, bool current) {
    const Palette& palette = ui.theme.palette;
    const std::string_view whole = ui.say(place.name);
    SemanticNode node;
    node.role = Role::button;
    node.name = whole;
    node.current = current;
    const Touch touch = touchable(ui, whole, box, std::move(node));
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
    const std::string name = elided(style, whole, box.width - 2);
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
        frame.places = {work.x, work.y, rail_width, work.height - status_height - lock_height};
        frame.lock = {work.x, work.y + frame.places.height, rail_width - 1, lock_height};
        frame.status = {work.x, work.y + work.height - status_height, rail_width, status_height};
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
        // On a phone the names of the places need the room.
        const float equal = std::floor(work.width / (places_on_rail.size() + 1));
        const float lock_width = work.width < 480 ? Theme::target : equal;
        const float top = frame.screen.y + frame.screen.height;
        frame.places = {work.x, top, work.width - lock_width, bar_height};
        frame.lock = {work.x + work.width - lock_width, top, lock_width, bar_height};
    } else {
        frame.lock = {work.x + work.width - 56, work.y, 56, strip_height};
        frame.status.width -= 48;
    }
    return frame;
}

Frame undivided(const Box& work) {
    Frame frame;
    frame.shape = work.width >= wide_from ? Frame::Shape::wide : Frame::Shape::narrow;
    frame.screen = work;
    frame.lock = {work.x + work.width - 72, work.y + 8, 64, 56};
    return frame;
}

bool lock_button(Ui& ui, const Frame& frame) {
    const Palette& palette = ui.theme.palette;
    const Box& box = frame.lock;
    // A panel of its own lies above the screen's, which takes the finger otherwise.
    const Panel panel(ui, "lock", box, {.sides = 0, .top = 0, .bottom = 0});
    SemanticNode node;
    node.role = Role::button;
    node.name = ui.say(Word::places_lock);
    node.description = ui.say(Word::places_lock_does);
    const Touch touch = touchable(ui, "lock", box, std::move(node));
    const bool low = box.height < Theme::target;
    const float middle = box.x + box.width / 2;
    const float top = box.y + (box.height - (low ? 20 : 50)) / 2;
    if (touch.held) fill({middle - 28, top, 56, low ? 20.0F : 30.0F}, mixed(palette.paper, palette.ink, 0.16F), 15);
    draw_icon(Icon::lock, middle - 10, top + (low ? 0 : 4), 20, palette.quiet);
    if (!low) {
        TextStyle style = ui.theme.caption();
        const bool in_bar = frame.shape == Frame::Shape::narrow && frame.places.width > 0;
        if (in_bar) style.size *= small_name(frame.places.width / places_on_rail.size());
        const std::string_view name = ui.say(Word::places_lock);
        draw_line(style, middle - text_width(style, name) / 2, top + 31, palette.ink, name);
    }
    draw_focus_ring(ui, touch, inset(box, low ? 2 : 4));
    return touch.pressed;
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
    const Part navigation(ui, "navigation", Role::navigation, ui.say(Word::places_all));
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

namespace {

bool closing_button(Ui& ui, const Box& box) {
    SemanticNode node;
    node.role = Role::button;
    node.name = ui.say(Word::notice_close);
    const Touch touch = touchable(ui, "close notice", box, std::move(node));
    draw_icon(Icon::close, box.x + 14, box.y + 14, 20, ui.theme.palette.ink);
    draw_focus_ring(ui, touch, inset(box, 4));
    return touch.pressed;
}

}  // namespace

bool notice_bar(Ui& ui, Box& screen, const Notice& notice) {
    const Palette& palette = ui.theme.palette;
    const TextStyle style = ui.theme.body();
    const bool calm = notice.calm == Calm::calm;
    const Colour edge = calm ? palette.accent : palette.danger;
    const float closing = notice.can_be_closed ? 56 : 0;
    const float width = screen.width - 64 - closing;
    const auto lines = wrapped(style, notice.words, width);
    const float height = std::max(static_cast<float>(lines.size()) * style.line + 22, Theme::target);
    const Box box{screen.x, screen.y, screen.width, height};
    fill(box, calm ? palette.accent_soft : palette.danger_soft, 0);
    fill({box.x, box.y + box.height - 1, box.width, 1}, edge, 0);
    const Icon usual = calm ? Icon::check : Icon::warning;
    draw_icon(notice.icon == Icon::none ? usual : notice.icon, box.x + 16, box.y + 14, 20, edge);
    draw_lines(style, box.x + 48, box.y + 11, width, palette.ink, notice.words);
    SemanticNode node;
    node.id = id_of(notice.key);
    node.role = calm ? Role::status : Role::alert;
    node.name = notice.words;
    node.box = box;
    ui.semantics.add(std::move(node));
    screen.y += height;
    screen.height -= height;
    if (!notice.can_be_closed) return false;
    return closing_button(ui, {box.x + box.width - 52, box.y + (box.height - 48) / 2, 48, 48});
}

}  // namespace daybook
