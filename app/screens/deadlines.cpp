#include "app/screens/deadlines.h"

#include <algorithm>
#include <format>
#include <vector>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"
#include "app/words/times.h"
#include "core/notebook/calendar_file.h"
#include "core/notebook/deadlines.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

/// What is said of one: the day, and how it comes to be that one.
struct Said {
    std::string day;
    std::string about;
};

Said said_of(const Words& say, const Pack& pack, const DueDay& due, const std::string& today) {
    const Deadline& deadline = *due.deadline;
    const auto days = static_cast<std::uint64_t>(deadline.working_days);
    const std::string first = std::to_string(pack.calendar.first_year);
    const std::string last = std::to_string(pack.calendar.last_year);
    switch (due.lacks) {
        case DueDay::Lacks::term:
            return {std::string(say(Word::deadlines_no_term)),
                    say(phrase::deadlines_no_term_about{.source = deadline.source})};
        case DueDay::Lacks::milestone:
            return {std::string(say(Word::deadlines_not_said)),
                    say(phrase::deadlines_waits{
                        .count = days, .milestone = due.milestone->name, .source = deadline.source})};
        case DueDay::Lacks::calendar:
            return {std::string(say(Word::deadlines_beyond)),
                    say(phrase::deadlines_beyond_about{
                        .calendar = pack.calendar.name, .first = first, .last = last, .source = deadline.source})};
        case DueDay::Lacks::nothing:
            break;
    }
    const std::string day = day_words(say, due.day);
    return {due.day < today ? say(phrase::deadlines_was_due{.day = day}) : say(phrase::deadlines_by{.day = day}),
            say(phrase::deadlines_counted{.count = days,
                                          .day = day_words(say, due.counted_from),
                                          .milestone = due.milestone->name,
                                          .source = deadline.source})};
}

std::string_view beside_words(const Words& say, DueDay::Beside beside) {
    switch (beside) {
        case DueDay::Beside::a_later_one:
            return say(Word::deadlines_work_to_this);
        case DueDay::Beside::an_earlier_one:
            return say(Word::deadlines_work_to_other);
        case DueDay::Beside::none:
            break;
    }
    return {};
}

void one_deadline(Ui& ui, const Pack& pack, const DueDay& due, const std::string& today) {
    const Said said = said_of(ui.say, pack, due, today);
    const Scope scope(due.deadline->id);
    const Part item(ui, "deadline", Role::list_item, due.deadline->name);
    const TextStyle title = ui.theme.strong();
    const auto lines = static_cast<float>(wrapped(title, due.deadline->name, ui.layout.width()).size());
    const Box line = ui.layout.place(lines * title.line);
    draw_lines(title, line.x, line.y, line.width, ui.theme.palette.ink, due.deadline->name);
    ui.layout.space(2);
    paragraph(ui, said.day);
    note(ui, said.about);
    if (const auto beside = beside_words(ui.say, due.beside); !beside.empty()) {
        note(ui, beside);
    }
}

void all_deadlines(Ui& ui, const Pack& pack, const std::vector<DueDay>& days, const std::string& today) {
    const Part list(ui, "deadlines", Role::list, ui.say(Word::deadlines_title));
    const Card card(ui);
    bool first = true;
    for (const DueDay& due : days) {
        if (!first) {
            ui.layout.space(16);
            fill(ui.layout.place(1), ui.theme.palette.line, 0);
            ui.layout.space(16);
        }
        first = false;
        one_deadline(ui, pack, due, today);
    }
}

/// Half a year that is being typed is a date already, of long ago.
bool is_date(const std::string& typed) {
    constexpr std::string_view earliest = "1900-01-01";
    return is_iso_date(typed) && typed >= earliest;
}

void save_days(const View& view, DeadlinesDesk& desk, const Words& say, Wishes wishes) {
    desk.errors.clear();
    for (const auto& [id, day] : desk.typed) {
        if (!is_date(day)) desk.errors[id] = say(Word::deadlines_no_day);
    }
    if (!desk.errors.empty()) return;
    for (const auto& [id, day] : desk.typed) {
        wishes.out.edit(view.book.id(), edits::set_milestone(view.book.id(), id, day));
    }
    desk.typed.clear();
}

