// Sessions of the plan that are carried elsewhere: where they come to lie, and what is written of it.
#include "app/screens/plan_drag.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <string>
#include <vector>

#include "tests/app/planning.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

const std::vector<std::string> two{"Ada Penn", "Noor Vale"};

Planned carried(std::vector<std::string> inspectors = {"Ada Penn"}) {
    return session(40, "2015-09-14", 9 * 60 + 40, 10 * 60 + 40, "Lead member", std::move(inspectors));
}

/// Taken hold of at ten, in this lane.
PlanDrag from_lane(std::size_t lane) {
    return {.session = carried().id, .minutes = 10 * 60, .lane = lane};
}

void to_plan(Stage& stage) {
    stage.press(Role::button, "More");
    stage.press_with("Plan. ");
    stage.take_sent();
}

/// The block of a session in the picture, by how its name begins.
Box block(const Stage& stage, std::string_view beginning) {
    for (const SemanticNode* one : stage.all(Role::button)) {
        if (one->name.starts_with(beginning)) return one->box;
    }
    FAIL("no block is called " << beginning);
    return {};
}

struct Place {
    float x = 0;
    float y = 0;
};

Place middle(const Box& box) {
    return {box.x + box.width / 2, box.y + box.height / 2};
}

void hold(Stage& stage, Place from, Place to) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(from.x, from.y);
    stage.frame();
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    stage.frame();
    io.AddMousePosEvent(to.x, to.y);
    stage.frame();
    stage.frame();
}

void let_go(Stage& stage) {
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    stage.frame();
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    stage.settle();
}

/// Scrolls until the block lies so far from the top, by what is no session.
void bring_to(Stage& stage, std::string_view beginning, float top) {
    const float way = block(stage, beginning).y - top;
    const float beside = stage.node(Role::heading, "Plan").box.x;
    stage.drag(beside, 700, beside, 700 - way);
    REQUIRE(block(stage, beginning).y == top);
}

/// How high an hour is in the picture.
float hour(const Stage& stage) {
    const Box first = block(stage, "Mon 14 Sep 2015, 09:00 to 09:30");
    const Box later = block(stage, "Mon 14 Sep 2015, 10:30 to 11:30");
    return (later.y - first.y) / 1.5F;
}

constexpr float all_of_it = 2400;  // so high that nothing has to be scrolled
constexpr auto lead_member = "Mon 14 Sep 2015, 10:30 to 11:30, Lead member";

}  // namespace

TEST_CASE("F20: what is carried moves by whole quarters of an hour, and is as long as before") {
    const Planned there = put_down(carried(), from_lane(0), {"2015-09-15", 10 * 60 + 52, 0}, two);
    CHECK(there.day == "2015-09-15");
    CHECK(there.from == 10 * 60 + 25);
    CHECK(there.to == 11 * 60 + 25);
    CHECK(put_down(carried(), from_lane(0), {"2015-09-14", 10 * 60 + 7, 0}, two).from == carried().from);
    CHECK(put_down(carried(), from_lane(0), {"2015-09-14", 9 * 60 + 52, 0}, two).from == carried().from - 15);
}

TEST_CASE("F20: what is carried stays within its day") {
    const Planned late = put_down(carried(), from_lane(0), {"2015-09-14", 40 * 60, 0}, two);
    CHECK(late.from == 23 * 60);
    CHECK(late.to == minutes_in_a_day);
    const Planned early = put_down(carried(), from_lane(0), {"2015-09-14", -9 * 60, 0}, two);
    CHECK(early.from == 0);
    CHECK(early.to == 60);
}

TEST_CASE("F20: in another lane its inspector goes in the place of whoever had it there, and the others still go") {
    const auto who = [](std::vector<std::string> before, std::size_t from, std::size_t to) {
        return put_down(carried(std::move(before)), from_lane(from), {"2015-09-14", 10 * 60, to}, two).inspectors;
    };
    CHECK(who({"Ada Penn"}, 0, 1) == std::vector<std::string>{"Noor Vale"});
    CHECK(who({"Imre Callow", "Ada Penn"}, 0, 1) == std::vector<std::string>{"Imre Callow", "Noor Vale"});
    CHECK(who({"Ada Penn", "Noor Vale"}, 0, 1) == std::vector<std::string>{"Ada Penn", "Noor Vale"});
    CHECK(who({"Ada Penn"}, 0, 2).empty());
    CHECK(who({}, 2, 1) == std::vector<std::string>{"Noor Vale"});
    CHECK(who({"Ada Penn"}, 0, 0) == std::vector<std::string>{"Ada Penn"});
}

TEST_CASE("F20: where there are no lanes all go on going to what is carried") {
    const Planned before = carried({"Ada Penn", "Noor Vale"});
    CHECK(put_down(before, from_lane(0), {"2015-09-16", 12 * 60, 0}, {}).inspectors == before.inspectors);
}

