#include "app/widgets/places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "app/widgets/panel.h"
#include "app/widgets/place_button.h"
#include "app/widgets/typesetting.h"

namespace daybook {
namespace {

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
constexpr auto count = static_cast<float>(places_on_rail.size());
constexpr float most_shrunk = 0.85F;

float name_width(const Theme& theme, const Words& say, Word name) {
    return text_width(theme.caption_strong(), say(name));
}

float longest_name(const Theme& theme, const Words& say) {
    float longest = 0;
    for (const PlaceOnRail& place : places_on_rail) longest = std::max(longest, name_width(theme, say, place.name));
    return longest;
}

/// The places from the top of the rail down.
std::optional<Place> rail(Ui& ui, const Box& all, Place current) {
    std::optional<Place> pressed;
    const float least = ui.theme.scaled(50);
    const float high = std::clamp(std::floor((all.height - 12) / count), least, ui.theme.scaled(84));
    ui.layout.space(all.height - 12 >= count * high ? 12 : 0);
    for (const PlaceOnRail& place : places_on_rail) {
        const Box box = ui.layout.place(all.width - 1, high);
        ui.layout.space(0);
        const std::string_view name = ui.say(place.name);
        const PlaceLook look{.name = name, .icon = place.icon, .current = place.place == current};
        if (place_button(ui, name, look, box)) pressed = place.place;
    }
    return pressed;
}

/// Two lines of names, each as wide as it needs and an equal share of what is left.
std::vector<float> widths_in(const Theme& theme, const Words& say, const Bar& bar, float width) {
    std::vector<float> widths(places_on_rail.size(), bar.place);
    if (bar.lines == 1) return widths;
    for (std::size_t from = 0; from < widths.size(); from += static_cast<std::size_t>(bar.columns)) {
        const std::size_t to = std::min(from + static_cast<std::size_t>(bar.columns), widths.size());
        float left = width - (to == widths.size() ? bar.lock : 0);
        for (std::size_t index = from; index < to; ++index) left -= name_width(theme, say, places_on_rail[index].name);
        for (std::size_t index = from; index < to; ++index) {
            const auto sharing = static_cast<float>(to - from);
            widths[index] = name_width(theme, say, places_on_rail[index].name) + left / sharing;
        }
    }
    return widths;
}

std::optional<Place> bar(Ui& ui, const Frame& frame, Place current) {
    std::optional<Place> pressed;
    const Bar& bar = frame.bar;
    const auto widths = widths_in(ui.theme, ui.say, bar, frame.places.width);
    float x = frame.places.x;
    float y = frame.places.y;
    for (std::size_t index = 0; index < places_on_rail.size(); ++index) {
        if (index == static_cast<std::size_t>(bar.columns)) {
            x = frame.places.x;
            y += bar.line;
        }
        const PlaceOnRail& place = places_on_rail[index];
        const std::string_view name = ui.say(place.name);
        const PlaceLook look{.name = name,
                             .icon = place.icon,
                             .form = bar.lines == 1 ? PlaceLook::Form::both : PlaceLook::Form::name_alone,
                             .shrink = shrink_in(ui.theme, ui.say, bar),
                             .current = place.place == current};
        if (place_button(ui, name, look, {x, y, widths[index], bar.line})) pressed = place.place;
        x += widths[index];
    }
    return pressed;
}

}  // namespace

Bar bar_for(const Theme& theme, const Words& say, float width) {
    Bar bar{.columns = static_cast<int>(places_on_rail.size()) + 1, .line = theme.scaled(50) + 14};
    // On a phone the names of the places need the room.
    const float equal = std::floor(width / (count + 1));
    bar.lock = width < 480 ? std::max(text_width(theme.caption(), say(Word::places_lock)) + 12, Theme::target) : equal;
    bar.place = (width - bar.lock) / count;
    if (longest_name(theme, say) * most_shrunk + 2 <= bar.place) return bar;
    bar = {.columns = 3, .lines = 2, .line = std::max(theme.caption().line + 12, Theme::target)};
    bar.place = bar.lock = width / 3;
    return bar;
}

float shrink_in(const Theme& theme, const Words& say, const Bar& bar) {
    if (bar.lines > 1) return 1;
    return std::clamp((bar.place - 2) / longest_name(theme, say), most_shrunk, 1.0F);
}

std::optional<Place> places(Ui& ui, const Frame& frame, Place current) {
    if (frame.places.height <= 0) return std::nullopt;
    const Palette& palette = ui.theme.palette;
    const Box& all = frame.places;
    const bool on_rail = frame.shape == Frame::Shape::wide;
    if (on_rail) {
        fill({all.x + all.width - 1, all.y, 1, all.height + frame.lock.height + frame.status.height}, palette.line, 0);
    } else {
        // To the window's edges, also where a notch or the system's own bar keeps words away.
        const ImVec2 window = ImGui::GetMainViewport()->Size;
        fill({0, all.y, window.x, window.y - all.y}, palette.surface, 0);
        fill({0, all.y, window.x, 1}, palette.line, 0);
    }
    const Scope scope("places");
    const Part navigation(ui, "navigation", Role::navigation, ui.say(Word::places_all));
    // One panel for both, so that a place is the same node on the rail and in the bar, and keeps the focus when the
    // window is turned. A rail that is too low for all of them is scrolled.
    const Panel panel(ui, "places", all, {.sides = 0, .top = 0, .bottom = 0});
    return on_rail ? rail(ui, all, current) : bar(ui, frame, current);
}

}  // namespace daybook