void day_field(Ui& ui, const View& view, DeadlinesDesk& desk, const Milestone& milestone, Wishes wishes) {
    const std::string known = day_of(milestone, view.book.inspection());
    const auto typed = desk.typed.find(milestone.id);
    std::string value = typed == desk.typed.end() ? known : typed->second;
    const auto error = desk.errors.find(milestone.id);
    const FieldTouch touch =
        field(ui,
              {.label = milestone.name,
               .kind = FieldKind::date,
               .placeholder = "2015-10-02",
               .hint = milestone.last_day ? ui.say(Word::deadlines_last_day) : std::string_view(),
               .error = error == desk.errors.end() ? std::string_view() : std::string_view(error->second),
               .key = milestone.id},
              value);
    if (touch.state.changed) {
        if (desk.errors.erase(milestone.id) > 0) ui.attention.moved = true;
        // A field for a date is empty while half of one is typed: what was entered is taken back by a button alone.
        if (value.empty() || value == known) {
            desk.typed.erase(milestone.id);
        } else {
            desk.typed[milestone.id] = value;
        }
    }
    if (!view.book.inspection().milestones.contains(milestone.id)) return;
    if (button(ui, {.label = ui.say(Word::deadlines_take_back), .look = Look::quiet, .hangs = true})) {
        desk.typed.erase(milestone.id);
        wishes.out.edit(view.book.id(), edits::set_milestone(view.book.id(), milestone.id, {}));
    }
}

void days_to_count_from(Ui& ui, const View& view, DeadlinesDesk& desk, Wishes wishes) {
    heading(ui, ui.say(Word::deadlines_days), 2);
    const bool can_write = view.custody.can_be_written();
    if (can_write) note(ui, ui.say(Word::deadlines_days_about));
    ui.layout.space(16);
    for (const Milestone& milestone : view.book.pack().milestones) {
        const Scope scope(milestone.id);
        if (can_write) {
            day_field(ui, view, desk, milestone, wishes);
            continue;
        }
        const std::string known = day_of(milestone, view.book.inspection());
        caption(ui, milestone.name);
        paragraph(ui, known.empty() ? std::string(ui.say(Word::deadlines_not_entered)) : day_words(ui.say, known));
    }
    if (!can_write) return;
    ui.layout.space(8);
    if (button(ui, {.label = ui.say(Word::deadlines_save_days), .disabled = desk.typed.empty()}))
        save_days(view, desk, ui.say, wishes);
}

void save_for_calendar(Ui& ui, const View& view, const std::vector<DueDay>& days, const std::string& today,
                       Window& window) {
    if (std::ranges::all_of(days, [](const DueDay& due) { return due.day.empty(); })) return;
    ui.layout.space(16);
    const bool pressed = button(ui, {.label = ui.say(Word::deadlines_calendar), .icon = Icon::hand_over});
    ui.layout.space(8);
    note(ui, ui.say(Word::deadlines_calendar_about));
    if (!pressed) return;
    std::vector<CalendarEvent> events;
    for (const DueDay& due : days) {
        if (due.day.empty()) continue;
        const std::string_view beside = beside_words(ui.say, due.beside);
        std::string about = said_of(ui.say, view.book.pack(), due, today).about;
        if (!beside.empty()) about.append("\n").append(beside);
        events.push_back({.id = std::format("{}-{}@daybook", due.deadline->id, view.book.id().hex()),
                          .iso_date = due.day,
                          .title = due.deadline->name,
                          .about = std::move(about)});
    }
    const std::string file = calendar_file(events, view.now.at);
    window.save_file("deadlines.ics", "text/calendar", as_bytes(file));
}

}  // namespace

std::string deadlines_words(const Words& say, const View& view) {
    const std::string today = calendar_date(view.now);
    std::string next;
    for (const DueDay& due : due_days(view.book.pack(), view.book.inspection())) {
        if (due.day.empty() || due.day < today) continue;
        if (next.empty() || due.day < next) next = due.day;
    }
    if (next.empty()) return std::string(say(Word::more_deadlines_none));
    return say(phrase::more_deadlines_next{.day = day_words(say, next)});
}

void deadlines_screen(Ui& ui, const View& view, DeadlinesDesk& desk, Window& window, Wishes wishes) {
    if (desk.of != view.book.id()) desk = {.of = view.book.id()};
    const Panel panel(ui, "deadlines", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::deadlines_title), 1);
    ui.layout.space(2);
    const Pack& pack = view.book.pack();
    const std::vector<DueDay> days = due_days(pack, view.book.inspection());
    if (days.empty()) {
        note(ui, ui.say(Word::deadlines_none));
        return;
    }
    if (!pack.calendar.name.empty()) {
        note(ui, ui.say(phrase::deadlines_about{.calendar = pack.calendar.name,
                                                .first = std::to_string(pack.calendar.first_year),
                                                .last = std::to_string(pack.calendar.last_year)}));
    }
    ui.layout.space(24);
    const std::string today = calendar_date(view.now);
    all_deadlines(ui, pack, days, today);
    save_for_calendar(ui, view, days, today, window);
    ui.layout.space(32);
    days_to_count_from(ui, view, desk, wishes);
}

}  // namespace daybook
