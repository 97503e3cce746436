#include "app/screens/plan_strip.h"

#include <algorithm>
#include <array>
#include <vector>

#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"
#include "app/words/times.h"

namespace daybook {
namespace {

constexpr std::array<Word, 7> weekdays{Word::date_monday,   Word::date_tuesday, Word::date_wednesday,
                                       Word::date_thursday, Word::date_friday,  Word::date_saturday,
                                       Word::date_sunday};

/// When in the day something is, as short bars.
void draw_load(Ui& ui, const std::vector<const Planned*>& sessions, const Box& box, Colour colour) {
    constexpr float first = 7 * 60;
    constexpr float last = 19 * 60;
    const auto x_of = [&](int minutes) {
        return box.x + std::clamp((static_cast<float>(minutes) - first) / (last - first), 0.0F, 1.0F) * box.width;
    };
    fill({box.x, box.y + box.height / 2, box.width, 1}, ui.theme.palette.line, 0);
    for (const Planned* one : sessions) {
        const float from = x_of(one->from);
        fill({from, box.y, std::max(x_of(one->to) - from - 1, 2.0F), box.height}, colour, 1);
    }
}

struct Cell {
    const std::string& day;
    std::vector<const Planned*> sessions;
    bool is_shown = false;
    bool is_beneath = false;  // the pointer, with what it carries
};

bool strip_cell(Ui& ui, const Box& box, const Cell& cell) {
    const auto& [day, sessions, is_shown, is_beneath] = cell;
    const auto date = calendar_day(day);
    if (!date) return false;
    const std::string_view weekday = ui.say(weekdays[date->weekday]);
    const std::string number = std::to_string(date->day);
    const std::string count = ui.say(phrase::count_sessions{.count = sessions.size()});
    SemanticNode node;
    node.role = Role::toggle_button;
    node.name = ui.say(phrase::plan_strip_name{.day = day_words(ui.say, day), .sessions = count});
    node.pressed = is_shown;
    const Touch touch = touchable(ui, day, box, std::move(node));
    if (!is_visible(box)) return touch.pressed;
    const Palette& palette = ui.theme.palette;
    const Colour ground = is_shown ? palette.accent_soft : palette.surface;
    fill(box, touch.held || is_beneath ? mixed(ground, palette.ink, 0.12F) : ground);
    outline(box, is_shown ? palette.accent : palette.edge, is_shown ? 2.0F : 1.0F);
    const float load = ui.theme.scaled(8);
    float y = box.y + 6;
    const auto centred = [&](const TextStyle& style, Colour colour, std::string_view words) {
        const TextStyle fitting = fitted(style, words, box.width - 4);
        draw_line(fitting, box.x + (box.width - text_width(fitting, words)) / 2, y, colour, words);
        y += style.line;
    };
    centred(ui.theme.caption(), is_shown ? palette.accent : palette.quiet, weekday);
    centred(ui.theme.strong(), is_shown ? palette.accent : palette.ink, number);
    draw_load(ui, sessions, {box.x + 8, box.y + box.height - load - 7, box.width - 16, load},
              is_shown ? palette.accent : palette.quiet);
    if (is_beneath) outline(box, palette.focus, Theme::ring);
    draw_focus_ring(ui, touch, box);
    return touch.pressed;
}

}  // namespace

StripDeed day_strip(Ui& ui, const SessionsByDay& sessions, const StripDays& strip) {
    const std::span<const std::string> days = strip.all;
    const Scope scope("strip");
    const Part part(ui, "days", Role::group, ui.say(Word::plan_days));
    constexpr float gap = 6;
    constexpr std::size_t week = 5;
    const float room = ui.layout.width();
    const float least = std::max(ui.theme.scaled(30), Theme::target);
    auto columns = std::max<std::size_t>(static_cast<std::size_t>((room + gap) / (least + gap)), 1);
    // A week in each line, or all weeks in one.
    if (columns < days.size() && columns > week) columns = week * (columns / week);
    columns = std::min(columns, std::max(days.size(), week));
    const auto count = static_cast<float>(columns);
    const float width = std::min((room - (count - 1) * gap) / count, ui.theme.scaled(120));
    const float height = ui.theme.caption().line + ui.theme.strong().line + ui.theme.scaled(8) + 18;
    StripDeed deed;
    Box line{};
    for (std::size_t index = 0; index < days.size(); ++index) {
        const std::size_t column = index % columns;
        if (column == 0) {
            line = ui.layout.place(height);
            ui.layout.space(gap);
        }
        const Box box{line.x + static_cast<float>(column) * (width + gap), line.y, width, height};
        const bool is_beneath = strip.carries && ImGui::IsMouseHoveringRect(upper_left(box), lower_right(box));
        const Cell cell{.day = days[index],
                        .sessions = sessions_on(sessions, days[index]),
                        .is_shown = std::ranges::contains(strip.shown, days[index]),
                        .is_beneath = is_beneath};
        if (strip_cell(ui, box, cell)) deed.pressed = index;
        if (is_beneath) deed.beneath = index;
    }
    return deed;
}

}  // namespace daybook
