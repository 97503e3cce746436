#include "tests/app/scenes.h"

namespace daybook::testing {
namespace {

void to_place(Stage& stage, std::string_view place) {
    stage.press(Role::button, place);
}

void to_meeting(Stage& stage) {
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::button, "Start");
}

void to_row(Stage& stage, std::string_view row) {
    to_place(stage, "More");
    for (const SemanticNode* one : stage.all(Role::button)) {
        if (one->name.starts_with(row)) return stage.press(one->id);
    }
}

void learn_worst(Stage& stage) {
    stage.app->learn({.cached = Known::no,
                      .installed = Known::no,
                      .persistent = Known::no,
                      .cleared_when_unused = true,
                      .update_ready = true,
                      .authenticator = Known::yes,
                      .used_bytes = 96,
                      .quota_bytes = 100});
}

void read_only(Stage& stage) {
    stage.reopen([](OpenInspection& open) { open.read_only = "A later version of Daybook wrote this."; });
}

}  // namespace

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all{
        {"welcome", Stage::With::nothing, [](Stage&) {}},
        {"new inspection", Stage::With::nothing,
         [](Stage& stage) { stage.press(Role::button, "Create an inspection"); }},
        {"new inspection with errors", Stage::With::nothing,
         [](Stage& stage) {
             stage.press(Role::button, "Create an inspection");
             stage.press(Role::button, "Create the inspection");
         }},
        {"today, empty", Stage::With::own_inspection, [](Stage&) {}},
        {"today, sample", Stage::With::sample, [](Stage&) {}},
        {"start meeting", Stage::With::sample, [](Stage& stage) { stage.press(Role::button, "Start a meeting"); }},
        {"meeting", Stage::With::sample, to_meeting},
        {"meeting with people", Stage::With::sample,
         [](Stage& stage) {
             to_meeting(stage);
             stage.press(Role::button, "Who is here");
         }},
        {"today, running", Stage::With::sample,
         [](Stage& stage) {
             to_meeting(stage);
             stage.press(Role::button, "Today");
         }},
        {"notebook", Stage::With::sample, [](Stage& stage) { to_place(stage, "Notebook"); }},
        {"notebook, empty", Stage::With::own_inspection, [](Stage& stage) { to_place(stage, "Notebook"); }},
        {"entry", Stage::With::sample,
         [](Stage& stage) {
             to_place(stage, "Notebook");
             for (const SemanticNode* one : stage.all(Role::button)) {
                 if (one->name.contains("redrawn")) return stage.press(one->id);
             }
         }},
        {"find", Stage::With::sample, [](Stage& stage) { to_place(stage, "Find"); }},
        {"hand over", Stage::With::sample, [](Stage& stage) { to_place(stage, "Hand over"); }},
        {"more", Stage::With::sample, [](Stage& stage) { to_place(stage, "More"); }},
        {"alert", Stage::With::sample, [](Stage& stage) { stage.say(Failed{"The disk is full.", "Words are kept."}); }},
        {"readiness", Stage::With::sample, [](Stage& stage) { to_row(stage, "Before you leave"); }},
        {"readiness, all wrong", Stage::With::own_inspection,
         [](Stage& stage) {
             learn_worst(stage);
             stage.engine.storage_complaint = "The disk is full.";
             to_row(stage, "Before you leave");
         }},
        {"today with an update", Stage::With::own_inspection, learn_worst},
        {"more with an update", Stage::With::own_inspection,
         [](Stage& stage) {
             learn_worst(stage);
             to_place(stage, "More");
         }},
        {"passcode", Stage::With::sample, [](Stage& stage) { to_row(stage, "Change the passcode"); }},
        {"passcode with errors", Stage::With::sample,
         [](Stage& stage) {
             to_row(stage, "Change the passcode");
             stage.press(Role::button, "Change it");
         }},
        {"locking", Stage::With::sample,
         [](Stage& stage) {
             learn_worst(stage);
             to_row(stage, "Locking");
         }},
        {"text size", Stage::With::sample, [](Stage& stage) { to_row(stage, "Text size"); }},
        {"erase", Stage::With::sample, [](Stage& stage) { to_row(stage, "Erase"); }},
        {"read only, today", Stage::With::sample, read_only},
        {"read only, entry", Stage::With::sample,
         [](Stage& stage) {
             read_only(stage);
             to_row(stage, "Before you leave");
             to_place(stage, "Notebook");
             for (const SemanticNode* one : stage.all(Role::button)) {
                 if (one->name.contains("redrawn")) return stage.press(one->id);
             }
         }},
        {"unlock", Stage::With::nothing, [](Stage& stage) { stage.say(Status{EngineState::locked, ""}); }},
        {"first start", Stage::With::nothing, [](Stage& stage) { stage.say(Status{EngineState::first_start, ""}); }},
        {"unusable", Stage::With::nothing,
         [](Stage& stage) { stage.say(Status{EngineState::unusable, "It is damaged."}); }},
    };
    return all;
}

}  // namespace daybook::testing
