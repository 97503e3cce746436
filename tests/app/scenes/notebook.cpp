// What is in the notebook: entries, their photographs, their history, and the notebook as it stood.
#include <string>
#include <vector>

#include "tests/app/scenes/scenes.h"
#include "tests/app/scenes/steps.h"

namespace daybook::testing {
namespace {

/// A paragraph that is a weakness, and chosen words that are in confidence.
void passages(Stage& stage) {
    to_meeting(stage);
    stage.type("What was said",
               "Two of the seven plans that were read had no targets for mathematics.\n"
               "The virtual head said that she is leaving at Christmas. Nobody else knows.");
    stage.pass(1000);
    stage.put_caret("What was said", "Two of");
    stage.press(Role::radio, "Paragraph");
    stage.press(Role::radio, "Weakness");
    stage.press(Role::toggle_button, "Knowing the schools");
    stage.choose("What was said", "she is leaving at Christmas");
    stage.press(Role::toggle_button, "In confidence");
    stage.pass(1000);
}

/// Another device has written the same entry.
void edited_apart(Stage& stage) {
    const ItemId entry = stage.engine.entry_with("redrawn");
    const std::string words = "The chart was redrawn by hand, on the wall of the meeting room.";
    Revision other;
    other.inspection = stage.engine.inspection_of(entry);
    other.device.bytes[0] = 2;
    other.seq = 1;
    other.stamp = {stage.now.at.unix_ms + 100'000, 0, other.device};
    other.author = "Imre Callow";
    other.written_at = stage.now;
    other.change = Splice{entry, "words", {}, 0, 0, words};
    stage.heard.insert(stage.heard.end(), {words, other.author});
    stage.say(Appended{0, other.inspection, {encode(other)}});
    stage.settle();
}

/// Words that were changed twice, ten minutes apart, marks, and what a colleague wrote.
void changed_entry(Stage& stage) {
    to_meeting(stage);
    stage.type("What was said",
               "The virtual head checks attendance every morning and rings the school before ten.\n"
               "Personal education plans are reviewed each term, and each of the seven that were read had targets.");
    stage.pass(1000);
    stage.press(Role::radio, "Strength");
    stage.press(Role::toggle_button, "Impact over time");
    stage.pass(10 * 60'000);
    stage.type("What was said",
               "The virtual head checks attendance every morning and rings the school before ten.\n"
               "Personal education plans are reviewed each term. Two of the seven that were read had no targets for "
               "mathematics.");
    stage.pass(1000);
    stage.press(Role::radio, "Weakness");
    stage.press(Role::toggle_button, "In confidence");
    stage.pass(25 * 60'000);
    stage.type("What was said",
               "The virtual head checks attendance every morning.\n"
               "Personal education plans are reviewed each term. Two of the seven that were read had no targets for "
               "mathematics.");
    stage.pass(1000);
}

void to_past(Stage& stage, const std::string& clock) {
    to_row(stage, "As it stood");
    stage.type("Day", "2015-09-14");
    stage.type("Time", clock);
    stage.press(Role::button, "Show");
}

}  // namespace

std::vector<Scene> notebook_scenes() {
    using With = Stage::With;
    return {
        {"notebook-empty", With::own_inspection, [](Stage& stage) { to_place(stage, "Notebook"); }},
        {"notebook", With::sample, [](Stage& stage) { to_place(stage, "Notebook"); }},
        {"entry", With::sample, to_entry},
        {"entry-retired", With::sample,
         [](Stage& stage) {
             to_entry(stage);
             stage.press(Role::button, "Retire this entry");
         }},
        {"entry-photograph-coming", With::sample,
         [](Stage& stage) {
             photographs(stage, 2);
             static_cast<void>(stage.app->photograph_coming(3));
         }},
        {"photograph", With::sample,
         [](Stage& stage) {
             photographs(stage, 3);
             stage.press_with("Photograph 2 of 3");
             stage.press(Role::button, "Closer");
             stage.type("What the photograph shows", "The chart as it was in May");
             stage.pass(1000);
         }},
        {"photograph-retired", With::sample,
         [](Stage& stage) {
             photographs(stage, 1);
             stage.press_with("Photograph, ");
             stage.press(Role::button, "Retire this photograph");
         }},
        {"photograph-damaged", With::sample,
         [](Stage& stage) {
             stage.engine.file_complaint = "This attachment is damaged, in both copies.";
             photographs(stage, 1);
             stage.press_with("Photograph, ");
         }},
        {"photograph-refused", With::sample,
         [](Stage& stage) {
             photographs(stage, 0);
             stage.app->photograph_failed(1, PhotographFault::too_large, 108);
         }},
        {"entry-edited-apart", With::sample,
         [](Stage& stage) {
             edited_apart(stage);
             to_entry(stage);
         }},
        {"entry-passages", With::own_inspection, passages},
        {"entry-passages-read", With::own_inspection,
         [](Stage& stage) {
             passages(stage);
             read_only(stage);
             to_place(stage, "Notebook");
             stage.press_with("Two of the seven");
         }},
        {"history", With::own_inspection,
         [](Stage& stage) {
             changed_entry(stage);
             stage.press(Role::button, "History of this entry");
         }},
        {"history-open", With::own_inspection,
         [](Stage& stage) {
             changed_entry(stage);
             stage.press(Role::button, "History of this entry");
             stage.press_with("3 changes one by one");
         }},
        {"history-brought-back", With::own_inspection,
         [](Stage& stage) {
             changed_entry(stage);
             stage.press(Role::button, "History of this entry");
             stage.press_with("Bring these words back");
         }},
        {"history-edited-apart", With::sample,
         [](Stage& stage) {
             edited_apart(stage);
             to_entry(stage);
             stage.press(Role::button, "History of this entry");
         }},
        {"past-begun", With::own_inspection, [](Stage& stage) { to_row(stage, "As it stood"); }},
        {"past", With::own_inspection,
         [](Stage& stage) {
             changed_entry(stage);
             to_past(stage, "10:05");
         }},
        {"past-errors", With::own_inspection, [](Stage& stage) { to_past(stage, "half past ten"); }},
        {"past-entry", With::own_inspection,
         [](Stage& stage) {
             changed_entry(stage);
             to_past(stage, "10:05");
             stage.press_with("The virtual head");
         }},
        {"read-only-history", With::own_inspection,
         [](Stage& stage) {
             changed_entry(stage);
             read_only(stage);
             to_place(stage, "Notebook");
             stage.press_with("The virtual head");
             stage.press(Role::button, "History of this entry");
         }},
        {"read-only-entry", With::sample,
         [](Stage& stage) {
             read_only(stage);
             to_entry(stage);
         }},
    };
}

}  // namespace daybook::testing
