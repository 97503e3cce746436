// What can be asked, offered while one writes: it begins a paragraph, where the caret is.
#include "app/screens/entry_prompts.h"

#include <doctest/doctest.h>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

std::string words_of(const Stage& stage) {
    for (const auto& field : stage.window.fields.shown()) {
        if (field.label == "What was said") return field.value;
    }
    FAIL("no words are shown");
    return {};
}

void open_prompts(Stage& stage) {
    start_meeting(stage);
    CHECK(stage.node(Role::button, "Prompts").expanded == false);
    stage.press(Role::button, "Prompts");
    CHECK(stage.node(Role::button, "Prompts").expanded == true);
}

}  // namespace

TEST_CASE(
    "prompts: one is asked by a press, which begins a paragraph with what it is about, and the caret stands there") {
    Stage stage(Stage::With::own_inspection);
    open_prompts(stage);
    stage.press_with("How good are decisions");
    CHECK(words_of(stage) == "Decisions: ");
    const SemanticId field = stage.node(Role::text_box, "What was said").id;
    CHECK(stage.window.fields.focused() == field);
    CHECK(stage.window.fields.caret(field) == CaretPlace{.start = 11, .end = 11});
    stage.type("What was said", "Decisions: made with the schools.");
    stage.press_with("How committed are members");
    CHECK(words_of(stage) == "Decisions: made with the schools.\nCommitment: ");
}

TEST_CASE("prompts: what one begins is kept like every word that is typed") {
    Stage stage(Stage::With::own_inspection);
    open_prompts(stage);
    stage.press_with("How good are decisions");
    stage.take_sent();
    stage.pass(1000);
    stage.press(Role::button, "Notebook");
    CHECK(button_with(stage, "Decisions:").contains("Decisions:"));
}

TEST_CASE("prompts: they are those of the kind of activity") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::radio, "Telephone survey call");
    stage.press(Role::button, "Start");
    stage.press(Role::button, "Prompts");
    CHECK(stage.has(Role::list, "An academy"));
    CHECK_FALSE(stage.has(Role::list, "Use of resources"));
}

TEST_CASE("prompts: where the pack has none for the activity nothing is offered") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::radio, "Preparation");
    stage.press(Role::button, "Start");
    CHECK_FALSE(stage.has(Role::button, "Prompts"));
}

TEST_CASE("prompts: a paragraph is begun below the one in which the caret stands, or in it if it is blank") {
    const auto begun = [](std::string_view words, std::size_t caret) {
        const ParagraphBegun one = begin_paragraph(words, caret, "P: ");
        return std::string(words).insert(one.at, one.text);
    };
    CHECK(begun("", 0) == "P: ");
    CHECK(begun("One.", 0) == "One.\nP: ");
    CHECK(begun("One.", 4) == "One.\nP: ");
    CHECK(begun("One.\n", 5) == "One.\nP: ");
    CHECK(begun("One.\n", 2) == "One.\nP: \n");
    CHECK(begun("One.\n\nTwo.", 5) == "One.\nP: \nTwo.");
    CHECK(begun("One.\n  \nTwo.", 6) == "One.\n  P: \nTwo.");
    CHECK(begun("One.\nTwo.", 7) == "One.\nTwo.\nP: ");
    CHECK(begun("One.", 400) == "One.\nP: ");
}

}  // namespace daybook::testing
