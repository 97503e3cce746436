// Before there is a notebook, and before there is an inspection.
#include <vector>

#include "tests/app/scenes/scenes.h"
#include "tests/app/scenes/steps.h"

namespace daybook::testing {
namespace {

void to_new_inspection(Stage& stage) {
    stage.press(Role::button, "Create an inspection");
}

}  // namespace

std::vector<Scene> start_scenes() {
    using With = Stage::With;
    return {
        {"welcome", With::nothing, [](Stage&) {}},
        {"new-inspection", With::nothing, to_new_inspection},
        {"new-inspection-errors", With::nothing,
         [](Stage& stage) {
             to_new_inspection(stage);
             stage.press(Role::button, "Create the inspection");
         }},
        {"new-inspection-wrong-days", With::nothing,
         [](Stage& stage) {
             to_new_inspection(stage);
             stage.type("Local authority", "Wexmoor");
             stage.type("First day", "14 September");
             stage.press(Role::button, "Create the inspection");
         }},
        {"first-start", With::nothing, [](Stage& stage) { stage.say(Status{EngineState::first_start, ""}); }},
        {"first-start-complaint", With::nothing,
         [](Stage& stage) {
             stage.say(Status{EngineState::first_start, ""});
             stage.settle();
             stage.press(Role::button, "Begin");
         }},
        {"unlock", With::nothing,
         [](Stage& stage) {
             stage.say(Status{EngineState::locked, ""});
             stage.settle();
             stage.say(Refused{0, 0, "That passcode does not open this notebook."});
         }},
        {"unusable", With::nothing,
         [](Stage& stage) { stage.say(Status{EngineState::unusable, "The notebook is damaged."}); }},
    };
}

}  // namespace daybook::testing
