// How long it all took.
#include <vector>

#include "tests/app/scenes/scenes.h"
#include "tests/app/scenes/steps.h"

namespace daybook::testing {
namespace {

/// A meeting with a pause, a call within it that was typed in, and a meeting after a gap.
void a_morning(Stage& stage) {
    to_meeting(stage);
    stage.pass(20 * 60'000);
    stage.press(Role::button, "Pause the timer");
    stage.pass(15 * 60'000);
    stage.press(Role::button, "Resume the timer");
    stage.pass(50 * 60'000);
    stage.press(Role::button, "Stop the meeting");
    stage.pass(45 * 60'000);
    to_place(stage, "Today");
    to_meeting(stage);
    stage.pass(30 * 60'000);
    stage.press(Role::button, "Stop the meeting");
    to_place(stage, "Today");
    earlier(stage);
    stage.press(Role::button, "Record it");
}

}  // namespace

std::vector<Scene> time_scenes() {
    using With = Stage::With;
    return {
        {"time-spent", With::own_inspection,
         [](Stage& stage) {
             a_morning(stage);
             to_row(stage, "Time spent");
         }},
        {"time-spent-sample", With::sample, [](Stage& stage) { to_row(stage, "Time spent"); }},
        {"time-spent-empty", With::own_inspection, [](Stage& stage) { to_row(stage, "Time spent"); }},
        {"times", With::own_inspection,
         [](Stage& stage) {
             a_morning(stage);
             to_row(stage, "Time spent");
             stage.press_with("1 h 10 min");
         }},
        {"times-errors", With::own_inspection,
         [](Stage& stage) {
             a_morning(stage);
             to_row(stage, "Time spent");
             stage.press_with("1 h 10 min");
             stage.type("End", "23:59");
             stage.press(Role::button, "Add a pause");
             stage.press(Role::button, "Save");
         }},
    };
}

}  // namespace daybook::testing
