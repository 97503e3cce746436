#include "app/screens/find.h"

#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/status_words.h"
#include "app/widgets/text.h"
#include "app/wording.h"

namespace daybook {
namespace {

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// What a photograph or a drawing belongs to; else the item itself.
ItemId owner_of(const Notebook& book, ItemId item) {
    if (const Attachment* photograph = book.attachment(item); photograph != nullptr) return photograph->of;
    if (const Drawing* drawing = book.drawings().find(item); drawing != nullptr) return drawing->of;
    return item;
}

std::optional<InspectionId> hits(Ui& ui, const View& view, const Shelf& shelf, const SearchResults& results,
                                 Wishes wishes) {
    std::optional<InspectionId> elsewhere;
    RowList list(ui, "hits", ui.say(Word::find_found));
    for (const SearchHit& hit : results.hits) {
        const Notebook* book = shelf.find(hit.inspection);
        if (book == nullptr) continue;
        const Entry* entry = book->entry(owner_of(*book, hit.item));
        const ItemId in = entry == nullptr ? hit.item : entry->activity;
        const Activity* activity = book->activity(in);
        const bool here = hit.inspection == view.book.id();
        const std::string title =
            activity == nullptr ? std::string(ui.say(Word::find_entry)) : title_of(ui.say, book->pack(), *activity);
        std::string meta = activity == nullptr ? "" : times_of(ui.say, *activity);
        if (!here) meta = ui.say(phrase::common_comma{.first = meta, .second = book->inspection().authority});
        const Excerpt excerpt = parse_excerpt(hit.excerpt);
        const auto badges =
            entry == nullptr ? std::vector<Badge>{} : badges_of(ui.say, *book, *entry, ui.theme.palette);
        if (!list.row({.key = hit.item.hex(), .title = title, .meta = meta, .badges = badges, .excerpt = &excerpt}))
            continue;
        wishes.route.enter({Place::entry, in, entry == nullptr ? new_id<ItemId>(wishes.random) : entry->id});
        if (!here) elsewhere = hit.inspection;
    }
    return elsewhere;
}

}  // namespace

std::optional<InspectionId> find_screen(Ui& ui, const View& view, const Shelf& shelf, FindDesk& desk, Wishes wishes) {
    const Panel panel(ui, "find", view.area, page_padding(ui, view.area));
    heading(ui, ui.say(Word::find_title), 1);
    ui.layout.space(16);
    const FieldTouch touch = field(ui,
                                   {.label = ui.say(Word::find_words),
                                    .kind = FieldKind::search,
                                    .placeholder = ui.say(Word::find_words),
                                    .label_shown = FieldLook::Label::hidden},
                                   desk.query);
    if (desk.focus_wanted) ui.fields.focus(touch.id);
    desk.focus_wanted = false;
    if (desk.query != desk.asked) {
        desk.asked = desk.query;
        if (is_blank(desk.query)) desk.results.reset();
        desk.number = is_blank(desk.query) ? 0 : wishes.out.search(desk.query);
    }
    if (desk.number == 0) {
        status_words(ui, "count", ui.say(Word::find_everything));
        return std::nullopt;
    }
    if (!desk.results) {
        status_words(ui, "count", ui.say(Word::find_looking));
        return std::nullopt;
    }
    if (!desk.results->complaint.empty()) {
        status_words(ui, "count", ui.say.translated(desk.results->complaint));
        return std::nullopt;
    }
    if (desk.results->hits.empty()) {
        status_words(ui, "count", ui.say(Word::find_nothing));
        ui.layout.space(16);
        paragraph(ui, ui.say(Word::find_try_fewer));
        return std::nullopt;
    }
    status_words(ui, "count", ui.say(phrase::find_hits{.count = desk.results->hits.size()}));
    ui.layout.space(16);
    return hits(ui, view, shelf, *desk.results, wishes);
}

}  // namespace daybook
