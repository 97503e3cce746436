#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/widgets/excerpt.h"
#include "tests/app/steps.h"

namespace daybook::testing {

TEST_CASE("welcome: without an inspection, one can be made or the sample be opened") {
    Stage stage;
    CHECK(stage.has(Role::heading, "Welcome, Ada Penn"));
    CHECK(stage.has(Role::button, "Create an inspection"));
    stage.tap(Role::button, "Open the sample");
    const auto commands = stage.take_sent();
    REQUIRE(commands.size() == 2);
    CHECK(std::holds_alternative<CreateInspection>(commands[0]));
    CHECK(stage.has(Role::heading, "Today"));
}

TEST_CASE("new inspection: what is missing is said beside the field, and nothing is sent") {
    Stage stage;
    stage.press(Role::button, "Create an inspection");
    stage.type("First day", "14 September");
    stage.press(Role::button, "Create the inspection");
    CHECK(stage.take_sent().empty());
    CHECK_FALSE(stage.node(Role::text_box, "Local authority").description.empty());
    CHECK(stage.node(Role::text_box, "First day").description.contains("14 September"));
    CHECK(stage.node(Role::text_box, "Team").description == "One name in each line, or between commas.");
}

TEST_CASE("new inspection: the form becomes a command with the pack's own bytes") {
    Stage stage;
    stage.press(Role::button, "Create an inspection");
    stage.type("Local authority", " Wexmoor ");
    stage.type("First day", "2015-09-14");
    stage.type("Last day", "2015-09-18");
    stage.type("Lead inspector", "Ada Penn");
    stage.type("Team", "Imre Callow, Odile Fennimark\nDesta Marlin");
    stage.press(Role::button, "Create the inspection");
    const auto commands = stage.take_sent_of<CreateInspection>();
    REQUIRE(commands.size() == 1);
    CHECK(commands[0].pack == asset_file(DAYBOOK_ASSETS "/frameworks/england-la-school-improvement-2015/pack.json"));
    CHECK(commands[0].recovery_recipients.empty());
    const Edit as_edit{0, commands[0].inspection, commands[0].changes};
    CHECK(changes_of<SetMember>({as_edit}).size() == 3);
    CHECK(stage.has(Role::heading, "Today"));
    CHECK(stage.has(Role::paragraph, "Mon 14 Sep 2015. Wexmoor, Mon 14 Sep 2015 to Fri 18 Sep 2015"));
}

TEST_CASE("new inspection: without the office's key it says what that costs") {
    Stage stage;
    stage.press(Role::button, "Create an inspection");
    CHECK(std::ranges::any_of(stage.all(Role::paragraph),
                              [](const SemanticNode* one) { return one->name.contains("forgotten passcode"); }));
}

TEST_CASE("today: an entry without an aspect is unfinished, until it has one") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Members read the same table.");
    stage.pass(1000);
    stage.press(Role::button, "Back");
    CHECK(stage.has(Role::paragraph, "1 entry has no aspect yet."));
    stage.press(Role::button, button_with(stage, "Members read the same table."));
    stage.press(Role::toggle_button, "Governance");
    stage.press(Role::button, "Back");
    CHECK(stage.has(Role::paragraph, "Nothing is waiting. Entries without an aspect would stand here."));
}

TEST_CASE("notebook: an entry is opened, retired, and brought back") {
    Stage stage(Stage::With::sample);
    stage.press(Role::button, "Notebook");
    stage.press(Role::button, button_with(stage, "redrawn in July"));
    stage.take_sent();
    stage.press(Role::button, "Retire this entry");
    auto edits = stage.take_sent_of<Edit>();
    REQUIRE(changes_of<Retire>(edits).size() == 1);
    CHECK(changes_of<Retire>(edits)[0].retired);
    CHECK(button_with(stage, "redrawn in July").contains("Retired"));
    stage.press(Role::button, "Bring back");
    edits = stage.take_sent_of<Edit>();
    CHECK_FALSE(changes_of<Retire>(edits)[0].retired);
}

TEST_CASE("notebook: words that were edited apart are both shown, and a person chooses") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Base");
    stage.pass(1000);
    const auto typed = stage.take_sent_of<EditText>().front();
    Revision other;
    other.inspection = typed.inspection;
    other.device.bytes[0] = 2;
    other.seq = 1;
    other.stamp = {stage.now.at.unix_ms + 100'000, 0, other.device};
    other.author = "Imre Callow";
    other.written_at = stage.now;
    other.change = Splice{typed.splice.item, "words", {}, 0, 0, "Written elsewhere"};
    stage.say(Appended{0, typed.inspection, {encode(other)}});
    stage.settle();
    CHECK_FALSE(stage.has(Role::text_box, "What was said"));
    CHECK(stage.has(Role::paragraph, "Base"));
    CHECK(stage.has(Role::paragraph, "Written elsewhere"));
    const auto choices = stage.all(Role::button);
    const auto keep =
        std::ranges::find(choices, "Go on with this version", [](const SemanticNode* one) { return one->name; });
    REQUIRE(keep != choices.end());
    stage.press((*keep)->id);
    const auto chosen = stage.take_sent_of<EditText>();
    REQUIRE(chosen.size() == 1);
    CHECK(chosen[0].splice.bases.size() == 2);
    CHECK(chosen[0].splice.inserted.empty());
    CHECK(stage.has(Role::text_box, "What was said"));
}

