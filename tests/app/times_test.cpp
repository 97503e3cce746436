// Time on the screen: pausing and going on, times that are typed in and corrected, and what was earlier.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

constexpr std::int64_t minute = 60'000;

/// From ten o'clock on, for 52 minutes.
void hold_a_meeting(Stage& stage) {
    start_meeting(stage);
    stage.pass(52 * minute);
    stage.press(Role::button, "Stop the meeting");
    stage.take_sent();
}

void to_times(Stage& stage) {
    stage.press(Role::button, "Times and details");
    stage.take_sent();
}

std::string error_of(const Stage& stage, std::string_view field) {
    return stage.node(Role::text_box, field).description;
}

using Fields = std::vector<std::string>;

}  // namespace

TEST_CASE("H28: the timer is paused by one tap, stands, and goes on by another") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.pass(12 * minute);
    CHECK(stage.window.rests == ScreenRest::held_off);
    stage.tap(Role::button, "Pause the timer");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == Fields{"pause 1442221920000"});
    CHECK(says(stage, "12 min · paused since 10:12"));
    CHECK(stage.window.rests == ScreenRest::allowed);
    stage.pass(30 * minute);
    CHECK(says(stage, "12 min · paused since 10:12"));
    stage.tap(Role::button, "Resume the timer");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == Fields{"pause 1442221920000"});
    stage.pass(5 * minute);
    CHECK(says(stage, "17 min since 10:00"));
    CHECK(stage.window.rests == ScreenRest::held_off);
}

TEST_CASE("H28: the timer is paused by a key too, from wherever one is, and a pause is taken back with undo") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.pass(12 * minute);
    stage.press(Role::button, "Today");
    stage.take_sent();
    CHECK(stage.app->press_key({.key = U'8', .held = Held::control_shift}));
    stage.settle();
    CHECK(stage.take_sent_of<Edit>().size() == 1);
    CHECK(says(stage, "Paused since 10:12"));
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(says(stage, "Running since 10:00"));
    stage.press(Role::button, "Pause the timer");
    CHECK(stage.has(Role::button, "Resume the timer"));
    CHECK(stage.app->press_key({.key = U'8', .held = Held::control_shift}));
    stage.settle();
    CHECK(stage.has(Role::button, "Pause the timer"));
    stage.press(Role::button, "Stop");
    CHECK_FALSE(stage.app->press_key({.key = U'8', .held = Held::control_shift}));
}

TEST_CASE("H28: an end that is corrected is saved, says that it was typed in, and is taken back with undo") {
    Stage stage(Stage::With::own_inspection);
    hold_a_meeting(stage);
    stage.pass(60 * minute);
    to_times(stage);
    CHECK(says(stage, "The timer says these times."));
    CHECK(stage.node(Role::button, "Save").disabled);
    stage.type("End", "11:05");
    CHECK(stage.take_sent_of<Edit>().empty());
    stage.press(Role::button, "Save");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == Fields{"ended_at", "time_source"});
    CHECK(says(stage, "These times were typed in."));
    CHECK(says(stage, "1 h 05 min"));
    CHECK(stage.node(Role::button, "Save").disabled);
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(says(stage, "The timer says these times."));
    CHECK(says(stage, "52 min"));
}

TEST_CASE("H28: times that cannot be are named beside their fields, and nothing is saved") {
    Stage stage(Stage::With::own_inspection);
    hold_a_meeting(stage);
    to_times(stage);
    const auto refused = [&](std::string_view field, std::string typed, std::string_view why) {
        CAPTURE(typed);
        stage.type(field, std::move(typed));
        stage.press(Role::button, "Save");
        CHECK(stage.take_sent_of<Edit>().empty());
        CHECK(error_of(stage, field).contains(why));
    };
    refused("End", "soon", "This is not a time.");
    refused("End", "09:00", "The end is not after the start.");
    refused("End", "12:30", "That is still to come.");
    stage.type("End", "10:40");
    refused("Day", "2015-09-", "This is not a date.");
    refused("Day", "2015-09-12", "");
    CHECK(error_of(stage, "End").contains("that is more than a day"));
    stage.type("Day", "2015-09-14");
    CHECK(error_of(stage, "Day").empty());
    stage.press(Role::button, "Add a pause");
    refused("Pause 1 to", "10:20", "");
    CHECK(error_of(stage, "Pause 1 from").contains("This is not a time."));
    stage.type("Pause 1 from", "10:30");
    refused("Pause 1 to", "10:20", "The pause ends before it begins.");
    refused("Pause 1 to", "10:50", "The pause is not between the start and the end.");
    refused("Pause 1 from", "09:50", "");
    stage.type("Pause 1 from", "10:10");
    stage.type("Pause 1 to", "10:20");
    stage.press(Role::button, "Save");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == Fields{"ended_at", "pause 1442221800000", "time_source"});
    CHECK(says(stage, "30 min"));
}

