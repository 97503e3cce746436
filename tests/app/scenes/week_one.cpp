// The first week: schools, evidence forms and the telephone survey.
#include <string_view>
#include <vector>

#include "tests/app/scenes/scenes.h"
#include "tests/app/scenes/steps.h"

namespace daybook::testing {
namespace {

/// Says of a school of the list that is open which inspection it has.
void inspected(Stage& stage, std::string_view school, std::string_view kind) {
    stage.press_with(school);
    stage.press(Role::toggle_button, kind);
    stage.press(Role::button, "Back");
}

/// A maintained school and an academy under inspection, and one whose inspection is excluded.
void week_one(Stage& stage) {
    schools(stage);
    inspected(stage, "Ashby Lane", "Section 5: the school's inspection is due");
    inspected(stage, "St Brigid",
              "Section 8: short inspection of a good school, or of an outstanding one that is not exempt");
    inspected(stage, "Côte Hill", "Section 8: unannounced, about behaviour");
}

void talk_with_head(Stage& stage) {
    week_one(stage);
    to_row(stage, "Evidence forms");
    stage.press_with("Ashby Lane");
    stage.press(Role::radio, "Held");
    stage.press(Role::radio, "Face to face");
    stage.press(Role::toggle_button, "Headteacher of a school inspected or telephoned in the first week");
    stage.type("How well does the authority know where this school is strong and weak, and how its pupils do?",
               "The adviser came twice last year and had read the results. She had not seen that reading fell "
               "among the youngest.");
    stage.pass(1000);
    stage.type("What is done to support and to challenge the school, and does it fit what the school needs?",
               "A teacher from a partner school comes each Thursday.");
    stage.pass(1000);
}

void evidence_forms(Stage& stage) {
    talk_with_head(stage);
    stage.press_with("LA representative");
    stage.press(Role::radio, "Unavailable");
    stage.type("What was done to hold it", "Rang on Monday and on Tuesday, and left word both times.");
    stage.pass(1000);
    stage.press(Role::button, "Back");
}

/// A call that goes on, one that was not answered and one to be made again.
void survey_call(Stage& stage) {
    schools(stage);
    to_row(stage, "Telephone survey");
    stage.press_with("Wexmoor Studio");
    stage.press(Role::radio, "No answer");
    stage.press(Role::button, "Back");
    stage.press_with("Côte Hill");
    stage.press(Role::radio, "Call back");
    stage.press(Role::button, "Back");
    stage.press_with("St Brigid");
    stage.press(Role::button, "Start the call");
    stage.pass(4 * 60'000);
    say_of(stage, 0, 0);
    say_of(stage, 1, 0);
    say_of(stage, 2, 2);
    say_of(stage, 3, 1);
    stage.type("In words: What the help is", "Two of its teachers coach in three primary schools.");
    stage.pass(1000);
}

}  // namespace

std::vector<Scene> week_one_scenes() {
    using With = Stage::With;
    return {
        {"start-meeting-school", With::own_inspection,
         [](Stage& stage) {
             schools(stage);
             to_place(stage, "Today");
             stage.press(Role::button, "Start a meeting");
             stage.type("School", "wex");
         }},
        {"meeting-school", With::own_inspection,
         [](Stage& stage) {
             schools(stage);
             to_place(stage, "Today");
             stage.press(Role::button, "Start a meeting");
             stage.type("School", "brigid");
             stage.press_with("St Brigid");
             stage.press(Role::button, "Start");
         }},
        {"times-school", With::own_inspection,
         [](Stage& stage) {
             schools(stage);
             to_place(stage, "Today");
             stage.press(Role::button, "Start a meeting");
             stage.type("School", "brigid");
             stage.press_with("St Brigid");
             stage.press(Role::button, "Start");
             to_place(stage, "Notebook");
             stage.press(Role::button, "Times and details");
         }},
        {"schools-empty", With::own_inspection, [](Stage& stage) { to_row(stage, "Schools"); }},
        {"schools-import", With::own_inspection, school_list},
        {"schools", With::own_inspection, schools},
        {"school", With::own_inspection,
         [](Stage& stage) {
             schools(stage);
             stage.press_with("St Brigid");
         }},
        {"evidence-forms-empty", With::own_inspection, [](Stage& stage) { to_row(stage, "Evidence forms"); }},
        {"evidence-forms", With::own_inspection, evidence_forms},
        {"evidence-form", With::own_inspection, talk_with_head},
        {"evidence-form-unavailable", With::own_inspection,
         [](Stage& stage) {
             evidence_forms(stage);
             stage.press_with("Ashby Lane");
             stage.press_with("LA representative");
         }},
        {"read-only-evidence-form", With::own_inspection,
         [](Stage& stage) {
             evidence_forms(stage);
             read_only(stage);
             to_row(stage, "Evidence forms");
             stage.press_with("Ashby Lane");
         }},
        {"school-inspected", With::own_inspection,
         [](Stage& stage) {
             evidence_forms(stage);
             to_row(stage, "Schools");
             stage.press_with("Ashby Lane");
         }},
        {"survey-empty", With::own_inspection, [](Stage& stage) { to_row(stage, "Telephone survey"); }},
        {"survey", With::own_inspection,
         [](Stage& stage) {
             survey_call(stage);
             stage.press(Role::button, "Back");
         }},
        {"survey-call", With::own_inspection, survey_call},
        {"survey-call-back", With::own_inspection,
         [](Stage& stage) {
             survey_call(stage);
             stage.press(Role::button, "Back");
             stage.press_with("Côte Hill");
             stage.type("Or at", "half past two");
             stage.press(Role::button, "Set this time");
         }},
        {"survey-sample", With::own_inspection,
         [](Stage& stage) {
             survey_call(stage);
             stage.press(Role::button, "Back");
             stage.press(Role::button, "Sample");
             stage.type("Good or outstanding", "2");
             stage.type("Academies", "many");
             stage.press(Role::button, "Draw the sample");
             stage.type("Academies", "1");
             stage.press(Role::button, "Draw the sample");
         }},
        {"survey-answers", With::own_inspection,
         [](Stage& stage) {
             survey_call(stage);
             stage.press(Role::button, "Back");
             stage.press(Role::button, "Answers so far");
         }},

        {"survey-answers-words", With::own_inspection,
         [](Stage& stage) {
             survey_call(stage);
             stage.press(Role::button, "Back");
             stage.press(Role::button, "Answers so far");
             stage.press_with("1 school said something in words");
         }},
    };
}

}  // namespace daybook::testing
