// Find with filters: what they leave, how many each value would, taking them off, and views that are saved.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "app/found_words.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

bool shows(const Stage& stage, std::string_view words) {
    return std::ranges::any_of(stage.window.mirrored.nodes(),
                               [&](const SemanticNode& one) { return one.name.contains(words); });
}

std::size_t rows(const Stage& stage) {
    return static_cast<std::size_t>(
        std::ranges::count_if(stage.all(Role::list_item), [](const SemanticNode* one) { return one->set_size > 0; }));
}

const SemanticNode* chip(const Stage& stage, std::string_view beginning) {
    const auto chips = stage.all(Role::toggle_button);
    const auto found =
        std::ranges::find_if(chips, [&](const SemanticNode* one) { return one->name.starts_with(beginning); });
    return found == chips.end() ? nullptr : *found;
}

void press_chip(Stage& stage, std::string_view beginning) {
    const SemanticNode* found = chip(stage, beginning);
    REQUIRE_MESSAGE(found != nullptr, beginning);
    stage.press(found->id);
}

/// How many entries it says that it would leave.
std::size_t count_of(const Stage& stage, std::string_view value) {
    const SemanticNode* found = chip(stage, std::string(value) + ": ");
    REQUIRE_MESSAGE(found != nullptr, value);
    return std::stoul(found->name.substr(value.size() + 2));
}

void write(Stage& stage, std::string words, std::string_view polarity, bool in_confidence) {
    stage.type("What was said", std::move(words));
    stage.pass(1000);
    if (!polarity.empty()) stage.press(Role::radio, polarity);
    if (in_confidence) stage.press(Role::toggle_button, "In confidence");
    stage.pass(1000);
}

/// Three entries of a meeting, and one of a call on the day after.
void two_days(Stage& stage) {
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::toggle_button, "Chief Executive of the authority");
    stage.press(Role::button, "Start");
    write(stage, "The third band was redrawn.", "Strength", false);
    stage.press(Role::button, "New entry");
    write(stage, "Two of seven plans had no targets.", "Weakness", true);
    stage.press(Role::button, "New entry");
    write(stage, "Attendance is rung up before ten.", "Strength", false);
    stage.press(Role::button, "Stop the meeting");
    stage.pass(24 * 60 * 60'000);
    stage.press(Role::button, "Today");
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::radio, "Telephone call");
    stage.press(Role::button, "Start");
    write(stage, "The adviser rang about the third band.", "Weakness", false);
    stage.take_sent();
    stage.press(Role::button, "Find");
}

void close_sheet(Stage& stage) {
    const auto buttons = stage.all(Role::button);
    const auto show = std::ranges::find_if(buttons, [](const SemanticNode* one) {
        return one->name.starts_with("Show ") && (one->name.contains("entr") || one->name.contains("place"));
    });
    REQUIRE(show != buttons.end());
    stage.press((*show)->id);
}

void answer(Stage& stage, const std::vector<std::string_view>& entries) {
    const auto asked = stage.take_sent_of<Search>().back();
    SearchResults results{asked.number, {}, ""};
    for (const std::string_view words : entries) {
        const ItemId entry = stage.engine.entry_with(words);
        results.hits.push_back({stage.engine.inspection_of(entry), entry, std::string(words)});
    }
    stage.say(results);
    stage.settle();
}

void save_view(Stage& stage, std::string name) {
    stage.press(Role::button, "Save this view");
    stage.type("Name of the view", std::move(name));
    stage.press(Role::button, "Save");
}

}  // namespace

TEST_CASE("H28: filters leave entries by day without a word being asked for, and one tap takes each off") {
    Stage stage(Stage::With::own_inspection);
    two_days(stage);
    stage.press(Role::button, "Filters");
    CHECK(count_of(stage, "Weakness") == 2);
    press_chip(stage, "Weakness: ");
    CHECK(stage.has(Role::toggle_button, "Take off: Weakness"));
    close_sheet(stage);
    CHECK(stage.has(Role::status, "2 entries"));
    CHECK(rows(stage) == 2);
    CHECK(stage.has(Role::heading, "Tue 15 Sep 2015"));
    CHECK(stage.has(Role::heading, "Mon 14 Sep 2015"));
    stage.press(Role::toggle_button, "Take off: Weakness");
    CHECK(rows(stage) == 0);
    CHECK(shows(stage, "Everything that was written in any inspection"));
}

TEST_CASE("H28: filters of two kinds must both hold, and each value says how many it would leave") {
    Stage stage(Stage::With::own_inspection);
    two_days(stage);
    stage.press(Role::button, "Filters");
    press_chip(stage, "Strength: ");
    CHECK(count_of(stage, "Weakness") == 2);  // an alternative to it
    CHECK(count_of(stage, "Tue 15 Sep 2015") == 0);
    CHECK(count_of(stage, "Mon 14 Sep 2015") == 2);
    CHECK(count_of(stage, "In confidence") == 0);
    press_chip(stage, "Weakness: ");
    press_chip(stage, "In confidence: ");
    CHECK(count_of(stage, "Strength") == 0);
    CHECK(count_of(stage, "Weakness") == 1);
    close_sheet(stage);
    CHECK(stage.has(Role::status, "1 entry"));
    stage.press(Role::button, "Clear all");
    CHECK(shows(stage, "Everything that was written in any inspection"));
}