TEST_CASE("H28: pauses are corrected and taken away, and what is not touched stays as it was, to the second") {
    Stage stage(Stage::With::own_inspection);
    stage.pass(30'000);
    start_meeting(stage);
    for (int pause = 0; pause < 2; ++pause) {
        stage.pass(10 * minute);
        stage.press(Role::button, "Pause the timer");
        stage.pass(5 * minute);
        stage.press(Role::button, "Resume the timer");
    }
    stage.pass(10 * minute);
    stage.press(Role::button, "Stop the meeting");
    stage.pass(10 * minute);
    to_times(stage);
    stage.type("Place", "Town hall");
    stage.press(Role::button, "Save");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == Fields{"place"});
    stage.type("Pause 1 to", "10:20");
    stage.press(Role::button, "Save");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == Fields{"pause 1442221830000", "time_source"});
    stage.press(Role::button, "Take pause 1 away");
    stage.press(Role::button, "Save");
    const auto taken = changes_of<SetField>(stage.take_sent_of<Edit>());
    REQUIRE(taken.size() == 1);
    CHECK(taken.front().value == Value(false));
    CHECK(stage.has(Role::text_box, "Pause 1 from"));
    CHECK_FALSE(stage.has(Role::text_box, "Pause 2 from"));
}

TEST_CASE("H28: while it runs its start can be corrected, and a pause that goes on needs no end") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.pass(12 * minute);
    stage.press(Role::button, "Pause the timer");
    to_times(stage);
    CHECK_FALSE(stage.has(Role::text_box, "End"));
    CHECK(says(stage, "It is running."));
    stage.type("Start", "9:55");
    stage.press(Role::button, "Save");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == Fields{"started_at", "time_source"});
    CHECK(says(stage, "17 min"));
}

TEST_CASE("H33: kind and people of an activity are corrected afterwards, each by one press") {
    Stage stage(Stage::With::own_inspection);
    hold_a_meeting(stage);
    to_times(stage);
    stage.press(Role::radio, "Telephone call");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == Fields{"kind"});
    stage.press(Role::toggle_button, "Chief Executive of the authority");
    CHECK(changes_of<SetMember>(stage.take_sent_of<Edit>()).size() == 1);
    stage.press(Role::button, "Back");
    CHECK(stage.has(Role::heading, "Telephone call"));
}

TEST_CASE("H28: what was earlier is recorded with its times, and says that they were typed in") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Start a meeting");
    CHECK_FALSE(stage.has(Role::text_box, "End"));
    stage.press(Role::toggle_button, "It was earlier");
    stage.take_sent();
    stage.type("Start", "08:30");
    stage.type("End", "11:00");
    stage.press(Role::button, "Record it");
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(error_of(stage, "End").contains("That is still to come."));
    stage.type("End", "09:10");
    stage.press(Role::button, "Record it");
    const auto made = changes_of<SetField>(stage.take_sent_of<Edit>());
    const auto value_of = [&](std::string_view field) {
        const auto found = std::ranges::find(made, field, &SetField::field);
        REQUIRE(found != made.end());
        return found->value;
    };
    CHECK(value_of("time_source") == Value("typed"));
    CHECK(value_of("started_at") == Value(stage.now.at.unix_ms - 90 * minute));
    CHECK(value_of("ended_at") == Value(stage.now.at.unix_ms - 50 * minute));
    CHECK(says(stage, "08:30 to 09:10"));
    CHECK_FALSE(stage.has(Role::button, "Stop the meeting"));
    CHECK(stage.has(Role::text_box, "What was said"));
}

TEST_CASE("H27: an entry says whether it was written while its activity ran") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Said at the table.");
    stage.pass(minute);
    CHECK(says(stage, "Written during the activity"));
    stage.press(Role::button, "Stop the meeting");
    stage.pass(60 * minute);
    stage.type("What was said", "Said at the table. And remembered since.");
    stage.pass(minute);
    CHECK(says(stage, "Written during the activity, added to the same day: Mon 14 Sep 2015, 11:0"));
    stage.press(Role::button, "New entry");
    stage.pass(26 * 60 * minute);
    stage.type("What was said", "Written up at home.");
    stage.pass(minute);
    CHECK(says(stage, "Written later: Tue 15 Sep 2015, 13:0"));
    stage.press(Role::button, "Notebook");
    CHECK(button_with(stage, "Written up at home").contains("written later"));
    CHECK_FALSE(button_with(stage, "Said at the table").contains("written"));
}

TEST_CASE("H27: that words were written again after a loss is said by their writer, shown in lists, and taken back") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Said at the table.");
    stage.pass(minute);
    stage.take_sent();
    stage.press(Role::toggle_button, "Written again from memory after a loss");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == Fields{"reconstructed"});
    CHECK(says(stage, "Written again from memory after a loss: "));
    CHECK(button_with(stage, "Said at the table").contains("from memory"));
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(says(stage, "Written during the activity"));
}

TEST_CASE("times: where nothing can be written they are told, and none can be changed") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.pass(5 * minute);
    stage.press(Role::button, "Pause the timer");
    stage.pass(5 * minute);
    stage.press(Role::button, "Resume the timer");
    stage.press(Role::button, "Stop the meeting");
    stage.reopen([](OpenInspection& open) { open.read_only = "A later version of Daybook wrote this."; });
    stage.press(Role::button, "Notebook");
    stage.press(Role::button, "Times and details");
    CHECK(says(stage, "10:05 to 10:10"));
    CHECK_FALSE(stage.has(Role::button, "Save"));
    CHECK(stage.all(Role::text_box).empty());
}

}  // namespace daybook::testing
