// The screens about the device and its keys: readiness, passcode, locking, updates, erasing, reading only.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/crypto/secret.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

constexpr DeviceFacts sound_device{.cached = Known::yes,
                                   .installed = Known::yes,
                                   .persistent = Known::yes,
                                   .authenticator = Known::yes,
                                   .used_bytes = 10'000'000,
                                   .quota_bytes = 1'000'000'000};

void to_more(Stage& stage, std::string_view row) {
    stage.press(Role::button, "More");
    stage.press(Role::button, button_with(stage, row));
}

void leave_to_readiness(Stage& stage) {
    stage.press(Role::button, button_with(stage, "Before you leave: "));
}

}  // namespace

TEST_CASE("today: one line says how ready the device is, and leads to every check") {
    Stage stage(Stage::With::own_inspection);
    stage.app->learn(sound_device);
    stage.settle();
    CHECK(stage.has(Role::button, "Before you leave: 1 point to put right, 2 to look at"));
    leave_to_readiness(stage);
    CHECK(stage.has(Role::heading, "Before you leave"));
    CHECK(stage.has(Role::list_item, "Room: In order"));
    CHECK(stage.has(Role::list_item, "The lead\u2019s key: To put right"));
    CHECK(stage.has(Role::list_item, "The office\u2019s key: To look at"));
    stage.press(Role::button, "Back");
    CHECK(stage.has(Role::heading, "Today"));
}

TEST_CASE("readiness: going there looks again and tests the storage, and shows what came of it") {
    Stage stage(Stage::With::own_inspection);
    stage.engine_answers = false;
    leave_to_readiness(stage);
    CHECK(stage.window.wishes == std::vector{PlatformWish::look_again});
    CHECK(stage.take_sent_of<TestStorage>().size() == 1);
    CHECK(says(stage, Role::paragraph, "It is being tested now."));
    stage.engine_answers = true;
    stage.settle();
    CHECK(stage.has(Role::list_item, "Writing and reading back: In order"));
    stage.engine.storage_complaint = "What was read is not what was written.";
    stage.press(Role::button, "Look again");
    CHECK(stage.has(Role::list_item, "Writing and reading back: To put right"));
    CHECK(says(stage, Role::paragraph, "What was read is not what was written."));
}

TEST_CASE("readiness: a refused test is a failed test, and no notice") {
    Stage stage(Stage::With::own_inspection);
    stage.engine_answers = false;
    leave_to_readiness(stage);
    stage.say(Refused{0, 0, "The disk did not answer."});
    stage.settle();
    CHECK(stage.has(Role::list_item, "Writing and reading back: To put right"));
    CHECK(stage.all(Role::alert).empty());
}

TEST_CASE("readiness: persistence is asked for, and what came of it is shown") {
    Stage stage(Stage::With::own_inspection);
    leave_to_readiness(stage);
    stage.press(Role::button, "Ask to keep it");
    CHECK(stage.window.wishes.back() == PlatformWish::keep_storage);
    CHECK(stage.has(Role::list_item, "Storage is kept: To look at"));
    stage.app->learn(sound_device);
    stage.settle();
    CHECK(stage.has(Role::list_item, "Storage is kept: In order"));
}

TEST_CASE("facts: a tab that Safari clears is told of once, and a room that gets full each time it is worse") {
    Stage stage(Stage::With::own_inspection);
    DeviceFacts facts = sound_device;
    facts.cleared_when_unused = true;
    stage.app->learn(facts);
    stage.settle();
    CHECK(says(stage, Role::alert, "seven days"));
    stage.press(Role::button, "Close this notice");
    facts.used_bytes = 850'000'000;
    stage.app->learn(facts);
    stage.settle();
    CHECK(says(stage, Role::alert, "850 MB of 1.0 GB are used."));
    CHECK_FALSE(says(stage, Role::alert, "seven days"));
    stage.press(Role::button, "Close this notice");
    facts.used_bytes = 860'000'000;
    stage.app->learn(facts);
    stage.settle();
    CHECK(stage.all(Role::alert).empty());
    facts.used_bytes = 960'000'000;
    stage.app->learn(facts);
    stage.settle();
    CHECK(says(stage, Role::alert, "Soon nothing more can be saved."));
}

