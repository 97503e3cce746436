// Marks on some of an entry's words: where they go, what is told of them, and how they are taken away.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/notebook/edits.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

constexpr std::string_view field = "What was said";

void write(Stage& stage, std::string words = "The head said that she was leaving.\nThen we went on.") {
    start_meeting(stage);
    stage.type(field, std::move(words));
    stage.pass(1000);
    stage.take_sent();
}

/// The notebook as the engine has it.
Notebook notebook_of(const Stage& stage) {
    REQUIRE(stage.engine.revisions().size() == 1);
    const auto& [inspection, revisions] = *stage.engine.revisions().begin();
    Notebook book(inspection);
    for (const Bytes& one : revisions) REQUIRE(book.apply(*decode_revision(one)));
    return book;
}

/// Those that hold, each with its words.
std::vector<std::string> marked(const Stage& stage) {
    const Notebook book = notebook_of(stage);
    std::vector<std::string> found;
    for (const Entry* entry : book.entries()) {
        for (const Passage* one : book.passages_of(entry->id)) {
            if (!one->holds()) continue;
            const std::string words = one->stands == Passage::Stands::here
                                          ? entry->words.substr(one->range.from, one->range.to - one->range.from)
                                          : "(not here)";
            found.push_back(words + (one->in_confidence ? " (in confidence)" : "") +
                            (one->polarity == Polarity::unmarked
                                 ? ""
                                 : " (" + std::string(edits::polarity_word(one->polarity)) + ")"));
        }
    }
    return found;
}
using Words = std::vector<std::string>;

/// Told to a screen reader whenever it changes.
bool tells(const Stage& stage, std::string_view words) {
    return stage.node(Role::paragraph, words).live;
}
bool says_marks_go_to(const Stage& stage, std::string_view words) {
    return std::ranges::any_of(stage.all(Role::paragraph),
                               [&](const SemanticNode* one) { return one->live && one->name.contains(words); });
}
bool is_on(const Stage& stage, std::string_view name) {
    return stage.node(Role::toggle_button, name).pressed == true;
}
bool is_chosen(const Stage& stage, std::string_view name) {
    return stage.node(Role::radio, name).pressed == true;
}
void confide(Stage& stage) {
    stage.press(Role::toggle_button, "In confidence");
}
bool key(Stage& stage, char32_t sign, Held held) {
    const bool taken = stage.app->press_key({.key = sign, .held = held, .typing = Typing::nowhere});
    stage.settle();
    return taken;
}

}  // namespace

TEST_CASE("passages: marks go to the entry, to the words that are chosen, and to the entry again") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    CHECK(tells(stage, "These marks go to the whole entry."));
    stage.choose(field, "she was leaving");
    CHECK(tells(stage, "These marks go to the chosen words: “she was leaving”"));
    CHECK_FALSE(is_chosen(stage, "Entry"));
    confide(stage);
    CHECK(is_on(stage, "In confidence"));
    CHECK(marked(stage) == Words{"she was leaving (in confidence)"});
    stage.press(Role::radio, "Weakness");
    CHECK(marked(stage) == Words{"she was leaving (in confidence) (weakness)"});
    stage.put_caret(field, "Then");
    CHECK(tells(stage, "These marks go to the whole entry."));
    CHECK_FALSE(is_on(stage, "In confidence"));
    CHECK(is_chosen(stage, "Entry"));
    CHECK_FALSE(notebook_of(stage).entries().front()->in_confidence);
}

TEST_CASE("passages: words with blanks around them, and the same words chosen again, are one passage") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.choose(field, " she was leaving");
    confide(stage);
    stage.put_caret(field, "Then");
    stage.choose(field, "she was leaving");
    CHECK(is_on(stage, "In confidence"));
    stage.press(Role::toggle_button, "Use of funding");
    CHECK(marked(stage) == Words{"she was leaving (in confidence)"});
    confide(stage);
    CHECK(marked(stage) == Words{"she was leaving"});
    stage.press(Role::toggle_button, "Use of funding");
    CHECK(marked(stage).empty());  // without a mark it is none
    confide(stage);
    CHECK(marked(stage) == Words{"she was leaving (in confidence)"});
}

