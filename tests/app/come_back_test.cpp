// Entries that somebody wants to come back to: the mark, where it shows, and Today, on which they wait.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/notebook/edits.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

constexpr std::string_view mark = "Come back to this";

void write(Stage& stage, const std::string& words) {
    stage.type("What was said", words);
    stage.pass(1000);
}

bool is_on(const Stage& stage) {
    return stage.node(Role::toggle_button, mark).pressed == true;
}

bool is_listed(const Stage& stage, std::string_view words) {
    const SemanticNode* list = nullptr;
    for (const SemanticNode* one : stage.all(Role::list)) {
        if (one->name == "To come back to") list = one;
    }
    if (list == nullptr) return false;
    return std::ranges::any_of(stage.all(Role::button), [&](const SemanticNode* one) {
        return one->name.contains(words) && one->box.y >= list->box.y && one->box.y < list->box.y + list->box.height;
    });
}

}  // namespace

TEST_CASE("come back: one press puts an entry on Today, and another takes it off") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    write(stage, "Ask for the list of schools.");
    CHECK_FALSE(is_on(stage));
    stage.take_sent();
    stage.press(Role::toggle_button, mark);
    CHECK(is_on(stage));
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"come_back"});
    stage.press(Role::button, "Today");
    CHECK(is_listed(stage, "Ask for the list"));

    stage.press_with("Ask for the list");
    stage.press(Role::toggle_button, mark);
    CHECK_FALSE(is_on(stage));
    stage.press(Role::button, "Today");
    CHECK_FALSE(is_listed(stage, "Ask for the list"));
}

TEST_CASE("come back: what was put on Today is in the list with its badge, and a retired entry is not on it") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    write(stage, "Ask for the list of schools.");
    stage.press(Role::toggle_button, mark);
    stage.press(Role::button, "Notebook");
    CHECK(button_with(stage, "Ask for the list").contains("come back to this"));
    stage.press_with("Ask for the list");
    stage.press(Role::button, "Retire this entry");
    stage.press(Role::button, "Today");
    CHECK_FALSE(is_listed(stage, "Ask for the list"));
}

TEST_CASE("come back: all of them are on Today, and each can be reached") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    for (int count = 0; count < 12; ++count) {
        write(stage, "Question " + std::string(1, static_cast<char>('A' + count)));
        stage.press(Role::toggle_button, mark);
        stage.press(Role::button, "New entry");
    }
    stage.press(Role::button, "Today");
    CHECK(is_listed(stage, "Question L"));
    const auto entries = stage.all(Role::list_item);
    CHECK(std::ranges::any_of(entries, [](const SemanticNode* one) { return one->set_size == 12; }));
}

TEST_CASE("undo: its buttons beside the marks do what its keys do, and rest where there is nothing to take back") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    write(stage, "Two schools were named.");
    CHECK(stage.node(Role::button, "Undo").disabled);
    stage.press(Role::toggle_button, "In confidence");
    CHECK_FALSE(stage.node(Role::button, "Undo").disabled);
    CHECK(stage.node(Role::button, "Redo").disabled);
    stage.press(Role::button, "Undo");
    CHECK(stage.node(Role::toggle_button, "In confidence").pressed == false);
    stage.press(Role::button, "Redo");
    CHECK(stage.node(Role::toggle_button, "In confidence").pressed == true);
}

}  // namespace daybook::testing
