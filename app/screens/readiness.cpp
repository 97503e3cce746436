#include "app/screens/readiness.h"

#include <array>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"

namespace daybook {
namespace {

struct LightLook {
    Icon icon;
    Word word;
    Colour colour;
};

LightLook look_of(const Palette& palette, Light light) {
    switch (light) {
        case Light::red:
            return {Icon::warning, Word::readiness_to_put_right, palette.danger};
        case Light::amber:
            return {Icon::attention, Word::readiness_to_look_at, palette.weakness};
        case Light::green:
            break;
    }
    return {Icon::check, Word::readiness_in_order, palette.strength};
}

struct Offer {
    std::string_view label;
    Icon icon = Icon::none;
};

Offer offer_of(const Words& say, Remedy remedy) {
    switch (remedy) {
        case Remedy::keep_storage:
            return {.label = say(Word::readiness_ask_to_keep)};
        case Remedy::test_storage:
            return {.label = say(Word::readiness_test_now)};
        case Remedy::add_lead_key:
            return {.label = say(Word::readiness_add_lead_key)};
        case Remedy::add_office_key:
            return {.label = say(Word::readiness_add_office_key)};
        case Remedy::hand_over:
            return {.label = say(Word::readiness_hand_over_now), .icon = Icon::hand_over};
        case Remedy::none:
            break;
    }
    return {};
}

void put_right(Remedy remedy, Wishes wishes) {
    switch (remedy) {
        case Remedy::keep_storage:
            wishes.out.wish(PlatformWish::keep_storage);
            break;
        case Remedy::test_storage:
            wishes.out.push(TestStorage{});
            break;
        case Remedy::add_lead_key:
        case Remedy::add_office_key:
        case Remedy::hand_over:
            wishes.route.start_at(Place::hand_over);
            break;
        case Remedy::none:
            break;
    }
}

void one_check(Ui& ui, const Check& check, Wishes wishes) {
    const float icon = ui.theme.scaled(24);
    const float beside_icon = icon + 16;
    const LightLook look = look_of(ui.theme.palette, check.light);
    const Scope scope(check.title);
    const Part item(ui, "check", Role::list_item,
                    ui.say(phrase::readiness_check{.check = check.title, .light = ui.say(look.word)}));
    const Box top = ui.layout.place(0);
    draw_icon(look.icon, top.x, top.y + 1, icon, look.colour);
    ui.layout.open_column(top.x + beside_icon, top.y, top.width - beside_icon);
    const TextStyle title = ui.theme.strong();
    const auto lines = static_cast<float>(wrapped(title, check.title, ui.layout.width()).size());
    const Box line = ui.layout.place(lines * title.line);
    draw_lines(title, line.x, line.y, line.width, ui.theme.palette.ink, check.title);
    ui.layout.space(2);
    note(ui, check.words);
    if (const Offer offer = offer_of(ui.say, check.remedy); !offer.label.empty()) {
        ui.layout.space(12);
        if (button(ui, {.label = offer.label, .icon = offer.icon})) put_right(check.remedy, wishes);
    }
    const float bottom = ui.layout.close_column();
    ui.layout.space(0);
    ui.layout.place(bottom - top.y);
}

std::size_t count_of(std::span<const Check> checks, Light light) {
    std::size_t count = 0;
    for (const Check& check : checks) count += check.light == light ? 1U : 0U;
    return count;
}

void checks_of(Ui& ui, std::span<const Check> checks, Light light, Wishes wishes) {
    if (count_of(checks, light) == 0) return;
    const std::string_view title = ui.say(look_of(ui.theme.palette, light).word);
    heading(ui, title, 2);
    const Part list(ui, title, Role::list, title);
    {
        const Card card(ui);
        bool first = true;
        for (const Check& check : checks) {
            if (check.light != light) continue;
            if (!first) {
                ui.layout.space(16);
                const Box between = ui.layout.place(1);
                fill(between, ui.theme.palette.line, 0);
                ui.layout.space(16);
            }
            first = false;
            one_check(ui, check, wishes);
        }
    }
    ui.layout.space(24);
}

}  // namespace

std::string readiness_words(const Words& say, std::span<const Check> checks) {
    const std::uint64_t open = open_points(checks);
    if (open == 0) return std::string(say(Word::readiness_all_ready));
    const std::size_t red = count_of(checks, Light::red);
    if (red == 0) return say(phrase::readiness_amber_points{.count = open});
    const std::string urgent = say(phrase::readiness_red_points{.count = red});
    if (open == red) return urgent;
    return say(
        phrase::common_comma{.first = urgent, .second = say(phrase::readiness_more_amber_points{.count = open - red})});
}

void readiness_line(Ui& ui, std::span<const Check> checks, Wishes wishes) {
    const Palette& palette = ui.theme.palette;
    const LightLook look = look_of(palette, worst_of(checks));
    const TextStyle strong = ui.theme.label();
    const TextStyle small = ui.theme.caption();
    const std::string_view title = ui.say(Word::readiness_title);
    const std::string words = readiness_words(ui.say, checks);
    const float icon = ui.theme.scaled(24);
    const float chevron = ui.theme.scaled(20);
    const float left = icon + 32;
    const float width = ui.layout.width() - left - chevron - 24;
    const auto title_height = static_cast<float>(wrapped(strong, title, width).size()) * strong.line;
    const auto words_height = static_cast<float>(wrapped(small, words, width).size()) * small.line;
    const Box box = ui.layout.place(title_height + words_height + 24);
    SemanticNode node;
    node.role = Role::button;
    node.name = ui.say(phrase::readiness_button{.words = words});
    const Touch touch = touchable(ui, "readiness", box, std::move(node));
    if (touch.pressed) wishes.route.enter({Place::readiness});
    if (!is_visible(box)) return;
    fill(box, touch.held ? mixed(palette.surface, palette.ink, 0.12F) : palette.surface);
    outline(box, palette.line);
    const float middle = box.y + box.height / 2;
    draw_icon(look.icon, box.x + 16, middle - icon / 2, icon, look.colour);
    draw_lines(strong, box.x + left, box.y + 12, width, palette.ink, title);
    draw_lines(small, box.x + left, box.y + 12 + title_height, width, look.colour, words);
    draw_icon(Icon::chevron, box.x + box.width - chevron - 16, middle - chevron / 2, chevron, palette.quiet);
    draw_focus_ring(ui, touch, box);
}

void readiness_screen(Ui& ui, const View& view, std::span<const Check> checks, Wishes wishes) {
    const Panel panel(ui, "readiness", view.area, page_padding(ui, view.area));
    if (button(ui, {.label = ui.say(Word::common_back), .look = Look::quiet, .icon = Icon::back, .hangs = true}))
        wishes.route.go_back();
    heading(ui, ui.say(Word::readiness_title), 1);
    ui.layout.space(2);
    note(ui, ui.say(phrase::common_sentence{.words = readiness_words(ui.say, checks)}));
    ui.layout.space(24);
    checks_of(ui, checks, Light::red, wishes);
    checks_of(ui, checks, Light::amber, wishes);
    checks_of(ui, checks, Light::green, wishes);
    if (button(ui, {.label = ui.say(Word::readiness_look_again)})) {
        wishes.out.wish(PlatformWish::look_again);
        wishes.out.push(TestStorage{});
    }
}

}  // namespace daybook
