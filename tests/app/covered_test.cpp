// The words covered from those who sit across the table, and shown again.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

bool shows(const Stage& stage, std::string_view words) {
    const auto& nodes = stage.window.mirrored.nodes();
    return std::ranges::any_of(
        nodes, [&](const SemanticNode& one) { return one.name.contains(words) || one.description.contains(words); });
}

void write(Stage& stage) {
    start_meeting(stage);
    stage.type("What was said", "Two schools were named.");
}

}  // namespace

TEST_CASE(
    "covered: one press covers the words, in a meeting and beside the list, and nothing of them is told or shown") {
    for (const float width : {390.0F, 1366.0F}) {
        Stage stage(Stage::With::own_inspection, width, 844);
        write(stage);
        stage.press(Role::button, "Back");
        stage.press(Role::button, "Notebook");
        stage.press_with("Two schools");
        CHECK(shows(stage, width > 1000 ? "Two schools" : "What was said"));
        stage.press(Role::button, "Cover the words");
        CHECK(stage.has(Role::heading, "Covered"));
        CHECK_FALSE(shows(stage, "Two schools"));
        CHECK(stage.window.fields.shown().empty());
    }
}

TEST_CASE("covered: what was typed is sent at once, time goes on, and one types on where one was") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    const CaretPlace left{.start = 4, .end = 11, .scroll = 20};
    const SemanticId field = stage.node(Role::text_box, "What was said").id;
    stage.window.fields.put_caret(field, left);
    stage.take_sent();
    stage.press(Role::button, "Cover the words");
    const auto sent = stage.take_sent_of<EditText>();
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].splice.inserted.contains("named."));
    stage.pass(8 * 60'000);
    CHECK(shows(stage, "8 min"));
    stage.press(Role::button, "Show the words");
    REQUIRE(stage.window.fields.shown().size() == 1);
    CHECK(stage.window.fields.shown()[0].spec.begins_at == left);
    CHECK(stage.window.fields.focused() == field);
}

TEST_CASE("covered: Escape shows the words again, and no field has the caret where nobody typed") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.leave_field();
    stage.settle();
    stage.press(Role::button, "Cover the words");
    stage.app->go_back();
    stage.settle();
    CHECK(stage.has(Role::text_box, "What was said"));
    CHECK(stage.window.fields.focused() == 0);
}

TEST_CASE("covered: what could not be saved is said on the cover too") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.press(Role::button, "Cover the words");
    stage.say(Failed{"There is no room left on this device.", "Your words are kept in memory and are tried again."});
    stage.settle();
    CHECK(shows(stage, "There is no room left"));
}

}  // namespace daybook::testing
