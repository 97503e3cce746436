#include <doctest/doctest.h>

#include <algorithm>

#include "tests/app/steps.h"

namespace daybook::testing {

TEST_CASE("today: a meeting is started with its kind and the people by role") {
    Stage stage(Stage::With::own_inspection);
    stage.tap(Role::button, "Start a meeting");
    stage.press(Role::radio, "Telephone call");
    stage.press(Role::toggle_button, "Chief Executive of the authority");
    stage.type("Place", "By telephone");
    stage.press(Role::button, "Start");
    const auto edits = stage.take_sent_of<Edit>();
    REQUIRE(edits.size() == 1);
    const auto values = changes_of<SetField>(edits);
    CHECK(std::ranges::any_of(
        values, [](const SetField& one) { return one.field == "kind" && one.value == Value("telephone-call"); }));
    CHECK(std::ranges::any_of(
        values, [](const SetField& one) { return one.field == "place" && one.value == Value("By telephone"); }));
    REQUIRE(changes_of<SetMember>(edits).size() == 1);
    CHECK(changes_of<SetMember>(edits)[0].member == Value("chief-executive"));
    CHECK(stage.has(Role::heading, "Telephone call"));
    CHECK(stage.has(Role::text_box, "What was said"));
}

TEST_CASE("F34: who was met is asked for in a meeting, and not where documents are scrutinised or data analysed") {
    for (const std::string kind : {"Scrutiny of documents", "Analysis of data"}) {
        CAPTURE(kind);
        Stage stage(Stage::With::own_inspection);
        stage.press(Role::button, "Start a meeting");
        stage.press(Role::toggle_button, "Chief Executive of the authority");
        stage.press(Role::radio, kind);
        CHECK_FALSE(stage.has(Role::toggle_button, "Chief Executive of the authority"));
        stage.take_sent();
        stage.press(Role::button, "Start");
        const auto edits = stage.take_sent_of<Edit>();
        CHECK(changes_of<SetMember>(edits).empty());  // what was tapped before goes with what it belonged to
        CHECK(std::ranges::contains(fields_of(edits), "kind"));
        CHECK(stage.has(Role::heading, kind));
        stage.pass(30 * 60'000);
        stage.press(Role::button, "Stop the meeting");
        CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"ended_at"});
    }
}

TEST_CASE("H34, F43: nothing that is asked of who was met is a name") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Start a meeting");
    std::vector<std::string> fields;
    for (const SemanticNode* one : stage.all(Role::text_box)) fields.push_back(one->name);
    CHECK(fields == std::vector<std::string>{"Place"});
    stage.press(Role::toggle_button, "Governor of a school");
    stage.take_sent();
    stage.press(Role::button, "Start");
    const auto members = changes_of<SetMember>(stage.take_sent_of<Edit>());
    REQUIRE(members.size() == 1);
    CHECK(members[0].member == Value("governor"));
}

TEST_CASE("today: the caret is in a new entry at once, two taps from here") {
    Stage stage(Stage::With::own_inspection);
    stage.tap(Role::button, "Start a meeting");
    stage.tap(Role::button, "Start");
    CHECK(stage.window.fields.focused() == stage.node(Role::text_box, "What was said").id);
}

TEST_CASE("today: a running meeting can be gone on with and stopped") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.press(Role::button, "Back");
    CHECK_FALSE(stage.has(Role::button, "Start a meeting"));
    CHECK(stage.has(Role::button, "Go on writing"));
    stage.pass(12 * 60'000);
    stage.press(Role::button, "Stop");
    const auto edits = stage.take_sent_of<Edit>();
    REQUIRE(edits.size() == 1);
    CHECK(fields_of(edits) == std::vector<std::string>{"ended_at"});
    CHECK(stage.has(Role::button, "Start a meeting"));
    CHECK(button_with(stage, "12 min").contains("no entries") == false);
}

TEST_CASE("entry: the first words create it, and more words follow as splices") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Two");
    CHECK(stage.take_sent().empty());
    stage.pass(300);
    const auto first = stage.take_sent();
    REQUIRE(first.size() == 2);
    CHECK(std::holds_alternative<Edit>(first[0]));
    CHECK(std::get<EditText>(first[1]).splice.inserted == "Two");
    stage.type("What was said", "Two schools");
    stage.pass(300);
    const auto second = stage.take_sent_of<EditText>();
    REQUIRE(second.size() == 1);
    CHECK(second[0].splice.inserted == " schools");
    CHECK(second[0].splice.bases.size() == 1);
}

