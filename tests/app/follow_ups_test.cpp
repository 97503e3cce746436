// Lines of enquiry on the screen: whose they are, the entry that answers, and closing them.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/notebook/flag_edits.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

bool has_button(const Stage& stage, std::string_view part) {
    return std::ranges::any_of(stage.all(Role::button), [&](const SemanticNode* one) {
        return one->name.contains(part) || one->description.contains(part);
    });
}

void write(Stage& stage, std::string words) {
    stage.type("What was said", std::move(words));
    stage.pass(1000);
}

/// An entry that answers nothing yet, and one that asks.
void ask(Stage& stage) {
    start_meeting(stage);
    write(stage, "The auditor reads every grant.");
    stage.press(Role::button, "New entry");
    write(stage, "Who looks at the grants?");
    stage.press(Role::button, "More marks");
    stage.press(Role::toggle_button, "Follow-up");
    stage.take_sent();
}

void to_follow_up(Stage& stage) {
    stage.press_with("Open, nobody");
    CHECK(stage.has(Role::heading, "Follow-up"));
}

}  // namespace

TEST_CASE("H26: follow-ups that are open stand on Today and on More, and lead to the one that asks") {
    Stage stage(Stage::With::own_inspection);
    CHECK_FALSE(has_button(stage, "Follow-ups"));
    ask(stage);
    stage.press(Role::button, "Today");
    CHECK(has_button(stage, "1 is open"));
    stage.press(Role::button, "More");
    stage.press_with("Follow-ups");
    CHECK(stage.has(Role::heading, "Follow-ups"));
    CHECK(stage.has(Role::heading, "Open"));
    stage.press_with("Who looks at the grants?");
    CHECK(stage.has(Role::heading, "Follow-up"));
}

TEST_CASE("follow-up: an owner that is being typed is sent by a lock, by a flush, and by going back") {
    const auto typed = [](const auto& leave) {
        Stage stage(Stage::With::own_inspection);
        ask(stage);
        to_follow_up(stage);
        stage.take_sent();
        stage.type("Name, or in other words", "The first-week team");
        CHECK(stage.take_sent_of<Edit>().empty());  // it is still being typed
        leave(stage);
        const auto edits = stage.take_sent_of<Edit>();
        REQUIRE(edits.size() == 1);
        CHECK(std::get<SetField>(edits.front().changes.front()).value == Value(std::string("The first-week team")));
    };
    typed([](Stage& stage) { stage.app->flush(); });
    typed([](Stage& stage) { stage.app->lock(); });
    typed([](Stage& stage) { stage.press(Role::button, "Back"); });
}

TEST_CASE("H26: whose a follow-up is, is somebody of the team with one tap, or anybody in words") {
    Stage stage(Stage::With::own_inspection);
    ask(stage);
    to_follow_up(stage);
    stage.press(Role::toggle_button, "Ada Penn");  // who leads
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"follow_up_owner"});
    CHECK(says(stage, "Open: Ada Penn"));
    stage.type("Name, or in other words", "The first-week team");
    stage.submit("Name, or in other words");
    stage.settle();
    CHECK(says(stage, "Open: The first-week team"));
    CHECK(stage.node(Role::toggle_button, "The first-week team").pressed == true);
    stage.type("Name, or in other words", "Imre");
    stage.leave_field();
    stage.settle();
    CHECK(says(stage, "Open: Imre"));
    stage.press(Role::toggle_button, "Imre");
    CHECK(says(stage, "Open, nobody’s yet"));
}

TEST_CASE(
    "H26-H27: the answer is begun from the follow-up, in the meeting that runs, and settles it with its first words") {
    Stage stage(Stage::With::own_inspection);
    ask(stage);
    to_follow_up(stage);
    stage.press(Role::button, "Write the answer");
    CHECK(stage.node(Role::text_box, "What was said").name == "What was said");
    const auto edits = stage.take_sent_of<Edit>();
    CHECK(changes_of<Create>(edits).size() == 1);
    REQUIRE(changes_of<SetMember>(edits).size() == 1);
    CHECK(changes_of<SetMember>(edits).front().field == "follow_up_answers");
    CHECK(has_button(stage, "Answers a follow-up"));
    stage.press(Role::button, "Back");
    CHECK(says(stage, "Open, nobody"));  // nothing was written yet
    stage.press(Role::button, "Write the answer");
    write(stage, "The auditor does, each term.");
    stage.press(Role::button, "Back");
    CHECK(says(stage, "Answered"));
    CHECK(has_button(stage, "The auditor does, each term."));
    stage.press(Role::button, "Today");
    CHECK_FALSE(has_button(stage, "Follow-ups"));
}

TEST_CASE("H26-H27: an entry that is there already is chosen as the answer, found by its words, and taken away again") {
    Stage stage(Stage::With::own_inspection);
    ask(stage);
    to_follow_up(stage);
    stage.press(Role::button, "Choose an entry");
    stage.type("Words of the entry", "auditor");
    stage.press_with("The auditor reads every grant.");
    CHECK(says(stage, "Answered"));
    CHECK(has_button(stage, "Said by Ada Penn, Mon 14 Sep 2015"));
    stage.press(Role::button, "It does not answer this: The auditor reads every grant.");
    CHECK(says(stage, "Open, nobody’s yet"));
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(says(stage, "Answered"));
}

TEST_CASE("follow-ups: one is closed with words only, by whom and when, and can be opened again") {
    Stage stage(Stage::With::own_inspection);
    ask(stage);
    to_follow_up(stage);
    stage.press(Role::button, "Close it without an answer");
    stage.press(Role::button, "Close it");
    CHECK(stage.node(Role::text_box, "Why it needs no answer").description.contains("Say why, in a few words."));
    stage.type("Why it needs no answer", "The grants ended.");
    stage.press(Role::button, "Close it");
    CHECK(stage.has(Role::heading, "Closed"));
    CHECK(says(stage, "The grants ended."));
    CHECK(says(stage, "Ada Penn, Mon 14 Sep 2015"));
    stage.press(Role::button, "Open it again");
    CHECK(says(stage, "Open, nobody’s yet"));
}

TEST_CASE("follow-ups: where the mark is taken back, its screen goes back to where one was") {
    Stage stage(Stage::With::own_inspection);
    ask(stage);
    to_follow_up(stage);
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK_FALSE(stage.has(Role::heading, "Follow-up"));
    CHECK(stage.has(Role::text_box, "What was said"));
}

TEST_CASE("health: a follow-up that is open leads to it") {
    Stage stage(Stage::With::own_inspection);
    ask(stage);
    stage.press(Role::button, "More");
    stage.press_with("Health");
    CHECK(stage.has(Role::heading, "Every line of enquiry is answered, or closed with a reason"));
    const auto& buttons = stage.all(Role::button);
    const auto leads = std::ranges::count_if(
        buttons, [](const SemanticNode* one) { return one->name == "Go there: Who looks at the grants?"; });
    CHECK(leads == 2);  // it bears on nothing as well
}

}  // namespace daybook::testing
