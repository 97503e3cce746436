#include "app/screens/checklist.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/checklists.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/choices.h"
#include "app/widgets/field.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/notebook/check.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

/// All that the parts of the screen need.
struct Open {
    const View& view;
    const Checklist& list;
    ChecklistDesk& desk;
    ChecklistTools& with;
    Wishes& wishes;
};

/// One item, and what was said of it.
struct Shown {
    const ChecklistItem& item;
    const CheckedItem* check;  // none if nothing ever was
    ItemId id;
};

const Checklist* shown_list(const View& view, ItemId id) {
    for (const Checklist& list : view.book.pack().checklists) {
        if (checklist_id(view.book, list) == id) return &list;
    }
    return nullptr;
}

void item_name(Ui& ui, const ChecklistItem& item) {
    const TextStyle style = ui.theme.strong();
    const auto lines = static_cast<float>(wrapped(style, item.name, ui.layout.width()).size());
    const Box box = ui.layout.place(lines * style.line);
    draw_lines(style, box.x, box.y, box.width, ui.theme.palette.ink, item.name);
    ui.layout.space(2);
    note(ui, item.source);
}

/// Who said it and when; always a line, so that what is below stays where it is.
std::string who_said(const Words& say, const CheckedItem* check) {
    if (check == nullptr || !check->said) return std::string(say(Word::checks_open));
    const std::string date = day_words(say, check->said->at);
    const std::string time = time_words(say, check->said->at);
    if (check->state.empty())
        return say(phrase::checks_taken_back{.author = check->said->author, .date = date, .time = time});
    return say(phrase::checks_said{.author = check->said->author, .date = date, .time = time});
}

void set_state(const Open& open, const Shown& shown, std::string_view state) {
    Draft& draft = open.with.drafts.open_check(open.view.book, open.list.id, shown.item.id);
    open.with.drafts.create(draft, open.wishes.out);
    open.wishes.out.edit(open.view.book.id(), edits::set_check_state(shown.id, state));
}

void states(Ui& ui, const Open& open, const Shown& shown) {
    const std::string_view state = shown.check == nullptr ? std::string_view() : shown.check->state;
    const auto known = states_of(open.list.form);
    const auto place = std::ranges::find(known, state);
    const bool can_write = open.view.custody.can_be_written();
    const bool is_offered = can_write && place != known.end();
    if (!state.empty() && !is_offered) paragraph(ui, state_words(ui.say, state));
    if (can_write) {
        std::vector<std::string> labels;
        for (const std::string_view one : known) labels.push_back(state_words(ui.say, one));
        std::vector<Choice> offered;
        for (const std::string& label : labels) offered.push_back({.label = label});
        std::optional<std::size_t> chosen;
        if (place != known.end()) chosen = static_cast<std::size_t>(place - known.begin());
        if (const auto pressed = choices(ui, shown.item.name, offered, chosen))
            set_state(open, shown, pressed == chosen ? std::string_view() : known[*pressed]);
        ui.layout.space(6);
    }
    note(ui, who_said(ui.say, shown.check));
}

void other_versions(Ui& ui, const Shown& shown) {
    if (shown.check == nullptr) return;
    for (const TextVersion& version : shown.check->versions) {
        if (version.text == shown.check->note) continue;
        note(ui, ui.say(phrase::checks_also_noted{.version = version_words(ui.say, version), .words = version.text}));
    }
}

void note_to_read(Ui& ui, const Shown& shown) {
    if (shown.check == nullptr || shown.check->note.empty()) return;
    ui.layout.space(8);
    paragraph(ui, shown.check->note);
    ui.layout.space(2);
    note(ui, ui.say(phrase::checks_noted{.version = version_words(ui.say, shown.check->versions.back())}));
}

void note_field(Ui& ui, const Open& open, const Shown& shown) {
    Draft& draft = open.with.drafts.open_check(open.view.book, open.list.id, shown.item.id);
    const TextStyle typed = ui.theme.editor();
    constexpr float lines = 3;
    ui.layout.space(8);
    const FieldTouch touch = field(ui,
                                   {.label = ui.say(Word::checks_note),
                                    .kind = FieldKind::prose,
                                    .key = "note",
                                    .height = lines * typed.line + 22,
                                    .begins_at = {draft.text.size(), draft.text.size()}},
                                   draft.text);
    if (open.desk.begun == shown.id) {
        ui.fields.focus(touch.id);
        reveal(touch.box);
        open.desk.begun = {};
    }
    if (touch.state.changed) open.with.drafts.typed(draft, open.view.now.at);
    if (touch.state.focused) {
        open.desk.typing = shown.id;
    } else if (open.desk.typing == shown.id) {
        open.with.drafts.send_all(open.wishes.out);
        open.desk.typing = {};
    }
}