TEST_CASE("find: words are searched for, and a hit opens its entry") {
    Stage stage(Stage::With::sample);
    stage.press(Role::button, "Find");
    CHECK(stage.window.fields.focused() == stage.node(Role::text_box, "Words to find").id);
    stage.type("Words to find", "band");
    const auto searches = stage.take_sent_of<Search>();
    REQUIRE(searches.size() == 1);
    CHECK(searches[0].query == "band");
    CHECK(stage.has(Role::status, "Looking\u2026"));

    stage.say(SearchResults{searches[0].number + 5, {}, ""});
    stage.settle();
    CHECK(stage.has(Role::status, "Looking\u2026"));
    stage.say(SearchResults{searches[0].number, {}, ""});
    stage.settle();
    CHECK(stage.has(Role::status, "Nothing was found."));
}

TEST_CASE("find: an excerpt is cut at its marks") {
    const Excerpt excerpt = parse_excerpt("the \x02third\x03 band\nof");
    REQUIRE(excerpt.pieces.size() == 3);
    CHECK(excerpt.pieces[1].text == "third");
    CHECK(excerpt.pieces[1].kind == Excerpt::Piece::Kind::match);
    CHECK(excerpt.plain() == "the third band of");
    CHECK(parse_excerpt("").pieces.empty());
}

TEST_CASE("hand over: without keys it explains, and a key that is none is refused beside its field") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Hand over");
    CHECK(stage.node(Role::button, "Prepare the bundle").disabled);
    stage.press(Role::button, "Prepare the bundle");
    CHECK(stage.take_sent().empty());
    stage.type("Lead\u2019s key", "age1nonsense");
    stage.press(Role::button, "Add these keys");
    CHECK(stage.take_sent().empty());
    CHECK_FALSE(stage.node(Role::text_box, "Lead\u2019s key").description.empty());
}

TEST_CASE("hand over: with a key, the bundle is prepared and saved as a file") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Hand over");
    stage.type("Lead\u2019s key", "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p");
    stage.press(Role::button, "Add these keys");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"lead_recipient"});
    stage.press(Role::radio, "Text, for an email");
    stage.press(Role::button, "Prepare the bundle");
    const auto wanted = stage.take_sent_of<Export>();
    REQUIRE(wanted.size() == 1);
    CHECK(wanted[0].armored);
    stage.press(Role::button, "Save file");
    CHECK(stage.window.saved_files.contains("daybook-01020304-01000000-001.age"));
    CHECK(stage.has(Role::button, "Save file again"));
}

TEST_CASE("more: locking sends what was typed first, and nothing is left to be seen") {
    Stage stage(Stage::With::sample);
    stage.press(Role::button, "More");
    stage.take_sent();
    stage.press(Role::button, "Lock now");
    CHECK(stage.take_sent_of<Lock>().size() == 1);
    CHECK(stage.has(Role::heading, "Unlock Daybook"));
    CHECK(std::ranges::none_of(stage.window.mirrored.nodes(),
                               [](const SemanticNode& one) { return one.name.contains("Wexmoor"); }));
}

TEST_CASE("more: another inspection is put on the table") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "More");
    stage.press(Role::button, "Open the sample");
    CHECK(stage.has(Role::button, "Create your own inspection"));
    stage.press(Role::button, "More");
    stage.press(Role::button, button_with(stage, "Wexmoor, Mon"));
    CHECK(stage.has(Role::heading, "Today"));
    CHECK_FALSE(stage.has(Role::button, "Create your own inspection"));
}

TEST_CASE("unlock: the passcode goes to the engine and is not kept") {
    Stage stage;
    stage.say(Status{EngineState::locked, ""});
    stage.settle();
    stage.type("Passcode", "correct horse battery");
    stage.submit("Passcode");
    const auto commands = stage.take_sent_of<Unlock>();
    REQUIRE(commands.size() == 1);
    CHECK(commands[0].passcode == "correct horse battery");
    CHECK(stage.window.fields.shown().front().value.empty());
    stage.say(Refused{0, 0, "That passcode does not open this notebook."});
    stage.settle();
    CHECK(stage.node(Role::text_box, "Passcode").description == "That passcode does not open this notebook.");
    CHECK_FALSE(stage.node(Role::button, "Unlock").disabled);
}

TEST_CASE("first start: four words are offered and can be used") {
    Stage stage;
    stage.say(Status{EngineState::first_start, ""});
    stage.settle();
    stage.type("Your name", "Ada Penn");
    stage.press(Role::button, "Use these words");
    stage.press(Role::button, "Begin");
    const auto commands = stage.take_sent_of<FirstStart>();
    REQUIRE(commands.size() == 1);
    CHECK(commands[0].author == "Ada Penn");
    CHECK(std::ranges::count(commands[0].passcode, ' ') == 3);
}