TEST_CASE("passages: two marks in quick succession are of one passage") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.choose(field, "she was leaving");
    stage.engine_answers = false;
    confide(stage);
    CHECK(is_on(stage, "In confidence"));
    stage.press(Role::radio, "Strength");
    stage.engine_answers = true;
    stage.settle();
    CHECK(marked(stage) == Words{"she was leaving (in confidence) (strength)"});
}

TEST_CASE("passages: words are sent before they are marked, and the mark is of the words as they then stand") {
    Stage stage(Stage::With::own_inspection);
    write(stage, "The head said");
    stage.engine_answers = false;
    stage.type(field, "The head said that she was leaving");
    stage.choose(field, "she was leaving");
    confide(stage);
    const auto sent = stage.take_sent();
    const auto text =
        std::ranges::find_if(sent, [](const Command& one) { return std::holds_alternative<EditText>(one); });
    REQUIRE(text != sent.end());
    const auto edit =
        std::ranges::find_if(text, sent.end(), [](const Command& one) { return std::holds_alternative<Edit>(one); });
    REQUIRE(edit != sent.end());
    CHECK(std::get<Edit>(*edit).after == std::get<EditText>(*text).number);
    stage.engine_answers = true;
    stage.settle();
    CHECK(marked(stage) == Words{"she was leaving (in confidence)"});
}

TEST_CASE("passages: a mark that the engine refuses is not shown any longer, and its words are not marked by halves") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.choose(field, "she was leaving");
    stage.engine_answers = false;
    confide(stage);
    const auto edits = stage.take_sent_of<Edit>();
    REQUIRE(edits.size() == 1);
    stage.say(Refused{edits.front().number, static_cast<std::uint8_t>(Errc::invalid), "No."});
    stage.settle();
    CHECK_FALSE(is_on(stage, "In confidence"));
    stage.press(Role::radio, "Strength");
    const auto next = stage.take_sent_of<Edit>();
    REQUIRE(next.size() == 1);
    CHECK(changes_of<Create>(next).size() == 1);
}

TEST_CASE("passages: the paragraph in which the caret stands is marked without choosing its words") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.put_caret(field, "went");
    stage.press(Role::radio, "Paragraph");
    CHECK(is_chosen(stage, "Paragraph"));
    CHECK(tells(stage, "These marks go to this paragraph: “Then we went on.”"));
    stage.press(Role::radio, "Strength");
    CHECK(marked(stage) == Words{"Then we went on. (strength)"});
    CHECK(is_chosen(stage, "Strength"));
    stage.put_caret(field, "head");
    CHECK(tells(stage, "These marks go to this paragraph: “The head said that she was leaving.”"));
    CHECK_FALSE(is_chosen(stage, "Strength"));
    stage.choose(field, "she was");
    CHECK(tells(stage, "These marks go to the chosen words: “she was”"));
    stage.press(Role::radio, "Paragraph");
    CHECK(tells(stage, "These marks go to this paragraph: “The head said that she was leaving.”"));
    stage.press(Role::radio, "Entry");
    CHECK(tells(stage, "These marks go to the whole entry."));
}

TEST_CASE("passages: with the caret in marked words, paragraph shows their marks, and one without words is the entry") {
    Stage stage(Stage::With::own_inspection);
    write(stage, "The head said that she was leaving.\n\nMore.");
    stage.choose(field, "she was leaving");
    confide(stage);
    stage.press(Role::radio, "Paragraph");
    stage.put_caret(field, "was");
    CHECK(tells(stage, "These marks go to the marked words: “she was leaving”"));
    CHECK(is_on(stage, "In confidence"));
    stage.put_caret(field, "\nMore.");
    CHECK(tells(stage, "This paragraph has no words yet: these marks go to the whole entry."));
    CHECK_FALSE(is_on(stage, "In confidence"));
}

