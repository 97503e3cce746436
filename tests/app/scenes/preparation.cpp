// What is prepared: the inspection and its people, the plan, dates, checklists, and what the framework asks.
#include <vector>

#include "tests/app/planning.h"
#include "tests/app/scenes/scenes.h"
#include "tests/app/scenes/steps.h"

namespace daybook::testing {
namespace {

void purposes(Stage& stage) {
    to_row(stage, "Checklists");
    stage.press_with("Notification call: its purposes");
    for (const std::size_t item : {0U, 1U, 2U, 6U}) say_of(stage, item, 0);
    say_of(stage, 4, 1);
    say_of(stage, 5, 2);
    say_of(stage, 6, 0);  // again: taken back
}

void documents(Stage& stage) {
    to_row(stage, "Checklists");
    stage.press_with("Documents requested");
    for (const std::size_t item : {0U, 2U, 3U, 4U}) say_of(stage, item, 0);
    say_of(stage, 0, 2);
    say_of(stage, 2, 1);
    say_of(stage, 5, 3);
    stage.press_with("Add a note");
    stage.type("Note", "The plan has no date. Page 4 names two partners that page 9 does not.");
    stage.pass(1000);
    stage.press(Role::button, "Back");
    stage.press_with("Documents requested");
}

}  // namespace

std::vector<Scene> preparation_scenes() {
    using With = Stage::With;
    return {
        {"framework", With::sample, [](Stage& stage) { to_row(stage, "What the framework asks"); }},
        {"framework-letter", With::sample,
         [](Stage& stage) {
             to_row(stage, "What the framework asks");
             stage.press(Role::radio, "Letter");
         }},
        {"inspection", With::own_inspection,
         [](Stage& stage) {
             plan_two_weeks(stage);
             to_row(stage, "The inspection");
         }},
        {"inspection-changing", With::own_inspection,
         [](Stage& stage) {
             to_row(stage, "The inspection");
             stage.press(Role::button, "Change these facts");
             stage.type("Last day", "2015-09-01");
             stage.press(Role::button, "Save");
             stage.press(Role::button, "Add a contact");
         }},
        {"plan-empty", With::own_inspection, [](Stage& stage) { to_row(stage, "Plan"); }},
        {"plan", With::own_inspection,
         [](Stage& stage) {
             plan_two_weeks(stage);
             to_row(stage, "Plan");
         }},
        {"plan-picture", With::own_inspection,
         [](Stage& stage) {
             plan_two_weeks(stage);
             to_row(stage, "Plan");
             for (const SemanticNode* one : stage.all(Role::button)) {
                 if (one->name.contains("16:00")) return stage.app->focus(one->id);
             }
         }},
        {"planned", With::own_inspection,
         [](Stage& stage) {
             plan_two_weeks(stage);
             to_row(stage, "Plan");
             stage.press_with("Lead member");
         }},
        {"planned-errors", With::own_inspection,
         [](Stage& stage) {
             to_row(stage, "Plan");
             stage.press(Role::button, "Add a session");
             stage.type("To", "08:00");
             stage.press(Role::button, "Add it to the plan");
         }},
        {"today-next", With::own_inspection,
         [](Stage& stage) {
             plan_two_weeks(stage);
             to_place(stage, "Today");
         }},
        {"deadlines", With::own_inspection, [](Stage& stage) { to_row(stage, "Deadlines"); }},
        {"checklists", With::sample, [](Stage& stage) { to_row(stage, "Checklists"); }},
        {"checklist", With::sample, purposes},
        {"checklist-documents", With::sample, documents},
        {"checklist-note", With::sample,
         [](Stage& stage) {
             documents(stage);
             stage.press_with("Change the note");
         }},
        {"read-only-checklist", With::sample,
         [](Stage& stage) {
             documents(stage);
             read_only(stage);
             to_row(stage, "Checklists");
             stage.press_with("Documents requested");
         }},
    };
}

}  // namespace daybook::testing
