#include "app/screens/duties.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "app/widgets/button.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/wording.h"

namespace daybook {
namespace {

void rows(Ui& ui, const View& view, Word title, const std::vector<const Duty*>& some, Wishes wishes) {
    heading(ui, ui.say(title), 2);
    RowList list(ui, ui.say(title), ui.say(title));
    list.each(some.size(), [&](std::size_t index) {
        const Duty& duty = *some[index];
        const std::string name = duty_words(ui.say, duty.about);
        const std::string begun = begun_in_words(ui.say, view.book, *duty.entry);
        const std::string quote = quote_of(ui.say, *duty.entry);
        const std::string words = duty.is_open() ? quote : passed_on_words(ui.say, *duty.records.back());
        std::vector<Badge> badges;
        if (duty.entry->retired) {
            badges.push_back({.icon = Icon::retired,
                              .text = ui.say(Word::badge_retired),
                              .colour = ui.theme.palette.quiet,
                              .shown = Badge::Shown::words});
        }
        if (duty.entry->in_confidence || confidential(view.book.passages_of(duty.entry->id)) > 0) {
            badges.push_back({.icon = Icon::lock,
                              .text = ui.say(Word::badge_in_confidence),
                              .colour = ui.theme.palette.ink,
                              .shown = Badge::Shown::words});
        }
        const std::string meta = duty.is_open() ? begun : ui.say(phrase::common_dot{.first = begun, .second = quote});
        if (list.row({.key = duty.entry->id.hex() + std::string(duty.about.substr(0, 40)),
                      .title = name,
                      .meta = meta,
                      .words = words,
                      .badges = badges}))
            wishes.route.enter({Place::duty, duty.entry->activity, duty.entry->id});
    });
    ui.layout.space(24);
}

}  // namespace

std::string passed_on_words(const Words& say, const PassedOn& record) {
    return say(phrase::duty_passed_on{
        .to = quote_of(record.to), .time = moment_words(say, record.at), .by = quote_of(record.by)});
}

std::string duties_state_words(const Words& say, const Notebook& book) {
    const auto all = all_duties(book);
    const auto open = static_cast<std::size_t>(std::ranges::count_if(all, &Duty::is_open));
    if (all.empty()) return std::string(say(Word::duties_none));
    return open == 0 ? std::string(say(Word::duties_all_passed_on)) : say(phrase::duties_some_open{.count = open});
}

void open_duties_row(Ui& ui, const View& view, Wishes wishes) {
    if (open_duties(view.book) == 0) return;
    const std::string_view name = ui.say(Word::duties_title);
    const Badge badge{.icon = Icon::warning,
                      .text = ui.say(Word::badge_not_passed_on),
                      .colour = ui.theme.palette.danger,
                      .shown = Badge::Shown::words};
    const std::string words = duties_state_words(ui.say, view.book);
    RowList list(ui, "duties", name);
    if (list.row({.key = "duties", .title = name, .words = words, .badges = {&badge, 1}}))
        wishes.route.enter({Place::duties});
}

void duties_screen(Ui& ui, const View& view, Wishes wishes) {
    const Panel panel(ui, "duties", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::duties_title), 1);
    ui.layout.space(2);
    note(ui, ui.say(Word::duties_about));
    ui.layout.space(24);
    const auto all = all_duties(view.book);
    std::vector<const Duty*> open;
    std::vector<const Duty*> settled;
    for (const Duty& one : all) (one.is_open() ? open : settled).push_back(&one);
    if (open.empty()) {
        paragraph(ui, ui.say(all.empty() ? Word::duties_none : Word::duties_all_passed_on));
        ui.layout.space(24);
    } else {
        rows(ui, view, Word::duties_open, open, wishes);
    }
    if (!settled.empty()) rows(ui, view, Word::duties_passed_on, settled, wishes);
}

}  // namespace daybook
