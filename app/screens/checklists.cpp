#include "app/screens/checklists.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <vector>

#include "app/widgets/button.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"

namespace daybook {
namespace {

struct StateWord {
    std::string_view state;
    Word word;
};
constexpr std::array<StateWord, 9> state_table{{{check_states::done, Word::checks_done},
                                                {check_states::not_done, Word::checks_not_done},
                                                {check_states::not_applicable, Word::checks_not_applicable},
                                                {check_states::asked, Word::checks_asked},
                                                {check_states::received, Word::checks_received},
                                                {check_states::read, Word::checks_read},
                                                {check_states::not_available, Word::checks_not_available},
                                                {check_states::applies, Word::checks_applies},
                                                {check_states::does_not_apply, Word::checks_does_not_apply}}};

/// Of the states of its form: what is said first of all, and what besides.
struct Said {
    std::string first;
    std::vector<std::string> besides;
    std::size_t counted = 0;
};

Said said_of(const Words& say, const Checklist& list, const CheckCount& count) {
    const std::string all = std::to_string(count.all);
    Said said;
    const auto some = [&](std::string_view state) {
        said.counted += count.of(state);
        return count.of(state);
    };
    const auto besides = [&](std::string_view state, auto words) {
        words.count = some(state);
        if (words.count > 0) said.besides.push_back(say(words));
    };
    switch (list.form) {
        case Checklist::Form::checks:
            said.first = say(phrase::checklists_some_done{.count = some(check_states::done), .all = all});
            besides(check_states::not_done, phrase::checklists_not_done{.count = 0});
            besides(check_states::not_applicable, phrase::checklists_not_applicable{.count = 0});
            break;
        case Checklist::Form::documents:
            said.first = say(phrase::checklists_some_read{.count = some(check_states::read), .all = all});
            besides(check_states::received, phrase::checklists_received{.count = 0});
            besides(check_states::asked, phrase::checklists_asked{.count = 0});
            besides(check_states::not_available, phrase::checklists_not_available{.count = 0});
            break;
        case Checklist::Form::criteria:
            said.first = say(phrase::checklists_some_apply{.count = some(check_states::applies), .all = all});
            besides(check_states::does_not_apply, phrase::checklists_do_not_apply{.count = 0});
            break;
    }
    return said;
}

void beyond_the_pack(Ui& ui, const View& view) {
    const auto beyond = checks_beyond_pack(view.book);
    if (beyond.empty()) return;
    ui.layout.space(24);
    const std::string_view title = ui.say(Word::checklists_beyond);
    heading(ui, title, 2);
    note(ui, ui.say(Word::checklists_beyond_about));
    ui.layout.space(16);
    constexpr std::size_t most = 100;
    const Part part(ui, "beyond", Role::list, title);
    for (const CheckedItem* check : beyond | std::views::take(most)) {
        const Scope scope(check->id.hex());
        const Part item(ui, "item", Role::list_item);
        caption(ui,
                ui.say(phrase::checklists_beyond_item{.list = quote_of(check->list), .item = quote_of(check->item)}));
        if (!check->state.empty()) paragraph(ui, state_words(ui.say, check->state));
        if (!check->note.empty()) paragraph(ui, check->note);
        ui.layout.space(12);
    }
    if (beyond.size() > most) note(ui, ui.say(phrase::checklists_beyond_more{.count = beyond.size() - most}));
}

}  // namespace

ItemId checklist_id(const Notebook& book, const Checklist& list) {
    return check_id(book.id(), list.id, {});
}

std::string state_words(const Words& say, std::string_view state) {
    const auto known = std::ranges::find(state_table, state, &StateWord::state);
    if (known != state_table.end()) return std::string(say(known->word));
    return say(phrase::checks_unknown_state{.state = quote_of(state)});
}

std::string progress_words(const Words& say, const Checklist& list, const CheckCount& count) {
    if (count.open == count.all) return say(phrase::checklists_not_begun{.count = count.all});
    const Said said = said_of(say, list, count);
    std::string words = said.first;
    const auto add = [&](const std::string& more) {
        words = say(phrase::common_comma{.first = words, .second = more});
    };
    for (const std::string& one : said.besides) add(one);
    const std::size_t otherwise = count.all - count.open - said.counted;
    if (otherwise > 0) add(say(phrase::checklists_otherwise{.count = otherwise}));
    return words;
}

bool has_any_checklists(const Notebook& book) {
    return !book.pack().checklists.empty() || !book.checks().empty();
}

std::string checklists_words(const Words& say, const Notebook& book) {
    const auto& lists = book.pack().checklists;
    const auto complete = std::ranges::count_if(lists, [&](const Checklist& list) {
        const CheckCount count = count_checks(book, list);
        return count.settled == count.all;
    });
    return say(phrase::checklists_complete{.count = lists.size(), .complete = std::to_string(complete)});
}

void checklists_screen(Ui& ui, const View& view, Wishes wishes) {
    const Panel panel(ui, "checklists", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    const std::string_view title = ui.say(Word::checklists_title);
    heading(ui, title, 1);
    ui.layout.space(2);
    const auto& lists = view.book.pack().checklists;
    note(ui, ui.say(lists.empty() ? Word::checklists_none : Word::checklists_about));
    ui.layout.space(24);
    if (!lists.empty()) {
        RowList rows(ui, "lists", title);
        for (const Checklist& list : lists) {
            const CheckCount count = count_checks(view.book, list);
            std::vector<Badge> badges;
            if (count.settled == count.all) {
                badges.push_back({.icon = Icon::check,
                                  .text = ui.say(Word::checklists_is_complete),
                                  .colour = ui.theme.palette.accent,
                                  .shown = Badge::Shown::words});
            }
            const std::string progress = progress_words(ui.say, list, count);
            if (rows.row({.key = list.id, .title = list.name, .meta = progress, .badges = badges})) {
                Spot spot{Place::checklist};
                spot.checklist = checklist_id(view.book, list);
                wishes.route.enter(spot);
            }
        }
    }
    beyond_the_pack(ui, view);
}

}  // namespace daybook
