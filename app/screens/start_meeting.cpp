#include "app/screens/start_meeting.h"

#include <algorithm>

#include "app/widgets/button.h"
#include "app/widgets/chip.h"
#include "app/widgets/choices.h"
#include "app/widgets/field.h"
#include "app/widgets/text.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

void kind_choices(Ui& ui, const Pack& pack, MeetingForm& form) {
    caption(ui, ui.say(Word::meeting_kind));
    // Packs name the usual kinds first. On a phone the rarer ones stay away until they are asked for.
    constexpr std::size_t usual = 6;
    const bool all =
        form.all_kinds || ui.layout.width() >= ui.theme.scaled(600) || pack.activity_kinds.size() <= usual + 1;
    std::vector<Choice> offered;
    std::vector<std::string> ids;
    std::optional<std::size_t> chosen;
    for (const ActivityKind& kind : pack.activity_kinds) {
        if (!all && ids.size() >= usual && kind.id != form.kind) continue;
        if (kind.id == form.kind) chosen = offered.size();
        offered.push_back({.label = kind.name});
        ids.push_back(kind.id);
    }
    if (const auto pressed = choices(ui, ui.say(Word::meeting_kind), offered, chosen)) form.kind = ids[*pressed];
    if (!all &&
        button(ui,
               {.label = ui.say(Word::meeting_other_kinds), .look = Look::quiet, .icon = Icon::plus, .hangs = true})) {
        form.all_kinds = true;
    }
}

void role_chips(Ui& ui, const Pack& pack, MeetingForm& form) {
    caption(ui, ui.say(Word::meeting_who));
    const Part group(ui, "who", daybook::Role::group, ui.say(Word::meeting_who));
    const Row row(ui);
    for (const auto& role : pack.roles) {
        const auto there = std::ranges::find(form.roles, role.id);
        const bool on = there != form.roles.end();
        if (!chip(ui, {.label = role.short_name, .on = on, .name = role.name, .key = role.id})) continue;
        if (on) {
            form.roles.erase(there);
        } else {
            form.roles.push_back(role.id);
        }
    }
}

void start(MeetingForm& form, const ActivityKind* kind, const View& view, Wishes wishes) {
    const auto activity = new_id<ItemId>(wishes.random);
    edits::NewActivity started{.id = activity, .kind = form.kind, .place = form.place, .roles = {}};
    if (kind != nullptr && kind->meets_people) started.roles = form.roles;
    wishes.out.edit(view.book.id(), edits::start_activity(started, view.now));
    wishes.route.replace({Place::entry, activity, new_id<ItemId>(wishes.random)});
    form = {};
}

}  // namespace

void start_meeting_screen(Ui& ui, const View& view, MeetingForm& form, Wishes wishes) {
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
        kind_choices(ui, pack, form);
        const ActivityKind* kind = pack.activity_kind(form.kind);
        if (kind != nullptr && kind->meets_people) {
            ui.layout.space(24);
            role_chips(ui, pack, form);
        }
        ui.layout.space(24);
        field(ui, {.label = ui.say(Word::meeting_place), .hint = ui.say(Word::meeting_place_hint)}, form.place);
    }
    // The button stays where it is however long the lists are: starting takes one tap.
    const Box box{view.area.x, view.area.y + view.area.height - bar, view.area.width, bar};
    fill(box, ui.theme.palette.paper, 0);
    fill({box.x, box.y, box.width, 1}, ui.theme.palette.line, 0);
    ui.layout.open_column(box.x + padding.sides, box.y + 12, box.width - 2 * padding.sides);
    const bool pressed = button(ui, {.label = ui.say(Word::meeting_start),
                                     .look = Look::primary,
                                     .icon = Icon::play,
                                     .fit = Fit::column,
                                     .height = button_height});
    ui.layout.close_column();
    if (pressed) start(form, pack.activity_kind(form.kind), view, wishes);
}

}  // namespace daybook
