#include "app/screens/history.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "app/screens/history_said.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/changed_words.h"
#include "app/widgets/reach.h"
#include "app/widgets/status_words.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"
#include "app/wording.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

struct OpenHistory {
    const View& view;
    const Entry& entry;
    HistoryDesk& desk;
    const Drafts& drafts;
    Wishes& wishes;
};

const Text* text_of(const Notebook& book, ItemId entry) {
    const Item* item = book.items().find(entry);
    return item == nullptr ? nullptr : item->text(words::prose);
}

void bring_up_to_date(HistoryDesk& desk, const View& view, ItemId entry) {
    const bool other = desk.of != entry || desk.book != view.book.id();
    if (!other && desk.revisions == view.custody.revisions) return;
    const bool brought_back = !other && desk.brought_back;
    desk = {.book = view.book.id(), .of = entry, .revisions = view.custody.revisions};
    desk.brought_back = brought_back;
    desk.steps = history_of(view.book, entry);
    std::ranges::reverse(desk.steps);
}

/// Put together once, when the step comes near the view.
const HistoryDesk::Told& told(const Words& say, const OpenHistory& open, const HistoryStep& step) {
    const auto [place, is_new] = open.desk.told.try_emplace(*step.words_after);
    HistoryDesk::Told& told = place->second;
    if (!is_new) return told;
    const std::string before = words_in(open.view.book, open.entry.id, step.words_before);
    const std::string after = words_in(open.view.book, open.entry.id, step.words_after);
    const std::vector<WordRun> runs = word_difference(before, after);
    told.runs = around_changes(runs);
    told.spoken = spoken_changes(say, runs);
    told.stands = open.entry.versions.size() == 1 && after == open.entry.words;
    return told;
}

void words_of_step(Ui& ui, const OpenHistory& open, const HistoryStep& step) {
    const HistoryDesk::Told& what = told(ui.say, open, step);
    if (what.spoken.empty()) {
        note(ui, ui.say(Word::history_came_to_nothing));
    } else {
        changed_words(ui, what.runs, what.spoken);
    }
    ui.layout.space(8);
}

void bring_back(const OpenHistory& open, const HistoryStep& step) {
    const Notebook& book = open.view.book;
    const std::string words = words_in(book, open.entry.id, step.words_after);
    open.wishes.out.edit(book.id(),
                         {edits::put_words(*text_of(book, open.entry.id), open.entry.id, words::prose, words)});
    open.desk.brought_back = true;
}

void actions(Ui& ui, const OpenHistory& open, const HistoryStep& step, const std::string& named) {
    const RevisionRef key = step.changes.front().ref;
    const bool is_open = open.desk.open.contains(key);
    const bool can_open = step.changes.size() > 1;
    const bool earlier = step.words_after && !told(ui.say, open, step).stands;
    const bool can_bring_back = earlier && open.view.custody.can_be_written();
    if (!can_open && !can_bring_back) return;
    {
        const Row row(ui);
        const std::string label = ui.say(phrase::history_each{.count = step.changes.size()});
        if (can_open && button(ui, {.label = label,
                                    .look = Look::quiet,
                                    .name = ui.say(phrase::common_comma{.first = label, .second = named}),
                                    .expanded = is_open,
                                    .hangs = true})) {
            if (is_open) {
                open.desk.open.erase(key);
            } else {
                open.desk.open[key] = each_said(ui.say, open.view.book, open.entry.id, step);
            }
        }
        if (can_bring_back && button(ui, {.label = ui.say(Word::history_bring_back),
                                          .look = Look::quiet,
                                          .icon = Icon::undo,
                                          .name = ui.say(phrase::common_comma{.first = ui.say(Word::history_bring_back),
                                                                              .second = named}),
                                          .hangs = !can_open,
                                          .disabled = !open.drafts.is_at_rest(open.entry.id)}))
            bring_back(open, step);
    }
    if (!is_open) return;
    const Part list(ui, "each", Role::group, ui.say(phrase::history_each{.count = step.changes.size()}));
    std::size_t number = 0;
    for (const std::string& line : open.desk.open[key]) {
        const Scope scope(std::to_string(number++));
        note(ui, line);
    }
}

