// The screen of time spent: sums, days, what overlaps and what lies between, and going from there to an activity.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

constexpr std::int64_t minute = 60'000;

void hold(Stage& stage, std::int64_t minutes) {
    stage.press(Role::button, "Today");
    start_meeting(stage);
    stage.pass(minutes * minute);
    stage.press(Role::button, "Stop the meeting");
}

void record(Stage& stage, std::string from, std::string to) {
    stage.press(Role::button, "Today");
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::radio, "Telephone call");
    stage.press(Role::toggle_button, "It was earlier");
    stage.type("Start", std::move(from));
    stage.type("End", std::move(to));
    stage.press(Role::button, "Record it");
}

void to_time_spent(Stage& stage) {
    stage.press(Role::button, "More");
    stage.press_with("Time spent");
}

}  // namespace

TEST_CASE("H28: time is told by kind and by day, with the way to each activity") {
    Stage stage(Stage::With::own_inspection);
    hold(stage, 52);
    record(stage, "08:30", "09:00");
    to_time_spent(stage);
    CHECK(stage.has(Role::heading, "Time spent"));
    CHECK(says(stage, "1 h 22 min in 2 activities"));
    CHECK(says(stage, "52 min in 1 activity"));
    CHECK(says(stage, "30 min in 1 activity"));
    CHECK(stage.has(Role::heading, "Mon 14 Sep 2015: 1 h 22 min"));
    CHECK(stage.has(Role::image, "The same as bars, from 08:00 to 12:00"));
    CHECK(button_with(stage, "Telephone call, 08:30 to 09:00").contains("typed in"));
    CHECK_FALSE(stage.has(Role::heading, "By inspector"));
    stage.press_with("Meeting, 10:00 to 10:52");
    CHECK(stage.has(Role::heading, "Times and details"));
    CHECK(says(stage, "10:00 to 10:52"));
    stage.press(Role::button, "Back");
    CHECK(stage.has(Role::heading, "Time spent"));
}

TEST_CASE("H28: the row that leads there says how much it is, and counts on while a timer runs") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.pass(7 * minute);
    stage.press(Role::button, "More");
    CHECK(button_with(stage, "Time spent").contains("7 min in 1 activity"));
    stage.press_with("Time spent");
    stage.pass(2 * minute);
    CHECK(says(stage, "9 min in 1 activity"));
    CHECK(button_with(stage, "Meeting").contains("10:00, running"));
}

TEST_CASE("H28: a gap is named, and what was done in it can be recorded from there") {
    Stage stage(Stage::With::own_inspection);
    hold(stage, 52);
    stage.pass(68 * minute);
    hold(stage, 10);
    to_time_spent(stage);
    const std::string gap = button_with(stage, "Nothing recorded for 1 h 08 min");
    CHECK(gap.contains("10:52 to 12:00"));
    CHECK(gap.contains("Between Meeting and Meeting"));
    stage.press(Role::button, gap);
    CHECK(stage.has(Role::heading, "Start a meeting"));
    stage.take_sent();
    stage.press(Role::button, "Record it");
    const auto made = changes_of<SetField>(stage.take_sent_of<Edit>());
    const auto started = std::ranges::find(made, "started_at", &SetField::field);
    REQUIRE(started != made.end());
    CHECK(started->value == Value(std::int64_t{1'442'221'200'000} + 52 * minute));
    to_time_spent(stage);
    CHECK(std::ranges::none_of(stage.all(Role::button),
                               [](const SemanticNode* one) { return one->name.contains("Nothing recorded"); }));
}

TEST_CASE("H28: two activities at once are named, with the way to the later one") {
    Stage stage(Stage::With::own_inspection);
    hold(stage, 52);
    record(stage, "10:30", "10:45");
    to_time_spent(stage);
    const std::string both = button_with(stage, "Two at once for 15 min");
    CHECK(both.contains("10:30 to 10:45"));
    CHECK(both.contains("Meeting and Telephone call"));
    stage.press(Role::button, both);
    CHECK(says(stage, "Telephone call"));
}

TEST_CASE("H28: an activity without time is named apart") {
    Stage stage(Stage::With::own_inspection);
    hold(stage, 0);
    to_time_spent(stage);
    CHECK(stage.has(Role::heading, "Without any time"));
    CHECK(button_with(stage, "Meeting, 10:00").contains("no time"));
}

TEST_CASE("time spent: before anything is recorded it says what will stand there") {
    Stage stage(Stage::With::own_inspection);
    to_time_spent(stage);
    CHECK(says(stage, "No time is recorded yet."));
}

TEST_CASE("time spent: it is gone to by its name") {
    Stage stage(Stage::With::own_inspection);
    CHECK(stage.app->press_key({.key = U'k', .held = Held::control}));
    stage.settle();
    stage.type("A place, an entry, or something to do", "time sp");
    stage.submit("A place, an entry, or something to do");
    CHECK(stage.has(Role::heading, "Time spent"));
}

}  // namespace daybook::testing
