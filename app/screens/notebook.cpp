#include "app/screens/notebook.h"

#include <algorithm>

#include "app/widgets/button.h"
#include "app/widgets/reach.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"

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

std::string about(const Words& say, const View& view, const Activity& activity) {
    std::string line = times_of(say, activity);
    const auto add = [&](std::string_view more) { line = say(phrase::common_dot{.first = line, .second = more}); };
    if (activity.ended) add(minutes_words(say, activity.time_spent(view.now.at)));
    if (!activity.place.empty()) add(activity.place);
    return activity.retired ? say(phrase::activity_retired{.about = line}) : line;
}

void activity_part(Ui& ui, const View& view, const Activity& activity, ItemId current, Wishes wishes) {
    const Scope scope(activity.id.hex());
    const Pack& pack = view.book.pack();
    heading(ui, title_of(ui.say, view.book, activity), 2);
    ui.layout.space(0);
    note(ui, about(ui.say, view, activity));
    if (const std::string people = people_of(ui.say, pack, activity); !people.empty()) {
        ui.layout.space(0);
        note(ui, ui.say(phrase::activity_with{.people = people}));
    }
    ui.layout.space(0);
    if (button(ui, {.label = ui.say(Word::entry_times), .look = Look::quiet, .hangs = true}))
        wishes.route.enter({Place::times, activity.id});
    const auto& entries = view.book.entries_of(activity.id);
    if (entries.empty()) {
        if (view.custody.can_be_written() && button(ui, {.label = ui.say(Word::notebook_write), .icon = Icon::plus})) {
            show_entry({Place::entry, activity.id, new_id<ItemId>(wishes.random)}, wishes);
        }
        return;
    }
    RowList list(ui, "entries", title_of(ui.say, view.book, activity));
    list.each(entries.size(), [&](std::size_t index) {
        const Entry& entry = *entries[index];
        const auto badges = badges_of(ui.say, view.book, entry, ui.theme.palette);
        const std::string meta = entry_line(ui.say, view.book, entry);
        const std::string_view words =
            entry.words.empty() ? ui.say(Word::entry_no_words_yet) : std::string_view(entry.words);
        if (list.row({.key = entry.id.hex(),
                      .title = {},
                      .meta = meta,
                      .words = words,
                      .badges = badges,
                      .current = entry.id == current,
                      .faded = entry.retired})) {
            show_entry({Place::entry, activity.id, entry.id}, wishes);
        }
    });
}

/// About how high it is, before it was ever near.
float guess_of(const Theme& theme, const View& view, const Activity& activity) {
    const auto entries = static_cast<float>(view.book.entries_of(activity.id).size());
    return theme.subtitle().line + 2 * theme.caption().line + theme.height_for(1) +
           entries * (RowList::guess(theme) + 8);
}

}  // namespace

void notebook_screen(Ui& ui, const View& view, ItemId current, Wishes wishes) {
    const Panel panel(ui, "notebook", view.area, page_padding(ui, view.area));
    heading(ui, ui.say(Word::notebook_title), 1);
    ui.layout.space(2);
    auto activities = view.book.activities();
    note(ui,
         ui.say(phrase::common_comma{.first = ui.say(phrase::count_activities{.count = activities.size()}),
                                     .second = ui.say(phrase::count_entries{.count = view.book.entries().size()})}));
    ui.layout.space(24);
    if (activities.empty()) {
        paragraph(ui, ui.say(Word::notebook_empty));
        return;
    }
    std::ranges::reverse(activities);
    lay_out_near(
        ui, {.key = "activities",
             .count = activities.size(),
             .gap = 32,
             .guess = [&](std::size_t index) { return guess_of(ui.theme, view, *activities[index]); },
             .lay_out = [&](std::size_t index,
                            std::optional<float>) { activity_part(ui, view, *activities[index], current, wishes); }});
}

void nothing_chosen(Ui& ui, const Box& area) {
    const Panel panel(ui, "nothing", area, page_padding(ui, area, 400));
    ui.layout.space(area.height / 3);
    paragraph(ui, ui.say(Word::notebook_choose));
}

}  // namespace daybook
