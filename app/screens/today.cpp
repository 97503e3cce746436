#include "app/screens/today.h"

#include <algorithm>
#include <ranges>

#include "app/screens/readiness.h"
#include "app/screens/update.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

void running_card(Ui& ui, const View& view, const Activity& activity, Wishes wishes) {
    const Scope scope(activity.id.hex());
    const Card card(ui, Card::Tone::accent);
    caption(ui, "Running since " + clock_minutes(activity.started));
    heading(ui, title_of(view.book.pack(), activity), 2);
    const std::string people = people_of(view.book.pack(), activity);
    std::string line = minutes_words(activity.time_spent(view.now.at));
    if (!people.empty()) line += ", with " + people;
    note(ui, line);
    ui.layout.space(16);
    if (button(ui, {.label = view.custody.can_be_written() ? "Go on writing" : "Read it",
                    .look = Look::primary,
                    .icon = Icon::pen,
                    .fit = Fit::column,
                    .height = 64})) {
        wishes.route.enter(last_entry(view.book, activity.id, wishes.random));
    }
    if (!view.custody.can_be_written()) return;
    const Row row(ui);
    if (button(ui, {.label = "New entry", .icon = Icon::plus})) {
        wishes.route.enter({Place::entry, activity.id, new_id<ItemId>(wishes.random)});
    }
    if (button(ui, {.label = "Stop", .look = Look::danger, .icon = Icon::stop})) {
        wishes.out.edit(view.book.id(), edits::stop_activity(activity.id, view.now));
    }
}

void start_card(Ui& ui, Wishes wishes) {
    const Card card(ui);
    paragraph(ui, "No meeting is running.");
    ui.layout.space(16);
    if (button(ui, {.label = "Start a meeting",
                    .look = Look::primary,
                    .icon = Icon::play,
                    .fit = Fit::column,
                    .height = 64})) {
        wishes.route.enter({Place::start_meeting});
    }
}

void sample_card(Ui& ui, Wishes wishes) {
    const Card card(ui);
    note(ui, "This is the sample inspection. Everything in it is invented; you may write in it as you like.");
    ui.layout.space(8);
    if (button(ui, {.label = "Create your own inspection"})) wishes.route.enter({Place::new_inspection});
}

bool lacks_aspect(const Entry* entry) {
    return !entry->retired && entry->aspects.empty();
}

void unfinished(Ui& ui, const View& view, Wishes wishes) {
    heading(ui, "Unfinished", 2);
    auto entries = view.book.entries();
    std::erase_if(entries, [](const Entry* entry) { return !lacks_aspect(entry); });
    std::ranges::reverse(entries);
    if (entries.empty()) {
        note(ui, "Nothing is waiting. Entries without an aspect would stand here.");
        ui.layout.space(24);
        return;
    }
    note(ui, counted(entries.size(), "entry has no aspect yet.", "entries have no aspect yet."));
    constexpr std::size_t most = 5;
    RowList list(ui, "unfinished", "Unfinished");
    for (const Entry* entry : entries | std::views::take(most)) {
        const auto badges = badges_of(view.book.pack(), *entry, ui.theme.palette);
        const Activity* activity = view.book.activity(entry->activity);
        const std::string meta =
            begun_words(*entry) + (activity == nullptr ? "" : ", " + title_of(view.book.pack(), *activity));
        const std::string_view words = entry->words.empty() ? "No words yet" : std::string_view(entry->words);
        if (list.row({.key = entry->id.hex(), .title = {}, .meta = meta, .words = words, .badges = badges})) {
            wishes.route.enter({Place::entry, entry->activity, entry->id});
        }
    }
}

void latest(Ui& ui, const View& view, Wishes wishes) {
    heading(ui, "Latest", 2);
    auto activities = view.book.activities();
    std::erase_if(activities, [](const Activity* activity) { return activity->retired; });
    std::ranges::reverse(activities);
    if (activities.empty()) {
        note(ui, "Meetings, calls and documents that you work through appear here, with the time they took.");
        return;
    }
    constexpr std::size_t most = 5;
    RowList list(ui, "latest", "Latest");
    for (const Activity* activity : activities | std::views::take(most)) {
        const std::string title = title_of(view.book.pack(), *activity);
        const std::string times = times_of(*activity);
        const std::string spent = minutes_words(activity->time_spent(view.now.at)) + ", " +
                                  counted(view.book.entries_of(activity->id).size(), "entry", "entries");
        if (list.row({.key = activity->id.hex(), .title = title, .meta = times, .words = spent, .lines = 1})) {
            wishes.route.enter(last_entry(view.book, activity->id, wishes.random));
        }
    }
}

void now_column(Ui& ui, const View& view, const TodayFacts& facts, Wishes wishes) {
    bool any = false;
    for (const Activity* activity : view.book.activities()) {
        if (!activity->is_running()) continue;
        running_card(ui, view, *activity, wishes);
        any = true;
    }
    if (!any && view.custody.can_be_written()) start_card(ui, wishes);
    update_offer(ui, view, facts.device, wishes);
    // While a meeting runs, only what cannot wait is worth a look.
    if (!any || worst_of(facts.checks) == Light::red) readiness_line(ui, facts.checks, wishes);
    ui.layout.space(16);
    if (view.book.inspection().is_sample) sample_card(ui, wishes);
    ui.layout.space(24);
    unfinished(ui, view, wishes);
}

}  // namespace

Spot last_entry(const Notebook& book, ItemId activity, const RandomSource& random) {
    auto entries = book.entries_of(activity);
    std::erase_if(entries, [](const Entry* entry) { return entry->retired; });
    return {Place::entry, activity, entries.empty() ? new_id<ItemId>(random) : entries.back()->id};
}

void today_screen(Ui& ui, const View& view, const TodayFacts& facts, Wishes wishes) {
    const Panel panel(ui, "today", view.area, page_padding(ui, view.area, 1120));
    heading(ui, "Today", 1);
    ui.layout.space(2);
    const Inspection& inspection = view.book.inspection();
    note(ui, friendly_date(view.now) + ". " + inspection.authority + ", " + days_of(inspection));
    ui.layout.space(24);
    if (ui.layout.width() < ui.theme.scaled(two_panes)) {
        now_column(ui, view, facts, wishes);
        ui.layout.space(16);
        latest(ui, view, wishes);
        return;
    }
    const Box top = ui.layout.place(0);
    const float half = (top.width - 32) / 2;
    ui.layout.open_column(top.x, top.y, half);
    now_column(ui, view, facts, wishes);
    const float left = ui.layout.close_column();
    ui.layout.open_column(top.x + half + 32, top.y, half);
    latest(ui, view, wishes);
    const float right = ui.layout.close_column();
    ui.layout.place(std::max(left, right) - top.y);
}

}  // namespace daybook
