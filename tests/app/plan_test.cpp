// The plan on the screen: its picture, what cannot go well, and sessions that are added, moved, begun and taken out.
#include "app/screens/plan.h"

#include <doctest/doctest.h>

#include <string>

#include "app/screens/plan_lanes.h"
#include "core/notebook/plan_edits.h"
#include "tests/app/planning.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

void to_plan(Stage& stage) {
    stage.press(Role::button, "More");
    stage.press_with("Plan. ");
}

/// The first button whose name has this in it.
const SemanticNode& button_named(const Stage& stage, std::string_view part) {
    for (const SemanticNode* one : stage.all(Role::button)) {
        if (one->name.contains(part)) return *one;
    }
    FAIL("no button's name contains " << part);
    return *stage.all(Role::button).front();
}

/// Blocks alone: the rows of the list say it in another order.
constexpr auto lead_member_block = "Mon 14 Sep 2015, 10:30 to 11:30, Lead member";

}  // namespace

TEST_CASE("F20, H4: the picture has a block for each session that says all of it, and with what it clashes") {
    Stage stage(Stage::With::own_inspection);
    plan_two_weeks(stage);
    to_plan(stage);
    CHECK(stage.has(Role::heading, "Plan"));
    const std::string name = button_with(stage, lead_member_block);
    CHECK(name.contains("County Hall, Ada Penn with Lead member"));
    CHECK(name.ends_with("; clashes with Contextual briefing"));
    CHECK(button_with(stage, "09:45 to 11:00, Contextual briefing").ends_with("; clashes with Lead member"));
    CHECK_FALSE(button_with(stage, "09:00 to 09:30, Opening meeting").contains("clashes"));
    stage.press_with(lead_member_block);
    CHECK(stage.has(Role::heading, "Lead member"));
}

TEST_CASE("F20, H4: what clashes and where the way is too short is said above the picture, and leads to the session") {
    Stage stage(Stage::With::own_inspection);
    plan_two_weeks(stage);
    stage.press(Role::button, "More");
    CHECK(button_with(stage, "Plan. ").contains("12 sessions, 3 to look at"));
    stage.press_with("Plan. ");
    const std::string clash = button_with(stage, "Ada Penn: two sessions at once");
    CHECK(clash.contains("09:45, Contextual briefing, and 10:30, Lead member"));
    CHECK(button_with(stage, "10 minutes from County Hall to Côte Hill Infants").starts_with("Ada Penn"));
    CHECK(button_with(stage, "Nobody goes to it yet").contains("Governor services"));
    CHECK(button_named(stage, "Ada Penn: two sessions at once").box.y < button_named(stage, lead_member_block).box.y);
    stage.press_with("Ada Penn: two sessions at once");
    CHECK(stage.has(Role::heading, "Lead member"));
}

TEST_CASE("F20: on a phone one day is shown, and another one when it is pressed") {
    Stage stage(Stage::With::own_inspection, 390, 844);
    plan_two_weeks(stage);
    to_plan(stage);
    CHECK(stage.node(Role::toggle_button, "Mon 14 Sep 2015: 6 sessions").pressed == true);
    CHECK(stage.node(Role::toggle_button, "Thu 17 Sep 2015: 0 sessions").pressed == false);
    CHECK(says(stage, Role::group, "Mon 14 Sep 2015"));
    CHECK_FALSE(says(stage, Role::group, "Fri 18 Sep 2015"));
    stage.press(Role::toggle_button, "Fri 18 Sep 2015: 1 session");
    CHECK(says(stage, Role::group, "Fri 18 Sep 2015"));
    CHECK_FALSE(says(stage, Role::group, "Mon 14 Sep 2015"));
}

TEST_CASE("F18: a session is added for the day that is shown, after what one has there, and taken back with undo") {
    Stage stage(Stage::With::own_inspection);
    plan_two_weeks(stage);
    to_plan(stage);
    stage.take_sent();
    stage.press(Role::button, "Add a session");
    CHECK(stage.has(Role::heading, "New session"));
    CHECK(stage.node(Role::toggle_button, "Ada Penn").pressed == true);
    CHECK(stage.node(Role::toggle_button, "Noor Vale").pressed == false);
    stage.press(Role::toggle_button, "Noor Vale");
    stage.type("What it is called", "Virtual head");
    stage.press(Role::button, "Add it to the plan");
    const auto sent = stage.take_sent_of<Edit>();
    REQUIRE(changes_of<Create>(sent).size() == 1);
    CHECK(changes_of<Create>(sent).front().kind == "planned");
    CHECK(changes_of<SetMember>(sent).size() == 2);
    CHECK(button_with(stage, "Virtual head").contains("16:45 to 17:45"));
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK_FALSE(says(stage, Role::button, "Mon 14 Sep 2015, 16:45 to 17:45"));
}

