#include "app/screens/follow_ups.h"

#include <string_view>
#include <vector>

#include "app/widgets/button.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"

namespace daybook {
namespace {

/// What settled it last, and when; whose it is while it is open.
std::string state_line(const Words& say, const Notebook& book, const FollowUp& follow_up) {
    const std::string state = follow_up_words(say, book, follow_up);
    const auto answers = answers_of(book, follow_up);
    if (!answers.empty())
        return say(phrase::common_dot{.first = state, .second = moment_words(say, answers.back()->at)});
    if (follow_up.closed)
        return say(phrase::common_dot{.first = state, .second = moment_words(say, follow_up.closed->at)});
    return state;
}

/// By whom it is answered, as far as that is an entry: how it begins.
std::string answer_words(const Words& say, const Notebook& book, const FollowUp& follow_up) {
    const auto answers = answers_of(book, follow_up);
    if (!answers.empty())
        return say(phrase::follow_ups_answer{.words = quote_of(say, *book.entry(answers.back()->entry))});
    return follow_up.closed ? quote_of(follow_up.closed->words) : std::string();
}

void rows(Ui& ui, const View& view, Word title, const std::vector<const Entry*>& some, Wishes wishes) {
    heading(ui, ui.say(title), 2);
    RowList list(ui, ui.say(title), ui.say(title));
    list.each(some.size(), [&](std::size_t index) {
        const Entry& entry = *some[index];
        const std::string name = quote_of(ui.say, entry);
        const std::string meta = ui.say(phrase::common_dot{.first = state_line(ui.say, view.book, *entry.follow_up),
                                                           .second = begun_in_words(ui.say, view.book, entry)});
        const std::string words = answer_words(ui.say, view.book, *entry.follow_up);
        if (list.row({.key = entry.id.hex(), .title = name, .meta = meta, .words = words, .lines = 2}))
            wishes.route.enter({Place::follow_up, entry.activity, entry.id});
    });
    ui.layout.space(24);
}

}  // namespace

std::string follow_ups_words(const Words& say, const Notebook& book) {
    const std::size_t all = follow_ups(book).size();
    const std::size_t open = open_follow_ups(book);
    if (all == 0) return std::string(say(Word::follow_ups_none_yet));
    const std::string first =
        open == 0 ? std::string(say(Word::follow_ups_none_open)) : say(phrase::follow_ups_some_open{.count = open});
    if (all == open) return first;
    return say(
        phrase::common_comma{.first = first, .second = say(phrase::follow_ups_some_settled{.count = all - open})});
}

void open_follow_ups_row(Ui& ui, const View& view, Wishes wishes) {
    if (open_follow_ups(view.book) == 0) return;
    const std::string_view name = ui.say(Word::follow_ups_title);
    const std::string words = follow_ups_words(ui.say, view.book);
    RowList list(ui, "follow-ups", name);
    if (list.row({.key = "follow-ups", .title = name, .words = words})) wishes.route.enter({Place::follow_ups});
}

void follow_ups_screen(Ui& ui, const View& view, Wishes wishes) {
    const Panel panel(ui, "follow-ups", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::follow_ups_title), 1);
    ui.layout.space(2);
    note(ui, ui.say(Word::follow_ups_about));
    ui.layout.space(24);
    std::vector<const Entry*> open;
    std::vector<const Entry*> settled;
    for (const Entry* entry : follow_ups(view.book)) {
        const bool is_open = state_of(view.book, *entry->follow_up) == FollowUpState::open;
        (is_open ? open : settled).push_back(entry);
    }
    if (open.empty()) {
        paragraph(ui, ui.say(settled.empty() ? Word::follow_ups_none_yet : Word::follow_ups_none_open));
        ui.layout.space(24);
    } else {
        rows(ui, view, Word::follow_ups_open, open, wishes);
    }
    if (!settled.empty()) rows(ui, view, Word::follow_ups_settled, settled, wishes);
}

}  // namespace daybook
