// The wheel of a mouse scrolls what is on the screen, also where the mouse has not moved since the screen before.
#include <doctest/doctest.h>
#include <imgui.h>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

void turn(Stage& stage) {
    ImGui::GetIO().AddMouseWheelEvent(0, -3);
    stage.settle();
}

}  // namespace

TEST_CASE("wheel: on the next screen it scrolls although the mouse has stayed where it scrolled the one before") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "More");
    ImGui::GetIO().AddMousePosEvent(560, 530);
    stage.settle();
    const float more = stage.node(Role::heading, "More").box.y;
    turn(stage);
    REQUIRE(stage.node(Role::heading, "More").box.y < more);
    stage.press_with("Checklists");
    const float before = stage.node(Role::heading, "Checklists").box.y;
    turn(stage);
    CHECK(stage.node(Role::heading, "Checklists").box.y < before);
}

}  // namespace daybook::testing
