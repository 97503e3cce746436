#include "app/screens/plan_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

#include "app/screens/plan_lanes.h"
#include "app/widgets/icon.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"
#include "app/words/times.h"

namespace daybook {
namespace {

constexpr float day_gap = 16;
constexpr std::array<Word, 7> weekdays{Word::date_monday,   Word::date_tuesday, Word::date_wednesday,
                                       Word::date_thursday, Word::date_friday,  Word::date_saturday,
                                       Word::date_sunday};

std::vector<const Planned*> sessions_on(const SessionsByDay& sessions, const std::string& day) {
    const auto found = sessions.find(day);
    return found == sessions.end() ? std::vector<const Planned*>() : found->second;
}

float hour_names_width(Ui& ui) {
    return text_width(ui.theme.caption(), clock_words(ui.say, 20 * 60)) + 8;
}

/// Whether each inspector has a lane. In lanes so narrow that no word fits, nobody sees who goes where.
bool has_lanes(Ui& ui, const Notebook& book) {
    const float room = ui.layout.width() - hour_names_width(ui);
    const auto count = static_cast<float>(inspectors_of_plan(book).size() + 1);
    return count > 1 && count * ui.theme.scaled(72) <= room;
}

struct Hours {
    int from = 9;
    int to = 17;
};

/// Whole hours around everything, a working day at least.
Hours hours_of(const std::vector<std::vector<const Planned*>>& days) {
    Hours hours;
    for (const auto& sessions : days) {
        for (const Planned* one : sessions) {
            hours.from = std::min(hours.from, one->from / 60);
            hours.to = std::max(hours.to, (one->to + 59) / 60);
        }
    }
    return hours;
}

class Picture {
public:
    Picture(Ui& ui, const View& view, const PlanMarks& marks, const SessionsByDay& sessions,
            std::span<const std::string> days)
        : ui_(ui), view_(view), marks_(marks), days_(days) {
        for (const std::string& day : days) sessions_.push_back(sessions_on(sessions, day));
        hours_ = hours_of(sessions_);
        if (has_lanes(ui, view.book)) rules_.inspectors = inspectors_of_plan(view.book);
        for (const auto& on_day : sessions_)
            rules_.nobody = rules_.nobody ||
                            std::ranges::any_of(on_day, [](const Planned* one) { return one->inspectors.empty(); });
        rules_.least_minutes = static_cast<int>(std::ceil(least_height() / hour_height() * 60));
        // Beside one another as long as a finger finds each.
        const auto count = static_cast<float>(days.size());
        const float room = ui.layout.width() - hour_names_width(ui) - (count - 1) * day_gap;
        constexpr float least_width = 28;
        const float shares = room / count / static_cast<float>(lane_count()) / least_width;
        rules_.most_shares =
            static_cast<std::size_t>(std::clamp(shares, 1.0F, rules_.inspectors.empty() ? 4.0F : 3.0F));
    }

    std::optional<ItemId> draw() {
        const float head = std::round(head_height());
        const float body = static_cast<float>(hours_.to - hours_.from) * hour_height();
        const float foot = ui_.theme.caption().line;
        const Box box = ui_.layout.place(head + body + foot / 2);
        left_ = box.x + hour_names_width(ui_);
        top_ = box.y + head;
        const auto count = static_cast<float>(days_.size());
        day_width_ = (box.x + box.width - left_ - (count - 1) * day_gap) / count;
        hour_lines(box, body);
        for (std::size_t index = 0; index < days_.size(); ++index) day(index, box.y, body);
        return pressed_;
    }

