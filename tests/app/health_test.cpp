// The screen of what is missing: why, the way there, and setting aside with a reason.
#include <doctest/doctest.h>

#include <string>

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
    CHECK(stage.has(Role::heading, "A checklist that was begun is gone through"));
    CHECK(says(stage, Role::status, "16 things are open"));  // nine aspects, and seven items
    CHECK(says(stage, Role::paragraph, "Notification call: its purposes · Nothing said yet"));
    stage.press_with("Go there: Documents are asked for");
    CHECK(stage.has(Role::heading, "Notification call: its purposes"));
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
