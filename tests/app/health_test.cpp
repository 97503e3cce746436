// The screen of what is missing: why, the way there, and setting aside with a reason.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

constexpr std::string_view words = "The head spoke of reading.";

void to_health(Stage& stage) {
    stage.press(Role::button, "More");
    stage.press_with("Health");
}

void write_entry(Stage& stage) {
    start_meeting(stage);
    stage.type("What was said", std::string(words));
    stage.pass(1000);
    stage.take_sent();
}

/// A meeting of this kind, with an entry.
void start(Stage& stage, std::string_view kind, const std::string& said) {
    stage.press(Role::button, "Start a meeting");
    if (stage.has(Role::button, "Other kinds")) stage.press(Role::button, "Other kinds");
    stage.press(Role::radio, kind);
    stage.press(Role::button, "Start");
    stage.type("What was said", said);
    stage.pass(1000);
}

/// Presses the last button of this name: an entry that breaks several rules has one for each.
void press_last(Stage& stage, std::string_view name) {
    auto buttons = stage.all(Role::button);
    std::erase_if(buttons, [&](const SemanticNode* one) { return one->name != name; });
    REQUIRE_FALSE(buttons.empty());
    stage.press(buttons.back()->id);
}

const std::string named = "Nobody is named in a line of enquiry, or in what others than the team are told";
const std::string of_entry = "Set aside: The head spoke of reading.";

}  // namespace

TEST_CASE("health: what is open is counted, said with its rule, why and source, and on Today") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage);
    to_health(stage);
    CHECK(says(stage, Role::status, "10 things are open"));  // nine aspects and the entry
    CHECK(stage.has(Role::heading, "Every entry bears on an aspect, or says that it is about something else"));
    CHECK(says(stage, Role::paragraph, "(H27, H53, H62, F3)"));
    CHECK(stage.has(Role::heading, "Nothing open"));
    CHECK(says(stage, Role::paragraph, "Every activity has the time that it took"));
    CHECK(says(stage, Role::list_item, words));
    stage.press(Role::button, "Today");
    stage.press_with("Health");
    CHECK(stage.has(Role::heading, "Health"));
}

TEST_CASE("H62: one goes to the place, says there that it is about another service, and the rule is kept") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage);
    to_health(stage);
    stage.press(Role::button, "Go there: " + std::string(words));
    stage.press(Role::toggle_button, "About another service, which was met and is not inspected here");
    const auto members = changes_of<SetMember>(stage.take_sent_of<Edit>());
    REQUIRE(members.size() == 1);
    CHECK(members.front().member == Value(std::string("other-service")));
    stage.press(Role::button, "Back");
    CHECK(stage.has(Role::heading, "Health"));
    CHECK(says(stage, Role::status, "9 things are open"));
}

TEST_CASE("health: setting aside asks why, keeps reason, name and time beneath, and can be taken up again") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage);
    to_health(stage);
    stage.press(Role::button, of_entry);
    stage.press(Role::button, of_entry);  // without a reason
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(stage.node(Role::text_box, "Why it can stay as it is").description.contains("Say why, in a few words."));
    stage.type("Why it can stay as it is", "It is a note to myself.");
    stage.press(Role::button, of_entry);
    CHECK(says(stage, Role::status, "9 things are open; 1 is set aside"));
    CHECK(says(stage, Role::paragraph, "It is a note to myself."));
    CHECK(says(stage, Role::paragraph, "Ada Penn, "));
    CHECK_FALSE(stage.has(Role::text_box, "Why it can stay as it is"));
    stage.press(Role::button, "Take up again: The head spoke of reading.");
    CHECK(says(stage, Role::status, "10 things are open"));
}

TEST_CASE("health: setting aside is taken back with undo, and leaving it halfway leaves nothing") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage);
    to_health(stage);
    stage.press(Role::button, of_entry);
    stage.type("Why it can stay as it is", "A note.");
    stage.press(Role::button, "Cancel");
    CHECK(stage.take_sent_of<Edit>().empty());
    stage.press(Role::button, of_entry);
    CHECK(stage.window.fields.shown()[0].value.empty());
    stage.type("Why it can stay as it is", "A note.");
    stage.submit("Why it can stay as it is");
    CHECK(stage.take_sent_of<Edit>().size() == 1);
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(says(stage, Role::status, "10 things are open"));
    CHECK_FALSE(says(stage, Role::status, "set aside"));
}

TEST_CASE("health: of very many the first are shown, and the rest counted") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    for (int n = 0; n < 22; ++n) {
        stage.type("What was said", "Note");
        stage.pass(1000);
        stage.press(Role::button, "New entry");
    }
    to_health(stage);
    CHECK(says(stage, Role::status, "31 things are open"));
    CHECK(says(stage, Role::paragraph, "2 more come up here as these are settled."));
}

TEST_CASE("H15: of a checklist that was begun each item that is open leads to its list") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "More");
    stage.press_with("Checklists");
    stage.press_with("Notification call: its purposes");
    stage.press(stage.all(Role::radio).front()->id);  // the first item is done
    to_health(stage);
    CHECK(stage.has(Role::heading, "The checklists are gone through"));
    CHECK(says(stage, Role::status, "16 things are open"));  // nine aspects, and seven items
    CHECK(says(stage, Role::paragraph, "Notification call: its purposes · Nothing said yet"));
    stage.press_with("Go there: Documents are asked for");
    CHECK(stage.has(Role::heading, "Notification call: its purposes"));
}