    [[nodiscard]] std::size_t left_out() const { return left_out_; }

private:
    [[nodiscard]] float hour_height() const { return std::max(ui_.theme.scaled(64), 64.0F); }
    /// A finger finds it, and one line of words fits.
    [[nodiscard]] float least_height() const { return std::max(ui_.theme.caption().line + 4, 26.0F); }
    [[nodiscard]] std::size_t lane_count() const {
        return std::max<std::size_t>(rules_.inspectors.size() + (has_nobody_lane() ? 1 : 0), 1);
    }
    [[nodiscard]] bool has_nobody_lane() const { return rules_.nobody && !rules_.inspectors.empty(); }
    [[nodiscard]] float lane_width() const { return day_width_ / static_cast<float>(lane_count()); }
    [[nodiscard]] float y_of(int minutes) const {
        return top_ + static_cast<float>(minutes - hours_.from * 60) / 60 * hour_height();
    }
    [[nodiscard]] float x_of(std::size_t day) const { return left_ + static_cast<float>(day) * (day_width_ + day_gap); }
    [[nodiscard]] std::string lane_name(std::size_t lane) const {
        return lane < rules_.inspectors.size() ? rules_.inspectors[lane] : std::string(ui_.say(Word::plan_nobody));
    }

    /// Each day's name, and below it those of the lanes.
    [[nodiscard]] float head_height() {
        const auto count = static_cast<float>(days_.size());
        const float room = ui_.layout.width() - hour_names_width(ui_) - (count - 1) * day_gap;
        const float width = room / count;
        float lines = 0;
        for (const std::string& day : days_)
            lines =
                std::max(lines, static_cast<float>(wrapped(ui_.theme.strong(), day_words(ui_.say, day), width).size()));
        float names = 0;
        for (std::size_t lane = 0; !rules_.inspectors.empty() && lane < lane_count(); ++lane) {
            const float in_lane = width / static_cast<float>(lane_count()) - 8;
            names = std::max(names,
                             static_cast<float>(first_lines(ui_.theme.caption(), lane_name(lane), in_lane, 2).size()));
        }
        day_lines_ = lines * ui_.theme.strong().line;
        return day_lines_ + 4 + names * ui_.theme.caption().line + 8;
    }

    void hour_lines(const Box& box, float body) const {
        const TextStyle style = ui_.theme.caption();
        for (int hour = hours_.from; hour <= hours_.to; ++hour) {
            const float y = std::round(y_of(hour * 60));
            for (std::size_t index = 0; index < days_.size(); ++index)
                fill({x_of(index), y, day_width_, 1}, ui_.theme.palette.line, 0);
            const float line = y - style.line / 2;
            if (is_visible({box.x, line, left_ - box.x, style.line}))
                draw_line(style, box.x, line, ui_.theme.palette.quiet, clock_words(ui_.say, hour * 60));
        }
        for (std::size_t index = 0; index < days_.size(); ++index) {
            for (std::size_t lane = 1; lane < lane_count(); ++lane) {
                const float x = std::round(x_of(index) + static_cast<float>(lane) * lane_width());
                fill({x, top_, 1, body}, ui_.theme.palette.line, 0);
            }
        }
    }

    void day(std::size_t index, float top, float body) {
        const std::string& name = days_[index];
        const std::string words = day_words(ui_.say, name);
        const float x = x_of(index);
        draw_lines(ui_.theme.strong(), x, top, day_width_, ui_.theme.palette.ink, words);
        lane_names(x, top + day_lines_ + 4);
        const Scope scope(name);
        const Part part(ui_, "day", Role::group, words);
        const PlanLanes lanes = lanes_of(sessions_[index], rules_);
        left_out_ += lanes.left_out;
        now_line(name, x, body);  // beneath the sessions: their words stay whole
        for (const PlanBlock& one : lanes.blocks) block(one, x);
    }

    void lane_names(float x, float y) const {
        if (rules_.inspectors.empty()) return;
        const TextStyle style = ui_.theme.caption();
        for (std::size_t lane = 0; lane < lane_count(); ++lane) {
            float line = y;
            for (const std::string& words : first_lines(style, lane_name(lane), lane_width() - 8, 2)) {
                draw_line(style, x + static_cast<float>(lane) * lane_width() + 4, line, ui_.theme.palette.quiet, words);
                line += style.line;
            }
        }
    }

    void now_line(const std::string& day, float x, float body) const {
        if (calendar_date(view_.now) != day) return;
        const float y = std::round(y_of(minutes_now()));
        if (y < top_ || y > top_ + body) return;
        fill({x, y - 1, day_width_, 2}, ui_.theme.palette.focus, 0);
    }

