#include "app/screens/times.h"

#include <algorithm>
#include <utility>

#include "app/screens/inspector_choice.h"
#include "app/screens/meeting_record.h"
#include "app/screens/school_choice.h"
#include "app/widgets/button.h"
#include "app/widgets/chip.h"
#include "app/widgets/choices.h"
#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/base/wall_clock.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

/// A file may claim thousands. Those that have no fields here stay as they are.
constexpr std::size_t most_pauses = 20;

std::string day_of(const ActivityTimes& times, Instant at) {
    return calendar_date(LocalTime{at, times.started.utc_offset_minutes});
}
std::string clock_of(const ActivityTimes& times, Instant at) {
    return clock_minutes(LocalTime{at, times.started.utc_offset_minutes});
}

void fill_in(TimesDesk& desk, const Activity& activity) {
    desk = {.of = activity.id, .said = times_said(activity), .place_was = activity.place, .place = activity.place};
    const ActivityTimes& said = desk.said;
    desk.day = day_of(said, said.started.at);
    desk.start = clock_of(said, said.started.at);
    if (said.ended) {
        desk.end_day = day_of(said, *said.ended);
        desk.end = clock_of(said, *said.ended);
    }
    for (const Pause& pause : said.pauses) {
        if (desk.pauses.size() == most_pauses) break;
        const auto to = pause.to ? pause.to : said.ended;
        desk.pauses.push_back(
            {.was = pause, .from = clock_of(said, pause.from), .to = to ? clock_of(said, *to) : std::string()});
    }
}

/// What was typed, as moments. Where it still says the minute that was there, the moment stays as it was, to the
/// second; the offset from UTC stays that of the activity, whose writer's wall all of this was read from.
class Reading {
public:
    Reading(TimesDesk& desk, const Activity& activity, const Words& say)
        : desk_(desk), activity_(activity), say_(say) {}

    /// Nothing if something is no day or no time: then that is said beside its field.
    std::optional<ActivityTimes> read() {
        forget_errors();
        ActivityTimes times = desk_.said;
        const auto started = moment(desk_.day, desk_.start, desk_.said.started.at, desk_.day_error, desk_.start_error);
        if (started) times.started.at = *started;
        bool good = started.has_value();
        if (desk_.said.ended) {
            times.ended = moment(desk_.end_day, desk_.end, *desk_.said.ended, desk_.end_day_error, desk_.end_error);
            good = good && times.ended.has_value();
        }
        if (!good) return std::nullopt;
        times.pauses.clear();
        for (PauseForm& form : desk_.pauses) {
            const auto pause = pause_of(form, times);
            if (pause) times.pauses.push_back(*pause);
            good = good && pause.has_value();
        }
        if (!good) return std::nullopt;
        keep_those_without_fields(times);
        return times;
    }

private:
    void forget_errors() {
        for (std::string* error : {&desk_.day_error, &desk_.start_error, &desk_.end_day_error, &desk_.end_error})
            error->clear();
        for (PauseForm& pause : desk_.pauses) {
            pause.from_error.clear();
            pause.to_error.clear();
        }
    }

    std::optional<Instant> moment(const std::string& day, const std::string& clock, Instant before,
                                  std::string& day_error, std::string& clock_error) const {
        if (day == day_of(desk_.said, before) && clock == clock_of(desk_.said, before)) return before;
        if (!is_typed_day(day)) day_error = say_(Word::times_no_day);
        if (!minutes_of_day(clock)) clock_error = say_(Word::times_no_time);
        return moment_of(day, clock, desk_.said.started.utc_offset_minutes);
    }

    /// A pause has no day of its own: it is that of the start, or, where the activity goes on over midnight and it
    /// would be before the start, the one after.
    std::optional<Instant> moment_within(const std::string& clock, const ActivityTimes& times,
                                         std::string& error) const {
        const std::string day = day_of(times, times.started.at);
        const auto at = moment_of(day, clock, times.started.utc_offset_minutes);
        if (!at) {
            error = say_(Word::times_no_time);
            return std::nullopt;
        }
        const bool over_midnight = times.ended && day_of(times, *times.ended) != day;
        // The start may have seconds, which no field shows.
        const bool before = *at < times.started.at && clock != clock_of(times, times.started.at);
        if (before && over_midnight) return Instant{at->unix_ms + std::int64_t{24} * 60 * 60 * 1000};
        return std::max(*at, before ? *at : times.started.at);
    }