TEST_CASE("passages: adding one is undone and done again by key, and so is taking its marks away") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.choose(field, "she was leaving");
    confide(stage);
    CHECK(key(stage, U'z', Held::control));
    CHECK(marked(stage).empty());
    CHECK_FALSE(is_on(stage, "In confidence"));
    CHECK(key(stage, U'z', Held::control_shift));
    CHECK(marked(stage) == Words{"she was leaving (in confidence)"});
    CHECK(is_on(stage, "In confidence"));
    stage.press(Role::button, "Take the marks away");
    CHECK(marked(stage).empty());
    CHECK_FALSE(stage.has(Role::button, "Take the marks away"));
    CHECK(key(stage, U'z', Held::control));
    CHECK(marked(stage) == Words{"she was leaving (in confidence)"});
}

TEST_CASE("passages: a key marks the chosen words as the button does") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.choose(field, "she was leaving");
    for (const OrderSpec& spec : all_orders()) {
        if (spec.order != Order::in_confidence) continue;
        CHECK(stage.app->press_key({.key = spec.chords.front().key, .held = spec.chords.front().held}));
    }
    stage.settle();
    CHECK(marked(stage) == Words{"she was leaving (in confidence)"});
}

TEST_CASE("passages: the list has each with its marks, in the order of the words, and a row chooses what marks go to") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    CHECK_FALSE(stage.has(Role::heading, "Marked passages"));
    stage.choose(field, "we went on");
    stage.press(Role::radio, "Strength");
    stage.choose(field, "she was leaving");
    confide(stage);
    stage.put_caret(field, "Then");
    REQUIRE(stage.has(Role::heading, "Marked passages"));
    const SemanticNode& first = stage.node(Role::button, "in confidence. “she was leaving”");
    const SemanticNode& second = stage.node(Role::button, "strength. “we went on”");
    CHECK(first.box.y < second.box.y);
    CHECK_FALSE(is_on(stage, "In confidence"));
    stage.press(first.id);
    CHECK(stage.node(Role::button, "in confidence. “she was leaving”").current);
    CHECK(tells(stage, "These marks go to the marked words: “she was leaving”"));
    CHECK(is_on(stage, "In confidence"));
    stage.press(Role::button, "Take the marks away");
    CHECK(marked(stage) == Words{"we went on (strength)"});
    CHECK(tells(stage, "These marks go to the whole entry."));
}

TEST_CASE("passages: what is typed moves them along, also before it is sent") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.choose(field, "she was leaving");
    confide(stage);
    stage.type(field, "Well. The head said that she was leaving.\nThen we went on.");
    stage.choose(field, "she was leaving");
    CHECK(is_on(stage, "In confidence"));
    stage.pass(1000);
    stage.type(field, "Well. The head said that she was soon leaving.\nThen we went on.");
    stage.choose(field, "she was soon leaving");
    CHECK(is_on(stage, "In confidence"));
    stage.pass(1000);
    CHECK(is_on(stage, "In confidence"));
    CHECK(marked(stage) == Words{"she was soon leaving (in confidence)"});
}

TEST_CASE("passages: what is typed on in a paragraph in confidence is in confidence too, until the next line") {
    Stage stage(Stage::With::own_inspection);
    write(stage, "She told me ");
    stage.put_caret(field, "me ");
    stage.press(Role::radio, "Paragraph");
    confide(stage);
    stage.type(field, "She told me that she is ill");
    stage.put_caret(field, "ill");
    CHECK(is_on(stage, "In confidence"));
    CHECK(says_marks_go_to(stage, "She told me that she is ill"));
    stage.pass(1000);
    stage.type(field, "She told me that she is ill. Not for long.\nThen we went on.");
    stage.pass(1000);
    CHECK(marked(stage) == Words{"She told me that she is ill. Not for long. (in confidence)"});
}

