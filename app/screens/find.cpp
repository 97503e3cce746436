#include "app/screens/find.h"

#include <vector>

#include "app/found_words.h"
#include "app/screens/find_filters.h"
#include "app/screens/find_views.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/reach.h"
#include "app/widgets/row.h"
#include "app/widgets/status_words.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/base/blank.h"

namespace daybook {
namespace {

/// Of one that has words: with those that were looked for marked.
Excerpt excerpt_of(const Notebook& book, const FoundPlace& place, const FindDesk& desk) {
    if (place.hit) return parse_excerpt(desk.results->hits[*place.hit].excerpt);
    const Entry* entry = book.entry(place.item);
    const Attachment* photograph = book.attachment(place.item);
    const Drawing* drawing = book.drawings().find(place.item);
    const std::string_view words = entry != nullptr        ? std::string_view(entry->words)
                                   : photograph != nullptr ? std::string_view(photograph->gist)
                                   : drawing != nullptr    ? std::string_view(drawing->gist)
                                                           : std::string_view();
    return parse_excerpt(words.empty() ? std::string_view() : with_words_marked(words, desk.query));
}

std::optional<InspectionId> places(Ui& ui, const View& view, const Shelf& shelf, const FindDesk& desk, Wishes wishes) {
    std::optional<InspectionId> elsewhere;
    RowList list(ui, "hits", ui.say(Word::find_found));
    list.each(desk.found.places.size(), [&](std::size_t index) {
        const FoundPlace& place = desk.found.places[index];
        const Notebook* book = shelf.find(place.inspection);
        if (book == nullptr) return;
        const Entry* entry = book->entry(owner_of(*book, place.item));
        const ItemId in = entry == nullptr ? place.item : entry->activity;
        const Activity* activity = book->activity(in);
        const bool here = place.inspection == view.book.id();
        const std::string title =
            activity == nullptr ? std::string(ui.say(Word::find_entry)) : title_of(ui.say, *book, *activity);
        std::string meta = activity == nullptr ? "" : times_of(ui.say, *activity);
        if (!here) meta = ui.say(phrase::common_comma{.first = meta, .second = book->inspection().authority});
        const Excerpt excerpt = excerpt_of(*book, place, desk);
        const auto badges =
            entry == nullptr ? std::vector<Badge>{} : badges_of(ui.say, *book, *entry, ui.theme.palette);
        if (!list.row({.key = place.item.hex(), .title = title, .meta = meta, .badges = badges, .excerpt = &excerpt}))
            return;
        wishes.route.enter({Place::entry, in, entry == nullptr ? new_id<ItemId>(wishes.random) : entry->id});
        if (!here) elsewhere = place.inspection;
    });
    return elsewhere;
}

void entry_row(Ui& ui, const View& view, RowList& list, ItemId id, Wishes wishes) {
    const Entry* entry = view.book.entry(id);
    if (entry == nullptr) return;
    const Activity* activity = view.book.activity(entry->activity);
    const std::string title =
        activity == nullptr ? std::string(ui.say(Word::find_entry)) : title_of(ui.say, view.book, *activity);
    const std::string line = entry_line(ui.say, view.book, *entry);
    const std::string meta = ui.say(phrase::common_dot{.first = line, .second = entry->author});
    const auto badges = badges_of(ui.say, view.book, *entry, ui.theme.palette);
    const std::string_view words =
        entry->words.empty() ? ui.say(Word::entry_no_words_yet) : std::string_view(entry->words);
    if (list.row(
            {.key = id.hex(), .title = title, .meta = meta, .words = words, .badges = badges, .faded = entry->retired}))
        wishes.route.enter({Place::entry, entry->activity, id});
}

void one_day(Ui& ui, const View& view, const FoundDay& day, Wishes wishes) {
    const Scope scope(day.day);
    const std::string name = day_words(ui.say, day.day);
    heading(ui, name, 2);
    ui.layout.space(8);
    RowList list(ui, "entries", name);
    list.each(day.entries.size(), [&](std::size_t index) { entry_row(ui, view, list, day.entries[index], wishes); });
}

void days(Ui& ui, const View& view, const FindDesk& desk, Wishes wishes) {
    const auto& found = desk.found.days;
    lay_out_near(
        ui, {.key = "days",
             .count = found.size(),
             .gap = 24,
             .guess =
                 [&](std::size_t index) {
                     const auto rows = static_cast<float>(found[index].entries.size());
                     return ui.theme.subtitle().line + 8 +
                            rows * (RowList::guess(ui.theme) + ui.theme.strong().line + 8);
                 },
             .lay_out = [&](std::size_t index, std::optional<float>) { one_day(ui, view, found[index], wishes); }});
}

void ask(Ui& ui, FindDesk& desk, Wishes wishes) {
    const FieldTouch touch = field(ui,
                                   {.label = ui.say(Word::find_words),
                                    .kind = FieldKind::search,
                                    .placeholder = ui.say(Word::find_words),
                                    .label_shown = FieldLook::Label::hidden},
                                   desk.query);
    if (desk.focus_wanted) ui.fields.focus(touch.id);
    desk.focus_wanted = false;
    if (touch.state.changed) desk.deleted.clear();
    if (desk.query == desk.asked) return;
    desk.asked = desk.query;
    if (is_blank(desk.query)) desk.results.reset();
    desk.number = is_blank(desk.query) ? 0 : wishes.out.search(desk.query);
}

void choices_beneath(Ui& ui, const View& view, FindDesk& desk, Wishes wishes) {
    {
        const Row row(ui);
        if (button(ui, {.label = ui.say(Word::find_filters), .expanded = desk.filters_open}))
            desk.filters_open = !desk.filters_open;
        save_view_button(ui, view, desk);
    }
    ui.layout.space(12);
    filters_on(ui, view, desk);
    shown_view(ui, view, desk, wishes);
}

std::optional<InspectionId> what_was_found(Ui& ui, const View& view, const Shelf& shelf, FindDesk& desk,
                                           Wishes wishes) {
    if (desk.asks_for_nothing()) {
        status_words(ui, "count", ui.say(Word::find_everything));
        list_of_views(ui, view, desk, wishes);
        return std::nullopt;
    }
    const bool for_words = desk.asks_for_words();
    if (for_words && !desk.results) {
        status_words(ui, "count", ui.say(Word::find_looking));
        return std::nullopt;
    }
    if (for_words && !desk.results->complaint.empty()) {
        status_words(ui, "count", ui.say.translated(desk.results->complaint));
        return std::nullopt;
    }
    const Found& found = desk.found;
    const bool any = for_words ? !found.places.empty() : found.entries > 0;
    if (!any && !desk.criteria.empty()) {
        nothing_left(ui, desk);
    } else if (!any) {
        status_words(ui, "count", ui.say(Word::find_nothing));
        ui.layout.space(16);
        paragraph(ui, ui.say(Word::find_try_fewer));
    } else if (for_words) {
        status_words(ui, "count", ui.say(phrase::find_hits{.count = found.places.size()}));
    } else {
        status_words(ui, "count", ui.say(phrase::count_entries{.count = found.entries}));
    }
    ui.layout.space(16);
    if (found.not_elsewhere) {
        note(ui, ui.say(Word::find_not_elsewhere));
        ui.layout.space(16);
    }
    if (!any) return std::nullopt;
    if (for_words) return places(ui, view, shelf, desk, wishes);
    days(ui, view, desk, wishes);
    return std::nullopt;
}

}  // namespace

std::optional<InspectionId> find_screen(Ui& ui, const View& view, const Shelf& shelf, FindDesk& desk, Wishes wishes) {
    if (desk.of != view.book.id()) {
        desk.of = view.book.id();
        desk.criteria = {};
        desk.naming.reset();
        desk.deleted.clear();
        desk.in_full.clear();
    }
    const bool sheet = desk.filters_open;
    Box area = view.area;
    if (sheet) area.height -= sheet_bar_height(ui);
    const Padding padding = page_padding(ui, view.area);
    std::optional<InspectionId> elsewhere;
    {
        const Panel panel(ui, sheet ? "filters" : "find", area, padding);
        heading(ui, ui.say(Word::find_title), 1);
        ui.layout.space(16);
        ask(ui, desk, wishes);
        choices_beneath(ui, view, desk, wishes);
        bring_up_to_date(desk, view.book);
        if (sheet) {
            filter_sheet(ui, view, desk);
        } else {
            elsewhere = what_was_found(ui, view, shelf, desk, wishes);
        }
    }
    if (sheet) sheet_bar(ui, view, desk, padding.sides);
    return elsewhere;
}

}  // namespace daybook