void title(Ui& ui, std::string_view words) {
    const TextStyle style = ui.theme.strong();
    const auto lines = static_cast<float>(wrapped(style, words, ui.layout.width()).size());
    const Box box = ui.layout.place(lines * style.line);
    draw_lines(style, box.x, box.y, box.width, ui.theme.palette.ink, words);
    ui.layout.space(2);
}

void one_step(Ui& ui, const OpenHistory& open, std::size_t index) {
    const HistoryStep& step = open.desk.steps[index];
    const RevisionRef& first = step.changes.front().ref;
    const Scope scope(first.device.hex() + std::to_string(first.seq));
    const std::string when = when_said(ui.say, step);
    const std::string named = ui.say(phrase::common_comma{.first = step.author(), .second = when});
    SemanticNode node;
    node.id = id_of("step");
    node.role = Role::list_item;
    node.name = named;
    node.position = static_cast<int>(index + 1);
    node.set_size = static_cast<int>(open.desk.steps.size());
    const Part item(ui, std::move(node));
    const Card card(ui);
    title(ui, step.author());
    note(ui, when);
    ui.layout.space(12);
    if (step.words_after) words_of_step(ui, open, step);
    std::size_t number = 0;
    for (const std::string& line : sum_said(ui.say, open.view.book, step)) {
        const Scope of_line("line" + std::to_string(number++));
        paragraph(ui, line);
        ui.layout.space(4);
    }
    if (step.words_after && told(ui.say, open, step).stands) note(ui, ui.say(Word::history_stands));
    ui.layout.space(8);
    actions(ui, open, step, named);
}

void about(Ui& ui, const OpenHistory& open) {
    if (!open.entry.words.empty()) note(ui, ui.say(phrase::passages_quote{.words = quote_of(open.entry.words)}));
    ui.layout.space(8);
    note(ui, ui.say(Word::history_about));
    if (open.entry.versions.size() > 1) note(ui, ui.say(Word::history_apart));
    const Text* text = text_of(open.view.book, open.entry.id);
    if (text != nullptr && text->waiting() > 0) note(ui, ui.say(phrase::history_waiting{.count = text->waiting()}));
    status_words(ui, "brought back", open.desk.brought_back ? ui.say(Word::history_brought) : std::string_view());
    if (!open.desk.brought_back || !open.view.can_undo) return;
    if (button(ui, {.label = ui.say(Word::order_undo), .look = Look::quiet, .icon = Icon::undo, .hangs = true}))
        open.wishes.orders.push_back(Order::undo);
}

}  // namespace

void history_screen(Ui& ui, const View& view, HistoryDesk& desk, const Drafts& drafts, Wishes wishes) {
    const ItemId of = wishes.route.here().entry;
    const ScrollSubject subject(ui, of);
    const Panel panel(ui, "history", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::history_title), 1);
    ui.layout.space(2);
    const Entry* entry = view.book.entry(of);
    if (entry == nullptr) {
        note(ui, ui.say(Word::history_nothing));
        return;
    }
    bring_up_to_date(desk, view, of);
    const OpenHistory open{view, *entry, desk, drafts, wishes};
    about(ui, open);
    ui.layout.space(24);
    const Part list(ui, "steps", Role::list, ui.say(Word::history_title));
    lay_out_near(ui, {.key = "steps",
                      .count = desk.steps.size(),
                      .gap = 16,
                      .guess = [&](std::size_t) { return ui.theme.scaled(180); },
                      .lay_out = [&](std::size_t index, std::optional<float>) { one_step(ui, open, index); }});
}

}  // namespace daybook