TEST_CASE("notices: the newest comes first, and the one before it stays until it is put away") {
    Stage stage(Stage::With::own_inspection);
    stage.say(Refused{0, 0, "The first."});
    stage.say(Refused{0, 0, "The second."});
    stage.settle();
    CHECK(stage.has(Role::alert, "The second."));
    stage.press(Role::button, "Close this notice");
    CHECK(stage.has(Role::alert, "The first."));
    stage.press(Role::button, "Close this notice");
    CHECK(stage.all(Role::alert).empty());
}

TEST_CASE("passcode: the old and the new go to the engine, and nothing of them is kept") {
    Stage stage(Stage::With::own_inspection);
    to_more(stage, "Change the passcode");
    stage.engine_answers = false;
    stage.type("Passcode now", "awake porch mortar straw");
    stage.type("New passcode", "copper lantern window field");
    stage.type("New passcode again", "copper lantern window field");
    stage.press(Role::button, "Change it");
    const auto sent = stage.take_sent_of<ChangePasscode>();
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].old_passcode == "awake porch mortar straw");
    CHECK(sent[0].new_passcode == "copper lantern window field");
    CHECK(stage.all(Role::text_box).empty());
    stage.engine_answers = true;
    stage.settle();
    CHECK(stage.has(Role::heading, "More"));
    CHECK(says(stage, Role::status, "The passcode was changed."));
    to_more(stage, "Change the passcode");
    CHECK(std::ranges::all_of(stage.window.fields.shown(), &std::string::empty, &FakeFields::Shown::value));
}

TEST_CASE("passcode: what will not do is said beside its field, and nothing is sent") {
    Stage stage(Stage::With::own_inspection);
    to_more(stage, "Change the passcode");
    stage.type("New passcode", "short");
    stage.type("New passcode again", "shorter");
    stage.take_sent();
    stage.press(Role::button, "Change it");
    CHECK(stage.take_sent().empty());
    CHECK(stage.node(Role::text_box, "Passcode now").description.contains("used now"));
    CHECK(stage.node(Role::text_box, "New passcode").description.contains("12 characters"));
    CHECK(stage.node(Role::text_box, "New passcode again").description.contains("not the same"));
}

TEST_CASE("passcode: a wrong old one is said beside it, and four words can be taken for the new one") {
    Stage stage(Stage::With::own_inspection);
    to_more(stage, "Change the passcode");
    stage.type("Passcode now", "not this one at all");
    stage.press(Role::button, "Use these words");
    stage.press(Role::button, "Change it");
    const auto sent = stage.take_sent_of<ChangePasscode>();
    REQUIRE(sent.size() == 1);
    CHECK(std::ranges::count(sent[0].new_passcode, ' ') == 3);
    CHECK(stage.node(Role::text_box, "Passcode now").description == "That passcode does not open this notebook.");
}

TEST_CASE("passcode: leaving the screen forgets what was typed") {
    Stage stage(Stage::With::own_inspection);
    to_more(stage, "Change the passcode");
    stage.type("Passcode now", "awake porch mortar straw");
    stage.press(Role::button, "Today");
    to_more(stage, "Change the passcode");
    CHECK(std::ranges::all_of(stage.window.fields.shown(), &std::string::empty, &FakeFields::Shown::value));
}

TEST_CASE("secrets: what is wiped is gone from all of the room that the text had") {
    std::string text = "a passcode that is longer than what fits beside a pointer";
    const char* room = text.data();
    const std::size_t size = text.size();
    text.resize(3);
    wipe_text(text);
    CHECK(text.empty());
    CHECK(std::ranges::all_of(std::string_view(room, size), [](char byte) { return byte == '\0'; }));
    Command command = ChangePasscode{"the old one of these", "the new one of these"};
    wipe_secrets(command);
    CHECK(std::get<ChangePasscode>(command).old_passcode.empty());
    CHECK(std::get<ChangePasscode>(command).new_passcode.empty());
}

TEST_CASE("locking: the window is told the times at the start, and when they change") {
    Stage stage(Stage::With::own_inspection);
    CHECK(stage.window.locks_after == LockTimes{.hidden = 120, .idle = 600});
    to_more(stage, "Locking");
    stage.press(Role::radio, "30 minutes");
    const auto idle = stage.take_sent_of<SetLockTimes>();
    REQUIRE(idle.size() == 1);
    CHECK(idle[0].times == LockTimes{.hidden = 120, .idle = 1800});
    stage.press(Role::radio, "Never");
    CHECK(stage.window.locks_after == LockTimes{.hidden = 0, .idle = 1800});
    stage.press(Role::button, "Back");
    CHECK(button_with(stage, "Locking").contains("After 30 minutes untouched"));
}

