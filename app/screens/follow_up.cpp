#include "app/screens/follow_up.h"

#include <algorithm>
#include <ranges>
#include <utility>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/chip.h"
#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "core/base/blank.h"
#include "core/base/utf8.h"
#include "core/notebook/edits.h"
#include "core/notebook/flag_edits.h"

namespace daybook {
namespace {

using Doing = FollowUpDesk::Doing;

/// All that the parts of the screen need.
struct Open {
    const View& view;
    const Entry& entry;
    const FollowUp& follow_up;
    FollowUpDesk& desk;
    FollowUpTools& with;
    Wishes& wishes;
};

void set_owner(const Open& open, std::string owner) {
    open.desk.owner = std::move(owner);
    open.desk.owner_typed = true;
    send_owner(open.desk, open.view.book, open.wishes.out);
}

void owners(Ui& ui, const Open& open) {
    heading(ui, ui.say(Word::follow_up_owner), 2);
    const std::string& owner = open.follow_up.owner;
    if (!open.view.custody.can_be_written()) {
        paragraph(ui, owner.empty() ? ui.say(Word::follow_up_nobody) : std::string_view(owner));
        ui.layout.space(24);
        return;
    }
    constexpr std::size_t most = 12;  // a stranger's file may name thousands
    {
        const Part group(ui, "owners", Role::group, ui.say(Word::follow_up_owner));
        const Row row(ui);
        for (const std::string& name : possible_owners(open.view.book) | std::views::take(most)) {
            const bool on = name == owner;
            if (chip(ui, {.label = name, .on = on, .key = name})) set_owner(open, on ? std::string() : name);
        }
    }
    ui.layout.space(12);
    FollowUpDesk& desk = open.desk;
    std::string value = desk.owner_typed ? desk.owner : owner;
    const FieldTouch touch =
        field(ui, {.label = ui.say(Word::follow_up_owner_typed), .hint = ui.say(Word::follow_up_owner_about)}, value);
    if (touch.state.changed) {
        desk.owner = value;
        desk.owner_typed = true;
    }
    if (desk.owner_typed && (touch.state.submitted || !touch.state.focused))
        send_owner(desk, open.view.book, open.wishes.out);
    ui.layout.space(24);
}

void one_answer(Ui& ui, const Open& open, const FollowUp::Answer& answer) {
    const Entry& entry = *open.view.book.entry(answer.entry);
    const Scope scope(answer.entry.hex());
    const std::string said =
        ui.say(phrase::follow_up_answer_said{.author = answer.author, .time = moment_words(ui.say, answer.at)});
    const auto badges = badges_of(ui.say, open.view.book, entry, ui.theme.palette);
    const std::string words = quote_of(ui.say, entry);
    {
        RowList list(ui, "answer", ui.say(Word::follow_up_answer));
        if (list.row({.key = "answer", .title = {}, .meta = said, .words = words, .badges = badges}))
            open.wishes.route.enter({Place::entry, entry.activity, entry.id});
    }
    if (!open.view.custody.can_be_written()) return;
    const std::string name = ui.say(phrase::follow_up_no_answer_named{.words = words});
    if (button(ui, {.label = ui.say(Word::follow_up_no_answer), .look = Look::quiet, .name = name, .hangs = true}))
        open.wishes.out.edit(open.view.book.id(), edits::set_answer(open.entry.id, entry.id, false));
}

/// In the activity that runs, or else in that of the entry that asks.
void begin_answer(const Open& open) {
    const Activity* running = open.view.book.running();
    const ItemId activity = running == nullptr ? open.entry.activity : running->id;
    const auto answer = new_id<ItemId>(open.wishes.random);
    Draft& draft = open.with.drafts.open(open.view.book, answer, activity);
    open.with.drafts.create(draft, open.wishes.out);
    open.wishes.out.edit(open.view.book.id(), edits::set_answer(open.entry.id, answer, true));
    open.with.entry_desk.goes_on = true;
    open.wishes.route.enter({Place::entry, activity, answer});
}

/// Each entry that has words, the latest first.
std::vector<Offer> possible_answers(const Words& say, const Open& open) {
    constexpr std::size_t longest = 300;  // bytes
    std::vector<Offer> offers;
    for (const Entry* entry : open.view.book.entries() | std::views::reverse) {
        const bool said = std::ranges::contains(open.follow_up.answers, entry->id, &FollowUp::Answer::entry);
        if (entry->retired || is_blank(entry->words) || entry->id == open.entry.id || said) continue;
        offers.push_back(ready({.kind = Offer::Kind::entry,
                                .key = entry->id.hex(),
                                .title = entry->words.substr(0, character_start(entry->words, longest)),
                                .about = begun_in_words(say, open.view.book, *entry),
                                .aspect = {},
                                .spot = {Place::entry, entry->activity, entry->id}}));
    }
    return offers;
}

void choose_answer(Ui& ui, const Open& open) {
    FollowUpDesk& desk = open.desk;
    if (desk.entries.empty()) {
        note(ui, ui.say(Word::follow_up_no_entries));
        return;
    }
    const FieldTouch touch = field(ui,
                                   {.label = ui.say(Word::follow_up_find),
                                    .kind = FieldKind::search,
                                    .placeholder = ui.say(Word::follow_up_find),
                                    .label_shown = FieldLook::Label::hidden},
                                   desk.query);
    if (desk.focus_wanted) reveal(touch.box);
    desk.focus_wanted = false;
    ui.layout.space(8);
    const OffersFound found = find_offers(desk.entries, desk.query);
    std::optional<ItemId> chosen;
    {
        RowList list(ui, "possible answers", ui.say(Word::follow_up_choose));
        for (const std::size_t index : found.best) {
            const Offer& offer = desk.entries[index];
            if (list.row({.key = offer.key, .title = {}, .meta = offer.about, .words = offer.title}))
                chosen = offer.spot.entry;
        }
    }
    if (found.best.empty()) note(ui, ui.say(Word::follow_up_found_none));
    const std::size_t more = desk.query.empty() ? desk.entries.size() - found.best.size() : found.more;
    if (more > 0) note(ui, ui.say(phrase::follow_up_more{.count = more}));
    if (!chosen) return;
    open.wishes.out.edit(open.view.book.id(), edits::set_answer(open.entry.id, *chosen, true));
    desk.doing = Doing::nothing;
}

void answers(Ui& ui, const Open& open) {
    const auto found = answers_of(open.view.book, open.follow_up);
    heading(ui, ui.say(Word::follow_up_answer), 2);
    for (const FollowUp::Answer* one : found) one_answer(ui, open, *one);
    if (found.empty()) note(ui, ui.say(Word::follow_up_no_answer_yet));
    if (!open.view.custody.can_be_written()) return;
    ui.layout.space(12);
    {
        const Row row(ui);
        if (button(ui, {.label = ui.say(Word::follow_up_begin_answer),
                        .look = found.empty() ? Look::primary : Look::secondary,
                        .icon = Icon::plus}))
            begin_answer(open);
        const bool choosing = open.desk.doing == Doing::choosing;
        if (button(ui, {.label = ui.say(Word::follow_up_choose), .expanded = choosing})) {
            open.desk.doing = choosing ? Doing::nothing : Doing::choosing;
            open.desk.entries = possible_answers(ui.say, open);
            open.desk.query.clear();
            open.desk.focus_wanted = !choosing;
        }
    }
    ui.layout.space(4);
    note(ui, ui.say(Word::follow_up_begin_about));
    ui.layout.space(12);
    if (open.desk.doing == Doing::choosing) choose_answer(ui, open);
}

void ask_why(Ui& ui, const Open& open) {
    FollowUpDesk& desk = open.desk;
    const FieldTouch touch = field(ui,
                                   {.label = ui.say(Word::follow_up_why),
                                    .hint = ui.say(Word::health_reason_about),
                                    .error = desk.without_why ? ui.say(Word::health_no_reason) : std::string_view()},
                                   desk.why);
    if (desk.focus_wanted) ui.fields.focus(touch.id);
    desk.focus_wanted = false;
    if (touch.state.changed && desk.without_why) {
        desk.without_why = false;
        ui.attention.moved = true;
    }
    const Row row(ui);
    const bool pressed = button(ui, {.label = ui.say(Word::follow_up_close), .look = Look::primary});
    if (button(ui, {.label = ui.say(Word::common_cancel), .look = Look::quiet})) desk.doing = Doing::nothing;
    if (!pressed && !touch.state.submitted) return;
    desk.without_why = is_blank(desk.why);
    if (desk.without_why) return;
    open.wishes.out.edit(open.view.book.id(), edits::close_follow_up(open.entry.id, desk.why));
    desk.doing = Doing::nothing;
    desk.why.clear();
}

void closing(Ui& ui, const Open& open) {
    const bool can_write = open.view.custody.can_be_written();
    if (open.follow_up.closed) {
        ui.layout.space(16);
        heading(ui, ui.say(Word::follow_up_closed), 2);
        paragraph(ui, open.follow_up.closed->words);
        note(ui, ui.say(phrase::follow_up_closed_by{.author = open.follow_up.closed->author,
                                                    .time = moment_words(ui.say, open.follow_up.closed->at)}));
        if (can_write && button(ui, {.label = ui.say(Word::follow_up_open_again), .look = Look::quiet, .hangs = true}))
            open.wishes.out.edit(open.view.book.id(), edits::close_follow_up(open.entry.id, {}));
        return;
    }
    if (!can_write || state_of(open.view.book, open.follow_up) == FollowUpState::answered) return;
    ui.layout.space(8);
    if (open.desk.doing == Doing::closing) {
        ask_why(ui, open);
        return;
    }
    if (!button(
            ui,
            {.label = ui.say(Word::follow_up_close_unanswered), .look = Look::quiet, .expanded = false, .hangs = true}))
        return;
    open.desk.doing = Doing::closing;
    open.desk.focus_wanted = true;
}

}  // namespace

void send_owner(FollowUpDesk& desk, const Notebook& book, Outbox& out) {
    if (!desk.owner_typed) return;
    desk.owner_typed = false;
    const std::string owner = std::exchange(desk.owner, {});
    const Entry* entry = book.entry(desk.of);
    if (entry == nullptr || !entry->follow_up || entry->follow_up->owner == owner) return;
    out.edit(book.id(), edits::set_follow_up_owner(desk.of, owner));
}

void follow_up_screen(Ui& ui, const View& view, FollowUpDesk& desk, FollowUpTools with, Wishes wishes) {
    const Spot spot = wishes.route.here();
    const Entry* entry = view.book.entry(spot.entry);
    if (entry == nullptr || !entry->follow_up) {
        wishes.route.go_back();
        return;
    }
    if (desk.of != entry->id) desk = {.of = entry->id};
    const ScrollSubject subject(ui, entry->id);
    const Panel panel(ui, "follow-up", view.area, page_padding(ui, view.area));
    const Open open{view, *entry, *entry->follow_up, desk, with, wishes};
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::follow_up_title), 1);
    ui.layout.space(2);
    note(ui, follow_up_words(ui.say, view.book, open.follow_up));
    ui.layout.space(16);
    {
        const std::string meta = begun_in_words(ui.say, view.book, *entry);
        const std::string_view words =
            entry->words.empty() ? ui.say(Word::entry_no_words_yet) : std::string_view(entry->words);
        const auto badges = badges_of(ui.say, view.book, *entry, ui.theme.palette);
        RowList list(ui, "asked", ui.say(Word::follow_up_asked));
        if (list.row({.key = "asked", .title = {}, .meta = meta, .words = words, .badges = badges, .lines = 4}))
            wishes.route.enter({Place::entry, entry->activity, entry->id});
    }
    ui.layout.space(24);
    owners(ui, open);
    answers(ui, open);
    closing(ui, open);
}

}  // namespace daybook
