#include "app/screens/time_spent.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "app/screens/time_bars.h"
#include "app/widgets/button.h"
#include "app/widgets/reach.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/notebook/time_spent.h"

namespace daybook {
namespace {

constexpr int all_lines = 6;  // of a row: nothing that is said here is cut

/// Two moments on the wall of who recorded an activity: "10:42 to 11:35".
std::string hours_between(const Words& say, const Activity& of, const Stretch& between) {
    const std::int32_t offset = of.started.utc_offset_minutes;
    return say(phrase::activity_hours{.start = time_words(say, {between.from, offset}),
                                      .end = time_words(say, {between.to, offset})});
}

std::string with(const Words& say, const std::string& line, std::string_view more) {
    if (more.empty()) return line;
    return line.empty() ? std::string(more) : say(phrase::common_dot{.first = line, .second = more});
}

struct Parts {
    const TimeTable& table;
    const View& view;
    Wishes wishes;

    /// A name says something only where there are others.
    [[nodiscard]] std::string_view inspector_of(const Activity& activity) const {
        return table.by_inspector.size() > 1 ? std::string_view(activity.inspector) : std::string_view();
    }
    void show_times(const Activity& activity) const { wishes.route.enter({Place::times, activity.id}); }
};

std::string hours_of_part(const Words& say, const DayPart& part) {
    const Activity& activity = *part.activity;
    if (activity.is_running() || part.stretches.empty()) return hours_of(say, activity);
    return hours_between(say, activity, {part.stretches.front().from, part.stretches.back().to});
}

/// Between the first and the last that ran on this day.
std::int64_t paused_in(const DayPart& part) {
    std::int64_t paused = 0;
    for (std::size_t index = 1; index < part.stretches.size(); ++index)
        paused += part.stretches[index].from.unix_ms - part.stretches[index - 1].to.unix_ms;
    return paused;
}

void activity_row(Ui& ui, RowList& list, const DayPart& part, const Parts& of) {
    const Activity& activity = *part.activity;
    const Words& say = ui.say;
    std::string words = part.stretches.empty() ? std::string() : minutes_words(say, part.spent);
    if (const std::int64_t paused = paused_in(part); paused >= least_time_ms)
        words = with(say, words, say(phrase::time_spent_paused{.spent = minutes_words(say, paused)}));
    words = with(say, with(say, words, of.inspector_of(activity)), activity.place);
    std::vector<Badge> badges;
    const auto badge = [&](Word word, Colour colour) {
        badges.push_back({.text = say(word), .colour = colour, .shown = Badge::Shown::words});
    };
    if (!activity.timed) badge(Word::time_spent_typed, ui.theme.palette.quiet);
    if (lacks_time(activity, of.view.now.at)) badge(Word::time_spent_none_ran, ui.theme.palette.danger);
    const std::string title = title_of(say, of.view.book, activity);
    const std::string hours = hours_of_part(say, part);
    if (list.row({.key = activity.id.hex(),
                  .title = title,
                  .meta = hours,
                  .words = words,
                  .badges = badges,
                  .lines = all_lines})) {
        of.show_times(activity);
    }
}

void overlap_row(Ui& ui, RowList& list, const TimeOverlap& overlap, const Parts& of) {
    const Words& say = ui.say;
    const Stretch& both = overlap.both;
    const std::string title =
        say(phrase::time_spent_overlap{.spent = minutes_words(say, both.to.unix_ms - both.from.unix_ms)});
    const std::string hours = hours_between(say, *overlap.second, both);
    const std::string words = with(say,
                                   say(phrase::time_spent_both{.first = title_of(say, of.view.book, *overlap.first),
                                                               .second = title_of(say, of.view.book, *overlap.second)}),
                                   of.inspector_of(*overlap.second));
    const std::string key = "overlap " + overlap.second->id.hex() + std::to_string(both.from.unix_ms);
    if (list.row({.key = key, .title = title, .meta = hours, .words = words, .lines = all_lines}))
        of.show_times(*overlap.second);
}

void record(const TimeGap& gap, MeetingForm& meeting, const Parts& of) {
    const std::int32_t offset = gap.before->started.utc_offset_minutes;
    meeting = {};
    meeting.earlier = true;
    meeting.day = calendar_date(LocalTime{gap.between.from, offset});
    meeting.start = clock_minutes(LocalTime{gap.between.from, offset});
    meeting.end = clock_minutes(LocalTime{gap.between.to, offset});
    of.wishes.route.enter({Place::start_meeting});
}

void gap_row(Ui& ui, RowList& list, const TimeGap& gap, MeetingForm& meeting, const Parts& of) {
    const Words& say = ui.say;
    const std::string title =
        say(phrase::time_spent_gap{.spent = minutes_words(say, gap.between.to.unix_ms - gap.between.from.unix_ms)});
    const std::string hours = hours_between(say, *gap.before, gap.between);
    std::string words = with(say,
                             say(phrase::time_spent_between{.first = title_of(say, of.view.book, *gap.before),
                                                            .second = title_of(say, of.view.book, *gap.after)}),
                             of.inspector_of(*gap.after));
    // Only who was there can record it, and only where something can be written.
    const bool can_record = of.view.custody.can_be_written() && of.table.by_inspector.size() == 1;
    if (can_record) words = with(say, words, say(Word::time_spent_record));
    const std::string key = "gap " + gap.after->id.hex();
    if (!list.row({.key = key, .title = title, .meta = hours, .words = words, .lines = all_lines})) return;
    if (can_record) return record(gap, meeting, of);
    of.show_times(*gap.after);
}

void one_day(Ui& ui, const TimeTable::Day& day, MeetingForm& meeting, const Parts& of) {
    const Scope scope(day.day);
    const std::string name = day_words(ui.say, day.day);
    heading(ui, ui.say(phrase::time_spent_day{.day = name, .spent = minutes_words(ui.say, day.spent)}), 2);
    ui.layout.space(8);
    time_bars(ui, day);
    ui.layout.space(16);
    {
        RowList list(ui, "activities", ui.say(phrase::time_spent_activities{.day = name}));
        for (const DayPart& part : day.parts) activity_row(ui, list, part, of);
    }
    if (day.overlaps.empty() && day.gaps.empty()) return;
    ui.layout.space(8);
    caption(ui, ui.say(Word::time_spent_to_look_at));
    RowList list(ui, "to look at", ui.say(Word::time_spent_to_look_at));
    for (const TimeOverlap& overlap : day.overlaps) overlap_row(ui, list, overlap, of);
    for (const TimeGap& gap : day.gaps) gap_row(ui, list, gap, meeting, of);
}

float guess_of(const Theme& theme, const TimeTable::Day& day) {
    const auto rows = static_cast<float>(day.parts.size() + day.overlaps.size() + day.gaps.size());
    return theme.subtitle().line + theme.scaled(60) + rows * (RowList::guess(theme) + 8);
}

/// A name, its time, and a line as long as its share.
void one_sum(Ui& ui, std::string_view name, const TimeSum& sum, std::int64_t longest) {
    const Scope scope(sum.of);
    const std::string spent =
        ui.say(phrase::time_spent_in{.spent = minutes_words(ui.say, sum.spent),
                                     .activities = ui.say(phrase::count_activities{.count = sum.activities})});
    const Part item(ui, "sum", Role::list_item);
    const TextStyle style = ui.theme.body();
    SemanticNode node;
    node.id = id_of("name");
    node.role = Role::paragraph;
    node.name = name;
    node.box = ui.layout.place(static_cast<float>(wrapped(style, name, ui.layout.width()).size()) * style.line);
    draw_lines(style, node.box.x, node.box.y, node.box.width, ui.theme.palette.ink, name);
    ui.semantics.add(std::move(node));
    ui.layout.space(0);
    note(ui, spent);
    ui.layout.space(4);
    const Box line = ui.layout.place(6);
    // A thin line: in more contrast a track as high as the bar looks like one that is full.
    fill({line.x, line.y + 2, line.width, 2}, ui.theme.palette.line, 1);
    const double share = longest <= 0 ? 0 : static_cast<double>(sum.spent) / static_cast<double>(longest);
    if (sum.spent > 0)
        fill({line.x, line.y, std::max(line.width * static_cast<float>(share), 6.0F), line.height},
             ui.theme.palette.accent, 3);
    ui.layout.space(12);
}

template <typename Name>
void sums(Ui& ui, std::string_view title, std::span<const TimeSum> of, const Name& name_of) {
    const Scope scope(title);
    heading(ui, title, 2);
    ui.layout.space(8);
    {
        const Part list(ui, "sums", Role::list, title);
        std::int64_t longest = 0;
        for (const TimeSum& sum : of) longest = std::max(longest, sum.spent);
        for (const TimeSum& sum : of) one_sum(ui, name_of(sum.of), sum, longest);
    }
    ui.layout.space(32);
}

/// Those of which no minute ran: their days may be far up or down the list.
void without_time(Ui& ui, const Parts& of) {
    if (of.table.without_time.empty()) return;
    const Scope scope("without time");
    heading(ui, ui.say(Word::time_spent_no_time), 2);
    {
        RowList list(ui, "rows", ui.say(Word::time_spent_no_time));
        list.each(of.table.without_time.size(), [&](std::size_t index) {
            const Activity& activity = *of.table.without_time[index];
            const std::string title = title_of(ui.say, of.view.book, activity);
            const std::string times = times_of(ui.say, activity);
            if (list.row({.key = activity.id.hex(),
                          .title = title,
                          .meta = times,
                          .words = of.inspector_of(activity),
                          .lines = all_lines})) {
                of.show_times(activity);
            }
        });
    }
    ui.layout.space(32);
}

}  // namespace

std::string time_spent_words(const Words& say, const View& view) {
    std::int64_t spent = 0;
    std::size_t count = 0;
    for (const Activity* activity : view.book.activities()) {
        if (activity->retired) continue;
        // Each as much as a year at most: a stranger's may be beyond any number.
        constexpr std::int64_t year_ms = std::int64_t{366} * 24 * 60 * 60 * 1000;
        spent += std::min(activity->time_spent(view.now.at), year_ms);
        ++count;
    }
    return say(phrase::time_spent_in{.spent = minutes_words(say, spent),
                                     .activities = say(phrase::count_activities{.count = count})});
}

void time_spent_screen(Ui& ui, const View& view, MeetingForm& meeting, Wishes wishes) {
    const Panel panel(ui, "time spent", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::time_spent_title), 1);
    ui.layout.space(2);
    const TimeTable table = time_table(view.book, view.now.at);
    if (table.activities == 0) {
        note(ui, ui.say(Word::time_spent_none));
        return;
    }
    note(ui, time_spent_words(ui.say, view));
    ui.layout.space(0);
    note(ui, ui.say(Word::time_spent_about));
    ui.layout.space(24);
    const Parts of{table, view, wishes};
    without_time(ui, of);
    const Pack& pack = view.book.pack();
    sums(ui, ui.say(Word::time_spent_by_kind), table.by_kind, [&](const std::string& id) -> std::string_view {
        const ActivityKind* kind = pack.activity_kind(id);
        return kind == nullptr ? ui.say(Word::activity_unknown) : std::string_view(kind->name);
    });
    if (table.by_inspector.size() > 1) {
        sums(ui, ui.say(Word::time_spent_by_inspector), table.by_inspector,
             [](const std::string& name) -> std::string_view { return name; });
    }
    // The day that one is in comes first.
    lay_out_near(
        ui, {.key = "days",
             .count = table.days.size(),
             .gap = 40,
             .guess = [&](std::size_t index) { return guess_of(ui.theme, table.days[table.days.size() - 1 - index]); },
             .lay_out =
                 [&](std::size_t index, std::optional<float>) {
                     one_day(ui, table.days[table.days.size() - 1 - index], meeting, of);
                 }});
}

}  // namespace daybook
