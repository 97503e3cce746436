// The screen of what is due: days with their sources, days that are said, and the file for a calendar.
#include <doctest/doctest.h>

#include <string>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

void to_deadlines(Stage& stage) {
    stage.press(Role::button, "More");
    stage.press_with("Deadlines");
}

}  // namespace

TEST_CASE("H45, F53: the screen shows both days, what each counts from, and which one to work to") {
    Stage stage(Stage::With::own_inspection);
    to_deadlines(stage);
    CHECK(stage.has(Role::heading, "Deadlines"));
    CHECK(says(stage, "Working days of England. Its holidays are known from 2014 to 2028."));
    CHECK(says(stage, "20 working days after"));
    CHECK(says(stage, "28 working days after"));
    CHECK(says(stage, "This is the earlier day: work to it."));
    CHECK(says(stage, "The other day is earlier: work to that one."));
    CHECK(says(stage, "(F53)."));
    CHECK(says(stage, "(H45)."));
    CHECK(says(stage, "The sources do not say by when (H46, F52)."));
}

TEST_CASE("deadlines: a day that is said is saved with a press, and what waits for it is counted") {
    Stage stage(Stage::With::own_inspection);
    to_deadlines(stage);
    CHECK(says(stage, "5 working days after a date that has not been entered"));
    const std::string field = "Report sent for the factual accuracy check";
    stage.take_sent();
    stage.type(field, "2015-10-02");
    CHECK(stage.take_sent_of<Edit>().empty());  // a day is no day before all of it is typed
    stage.press(Role::button, "Save these dates");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"milestone sent-for-check"});
    CHECK(says(stage, "By Fri 9 Oct 2015"));
    CHECK(stage.node(Role::button, "Save these dates").disabled);
}

TEST_CASE("deadlines: what is no day is said beside its field, stays there, and nothing is saved") {
    Stage stage(Stage::With::own_inspection);
    to_deadlines(stage);
    const std::string field = "Final report received by the authority";
    stage.take_sent();
    stage.type(field, "soon");
    stage.press(Role::button, "Save these dates");
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(stage.node(Role::text_box, field).description.contains("This is not a date."));
    stage.press(Role::button, "Back");
    stage.press_with("Deadlines");
    stage.type(field, "2015-10-20");
    stage.press(Role::button, "Save these dates");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"milestone report-received"});
}

TEST_CASE("deadlines: a day that was said is taken back with undo") {
    Stage stage(Stage::With::own_inspection);
    to_deadlines(stage);
    stage.type("Final report received by the authority", "2015-10-20");
    stage.press(Role::button, "Save these dates");
    stage.take_sent();
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    const auto fields = changes_of<SetField>(stage.take_sent_of<Edit>());
    REQUIRE(fields.size() == 1);
    CHECK(fields.front().field == "milestone report-received");
    CHECK(fields.front().value == Value(std::string()));
}

TEST_CASE("deadlines: half a date takes nothing back, half a year is no date, and a button takes a date back") {
    Stage stage(Stage::With::own_inspection);
    to_deadlines(stage);
    const std::string field = "Final report received by the authority";
    CHECK_FALSE(stage.has(Role::button, "Take this date back"));
    stage.type(field, "2015-10-20");
    stage.press(Role::button, "Save these dates");
    stage.take_sent();
    stage.type(field, "");
    CHECK(stage.node(Role::button, "Save these dates").disabled);
    stage.type(field, "0020-10-20");
    stage.press(Role::button, "Save these dates");
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(stage.node(Role::text_box, field).description.contains("This is not a date."));
    stage.press(Role::button, "Take this date back");
    const auto fields = changes_of<SetField>(stage.take_sent_of<Edit>());
    REQUIRE(fields.size() == 1);
    CHECK(fields.front().value == Value(std::string()));
    CHECK_FALSE(stage.has(Role::button, "Take this date back"));
}

TEST_CASE("deadlines: where nothing can be written the dates are told, and none can be changed") {
    Stage stage(Stage::With::own_inspection);
    stage.reopen([](OpenInspection& open) { open.read_only = "A later version of Daybook wrote this."; });
    to_deadlines(stage);
    CHECK(says(stage, "Fri 18 Sep 2015"));
    CHECK(says(stage, "Not entered yet"));
    CHECK_FALSE(stage.has(Role::button, "Save these dates"));
}

TEST_CASE("deadlines: the file for a calendar has the days, and no word of the inspection") {
    Stage stage(Stage::With::own_inspection);
    to_deadlines(stage);
    stage.press(Role::button, "Save for a calendar");
    REQUIRE(stage.window.saved_files.contains("deadlines.ics"));
    const Bytes& file = stage.window.saved_files.at("deadlines.ics");
    const std::string text(file.begin(), file.end());
    CHECK(text.contains("BEGIN:VEVENT"));
    CHECK(text.contains("SUMMARY:The report letter is sent to the authority\r\n"));
    for (const char* word : {"Wexmoor", "Ada", "Penn"}) {
        CAPTURE(word);
        CHECK_FALSE(text.contains(word));
    }
}

}  // namespace daybook::testing
