#include "app/screens/contacts.h"

#include <string_view>
#include <utility>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "core/base/blank.h"
#include "core/notebook/edits.h"
#include "core/notebook/plan_edits.h"

namespace daybook {
namespace {

void save(const View& view, ContactsDesk& desk, const Words& say, Wishes wishes) {
    Contact& typed = desk.typed;
    for (std::string* text : {&typed.name, &typed.role, &typed.telephone, &typed.email, &typed.note})
        *text = std::string(trimmed(*text));
    desk.name_error = typed.name.empty() ? say(Word::contacts_no_name) : std::string_view();
    if (!desk.name_error.empty()) return;
    const Contact* before = view.book.contact(typed.id);
    const auto changes = before == nullptr ? edits::add_contact(typed) : edits::correct_contact(*before, typed);
    if (!changes.empty()) wishes.out.edit(view.book.id(), changes);
    desk = {};
}

void form(Ui& ui, const View& view, ContactsDesk& desk, Wishes wishes) {
    const Scope scope("form");
    const Card card(ui);
    const FieldTouch touch =
        field(ui, {.label = ui.say(Word::contacts_name), .error = desk.name_error}, desk.typed.name);
    if (std::exchange(desk.focus_wanted, false)) ui.fields.focus(touch.id);
    if (touch.state.changed && !desk.name_error.empty()) {
        desk.name_error.clear();
        ui.attention.moved = true;
    }
    field(ui, {.label = ui.say(Word::contacts_role), .hint = ui.say(Word::contacts_role_about)}, desk.typed.role);
    field(ui, {.label = ui.say(Word::contacts_telephone)}, desk.typed.telephone);
    field(ui, {.label = ui.say(Word::contacts_email)}, desk.typed.email);
    field(ui,
          {.label = ui.say(Word::contacts_note),
           .kind = FieldKind::prose,
           .hint = ui.say(Word::contacts_note_about),
           .height = 2 * ui.theme.editor().line + 22},
          desk.typed.note);
    ui.layout.space(8);
    const Row row(ui);
    if (button(ui, {.label = ui.say(Word::contacts_save), .look = Look::primary, .key = "save contact"}))
        save(view, desk, ui.say, wishes);
    if (button(ui, {.label = ui.say(Word::common_cancel), .look = Look::quiet, .key = "cancel contact"})) desk = {};
}

void line(Ui& ui, Word name, const std::string& words) {
    if (words.empty()) return;
    ui.layout.space(8);
    caption(ui, ui.say(name));
    paragraph(ui, words);
}

void one_contact(Ui& ui, const View& view, ContactsDesk& desk, const Contact& one, Wishes wishes) {
    const Scope scope(one.id.hex());
    const std::string name = one.name.empty() ? std::string(ui.say(Word::plan_without_name)) : one.name;
    const Part item(ui, "contact", Role::list_item, name);
    const Card card(ui);
    heading(ui, name, 3);
    const std::string about = one.retired ? ui.say(phrase::activity_retired{.about = one.role}) : one.role;
    if (!about.empty()) note(ui, about);
    line(ui, Word::contacts_telephone, one.telephone);
    line(ui, Word::contacts_email, one.email);
    line(ui, Word::contacts_note, one.note);
    if (!view.custody.can_be_written()) return;
    const Row row(ui);
    const auto named = [&](Word action) {
        return ui.say(phrase::contacts_named{.action = ui.say(action), .who = quote_of(name)});
    };
    // One at a time: what stands in the form would go.
    if (!one.retired && !desk.editing &&
        button(ui, {.label = ui.say(Word::contacts_change),
                    .look = Look::quiet,
                    .name = named(Word::contacts_change),
                    .hangs = true}))
        desk = {.editing = one.id, .typed = one, .name_error = {}, .focus_wanted = true};
    const Word retire = one.retired ? Word::contacts_bring_back : Word::contacts_retire;
    if (button(ui, {.label = ui.say(retire), .look = Look::quiet, .name = named(retire), .hangs = one.retired}))
        wishes.out.edit(view.book.id(), edits::set_retired(one.id, !one.retired));
}

}  // namespace

void contacts_part(Ui& ui, const View& view, ContactsDesk& desk, Wishes wishes) {
    const Scope scope("contacts");
    heading(ui, ui.say(Word::contacts_title), 2);
    const auto all = view.book.contacts();
    note(ui, ui.say(all.empty() && !desk.editing ? Word::contacts_none : Word::contacts_about));
    ui.layout.space(16);
    const bool can_write = view.custody.can_be_written();
    {
        const Part list(ui, "list", Role::list, ui.say(Word::contacts_title));
        for (const Contact* one : all) {
            if (can_write && desk.editing == one->id) {
                form(ui, view, desk, wishes);
            } else {
                one_contact(ui, view, desk, *one, wishes);
            }
            ui.layout.space(12);
        }
    }
    if (!can_write) return;
    if (desk.editing) {
        if (view.book.contact(*desk.editing) == nullptr) form(ui, view, desk, wishes);
        return;
    }
    if (button(ui, {.label = ui.say(Word::contacts_add), .icon = Icon::plus})) {
        desk = {};
        desk.typed.id = new_id<ItemId>(wishes.random);
        desk.editing = desk.typed.id;
        desk.focus_wanted = true;
    }
}

}  // namespace daybook
