#include "app/screens/today.h"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <vector>

#include "app/screens/duties.h"
#include "app/screens/follow_ups.h"
#include "app/screens/health.h"
#include "app/screens/planned.h"
#include "app/screens/readiness.h"
#include "app/screens/update.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/notebook/bearing.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

void running_card(Ui& ui, const View& view, const Activity& activity, Wishes wishes) {
    const Scope scope(activity.id.hex());
    const Card card(ui, Card::Tone::accent);
    const auto paused = activity.paused_since();
    caption(ui, paused ? ui.say(phrase::today_paused_since{.time = time_words(ui.say, *paused)})
                       : ui.say(phrase::today_running_since{.time = time_words(ui.say, activity.started)}));
    heading(ui, title_of(ui.say, view.book, activity), 2);
    const std::string people = people_of(ui.say, view.book.pack(), activity);
    const std::string spent = minutes_words(ui.say, activity.time_spent(view.now.at));
    note(ui, people.empty() ? spent : ui.say(phrase::today_with{.spent = spent, .people = people}));
    ui.layout.space(16);
    if (button(ui, {.label = ui.say(view.custody.can_be_written() ? Word::today_go_on : Word::today_read),
                    .look = Look::primary,
                    .icon = Icon::pen,
                    .fit = Fit::column,
                    .height = 64})) {
        wishes.route.enter(last_entry(view.book, activity.id, wishes.random));
    }
    if (!view.custody.can_be_written()) return;
    const Row row(ui);
    if (button(ui, {.label = ui.say(Word::today_new_entry), .icon = Icon::plus})) {
        wishes.route.enter({Place::entry, activity.id, new_id<ItemId>(wishes.random)});
    }
    if (button(ui, {.label = ui.say(paused ? Word::entry_resume : Word::entry_pause),
                    .icon = paused ? Icon::play : Icon::pause,
                    .name = ui.say(paused ? Word::entry_resume_timer : Word::entry_pause_timer),
                    .key = "pause"})) {
        wishes.out.edit(view.book.id(), paused ? edits::resume_activity(activity, view.now)
                                               : edits::pause_activity(activity.id, view.now));
    }
    if (button(ui, {.label = ui.say(Word::today_stop), .look = Look::danger, .icon = Icon::stop})) {
        wishes.out.edit(view.book.id(), edits::stop_activity(activity.id, view.now));
    }
}

void start_card(Ui& ui, Wishes wishes) {
    const Card card(ui);
    paragraph(ui, ui.say(Word::today_nothing_runs));
    ui.layout.space(16);
    if (button(ui, {.label = ui.say(Word::today_start),
                    .look = Look::primary,
                    .icon = Icon::play,
                    .fit = Fit::column,
                    .height = 64})) {
        wishes.route.enter({Place::start_meeting});
    }
}

void sample_card(Ui& ui, Wishes wishes) {
    const Card card(ui);
    note(ui, ui.say(Word::today_sample));
    ui.layout.space(8);
    if (button(ui, {.label = ui.say(Word::today_create_own)})) wishes.route.enter({Place::new_inspection});
}

bool is_unfinished(const Notebook& book, const Entry* entry) {
    return !entry->retired && bears_on_nothing(book, *entry);
}

bool is_to_come_back_to(const Notebook& /*book*/, const Entry* entry) {
    return !entry->retired && entry->come_back;
}

/// The latest first.
std::vector<const Entry*> entries_that(const Notebook& book, bool (*are)(const Notebook&, const Entry*)) {
    std::vector<const Entry*> entries;
    std::ranges::copy_if(book.entries(), std::back_inserter(entries),
                         [&](const Entry* entry) { return are(book, entry); });
    std::ranges::reverse(entries);
    return entries;
}

