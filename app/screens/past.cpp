#include "app/screens/past.h"

#include <algorithm>

#include "app/screens/entry_reading.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/reach.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/base/wall_clock.h"
#include "core/notebook/history.h"

namespace daybook {
namespace {

constexpr std::int64_t rest_of_minute_ms = 59'999;

/// What was written in the minute that is named, belongs to it: minutes are what is shown everywhere.
void put_together(PastDesk& desk, const View& view) {
    desk.stood = view.book.as_it_stood({desk.moment.at.unix_ms + rest_of_minute_ms});
    desk.revisions = view.custody.revisions;
}

void bring_up_to_date(PastDesk& desk, const View& view) {
    if (desk.book != view.book.id()) {
        desk = {.book = view.book.id(), .day = calendar_date(view.now), .clock = clock_minutes(view.now)};
    } else if (desk.stood && desk.revisions != view.custody.revisions) {
        put_together(desk, view);
    }
}

void choose(PastDesk& desk, const View& view, const Words& say) {
    desk.day_error = is_typed_day(desk.day) ? std::string_view() : say(Word::times_no_day);
    desk.clock_error = minutes_of_day(desk.clock) ? std::string_view() : say(Word::times_no_time);
    desk.stood.reset();
    // A time of day is meant as the clocks on the wall showed it on that day, not as they are ahead today.
    const std::int32_t offset = utc_offset_on(view.book, desk.day, view.now.utc_offset_minutes);
    const auto moment = moment_of(desk.day, desk.clock, offset);
    if (!moment) return;
    if (*moment > view.now.at) {
        desk.clock_error = say(Word::times_in_the_future);
        return;
    }
    desk.moment = {*moment, offset};
    put_together(desk, view);
}

void moment_form(Ui& ui, const View& view, PastDesk& desk) {
    const auto one = [&](Word label, FieldKind kind, std::string_view example, std::string& value, std::string& error) {
        const FieldTouch touch =
            field(ui, {.label = ui.say(label), .kind = kind, .placeholder = example, .error = error}, value);
        if (touch.state.changed && !error.empty()) {
            error.clear();
            ui.attention.moved = true;
        }
        return touch.state.submitted;
    };
    const Box top = ui.layout.place(0);
    const float half = (top.width - 16) / 2;
    const bool narrow = top.width < ui.theme.scaled(320);
    ui.layout.open_column(top.x, top.y, narrow ? top.width : half);
    bool submitted = one(Word::times_day, FieldKind::date, "2015-09-14", desk.day, desk.day_error);
    float bottom = ui.layout.close_column();
    const float left = narrow ? top.x : top.x + half + 16;
    ui.layout.open_column(left, narrow ? bottom + 16 : top.y, narrow ? top.width : half);
    submitted = one(Word::past_time, FieldKind::time, "14:30", desk.clock, desk.clock_error) || submitted;
    bottom = std::max(bottom, ui.layout.close_column());
    ui.layout.end_at(bottom);
    ui.layout.space(16);
    const bool pressed = button(ui, {.label = ui.say(Word::past_show), .look = Look::primary});
    if (!pressed && !submitted) return;
    choose(desk, view, ui.say);
    ui.attention.moved = true;
}

/// Says that what follows is the past. True if somebody wants to be back.
bool band(Ui& ui, const PastDesk& desk, Word back) {
    const std::string when = ui.say(phrase::history_when{.day = day_words(ui.say, desk.moment),
                                                         .time = time_words(ui.say, desk.moment),
                                                         .offset = offset_words(ui.say, desk.moment)});
    const Part part(ui, "band", Role::region, ui.say(Word::past_title));
    const Card card(ui, Card::Tone::accent);
    heading(ui, ui.say(phrase::past_band{.when = when}), 2);
    note(ui, ui.say(Word::past_band_about));
    ui.layout.space(12);
    return button(ui, {.label = ui.say(back)});
}

void activity_then(Ui& ui, const Notebook& stood, const Activity& activity, Wishes wishes) {
    const Scope scope(activity.id.hex());
    const std::string title = title_of(ui.say, stood.pack(), activity);
    heading(ui, title, 2);
    ui.layout.space(0);
    const std::string times = times_of(ui.say, activity);
    note(ui, activity.retired ? ui.say(phrase::activity_retired{.about = times}) : times);
    if (const std::string people = people_of(ui.say, stood.pack(), activity); !people.empty()) {
        ui.layout.space(0);
        note(ui, ui.say(phrase::activity_with{.people = people}));
    }
    const auto& entries = stood.entries_of(activity.id);
    if (entries.empty()) {
        note(ui, ui.say(Word::past_no_entries));
        return;
    }
    RowList list(ui, "entries", title);
    list.each(entries.size(), [&](std::size_t index) {
        const Entry& entry = *entries[index];
        const auto badges = badges_of(ui.say, stood, entry, ui.theme.palette);
        const std::string meta = entry_line(ui.say, stood, entry);
        const std::string_view words =
            entry.words.empty() ? ui.say(Word::entry_no_words_yet) : std::string_view(entry.words);
        if (list.row({.key = entry.id.hex(),
                      .title = {},
                      .meta = meta,
                      .words = words,
                      .badges = badges,
                      .faded = entry.retired})) {
            wishes.route.enter({Place::past_entry, activity.id, entry.id});
        }
    });
}

void everything_then(Ui& ui, const Notebook& stood, Wishes wishes) {
    auto activities = stood.activities();
    if (activities.empty()) {
        paragraph(ui, ui.say(Word::past_nothing));
        return;
    }
    note(ui, ui.say(phrase::common_comma{.first = ui.say(phrase::count_activities{.count = activities.size()}),
                                         .second = ui.say(phrase::count_entries{.count = stood.entries().size()})}));
    ui.layout.space(24);
    std::ranges::reverse(activities);
    lay_out_near(ui, {.key = "activities",
                      .count = activities.size(),
                      .gap = 32,
                      .guess =
                          [&](std::size_t index) {
                              const auto entries = static_cast<float>(stood.entries_of(activities[index]->id).size());
                              return ui.theme.subtitle().line + 2 * ui.theme.caption().line +
                                     entries * RowList::guess(ui.theme);
                          },
                      .lay_out = [&](std::size_t index,
                                     std::optional<float>) { activity_then(ui, stood, *activities[index], wishes); }});
}

void words_then(Ui& ui, const Entry& entry) {
    if (entry.words.empty() && entry.versions.size() < 2) {
        note(ui, ui.say(Word::entry_none_written));
        return;
    }
    if (entry.versions.size() < 2) {
        paragraph(ui, entry.words);
        return;
    }
    std::size_t number = 0;
    for (const TextVersion& version : entry.versions) {
        const Scope scope(std::to_string(number++));
        caption(ui, version_words(ui.say, version));
        paragraph(ui, version.text.empty() ? ui.say(Word::entry_no_words) : std::string_view(version.text));
        ui.layout.space(24);
    }
}

}  // namespace

void past_screen(Ui& ui, const View& view, PastDesk& desk, Wishes wishes) {
    bring_up_to_date(desk, view);
    const Panel panel(ui, "past", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::past_title), 1);
    ui.layout.space(2);
    note(ui, ui.say(Word::past_about));
    ui.layout.space(16);
    moment_form(ui, view, desk);
    if (!desk.stood) return;
    ui.layout.space(24);
    if (band(ui, desk, Word::past_back_to_now)) {
        desk.stood.reset();
        wishes.route.start_at(Place::notebook);
        return;
    }
    everything_then(ui, *desk.stood, wishes);
}