TEST_CASE("locking: what was refused is said there") {
    Stage stage(Stage::With::own_inspection);
    to_more(stage, "Locking");
    stage.engine_answers = false;
    stage.press(Role::radio, "30 minutes");
    stage.say(Refused{0, 0, "The disk is full."});
    stage.settle();
    CHECK(stage.has(Role::paragraph, "The disk is full."));
}

TEST_CASE("locking: the platform's authenticator is set up and turned off, where there is one") {
    Stage stage(Stage::With::own_inspection);
    to_more(stage, "Locking");
    CHECK_FALSE(stage.has(Role::button, "Set this up"));
    stage.app->learn(sound_device);
    stage.settle();
    stage.press(Role::button, "Set this up");
    CHECK(stage.window.wishes.back() == PlatformWish::use_authenticator);
    stage.say(QuickUnlockChanged{true});
    stage.settle();
    stage.press(Role::button, "Turn this off");
    CHECK(stage.take_sent_of<RemoveQuickUnlock>().size() == 1);
    CHECK(stage.has(Role::button, "Set this up"));
}

TEST_CASE("lock: one tap from anywhere, with what was typed sent first") {
    for (const auto& [width, height] : {std::pair{1024.0F, 768.0F}, std::pair{390.0F, 844.0F}, {390.0F, 460.0F}}) {
        CAPTURE(height);
        Stage stage(Stage::With::own_inspection, width, height);
        start_meeting(stage);
        stage.engine_answers = false;
        stage.type("What was said", "Half a sen");
        stage.tap(Role::button, "Lock");
        const auto sent = stage.take_sent();
        const auto is_lock = [](const Command& one) { return std::holds_alternative<Lock>(one); };
        const auto is_text = [](const Command& one) {
            return std::holds_alternative<EditText>(one) || std::holds_alternative<Edit>(one);
        };
        REQUIRE(sent.size() >= 2);
        CHECK(is_lock(sent.back()));
        CHECK(std::ranges::count_if(sent, is_lock) == 1);
        CHECK(std::ranges::any_of(sent, is_text));
    }
    Stage welcome;
    welcome.tap(Role::button, "Lock");
    CHECK(welcome.has(Role::heading, "Unlock Daybook"));
    CHECK_FALSE(welcome.has(Role::button, "Lock"));
}

TEST_CASE("lock: the window locks too, but not what is locked already") {
    Stage stage(Stage::With::own_inspection);
    stage.app->lock();
    stage.settle();
    CHECK(stage.has(Role::heading, "Unlock Daybook"));
    CHECK(stage.take_sent_of<Lock>().size() == 1);
    stage.app->lock();
    stage.settle();
    CHECK(stage.take_sent_of<Lock>().empty());
}

TEST_CASE("update: offered on Today and in More, started after what was typed is sent, never in a meeting") {
    Stage stage(Stage::With::own_inspection);
    CHECK_FALSE(stage.has(Role::heading, "A new version is ready"));
    DeviceFacts facts = sound_device;
    facts.update_ready = true;
    stage.app->learn(facts);
    stage.settle();
    CHECK(stage.all(Role::alert).empty());
    CHECK(stage.has(Role::heading, "A new version is ready"));
    start_meeting(stage);
    CHECK_FALSE(stage.has(Role::heading, "A new version is ready"));
    stage.press(Role::button, "More");
    CHECK_FALSE(stage.has(Role::heading, "A new version is ready"));
    stage.press(Role::button, "Today");
    stage.press(Role::button, "Stop");
    stage.press(Role::button, "More");
    stage.press(Role::button, "Start the new version");
    CHECK(stage.window.wishes == std::vector{PlatformWish::update});
}

TEST_CASE("erase: only when the authority's name is typed, and then nothing of it is shown any more") {
    Stage stage(Stage::With::own_inspection);
    to_more(stage, "Erase Wexmoor");
    CHECK(says(stage, Role::paragraph, "What is written here is nowhere else."));
    stage.press(Role::button, "Erase for ever");
    CHECK(stage.take_sent_of<EraseInspection>().empty());
    stage.type("To erase it, type the authority\u2019s name", "Wexmoo");
    CHECK(stage.node(Role::button, "Erase for ever").disabled);
    stage.type("To erase it, type the authority\u2019s name", "Wexmoor ");
    stage.press(Role::button, "Erase for ever");
    CHECK(stage.take_sent_of<EraseInspection>().size() == 1);
    CHECK(stage.has(Role::heading, "Welcome, Ada Penn"));
    CHECK(stage.has(Role::status, "Wexmoor was erased from this device."));
}