void entry_rows(Ui& ui, const View& view, std::string_view key, std::string_view name,
                const std::vector<const Entry*>& entries, Wishes wishes) {
    RowList list(ui, key, name);
    list.each(entries.size(), [&](std::size_t index) {
        const Entry* entry = entries[index];
        const auto badges = badges_of(ui.say, view.book, *entry, ui.theme.palette);
        const Activity* activity = view.book.activity(entry->activity);
        const std::string begun = begun_words(ui.say, *entry);
        const std::string meta =
            activity == nullptr
                ? begun
                : ui.say(phrase::common_comma{.first = begun, .second = title_of(ui.say, view.book, *activity)});
        const std::string_view words =
            entry->words.empty() ? ui.say(Word::entry_no_words_yet) : std::string_view(entry->words);
        if (list.row({.key = entry->id.hex(), .title = {}, .meta = meta, .words = words, .badges = badges})) {
            wishes.route.enter({Place::entry, entry->activity, entry->id});
        }
    });
}

/// All of them: each was put here by somebody who wants to find it here.
void to_come_back_to(Ui& ui, const View& view, Wishes wishes) {
    const auto entries = entries_that(view.book, is_to_come_back_to);
    if (entries.empty()) return;
    heading(ui, ui.say(Word::today_come_back), 2);
    entry_rows(ui, view, "come back", ui.say(Word::today_come_back), entries, wishes);
    ui.layout.space(24);
}

void unfinished(Ui& ui, const View& view, Wishes wishes) {
    heading(ui, ui.say(Word::today_unfinished), 2);
    auto entries = entries_that(view.book, is_unfinished);
    if (entries.empty()) {
        note(ui, ui.say(Word::today_all_finished));
        return;
    }
    note(ui, ui.say(phrase::today_without_aspect{.count = entries.size()}));
    constexpr std::size_t most = 5;
    entries.resize(std::min(entries.size(), most));
    entry_rows(ui, view, "unfinished", ui.say(Word::today_unfinished), entries, wishes);
}

void latest(Ui& ui, const View& view, Wishes wishes) {
    heading(ui, ui.say(Word::today_latest), 2);
    auto activities = view.book.activities();
    std::erase_if(activities, [](const Activity* activity) { return activity->retired; });
    std::ranges::reverse(activities);
    if (activities.empty()) {
        note(ui, ui.say(Word::today_no_latest));
        return;
    }
    constexpr std::size_t most = 5;
    RowList list(ui, "latest", ui.say(Word::today_latest));
    for (const Activity* activity : activities | std::views::take(most)) {
        const std::string title = title_of(ui.say, view.book, *activity);
        const std::string times = times_of(ui.say, *activity);
        const std::string spent = ui.say(phrase::common_comma{
            .first = minutes_words(ui.say, activity->time_spent(view.now.at)),
            .second = ui.say(phrase::count_entries{.count = view.book.entries_of(activity->id).size()})});
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
    open_duties_row(ui, view, wishes);
    update_offer(ui, view, facts.device, wishes);
    // While a meeting runs, only what cannot wait is worth a look.
    if (!any || worst_of(facts.checks) == Light::red) readiness_line(ui, facts.checks, wishes);
    ui.layout.space(16);
    if (view.book.inspection().is_sample) sample_card(ui, wishes);
    ui.layout.space(24);
    if (!any) next_session_row(ui, view, facts.author, wishes);
    open_follow_ups_row(ui, view, wishes);
    to_come_back_to(ui, view, wishes);
    unfinished(ui, view, wishes);
    ui.layout.space(16);
    health_row(ui, view, facts.health, wishes);
    ui.layout.space(24);
}

}  // namespace

Spot last_entry(const Notebook& book, ItemId activity, const RandomSource& random) {
    auto entries = book.entries_of(activity);
    std::erase_if(entries, [](const Entry* entry) { return entry->retired; });
    return {Place::entry, activity, entries.empty() ? new_id<ItemId>(random) : entries.back()->id};
}

void today_screen(Ui& ui, const View& view, const TodayFacts& facts, Wishes wishes) {
    const Panel panel(ui, "today", view.area, page_padding(ui, view.area, 1120));
    heading(ui, ui.say(Word::today_title), 1);
    ui.layout.space(2);
    const Inspection& inspection = view.book.inspection();
    note(ui, ui.say(phrase::today_about{.date = day_words(ui.say, view.now),
                                        .authority = inspection.authority,
                                        .days = days_of(ui.say, inspection)}));
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