TEST_CASE("H28: filters and words are looked for together") {
    Stage stage(Stage::With::own_inspection);
    two_days(stage);
    stage.type("Words to find", "third");
    answer(stage, {"third band was redrawn", "rang about the third band"});
    CHECK(stage.has(Role::status, "2 places found"));
    stage.press(Role::button, "Filters");
    CHECK(count_of(stage, "Strength") == 1);
    CHECK(count_of(stage, "Weakness") == 1);
    press_chip(stage, "Strength: ");
    stage.press(Role::button, "Show 1 place");
    CHECK(stage.has(Role::status, "1 place found"));
    stage.press_with("third band was redrawn");
    CHECK(stage.has(Role::text_box, "What was said"));
}

TEST_CASE("find: what the words were found in beyond the best hits is shown as well, with the words marked") {
    Stage stage(Stage::With::own_inspection);
    two_days(stage);
    stage.type("Words to find", "third");
    const auto asked = stage.take_sent_of<Search>().back();
    const ItemId entry = stage.engine.entry_with("rang about");
    stage.say(SearchResults{asked.number, {}, "", {{stage.engine.inspection_of(entry), entry}}});
    stage.settle();
    CHECK(stage.has(Role::status, "1 place found"));
    CHECK(shows(stage, "The adviser rang about the third band."));
}

TEST_CASE("find: what was found in another inspection is not shown while filters are on, and that is said") {
    Stage stage(Stage::With::own_inspection);
    two_days(stage);
    stage.press(Role::button, "Filters");
    press_chip(stage, "Strength: ");
    close_sheet(stage);
    stage.type("Words to find", "third");
    const auto asked = stage.take_sent_of<Search>().back();
    InspectionId other;
    other.bytes.fill(77);
    stage.say(SearchResults{asked.number, {{other, ItemId{}, "third"}}, ""});
    stage.settle();
    CHECK(rows(stage) == 0);
    CHECK(shows(stage, "What was found in another one is not shown"));
}

TEST_CASE("H28: filters that leave nothing say which of them to take off, and do it") {
    Stage stage(Stage::With::own_inspection);
    two_days(stage);
    stage.press(Role::button, "Filters");
    press_chip(stage, "Strength: ");
    press_chip(stage, "In confidence: ");
    stage.press(Role::button, "Show 0 entries");
    CHECK(stage.has(Role::status, "No entry has all of this."));
    CHECK(stage.has(Role::button, "Without “What it shows”: 1 entry"));
    stage.press(Role::button, "Without “Marks”: 2 entries");
    CHECK(stage.has(Role::status, "2 entries"));
}

TEST_CASE("find: words that the filters leave nothing of can be taken off there") {
    Stage stage(Stage::With::own_inspection);
    two_days(stage);
    stage.press(Role::button, "Filters");
    press_chip(stage, "In confidence: ");
    close_sheet(stage);
    stage.type("Words to find", "third");
    answer(stage, {"third band was redrawn"});
    CHECK(stage.has(Role::status, "No entry has all of this."));
    stage.press(Role::button, "Without the words: 1 entry");
    CHECK(stage.has(Role::status, "1 entry"));
}

TEST_CASE(
    "saved views: one is saved under a name, listed, looked through, renamed and deleted, and that is taken back") {
    Stage stage(Stage::With::own_inspection);
    two_days(stage);
    stage.press(Role::button, "Filters");
    press_chip(stage, "Weakness: ");
    close_sheet(stage);
    stage.take_sent();
    save_view(stage, "  ");
    CHECK(stage.take_sent_of<Edit>().empty());
    stage.type("Name of the view", "For the letter");
    stage.press(Role::button, "Save");
    CHECK(changes_of<Create>(stage.take_sent_of<Edit>()).size() == 1);
    CHECK(shows(stage, "Saved view: For the letter"));
    CHECK_FALSE(stage.has(Role::button, "Save this view"));
    stage.press(Role::button, "Clear all");
    stage.press_with("For the letter");
    CHECK(stage.has(Role::status, "2 entries"));
    stage.press(Role::button, "Rename");
    stage.type("Name of the view", "For the final letter");
    stage.press(Role::button, "Save");
    CHECK(shows(stage, "Saved view: For the final letter"));
    stage.press(Role::button, "Delete");
    CHECK(stage.has(Role::status, "The view “For the final letter” is deleted."));
    CHECK_FALSE(stage.has(Role::list, "Saved views"));
    stage.press(Role::button, "Undo");
    CHECK(stage.has(Role::list, "Saved views"));
    CHECK_FALSE(shows(stage, "is deleted"));
}

