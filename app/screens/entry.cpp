#include "app/screens/entry.h"

#include <algorithm>

#include "app/screens/entry_marks.h"
#include "app/screens/entry_reading.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"
#include "app/wording.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

constexpr float side_width = 360;
constexpr float side_from = 860;  // from this width on the marks stand beside the words

/// All that the parts of the screen need.
struct Open {
    const View& view;
    Standing standing;
    const Activity* activity;  // none until the engine has answered its start
    const Entry* entry;        // none until its first words or mark
    Draft& draft;
    Drafts& drafts;
    EntryDesk& desk;
    Wishes& wishes;
};

std::string people_name(const Activity& activity) {
    return activity.roles.empty() ? "Who is here" : counted(activity.roles.size(), "person here", "people here");
}

void stop(const Open& open) {
    open.drafts.send_all(open.wishes.out);
    open.wishes.out.edit(open.view.book.id(), edits::stop_activity(open.activity->id, open.view.now));
}

bool meets_people(const Open& open) {
    if (open.activity == nullptr) return false;
    const ActivityKind* kind = open.view.book.pack().activity_kind(open.activity->kind);
    return kind != nullptr && kind->meets_people;
}

bool is_running(const Open& open) {
    return open.activity != nullptr && open.activity->is_running();
}

bool can_be_written(const Open& open) {
    return open.view.custody.can_be_written();
}

/// How wide the buttons are that stand in the head of the screen.
float actions_width(Ui& ui, const Open& open) {
    if (!can_be_written(open)) return 0;
    float width = button_width(ui, "New entry", Icon::plus);
    if (meets_people(open)) width += Theme::unit + button_width(ui, people_name(*open.activity), Icon::people);
    if (is_running(open)) width += Theme::unit + button_width(ui, "Stop", Icon::stop);
    return width;
}

void actions(Ui& ui, const Open& open) {
    if (!can_be_written(open)) return;
    const Row row(ui);
    if (button(ui, {.label = "New entry", .icon = Icon::plus})) {
        open.wishes.route.replace({Place::entry, open.draft.activity, new_id<ItemId>(open.wishes.random)});
    }
    if (meets_people(open)) {
        const std::string name = people_name(*open.activity);
        const std::string label = ui.layout.width() >= 440 ? name : std::to_string(open.activity->roles.size());
        if (button(ui, {.label = label,
                        .icon = Icon::people,
                        .name = name,
                        .key = "people",
                        .expanded = open.desk.people_open})) {
            open.desk.people_open = !open.desk.people_open;
        }
    }
    if (is_running(open) &&
        button(ui, {.label = "Stop", .look = Look::danger, .icon = Icon::stop, .name = "Stop the meeting"})) {
        stop(open);
    }
}

std::string about(const Open& open) {
    if (open.activity == nullptr) return "Starting now";
    const Activity& activity = *open.activity;
    const std::string spent = minutes_words(activity.time_spent(open.view.now.at));
    std::string line = activity.is_running() ? spent + " since " + clock_minutes(activity.started)
                                             : times_of(activity) + " \u00B7 " + spent;
    if (!activity.place.empty()) line += " \u00B7 " + activity.place;
    const std::string people = people_of(open.view.book.pack(), activity);
    return people.empty() ? line : line + " \u00B7 with " + people;
}

void title_lines(Ui& ui, const Open& open) {
    const std::string title = open.activity == nullptr ? "Meeting" : title_of(open.view.book.pack(), *open.activity);
    const TextStyle style = ui.theme.subtitle();
    const Box box = ui.layout.place(style.line);
    draw_line(style, box.x, box.y, ui.theme.palette.ink, elided(style, title, box.width));
    SemanticNode node;
    node.id = id_of("title");
    node.role = Role::heading;
    node.level = open.standing == Standing::alone ? 1 : 2;
    node.name = title;
    node.box = box;
    ui.semantics.add(node);

    ui.layout.space(0);
    const TextStyle small = ui.theme.caption();
    const Box under = ui.layout.place(small.line);
    const std::string line = about(open);
    if (is_running(open)) {
        // The timer is the one thing that is looked for here: its dot and its minutes stand out.
        const std::string spent = minutes_words(open.activity->time_spent(open.view.now.at));
        const TextStyle strong = ui.theme.caption_strong();
        const float wide = text_width(strong, spent) + 16;
        ImGui::GetWindowDrawList()->AddCircleFilled({under.x + 5, under.y + 10}, 4.5F,
                                                    to_imgui(ui.theme.palette.accent));
        draw_line(strong, under.x + 16, under.y, ui.theme.palette.accent, spent);
        draw_line(small, under.x + wide, under.y, ui.theme.palette.quiet,
                  elided(small, line.substr(spent.size()), under.width - wide));
    } else {
        draw_line(small, under.x, under.y, ui.theme.palette.quiet, elided(small, line, under.width));
    }
    node.id = id_of("about");
    node.role = Role::paragraph;
    node.level = 0;
    node.name = line;
    node.box = under;
    ui.semantics.add(node);
}