    [[nodiscard]] int minutes_now() const {
        constexpr std::int64_t minute = 60'000;
        constexpr std::int64_t day = minutes_in_a_day;
        const std::int64_t minutes = view_.now.at.unix_ms / minute + view_.now.utc_offset_minutes;
        return static_cast<int>((minutes % day + day) % day);
    }

    [[nodiscard]] Box box_of(const PlanBlock& block, float x) const {
        const float lane = lane_width();
        const float room = lane * static_cast<float>(block.lanes) / static_cast<float>(block.shares);
        const float left = x + static_cast<float>(block.lane) * lane + static_cast<float>(block.share) * room;
        const float from = y_of(block.session->from);
        const float height = std::max(y_of(block.session->to) - from, least_height());
        return {std::round(left) + 2, std::round(from) + 1, std::round(left + room) - std::round(left) - 3,
                std::round(from + height) - std::round(from) - 2};
    }

    void block(const PlanBlock& block, float x) {
        const Planned& session = *block.session;
        const Box box = box_of(block, x);
        const Scope scope(std::to_string(block.lane));
        SemanticNode node;
        node.role = Role::button;
        node.name = spoken(ui_.say, view_.book, marks_, session);
        const Touch touch = touchable(ui_, session.id.hex(), box, std::move(node));
        if (touch.pressed) pressed_ = session.id;
        if (!is_visible(box)) return;
        const Palette& palette = ui_.theme.palette;
        const bool clashes = marks_.clashes.contains(session.id);
        const bool hurries = marks_.short_ways.contains(session.id);
        const Colour edge = clashes ? palette.danger : palette.accent;
        Colour ground = clashes ? palette.danger_soft : palette.accent_soft;
        if (touch.held) ground = mixed(ground, palette.ink, 0.12F);
        constexpr float corner = 6;
        fill(box, edge, corner);
        fill({box.x + 3, box.y, box.width - 3, box.height}, ground, corner - 2);
        outline(box, edge, 1, corner);
        words_in(inset(Box{box.x + 3, box.y, box.width - 3, box.height}, 4), session,
                 clashes   ? Icon::warning
                 : hurries ? Icon::attention
                           : Icon::none,
                 edge);
        draw_focus_ring(ui_, touch, box);
    }

    /// As much as fits: the hour, what it is, where. All of it is in the list below.
    void words_in(Box box, const Planned& session, Icon mark, Colour colour) const {
        const TextStyle strong = ui_.theme.caption_strong();
        const TextStyle style = ui_.theme.caption();
        const float icon = std::min(ui_.theme.scaled(15), box.width);
        const bool has_room = box.width >= 2 * style.em;
        float beside = box.width;
        if (mark != Icon::none) {
            beside -= icon + 2;
            draw_icon(mark, box.x + box.width - icon, box.y - 1, icon, colour);
        }
        const std::string hour = clock_words(ui_.say, session.from);
        const std::string name = title_of(ui_.say, view_.book, session);
        if (box.height < 2 * style.line) {
            const float y = box.y + (box.height - style.line) / 2;
            const std::string line = ui_.say(phrase::common_comma{.first = hour, .second = name});
            if (has_room && beside > style.em)
                draw_line(style, box.x, y, ui_.theme.palette.ink, elided(style, line, beside));
            return;
        }
        if (!has_room) return;
        if (beside > strong.em * 1.5F)
            draw_line(fitted(strong, hour, beside), box.x, box.y - 1, ui_.theme.palette.ink, hour);
        float y = box.y - 1 + strong.line;
        const auto room = static_cast<std::size_t>(std::max((box.y + box.height - y + 3) / style.line, 0.0F));
        const auto lines = first_lines(style, name, box.width, room);
        for (const std::string& line : lines) {
            draw_line(style, box.x, y, ui_.theme.palette.ink, line);
            y += style.line;
        }
        std::string more = where(view_.book, session);
        if (rules_.inspectors.empty()) {
            const std::string who = inspectors_of(ui_.say, session.inspectors);
            more = more.empty() ? who : ui_.say(phrase::common_dot{.first = who, .second = more});
        }
        if (lines.size() >= room || more.empty()) return;
        for (const std::string& line : first_lines(style, more, box.width, room - lines.size())) {
            draw_line(style, box.x, y, ui_.theme.palette.quiet, line);
            y += style.line;
        }
    }

