// What is still owed: flags, follow-ups, what is to be passed on, declarations, and Health.
#include <vector>

#include "tests/app/scenes/scenes.h"
#include "tests/app/scenes/steps.h"

namespace daybook::testing {
namespace {

/// An entry with everything that one can say beyond its words.
void flags(Stage& stage) {
    meeting(stage);
    stage.press(Role::toggle_button, "In confidence");
    stage.press(Role::button, "More marks");
    stage.press(Role::toggle_button, "Follow-up");
    stage.press(Role::toggle_button, "Emerging finding");
    stage.press(Role::radio, "Safeguarding");
    stage.type("Impact", "Pupils in two schools miss mathematics.");
    stage.pass(1000);
    stage.leave_field();
    stage.settle();
}

void follow_up(Stage& stage) {
    flags(stage);
    stage.press_with("Open, nobody");
    stage.press(Role::toggle_button, "Ada Penn");
}

void passed_on(Stage& stage) {
    flags(stage);
    stage.press_with("Not passed on yet");
    stage.type("To whom", "The designated officer of the authority");
    stage.press(Role::button, "Record that it was passed on: Safeguarding");
}

void declaration(Stage& stage) {
    to_row(stage, "Conflicts of interest");
    stage.press(Role::button, "Add a declaration");
    stage.type("What is declared", "Taught at a school in the area until 2012, and knows its headteacher.");
    stage.press(Role::button, "Save");
}

}  // namespace

std::vector<Scene> obligation_scenes() {
    using With = Stage::With;
    return {
        {"health", With::sample, [](Stage& stage) { to_row(stage, "Health"); }},
        {"health-set-aside", With::sample,
         [](Stage& stage) {
             to_row(stage, "Health");
             stage.press(Role::button,
                         "Set aside: How available funding brings improvement, and reaches those who need it most");
             stage.type("Why it can stay as it is", "Week 2 looks at the budget on Wednesday.");
         }},
        {"entry-flags", With::own_inspection, flags},
        {"entry-flags-set", With::own_inspection,
         [](Stage& stage) {
             flags(stage);
             stage.press(Role::button, "More marks");
         }},
        {"read-only-flags", With::own_inspection,
         [](Stage& stage) {
             flags(stage);
             read_only(stage);
             to_place(stage, "Notebook");
             stage.press_with("Personal education plans");
         }},
        {"follow-ups", With::own_inspection,
         [](Stage& stage) {
             follow_up(stage);
             to_row(stage, "Follow-ups");
         }},
        {"follow-ups-empty", With::own_inspection, [](Stage& stage) { to_row(stage, "Follow-ups"); }},
        {"follow-up", With::own_inspection, follow_up},
        {"follow-up-choosing", With::own_inspection,
         [](Stage& stage) {
             follow_up(stage);
             stage.press(Role::button, "Choose an entry");
         }},
        {"follow-up-answered", With::own_inspection,
         [](Stage& stage) {
             follow_up(stage);
             stage.press(Role::button, "Choose an entry");
             stage.press_with("The virtual head checks");
         }},
        {"follow-up-closing", With::own_inspection,
         [](Stage& stage) {
             follow_up(stage);
             stage.press(Role::button, "Close it without an answer");
             stage.press(Role::button, "Close it");
         }},
        {"duties", With::own_inspection,
         [](Stage& stage) {
             flags(stage);
             to_row(stage, "To be passed on");
         }},
        {"duties-passed-on", With::own_inspection,
         [](Stage& stage) {
             passed_on(stage);
             to_row(stage, "To be passed on");
         }},
        {"duty", With::own_inspection,
         [](Stage& stage) {
             flags(stage);
             stage.press_with("Not passed on yet");
             stage.press(Role::button, "Record that it was passed on: Safeguarding");
         }},
        {"duty-passed-on", With::own_inspection, passed_on},
        {"today-flags", With::own_inspection,
         [](Stage& stage) {
             flags(stage);
             to_place(stage, "Today");
         }},
        {"declarations", With::own_inspection, declaration},
        {"declarations-adding", With::own_inspection,
         [](Stage& stage) {
             declaration(stage);
             stage.press(Role::button, "Add a declaration");
         }},
    };
}

}  // namespace daybook::testing