TEST_CASE("F20: a session is carried to other hours in the picture, and one undo takes it back") {
    Stage stage(Stage::With::own_inspection, 1024, all_of_it);
    plan_two_weeks(stage);
    to_plan(stage);
    const Place from = middle(block(stage, lead_member));
    hold(stage, from, {from.x, from.y + 2 * hour(stage)});
    CHECK(stage.take_sent_of<Edit>().empty());
    let_go(stage);
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"from", "to"});
    CHECK(says(stage, Role::button, "Mon 14 Sep 2015, 12:30 to 13:30, Lead member"));
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(says(stage, Role::button, lead_member));
}

TEST_CASE("F20: a session is carried to another inspector, and one press opens it still") {
    Stage stage(Stage::With::own_inspection, 1024, all_of_it);
    plan_two_weeks(stage);
    to_plan(stage);
    const Place from = middle(block(stage, lead_member));
    const float lane = block(stage, "Mon 14 Sep 2015, 09:00 to 09:30").width / 4;  // all four go to it
    hold(stage, from, {from.x + 2 * lane, from.y});
    let_go(stage);
    CHECK(changes_of<SetMember>(stage.take_sent_of<Edit>()).size() == 2);
    const std::string name = button_with(stage, lead_member);
    CHECK(name.contains("Noor Vale with Lead member"));
    CHECK_FALSE(name.contains("Ada Penn with Lead member"));
    stage.press(Role::button, name);
    CHECK(stage.has(Role::heading, "Lead member"));
}

TEST_CASE("F20: on a phone a session is carried onto another day's box, and that day is shown") {
    Stage stage(Stage::With::own_inspection, 390, all_of_it);
    plan_two_weeks(stage);
    to_plan(stage);
    const Place from = middle(block(stage, "Mon 14 Sep 2015, 09:00 to 09:30"));
    const Place to = middle(stage.node(Role::toggle_button, "Thu 17 Sep 2015: 0 sessions").box);
    hold(stage, from, to);
    let_go(stage);
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"day"});
    CHECK(stage.node(Role::toggle_button, "Thu 17 Sep 2015: 1 session").pressed == true);
    CHECK(says(stage, Role::button, "Thu 17 Sep 2015, 09:00 to 09:30, Opening meeting"));
}

TEST_CASE("F20: Escape gives up what is carried, and nothing of it is written") {
    Stage stage(Stage::With::own_inspection, 1024, all_of_it);
    plan_two_weeks(stage);
    to_plan(stage);
    const Place from = middle(block(stage, lead_member));
    hold(stage, from, {from.x, from.y + 80});
    stage.app->go_back();
    stage.frame();
    ImGui::GetIO().AddMousePosEvent(from.x, from.y + 120);
    stage.frame();
    let_go(stage);
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(stage.has(Role::heading, "Plan"));
    hold(stage, from, {from.x, from.y + 2 * hour(stage)});
    let_go(stage);
    CHECK(stage.take_sent_of<Edit>().size() == 1);
}

TEST_CASE("F20: what is let go of outside the picture is put down nowhere") {
    Stage stage(Stage::With::own_inspection, 1024, all_of_it);
    plan_two_weeks(stage);
    to_plan(stage);
    const Place from = middle(block(stage, lead_member));
    const Place title = middle(stage.node(Role::heading, "Plan").box);
    for (const Place& outside : {title, Place{from.x, all_of_it - 20}, Place{30, from.y}}) {
        CAPTURE(outside.x);
        CAPTURE(outside.y);
        hold(stage, from, outside);
        let_go(stage);
        CHECK(stage.take_sent_of<Edit>().empty());
        CHECK(says(stage, Role::button, lead_member));
    }
}

TEST_CASE("F20: a pointer that is taken away puts nothing down") {
    Stage stage(Stage::With::own_inspection, 1024, all_of_it);
    plan_two_weeks(stage);
    to_plan(stage);
    const Place from = middle(block(stage, lead_member));
    hold(stage, from, {from.x, from.y + 80});
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    stage.settle();
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(says(stage, Role::button, lead_member));
}

TEST_CASE("F20: what is carried to the lower edge brings up what is below") {
    Stage stage(Stage::With::own_inspection, 390, 844);
    plan_two_weeks(stage);
    to_plan(stage);
    bring_to(stage, "Mon 14 Sep 2015, 09:00 to 09:30", 400);
    const Box before = block(stage, "Mon 14 Sep 2015, 09:00 to 09:30");
    hold(stage, middle(before), {middle(before).x, stage.node(Role::navigation, "Places").box.y - 20});
    for (int frames = 0; frames < 10; ++frames) stage.frame();
    CHECK(block(stage, "Mon 14 Sep 2015, 09:00 to 09:30").y < before.y - 50);
    let_go(stage);
    CHECK(stage.take_sent_of<Edit>().size() == 1);
}

TEST_CASE("F20: in a notebook that cannot be written nothing is carried: the plan scrolls") {
    Stage stage(Stage::With::own_inspection, 1024, 768);
    plan_two_weeks(stage);
    stage.reopen([](OpenInspection& inspection) { inspection.read_only = "A later version of Daybook wrote this."; });
    to_plan(stage);
    bring_to(stage, lead_member, 400);
    const Box before = block(stage, lead_member);
    hold(stage, middle(before), {middle(before).x, middle(before).y - 120});
    let_go(stage);
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(block(stage, lead_member).y < before.y - 50);
}

}  // namespace daybook::testing
