// Words and filters, and views that were saved.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/app/pseudo.h"
#include "tests/app/scenes/scenes.h"
#include "tests/app/scenes/steps.h"

namespace daybook::testing {
namespace {

void search(Stage& stage, std::string_view complaint) {
    to_place(stage, "Find");
    stage.type("Words to find", "band");
    const auto asked = stage.take_sent_of<Search>().back();
    stage.say(SearchResults{asked.number, {}, std::string(complaint)});
}

void find(Stage& stage) {
    to_place(stage, "Find");
    stage.type("Words to find", "band");
    const ItemId entry = stage.engine.entry_with("redrawn");
    const auto asked = stage.take_sent_of<Search>().back();
    const std::string excerpt =
        "The grouping of schools into four \x02"
        "bands\x03 was explained from a chart that "
        "was redrawn in July. Two of the three officers described the third \x02"
        "band\x03 differently.";
    stage.say(SearchResults{asked.number, {{stage.engine.inspection_of(entry), entry, excerpt}}, ""});
}

bool has_words(const SemanticNode& node, std::string_view words) {
    return node.name.contains(words) || node.name.contains(accented(words));
}

/// One of the sheet of filters, by what it is called: how many it would leave stands behind that.
void press_value(Stage& stage, std::string_view value) {
    for (const SemanticNode* one : stage.all(Role::toggle_button)) {
        if (has_words(*one, value) && one->name.contains(": ")) return stage.press(one->id);
    }
    FAIL("no value is called " << value);
}

/// What was strong in meetings, on the sheet on which that is chosen.
void filters(Stage& stage) {
    to_place(stage, "Find");
    stage.press(Role::button, "Filters");
    press_value(stage, "Strength");
    press_value(stage, "Meeting");
}

/// Other buttons show more values; this one stands beneath them all.
void show_what_is_left(Stage& stage) {
    SemanticId last = 0;
    for (const SemanticNode* one : stage.all(Role::button)) {
        if (has_words(*one, "Show ")) last = one->id;
    }
    stage.press(last);
}

void saved_view(Stage& stage) {
    filters(stage);
    show_what_is_left(stage);
    stage.press(Role::button, "Save this view");
    stage.type("Name of the view", "Strengths for the letter");
    stage.press(Role::button, "Save");
}

}  // namespace

std::vector<Scene> find_scenes() {
    using With = Stage::With;
    return {
        {"find-nothing-asked", With::sample, [](Stage& stage) { to_place(stage, "Find"); }},
        {"find", With::sample, find},
        {"find-nothing", With::sample, [](Stage& stage) { search(stage, ""); }},
        {"find-filters", With::sample, filters},
        {"find-filtered", With::sample,
         [](Stage& stage) {
             filters(stage);
             show_what_is_left(stage);
         }},
        {"find-nothing-left", With::sample,
         [](Stage& stage) {
             filters(stage);
             press_value(stage, "In confidence");
             show_what_is_left(stage);
         }},
        {"find-view-name", With::sample,
         [](Stage& stage) {
             filters(stage);
             show_what_is_left(stage);
             stage.press(Role::button, "Save this view");
             stage.press(Role::button, "Save");
         }},
        {"find-view", With::sample, saved_view},
        {"find-views", With::sample,
         [](Stage& stage) {
             saved_view(stage);
             stage.press(Role::button, "Clear all");
         }},
        {"find-view-deleted", With::sample,
         [](Stage& stage) {
             saved_view(stage);
             stage.press(Role::button, "Delete");
         }},
        {"find-complaint", With::sample, [](Stage& stage) { search(stage, "The search could not be made."); }},
    };
}

}  // namespace daybook::testing
