#include "app/screens/planned.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "app/screens/kind_choice.h"
#include "app/screens/plan_words.h"
#include "app/screens/school_choice.h"
#include "app/widgets/button.h"
#include "app/widgets/chip.h"
#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/base/blank.h"
#include "core/base/wall_clock.h"
#include "core/notebook/edits.h"
#include "core/notebook/plan_edits.h"

namespace daybook {
namespace {

constexpr int step = 15;  // minutes

std::string typed_clock(int minutes) {
    if (minutes < 0 || minutes > minutes_in_a_day) return {};
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(minutes / 60) + ":" + two(minutes % 60);
}

/// The end of a day is written like that, too.
std::optional<int> end_of_day_or(const std::string& typed) {
    if (trimmed(typed) == "24:00") return minutes_in_a_day;
    return minutes_of_day(typed);
}

void fill_in(PlannedDesk& desk, const Planned& planned) {
    desk = {.of = planned.id, .known = planned, .typed = planned};
    desk.from = typed_clock(planned.from);
    desk.to = typed_clock(planned.to);
}

/// What changed in the notebook changes here, but where something was typed.
void follow(PlannedDesk& desk, const Planned& now) {
    const auto text = [&](auto member) {
        if (desk.typed.*member == desk.known.*member) desk.typed.*member = now.*member;
    };
    for (const auto member : {&Planned::day, &Planned::kind, &Planned::title, &Planned::place, &Planned::note})
        text(member);
    text(&Planned::school);
    for (const auto member : {&Planned::inspectors, &Planned::roles}) text(member);
    if (desk.from == typed_clock(desk.known.from)) desk.from = typed_clock(now.from);
    if (desk.to == typed_clock(desk.known.to)) desk.to = typed_clock(now.to);
    desk.known = now;
}

/// What was typed, if it can be; else what is wrong is said beside the fields.
std::optional<Planned> read(const Words& say, PlannedDesk& desk) {
    Planned planned = desk.typed;
    for (std::string* text : {&planned.day, &planned.title, &planned.place, &planned.note})
        *text = std::string(trimmed(*text));
    const auto from = minutes_of_day(desk.from);
    const auto to = end_of_day_or(desk.to);
    desk.day_error = is_typed_day(planned.day) ? std::string_view() : say(Word::times_no_day);
    desk.from_error = from ? std::string_view() : say(Word::times_no_time);
    desk.to_error = to ? std::string_view() : say(Word::times_no_time);
    if (from && to && *to <= *from) desk.to_error = say(Word::planned_no_end);
    desk.name_error = planned.title.empty() && planned.kind.empty() ? say(Word::planned_no_name) : std::string_view();
    for (const std::string* error : {&desk.day_error, &desk.from_error, &desk.to_error, &desk.name_error}) {
        if (!error->empty()) return std::nullopt;
    }
    planned.from = *from;
    planned.to = *to;
    return planned;
}

void save(const View& view, PlannedDesk& desk, const Words& say, Wishes wishes) {
    const auto typed = read(say, desk);
    if (!typed) return;
    const Planned* before = view.book.planned(desk.of);
    const auto changes = before == nullptr ? edits::add_planned(*typed) : edits::correct_planned(*before, *typed);
    if (!changes.empty()) wishes.out.edit(view.book.id(), changes);
    desk = {};
    wishes.route.go_back();
}

void typed_field(Ui& ui, FieldLook look, std::string& value, std::string* error) {
    if (error != nullptr) look.error = *error;
    if (!field(ui, look, value).state.changed || error == nullptr || error->empty()) return;
    error->clear();
    ui.attention.moved = true;
}

bool is_outside(const Inspection& inspection, const std::string& day) {
    return is_typed_day(day) && is_iso_date(inspection.first_day) && is_iso_date(inspection.last_day) &&
           (day < inspection.first_day || day > inspection.last_day);
}

/// Side by side where there is room for all three.
void when_fields(Ui& ui, const View& view, PlannedDesk& desk) {
    const auto day = [&] {
        const bool outside = is_outside(view.book.inspection(), desk.typed.day);
        typed_field(ui,
                    {.label = ui.say(Word::planned_day),
                     .kind = FieldKind::date,
                     .placeholder = "2015-09-14",
                     .hint = outside ? ui.say(Word::planned_outside) : std::string_view()},
                    desk.typed.day, &desk.day_error);
        if (outside != is_outside(view.book.inspection(), desk.typed.day)) ui.attention.moved = true;
    };
    const auto from = [&] {
        typed_field(ui, {.label = ui.say(Word::planned_from), .kind = FieldKind::time, .placeholder = "09:30"},
                    desk.from, &desk.from_error);
    };
    const auto to = [&] {
        typed_field(ui, {.label = ui.say(Word::planned_to), .kind = FieldKind::time, .placeholder = "10:30"}, desk.to,
                    &desk.to_error);
    };
    if (ui.layout.width() < ui.theme.scaled(320)) {
        day();
        from();
        to();
        return;
    }
    day();
    const Box top = ui.layout.place(0);
    constexpr float gap = 16;
    const float half = (top.width - gap) / 2;
    ui.layout.open_column(top.x, top.y, half);
    from();
    const float left = ui.layout.close_column();
    ui.layout.open_column(top.x + half + gap, top.y, half);
    to();
    const float right = ui.layout.close_column();
    ui.layout.place(std::max(left, right) - top.y);
}

/// In the notebook at once: it can be taken back with undo. Of one that is not there yet, in the fields alone.
void move(const View& view, PlannedDesk& desk, int days, int minutes, Wishes wishes) {
    Planned moved = desk.typed;
    moved.day = days_after(desk.typed.day, days);
    moved.from = *minutes_of_day(desk.from) + minutes;
    moved.to = *end_of_day_or(desk.to) + minutes;
    desk.typed.day = moved.day;
    desk.from = typed_clock(moved.from);
    desk.to = typed_clock(moved.to);
    const Planned* before = view.book.planned(desk.of);
    if (before == nullptr) return;
    Planned after = *before;
    after.day = moved.day;
    after.from = moved.from;
    after.to = moved.to;
    const auto changes = edits::correct_planned(*before, after);
    if (!changes.empty()) wishes.out.edit(view.book.id(), changes);
}

void move_buttons(Ui& ui, const View& view, PlannedDesk& desk, Wishes wishes) {
    const auto from = minutes_of_day(desk.from);
    const auto to = end_of_day_or(desk.to);
    const bool can_move = from && to && *from < *to && is_typed_day(desk.typed.day);
    const Part group(ui, "move", Role::group, ui.say(Word::planned_move));
    const Row row(ui);
    struct Move {
        Word word;
        int days;
        int minutes;
    };
    for (const Move& one : {Move{Word::planned_earlier, 0, -step}, Move{Word::planned_later, 0, step},
                            Move{Word::planned_day_before, -1, 0}, Move{Word::planned_day_after, 1, 0}}) {
        const bool fits = can_move && *from + one.minutes >= 0 && *to + one.minutes <= minutes_in_a_day;
        if (button(ui, {.label = ui.say(one.word), .disabled = !fits})) move(view, desk, one.days, one.minutes, wishes);
    }
}

void inspector_chips(Ui& ui, const Notebook& book, PlannedDesk& desk) {
    caption(ui, ui.say(Word::planned_inspectors));
    std::vector<std::string> names = inspectors_of_plan(book);
    for (const std::string& name : desk.typed.inspectors) {
        if (!std::ranges::contains(names, name)) names.push_back(name);
    }
    const Part group(ui, "inspectors", Role::group, ui.say(Word::planned_inspectors));
    const Row row(ui);
    for (const std::string& name : names) {
        if (chip(ui, {.label = name, .on = std::ranges::contains(desk.typed.inspectors, name), .key = name}))
            toggle(desk.typed.inspectors, name);
    }
}

void form(Ui& ui, const View& view, PlannedDesk& desk, Wishes wishes) {
    const Pack& pack = view.book.pack();
    when_fields(ui, view, desk);
    move_buttons(ui, view, desk, wishes);
    ui.layout.space(24);
    if (const auto kind = kind_choice(ui, pack, desk.typed.kind, desk.all_kinds)) {
        desk.typed.kind = *kind;
        if (!desk.name_error.empty()) ui.attention.moved = true;
        desk.name_error.clear();
    }
    ui.layout.space(24);
    typed_field(ui, {.label = ui.say(Word::planned_name), .hint = ui.say(Word::planned_name_about)}, desk.typed.title,
                &desk.name_error);
    typed_field(ui, {.label = ui.say(Word::meeting_place), .hint = ui.say(Word::meeting_place_hint)}, desk.typed.place,
                nullptr);
    if (const auto school = school_choice(ui, view.book, desk.school_query, desk.typed.school))
        desk.typed.school = *school;
    ui.layout.space(24);
    inspector_chips(ui, view.book, desk);
    const ActivityKind* kind = pack.activity_kind(desk.typed.kind);
    if (kind == nullptr || kind->meets_people || !desk.typed.roles.empty()) {
        ui.layout.space(24);
        role_chips(ui, pack, desk.typed.roles);
    }
    ui.layout.space(24);
    typed_field(ui,
                {.label = ui.say(Word::planned_note),
                 .kind = FieldKind::prose,
                 .hint = ui.say(Word::planned_note_about),
                 .height = 3 * ui.theme.editor().line + 22},
                desk.typed.note, nullptr);
    ui.layout.space(8);
    const bool is_new = view.book.planned(desk.of) == nullptr;
    const Row row(ui);
    if (button(ui, {.label = ui.say(is_new ? Word::planned_add : Word::planned_save), .look = Look::primary}))
        save(view, desk, ui.say, wishes);
    if (button(ui, {.label = ui.say(Word::common_cancel), .look = Look::quiet})) {
        desk = {};
        wishes.route.go_back();
    }
}

void start(const View& view, const Planned& planned, Wishes wishes) {
    const Pack& pack = view.book.pack();
    edits::NewActivity started{.id = new_id<ItemId>(wishes.random),
                               .kind = planned.kind,
                               .place = planned.place,
                               .roles = {},
                               .school = planned.school};
    if (started.kind.empty() && !pack.activity_kinds.empty()) started.kind = pack.activity_kinds.front().id;
    const ActivityKind* kind = pack.activity_kind(started.kind);
    if (kind != nullptr && kind->meets_people) started.roles = planned.roles;
    wishes.out.edit(view.book.id(), edits::start_activity(started, view.now));
    wishes.route.enter({Place::entry, started.id, new_id<ItemId>(wishes.random)});
}

void actions(Ui& ui, const View& view, const Planned& planned, Wishes wishes) {
    ui.layout.space(32);
    if (!planned.retired) {
        if (button(ui, {.label = ui.say(Word::planned_start), .icon = Icon::play})) start(view, planned, wishes);
        ui.layout.space(4);
        note(ui, ui.say(Word::planned_start_about));
        ui.layout.space(24);
    }
    const Word retire = planned.retired ? Word::planned_bring_back : Word::planned_retire;
    if (button(ui, {.label = ui.say(retire), .look = Look::quiet, .hangs = true}))
        wishes.out.edit(view.book.id(), edits::set_retired(planned.id, !planned.retired));
}

void fact(Ui& ui, Word name, const std::string& words) {
    if (words.empty()) return;
    caption(ui, ui.say(name));
    paragraph(ui, words);
    ui.layout.space(16);
}

void to_read(Ui& ui, const View& view, const Planned& planned) {
    const std::string day = day_words(ui.say, planned.day);
    fact(ui, Word::planned_day,
         planned.is_placed() ? ui.say(phrase::common_comma{.first = day, .second = hours_of(ui.say, planned)}) : day);
    const ActivityKind* kind = view.book.pack().activity_kind(planned.kind);
    fact(ui, Word::meeting_kind, kind == nullptr ? planned.kind : kind->name);
    fact(ui, Word::meeting_place, where(view.book, planned));
    fact(ui, Word::planned_inspectors, people_of(ui.say, view.book, planned));
    fact(ui, Word::planned_note, planned.note);
}

}  // namespace

void begin_planned(PlannedDesk& desk, const Planned& fresh) {
    fill_in(desk, fresh);
}

bool is_half_typed(const Notebook& book, const PlannedDesk& desk) {
    if (desk.of.is_nil() || book.planned(desk.of) != nullptr) return false;
    PlannedDesk untouched;
    fill_in(untouched, desk.known);
    const auto typed = [](const PlannedDesk& one) {
        const Planned& session = one.typed;
        return std::tie(session.day, session.kind, session.title, session.place, session.school, session.inspectors,
                        session.roles, session.note, one.from, one.to);
    };
    return typed(desk) != typed(untouched);
}

Planned fresh_session(const Notebook& book, ItemId id, const std::string& day, const std::string& inspector) {
    constexpr int nine = 9 * 60;
    Planned fresh;
    fresh.id = id;
    fresh.day = day;
    fresh.from = nine;
    if (std::ranges::contains(inspectors_of_plan(book), inspector)) fresh.inspectors = {inspector};
    for (const Planned* one : book.planned()) {
        if (one->retired || !one->is_placed() || one->day != day) continue;
        const bool is_ours = fresh.inspectors.empty() || std::ranges::contains(one->inspectors, inspector);
        if (is_ours) fresh.from = std::max(fresh.from, (one->to + step - 1) / step * step);
    }
    fresh.from = std::min(fresh.from, minutes_in_a_day - 60);
    fresh.to = fresh.from + 60;
    return fresh;
}

void planned_screen(Ui& ui, const View& view, ItemId session, PlannedDesk& desk, Wishes wishes) {
    const Planned* planned = view.book.planned(session);
    if (planned != nullptr && desk.of != session) fill_in(desk, *planned);
    if (planned != nullptr) follow(desk, *planned);
    const Panel panel(ui, "planned", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    const std::string title =
        planned == nullptr ? std::string(ui.say(Word::planned_new)) : title_of(ui.say, view.book, *planned);
    heading(ui, title, 1);
    ui.layout.space(16);
    if (planned == nullptr && desk.of != session) {
        note(ui, ui.say(Word::planned_gone));
        return;
    }
    if (planned != nullptr && planned->retired) {
        note(ui, ui.say(Word::planned_is_retired));
        ui.layout.space(16);
    }
    const bool can_write = view.custody.can_be_written();
    if (planned != nullptr && (planned->retired || !can_write)) {
        to_read(ui, view, *planned);
    } else if (can_write) {
        form(ui, view, desk, wishes);
    }
    if (planned != nullptr && can_write) actions(ui, view, *planned, wishes);
}

void next_session_row(Ui& ui, const View& view, const std::string& author, Wishes wishes) {
    const Planned* next = next_planned(view.book, author, view.now);
    if (next == nullptr) return;
    const std::string_view heading_words = ui.say(Word::next_title);
    heading(ui, heading_words, 2);
    {
        RowList list(ui, "next", heading_words);
        const std::string title = title_of(ui.say, view.book, *next);
        const std::string day = day_words(ui.say, next->day);
        const std::string hours = hours_of(ui.say, *next);
        const std::string when = ui.say(phrase::common_comma{.first = day, .second = hours});
        const std::string place = where(view.book, *next);
        const std::string meta = place.empty() ? when : ui.say(phrase::next_at{.when = when, .place = place});
        const std::string people = people_of(ui.say, view.book, *next);
        Spot spot{.place = Place::planned};
        spot.planned = next->id;
        if (list.row({.key = next->id.hex(), .title = title, .meta = meta, .words = people})) wishes.route.enter(spot);
    }
    ui.layout.space(24);
}

}  // namespace daybook