TEST_CASE("F20: what is no day, no time, or ends before it begins is said beside its field, and nothing is saved") {
    Stage stage(Stage::With::own_inspection);
    to_plan(stage);
    CHECK(says(stage, "Nothing is planned yet."));
    stage.press(Role::button, "Add a session");
    stage.take_sent();
    stage.type("Day", "soon");
    stage.type("From", "10:00");
    stage.type("To", "09:00");
    stage.press(Role::button, "Add it to the plan");
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(stage.node(Role::text_box, "Day").description.contains("This is not a date."));
    CHECK(stage.node(Role::text_box, "To").description.contains("The end is not after the beginning."));
    CHECK(stage.node(Role::text_box, "What it is called").description.contains("Say what it is"));
    stage.type("Day", "2015-09-14");
    stage.type("From", "noon");
    stage.press(Role::radio, "Meeting");
    stage.press(Role::button, "Add it to the plan");
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(stage.node(Role::text_box, "From").description.contains("This is not a time."));
    stage.type("From", "08:00");
    stage.press(Role::button, "Add it to the plan");
    CHECK(button_with(stage, "Mon 14 Sep 2015, 08:00 to 09:00, Meeting").contains("Ada Penn"));
}

TEST_CASE("F20: a session is moved by a quarter of an hour and by a day, at once, and each can be taken back") {
    Stage stage(Stage::With::own_inspection);
    plan_two_weeks(stage);
    to_plan(stage);
    stage.press_with(lead_member_block);
    stage.take_sent();
    stage.press(Role::button, "15 minutes later");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"from", "to"});
    stage.press(Role::button, "15 minutes later");
    stage.press(Role::button, "The day after");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"from", "to", "day"});
    stage.press(Role::button, "Back");
    CHECK(says(stage, Role::button, "Tue 15 Sep 2015, 11:00 to 12:00, Lead member"));
    for (int times = 0; times < 3; ++times) {
        CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
        stage.settle();
    }
    CHECK(says(stage, Role::button, lead_member_block));
}

TEST_CASE("F20: what another device moves meanwhile is seen in the form, but where something was typed") {
    Stage stage(Stage::With::own_inspection);
    plan_two_weeks(stage);
    to_plan(stage);
    stage.press_with(lead_member_block);
    stage.type("Place", "Room 4");
    Planned before = session(4, "2015-09-14", 10 * 60 + 30, 11 * 60 + 30, "Lead member", {"Ada Penn"});
    before.place = "County Hall";
    Planned after = before;
    after.from = 12 * 60;
    after.to = 13 * 60;
    after.place = "Town Hall";
    write(stage, edits::correct_planned(before, after));
    stage.take_sent();
    stage.press(Role::button, "Save");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"place"});
    CHECK(button_with(stage, "Mon 14 Sep 2015, 12:00 to 13:00, Lead member").contains("Room 4"));
}

TEST_CASE("F33: a day outside the inspection's can be planned, and the form and the plan say so") {
    Stage stage(Stage::With::own_inspection);
    plan_two_weeks(stage);
    to_plan(stage);
    stage.press_with(lead_member_block);
    stage.type("Day", "2015-09-21");
    CHECK(stage.node(Role::text_box, "Day").description.contains("outside the days of the inspection"));
    stage.press(Role::button, "Save");
    CHECK(button_with(stage, "Outside the days of the inspection").contains("Lead member"));
    CHECK(stage.has(Role::toggle_button, "Mon 21 Sep 2015: 1 session"));
}

TEST_CASE("F20: a session that begins is an activity of its kind, place and roles, and one goes on writing in it") {
    Stage stage(Stage::With::own_inspection);
    plan_two_weeks(stage);
    to_plan(stage);
    stage.press_with(lead_member_block);
    stage.take_sent();
    stage.press(Role::button, "Start this now");
    const auto sent = stage.take_sent_of<Edit>();
    REQUIRE(changes_of<Create>(sent).size() == 1);
    CHECK(changes_of<Create>(sent).front().kind == "activity");
    const auto roles = changes_of<SetMember>(sent);
    REQUIRE(roles.size() == 1);
    CHECK(roles.front().member == Value(std::string("lead-member")));
    bool has_place = false;
    for (const SetField& one : changes_of<SetField>(sent)) {
        if (one.field == "place") has_place = one.value == Value(std::string("County Hall"));
    }
    CHECK(has_place);
    stage.press(Role::button, "Today");
    CHECK(says(stage, Role::button, "Go on"));
}