void item_note(Ui& ui, const Open& open, const Shown& shown) {
    const bool can_write = open.view.custody.can_be_written();
    if (can_write && open.desk.notes.contains(shown.id)) {
        note_field(ui, open, shown);
        other_versions(ui, shown);
        return;
    }
    note_to_read(ui, shown);
    other_versions(ui, shown);
    if (!can_write) return;
    const bool has_note = shown.check != nullptr && !shown.check->note.empty();
    const std::string_view label = ui.say(has_note ? Word::checks_change_note : Word::checks_add_note);
    const std::string name = ui.say(phrase::checks_of_item{.action = label, .item = shown.item.name});
    if (!button(
            ui,
            {.label = label, .look = Look::quiet, .icon = Icon::pen, .name = name, .key = "open note", .hangs = true}))
        return;
    open.desk.notes.insert(shown.id);
    open.desk.begun = shown.id;
}

/// Where reading one of the documents goes: the activity of that kind that runs, or else one that begins now.
ItemId reading_activity(const Open& open) {
    const Activity* running = open.view.book.running();
    if (running != nullptr && running->kind == open.list.kind) return running->id;
    const auto activity = new_id<ItemId>(open.wishes.random);
    open.wishes.out.edit(
        open.view.book.id(),
        edits::start_activity({.id = activity, .kind = open.list.kind, .place = {}, .roles = {}}, open.view.now));
    return activity;
}

/// With the document's name and what was noted of it as its first words.
void begin_entry(const Open& open, const Shown& shown) {
    const std::string noted = open.with.drafts.open_check(open.view.book, open.list.id, shown.item.id).text;
    std::string words = shown.item.name + "\n";
    if (!noted.empty()) words += noted + "\n";
    const ItemId activity = reading_activity(open);
    const auto entry = new_id<ItemId>(open.wishes.random);
    Draft& draft = open.with.drafts.open(open.view.book, entry, activity);
    draft.text = words;
    open.with.drafts.typed(draft, open.view.now.at);
    open.with.drafts.send_all(open.wishes.out);
    open.with.entry_desk.carets[entry] = {words.size(), words.size()};
    open.with.entry_desk.goes_on = true;
    open.wishes.route.enter({Place::entry, activity, entry});
}

void start_entry(Ui& ui, const Open& open, const Shown& shown) {
    if (open.list.form != Checklist::Form::documents || !open.view.custody.can_be_written()) return;
    const std::string_view label = ui.say(Word::checks_start_entry);
    const std::string name = ui.say(phrase::checks_of_item{.action = label, .item = shown.item.name});
    if (button(ui, {.label = label,
                    .look = Look::quiet,
                    .icon = Icon::plus,
                    .name = name,
                    .key = "start entry",
                    .hangs = true}))
        begin_entry(open, shown);
}

void all_items(Ui& ui, const Open& open) {
    const Part list(ui, "items", Role::list, open.list.name);
    const Card card(ui);
    bool first = true;
    for (const ChecklistItem& item : open.list.items) {
        if (!first) {
            ui.layout.space(16);
            fill(ui.layout.place(1), ui.theme.palette.line, 0);
            ui.layout.space(16);
        }
        first = false;
        const Scope scope(item.id);
        const Part one(ui, "item", Role::list_item, item.name);
        const Shown shown{item, open.view.book.check(open.list.id, item.id),
                          check_id(open.view.book.id(), open.list.id, item.id)};
        item_name(ui, item);
        ui.layout.space(8);
        states(ui, open, shown);
        item_note(ui, open, shown);
        start_entry(ui, open, shown);
    }
}

}  // namespace

void checklist_screen(Ui& ui, const View& view, ChecklistDesk& desk, ChecklistTools with, Wishes wishes) {
    const ItemId id = wishes.route.here().checklist;
    const Checklist* list = shown_list(view, id);
    if (list == nullptr) {
        wishes.route.go_back();
        return;
    }
    if (desk.shown != id) desk = {.shown = id, .notes = {}, .begun = {}, .typing = {}};
    const ScrollSubject subject(ui, id);
    const Panel panel(ui, "checklist", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, list->name, 1);
    ui.layout.space(2);
    note(ui, progress_words(ui.say, *list, count_checks(view.book, *list)));
    if (!list->about.empty()) {
        ui.layout.space(8);
        paragraph(ui, list->about);
    }
    ui.layout.space(24);
    all_items(ui, {view, *list, desk, with, wishes});
}

}  // namespace daybook
