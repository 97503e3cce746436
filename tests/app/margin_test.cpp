#include "app/screens/entry_margin.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

std::vector<MarginNote> notes_in(const Stage& stage) {
    for (const FakeFields::Shown& one : stage.window.fields.shown()) {
        if (one.label == "What was said") return one.notes;
    }
    return {};
}

/// Two paragraphs, the second begun seven minutes after the first.
void write_two(Stage& stage) {
    stage.type("What was said", "One.");
    stage.pass(300);
    stage.settle();
    stage.pass(7 * 60'000);
    stage.type("What was said", "One.\nTwo.");
    stage.pass(300);
    stage.settle();
}

Paragraph paragraph_at(std::size_t from, std::int64_t minutes, std::int64_t seconds = 0) {
    return {from, from + 1, Begun{{{(minutes * 60 + seconds) * 1000}, 0}, "Anna", {}}};
}

}  // namespace

TEST_CASE("margin: each paragraph has the time at which it was begun beside it, once the notebook has it") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    CHECK(notes_in(stage).empty());
    write_two(stage);
    const auto notes = notes_in(stage);
    REQUIRE(notes.size() == 2);
    CHECK(notes[0] == MarginNote{0, "10:00"});
    CHECK(notes[1] == MarginNote{5, "10:07"});
}

TEST_CASE("margin: while words are on their way the stamps stay as they were") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    write_two(stage);
    const auto before = notes_in(stage);
    stage.pass(120'000);
    stage.type("What was said", "Nought.\nOne.\nTwo.");
    stage.frame();
    CHECK(notes_in(stage) == before);
    stage.pass(300);
    stage.settle();
    CHECK(notes_in(stage).size() == 3);
    CHECK(notes_in(stage)[0].text == "10:09");
}

TEST_CASE("margin: where there is little width the words have all of it") {
    Stage stage(Stage::With::own_inspection, 390, 844);
    start_meeting(stage);
    write_two(stage);
    CHECK(notes_in(stage).empty());
    for (const FakeFields::Shown& one : stage.window.fields.shown()) CHECK(one.spec.margin.width == 0);
}

TEST_CASE("margin: what differs by less than a minute from the stamp above has none") {
    const Words say;
    const auto notes = stamps_of(say, {paragraph_at(0, 600), paragraph_at(2, 600, 59), Paragraph{4, 4, {}},
                                       paragraph_at(5, 601), paragraph_at(7, 590)});
    CHECK(notes == std::vector<MarginNote>{{0, "10:00"}, {5, "10:01"}, {7, "09:50"}});
}

TEST_CASE("margin: who reads an entry is told with its words when they were begun, whatever the width") {
    for (const float width : {390.0F, 1024.0F}) {
        Stage stage(Stage::With::own_inspection, width, 844);
        start_meeting(stage);
        write_two(stage);
        // A later version wrote something: all can be read, and nothing written.
        stage.reopen([](OpenInspection& one) { one.read_only = "Later."; });
        stage.press(Role::button, "Notebook");
        stage.press_with("One.");
        CHECK(stage.node(Role::paragraph, "One.").description == "10:00");
        CHECK(stage.node(Role::paragraph, "Two.").description == "10:07");
    }
}

}  // namespace daybook::testing
