// The school of an activity: chosen by part of its name, shown wherever the activity is, and taken off again.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

bool shows(const Stage& stage, std::string_view words) {
    return std::ranges::any_of(stage.window.mirrored.nodes(),
                               [&](const SemanticNode& one) { return one.name.contains(words); });
}

void add_schools(Stage& stage) {
    stage.press(Role::button, "More");
    stage.press_with("Schools");
    stage.press(Role::button, "Import a list");
    std::string csv = "URN,EstablishmentName\n100001,Ashby Lane Primary School\n100002,Côte Hill Infants\n";
    for (int n = 0; n < 7; ++n) csv += "10001" + std::to_string(n) + ",Wexmoor Academy " + std::to_string(n) + "\n";
    stage.app->file_chosen(stage.window.files_asked.back(), "schools.csv", as_bytes(csv));
    stage.settle();
    stage.press(Role::button, "Import");
    stage.press(Role::button, "Today");
    stage.take_sent();
}

}  // namespace

TEST_CASE("activity's school: where there are no schools none is asked for") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Start a meeting");
    CHECK_FALSE(stage.has(Role::text_box, "School"));
}

TEST_CASE("activity's school: it is found by part of its name as a meeting starts, and stands in its head") {
    Stage stage(Stage::With::own_inspection);
    add_schools(stage);
    stage.press(Role::button, "Start a meeting");
    stage.type("School", "nowhere");
    CHECK(shows(stage, "No school in this notebook has that in its name."));
    stage.type("School", "wexmoor");
    CHECK(shows(stage, "2 more have these words."));
    stage.type("School", "COTE");
    stage.press_with("Côte Hill Infants");
    CHECK(stage.has(Role::toggle_button, "Take off the school: Côte Hill Infants"));
    stage.press(Role::button, "Start");
    const auto fields = fields_of(stage.take_sent_of<Edit>());
    CHECK(std::ranges::contains(fields, "school"));
    CHECK(stage.has(Role::heading, "Meeting: Côte Hill Infants"));
    stage.press(Role::button, "Notebook");
    CHECK(stage.has(Role::heading, "Meeting: Côte Hill Infants"));
}

TEST_CASE("activity's school: it is said and taken off in Times and details, and taken back") {
    Stage stage(Stage::With::own_inspection);
    add_schools(stage);
    start_meeting(stage);
    stage.press(Role::button, "Notebook");
    stage.press(Role::button, "Times and details");
    stage.type("School", "ashby");
    stage.press_with("Ashby Lane");
    CHECK(shows(stage, "Meeting: Ashby Lane Primary School"));
    stage.press(Role::toggle_button, "Take off the school: Ashby Lane Primary School");
    CHECK_FALSE(shows(stage, "Meeting: Ashby Lane Primary School"));
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(shows(stage, "Meeting: Ashby Lane Primary School"));
}

TEST_CASE("H28: filters take the school of an activity") {
    Stage stage(Stage::With::own_inspection);
    add_schools(stage);
    stage.press(Role::button, "Start a meeting");
    stage.type("School", "ashby");
    stage.press_with("Ashby Lane");
    stage.press(Role::button, "Start");
    stage.type("What was said", "The head was glad of the visit.");
    stage.pass(1000);
    stage.press(Role::button, "Find");
    stage.press(Role::button, "Filters");
    stage.press(Role::toggle_button, "Ashby Lane Primary School: 1");
    stage.press(Role::button, "Show 1 entry");
    CHECK(shows(stage, "The head was glad of the visit."));
}

}  // namespace daybook::testing
