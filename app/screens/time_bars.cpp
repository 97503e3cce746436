#include "app/screens/time_bars.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <map>
#include <string>
#include <vector>

#include "app/widgets/typesetting.h"
#include "app/words/times.h"
#include "core/base/wall_clock.h"

namespace daybook {
namespace {

constexpr float hour_ms = 3'600'000;
constexpr std::size_t most_lanes = 4;  // of one inspector; more at once are in the list alone

/// In hours since the day's midnight, on the wall of who recorded it.
struct Bar {
    float from = 0;
    float to = 0;
};

struct Lane {
    std::vector<std::vector<Bar>> activities;
    float end = 0;
};

using LanesOf = std::map<std::string, std::vector<Lane>>;  // by inspector

Bar bar_of(const DayPart& part, const Stretch& stretch, const std::string& day) {
    const auto midnight = moment_of(day, "00:00", part.activity->started.utc_offset_minutes);
    const auto hours = [&](Instant at) {
        // In floating point before anything is subtracted: a stranger's moments are as far apart as they like.
        const double since = static_cast<double>(at.unix_ms) - static_cast<double>(midnight ? midnight->unix_ms : 0);
        return std::clamp(static_cast<float>(since / hour_ms), 0.0F, 24.0F);
    };
    return {hours(stretch.from), hours(stretch.to)};
}

/// Each into the first lane that is free by then.
LanesOf lanes_of(const TimeTable::Day& day) {
    LanesOf all;
    for (const DayPart& part : day.parts) {
        if (part.stretches.empty()) continue;
        std::vector<Bar> bars;
        for (const Stretch& one : part.stretches) bars.push_back(bar_of(part, one, day.day));
        std::vector<Lane>& lanes = all[part.activity->author];
        auto lane = std::ranges::find_if(lanes, [&](const Lane& one) { return one.end <= bars.front().from; });
        if (lane == lanes.end()) {
            if (lanes.size() == most_lanes) continue;
            lane = lanes.insert(lanes.end(), Lane{});
        }
        lane->end = bars.back().to;
        lane->activities.push_back(std::move(bars));
    }
    return all;
}

/// Whole hours around everything, four at least.
Bar hours_shown(const LanesOf& lanes) {
    Bar shown{24, 0};
    for (const auto& [inspector, of_one] : lanes) {
        for (const Lane& lane : of_one) {
            shown.from = std::min(shown.from, lane.activities.front().front().from);
            shown.to = std::max(shown.to, lane.end);
        }
    }
    shown.from = std::floor(shown.from);
    shown.to = std::max(std::ceil(shown.to), shown.from + 4);
    if (shown.to > 24) shown = {20, 24};
    return shown;
}

std::string hour_words(const Words& say, int hour) {
    return say(phrase::time_minutes{.hour = std::format("{:02}", hour), .minute = "00"});
}

class Picture {
public:
    Picture(Ui& ui, const Box& box, Bar hours) : ui_(ui), box_(box), hours_(hours) {}

    [[nodiscard]] float x_of(float hour) const {
        return box_.x + (hour - hours_.from) / (hours_.to - hours_.from) * box_.width;
    }
    /// Lines at as many hours as there is room for their names, and the names beneath.
    void hours(float top, float bottom) const {
        const TextStyle style = ui_.theme.caption();
        const float room = 1.5F * text_width(style, hour_words(ui_.say, 20));
        const float hour = box_.width / (hours_.to - hours_.from);
        constexpr std::array<int, 5> steps{1, 2, 3, 6, 12};
        const auto fits =
            std::ranges::find_if(steps, [&](int step) { return static_cast<float>(step) * hour >= room; });
        const int step = fits == steps.end() ? 24 : *fits;
        for (int at = static_cast<int>(hours_.from); at <= static_cast<int>(hours_.to); at += step) {
            const float x = std::round(x_of(static_cast<float>(at)));
            fill({x, top, 1, bottom - top}, ui_.theme.palette.line, 0);
            const std::string words = hour_words(ui_.say, at);
            const float width = text_width(style, words);
            const float left = std::clamp(x - width / 2, box_.x, std::max(box_.x, box_.x + box_.width - width));
            draw_line(style, left, bottom, ui_.theme.palette.quiet, words);
        }
    }
    /// A thin line through its pauses holds together what is one activity.
    void activity(const std::vector<Bar>& bars, float y, float height) const {
        const Palette& palette = ui_.theme.palette;
        const float from = x_of(bars.front().from);
        fill({from, std::round(y + height / 2), x_of(bars.back().to) - from, 1}, palette.accent, 0);
        for (const Bar& bar : bars) {
            constexpr float least = 2;  // so that a minute is seen
            const float left = x_of(bar.from);
            const float width = std::max(x_of(bar.to) - left - 1, least);
            fill({left, y, width, height}, palette.accent, std::min(3.0F, width / 2));
        }
    }

private:
    Ui& ui_;
    Box box_;
    Bar hours_;
};

void say_it(Ui& ui, const Box& box, Bar hours) {
    SemanticNode node;
    node.id = id_of("bars");
    node.role = Role::image;
    node.name = ui.say(phrase::time_spent_as_bars{.start = hour_words(ui.say, static_cast<int>(hours.from)),
                                                  .end = hour_words(ui.say, static_cast<int>(hours.to))});
    node.box = box;
    ui.semantics.add(std::move(node));
}

}  // namespace

void time_bars(Ui& ui, const TimeTable::Day& day) {
    const LanesOf all = lanes_of(day);
    if (all.empty()) return;
    const Bar hours = hours_shown(all);
    const TextStyle style = ui.theme.caption();
    const float bar = ui.theme.scaled(14);
    constexpr float gap = 4;
    const float width = ui.layout.width();
    const bool named = all.size() > 1;
    float height = gap;
    for (const auto& [inspector, lanes] : all) {
        if (named) height += static_cast<float>(wrapped(style, inspector, width).size()) * style.line;
        height += static_cast<float>(lanes.size()) * (bar + gap) + gap;
    }
    const Box box = ui.layout.place(height + style.line);
    say_it(ui, box, hours);
    if (!is_visible(box)) return;
    const Picture picture(ui, box, hours);
    picture.hours(box.y, box.y + std::round(height));
    float y = box.y + gap;
    for (const auto& [inspector, lanes] : all) {
        if (named) y += draw_lines(style, box.x, y, width, ui.theme.palette.quiet, inspector);
        for (const Lane& lane : lanes) {
            for (const std::vector<Bar>& one : lane.activities) picture.activity(one, y, bar);
            y += bar + gap;
        }
        y += gap;
    }
}

}  // namespace daybook