    Ui& ui_;
    const View& view_;
    const PlanMarks& marks_;
    std::span<const std::string> days_;
    std::vector<std::vector<const Planned*>> sessions_;
    Hours hours_;
    LaneRules rules_;
    float left_ = 0;
    float top_ = 0;
    float day_width_ = 0;
    float day_lines_ = 0;
    std::size_t left_out_ = 0;
    std::optional<ItemId> pressed_;
};

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

bool strip_cell(Ui& ui, const Box& box, const std::string& day, const std::vector<const Planned*>& sessions,
                bool is_shown) {
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
    fill(box, touch.held ? mixed(ground, palette.ink, 0.12F) : ground);
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
    draw_focus_ring(ui, touch, box);
    return touch.pressed;
}

}  // namespace

SessionsByDay sessions_by_day(const Notebook& book) {
    SessionsByDay by_day;
    for (const Planned* one : book.planned()) {
        if (!one->retired && one->is_placed()) by_day[one->day].push_back(one);
    }
    return by_day;
}

std::vector<std::string> days_of_weeks(const Notebook& book) {
    std::set<std::string> days;
    const auto add_week = [&](const std::string& day) {
        const auto date = calendar_day(day);
        if (!date) return;
        const std::string monday = days_after(day, -static_cast<int>(date->weekday));
        for (int number = 0; number < 5; ++number) days.insert(days_after(monday, number));
        days.insert(day);
    };
    for (const std::string& day : days_of_plan(book)) add_week(day);
    // What is planned on site begins with a week that is not: the first of the two.
    const Inspection& inspection = book.inspection();
    const bool is_one_week = inspection.last_day < days_after(inspection.first_day, 7);
    if (is_one_week && is_iso_date(inspection.first_day)) add_week(days_after(inspection.first_day, -7));
    return {days.begin(), days.end()};
}

std::size_t days_side_by_side(Ui& ui, const Notebook& book) {
    const float room = ui.layout.width() - hour_names_width(ui);
    const float lanes = has_lanes(ui, book) ? static_cast<float>(inspectors_of_plan(book).size()) : 0;
    const float one = std::max(lanes * ui.theme.scaled(88), ui.theme.scaled(200));
    const float fit = std::floor((room + day_gap) / (one + day_gap));
    return static_cast<std::size_t>(std::clamp(fit, 1.0F, 5.0F));
}

std::optional<ItemId> plan_picture(Ui& ui, const View& view, const PlanMarks& marks, const SessionsByDay& sessions,
                                   std::span<const std::string> days) {
    if (days.empty()) return std::nullopt;
    const Scope scope("picture");
    Picture picture(ui, view, marks, sessions, days);
    const auto pressed = picture.draw();
    if (picture.left_out() > 0) note(ui, ui.say(phrase::plan_not_shown{.count = picture.left_out()}));
    return pressed;
}

std::optional<std::size_t> day_strip(Ui& ui, const SessionsByDay& sessions, std::span<const std::string> days,
                                     std::span<const std::string> shown) {
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
    std::optional<std::size_t> pressed;
    Box line{};
    for (std::size_t index = 0; index < days.size(); ++index) {
        const std::size_t column = index % columns;
        if (column == 0) {
            line = ui.layout.place(height);
            ui.layout.space(gap);
        }
        const Box box{line.x + static_cast<float>(column) * (width + gap), line.y, width, height};
        const bool is_shown = std::ranges::contains(shown, days[index]);
        if (strip_cell(ui, box, days[index], sessions_on(sessions, days[index]), is_shown)) pressed = index;
    }
    return pressed;
}

}  // namespace daybook