/// Gives where it ends.
float header(Ui& ui, const Open& open, const Box& area, float sides) {
    const bool back = open.standing == Standing::alone;
    const bool one_line = area.width >= 820;
    const float beside = one_line ? actions_width(ui, open) + 16 : 0;
    float left = area.x + sides;
    if (back) {
        ui.layout.open_column(area.x + 8, area.y + 12, 48);
        SemanticNode node;
        node.role = Role::button;
        node.name = "Back";
        const Box box = ui.layout.place(48, 48);
        const Touch touch = touchable(ui, "back", box, std::move(node));
        if (touch.held) fill(box, mixed(ui.theme.palette.paper, ui.theme.palette.ink, 0.12F));
        draw_icon(Icon::back, box.x + 12, box.y + 12, 24, ui.theme.palette.accent);
        draw_focus_ring(ui, touch, box);
        if (touch.pressed) open.wishes.route.go_back();
        ui.layout.close_column();
        left = area.x + 60;
    }
    ui.layout.open_column(left, area.y + 12, area.x + area.width - sides - left - beside);
    title_lines(ui, open);
    float bottom = ui.layout.close_column();
    if (one_line) {
        ui.layout.open_column(area.x + area.width - sides - beside + 16, area.y + 12, beside);
    } else {
        ui.layout.open_column(area.x + sides, bottom + 8, area.width - 2 * sides);
    }
    actions(ui, open);
    return std::max(bottom, ui.layout.close_column()) + 12;
}

void apart(Ui& ui, const Open& open, const Box& box) {
    const Panel panel(ui, "versions", box, {.sides = 4, .top = 4, .bottom = 16});
    paragraph(ui, "These words were edited apart, in two places. Both are kept. Choose which to go on with.");
    ui.layout.space(16);
    const auto& versions = open.entry->versions;
    for (std::size_t index = 0; index < versions.size(); ++index) {
        const TextVersion& version = versions[index];
        const Scope scope(std::to_string(index));
        const Card card(ui);
        caption(ui,
                version.author + ", " + friendly_date(version.written_at) + ", " + clock_minutes(version.written_at));
        paragraph(ui, version.text.empty() ? std::string_view("No words") : std::string_view(version.text));
        ui.layout.space(16);
        if (!button(ui, {.label = "Go on with this version"})) continue;
        Splice chosen{open.entry->id, std::string(words::prose), {version.ref}, 0, 0, {}};
        for (const TextVersion& other : versions) {
            if (other.ref != version.ref) chosen.bases.push_back(other.ref);
        }
        open.wishes.out.edit_text(open.view.book.id(), std::move(chosen), 0);
    }
}

void words_field(Ui& ui, const Open& open, const Box& box) {
    if (!can_be_written(open)) {
        words_to_read(ui, open.entry, box);
        return;
    }
    if (open.entry != nullptr && open.entry->versions.size() > 1) {
        apart(ui, open, box);
        return;
    }
    const Scope scope(open.draft.entry.hex());
    ui.layout.open_column(box.x, box.y, box.width);
    const FieldTouch touch = field(ui,
                                   {.label = "What was said",
                                    .kind = FieldKind::prose,
                                    .placeholder = "Write here. Every word is kept as you type.",
                                    .height = box.height,
                                    .label_shown = FieldLook::Label::hidden},
                                   open.draft.text);
    ui.layout.close_column();
    if (touch.state.changed) open.drafts.typed(open.draft, open.view.now.at);
    if (open.desk.was_typing && !touch.state.focused) open.drafts.send_all(open.wishes.out);
    open.desk.was_typing = touch.state.focused;
    const bool is_new = open.entry == nullptr && open.desk.shown != open.draft.entry;
    if (is_new) ui.fields.focus(touch.id);
    open.desk.shown = open.draft.entry;
}