TEST_CASE("passages: words in confidence that are typed over stay in confidence, whatever stands there now") {
    Stage stage(Stage::With::own_inspection);
    write(stage, "The head is ill. Then we went on.");
    stage.choose(field, "is ill");
    confide(stage);
    stage.type(field, "The head h. Then we went on.");
    stage.pass(1000);
    stage.type(field, "The head has left. Then we went on.");
    stage.pass(1000);
    CHECK(marked(stage) == Words{"has left (in confidence)"});
}

TEST_CASE("passages: a mark that is on its way moves along with what is typed, and a second one is not forgotten") {
    Stage stage(Stage::With::own_inspection);
    write(stage, "abc is said. def is said.");
    stage.engine_answers = false;
    stage.choose(field, "abc");
    confide(stage);
    stage.choose(field, "def");
    stage.press(Role::radio, "Strength");
    stage.type(field, "xyz abc is said. def is said.");
    stage.choose(field, "xyz");
    CHECK_FALSE(is_on(stage, "In confidence"));
    stage.choose(field, "abc");
    CHECK(is_on(stage, "In confidence"));
    stage.choose(field, "def");
    CHECK(is_chosen(stage, "Strength"));
    stage.type(field, "");
    CHECK_FALSE(is_on(stage, "In confidence"));
    stage.engine_answers = true;
    stage.settle();
}

TEST_CASE("passages: one whose words are gone is still told of, with what they were") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.choose(field, "she was leaving");
    confide(stage);
    stage.type(field, "Then we went on.");
    stage.pass(1000);
    stage.press(Role::button, "The words that this was about are no longer there, in confidence. “she was leaving”");
    CHECK(tells(stage, "These marks go to the marked words: “she was leaving”"));
    confide(stage);
    CHECK(marked(stage).empty());
}

TEST_CASE("passages: a list of entries says that there is a passage in confidence, and which entry is itself") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.choose(field, "she was leaving");
    confide(stage);
    CHECK(button_with(stage, "passage in confidence").contains("The head said"));
    stage.put_caret(field, "Then");
    confide(stage);
    CHECK_FALSE(button_with(stage, "The head said").contains("passage in confidence"));
    CHECK(button_with(stage, "The head said").contains("in confidence"));
}

TEST_CASE("passages: where nothing can be written they are told of, and nothing is offered") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.choose(field, "she was leaving");
    confide(stage);
    stage.reopen([](OpenInspection& open) { open.read_only = "A later version of Daybook wrote this."; });
    stage.press_with("Notebook");
    stage.press_with("The head said");
    REQUIRE(stage.has(Role::heading, "Marked passages"));
    CHECK(stage.node(Role::paragraph, "“she was leaving”").description == "in confidence");
    CHECK_FALSE(stage.has(Role::radio, "Paragraph"));
    CHECK_FALSE(stage.has(Role::button, "Take the marks away"));
}

TEST_CASE("passages: another entry begins with marks for all of it, whatever was chosen in the one before") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    stage.choose(field, "she was leaving");
    stage.press(Role::button, "New entry");
    confide(stage);
    const Notebook book = notebook_of(stage);
    CHECK(marked(stage).empty());
    CHECK(std::ranges::count_if(book.entries(), [](const Entry* one) { return one->in_confidence; }) == 1);
}

TEST_CASE("passages: a caret that moves is of no interest unless the paragraph is, and a mark takes few frames") {
    Stage stage(Stage::With::own_inspection);
    write(stage);
    const auto follows = [&] {
        const auto& shown = stage.window.fields.shown();
        return std::ranges::any_of(shown, [](const FakeFields::Shown& one) { return one.spec.follows_caret; });
    };
    CHECK_FALSE(follows());
    stage.choose(field, "she was leaving");
    CHECK_FALSE(follows());
    const int before = stage.frames;
    stage.tap(Role::toggle_button, "In confidence");
    CHECK(stage.frames - before <= 10);  // four of them are the finger's, and one looks for a difference
    CHECK(marked(stage) == Words{"she was leaving (in confidence)"});
    stage.press(Role::radio, "Paragraph");
    CHECK(follows());
    stage.press(Role::radio, "Entry");
    CHECK_FALSE(follows());
}

}  // namespace daybook::testing