TEST_CASE("F20: one that is taken out of the plan clashes with nothing, is kept in the list, and comes back") {
    Stage stage(Stage::With::own_inspection, 1024, 3000);
    plan_two_weeks(stage);
    to_plan(stage);
    stage.press_with(lead_member_block);
    stage.press(Role::button, "Take it out of the plan");
    CHECK(says(stage, "It was taken out of the plan."));
    stage.press(Role::button, "Back");
    CHECK_FALSE(says(stage, Role::button, "two sessions at once"));
    CHECK_FALSE(says(stage, Role::button, lead_member_block));
    CHECK(stage.has(Role::list, "Taken out of the plan"));
    stage.press_with("Lead member");
    stage.press(Role::button, "Bring it back");
    stage.press(Role::button, "Back");
    CHECK(says(stage, Role::button, lead_member_block));
}

TEST_CASE("F20: Today says what comes next for who uses the device, as long as nothing runs") {
    Stage stage(Stage::With::own_inspection);
    CHECK_FALSE(stage.has(Role::heading, "Next"));
    plan_two_weeks(stage);
    stage.press(Role::button, "Today");
    CHECK(stage.has(Role::heading, "Next"));
    CHECK(button_with(stage, "Contextual briefing").contains("Mon 14 Sep 2015, 09:45 to 11:00 · County Hall"));
    stage.press_with("Contextual briefing");
    CHECK(stage.has(Role::heading, "Contextual briefing"));
    stage.press(Role::button, "Today");
    start_meeting(stage);
    stage.press(Role::button, "Today");
    CHECK_FALSE(stage.has(Role::heading, "Next"));
}

TEST_CASE("plan: what a stranger says of days and hours is in the list, and never in the picture") {
    Stage stage(Stage::With::own_inspection);
    Planned odd = session(1, "a day", 600, 660, "Odd one", {"Ada Penn"});
    write(stage, edits::add_planned(odd));
    odd.id = planned_item(2);
    odd.day = "2015-09-14";
    odd.from = 660;
    odd.to = 600;
    write(stage, edits::add_planned(odd));
    to_plan(stage);
    CHECK(stage.has(Role::list, "Without a day or a time"));
    CHECK_FALSE(says(stage, Role::button, "Mon 14 Sep 2015, "));
    stage.press_with("Odd one");
    CHECK(stage.has(Role::heading, "Odd one"));
}

TEST_CASE("plan: many at the same time have a place in the list, and the picture says how many it leaves out") {
    Stage stage(Stage::With::own_inspection);
    for (Byte number = 1; number <= 6; ++number)
        write(stage, edits::add_planned(session(number, "2015-09-14", 600, 660, "At once", {"Ada Penn"})));
    to_plan(stage);
    CHECK(says(stage, "3 more at the same time are in the list below."));
}

TEST_CASE("plan lanes: a session of several neighbours reaches over their lanes, where it is alone in each") {
    Planned all = session(1, "2015-09-14", 540, 600, "All", {"A", "B", "C"});
    Planned two = session(2, "2015-09-14", 600, 660, "Two", {"A", "C"});
    Planned one = session(3, "2015-09-14", 630, 700, "One", {"A"});
    const std::vector<const Planned*> sessions{&all, &two, &one};
    const PlanLanes lanes =
        lanes_of(sessions, {.inspectors = {"A", "B", "C"}, .nobody = false, .least_minutes = 1, .most_shares = 3});
    REQUIRE(lanes.blocks.size() == 4);
    CHECK(lanes.blocks[0].lanes == 3);
    CHECK(lanes.blocks[0].shares == 1);
    CHECK(lanes.blocks[1].session == &two);
    CHECK(lanes.blocks[1].shares == 2);
    CHECK(lanes.blocks[2].lane == 2);
    CHECK(lanes.blocks[2].shares == 1);
    CHECK(lanes.blocks[3].share == 1);
    CHECK(lanes.left_out == 0);
}

}  // namespace daybook::testing