TEST_CASE("saved views: another one of the same name is not saved, and cancelling saves nothing") {
    Stage stage(Stage::With::own_inspection);
    two_days(stage);
    stage.press(Role::button, "Filters");
    press_chip(stage, "Weakness: ");
    close_sheet(stage);
    save_view(stage, "Letter");
    stage.press(Role::button, "Filters");
    press_chip(stage, "In confidence: ");
    close_sheet(stage);
    stage.take_sent();
    save_view(stage, "letter");
    CHECK(stage.node(Role::text_box, "Name of the view").description.contains("Another view has this name already."));
    stage.press(Role::button, "Cancel");
    CHECK(stage.take_sent_of<Edit>().empty());
}

TEST_CASE(
    "saved views: where nothing can be written none is offered to be saved, and those that are there can be used") {
    Stage stage(Stage::With::own_inspection);
    two_days(stage);
    stage.press(Role::button, "Filters");
    press_chip(stage, "Weakness: ");
    close_sheet(stage);
    save_view(stage, "Letter");
    stage.reopen([](OpenInspection& open) { open.read_only = "It can only be read."; });
    stage.press(Role::button, "Find");
    stage.press_with("Letter");
    CHECK(stage.has(Role::status, "2 entries"));
    CHECK_FALSE(stage.has(Role::button, "Delete"));
    stage.press(Role::toggle_button, "Take off: Weakness");
    stage.press(Role::button, "Filters");
    press_chip(stage, "Strength: ");
    close_sheet(stage);
    CHECK_FALSE(stage.has(Role::button, "Save this view"));
}

TEST_CASE("go to: a saved view is gone to by its name") {
    Stage stage(Stage::With::own_inspection);
    two_days(stage);
    stage.press(Role::button, "Filters");
    press_chip(stage, "Weakness: ");
    close_sheet(stage);
    save_view(stage, "For the letter");
    stage.press(Role::button, "Today");
    CHECK(stage.app->press_key({.key = U'k', .held = Held::control}));
    stage.settle();
    stage.type("A place, an entry, or something to do", "letter");
    stage.press_with("For the letter");
    CHECK(stage.has(Role::heading, "Find"));
    CHECK(stage.has(Role::status, "2 entries"));
}

TEST_CASE("find: a filter with many values shows the first of them, those that are on, and all when asked") {
    Stage stage(Stage::With::own_inspection, 390, 844);
    stage.press(Role::button, "Start a meeting");
    std::vector<std::string> roles;
    for (const SemanticNode* one : stage.all(Role::toggle_button)) roles.push_back(one->name);
    REQUIRE(roles.size() > 12);
    for (std::size_t index = 0; index < 12; ++index) stage.press(Role::toggle_button, roles[index]);
    stage.press(Role::button, "Start");
    write(stage, "Everybody was there.", "", false);
    stage.press(Role::button, "Find");
    stage.press(Role::button, "Filters");
    const auto before = stage.all(Role::toggle_button).size();
    stage.press(Role::button, "Show 4 more: Who was met");
    CHECK(stage.all(Role::toggle_button).size() == before + 4);
}

TEST_CASE("find: Back closes the sheet of filters") {
    Stage stage(Stage::With::sample);
    stage.press(Role::button, "Find");
    stage.press(Role::button, "Filters");
    CHECK(stage.has(Role::group, "What it shows"));
    stage.app->go_back();
    stage.settle();
    CHECK_FALSE(stage.has(Role::group, "What it shows"));
}

TEST_CASE("found words: they are marked where they begin a text, in the middle of one, and at its end") {
    CHECK(with_words_marked("The band was redrawn", "ban") ==
          "The \x02"
          "band\x03 was redrawn");
    CHECK(with_words_marked("Évaluation of phonics", "phonics eval") == "\x02Évaluation\x03 of \x02phonics\x03");
    CHECK(with_words_marked("The band was redrawn", "was ban") ==
          "The \x02"
          "band\x03 \x02was\x03 redrawn");
    CHECK(with_words_marked("The bands", "band the") == "\x02The\x03 bands");  // only the last may be unfinished
    CHECK(with_words_marked("The band", "other") == "The band");
    CHECK(with_words_marked("a \x02 b", "b") ==
          "a   \x02"
          "b\x03");
    CHECK(with_words_marked("", "band").empty());
}

TEST_CASE("found words: of a long text it is what stands around the first of them that is shown, cut at characters") {
    std::string text;
    for (int n = 0; n < 100; ++n) text += "évé ";
    const std::string marked = with_words_marked(text + "band " + text, "band");
    CHECK(marked.starts_with("…évé "));
    CHECK(
        marked.contains("\x02"
                        "band\x03"));
    CHECK(marked.ends_with("…"));
    CHECK(marked.size() < 300);
}

}  // namespace daybook::testing
