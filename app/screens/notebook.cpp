#include "app/screens/notebook.h"

#include <algorithm>

#include "app/widgets/button.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"

namespace daybook {
namespace {

void show_entry(Spot spot, Wishes wishes) {
    // Beside the list, choosing another entry is no step that one would go back over.
    if (wishes.route.here().place == Place::entry) {
        wishes.route.replace(spot);
    } else {
        wishes.route.enter(spot);
    }
}

void activity_part(Ui& ui, const View& view, const Activity& activity, ItemId current, Wishes wishes) {
    const Scope scope(activity.id.hex());
    const Pack& pack = view.book.pack();
    heading(ui, title_of(pack, activity), 2);
    ui.layout.space(0);
    std::string line = times_of(activity);
    if (activity.ended) line += " \u00B7 " + minutes_words(activity.time_spent(view.now.at));
    if (!activity.place.empty()) line += " \u00B7 " + activity.place;
    if (activity.retired) line += " \u00B7 retired";
    note(ui, line);
    if (const std::string people = people_of(pack, activity); !people.empty()) {
        ui.layout.space(0);
        note(ui, "With " + people);
    }
    const auto entries = view.book.entries_of(activity.id);
    if (entries.empty()) {
        if (view.custody.can_be_written() && button(ui, {.label = "Write an entry", .icon = Icon::plus})) {
            show_entry({Place::entry, activity.id, new_id<ItemId>(wishes.random)}, wishes);
        }
        ui.layout.space(32);
        return;
    }
    {
        RowList list(ui, "entries", title_of(pack, activity));
        for (const Entry* entry : entries) {
            const auto badges = badges_of(pack, *entry, ui.theme.palette);
            const std::string meta = begun_words(*entry);
            const std::string_view words = entry->words.empty() ? "No words yet" : std::string_view(entry->words);
            if (list.row({.key = entry->id.hex(),
                          .title = {},
                          .meta = meta,
                          .words = words,
                          .badges = badges,
                          .current = entry->id == current,
                          .faded = entry->retired})) {
                show_entry({Place::entry, activity.id, entry->id}, wishes);
            }
        }
    }
    ui.layout.space(32);
}

}  // namespace

void notebook_screen(Ui& ui, const View& view, ItemId current, Wishes wishes) {
    const Panel panel(ui, "notebook", view.area, page_padding(ui, view.area));
    heading(ui, "Notebook", 1);
    ui.layout.space(2);
    auto activities = view.book.activities();
    note(ui, counted(activities.size(), "activity", "activities") + ", " +
                 counted(view.book.entries().size(), "entry", "entries"));
    ui.layout.space(24);
    if (activities.empty()) {
        paragraph(ui, "Nothing is written yet. Start a meeting from Today, and what you write appears here.");
        return;
    }
    std::ranges::reverse(activities);
    for (const Activity* activity : activities) activity_part(ui, view, *activity, current, wishes);
}

void nothing_chosen(Ui& ui, const Box& area) {
    const Panel panel(ui, "nothing", area, page_padding(ui, area, 400));
    ui.layout.space(area.height / 3);
    paragraph(ui, "Choose an entry to read it, or to go on with it.");
}

}  // namespace daybook