TEST_CASE("H34, F43: a name in a meeting with the DCS is found with its words, and one goes there to take it out") {
    Stage stage(Stage::With::own_inspection);
    start(stage, "Keep-in-touch meeting with the DCS", "Mrs Hardcastle asked for more time.");
    to_health(stage);
    CHECK(says(stage, Role::status, "11 things are open"));  // nine aspects, what it bears on, and the name
    CHECK(stage.has(Role::heading, named));
    CHECK(says(stage, Role::paragraph, "(H34, F43)"));
    CHECK(says(stage, Role::paragraph, "Keep-in-touch meeting with the DCS · Mrs Hardcastle"));
    press_last(stage, "Go there: Mrs Hardcastle asked for more time.");
    stage.type("What was said", "The head asked for more time.");
    stage.pass(1000);
    stage.press(Role::button, "Back");
    CHECK(says(stage, Role::status, "10 things are open"));
    CHECK_FALSE(stage.has(Role::heading, named));
    CHECK(says(stage, Role::paragraph, named));  // among those that are kept
}

TEST_CASE(
    "H34, F43: a name in what a meeting with the DCS records is found with the meeting, and leads to the record") {
    Stage stage(Stage::With::own_inspection);
    start(stage, "Keep-in-touch meeting with the DCS", "More time was asked for.");
    stage.press_with("To be recorded");
    stage.type("In words: How it was weighed", "Cllr Lark was right.");
    stage.pass(1000);
    to_health(stage);
    CHECK(stage.has(Role::heading, named));
    CHECK(says(stage, Role::paragraph, "Cllr Lark"));
    stage.press(Role::button, "Go there: Keep-in-touch meeting with the DCS");
    CHECK(stage.has(Role::heading, "To be recorded"));
    stage.press(Role::button, "Back");
    stage.press(Role::button, "Set aside: Keep-in-touch meeting with the DCS");
    stage.type("Why it can stay as it is", "She wants it to be known.");
    stage.press(Role::button, "Set aside: Keep-in-touch meeting with the DCS");
    CHECK_FALSE(stage.has(Role::heading, named));
    CHECK(says(stage, Role::status, "1 is set aside"));
}

TEST_CASE("H28: a meeting that nobody has ended is found once its day is over, and one goes there to end it") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    to_health(stage);
    CHECK(says(stage, Role::status, "9 things are open"));
    constexpr std::int64_t fourteen_hours = std::int64_t{14} * 60 * 60 * 1000;
    stage.pass(fourteen_hours);  // midnight, and nothing was written
    CHECK(says(stage, Role::status, "10 things are open"));
    CHECK(says(stage, Role::paragraph, "Its day is over, and nobody has ended it"));
    stage.press_with("Go there: Meeting");
    stage.press_with("Stop");
    stage.press(Role::button, "Back");
    CHECK(says(stage, Role::status, "9 things are open"));
}

TEST_CASE("H18-H20: an inspected school is found with how many of its forms are complete, and leads to them") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "More");
    stage.press_with("Schools");
    stage.press(Role::button, "Add a school");
    stage.type("Name", "Ashby");
    stage.type("Type of school", "Community school");
    stage.press(Role::button, "Add this school");
    stage.press_with("Ashby");
    stage.press(Role::toggle_button, "Section 5: the school's inspection is due");
    to_health(stage);
    CHECK(says(stage, Role::paragraph, "0 of 3 forms complete"));
    stage.press(Role::button, "Go there: Ashby");
    CHECK(stage.has(Role::heading, "Ashby"));
    CHECK(says(stage, Role::paragraph, "It is no part of the evidence of the school's own inspection"));
}

TEST_CASE("H43: once the inspection is over a list that nobody began is found, leads there, and can be set aside") {
    Stage stage(Stage::With::own_inspection);
    to_health(stage);
    CHECK(says(stage, Role::status, "9 things are open"));
    constexpr std::int64_t five_days = std::int64_t{5} * 24 * 60 * 60 * 1000;
    stage.pass(five_days);
    CHECK(says(stage, Role::status, "18 things are open"));
    CHECK(says(stage, Role::paragraph, "Nothing is said of it yet (H43, F48)"));
    stage.press(Role::button, "Set aside: Before leaving");
    stage.type("Why it can stay as it is", "Another inspector has it.");
    stage.press(Role::button, "Set aside: Before leaving");
    CHECK(says(stage, Role::status, "17 things are open; 1 is set aside"));
    stage.press(Role::button, "Go there: Opening of the second week");
    CHECK(stage.has(Role::heading, "Opening of the second week"));
}

TEST_CASE("health: where nothing can be written all of it is told, and nothing can be set aside") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage);
    stage.reopen([](OpenInspection& open) { open.read_only = "A later version of Daybook wrote this."; });
    to_health(stage);
    CHECK(says(stage, Role::list_item, words));
    CHECK_FALSE(stage.has(Role::button, of_entry));
    CHECK(stage.has(Role::button, "Go there: " + std::string(words)));
}

}  // namespace daybook::testing
