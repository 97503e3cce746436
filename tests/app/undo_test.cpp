// Undo and redo by their keys: outside of fields, by edits of their own, and told of where they cannot be.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/notebook/edits.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

bool key(Stage& stage, char32_t sign, Held held, Typing typing = Typing::nowhere) {
    const bool taken = stage.app->press_key({.key = sign, .held = held, .typing = typing});
    stage.settle();
    return taken;
}
bool undo(Stage& stage) {
    return key(stage, U'z', Held::control);
}
bool redo(Stage& stage) {
    return key(stage, U'z', Held::control_shift);
}

bool is_on(const Stage& stage, std::string_view name) {
    return stage.node(Role::toggle_button, name).pressed == true;
}

void write(Stage& stage) {
    start_meeting(stage);
    stage.type("What was said", "Two schools were named.");
    stage.pass(1000);
}

}  // namespace

TEST_CASE("undo: the last marks are taken back one by one, and done again, each by an edit of its own") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.press(Role::toggle_button, "In confidence");
    stage.press(Role::toggle_button, "Use of funding");
    stage.take_sent();
    CHECK(undo(stage));
    CHECK_FALSE(is_on(stage, "Use of funding"));
    CHECK(is_on(stage, "In confidence"));
    CHECK(undo(stage));
    CHECK_FALSE(is_on(stage, "In confidence"));
    CHECK_FALSE(undo(stage));  // there is nothing more
    CHECK(redo(stage));
    CHECK(redo(stage));
    CHECK(is_on(stage, "Use of funding"));
    CHECK(is_on(stage, "In confidence"));
    CHECK_FALSE(redo(stage));
    CHECK(stage.take_sent_of<Edit>().size() == 4);
    CHECK(undo(stage));
    CHECK_FALSE(is_on(stage, "Use of funding"));
}

TEST_CASE("undo: of two marks of which the second was made before the first was answered, the first comes back") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    const auto is_chosen = [&](std::string_view name) { return stage.node(Role::radio, name).pressed == true; };
    const SemanticId strength = stage.node(Role::radio, "Strength").id;
    const SemanticId weakness = stage.node(Role::radio, "Weakness").id;
    stage.engine_answers = false;
    stage.press(strength);
    stage.press(weakness);
    CHECK_FALSE(undo(stage));  // what stands is not known before the answers
    stage.engine_answers = true;
    stage.settle();
    CHECK(is_chosen("Weakness"));
    CHECK(undo(stage));
    CHECK(is_chosen("Strength"));
    CHECK(undo(stage));
    CHECK_FALSE(is_chosen("Strength"));
    CHECK(redo(stage));
    CHECK(is_chosen("Strength"));
}

TEST_CASE("undo: something new forgets what could have been done again") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.press(Role::toggle_button, "In confidence");
    undo(stage);
    stage.press(Role::toggle_button, "Use of funding");
    CHECK_FALSE(redo(stage));
}

TEST_CASE("undo: in a field it stays the field's own") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.press(Role::toggle_button, "In confidence");
    CHECK_FALSE(key(stage, U'z', Held::control, Typing::in_a_field));
    CHECK(is_on(stage, "In confidence"));
}

TEST_CASE("undo: what was changed since by somebody else stays, and that is said") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.press(Role::toggle_button, "In confidence");
    const auto edits = stage.take_sent_of<Edit>();
    REQUIRE_FALSE(edits.empty());
    // As if the other device's change had come in: the engine's answer to an edit that this app did not make.
    const ItemId entry = std::get<SetField>(edits.back().changes.front()).item;
    const Edit other{
        .number = 9999, .inspection = edits.back().inspection, .changes = edits::set_confidence(entry, false)};
    for (const Event& event : stage.engine.answer(other, stage.now)) stage.say(event);
    stage.settle();
    CHECK(undo(stage));
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(std::ranges::any_of(stage.window.mirrored.nodes(),
                              [](const SemanticNode& one) { return one.name.contains("changed again since"); }));
}

TEST_CASE("undo: a lock forgets what could be taken back") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.press(Role::toggle_button, "In confidence");
    stage.app->lock();
    stage.reopen([](OpenInspection&) {});
    CHECK_FALSE(undo(stage));
}

}  // namespace daybook::testing