    std::optional<Pause> pause_of(PauseForm& form, const ActivityTimes& times) const {
        const auto same = [&](const std::string& typed, Instant at) { return typed == clock_of(desk_.said, at); };
        const auto from = form.was && same(form.from, form.was->from)
                              ? form.was->from
                              : moment_within(form.from, times, form.from_error);
        const bool goes_on =
            form.was && !form.was->to && (times.ended ? same(form.to, *desk_.said.ended) : form.to.empty());
        if (goes_on) return from ? std::optional(Pause{*from, std::nullopt}) : std::nullopt;
        auto to = form.was && form.was->to && same(form.to, *form.was->to)
                      ? form.was->to
                      : moment_within(form.to, times, form.to_error);
        if (!from || !to) return std::nullopt;
        // The end may have seconds too.
        if (times.ended && *to > *times.ended && form.to == clock_of(times, *times.ended)) to = times.ended;
        return Pause{*from, to};
    }

    /// Those that were too many for the form, and those that came from elsewhere since it was filled.
    void keep_those_without_fields(ActivityTimes& times) const {
        const auto& said = desk_.said.pauses;
        for (const Pause& one : activity_.pauses) {
            const auto place = std::ranges::find(said, one.from, &Pause::from) - said.begin();
            const bool had_fields = static_cast<std::size_t>(place) < std::min(said.size(), most_pauses);
            if (!had_fields && !std::ranges::contains(times.pauses, one.from, &Pause::from))
                times.pauses.push_back(one);
        }
    }

    TimesDesk& desk_;
    const Activity& activity_;
    const Words& say_;
};

/// True if there was any that has a field of its own.
bool show_faults(TimesDesk& desk, const std::vector<TimesFault>& faults, const Words& say) {
    bool any = false;
    for (const TimesFault& fault : faults) {
        const std::string words(fault_words(say, fault.why));
        switch (fault.of) {
            case TimesFault::Of::start:
                desk.start_error = words;
                break;
            case TimesFault::Of::end:
                desk.end_error = words;
                break;
            case TimesFault::Of::pause:
                if (fault.pause >= desk.pauses.size()) continue;
                desk.pauses[fault.pause].to_error = words;
                break;
        }
        any = true;
    }
    return any;
}

void save(const View& view, const Activity& activity, TimesDesk& desk, const Words& say, Wishes wishes) {
    const auto times = Reading(desk, activity, say).read();
    if (!times) return;
    if (show_faults(desk, check_times(*times, view.now.at), say)) return;
    std::vector<Change> changes = edits::set_times(activity, *times);
    if (desk.place != activity.place) {
        for (Change& change : edits::set_place(activity.id, desk.place)) changes.push_back(std::move(change));
    }
    if (!changes.empty()) wishes.out.edit(view.book.id(), std::move(changes));
    desk.touched = false;
}

void form_field(Ui& ui, TimesDesk& desk, FieldLook look, std::string& value, std::string& error) {
    look.error = error;
    const FieldTouch touch = field(ui, look, value);
    if (!touch.state.changed) return;
    desk.touched = true;
    if (!error.empty()) ui.attention.moved = true;
    error.clear();
}

/// A day and a time beside it, or beneath it where there is little room.
void moment_fields(Ui& ui, TimesDesk& desk, Word day_label, std::string& day, std::string& day_error, Word clock_label,
                   std::string& clock, std::string& clock_error) {
    const FieldLook of_day{.label = ui.say(day_label), .kind = FieldKind::date, .placeholder = "2015-09-14"};
    const FieldLook of_clock{.label = ui.say(clock_label), .kind = FieldKind::time, .placeholder = "10:42"};
    if (ui.layout.width() < ui.theme.scaled(440)) {
        form_field(ui, desk, of_day, day, day_error);
        form_field(ui, desk, of_clock, clock, clock_error);
        return;
    }
    const Box top = ui.layout.place(0);
    const float half = (top.width - 16) / 2;
    ui.layout.open_column(top.x, top.y, half);
    form_field(ui, desk, of_day, day, day_error);
    const float left = ui.layout.close_column();
    ui.layout.open_column(top.x + half + 16, top.y, half);
    form_field(ui, desk, of_clock, clock, clock_error);
    const float right = ui.layout.close_column();
    ui.layout.end_at(std::max(left, right));
    ui.layout.space(16);
}

