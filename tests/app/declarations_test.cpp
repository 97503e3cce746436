// Conflicts of interest on the screen: declared, corrected, decided on, retired.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/notebook/flag_edits.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

void to_declarations(Stage& stage) {
    stage.press(Role::button, "More");
    stage.press_with("Conflicts of interest");
}

void declare(Stage& stage) {
    to_declarations(stage);
    stage.press(Role::button, "Add a declaration");
    stage.type("What is declared", "Was a governor here until 2012.");
    stage.press(Role::button, "Save");
}

}  // namespace

TEST_CASE("F42: who declares what, and when, is written down, and what was decided is added later") {
    Stage stage(Stage::With::own_inspection);
    declare(stage);
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"who", "what", "day", "decided"});
    CHECK(stage.has(Role::heading, "Ada Penn"));
    CHECK(says(stage, "Mon 14 Sep 2015"));
    CHECK(says(stage, "Nothing yet"));
    stage.press(Role::button, "Change: Ada Penn");
    stage.type("What was decided", "Does not meet that school.");
    stage.press(Role::button, "Save");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"decided"});
    CHECK(says(stage, "Does not meet that school."));
    stage.press(Role::button, "More");
    CHECK(button_with(stage, "Conflicts of interest").contains("1 is declared"));
}

TEST_CASE("F42: a declaration without words or a day is not kept, and it is said what is missing") {
    Stage stage(Stage::With::own_inspection);
    to_declarations(stage);
    stage.press(Role::button, "Add a declaration");
    stage.take_sent();
    stage.type("Who declares it", " ");
    stage.type("Day it was declared", "soon");
    stage.press(Role::button, "Save");
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(stage.node(Role::text_box, "Who declares it").description.contains("Say who declares it."));
    CHECK(stage.node(Role::text_box, "What is declared").description.contains("Say what is declared"));
    CHECK(stage.node(Role::text_box, "Day it was declared").description.contains("This is not a date."));
    stage.press(Role::button, "Cancel");
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(says(stage, "Nothing is declared"));
}

TEST_CASE("F42: one that was declared by mistake is retired and kept, by undo or by hand") {
    Stage stage(Stage::With::own_inspection);
    declare(stage);
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(says(stage, "Mon 14 Sep 2015 · retired"));
    stage.press(Role::button, "Bring back: Ada Penn");
    CHECK_FALSE(says(stage, "retired"));
    stage.press(Role::button, "Retire: Ada Penn");
    CHECK(says(stage, "Mon 14 Sep 2015 · retired"));
}

}  // namespace daybook::testing
