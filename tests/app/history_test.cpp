// The history of an entry, and the notebook as it stood: what is told, what is brought back, and the way back to now.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/whereabouts.h"
#include "app/widgets/changed_words.h"
#include "core/notebook/edits.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

constexpr std::int64_t minute = 60'000;

bool has_button(const Stage& stage, std::string_view part) {
    return says(stage, Role::button, part);
}

/// At ten o'clock, and changed ten minutes later.
void write_twice(Stage& stage) {
    start_meeting(stage);
    stage.type("What was said", "The head spoke of reading only.");
    stage.pass(1000);
    stage.pass(10 * minute);
    stage.type("What was said", "The head spoke of reading and spelling.");
    stage.pass(1000);
    stage.take_sent();
}

void to_history(Stage& stage) {
    stage.press(Role::button, "History of this entry");
    stage.take_sent();
}

std::string words_sent(const std::vector<Edit>& edits) {
    const auto splices = changes_of<Splice>(edits);
    REQUIRE(splices.size() == 1);
    CHECK(splices[0].bases.size() == 1);
    return splices[0].inserted;
}

void show_past(Stage& stage, const std::string& clock) {
    stage.press(Role::button, "More");
    stage.press_with("As it stood");
    stage.type("Day", "2015-09-14");
    stage.type("Time", clock);
    stage.press(Role::button, "Show");
}

}  // namespace

TEST_CASE("H28: the history of an entry tells who changed it, when by which clock, and what, in words") {
    Stage stage(Stage::With::own_inspection);
    write_twice(stage);
    to_history(stage);
    const auto steps = stage.all(Role::list_item);
    REQUIRE(steps.size() == 2);
    CHECK(steps[0]->name == "Ada Penn, Mon 14 Sep 2015, 10:10 (UTC+01:00)");
    CHECK(steps[0]->position == 1);
    CHECK(steps[1]->name == "Ada Penn, Mon 14 Sep 2015, 10:00 (UTC+01:00)");
    CHECK(stage.has(Role::paragraph, "removed: “only”; added: “and spelling”"));
    CHECK(stage.has(Role::paragraph, "added: “The head spoke of reading only.”"));
    CHECK(stage.has(Role::paragraph, "Entry begun"));
    CHECK(stage.has(Role::paragraph, "This is what it says now."));
}

TEST_CASE("H28: marks, retiring and bringing back stand in the history, each with its word") {
    Stage stage(Stage::With::own_inspection);
    write_twice(stage);
    stage.pass(5 * minute);
    stage.press(Role::radio, "Strength");
    stage.press(Role::toggle_button, "In confidence");
    stage.press(Role::toggle_button, "Impact over time");
    stage.pass(5 * minute);
    stage.press(Role::radio, "Weakness");
    stage.press(Role::toggle_button, "Impact over time");
    stage.press(Role::button, "Retire this entry");
    to_history(stage);
    for (const std::string_view line :
         {"Put on: Strength", "Put on: In confidence", "Put on: Impact over time", "Taken off: Strength",
          "Put on: Weakness", "Taken off: Impact over time", "Retired"})
        CHECK_MESSAGE(stage.has(Role::paragraph, line), line);
    stage.press_with("3 changes one by one, Ada Penn, Mon 14 Sep 2015, 10:15");
    CHECK(says(stage, Role::paragraph, "10:15:02 · Put on: Strength"));
    stage.press_with("3 changes one by one, Ada Penn, Mon 14 Sep 2015, 10:15");
    CHECK_FALSE(says(stage, Role::paragraph, "10:15:02 · Put on: Strength"));
}

TEST_CASE("H28: a step of several changes is opened to what was typed each time") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "One");
    stage.pass(1000);
    stage.type("What was said", "One two");
    stage.pass(1000);
    to_history(stage);
    REQUIRE(stage.all(Role::list_item).size() == 1);
    stage.press_with("3 changes one by one");
    CHECK(says(stage, Role::paragraph, "· added: “One”"));
    CHECK(says(stage, Role::paragraph, "· added: “ two”"));
    CHECK(says(stage, Role::paragraph, "· Entry begun"));
}

