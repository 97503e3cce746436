// Meetings while they go on: begun, written in, drawn in, recorded.
#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "tests/app/scenes/scenes.h"
#include "tests/app/scenes/steps.h"

namespace daybook::testing {
namespace {

/// A line on the sheet that is open: points in shares of what takes ink, each a hundredth of a second after the other.
void draw(Stage& stage, const std::vector<std::pair<float, float>>& line) {
    REQUIRE(stage.window.paper);
    const Box& paper = *stage.window.paper;
    double ms = 0;
    PenPhase phase = PenPhase::down;
    for (const auto& [x, y] : line) {
        const float pressure = 0.45F + 0.25F * static_cast<float>(std::sin(ms / 60));
        const std::array points{PenPoint{paper.x + x * paper.width, paper.y + y * paper.height, pressure, ms}};
        stage.app->pen(points, phase, PenEnd::tip);
        phase = PenPhase::move;
        ms += 10;
    }
    stage.app->pen({}, PenPhase::up, PenEnd::tip);
    stage.settle();
}

std::vector<std::pair<float, float>> ring(float x, float y, float radius) {
    std::vector<std::pair<float, float>> points;
    for (int step = 0; step <= 40; ++step) {
        const float angle = static_cast<float>(step) * 0.165F;
        points.emplace_back(x + radius * std::cos(angle), y + 1.4F * radius * std::sin(angle));
    }
    return points;
}

/// Who sat where: a table, and places around it.
void seating(Stage& stage) {
    stage.press(Role::button, "Add a drawing");
    draw(stage, {{0.3F, 0.3F}, {0.5F, 0.29F}, {0.7F, 0.3F}, {0.71F, 0.45F}, {0.7F, 0.6F}});
    draw(stage, {{0.7F, 0.6F}, {0.5F, 0.61F}, {0.3F, 0.6F}, {0.29F, 0.45F}, {0.3F, 0.3F}});
    for (const float x : {0.38F, 0.5F, 0.62F}) {
        draw(stage, ring(x, 0.2F, 0.03F));
        draw(stage, ring(x, 0.7F, 0.03F));
    }
    std::vector<std::pair<float, float>> writing;
    for (int step = 0; step < 120; ++step) {
        const float along = static_cast<float>(step) / 120;
        writing.emplace_back(0.36F + 0.28F * along, 0.45F + 0.03F * std::sin(along * 60) * (1 - 0.4F * along));
    }
    draw(stage, writing);
    stage.type("What it shows, in words", "Who sat where at the opening meeting");
    stage.pass(1000);
}

/// The final team meeting, with the Regional Director still to be told.
void meeting_record(Stage& stage) {
    stage.press(Role::button, "Start a meeting");
    if (stage.has(Role::button, "Other kinds")) stage.press(Role::button, "Other kinds");
    stage.press(Role::radio, "Final team meeting");
    stage.press(Role::button, "Start");
    stage.type("What was said", "The team went through the nine aspects one after the other.");
    stage.pass(1000);
    stage.press_with("To be recorded");
    say_of(stage, 0, 1);
    say_of(stage, 1, 0);
    say_of(stage, 2, 1);
    stage.type("In words: For the feedback", "Reading in the first years; the coast; how governors are trained.");
    stage.pass(1000);
}

}  // namespace

std::vector<Scene> meeting_scenes() {
    using With = Stage::With;
    return {
        {"today-empty", With::own_inspection, [](Stage&) {}},
        {"today", With::sample, [](Stage&) {}},
        {"start-meeting", With::sample,
         [](Stage& stage) {
             stage.press(Role::button, "Start a meeting");
             stage.press(Role::toggle_button, "Chief Executive of the authority");
         }},
        {"meeting-begun", With::sample, to_meeting},
        {"meeting", With::sample, meeting},
        {"meeting-paused", With::sample,
         [](Stage& stage) {
             meeting(stage);
             stage.press(Role::button, "Pause the timer");
             stage.pass(20 * 60'000);
         }},
        {"start-meeting-earlier", With::own_inspection,
         [](Stage& stage) {
             stage.pass(120 * 60'000);
             earlier(stage);
         }},
        {"meeting-people", With::sample,
         [](Stage& stage) {
             to_meeting(stage);
             stage.press(Role::button, "Who is here");
         }},
        {"drawing-begun", With::sample,
         [](Stage& stage) {
             meeting(stage);
             stage.press(Role::button, "Add a drawing");
         }},
        {"drawing", With::sample,
         [](Stage& stage) {
             meeting(stage);
             seating(stage);
         }},
        {"drawing-retired", With::sample,
         [](Stage& stage) {
             meeting(stage);
             seating(stage);
             stage.press(Role::button, "Retire this drawing");
         }},
        {"meeting-drawing", With::sample,
         [](Stage& stage) {
             meeting(stage);
             seating(stage);
             stage.press(Role::button, "Back");
         }},
        {"meeting-prompts", With::sample,
         [](Stage& stage) {
             meeting(stage);
             stage.press(Role::button, "Prompts");
         }},
        {"today-come-back", With::sample,
         [](Stage& stage) {
             meeting(stage);
             stage.press(Role::toggle_button, "Come back to this");
             stage.press(Role::button, "Today");
         }},
        {"meeting-not-saved", With::sample,
         [](Stage& stage) {
             meeting(stage);
             stage.say(
                 Failed{"There is no room left on this device.", "Your words are kept in memory and are tried again."});
         }},
        {"today-running", With::sample,
         [](Stage& stage) {
             meeting(stage);
             to_place(stage, "Today");
         }},
        {"meeting-one-copy", With::sample,
         [](Stage& stage) {
             stage.reopen_on_one_copy();
             meeting(stage);
         }},
        {"meeting-record", With::own_inspection, meeting_record},
        {"read-only-meeting-record", With::own_inspection,
         [](Stage& stage) {
             meeting_record(stage);
             read_only(stage);
             stage.press(Role::button, "Notebook");
             stage.press(Role::button, "Times and details");
             stage.press_with("To be recorded");
         }},
        {"meeting-with-record", With::own_inspection,
         [](Stage& stage) {
             meeting_record(stage);
             stage.press(Role::button, "Back");
         }},
    };
}

}  // namespace daybook::testing
