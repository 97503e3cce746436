#include "app/screens/declarations.h"

#include <algorithm>
#include <string_view>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/base/blank.h"
#include "core/base/wall_clock.h"
#include "core/notebook/edits.h"
#include "core/notebook/flag_edits.h"

namespace daybook {
namespace {

void begin(DeclarationsDesk& desk, const Declaration& declaration) {
    desk = {.of = desk.of, .editing = declaration.id, .typed = declaration, .focus_wanted = true};
}

void save(const View& view, DeclarationsDesk& desk, const Words& say, Wishes wishes) {
    const Declaration& typed = desk.typed;
    desk.who_error = is_blank(typed.who) ? say(Word::declarations_no_who) : std::string_view();
    desk.what_error = is_blank(typed.what) ? say(Word::declarations_no_what) : std::string_view();
    desk.day_error = is_typed_day(typed.day) ? std::string_view() : say(Word::times_no_day);
    if (!desk.who_error.empty() || !desk.what_error.empty() || !desk.day_error.empty()) return;
    const Declaration* before = view.book.declaration(typed.id);
    const auto changes = before == nullptr ? edits::add_declaration(typed) : edits::correct_declaration(*before, typed);
    if (!changes.empty()) wishes.out.edit(view.book.id(), changes);
    desk = {.of = desk.of};
}

void typed_field(Ui& ui, DeclarationsDesk& desk, const FieldLook& look, std::string& value, std::string* error) {
    const FieldTouch touch = field(ui, look, value);
    if (desk.focus_wanted) ui.fields.focus(touch.id);
    desk.focus_wanted = false;
    if (!touch.state.changed || error == nullptr || error->empty()) return;
    error->clear();
    ui.attention.moved = true;
}

void form(Ui& ui, const View& view, DeclarationsDesk& desk, Wishes wishes) {
    const Scope scope("form");
    const Card card(ui);
    const float high = 3 * ui.theme.editor().line + 22;
    typed_field(ui, desk, {.label = ui.say(Word::declarations_who), .error = desk.who_error}, desk.typed.who,
                &desk.who_error);
    typed_field(ui, desk,
                {.label = ui.say(Word::declarations_what),
                 .kind = FieldKind::prose,
                 .hint = ui.say(Word::declarations_what_about),
                 .error = desk.what_error,
                 .height = high},
                desk.typed.what, &desk.what_error);
    typed_field(ui, desk, {.label = ui.say(Word::declarations_day), .kind = FieldKind::date, .error = desk.day_error},
                desk.typed.day, &desk.day_error);
    typed_field(ui, desk,
                {.label = ui.say(Word::declarations_decided),
                 .kind = FieldKind::prose,
                 .hint = ui.say(Word::declarations_decided_about),
                 .height = high},
                desk.typed.decided, nullptr);
    ui.layout.space(8);
    const Row row(ui);
    if (button(ui, {.label = ui.say(Word::declarations_save), .look = Look::primary})) save(view, desk, ui.say, wishes);
    if (button(ui, {.label = ui.say(Word::common_cancel), .look = Look::quiet})) desk = {.of = desk.of};
}

void actions(Ui& ui, const View& view, DeclarationsDesk& desk, const Declaration& one, Wishes wishes) {
    const Row row(ui);
    const auto named = [&](Word action) {
        return ui.say(phrase::declarations_named{.action = ui.say(action), .who = quote_of(one.who)});
    };
    // One at a time: what stands in the form would go.
    if (!one.retired && !desk.editing &&
        button(ui, {.label = ui.say(Word::declarations_change),
                    .look = Look::quiet,
                    .name = named(Word::declarations_change),
                    .hangs = true}))
        begin(desk, one);
    const Word retire = one.retired ? Word::declarations_bring_back : Word::declarations_retire;
    if (button(ui, {.label = ui.say(retire), .look = Look::quiet, .name = named(retire), .hangs = one.retired}))
        wishes.out.edit(view.book.id(), edits::set_retired(one.id, !one.retired));
}

void one_declaration(Ui& ui, const View& view, DeclarationsDesk& desk, const Declaration& one, Wishes wishes) {
    const Scope scope(one.id.hex());
    const Part item(ui, "declaration", Role::list_item, one.who);
    const Card card(ui);
    heading(ui, one.who, 3);
    const std::string day =
        one.day.empty() ? std::string(ui.say(Word::declarations_no_day)) : day_words(ui.say, one.day);
    note(ui, one.retired ? ui.say(phrase::activity_retired{.about = day}) : day);
    ui.layout.space(4);
    paragraph(ui, one.what);
    ui.layout.space(4);
    caption(ui, ui.say(Word::declarations_decided));
    paragraph(ui, one.decided.empty() ? ui.say(Word::declarations_undecided) : std::string_view(one.decided));
    if (view.custody.can_be_written()) actions(ui, view, desk, one, wishes);
}

}  // namespace

std::string declarations_words(const Words& say, const Notebook& book) {
    std::size_t all = 0;
    std::size_t undecided = 0;
    for (const Declaration* one : book.declarations()) {
        if (one->retired) continue;
        ++all;
        if (one->decided.empty()) ++undecided;
    }
    if (all == 0) return std::string(say(Word::declarations_none));
    const std::string words = say(phrase::declarations_some{.count = all});
    if (undecided == 0) return words;
    return say(phrase::common_comma{.first = words, .second = say(phrase::declarations_some_open{.count = undecided})});
}

void declarations_screen(Ui& ui, const View& view, DeclarationsDesk& desk, const std::string& author, Wishes wishes) {
    if (desk.of != view.book.id()) desk = {.of = view.book.id()};
    const Panel panel(ui, "declarations", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::declarations_title), 1);
    ui.layout.space(2);
    note(ui, ui.say(Word::declarations_about));
    ui.layout.space(24);
    const auto all = view.book.declarations();
    const bool can_write = view.custody.can_be_written();
    if (can_write && !desk.editing && button(ui, {.label = ui.say(Word::declarations_add), .icon = Icon::plus})) {
        Declaration fresh;
        fresh.id = new_id<ItemId>(wishes.random);
        fresh.who = author;
        fresh.day = calendar_date(view.now);
        begin(desk, fresh);
    }
    if (can_write && desk.editing && view.book.declaration(*desk.editing) == nullptr) form(ui, view, desk, wishes);
    ui.layout.space(16);
    if (all.empty() && !desk.editing) note(ui, ui.say(Word::declarations_none));
    const Part list(ui, "declarations", Role::list, ui.say(Word::declarations_title));
    for (const Declaration* one : all) {
        if (can_write && desk.editing == one->id) {
            form(ui, view, desk, wishes);
        } else {
            one_declaration(ui, view, desk, *one, wishes);
        }
        ui.layout.space(16);
    }
}

}  // namespace daybook