void one_pause(Ui& ui, TimesDesk& desk, std::size_t index, std::optional<std::size_t>& taken) {
    PauseForm& pause = desk.pauses[index];
    const std::string number = std::to_string(index + 1);
    const Scope scope(number);
    const Part group(ui, "pause", daybook::Role::group, ui.say(phrase::times_pause{.number = number}));
    const std::string from = ui.say(phrase::times_pause_from{.number = number});
    const std::string to = ui.say(phrase::times_pause_to{.number = number});
    const bool goes_on = pause.was && !pause.was->to && !desk.said.ended;
    form_field(ui, desk, {.label = from, .kind = FieldKind::time, .placeholder = "10:42"}, pause.from,
               pause.from_error);
    form_field(ui, desk,
               {.label = to,
                .kind = FieldKind::time,
                .placeholder = "10:52",
                .hint = goes_on ? ui.say(Word::times_pause_goes_on) : std::string_view()},
               pause.to, pause.to_error);
    ui.layout.space(0);
    if (button(ui, {.label = ui.say(phrase::times_take_pause{.number = number}), .look = Look::quiet, .hangs = true}))
        taken = index;
    ui.layout.space(16);
}

void pauses(Ui& ui, TimesDesk& desk) {
    heading(ui, ui.say(Word::times_pauses), 2);
    if (desk.pauses.empty()) note(ui, ui.say(Word::times_no_pauses));
    ui.layout.space(8);
    std::optional<std::size_t> taken;
    for (std::size_t index = 0; index < desk.pauses.size(); ++index) one_pause(ui, desk, index, taken);
    if (desk.said.pauses.size() > most_pauses)
        note(ui, ui.say(phrase::times_more_pauses{.count = desk.said.pauses.size() - most_pauses}));
    if (button(ui, {.label = ui.say(Word::times_add_pause), .icon = Icon::plus})) {
        desk.pauses.emplace_back();
        desk.touched = true;
    }
    if (!taken) return;
    desk.pauses.erase(desk.pauses.begin() + static_cast<std::ptrdiff_t>(*taken));
    desk.touched = true;
}

void times_form(Ui& ui, const View& view, const Activity& activity, TimesDesk& desk, Wishes wishes) {
    moment_fields(ui, desk, Word::times_day, desk.day, desk.day_error, Word::times_start, desk.start, desk.start_error);
    if (desk.said.ended) {
        moment_fields(ui, desk, Word::times_end_day, desk.end_day, desk.end_day_error, Word::times_end, desk.end,
                      desk.end_error);
    } else {
        note(ui, ui.say(Word::times_runs));
        ui.layout.space(16);
    }
    pauses(ui, desk);
    ui.layout.space(24);
    std::string no_error;
    form_field(ui, desk, {.label = ui.say(Word::meeting_place), .hint = ui.say(Word::meeting_place_hint)}, desk.place,
               no_error);
    if (button(ui, {.label = ui.say(Word::times_save), .look = Look::primary, .disabled = !desk.touched}))
        save(view, activity, desk, ui.say, wishes);
}

void kind_choices(Ui& ui, const View& view, const Activity& activity, Wishes wishes) {
    caption(ui, ui.say(Word::meeting_kind));
    std::vector<Choice> offered;
    std::optional<std::size_t> chosen;
    const auto& kinds = view.book.pack().activity_kinds;
    for (const ActivityKind& kind : kinds) {
        if (kind.id == activity.kind) chosen = offered.size();
        offered.push_back({.label = kind.name});
    }
    const auto pressed = choices(ui, ui.say(Word::meeting_kind), offered, chosen);
    if (pressed && pressed != chosen) wishes.out.edit(view.book.id(), edits::set_kind(activity.id, kinds[*pressed].id));
}

void people_chips(Ui& ui, const View& view, const Activity& activity, Wishes wishes) {
    const ActivityKind* kind = view.book.pack().activity_kind(activity.kind);
    if (kind == nullptr || !kind->meets_people) return;
    ui.layout.space(24);
    caption(ui, ui.say(Word::meeting_who));
    const Part group(ui, "people", daybook::Role::group, ui.say(Word::meeting_who));
    const Row row(ui);
    for (const auto& role : view.book.pack().roles) {
        const bool on = std::ranges::contains(activity.roles, role.id);
        if (chip(ui, {.label = role.short_name, .on = on, .name = role.name, .key = role.id}))
            wishes.out.edit(view.book.id(), edits::set_role(activity.id, role.id, !on));
    }
}