TEST_CASE("H28: earlier words are brought back as one more change, and that is taken back with undo") {
    Stage stage(Stage::With::own_inspection);
    write_twice(stage);
    to_history(stage);
    CHECK(stage.all(Role::list_item).size() == 2);
    stage.pass(5 * minute);
    stage.press_with("Bring these words back, Ada Penn, Mon 14 Sep 2015, 10:00");
    CHECK(words_sent(stage.take_sent_of<Edit>()).contains("only"));
    CHECK(says(stage, Role::status, "These words are back."));
    CHECK(stage.all(Role::list_item).size() == 3);
    CHECK(stage.has(Role::paragraph, "removed: “and spelling”; added: “only”"));
    stage.press(Role::button, "Undo");
    CHECK(words_sent(stage.take_sent_of<Edit>()).contains("and spelling"));
    CHECK_FALSE(says(stage, Role::status, "These words are back."));
    CHECK(stage.app->press_key({.key = U'y', .held = Held::control}));
    stage.settle();
    CHECK(words_sent(stage.take_sent_of<Edit>()).contains("only"));
    stage.press(Role::button, "Back");
    CHECK(stage.window.fields.shown()[0].value == "The head spoke of reading only.");
}

TEST_CASE("H28: words that were brought back and then written on are not taken back unseen") {
    Stage stage(Stage::With::own_inspection);
    write_twice(stage);
    to_history(stage);
    stage.press_with("Bring these words back");
    stage.press(Role::button, "Back");
    stage.type("What was said", "The head spoke of reading only. Twice.");
    stage.frame();
    stage.take_sent();
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(says(stage, Role::status, "That was changed again since."));
    CHECK(stage.window.fields.shown()[0].value == "The head spoke of reading only. Twice.");
    CHECK_FALSE(says(stage, Role::paragraph, "These words were edited apart"));
}

TEST_CASE("H28: where nothing can be written the history is told, and nothing can be brought back") {
    Stage stage(Stage::With::own_inspection);
    write_twice(stage);
    stage.reopen([](OpenInspection& open) { open.read_only = "A later version of Daybook wrote this."; });
    stage.press(Role::button, "Notebook");
    stage.press_with("The head spoke");
    to_history(stage);
    CHECK(stage.all(Role::list_item).size() == 2);
    CHECK_FALSE(has_button(stage, "Bring these words back"));
}

TEST_CASE("H28: a retired entry has its history too, and an entry that was never written has none to go to") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    CHECK_FALSE(stage.has(Role::button, "History of this entry"));
    stage.type("What was said", "One.");
    stage.pass(1000);
    stage.press(Role::button, "Retire this entry");
    to_history(stage);
    CHECK(stage.has(Role::paragraph, "Retired"));
}

