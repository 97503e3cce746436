// What an entry says beyond its words: out of sight until it is asked for, and seen at once where it is set.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/notebook/flag_edits.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

constexpr std::string_view said = "Two of the seven plans had no targets.";

void write_entry(Stage& stage) {
    start_meeting(stage);
    stage.type("What was said", std::string(said));
    stage.pass(1000);
    stage.take_sent();
}

bool has_button(const Stage& stage, std::string_view part) {
    return std::ranges::any_of(stage.all(Role::button), [&](const SemanticNode* one) {
        return one->name.contains(part) || one->description.contains(part);
    });
}

void undo(Stage& stage) {
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
}

}  // namespace

TEST_CASE("flags: they are out of sight until they are asked for, and the entry is created with the first of them") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    CHECK_FALSE(stage.has(Role::toggle_button, "Follow-up"));
    stage.press(Role::button, "More marks");
    CHECK_FALSE(stage.has(Role::text_box, "Impact"));  // of what is not written yet
    stage.press(Role::toggle_button, "Follow-up");
    const auto edits = stage.take_sent_of<Edit>();
    REQUIRE(edits.size() == 2);
    CHECK(changes_of<Create>(edits).size() == 1);
    CHECK(fields_of(edits).back() == "follow_up");
    CHECK(stage.node(Role::toggle_button, "Follow-up").pressed == true);
    CHECK(stage.has(Role::text_box, "Impact"));
    stage.press(Role::button, "More marks");
    CHECK_FALSE(stage.has(Role::toggle_button, "Follow-up"));
    CHECK(has_button(stage, "Open, nobody’s yet"));  // what is set stays in sight
}

TEST_CASE("H26: the impact that was seen is written as words are, kept within a second, and seen where the entry is") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage);
    stage.press(Role::button, "More marks");
    stage.type("Impact", "Pupils miss mathematics.");
    stage.pass(1000);
    const auto sent = stage.take_sent_of<EditText>();
    REQUIRE(sent.size() == 1);
    CHECK(sent.front().splice.field == "impact");
    CHECK(sent.front().splice.inserted == "Pupils miss mathematics.");
    stage.type("What was said", std::string(said) + " Nobody knew why.");
    stage.pass(1000);
    const auto words = stage.take_sent_of<EditText>();
    REQUIRE(words.size() == 1);
    CHECK(words.front().splice.field == "words");
    stage.leave_field();
    stage.press(Role::button, "More marks");
    CHECK(says(stage, "Pupils miss mathematics."));
    stage.press(Role::button, "Notebook");
    CHECK(has_button(stage, "impact"));
}

TEST_CASE("H27: the impact that the first samples have in a field is shown, and goes on as a text") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage);
    const ItemId entry = stage.engine.entry_with(said);
    Revision old;
    old.inspection = stage.engine.inspection_of(entry);
    old.device.bytes[0] = 2;
    old.seq = 1;
    old.stamp = {stage.now.at.unix_ms, 0, old.device};
    old.author = "Imre Callow";
    old.written_at = stage.now;
    old.change = SetField{entry, "impact", std::string("Less mathematics.")};
    stage.say(Appended{0, old.inspection, {encode(old)}});
    stage.settle();
    CHECK(says(stage, "Less mathematics."));
    stage.press(Role::button, "More marks");
    stage.type("Impact", "Less mathematics in two schools.");
    stage.pass(1000);
    const auto sent = stage.take_sent_of<EditText>();
    REQUIRE(sent.size() == 1);
    CHECK(sent.front().splice.inserted == "Less mathematics in two schools.");
    stage.leave_field();
    stage.press(Role::button, "More marks");
    CHECK(says(stage, "Less mathematics in two schools."));
}

TEST_CASE("H35, H38: an emerging finding is marked with one tap, said beside the entry, and taken back with undo") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage);
    stage.press(Role::button, "More marks");
    stage.press(Role::toggle_button, "Emerging finding");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"emerging"});
    stage.press(Role::button, "More marks");
    CHECK(says(stage, "may be shared at the next meeting with the DCS"));
    undo(stage);
    CHECK_FALSE(says(stage, "may be shared at the next meeting with the DCS"));
}

TEST_CASE("H34, F43: a disclosure is one of three kinds, another takes its place, and the same again takes it back") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage);
    stage.press(Role::button, "More marks");
    stage.press(Role::radio, "Safeguarding");
    CHECK(stage.node(Role::radio, "Safeguarding").pressed == true);
    stage.press(Role::radio, "Possible crime");
    CHECK(stage.node(Role::radio, "Safeguarding").pressed == false);
    stage.press(Role::radio, "Possible crime");
    CHECK(stage.node(Role::radio, "Possible crime").pressed == false);
    CHECK_FALSE(has_button(stage, "Not passed on yet."));
    undo(stage);
    CHECK(stage.node(Role::radio, "Possible crime").pressed == true);
}

TEST_CASE("H34, F43: beside “in confidence” it is said in plain words that the duty to pass it on comes before it") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage);
    stage.press(Role::toggle_button, "In confidence");
    stage.press(Role::button, "More marks");
    stage.press(Role::radio, "Safeguarding");
    CHECK(has_button(stage, "The duty to pass it on comes before “in confidence”."));
    stage.press_with("Safeguarding");
    CHECK(stage.has(Role::heading, "To be passed on"));
    CHECK(says(stage, "it is passed on all the same"));
}

TEST_CASE("flags: where nothing can be written, what is set is read, and leads to where more is said of it") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage);
    stage.press(Role::button, "More marks");
    stage.press(Role::toggle_button, "Follow-up");
    stage.press(Role::toggle_button, "Serious concern");
    stage.type("Impact", "Pupils miss mathematics.");
    stage.pass(1000);
    stage.reopen([](OpenInspection& open) { open.read_only = "A later version of Daybook wrote this."; });
    stage.press(Role::button, "Notebook");
    stage.press_with("Two of the seven");
    CHECK_FALSE(stage.has(Role::button, "More marks"));
    CHECK(says(stage, "Pupils miss mathematics."));
    stage.press_with("Open, nobody");
    CHECK(stage.has(Role::heading, "Follow-up"));
    CHECK_FALSE(stage.has(Role::button, "Write the answer"));
    stage.press(Role::button, "Back");
    stage.press_with("Not passed on yet");
    CHECK(stage.has(Role::heading, "Serious concern"));
    CHECK_FALSE(stage.has(Role::text_box, "To whom"));
}

}  // namespace daybook::testing
