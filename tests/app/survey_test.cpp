// The telephone survey: who is called next, what is tapped and written while one listens, and what comes of a call.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/notebook/survey.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

void import(Stage& stage, std::string_view lines) {
    stage.press(Role::button, "More");
    stage.press_with("Schools");
    stage.press(Role::button, "Import a list");
    const std::string file =
        "URN,EstablishmentName,TypeOfEstablishment (name),OfstedRating (name)\n" + std::string(lines);
    stage.app->file_chosen(stage.window.files_asked.back(), "schools.csv", as_bytes(file));
    stage.settle();
    stage.press(Role::button, "Import");
}

/// A good school, a good academy and one that requires improvement.
void to_survey(Stage& stage) {
    import(stage,
           "100001,Ashby,Community school,Good\n100002,Brigid,Academy converter,Good\n"
           "100003,Cedar,Community school,Requires improvement\n");
    stage.press(Role::button, "More");
    stage.press_with("Telephone survey");
    stage.take_sent();
}

/// Taps an answer to this question.
void tap_answer(Stage& stage, std::string_view question, std::string_view answer) {
    const SemanticId group = stage.node(Role::radio_group, question).id;
    for (const SemanticNode* one : stage.all(Role::radio)) {
        if (one->parent == group && one->name == answer) return stage.press(one->id);
    }
    FAIL("no such answer is offered: " << answer);
}

const std::string helps = "How much does the school help other schools to get better?";
const std::string backs = "How much does the authority do to bring such help about, or to back it?";

/// The lines of the table of this question.
std::vector<std::string> table(const Stage& stage, std::string_view question) {
    const SemanticId list = stage.node(Role::list, question).id;
    std::vector<std::string> lines;
    for (const SemanticNode* one : stage.all(Role::list_item)) {
        if (one->parent == list) lines.push_back(one->name);
    }
    return lines;
}

std::vector<std::string> questions(const Stage& stage) {
    std::vector<std::string> names;
    for (const SemanticNode* one : stage.all(Role::list_item)) names.push_back(one->name);
    return names;
}

}  // namespace

TEST_CASE("H21, F26: a good academy is asked the questions of both its groups, and tapping one answers it") {
    Stage stage(Stage::With::own_inspection);
    to_survey(stage);
    CHECK(says(stage, "0 of 3 schools reached"));
    stage.press_with("Brigid");
    CHECK(stage.has(Role::heading, "Good or outstanding"));
    CHECK(stage.has(Role::heading, "Academies"));
    CHECK_FALSE(stage.has(Role::heading, "Not yet good"));
    CHECK(questions(stage).size() == 5);
    stage.press(Role::radio, "Mixed");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"school", "answer relations"});
    CHECK(stage.node(Role::radio, "Mixed").pressed == true);
    stage.press(Role::radio, "Poor");
    CHECK(stage.node(Role::radio, "Mixed").pressed == false);
    stage.press(Role::radio, "Poor");
    CHECK(stage.node(Role::radio, "Poor").pressed == false);
    static_cast<void>(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(stage.node(Role::radio, "Poor").pressed == true);
    stage.type("In words: What the dealings are", "One letter a year.");
    stage.pass(1000);
    const auto sent = stage.take_sent_of<EditText>();
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].splice.field == "said dealings");
}

TEST_CASE("H21, F25: a school under inspection is not among those that are called") {
    Stage stage(Stage::With::own_inspection);
    to_survey(stage);
    stage.press(Role::button, "More");
    stage.press_with("Schools");
    stage.press_with("Ashby");
    stage.press(Role::toggle_button, "Section 5: the school's inspection is due");
    stage.press(Role::button, "More");
    stage.press_with("Telephone survey");
    CHECK(says(stage, "0 of 2 schools reached"));
    CHECK(button_with(stage, "Call next").contains("Brigid"));
}