void siblings(Ui& ui, const Open& open) {
    const auto entries = open.view.book.entries_of(open.draft.activity);
    if (entries.empty()) return;
    const std::string_view title = meets_people(open) ? "In this meeting" : "Written here";
    heading(ui, title, 2);
    RowList list(ui, "siblings", title);
    for (const Entry* entry : entries) {
        const auto badges = badges_of(open.view.book.pack(), *entry, ui.theme.palette);
        const std::string meta = begun_words(*entry);
        const std::string_view words = entry->words.empty() ? "No words yet" : std::string_view(entry->words);
        if (list.row({.key = entry->id.hex(),
                      .title = {},
                      .meta = meta,
                      .words = words,
                      .badges = badges,
                      .current = entry->id == open.draft.entry,
                      .faded = entry->retired})) {
            open.wishes.route.replace({Place::entry, entry->activity, entry->id});
        }
    }
}

void retire(Ui& ui, const Open& open) {
    if (open.entry == nullptr || !can_be_written(open)) return;
    if (open.entry->retired) note(ui, "This entry is retired. It is kept, and shown as retired.");
    const bool pressed = button(ui, {.label = open.entry->retired ? "Bring back" : "Retire this entry",
                                     .look = open.entry->retired ? Look::secondary : Look::quiet,
                                     .icon = Icon::retired,
                                     .hangs = !open.entry->retired});
    if (pressed) {
        open.wishes.out.edit(open.view.book.id(), edits::set_retired(open.entry->id, !open.entry->retired));
    }
    ui.layout.space(24);
}

void marks(Ui& ui, const Open& open, AspectHeadings headings) {
    if (!can_be_written(open)) {
        marks_to_read(ui, open.view, open.entry);
        return;
    }
    if (open.desk.people_open && open.activity != nullptr) people_marks(ui, open.view, *open.activity, open.wishes.out);
    polarity_marks(ui, open.view, open.draft, open.drafts, open.wishes.out);
    ui.layout.space(headings == AspectHeadings::shown ? 24 : 8);
    aspect_marks(ui, open.view, headings, open.draft, open.drafts, open.wishes.out);
    ui.layout.space(16);
}

void words_and_side(Ui& ui, const Open& open, const Box& area) {
    const Box words{area.x + 24, area.y, area.width - side_width - 24, area.height - 24};
    words_field(ui, open, words);
    const Panel panel(ui, "side", {area.x + area.width - side_width, area.y, side_width, area.height},
                      {.sides = 20, .top = 4, .bottom = 24});
    marks(ui, open, AspectHeadings::shown);
    siblings(ui, open);
    retire(ui, open);
}

void words_above_marks(Ui& ui, const Open& open, const Box& area, float sides) {
    // The words keep at least half; of the marks a part of a line shows, so that one sees that there are more.
    const float most = open.desk.people_open ? 0.55F : 0.42F;
    const float below = std::min(area.height * most, area.width >= 700 ? 300.0F : 276.0F);
    words_field(ui, open, {area.x + sides, area.y, area.width - 2 * sides, area.height - below - 4});
    const Panel panel(ui, "below", {area.x, area.y + area.height - below, area.width, below},
                      {.sides = sides, .top = 8, .bottom = 16});
    marks(ui, open, AspectHeadings::spoken);
    if (open.standing == Standing::alone) siblings(ui, open);
    retire(ui, open);
}

}  // namespace

void entry_screen(Ui& ui, const View& view, Standing standing, EntryDesk& desk, Drafts& drafts, Wishes wishes) {
    const Spot spot = wishes.route.here();
    if (desk.shown != spot.entry) drafts.send_all(wishes.out);
    Draft& draft = drafts.open(view.book, spot.entry, spot.activity);
    const Open open{view, standing, view.book.activity(spot.activity), view.book.entry(spot.entry), draft, drafts,
                    desk, wishes};
    const float sides = view.area.width < 480 ? 16 : 24;
    const float top = header(ui, open, view.area, sides);
    const Box rest{view.area.x, top, view.area.width, view.area.y + view.area.height - top};
    if (view.area.width >= side_from) {
        words_and_side(ui, open, rest);
    } else {
        words_above_marks(ui, open, rest, sides);
    }
}

}  // namespace daybook
