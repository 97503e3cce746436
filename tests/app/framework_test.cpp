// The screen of what the framework asks: each area, what is seen where it is well done, and how much bears on it.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

void to_framework(Stage& stage) {
    stage.press(Role::button, "More");
    stage.press_with("What the framework asks");
}

}  // namespace

TEST_CASE(
    "H64-H80: each area says what must be examined, what to consider, and what good looks like, with its source") {
    Stage stage(Stage::With::sample);
    to_framework(stage);
    CHECK(stage.has(Role::heading, "Corporate leadership and strategic planning"));
    CHECK(says(stage, Role::paragraph, "(H60, H64)"));
    CHECK(stage.has(Role::list, "To consider"));
    CHECK(says(stage, Role::paragraph, "(H65)"));
    CHECK(says(stage, Role::paragraph, "(H67)"));
    CHECK_FALSE(says(stage, Role::paragraph, "(H79)"));
    stage.press(Role::radio, "Use of resources");
    CHECK(says(stage, Role::paragraph, "(H79)"));
    CHECK(says(stage, Role::paragraph, "(H80)"));
    CHECK_FALSE(says(stage, Role::paragraph, "(H67)"));
}

TEST_CASE("H53: beside each aspect stands how many entries bear on it, and what they show") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Members ask officers hard questions.");
    stage.press(Role::toggle_button, "Strategic leadership");
    stage.press(Role::radio, "Strength");
    stage.pass(1000);
    to_framework(stage);
    CHECK(says(stage, Role::paragraph, "1 entry bears on this, 1 strength"));
    CHECK(says(stage, Role::paragraph, "No entry bears on this yet"));
}

TEST_CASE("F50, F54: the letter's parts and those who are sent a copy are there to be read") {
    Stage stage(Stage::With::sample);
    to_framework(stage);
    stage.press(Role::radio, "Letter");
    CHECK(stage.has(Role::list, "What the letter sets out"));
    CHECK(says(stage, Role::paragraph, "The Secretary of State (F54)"));
}

}  // namespace daybook::testing