TEST_CASE("survey: the next school is the one whose call-back is due, and the screen changes when it becomes due") {
    Stage stage(Stage::With::own_inspection);
    to_survey(stage);
    stage.press(Role::button, "Call next: Ashby");
    stage.press(Role::radio, "Call back");
    CHECK(says(stage, "Call back at 11:00"));  // in an hour, unless something else is said
    stage.press(Role::button, "In 15 min");
    CHECK(says(stage, "Call back at 10:15"));
    stage.press(Role::button, "Next: Brigid");
    CHECK(stage.has(Role::heading, "Brigid"));
    stage.press(Role::radio, "No answer");
    stage.press(Role::button, "Next: Cedar");
    stage.press(Role::radio, "Reached");
    stage.press(Role::button, "Back");
    CHECK(says(stage, "1 of 3 schools reached"));
    CHECK(stage.has(Role::button, "Call next: Brigid"));
    CHECK(button_with(stage, "Brigid, No answer").contains("No answer, tried 1 time"));
    stage.pass(15 * 60'000);
    CHECK(stage.has(Role::button, "Call next: Ashby"));
    CHECK(button_with(stage, "Call back at").contains("To be called back now"));
}

TEST_CASE(
    "survey: a time that is typed is today's, or tomorrow's if it has passed, and what is none is said to be none") {
    Stage stage(Stage::With::own_inspection);
    to_survey(stage);
    stage.press_with("Ashby");
    stage.press(Role::radio, "Call back");
    stage.type("Or at", "half past two");
    stage.press(Role::button, "Set this time");
    const auto& shown = stage.window.fields.shown();
    CHECK(std::ranges::any_of(shown, [](const auto& one) { return one.error.contains("This is no time"); }));
    stage.type("Or at", "14:30");
    stage.submit("Or at");
    stage.settle();
    CHECK(says(stage, "Call back at 14:30"));
    stage.type("Or at", "09:00");
    stage.press(Role::button, "Set this time");
    CHECK(says(stage, "Call back on Tue 15 Sep 2015, 09:00"));
}

TEST_CASE("H28: a call is timed as an activity, by the minute, and is over when nobody answered") {
    Stage stage(Stage::With::own_inspection);
    to_survey(stage);
    stage.press_with("Ashby");
    stage.press(Role::button, "Start the call");
    const auto fields = changes_of<SetField>(stage.take_sent_of<Edit>());
    CHECK(std::ranges::any_of(fields, [](const SetField& one) {
        return one.field == words::kind && one.value == Value(std::string("survey-call"));
    }));
    CHECK(std::ranges::any_of(fields, [](const SetField& one) {
        return one.field == words::place && one.value == Value(std::string("Ashby"));
    }));
    stage.pass(4 * 60'000);
    CHECK(stage.has(Role::button, "End the call (4 min)"));
    stage.press(Role::radio, "Reached");
    CHECK(stage.has(Role::button, "End the call (4 min)"));  // now the talk begins
    stage.press(Role::radio, "No answer");
    CHECK(stage.has(Role::button, "Start the call"));
}

TEST_CASE("F26, F28: what was tapped is counted at once, in bars that say their numbers") {
    Stage stage(Stage::With::own_inspection);
    to_survey(stage);
    stage.press_with("Ashby");
    stage.press(Role::radio, "Reached");
    tap_answer(stage, helps, "Some");
    tap_answer(stage, backs, "Nothing");
    stage.press(Role::button, "Next: Brigid");
    tap_answer(stage, helps, "Some");
    stage.type("In words: What the help is", "Two coaches.");
    stage.pass(1000);
    stage.press(Role::button, "Back");
    stage.press(Role::button, "Answers so far");
    CHECK(says(stage, "1 of 2 schools reached"));
    CHECK(table(stage, helps) == std::vector<std::string>{"Much: 0", "Some: 2", "Not at all: 0"});
    CHECK(table(stage, backs) == std::vector<std::string>{"Much: 0", "Some: 0", "Nothing: 1"});
    CHECK(says(stage, Role::button, "1 school said something in words"));
}

TEST_CASE("F26, H28: a call is of its school, and going on to the next one ends it") {
    Stage stage(Stage::With::own_inspection);
    to_survey(stage);
    stage.press_with("Ashby");
    stage.press(Role::button, "Start the call");
    const auto fields = changes_of<SetField>(stage.take_sent_of<Edit>());
    CHECK(std::ranges::contains(fields, std::string("school"), &SetField::field));
    stage.press(Role::radio, "Reached");
    stage.press(Role::button, "Next: Brigid");
    CHECK(std::ranges::contains(fields_of(stage.take_sent_of<Edit>()), std::string("ended_at")));
    stage.press(Role::button, "Today");
    CHECK(stage.has(Role::button, "Start a meeting"));
}

TEST_CASE("H22, F28: what schools said in words is read question by question, and leads to the school") {
    Stage stage(Stage::With::own_inspection);
    to_survey(stage);
    stage.press_with("Ashby");
    stage.type("In words: What the help is", "A network of ten heads.");
    stage.pass(1000);
    stage.press(Role::button, "Next: Brigid");
    stage.type("In words: What the help is", "Two coaches.");
    stage.pass(1000);
    stage.press(Role::button, "Back");
    stage.press(Role::button, "Answers so far");
    CHECK_FALSE(says(stage, Role::button, "Two coaches."));
    stage.press_with("2 schools said something in words");
    CHECK(says(stage, Role::button, "A network of ten heads."));
    stage.press_with("Two coaches.");
    CHECK(stage.has(Role::heading, "Brigid"));
    stage.press(Role::button, "Back");
    CHECK(says(stage, Role::button, "Two coaches."));
    stage.press_with("2 schools said something in words");
    CHECK_FALSE(says(stage, Role::button, "Two coaches."));
}

TEST_CASE("survey: with no school that is asked it is said where they come from") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "More");
    CHECK(button_with(stage, "Telephone survey").contains("No school is asked yet"));
    stage.press_with("Telephone survey");
    CHECK(says(stage, "Import or add schools"));
    CHECK(stage.has(Role::button, "Go to the schools"));
}

}  // namespace daybook::testing