TEST_CASE("H28: what a colleague wrote apart stands beside, with the colleague's name") {
    Stage stage(Stage::With::own_inspection);
    write_twice(stage);
    const ItemId entry = stage.engine.entry_with("The head");
    Revision other;
    other.inspection = stage.engine.inspection_of(entry);
    other.device.bytes[0] = 2;
    other.seq = 1;
    other.stamp = {stage.now.at.unix_ms + 100'000, 0, other.device};
    other.author = "Imre Callow";
    other.written_at = {stage.now.at, -330};
    other.change = Splice{entry, "words", {}, 0, 0, "The head was not there."};
    to_history(stage);
    stage.say(Appended{0, other.inspection, {encode(other)}});
    stage.settle();
    CHECK(says(stage, Role::list_item, "Imre Callow, Mon 14 Sep 2015, 03:40 (UTC\u221205:30)"));
    CHECK(says(stage, Role::paragraph, "It was edited apart"));
    stage.press_with("Bring these words back, Ada Penn, Mon 14 Sep 2015, 10:10");
    const auto splices = changes_of<Splice>(stage.take_sent_of<Edit>());
    REQUIRE(splices.size() == 1);
    CHECK(splices[0].bases.size() == 2);
    CHECK_FALSE(says(stage, Role::paragraph, "It was edited apart"));
    CHECK(says(stage, Role::paragraph, "1 other version was left behind"));
}

TEST_CASE("H28: the notebook as it stood shows what had been written by that minute, and leads to each entry") {
    Stage stage(Stage::With::own_inspection);
    write_twice(stage);
    stage.press(Role::radio, "Strength");
    show_past(stage, "10:05");
    CHECK(stage.has(Role::heading, "The past: Mon 14 Sep 2015, 10:05 (UTC+01:00)"));
    CHECK(stage.has(Role::paragraph, "1 activity, 1 entry"));
    CHECK_FALSE(has_button(stage, "spelling"));
    stage.press_with("The head spoke of reading only.");
    CHECK(stage.has(Role::heading, "Entry as it stood"));
    CHECK(stage.has(Role::paragraph, "The head spoke of reading only."));
    CHECK(stage.has(Role::paragraph, "Its words were changed later."));
    CHECK_FALSE(stage.has(Role::paragraph, "strength"));
    CHECK(stage.window.fields.shown().empty());
    stage.press(Role::button, "Back");
    stage.type("Time", "10.10");
    stage.press(Role::button, "Show");
    stage.press_with("and spelling");
    CHECK(stage.has(Role::paragraph, "strength"));
    CHECK(stage.has(Role::paragraph, "Its words are the same now."));
    stage.press(Role::button, "To this entry as it is now");
    CHECK(stage.window.fields.shown()[0].value == "The head spoke of reading and spelling.");
}

TEST_CASE("H28: before the first word nothing had been written, and the way back to now leads to the notebook") {
    Stage stage(Stage::With::own_inspection);
    write_twice(stage);
    show_past(stage, "09:59");
    CHECK(stage.has(Role::paragraph, "Nothing had been written by then."));
    stage.press(Role::button, "Back to now");
    CHECK(stage.has(Role::heading, "Notebook"));
    CHECK(has_button(stage, "and spelling"));
}

TEST_CASE("as it stood: what is no day, no time or still to come is said beside its field, and nothing is shown") {
    Stage stage(Stage::With::own_inspection);
    write_twice(stage);
    show_past(stage, "half past ten");
    CHECK(stage.node(Role::text_box, "Time").description.contains("This is not a time."));
    stage.type("Time", "10:00");
    stage.type("Day", "Monday");
    stage.press(Role::button, "Show");
    CHECK(stage.node(Role::text_box, "Day").description.contains("This is not a date."));
    stage.type("Day", "2015-09-14");
    stage.type("Time", "10:59");
    stage.submit("Time");
    CHECK(stage.node(Role::text_box, "Time").description.contains("That is still to come."));
    CHECK_FALSE(has_button(stage, "Back to now"));
}

TEST_CASE("as it stood: words that come while one looks at the past are in it if they were written by then") {
    Stage stage(Stage::With::own_inspection);
    write_twice(stage);
    const ItemId entry = stage.engine.entry_with("The head");
    show_past(stage, "10:05");
    Revision other;
    other.inspection = stage.engine.inspection_of(entry);
    other.device.bytes[0] = 2;
    other.author = "Imre Callow";
    other.written_at = {{stage.now.at.unix_ms - 8 * minute}, 60};
    const ItemId late = ItemId{{7}};
    const ItemId activity = ItemId{};
    std::vector<Bytes> came;
    std::vector<Change> changes = edits::create_entry(late, activity);
    changes.push_back(SetField{entry, "polarity", std::string("weakness")});
    for (const Change& change : changes) {
        ++other.seq;
        other.stamp = {stage.now.at.unix_ms + 100'000 + static_cast<std::int64_t>(other.seq), 0, other.device};
        other.change = change;
        came.push_back(encode(other));
    }
    stage.say(Appended{0, other.inspection, came});
    stage.settle();
    CHECK(stage.has(Role::paragraph, "1 activity, 2 entries"));
    stage.press_with("The head spoke of reading only.");
    CHECK(stage.has(Role::paragraph, "weakness"));
}

TEST_CASE("history: it is gone to by its name, and come back to after a lock") {
    Stage stage(Stage::With::own_inspection);
    write_twice(stage);
    CHECK(stage.app->press_key({.key = U'k', .held = Held::control}));
    stage.settle();
    stage.type("A place, an entry, or something to do", "history of");
    stage.press_with("History of this entry");
    CHECK(stage.has(Role::heading, "History of this entry"));
    const auto kept = stage.place_kept();
    REQUIRE(kept);
    stage.reopen_at(kept->place);
    CHECK(stage.has(Role::heading, "History of this entry"));
    CHECK(stage.all(Role::list_item).size() == 2);
}

TEST_CASE("changed words: they are told in words, and what is long is cut for the ear alone") {
    const std::vector<WordRun> runs{{WordRun::Kind::kept, "It is "},
                                    {WordRun::Kind::removed, "old"},
                                    {WordRun::Kind::added, "new"},
                                    {WordRun::Kind::kept, "."}};
    const Words say;
    CHECK(spoken_changes(say, runs) == "removed: “old”; added: “new”");
    CHECK(spoken_change(say, "\n", " ") == "removed: a line break; added: a space");
    const std::vector<WordRun> book{{WordRun::Kind::added, std::string(3'000'000, 'b')}};
    CHECK(spoken_changes(say, book).size() < 21'000);
}

}  // namespace daybook::testing
