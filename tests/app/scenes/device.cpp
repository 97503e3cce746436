// The device and what surrounds the work: More, readiness, handing over, locking, and what is read only.
#include <string>
#include <vector>

#include "tests/app/scenes/scenes.h"
#include "tests/app/scenes/steps.h"

namespace daybook::testing {
namespace {

constexpr DeviceFacts usual_tab{.cached = Known::yes,
                                .installed = Known::no,
                                .persistent = Known::no,
                                .authenticator = Known::yes,
                                .used_bytes = 41'000'000,
                                .quota_bytes = 2'000'000'000};

constexpr DeviceFacts worst_tab{.cached = Known::no,
                                .installed = Known::no,
                                .persistent = Known::no,
                                .cleared_when_unused = true,
                                .update_ready = true,
                                .authenticator = Known::yes,
                                .used_bytes = 960'000'000,
                                .quota_bytes = 1'000'000'000};

void hand_over_ready(Stage& stage) {
    const std::string key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    to_place(stage, "Hand over");
    stage.type("Lead\u2019s key", key);
    stage.type("Office\u2019s recovery key", key);
    stage.press(Role::button, "Add these keys");
    stage.press(Role::button, "Prepare the bundle");
}

}  // namespace

std::vector<Scene> device_scenes() {
    using With = Stage::With;
    return {
        {"today-update", With::own_inspection,
         [](Stage& stage) {
             DeviceFacts facts = usual_tab;
             facts.update_ready = true;
             stage.app->learn(facts);
         }},
        {"today-worst", With::own_inspection, [](Stage& stage) { stage.app->learn(worst_tab); }},
        {"read-only-today", With::sample, read_only},
        {"read-only-more", With::sample,
         [](Stage& stage) {
             read_only(stage);
             to_place(stage, "More");
         }},
        {"hand-over", With::own_inspection, [](Stage& stage) { to_place(stage, "Hand over"); }},
        {"hand-over-ready", With::sample, hand_over_ready},
        {"hand-over-saved", With::sample,
         [](Stage& stage) {
             hand_over_ready(stage);
             stage.press(Role::button, "Save file");
         }},
        {"hand-over-part", With::sample,
         [](Stage& stage) {
             photographs(stage, 2);
             hand_over_ready(stage);
             Exported exported{.inspection = stage.engine.inspection_of(stage.engine.entry_with("redrawn")),
                               .file_name = "daybook-01020304-01000000-002.age",
                               .file = Bytes(41'300, 7)};
             exported.entries = 9;
             exported.attachments = 1;
             exported.attachments_left_out = 1;
             exported.parts = 2;
             stage.say(exported);
         }},
        {"more", With::sample, [](Stage& stage) { to_place(stage, "More"); }},
        {"more-worst", With::own_inspection,
         [](Stage& stage) {
             stage.app->learn(worst_tab);
             to_place(stage, "More");
         }},
        {"readiness", With::sample,
         [](Stage& stage) {
             stage.app->learn(usual_tab);
             to_row(stage, "Before you leave");
         }},
        {"readiness-one-copy", With::sample,
         [](Stage& stage) {
             stage.reopen_on_one_copy();
             stage.app->learn(usual_tab);
             to_row(stage, "Before you leave");
         }},
        {"readiness-all-wrong", With::own_inspection,
         [](Stage& stage) {
             stage.app->learn(worst_tab);
             stage.engine.storage_complaint = "What was read back is not what was written.";
             to_row(stage, "Before you leave");
         }},
        {"passcode", With::sample, [](Stage& stage) { to_row(stage, "Change the passcode"); }},
        {"passcode-errors", With::sample,
         [](Stage& stage) {
             to_row(stage, "Change the passcode");
             stage.type("New passcode again", "something");
             stage.press(Role::button, "Change it");
         }},
        {"locking", With::sample,
         [](Stage& stage) {
             stage.app->learn(usual_tab);
             to_row(stage, "Locking");
         }},
        {"go-to", With::sample,
         [](Stage& stage) {
             meeting(stage);
             static_cast<void>(stage.app->press_key({.key = U'k', .held = Held::control}));
             stage.settle();
         }},
        {"go-to-words", With::sample,
         [](Stage& stage) {
             static_cast<void>(stage.app->press_key({.key = U'k', .held = Held::control}));
             stage.settle();
             stage.type("A place, an entry, or something to do", "school");
         }},
        {"covered", With::sample,
         [](Stage& stage) {
             meeting(stage);
             stage.press(Role::button, "Cover the words");
         }},
        {"text-size", With::sample, [](Stage& stage) { to_row(stage, "Text size"); }},
        {"shortcuts", With::sample, [](Stage& stage) { to_row(stage, "Keyboard shortcuts"); }},
        {"erase", With::sample, [](Stage& stage) { to_row(stage, "Erase"); }},
        {"erase-handed-over", With::sample,
         [](Stage& stage) {
             hand_over_ready(stage);
             to_row(stage, "Erase");
         }},
    };
}

}  // namespace daybook::testing
