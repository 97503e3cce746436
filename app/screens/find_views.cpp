#include "app/screens/find_views.h"

#include <algorithm>
#include <vector>

#include "app/screens/find_words.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/status_words.h"
#include "app/widgets/text.h"
#include "core/base/blank.h"
#include "core/notebook/edits.h"
#include "core/notebook/view_edits.h"

namespace daybook {
namespace {

void save(const Words& say, const View& view, FindDesk& desk, Wishes wishes) {
    FindDesk::Naming& naming = *desk.naming;
    const std::string name(trimmed(naming.name));
    if (const auto good = edits::check_view_name(view.book, naming.view, name); !good) {
        naming.error = say.translated(good.error().what);
        return;
    }
    wishes.out.edit(view.book.id(), naming.view.is_nil()
                                        ? edits::save_view(new_id<ItemId>(wishes.random), name,
                                                           std::string(trimmed(desk.query)), desk.criteria)
                                        : edits::rename_view(naming.view, name));
    desk.naming.reset();
}

void name_field(Ui& ui, const View& view, FindDesk& desk, Wishes wishes) {
    FindDesk::Naming& naming = *desk.naming;
    const FieldTouch touch = field(
        ui, {.label = ui.say(Word::find_view_name), .hint = ui.say(Word::find_view_name_hint), .error = naming.error},
        naming.name);
    if (naming.focus_wanted) ui.fields.focus(touch.id);
    naming.focus_wanted = false;
    if (touch.state.changed && !naming.error.empty()) {
        naming.error.clear();
        ui.attention.moved = true;
    }
    bool wanted = touch.state.submitted;
    bool cancelled = false;
    {
        const Row row(ui);
        wanted = button(ui, {.label = ui.say(Word::find_save), .look = Look::primary}) || wanted;
        cancelled = button(ui, {.label = ui.say(Word::common_cancel), .look = Look::quiet});
    }
    ui.layout.space(16);
    if (cancelled) {
        desk.naming.reset();
    } else if (wanted) {
        save(ui.say, view, desk, wishes);
    }
}

}  // namespace

const SavedView* view_shown(const Notebook& book, const FindDesk& desk) {
    if (desk.asks_for_nothing()) return nullptr;
    const std::string query(trimmed(desk.query));
    const auto all = book.saved_views();
    const auto found = std::ranges::find_if(all, [&](const SavedView* one) {
        return one->can_be_used() && one->query == query && one->criteria == desk.criteria;
    });
    return found == all.end() ? nullptr : *found;
}

void save_view_button(Ui& ui, const View& view, FindDesk& desk) {
    const bool can = view.custody.can_be_written() && !desk.asks_for_nothing() && !desk.naming &&
                     trimmed(desk.query).size() <= SavedViewBounds::query &&
                     desk.criteria.size() <= SavedViewBounds::values && view_shown(view.book, desk) == nullptr;
    if (can && button(ui, {.label = ui.say(Word::find_save_view), .look = Look::quiet, .icon = Icon::bookmark}))
        desk.naming.emplace();
}

void shown_view(Ui& ui, const View& view, FindDesk& desk, Wishes wishes) {
    if (desk.naming && desk.asks_for_nothing()) desk.naming.reset();
    if (desk.naming) return name_field(ui, view, desk, wishes);
    const SavedView* shown = view_shown(view.book, desk);
    if (shown == nullptr) return;
    note(ui, ui.say(phrase::find_view{.name = shown->name}));
    if (view.custody.can_be_written()) {
        ui.layout.space(0);
        const Row row(ui);
        if (button(ui, {.label = ui.say(Word::find_rename), .look = Look::quiet, .hangs = true}))
            desk.naming = FindDesk::Naming{.view = shown->id, .name = shown->name};
        if (button(ui, {.label = ui.say(Word::find_delete), .look = Look::quiet})) {
            desk.clear();
            desk.deleted = shown->name;
            wishes.out.edit(view.book.id(), edits::set_retired(shown->id, true));
        }
    }
    ui.layout.space(16);
}

void list_of_views(Ui& ui, const View& view, FindDesk& desk, Wishes wishes) {
    if (!desk.deleted.empty()) {
        status_words(ui, "deleted", ui.say(phrase::find_deleted{.name = desk.deleted}));
        if (view.can_undo &&
            button(ui, {.label = ui.say(Word::order_undo), .look = Look::quiet, .icon = Icon::undo, .hangs = true}))
            wishes.orders.push_back(Order::undo);
    }
    auto views = view.book.saved_views();
    std::erase_if(views, [](const SavedView* one) { return !one->can_be_used(); });
    if (views.empty()) return;
    ui.layout.space(24);
    heading(ui, ui.say(Word::find_views), 2);
    ui.layout.space(8);
    RowList list(ui, "views", ui.say(Word::find_views));
    list.each(views.size(), [&](std::size_t index) {
        const SavedView& one = *views[index];
        const std::string meta = criteria_words(ui.say, view.book, one.query, one.criteria);
        if (list.row({.key = one.id.hex(), .title = one.name, .meta = meta})) look_through(desk, one);
    });
}

void look_through(FindDesk& desk, const SavedView& view) {
    desk.clear();
    desk.query = view.query;
    desk.criteria = view.criteria;
    desk.filters_open = false;
    desk.deleted.clear();
}

}  // namespace daybook
