#include "app/screens/plan_picture.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/screens/plan_lanes.h"
#include "app/widgets/icon.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"
#include "app/words/times.h"

namespace daybook {
namespace {

constexpr float day_gap = 16;
constexpr float corner = 6;  // of a block

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
    Picture(Ui& ui, const View& view, const PlanMarks& marks, const SessionsByDay& sessions, const PlanPages& pages,
            PlanDrag& drag)
        : ui_(ui), view_(view), marks_(marks), days_(pages.days), beneath_(pages.beneath), drag_(drag) {
        const auto& days = pages.days;
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

    PlanDeed draw() {
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
        carry(box);
        return deed_;
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
        if (touch.pressed) deed_.pressed = session.id;
        if (touch.dragged) take_up(session);
        const bool is_carried = drag_.session == session.id;
        if (is_carried) carried_ = &session;
        if (!is_visible(box)) return;
        if (is_carried) return outline(box, ui_.theme.palette.edge, 1, corner);
        const Palette& palette = ui_.theme.palette;
        const bool clashes = marks_.clashes.contains(session.id);
        const bool hurries = marks_.short_ways.contains(session.id);
        const Colour edge = clashes ? palette.danger : palette.accent;
        Colour ground = clashes ? palette.danger_soft : palette.accent_soft;
        if (touch.held) ground = mixed(ground, palette.ink, 0.12F);
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

    /// The pointer has gone too far for a press of this session.
    void take_up(const Planned& session) {
        if (drag_.is_on() || drag_.given_up || !view_.custody.can_be_written()) return;
        const PlanSpot from = spot_of(ImGui::GetIO().MouseClickedPos[ImGuiMouseButton_Left]);
        drag_ = {.session = session.id, .minutes = from.minutes, .lane = from.lane};
    }

    /// The nearest that there is.
    [[nodiscard]] PlanSpot spot_of(ImVec2 at) const {
        const auto nearest = [](float number, std::size_t count) {
            return static_cast<std::size_t>(std::clamp(number, 0.0F, static_cast<float>(count - 1)));
        };
        const std::size_t day = nearest((at.x - left_) / (day_width_ + day_gap), days_.size());
        const std::size_t lane = nearest((at.x - x_of(day)) / lane_width(), lane_count());
        const float hours = (at.y - top_) / hour_height();
        return {
            .day = days_[day], .minutes = hours_.from * 60 + static_cast<int>(std::lround(hours * 60)), .lane = lane};
    }

    /// What is carried follows the pointer until that lets go: outside the picture, or taken away, it puts nothing
    /// down.
    void carry(const Box& box) {
        const bool is_down = ImGui::IsMouseDown(ImGuiMouseButton_Left);
        if (drag_.is_on() && (carried_ == nullptr || !ImGui::IsMousePosValid())) {
            drag_.give_up();
            ui_.attention.moved = true;  // it was drawn as carried
        }
        const bool lets_go = drag_.is_on() && ImGui::IsMouseReleased(ImGuiMouseButton_Left);
        if (!is_down && !lets_go) drag_ = {};
        if (!drag_.is_on()) return;
        ui_.attention.carrying = true;
        const ImVec2 at = ImGui::GetMousePos();
        const bool is_inside = at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y &&
                               at.y <= box.y + box.height + hour_height();  // an hour later than all others
        PlanSpot spot = spot_of(at);
        if (beneath_) spot = {.day = *beneath_, .minutes = drag_.minutes, .lane = drag_.lane};
        const Planned there = put_down(*carried_, drag_, spot, rules_.inspectors);
        if (!is_down) {
            if (is_inside || beneath_) deed_.put_down = there;
            drag_ = {};
            ui_.attention.moved = true;
            return;
        }
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
        if (!beneath_) scroll_at_the_edges(at.y);
        if (!is_inside && !beneath_) return;
        const Box target = beneath_ ? Box{at.x - 8, at.y, 16, 16} : draw_carried(there, spot.lane);
        draw_tag(there, spot.lane, target, box);
    }

    /// Where it would be put down.
    Box draw_carried(const Planned& there, std::size_t lane) const {
        const auto index = static_cast<std::size_t>(std::ranges::find(days_, there.day) - days_.begin());
        const Box box = box_of({.session = &there, .lane = lane}, x_of(index));
        const Palette& palette = ui_.theme.palette;
        fill(box, mixed(palette.accent_soft, palette.accent, 0.25F), corner);
        outline(box, palette.accent, 2, corner);
        words_in(inset(Box{box.x + 3, box.y, box.width - 3, box.height}, 4), there, Icon::none, palette.accent);
        return box;
    }

    /// The day, the hours and who goes, above it: the finger lies over the rest.
    void draw_tag(const Planned& there, std::size_t lane, const Box& target, const Box& picture) const {
        const TextStyle style = ui_.theme.caption_strong();
        std::string words =
            ui_.say(phrase::common_comma{.first = day_words(ui_.say, there.day), .second = hours_of(ui_.say, there)});
        if (lane != drag_.lane && !beneath_)
            words = ui_.say(phrase::common_dot{.first = words, .second = inspectors_of(ui_.say, there.inspectors)});
        constexpr float padding = 8;
        const float most = picture.width - 2 * padding;
        words = elided(style, words, most);
        const float width = text_width(style, words) + 2 * padding;
        const float height = style.line + padding;
        const Box seen = clip_box();
        float y = target.y - height - padding;
        if (y < seen.y) y = std::min(target.y + target.height + padding, seen.y + seen.height - height);
        const float x = std::clamp(target.x, picture.x, picture.x + picture.width - width);
        fill({x, y, width, height}, ui_.theme.palette.ink, corner);
        draw_line(style, x + padding, y + padding / 2, ui_.theme.palette.surface, words);
    }

    void scroll_at_the_edges(float y) const {
        const Box seen = clip_box();
        const float edge = ui_.theme.scaled(40);
        constexpr float speed = 480;          // points in a second
        constexpr float longest = 1.0F / 20;  // that one frame counts for: frames are drawn on demand
        const float way = speed * std::min(ImGui::GetIO().DeltaTime, longest);
        const float before = ImGui::GetScrollY();
        float to = before;
        if (y < seen.y + edge) to = std::max(before - way, 0.0F);
        if (y > seen.y + seen.height - edge) to = std::min(before + way, ImGui::GetScrollMaxY());
        if (to == before) return;
        ImGui::SetScrollY(to);
        ui_.attention.moved = true;
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
    std::optional<std::string> beneath_;
    PlanDrag& drag_;
    const Planned* carried_ = nullptr;
    PlanDeed deed_;
};

}  // namespace

std::size_t days_side_by_side(Ui& ui, const Notebook& book) {
    const float room = ui.layout.width() - hour_names_width(ui);
    const float lanes = has_lanes(ui, book) ? static_cast<float>(inspectors_of_plan(book).size()) : 0;
    const float one = std::max(lanes * ui.theme.scaled(88), ui.theme.scaled(200));
    const float fit = std::floor((room + day_gap) / (one + day_gap));
    return static_cast<std::size_t>(std::clamp(fit, 1.0F, 5.0F));
}

PlanDeed plan_picture(Ui& ui, const View& view, const PlanMarks& marks, const SessionsByDay& sessions,
                      const PlanPages& pages, PlanDrag& drag) {
    if (pages.days.empty()) return {};
    const Scope scope("picture");
    Picture picture(ui, view, marks, sessions, pages, drag);
    const PlanDeed deed = picture.draw();
    if (picture.left_out() > 0) note(ui, ui.say(phrase::plan_not_shown{.count = picture.left_out()}));
    return deed;
}

}  // namespace daybook
