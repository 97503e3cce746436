// What meetings are to record: reached from the entry, from Health and from the times, answered by a tap or in words.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

void start(Stage& stage, std::string_view kind) {
    stage.press(Role::button, "Start a meeting");
    if (stage.has(Role::button, "Other kinds")) stage.press(Role::button, "Other kinds");
    stage.press(Role::radio, kind);
    stage.press(Role::button, "Start");
    stage.type("What was said", "The team sat down.");
    stage.pass(1000);
    stage.take_sent();
}

void to_record(Stage& stage) {
    stage.press_with("To be recorded");
}

/// Taps an answer to the question of this name.
void tap_answer(Stage& stage, std::string_view question, std::string_view answer) {
    const SemanticId group = stage.node(Role::radio_group, question).id;
    for (const SemanticNode* one : stage.all(Role::radio)) {
        if (one->parent == group && one->name == answer) return stage.press(one->id);
    }
    FAIL("no such answer is offered: " << answer);
}

const std::string came = "Was the DCS or a nominee there?";

}  // namespace

TEST_CASE("H37, F40: in a team meeting one tap records that the DCS declined, and undo takes it back") {
    Stage stage(Stage::With::own_inspection);
    start(stage, "Team meeting");
    CHECK(says(stage, Role::button, "To be recorded, 0 of 2 answered, 1 is still needed"));
    to_record(stage);
    CHECK(says(stage, "Still needed"));
    tap_answer(stage, came, "Declined");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"recorded team-dcs"});
    CHECK_FALSE(says(stage, "Still needed"));
    CHECK(says(stage, "1 of 2 answered"));
    tap_answer(stage, came, "Came");
    static_cast<void>(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(stage.node(Role::radio, "Declined").pressed == true);
}

TEST_CASE("H25: what is said in words to a question is sent as it is typed, into the activity") {
    Stage stage(Stage::With::own_inspection);
    start(stage, "Team meeting");
    to_record(stage);
    stage.type("In words: Areas to explore", "Reading on the coast: Odile.");
    stage.pass(1000);
    const auto sent = stage.take_sent_of<EditText>();
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].splice.field == "record says team-areas");
    CHECK(sent[0].splice.inserted == "Reading on the coast: Odile.");
}

TEST_CASE("H39: Health says that the Regional Director is still to be told, leads there, and is content afterwards") {
    Stage stage(Stage::With::own_inspection);
    start(stage, "Final team meeting");
    stage.pass(5 * 60'000);
    stage.press(Role::button, "Stop the meeting");
    stage.press(Role::button, "More");
    stage.press_with("Health");
    stage.press_with("Final team meeting");
    CHECK(stage.has(Role::heading, "To be recorded"));
    tap_answer(stage, came, "Came");
    tap_answer(stage, "Has the team agreed on the findings together?", "Agreed");
    tap_answer(stage, "Were the findings discussed with the Regional Director, before the feedback is given?",
               "Not yet");
    stage.type("In words: For the feedback", "Reading; governors.");
    stage.pass(1000);
    CHECK(says(stage, "4 of 4 answered, 1 is still needed"));
    stage.press(Role::button, "Back");
    CHECK(says(stage, Role::button, "Final team meeting"));
    stage.press_with("Final team meeting");
    tap_answer(stage, "Were the findings discussed with the Regional Director, before the feedback is given?",
               "Discussed");
    stage.press(Role::button, "Back");
    CHECK_FALSE(says(stage, Role::button, "4 of 4 answered, 1"));
}

TEST_CASE("meeting record: a kind of activity that is to record nothing has no button for it") {
    Stage stage(Stage::With::own_inspection);
    start(stage, "Scrutiny of documents");
    CHECK_FALSE(says(stage, Role::button, "To be recorded"));
}

TEST_CASE("meeting record: it is found in Times and details, and what was recorded under another kind stays in sight") {
    Stage stage(Stage::With::own_inspection);
    start(stage, "Team meeting");
    to_record(stage);
    tap_answer(stage, came, "Came");
    stage.press(Role::button, "Notebook");
    stage.press(Role::button, "Times and details");
    stage.press(Role::radio, "Scrutiny of documents");
    stage.press_with("To be recorded");
    CHECK(stage.has(Role::heading, "Recorded as another kind of activity"));
    CHECK(says(stage, "Came"));
}

TEST_CASE("H28: an activity can be another inspector's, and its times say who wrote it down") {
    Stage stage(Stage::With::sample);
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::radio, "Imre Callow");
    stage.press(Role::button, "Start");
    CHECK(std::ranges::contains(fields_of(stage.take_sent_of<Edit>()), "inspector"));
    stage.type("What was said", "The head spoke of reading.");
    stage.pass(1000);
    stage.press(Role::button, "Times and details");
    CHECK(says(stage, "Of Imre Callow. Written down by"));
    CHECK(stage.node(Role::radio, "Imre Callow").pressed == true);
}

TEST_CASE("F25: a sample is drawn from each group, only its schools are called, and undo asks everybody again") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "More");
    stage.press_with("Schools");
    stage.press(Role::button, "Import a list");
    std::string csv = "URN,EstablishmentName,TypeOfEstablishment (name),OfstedRating (name)\n";
    for (int n = 0; n < 9; ++n)
        csv += "10001" + std::to_string(n) + ",School " + std::to_string(n) + ",Community school,Good\n";
    stage.app->file_chosen(stage.window.files_asked.back(), "schools.csv", as_bytes(csv));
    stage.settle();
    stage.press(Role::button, "Import");
    stage.press(Role::button, "More");
    stage.press_with("Telephone survey");
    stage.press(Role::button, "Sample");
    CHECK(says(stage, "No sample: every school that can be asked is called."));
    stage.type("Good or outstanding", "four");
    stage.press(Role::button, "Draw the sample");
    CHECK(stage.node(Role::text_box, "Good or outstanding").description.contains("This is not a number."));
    stage.type("Good or outstanding", "4");
    stage.take_sent();
    stage.press(Role::button, "Draw the sample");
    CHECK(stage.take_sent_of<Edit>().size() == 1);
    CHECK(says(stage, "Sample of 4 schools"));
    stage.press(Role::button, "Back");
    CHECK(says(stage, "0 of 4 schools reached"));
    static_cast<void>(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(says(stage, "0 of 9 schools reached"));
}

TEST_CASE("F25: in an inspection that cannot be added to, the sample is names to read and nothing to press") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "More");
    stage.press_with("Schools");
    stage.press(Role::button, "Import a list");
    stage.app->file_chosen(stage.window.files_asked.back(), "schools.csv",
                           as_bytes(std::string_view("URN,EstablishmentName,TypeOfEstablishment (name),OfstedRating "
                                                     "(name)\n100011,Ashby,Community school,Good\n")));
    stage.settle();
    stage.press(Role::button, "Import");
    stage.press(Role::button, "More");
    stage.press_with("Telephone survey");
    stage.press(Role::button, "Sample");
    stage.press(Role::toggle_button, "Ashby · Good or outstanding");
    CHECK(says(stage, "Sample of 1 school"));
    stage.reopen([](OpenInspection& open) { open.read_only = "A later version wrote some of this."; });
    stage.press(Role::button, "More");
    stage.press_with("Telephone survey");
    stage.press(Role::button, "Sample");
    CHECK(says(stage, "Ashby"));
    CHECK(stage.all(Role::toggle_button).empty());
    CHECK_FALSE(stage.has(Role::button, "Draw it again"));
}

}  // namespace daybook::testing
