// What must be passed on, on the screen: in sight until a record says to whom, when and by whom.
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

void disclose(Stage& stage) {
    start_meeting(stage);
    stage.type("What was said", "A pupil was left alone.");
    stage.pass(1000);
    stage.press(Role::button, "More marks");
    stage.press(Role::radio, "Safeguarding");
    stage.take_sent();
}

void to_duty(Stage& stage) {
    stage.press_with("Not passed on yet");
    CHECK(stage.has(Role::heading, "Safeguarding"));
}

const std::string record = "Record that it was passed on: Safeguarding";

}  // namespace

TEST_CASE("H34, F43: what is not passed on stands on Today and on More, with the framework's own reason") {
    Stage stage(Stage::With::own_inspection);
    CHECK_FALSE(has_button(stage, "To be passed on"));
    disclose(stage);
    stage.press(Role::button, "Today");
    CHECK(has_button(stage, "1 is not passed on yet"));
    stage.press(Role::button, "More");
    stage.press_with("To be passed on");
    CHECK(stage.has(Role::heading, "Not passed on yet"));
    stage.press_with("A pupil was left alone.");
    CHECK(stage.has(Role::heading, "Safeguarding"));
    CHECK(says(stage, "(H34, F43)"));
}

TEST_CASE(
    "H34, F43: a record says to whom, when and by whom, is made with today, now and one's own name, and settles it") {
    Stage stage(Stage::With::own_inspection);
    disclose(stage);
    to_duty(stage);
    CHECK(stage.window.fields.shown().size() == 5);
    stage.type("To whom", "The designated officer");
    stage.type("What was said", "By telephone.");
    stage.press(Role::button, record);
    const auto edits = stage.take_sent_of<Edit>();
    REQUIRE(edits.size() == 1);
    CHECK(fields_of(edits) == std::vector<std::string>{"item", "about", "to", "by", "at", "at_offset", "said"});
    CHECK(says(stage, "To The designated officer, Mon 14 Sep 2015, 10:00, by Ada Penn"));
    CHECK(says(stage, "Recorded by Ada Penn"));
    CHECK(says(stage, "By telephone."));
    CHECK_FALSE(stage.has(Role::text_box, "To whom"));
    stage.press(Role::button, "Today");
    CHECK_FALSE(has_button(stage, "To be passed on"));
    stage.press(Role::button, "More");
    CHECK(has_button(stage, "All is passed on"));
}

TEST_CASE(
    "H34: a record without a name, or with no day, no time or one that is still to come, is not made, and it is said "
    "why") {
    Stage stage(Stage::With::own_inspection);
    disclose(stage);
    to_duty(stage);
    stage.type("Time", "23:59");
    stage.press(Role::button, record);
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(stage.node(Role::text_box, "To whom").description.contains("Say to whom it was passed on."));
    CHECK(stage.node(Role::text_box, "Time").description.contains("That is still to come."));
    stage.type("To whom", "The designated officer");
    stage.type("Day", "yesterday");
    stage.type("Time", "noon");
    stage.press(Role::button, record);
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(stage.node(Role::text_box, "Day").description.contains("This is not a date."));
    CHECK(stage.node(Role::text_box, "Time").description.contains("This is not a time."));
    stage.type("Day", "2015-09-13");
    stage.type("Time", "9:05");
    stage.press(Role::button, record);
    CHECK(says(stage, "To The designated officer, Sun 13 Sep 2015, 09:05, by Ada Penn"));
}

TEST_CASE("H34: an entry that is retired still stands on Today until what it disclosed was passed on") {
    Stage stage(Stage::With::own_inspection);
    disclose(stage);
    stage.press(Role::button, "Retire this entry");
    stage.take_sent();
    stage.press(Role::button, "Today");
    CHECK(has_button(stage, "1 is not passed on yet"));
    stage.press_with("To be passed on");
    stage.press_with("A pupil was left alone.");
    CHECK(says(stage, "The entry is retired."));
    stage.type("To whom", "The designated officer");
    stage.press(Role::button, record);
    stage.press(Role::button, "Today");
    CHECK_FALSE(has_button(stage, "not passed on yet"));
}

TEST_CASE("H34: a record that was taken back, or undone, settles nothing, and a second one can be made") {
    Stage stage(Stage::With::own_inspection);
    disclose(stage);
    to_duty(stage);
    stage.type("To whom", "The designated officer");
    stage.press(Role::button, record);
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(says(stage, "Not passed on yet."));
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control_shift}));
    stage.settle();
    CHECK(says(stage, "To The designated officer"));
    stage.press(Role::button, "Record that it was passed on to somebody else: Safeguarding");
    stage.type("To whom", "The police");
    stage.press(Role::button, record);
    CHECK(says(stage, "To The police"));
    stage.press_with("Take this record back: To The police");
    CHECK_FALSE(says(stage, "To The police"));
    CHECK(says(stage, "To The designated officer"));
}

TEST_CASE("H35: of a serious concern it is recorded that the DCS was alerted, apart from what was disclosed") {
    Stage stage(Stage::With::own_inspection);
    disclose(stage);
    stage.press(Role::toggle_button, "Serious concern");
    stage.press_with("Not passed on yet");
    CHECK(says(stage, "The DCS is alerted to every serious concern. (H35)"));
    CHECK(stage.has(Role::heading, "Serious concern"));
    CHECK(stage.has(Role::button, "Record that it was passed on: Serious concern"));
    stage.press(Role::button, "More");
    CHECK(has_button(stage, "2 are not passed on yet"));
}

TEST_CASE("health: what was not passed on leads to where it is recorded") {
    Stage stage(Stage::With::own_inspection);
    disclose(stage);
    stage.press(Role::toggle_button, "Knowing the schools");  // so that no other rule finds it
    stage.press(Role::button, "More");
    stage.press_with("Health");
    stage.press(Role::button, "Go there: A pupil was left alone.");
    CHECK(stage.has(Role::heading, "To be passed on"));
}

}  // namespace daybook::testing