void past_entry_screen(Ui& ui, const View& view, PastDesk& desk, Wishes wishes) {
    bring_up_to_date(desk, view);
    const Spot spot = wishes.route.here();
    const ScrollSubject subject(ui, spot.entry);
    const Panel panel(ui, "past entry", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::past_entry), 1);
    const Entry* entry = desk.stood ? desk.stood->entry(spot.entry) : nullptr;
    if (entry == nullptr) {
        note(ui, ui.say(Word::past_nothing));
        return;
    }
    ui.layout.space(12);
    if (band(ui, desk, Word::past_entry_now)) {
        wishes.route.start_at(Place::notebook);
        wishes.route.enter({Place::entry, spot.activity, spot.entry});
        return;
    }
    if (const Activity* activity = desk.stood->activity(spot.activity); activity != nullptr) {
        note(ui, ui.say(phrase::common_dot{.first = title_of(ui.say, desk.stood->pack(), *activity),
                                           .second = times_of(ui.say, *activity)}));
    }
    note(ui, ui.say(phrase::common_comma{.first = entry->author, .second = entry_line(ui.say, *desk.stood, *entry)}));
    ui.layout.space(16);
    words_then(ui, *entry);
    ui.layout.space(16);
    const View then{*desk.stood, view.now, view.area, view.custody};
    marks_to_read(ui, then, entry);
    const Entry* now = view.book.entry(spot.entry);
    if (now != nullptr && now->versions.size() < 2 && entry->versions.size() < 2)
        note(ui, ui.say(now->words == entry->words ? Word::past_same_now : Word::past_other_now));
    ui.layout.space(8);
    if (button(ui, {.label = ui.say(Word::history_title), .look = Look::quiet, .hangs = true}))
        wishes.route.enter({Place::history, spot.activity, spot.entry});
}

}  // namespace daybook
