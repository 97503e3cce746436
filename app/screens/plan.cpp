#include "app/screens/plan.h"

#include <algorithm>
#include <span>
#include <vector>

#include "app/screens/plan_picture.h"
#include "app/screens/plan_strip.h"
#include "app/screens/plan_words.h"
#include "app/widgets/button.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/notebook/plan_edits.h"
#include "core/notebook/plan_warnings.h"

namespace daybook {
namespace {

constexpr int all_lines = 6;  // of a row: nothing that is said here is cut
constexpr std::size_t most_warnings = 3;

void show(ItemId session, Wishes wishes) {
    Spot spot{.place = Place::planned};
    spot.planned = session;
    wishes.route.enter(spot);
}

void warning_rows(Ui& ui, const View& view, PlanDesk& desk, const std::vector<PlanWarning>& warnings, Wishes wishes) {
    if (warnings.empty()) return;
    heading(ui, ui.say(Word::plan_look), 2);
    const std::size_t shown = desk.all_warnings ? warnings.size() : std::min(warnings.size(), most_warnings);
    {
        RowList list(ui, "warnings", ui.say(Word::plan_look));
        list.each(shown, [&](std::size_t index) {
            const PlanWarning& one = warnings[index];
            // Of two the later is the one that is moved.
            const Planned& session = one.other == nullptr ? *one.session : *one.other;
            const std::string title = title_of(ui.say, one);
            const std::string day = one.session->is_placed() ? day_words(ui.say, one.session->day) : std::string();
            const std::string words = sessions_of(ui.say, view.book, one);
            const std::string key =
                std::to_string(static_cast<int>(one.about)) + one.session->id.hex() + session.id.hex();
            if (list.row({.key = key, .title = title, .meta = day, .words = words, .lines = all_lines}))
                show(session.id, wishes);
        });
    }
    if (shown < warnings.size() && button(ui, {.label = ui.say(phrase::plan_show_all{.count = warnings.size() - shown}),
                                               .look = Look::quiet,
                                               .hangs = true}))
        desk.all_warnings = true;
    ui.layout.space(24);
}

/// The day to begin with: the one that was chosen, today, or the one on which something comes next.
std::size_t first_shown(const View& view, const PlanDesk& desk, const std::string& author,
                        std::span<const std::string> days, std::size_t side_by_side) {
    std::string wanted = desk.day;
    if (wanted.empty()) wanted = calendar_date(view.now);
    auto found = std::ranges::find(days, wanted);
    if (found == days.end()) {
        const Planned* next = next_planned(view.book, author, view.now);
        found = std::ranges::find(days, next == nullptr ? view.book.inspection().first_day : next->day);
    }
    const auto index = found == days.end() ? 0 : static_cast<std::size_t>(found - days.begin());
    return std::min(index, days.size() - std::min(days.size(), side_by_side));
}

void session_row(Ui& ui, RowList& list, const View& view, const PlanMarks& marks, const Planned& one, Wishes wishes) {
    const std::string title = title_of(ui.say, view.book, one);
    const std::string hours = one.is_placed() ? hours_of(ui.say, one) : std::string(ui.say(Word::plan_not_placed));
    const std::string place = where(view.book, one);
    const std::string meta = place.empty() ? hours : ui.say(phrase::common_dot{.first = hours, .second = place});
    const std::string people = people_of(ui.say, view.book, one);
    std::vector<Badge> badges;
    if (marks.clashes.contains(one.id))
        badges.push_back({.icon = Icon::warning,
                          .text = ui.say(Word::plan_badge_clash),
                          .colour = ui.theme.palette.danger,
                          .shown = Badge::Shown::words});
    if (marks.short_ways.contains(one.id))
        badges.push_back({.icon = Icon::attention,
                          .text = ui.say(Word::plan_badge_way),
                          .colour = ui.theme.palette.weakness,
                          .shown = Badge::Shown::words});
    if (list.row({.key = one.id.hex(),
                  .title = title,
                  .meta = meta,
                  .words = people,
                  .badges = badges,
                  .faded = one.retired,
                  .lines = all_lines}))
        show(one.id, wishes);
}

void session_rows(Ui& ui, const View& view, const PlanMarks& marks, const std::string& title,
                  const std::vector<const Planned*>& sessions, Wishes wishes) {
    const Scope scope(title);
    caption(ui, title);
    RowList list(ui, "sessions", title);
    list.each(sessions.size(),
              [&](std::size_t index) { session_row(ui, list, view, marks, *sessions[index], wishes); });
    ui.layout.space(16);
}

/// By day, then those that have none, then those that were taken out.
void all_sessions(Ui& ui, const View& view, const PlanMarks& marks, Wishes wishes) {
    std::vector<const Planned*> without_day;
    std::vector<const Planned*> retired;
    for (const Planned* one : view.book.planned()) {
        if (one->retired) {
            retired.push_back(one);
        } else if (!one->is_placed()) {
            without_day.push_back(one);
        }
    }
    if (view.book.planned().empty()) return;
    ui.layout.space(32);
    heading(ui, ui.say(Word::plan_list), 2);
    ui.layout.space(8);
    for (const auto& [day, sessions] : sessions_by_day(view.book))
        session_rows(ui, view, marks, day_words(ui.say, day), sessions, wishes);
    if (!without_day.empty())
        session_rows(ui, view, marks, std::string(ui.say(Word::plan_without_day)), without_day, wishes);
    if (!retired.empty()) session_rows(ui, view, marks, std::string(ui.say(Word::plan_retired)), retired, wishes);
}

/// In the notebook at once: it can be taken back with undo.
void move_to(const View& view, PlanDesk& desk, const Planned& there, std::span<const std::string> shown,
             Wishes wishes) {
    const Planned* before = view.book.planned(there.id);
    if (before == nullptr) return;
    const auto changes = edits::correct_planned(*before, there);
    if (!changes.empty()) wishes.out.edit(view.book.id(), changes);
    if (!std::ranges::contains(shown, there.day)) desk.day = there.day;
}

void timetable(Ui& ui, const View& view, PlanDesk& desk, const PlanMarks& marks, PlannedDesk& session,
               const std::string& author, Wishes wishes) {
    const std::vector<std::string> days = days_of_weeks(view.book);
    const SessionsByDay sessions = sessions_by_day(view.book);
    const std::size_t side_by_side = days_side_by_side(ui, view.book);
    const std::size_t first = first_shown(view, desk, author, days, side_by_side);
    const auto shown = std::span(days).subspan(first, std::min(side_by_side, days.size() - first));
    PlanPages pages{.days = shown};
    if (days.size() > 1) {
        const StripDeed strip = day_strip(ui, sessions, {.all = days, .shown = shown, .carries = desk.drag.is_on()});
        if (strip.pressed) desk.day = days[*strip.pressed];
        if (strip.beneath) pages.beneath = days[*strip.beneath];
        ui.layout.space(24);
    }
    const PlanDeed deed = plan_picture(ui, view, marks, sessions, pages, desk.drag);
    if (deed.pressed) show(*deed.pressed, wishes);
    if (deed.put_down) move_to(view, desk, *deed.put_down, shown, wishes);
    if (!view.custody.can_be_written()) return;
    ui.layout.space(16);
    if (!button(ui, {.label = ui.say(Word::plan_add), .icon = Icon::plus})) return;
    // One that was begun and neither added nor given up is gone on with.
    if (is_half_typed(view.book, session)) return show(session.of, wishes);
    const std::string day = shown.empty() ? calendar_date(view.now) : shown.front();
    const auto id = new_id<ItemId>(wishes.random);
    begin_planned(session, fresh_session(view.book, id, day, author));
    show(id, wishes);
}

}  // namespace

std::string plan_words(const Words& say, const Notebook& book) {
    const auto sessions = static_cast<std::size_t>(
        std::ranges::count_if(book.planned(), [](const Planned* one) { return !one->retired; }));
    if (sessions == 0) return std::string(say(Word::plan_none));
    std::string words = say(phrase::count_sessions{.count = sessions});
    const std::size_t warnings = plan_warnings(book).size();
    if (warnings == 0) return words;
    return say(phrase::common_comma{.first = words, .second = say(phrase::plan_to_look_at{.count = warnings})});
}

void plan_screen(Ui& ui, const View& view, PlanDesk& desk, PlannedDesk& session, const std::string& author,
                 Wishes wishes) {
    if (desk.of != view.book.id()) desk = {.of = view.book.id()};
    const Panel panel(ui, "plan", view.area, page_padding(ui, view.area, 1120));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::plan_title), 1);
    ui.layout.space(2);
    if (view.book.planned().empty()) {
        note(ui, ui.say(Word::plan_none));
    } else if (view.custody.can_be_written()) {
        note(ui, ui.say(Word::plan_about));
    }
    ui.layout.space(24);
    const std::vector<PlanWarning> warnings = plan_warnings(view.book);
    const PlanMarks marks = marks_of(warnings);
    warning_rows(ui, view, desk, warnings, wishes);
    timetable(ui, view, desk, marks, session, author, wishes);
    all_sessions(ui, view, marks, wishes);
}

}  // namespace daybook
