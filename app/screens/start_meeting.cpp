#include "app/screens/start_meeting.h"

#include <algorithm>

#include "app/screens/inspector_choice.h"
#include "app/screens/kind_choice.h"
#include "app/screens/school_choice.h"
#include "app/screens/times.h"
#include "app/widgets/button.h"
#include "app/widgets/chip.h"
#include "app/widgets/field.h"
#include "app/widgets/text.h"
#include "core/base/wall_clock.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

/// When it was, if what was typed says so and that can be; else what is wrong is said beside the fields.
std::optional<ActivityTimes> typed_times(const Words& say, MeetingForm& form, LocalTime now) {
    form.day_error = is_typed_day(form.day) ? std::string_view() : say(Word::times_no_day);
    form.start_error = minutes_of_day(form.start) ? std::string_view() : say(Word::times_no_time);
    form.end_error = minutes_of_day(form.end) ? std::string_view() : say(Word::times_no_time);
    // No device knows what the offset was on another day: that of now keeps the clock on the wall as it was typed.
    const auto started = moment_of(form.day, form.start, now.utc_offset_minutes);
    const auto ended = moment_of(form.day, form.end, now.utc_offset_minutes);
    if (!started || !ended) return std::nullopt;
    ActivityTimes times{.started = {*started, now.utc_offset_minutes}, .ended = ended, .pauses = {}};
    const auto faults = check_times(times, now.at);
    for (const TimesFault& fault : faults)
        (fault.of == TimesFault::Of::start ? form.start_error : form.end_error) = fault_words(say, fault.why);
    return faults.empty() ? std::optional(std::move(times)) : std::nullopt;
}

void start(const Words& say, MeetingForm& form, const ActivityKind* kind, const View& view, Wishes wishes) {
    const auto activity = new_id<ItemId>(wishes.random);
    edits::NewActivity started{.id = activity,
                               .kind = form.kind,
                               .place = form.place,
                               .roles = {},
                               .school = form.school,
                               .inspector = form.inspector};
    if (kind != nullptr && kind->meets_people) started.roles = form.roles;
    if (form.earlier) {
        const auto times = typed_times(say, form, view.now);
        if (!times) return;
        wishes.out.edit(view.book.id(), edits::record_activity(started, *times));
    } else {
        wishes.out.edit(view.book.id(), edits::start_activity(started, view.now));
    }
    wishes.route.replace({Place::entry, activity, new_id<ItemId>(wishes.random)});
    form = {};
}

void earlier_field(Ui& ui, FieldLook look, std::string& value, std::string& error) {
    look.error = error;
    if (!field(ui, look, value).state.changed) return;
    if (!error.empty()) ui.attention.moved = true;
    error.clear();
}

void earlier(Ui& ui, const View& view, MeetingForm& form) {
    if (chip(ui, {.label = ui.say(Word::meeting_earlier), .on = form.earlier, .shape = ChipSpec::Shape::box})) {
        form.earlier = !form.earlier;
        if (form.day.empty()) form.day = calendar_date(view.now);
    }
    if (!form.earlier) return;
    ui.layout.space(4);
    note(ui, ui.say(Word::meeting_earlier_about));
    ui.layout.space(16);
    earlier_field(ui, {.label = ui.say(Word::times_day), .kind = FieldKind::date, .placeholder = "2015-09-14"},
                  form.day, form.day_error);
    earlier_field(ui, {.label = ui.say(Word::times_start), .kind = FieldKind::time, .placeholder = "10:42"}, form.start,
                  form.start_error);
    earlier_field(ui, {.label = ui.say(Word::times_end), .kind = FieldKind::time, .placeholder = "11:35"}, form.end,
                  form.end_error);
}

}  // namespace

void start_meeting_screen(Ui& ui, const View& view, MeetingForm& form, const std::string& author, Wishes wishes) {
    const Pack& pack = view.book.pack();
    if (form.kind.empty() && !pack.activity_kinds.empty()) form.kind = pack.activity_kinds.front().id;

    constexpr float button_height = 56;
    const float bar = ui.theme.height_for(1, button_height) + 24;
    const Padding padding = page_padding(ui, view.area, 840);
    {
        const Panel panel(ui, "start meeting", {view.area.x, view.area.y, view.area.width, view.area.height - bar},
                          padding);
        if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
            wishes.route.go_back();
        heading(ui, ui.say(Word::meeting_title), 1);
        ui.layout.space(16);
        if (const auto kind = kind_choice(ui, pack, form.kind, form.all_kinds)) form.kind = *kind;
        const ActivityKind* kind = pack.activity_kind(form.kind);
        if (kind != nullptr && kind->meets_people) {
            ui.layout.space(24);
            role_chips(ui, pack, form.roles);
        }
        ui.layout.space(24);
        if (const auto school = school_choice(ui, view.book, form.school_query, form.school)) form.school = *school;
        if (const auto chosen = inspector_choice(ui, view.book, author, form.inspector))
            form.inspector = *chosen == author ? std::string() : *chosen;
        ui.layout.space(24);
        earlier(ui, view, form);
        ui.layout.space(24);
        field(ui, {.label = ui.say(Word::meeting_place), .hint = ui.say(Word::meeting_place_hint)}, form.place);
    }
    // The button stays where it is however long the lists are: starting takes one tap.
    const Box box{view.area.x, view.area.y + view.area.height - bar, view.area.width, bar};
    fill(box, ui.theme.palette.paper, 0);
    fill({box.x, box.y, box.width, 1}, ui.theme.palette.line, 0);
    ui.layout.open_column(box.x + padding.sides, box.y + 12, box.width - 2 * padding.sides);
    const bool pressed = button(ui, {.label = ui.say(form.earlier ? Word::meeting_record : Word::meeting_start),
                                     .look = Look::primary,
                                     .icon = form.earlier ? Icon::check : Icon::play,
                                     .fit = Fit::column,
                                     .height = button_height});
    ui.layout.close_column();
    if (pressed) start(ui.say, form, pack.activity_kind(form.kind), view, wishes);
}

}  // namespace daybook