void school(Ui& ui, const View& view, const Activity& activity, TimesDesk& desk, Wishes wishes) {
    ui.layout.space(24);
    const auto wanted = school_choice(ui, view.book, desk.school_query, activity.school);
    if (wanted) wishes.out.edit(view.book.id(), edits::set_school(activity.id, *wanted));
}

void whose(Ui& ui, const View& view, const Activity& activity, Wishes wishes) {
    const auto wanted = inspector_choice(ui, view.book, activity.author, activity.inspector);
    if (!wanted || *wanted == activity.inspector) return;
    const std::string said = *wanted == activity.author ? std::string() : *wanted;
    wishes.out.edit(view.book.id(), edits::set_inspector(activity.id, said));
}

void record_row(Ui& ui, const View& view, const Activity& activity, Wishes wishes) {
    const std::string words = record_words(ui.say, view.book, activity);
    if (words.empty()) return;
    RowList list(ui, "record", ui.say(Word::record_title));
    if (list.row({.key = "record", .title = ui.say(Word::record_title), .words = words, .lines = 2}))
        wishes.route.enter({Place::meeting_record, activity.id});
    ui.layout.space(16);
}

void about(Ui& ui, const View& view, const Activity& activity) {
    ui.layout.space(2);
    note(ui, title_of(ui.say, view.book, activity));
    ui.layout.space(0);
    note(ui, ui.say(phrase::common_dot{.first = times_of(ui.say, activity),
                                       .second = minutes_words(ui.say, activity.time_spent(view.now.at))}));
    ui.layout.space(0);
    note(ui, ui.say(activity.timed ? Word::times_by_timer : Word::times_typed));
    if (activity.inspector == activity.author) return;
    ui.layout.space(0);
    note(ui, ui.say(phrase::times_of{.inspector = activity.inspector, .author = activity.author}));
}

void pauses_to_read(Ui& ui, const Activity& activity) {
    const ActivityTimes said = times_said(activity);
    for (std::size_t index = 0; index < std::min(said.pauses.size(), most_pauses); ++index) {
        const Pause& pause = said.pauses[index];
        const auto to = pause.to ? pause.to : said.ended;
        const LocalTime from{pause.from, said.started.utc_offset_minutes};
        caption(ui, ui.say(phrase::times_pause{.number = std::to_string(index + 1)}));
        paragraph(ui,
                  to ? ui.say(phrase::activity_hours{.start = time_words(ui.say, from),
                                                     .end = time_words(ui.say, {*to, said.started.utc_offset_minutes})})
                     : time_words(ui.say, from));
    }
}

}  // namespace

std::string_view fault_words(const Words& say, TimesFault::Why why) {
    switch (why) {
        case TimesFault::Why::not_after_start:
            return say(Word::times_not_after_start);
        case TimesFault::Why::longer_than_a_day:
            return say(Word::times_longer_than_a_day);
        case TimesFault::Why::reversed:
            return say(Word::times_pause_reversed);
        case TimesFault::Why::outside:
            return say(Word::times_pause_outside);
        case TimesFault::Why::in_the_future:
            break;
    }
    return say(Word::times_in_the_future);
}

void times_screen(Ui& ui, const View& view, TimesDesk& desk, Wishes wishes) {
    const Panel panel(ui, "times", view.area, page_padding(ui, view.area, 640));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::times_title), 1);
    const Activity* activity = view.book.activity(wishes.route.here().activity);
    if (activity == nullptr) {
        note(ui, ui.say(Word::times_gone));
        return;
    }
    about(ui, view, *activity);
    ui.layout.space(24);
    record_row(ui, view, *activity, wishes);
    if (!view.custody.can_be_written()) {
        pauses_to_read(ui, *activity);
        return;
    }
    const bool other = desk.of != activity->id;
    const bool changed = desk.said != times_said(*activity) || desk.place_was != activity->place;
    if (other || (changed && !desk.touched)) fill_in(desk, *activity);
    note(ui, ui.say(Word::times_about));
    ui.layout.space(16);
    times_form(ui, view, *activity, desk, wishes);
    ui.layout.space(40);
    note(ui, ui.say(Word::times_at_once));
    ui.layout.space(16);
    kind_choices(ui, view, *activity, wishes);
    people_chips(ui, view, *activity, wishes);
    school(ui, view, *activity, desk, wishes);
    whose(ui, view, *activity, wishes);
}

}  // namespace daybook
