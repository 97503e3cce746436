// Going anywhere and doing anything by its name: which words mean what, and the dialog from the keyboard and by touch.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/offers.h"
#include "core/base/letters.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

Offer offer(std::string title, std::string about = {}, Offer::Kind kind = Offer::Kind::order) {
    Offer made;
    made.kind = kind;
    made.key = title;
    made.title = std::move(title);
    made.about = std::move(about);
    return ready(std::move(made));
}

std::vector<std::string> titles(const std::vector<Offer>& offers, std::string_view words) {
    std::vector<std::string> found;
    for (const std::size_t place : find_offers(offers, words).best) found.push_back(offers[place].title);
    return found;
}

void key(Stage& stage, char32_t sign, Held held = Held::nothing) {
    CHECK(stage.app->press_key({.key = sign, .held = held, .typing = Typing::in_a_field}));
    stage.settle();
}

void open_go_to(Stage& stage) {
    key(stage, U'k', Held::control);
}

constexpr std::string_view field = "A place, an entry, or something to do";

bool is_chosen(const Stage& stage, std::string_view name) {
    return std::ranges::any_of(stage.all(Role::button),
                               [&](const SemanticNode* one) { return one->current && one->name.starts_with(name); });
}

}  // namespace

TEST_CASE("go to: words are looked for without capitals and signs, in any order, at the beginnings of words") {
    const std::vector<Offer> offers{offer("Lock now"), offer("Évaluation of phonics"), offer("Larger text")};
    CHECK(titles(offers, "eval") == std::vector<std::string>{"Évaluation of phonics"});
    CHECK(titles(offers, "PHON Éval") == std::vector<std::string>{"Évaluation of phonics"});
    CHECK(titles(offers, "honics").empty());
    CHECK(titles(offers, "lock larger").empty());
    CHECK(titles(offers, "  ,. ").size() == 3);
}

TEST_CASE("go to: what begins a title comes first, then what is in one, then what is only said about one") {
    const std::vector<Offer> offers{offer("Locking", "How to find it"), offer("Go and find"), offer("Find")};
    CHECK(titles(offers, "find") == std::vector<std::string>{"Find", "Go and find", "Locking"});
}

TEST_CASE("go to: before anything is typed all but entries are offered, and the latest of these") {
    std::vector<Offer> offers{offer("Today")};
    for (int number = 0; number < 9; ++number) offers.push_back(offer(std::to_string(number), "", Offer::Kind::entry));
    const OffersFound found = find_offers(offers, "");
    CHECK(found.best.size() == 1 + most_recent);
    CHECK(found.more == 9 - most_recent);
}

TEST_CASE("go to: of very many that fit the best are shown, and the rest counted") {
    std::vector<Offer> offers(10'000, offer("The head spoke of reading", "", Offer::Kind::entry));
    offers.push_back(offer("Reading"));
    const OffersFound found = find_offers(offers, "read");
    CHECK(found.best.size() == most_offers);
    CHECK(found.best.front() == 10'000);
    CHECK(found.more == 10'001 - most_offers);
}

TEST_CASE("go to: letters of every script stay whole, and Latin ones lose their signs") {
    CHECK(plain_letters("ÀÉÎÕÜ çñß Łódź ŽIŽEK") == "aeiou cns lodz zizek");
    CHECK(plain_letters("Ελλάδα 学校 مدرسة ×÷") == "Ελλάδα 学校 مدرسة ×÷");
    CHECK(plain_letters("\xC3") == "\xC3");
}

TEST_CASE("go to: Control with K opens it with the caret in its field, and nothing else can be reached") {
    Stage stage(Stage::With::sample);
    open_go_to(stage);
    CHECK(stage.has(Role::dialog, "Go to or do"));
    CHECK(stage.window.fields.focused() == stage.node(Role::text_box, field).id);
    CHECK_FALSE(stage.has(Role::button, "Notebook"));  // the rail's
    CHECK(stage.window.fields.shown().size() == 1);
    stage.app->go_back();
    stage.settle();
    CHECK(stage.has(Role::heading, "Today"));
}

TEST_CASE("go to: arrows choose, Enter does it, and a screen reader hears what is chosen") {
    Stage stage(Stage::With::sample);
    open_go_to(stage);
    stage.type(field, "text");
    CHECK(is_chosen(stage, "Text size"));
    key(stage, down_key);
    CHECK(is_chosen(stage, "Larger text"));
    CHECK(std::ranges::any_of(stage.all(Role::status),
                              [](const SemanticNode* one) { return one->name.contains("chosen: Larger text"); }));
    key(stage, up_key);
    key(stage, up_key);  // around
    key(stage, down_key);
    CHECK(is_chosen(stage, "Text size"));
    stage.submit(field);
    CHECK(stage.has(Role::heading, "Text size"));
}

TEST_CASE("go to: an arrow that comes before the letter ahead of it was drawn chooses among what that letter finds") {
    Stage stage(Stage::With::sample);
    open_go_to(stage);
    stage.window.fields.type(stage.node(Role::text_box, field).id, "text");
    key(stage, down_key);
    CHECK(is_chosen(stage, "Larger text"));
}

TEST_CASE("go to: an entry is gone to by its words, from any screen") {
    Stage stage(Stage::With::sample);
    open_go_to(stage);
    stage.type(field, "grouping bands");
    stage.submit(field);
    CHECK(stage.has(Role::text_box, "What was said"));
    CHECK(stage.window.fields.shown()[0].value.starts_with("The grouping of schools"));
}

TEST_CASE("go to: an aspect is marked by its name while one writes, and one types on") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Two schools were named.");
    const SemanticId words = stage.node(Role::text_box, "What was said").id;
    stage.take_sent();
    open_go_to(stage);
    stage.type(field, "use of fund");
    stage.submit(field);
    const auto members = changes_of<SetMember>(stage.take_sent_of<Edit>());
    REQUIRE(members.size() == 1);
    CHECK(members[0].present);
    CHECK(stage.window.fields.focused() == words);
    CHECK(stage.node(Role::toggle_button, "Use of funding").pressed == true);
}

TEST_CASE("go to: what cannot be had is not offered, and what is called nothing says so") {
    Stage stage(Stage::With::sample);
    open_go_to(stage);
    CHECK_FALSE(stage.has(Role::button, "Strength"));
    stage.type(field, "zzz");
    CHECK(std::ranges::any_of(stage.all(Role::status), [](const SemanticNode* one) {
        return one->name.starts_with("Nothing is called that.");
    }));
    stage.submit(field);
    CHECK(stage.has(Role::dialog, "Go to or do"));
}

TEST_CASE("go to: it comes by touch too, and a lock forgets what it offered") {
    Stage stage(Stage::With::sample);
    stage.press(Role::button, "More");
    stage.press_with("Go to or do");
    CHECK(stage.has(Role::dialog, "Go to or do"));
    stage.app->lock();
    stage.reopen([](OpenInspection&) {});
    CHECK_FALSE(stage.has(Role::dialog, "Go to or do"));
}

}  // namespace daybook::testing