TEST_CASE("entry: the window is asked for a frame when the words are due") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.window.wanted_at.clear();
    const Instant typed = stage.now.at;
    stage.type("What was said", "T");
    CHECK(std::ranges::contains(stage.window.wanted_at, Instant{typed.unix_ms + 300}));
}

TEST_CASE("entry: leaving the field, leaving the screen and hiding the page send the words at once") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    SUBCASE("leaving the field") {
        stage.type("What was said", "Words");
        stage.leave_field();
        stage.settle();
    }
    SUBCASE("leaving the screen") {
        stage.type("What was said", "Words");
        stage.press(Role::button, "Notebook");
    }
    SUBCASE("hiding the page") {
        stage.type("What was said", "Words");
        stage.app->flush();
    }
    CHECK(stage.take_sent_of<EditText>().size() == 1);
}

TEST_CASE("entry: strength, confidence and aspect are one press each") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.tap(Role::radio, "Strength");
    auto edits = stage.take_sent_of<Edit>();
    CHECK(changes_of<Create>(edits).size() == 1);
    CHECK(std::ranges::contains(fields_of(edits), "polarity"));
    CHECK(stage.node(Role::radio, "Strength").pressed == true);
    stage.press(Role::toggle_button, "In confidence");
    edits = stage.take_sent_of<Edit>();
    CHECK(changes_of<Create>(edits).empty());
    CHECK(fields_of(edits) == std::vector<std::string>{"in_confidence"});
    CHECK(stage.node(Role::toggle_button, "In confidence").pressed == true);
    stage.press(Role::toggle_button, "Intervention");
    CHECK(changes_of<SetMember>(stage.take_sent_of<Edit>()).size() == 1);
    CHECK(stage.node(Role::toggle_button, "Intervention").pressed == true);
    stage.press(Role::toggle_button, "Intervention");
    CHECK(stage.node(Role::toggle_button, "Intervention").pressed == false);
}

TEST_CASE("entry: stop ends the meeting and keeps the words that were just typed") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Last words");
    stage.press(Role::button, "Stop the meeting");
    const auto commands = stage.take_sent();
    REQUIRE(commands.size() == 3);
    CHECK(std::get<EditText>(commands[1]).splice.inserted == "Last words");
    CHECK(fields_of({std::get<Edit>(commands[2])}) == std::vector<std::string>{"ended_at"});
    CHECK_FALSE(stage.has(Role::button, "Stop the meeting"));
}

TEST_CASE("entry: who is in the room can be changed while it runs") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    CHECK_FALSE(stage.has(Role::toggle_button, "Headteacher of the virtual school, or others who answer for it"));
    stage.press(Role::button, "Who is here");
    stage.press(Role::toggle_button, "Headteacher of the virtual school, or others who answer for it");
    CHECK(changes_of<SetMember>(stage.take_sent_of<Edit>())[0].member == Value("virtual-head"));
    CHECK(stage.has(Role::button, "1 person here"));
}

TEST_CASE("entry: while a meeting runs, a frame is wanted each minute and not each second") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    const Instant started = stage.now.at;
    stage.window.wanted_at.clear();
    stage.pass(20'000);
    CHECK(std::ranges::all_of(stage.window.wanted_at,
                              [&](Instant at) { return at.unix_ms == started.unix_ms + 60'000; }));
}

TEST_CASE("entry: the screen stays lit while a meeting runs, and may go dark when it has ended") {
    Stage stage(Stage::With::own_inspection);
    CHECK(stage.window.rests == ScreenRest::allowed);
    start_meeting(stage);
    CHECK(stage.window.rests == ScreenRest::held_off);
    stage.press(Role::button, "Stop the meeting");
    CHECK(stage.window.rests == ScreenRest::allowed);
}

TEST_CASE("entry: the screen may go dark when the notebook is locked in the middle of a meeting") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.press(Role::button, "Lock");
    CHECK(stage.window.rests == ScreenRest::allowed);
}

TEST_CASE("entry: nothing is drawn while nothing happens") {
    Stage stage(Stage::With::sample);
    stage.window.wakes = 0;
    stage.window.wanted_at.clear();
    stage.frame();
    CHECK(stage.window.wakes == 0);
    CHECK(stage.window.wanted_at.empty());
}

TEST_CASE("start a meeting: on a phone the rarer kinds are one press away") {
    Stage stage(Stage::With::own_inspection, 390, 844);
    stage.press(Role::button, "Start a meeting");
    CHECK_FALSE(stage.has(Role::radio, "Feedback meeting"));
    stage.press(Role::button, "Other kinds");
    stage.press(Role::radio, "Feedback meeting");
    CHECK(stage.node(Role::radio, "Feedback meeting").pressed == true);
}

}  // namespace daybook::testing