TEST_CASE("erase: what was handed over is told, and what is in no bundle; handing over is offered first") {
    Stage stage(Stage::With::own_inspection);
    stage.reopen([](OpenInspection& open) {
        open.bundles = {{.number = 3, .at = {1'442'221'200'000}, .revisions = open.revisions.size() - 2}};
    });
    to_more(stage, "Erase Wexmoor");
    CHECK(says(stage, Role::paragraph, "Bundle 3: Mon 14 Sep 2015, 10:00"));
    CHECK(says(stage, Role::paragraph, "2 changes are in no bundle yet."));
    stage.press(Role::button, "Hand over first");
    CHECK(stage.has(Role::heading, "Hand over"));
}

TEST_CASE("erase: a refusal is said there, and nothing is gone") {
    Stage stage(Stage::With::own_inspection);
    to_more(stage, "Erase Wexmoor");
    stage.engine_answers = false;
    stage.type("To erase it, type the authority\u2019s name", "Wexmoor");
    stage.press(Role::button, "Erase for ever");
    CHECK(says(stage, Role::paragraph, "Erasing."));
    stage.say(Refused{0, 0, "The second copy cannot be written now."});
    stage.settle();
    CHECK(stage.has(Role::paragraph, "The second copy cannot be written now."));
    CHECK(stage.has(Role::button, "Erase for ever"));
}

TEST_CASE("refusals: each finds the screen that asked, in the order of the questions") {
    Stage stage(Stage::With::own_inspection);
    to_more(stage, "Locking");
    stage.engine_answers = false;
    stage.press(Role::radio, "30 minutes");
    stage.app->go_back();
    stage.settle();
    stage.press(Role::button, button_with(stage, "Before you leave"));
    stage.say(Refused{0, 0, "The times were not stored."});
    stage.say(StorageTested{true, ""});
    stage.settle();
    CHECK(stage.has(Role::list_item, "Writing and reading back: In order"));
    CHECK(stage.has(Role::alert, "The times were not stored."));
    to_more(stage, "Locking");
    CHECK(stage.has(Role::paragraph, "The times were not stored."));
}

TEST_CASE("read only: said in a bar, words are shown without an editor, and nothing is offered that writes") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Members read the same table.");
    stage.pass(1000);
    stage.press(Role::radio, "Strength");
    stage.reopen([](OpenInspection& open) { open.read_only = "A later version of Daybook wrote this."; });
    CHECK(stage.has(Role::status, "Read only. A later version of Daybook wrote this."));
    CHECK_FALSE(stage.has(Role::button, "Stop"));
    CHECK_FALSE(stage.has(Role::button, "New entry"));
    CHECK_FALSE(stage.has(Role::button, "Start a meeting"));
    stage.press(Role::button, "Read it");
    CHECK(stage.has(Role::paragraph, "Members read the same table."));
    CHECK(stage.has(Role::paragraph, "strength"));
    CHECK(stage.all(Role::text_box).empty());
    CHECK(stage.all(Role::toggle_button).empty());
    CHECK(stage.all(Role::radio).empty());
    CHECK_FALSE(stage.has(Role::button, "Retire this entry"));
    stage.press(Role::button, "Hand over");
    CHECK(stage.all(Role::text_box).empty());
    stage.press(Role::button, "More");
    CHECK_FALSE(says(stage, Role::button, "Erase Wexmoor"));
    CHECK(stage.take_sent_of<Edit>().empty());
}

TEST_CASE("the start: what was repaired is a notice, and can be read again in More") {
    Stage stage(Stage::With::own_inspection);
    stage.say(Status{EngineState::locked, "Three records were missing and were put back from the second copy."});
    stage.settle();
    CHECK(says(stage, Role::alert, "Three records were missing"));
    stage.reopen([](OpenInspection&) {});
    stage.press(Role::button, "More");
    CHECK(stage.has(Role::paragraph, "Three records were missing and were put back from the second copy."));
}

}  // namespace daybook::testing
