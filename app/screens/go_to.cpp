#include "app/screens/go_to.h"

#include <utility>

#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/row.h"
#include "app/widgets/status_words.h"
#include "app/widgets/text.h"
#include "core/base/utf8.h"

namespace daybook {
namespace {

/// Heard after each letter: of what somebody wrote the first words are enough to tell it.
std::string short_title(const Offer& offer) {
    constexpr std::size_t longest = 60;  // bytes
    if (offer.title.size() <= longest) return offer.title;
    return offer.title.substr(0, character_start(offer.title, longest)) + "…";
}

std::string found_words(const Words& say, const GoToDesk& desk) {
    if (desk.found.best.empty()) return std::string(say(Word::go_to_nothing));
    if (desk.query.empty()) return {};
    const Offer& chosen = desk.offers[desk.found.best[desk.chosen]];
    return say(phrase::go_to_found{.count = desk.found.best.size() + desk.found.more, .title = short_title(chosen)});
}

std::optional<Offer> rows(Ui& ui, GoToDesk& desk) {
    std::optional<Offer> pressed;
    RowList list(ui, "offers", ui.say(Word::go_to_title));
    for (std::size_t index = 0; index < desk.found.best.size(); ++index) {
        const Offer& offer = desk.offers[desk.found.best[index]];
        const bool chosen = index == desk.chosen;
        const bool is_entry = offer.kind == Offer::Kind::entry;
        if (list.row({.key = offer.key,
                      .title = is_entry ? std::string_view() : std::string_view(offer.title),
                      .meta = offer.about,
                      .words = is_entry ? std::string_view(offer.title) : std::string_view(),
                      .current = chosen,
                      .comes_into_view = chosen && desk.reveal_chosen})) {
            pressed = offer;
        }
    }
    desk.reveal_chosen = false;
    return pressed;
}

void find_and_choose(GoToDesk& desk) {
    if (desk.query != desk.found_for) {
        desk.found_for = desk.query;
        desk.found = find_offers(desk.offers, desk.query);
        desk.chosen = 0;
    }
    const int steps = std::exchange(desk.steps, 0);
    const auto count = static_cast<int>(desk.found.best.size());
    if (steps == 0 || count == 0) return;
    desk.chosen = static_cast<std::size_t>(((static_cast<int>(desk.chosen) + steps) % count + count) % count);
    desk.reveal_chosen = true;
}

}  // namespace

GoToDesk::GoToDesk(std::vector<Offer> all) : offers(std::move(all)), found(find_offers(offers, {})) {}

std::optional<Offer> go_to_screen(Ui& ui, const View& view, GoToDesk& desk, Wishes wishes) {
    const Part dialog(ui, "go to", Role::dialog, ui.say(Word::go_to_title));
    const Panel panel(ui, "go to", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::go_to_title), 1);
    ui.layout.space(16);
    const FieldTouch touch = field(ui,
                                   {.label = ui.say(Word::go_to_field),
                                    .kind = FieldKind::search,
                                    .placeholder = ui.say(Word::go_to_field),
                                    .label_shown = FieldLook::Label::hidden},
                                   desk.query);
    if (desk.focus_wanted) ui.fields.focus(touch.id);
    desk.focus_wanted = false;
    find_and_choose(desk);
    status_words(ui, "found", found_words(ui.say, desk));
    ui.layout.space(8);
    std::optional<Offer> pressed = rows(ui, desk);
    if (desk.found.more > 0) note(ui, ui.say(phrase::go_to_more{.count = desk.found.more}));
    if (touch.state.submitted && !desk.found.best.empty()) pressed = desk.offers[desk.found.best[desk.chosen]];
    return pressed;
}

}  // namespace daybook