TEST_CASE("first start: the words are drawn from the whole list") {
    std::uint32_t state = 1;
    const RandomSource random = [&state](std::span<Byte> bytes) {
        for (Byte& byte : bytes) {
            state = state * 1'664'525U + 1'013'904'223U;
            byte = static_cast<Byte>(state >> 24U);
        }
    };
    std::set<std::string> seen;
    for (int round = 0; round < 200; ++round) {
        const std::string drawn = draw_words("ash\nbirch\ncedar\n", random);
        CHECK(std::ranges::count(drawn, ' ') == 3);
        seen.insert(drawn.substr(0, drawn.find(' ')));
    }
    CHECK(seen.size() == 3);
    CHECK(draw_words("", random).empty());
}

TEST_CASE("saved: the screen says Saved when the engine does, with its time") {
    Stage stage(Stage::With::own_inspection);
    CHECK(stage.has(Role::status, "Saved 10:00:00"));
    start_meeting(stage);
    stage.engine_answers = false;
    stage.now.at.unix_ms += 127'000;
    stage.type("What was said", "Words");
    CHECK(stage.has(Role::status, "Saving\u2026"));
    stage.pass(1000);
    CHECK(stage.has(Role::status, "Saving\u2026"));
    stage.engine_answers = true;
    stage.settle();
    CHECK(stage.has(Role::status, "Saved 10:02:08"));
}

TEST_CASE("saved: in the very frame that sends what was typed, the screen does not call it saved") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.engine_answers = false;
    stage.type("What was said", "Words");
    stage.now.at.unix_ms += 1000;
    stage.frame();
    CHECK(stage.take_sent_of<EditText>().size() == 1);
    CHECK(stage.has(Role::status, "Saving\u2026"));
}

TEST_CASE("saved: what could not be saved is said at once, and until it is") {
    Stage stage(Stage::With::own_inspection);
    stage.say(Failed{"The disk is full.", "Your words are kept in memory and are tried again."});
    stage.settle();
    CHECK(stage.has(Role::status, "Not saved"));
    CHECK(stage.has(Role::alert,
                    "Not saved: The disk is full. Your words are kept in memory and are tried again. Make room on this "
                    "device, or hand over now: a bundle can still be prepared."));
    stage.say(Durable{1000, stage.now});
    stage.settle();
    CHECK(stage.all(Role::alert).empty());
}

TEST_CASE("a refused edit is said in an alert that can be closed, and the words stay in the field") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.engine_answers = false;
    stage.type("What was said", "Words");
    stage.pass(400);
    const auto sent = stage.take_sent_of<EditText>();
    REQUIRE(sent.size() == 1);
    stage.say(Refused{sent[0].number, 4, "That was not done."});
    stage.settle();
    CHECK(stage.all(Role::alert).size() == 1);
    CHECK(stage.window.fields.shown().front().value == "Words");
    stage.press(Role::button, "Close this notice");
    CHECK(stage.all(Role::alert).empty());
}

TEST_CASE("words that the font lacks, and words without an end, are shown without harm and said in full") {
    for (const std::string& words :
         {std::string("\u0645\u062F\u0631\u0633\u0629 \u5B66\u6821 \U0001F3EB \u20AC \u0001\u007F"),
          std::string(10'000, 'w'), std::string("\n\n\n"), std::string("a\0b", 3)}) {
        Stage stage(Stage::With::own_inspection, 390, 844);
        start_meeting(stage);
        stage.type("What was said", words);
        stage.pass(1000);
        stage.press(Role::button, "Notebook");
        CHECK(button_with(stage, words).contains(words));
    }
}

TEST_CASE("a refused edit is tried again later, not at once") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.engine_answers = false;
    stage.type("What was said", "Words");
    stage.pass(400);
    const auto sent = stage.take_sent_of<EditText>();
    REQUIRE(sent.size() == 1);
    stage.leave_field();
    stage.settle();
    stage.say(Refused{sent[0].number, 4, "That was not done."});
    stage.settle();
    CHECK(stage.take_sent().empty());
    stage.pass(Drafts::after_refusal_ms);
    CHECK(stage.take_sent_of<EditText>().size() == 1);
}

TEST_CASE("find: coming back, what is asked for is looked for again") {
    Stage stage(Stage::With::sample);
    stage.press(Role::button, "Find");
    stage.type("Words to find", "band");
    stage.press(Role::button, "Today");
    stage.take_sent();
    stage.press(Role::button, "Find");
    const auto searches = stage.take_sent_of<Search>();
    REQUIRE(searches.size() == 1);
    CHECK(searches[0].query == "band");
}

TEST_CASE("going back leads to where one came from") {
    Stage stage(Stage::With::sample);
    stage.press(Role::button, "Create your own inspection");
    CHECK(stage.has(Role::heading, "New inspection"));
    stage.app->go_back();
    stage.settle();
    CHECK(stage.has(Role::heading, "Today"));
    stage.app->go_back();
    stage.settle();
    CHECK(stage.has(Role::heading, "Today"));
}

}  // namespace daybook::testing
