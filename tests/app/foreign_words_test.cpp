// Words in scripts that our font has no letters of: who sets them, how often that is asked, and that none is kept.
#include "app/foreign_words.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/widgets/typesetting.h"
#include "tests/app/painter.h"
#include "tests/app/stage.h"

namespace daybook::testing {
namespace {

constexpr std::string_view arabic = "قالت المديرة إن المستشار يأتي كل نصف فصل دراسي";
constexpr std::string_view hindi = "प्रधानाध्यापिका ने कहा कि सलाहकार हर सत्र में आते हैं";
constexpr std::string_view chinese = "校长说，顾问每半个学期来一次，了解学校的成绩。";
constexpr std::string_view emoji = "Good work 👩🏽‍🏫 👍";

void write_entry(Stage& stage, std::string_view words) {
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::button, "Start");
    stage.type("What was said", std::string(words));
    stage.pass(2000);
    stage.press(Role::button, "Stop the meeting");
    stage.press(Role::button, "Notebook");
}

bool was_painted(const Stage& stage, std::string_view beginning) {
    return std::ranges::any_of(stage.window.foreign.painted, [&](const FakeForeign::Painted& one) {
        return !one.line.empty() && beginning.starts_with(one.line.substr(0, 6));
    });
}

/// Inter alone, with nothing that sets what it lacks.
struct Setting {
    NullBackend backend;
    Theme theme;
    Bytes font = asset_file(DAYBOOK_FONTS "/Inter-Regular.otf");

    Setting() {
        theme.fonts = load_fonts(font, {}, {});
        backend.begin(400, 400);
    }
    ~Setting() { backend.end(); }
    Setting(const Setting&) = delete;
    Setting& operator=(const Setting&) = delete;
};

}  // namespace

TEST_CASE("foreign words: what our font has, the platform is not asked about") {
    Stage stage(Stage::With::sample);
    for (const char* place : {"Notebook", "Hand over", "Find", "More", "Today"}) stage.press(Role::button, place);
    CHECK(stage.window.foreign.questions == 0);
}

TEST_CASE("foreign words: Arabic, Hindi, Chinese and pictures are set by the platform, in lists and as they are read") {
    for (const std::string_view words : {arabic, hindi, chinese, emoji}) {
        CAPTURE(words);
        Stage stage(Stage::With::own_inspection);
        write_entry(stage, words);
        CHECK(was_painted(stage, words));
        stage.window.foreign.painted.clear();
        stage.reopen([](OpenInspection& open) { open.read_only = "A later version wrote this."; });
        stage.press(Role::button, "Notebook");
        for (const SemanticNode* one : stage.all(Role::button)) {
            if (one->name.contains(words.substr(0, 12))) {
                stage.press(one->id);
                break;
            }
        }
        CHECK(was_painted(stage, words));
    }
}

TEST_CASE("foreign words: half of a pair is U+FFFD by then, for which our font has a mark") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage, "A \uFFFD stands for what was lost.");
    CHECK(stage.window.foreign.questions == 0);
    CHECK(ImGui::GetIO().Fonts->Fonts[0]->IsGlyphInFont(0xFFFD));
}

TEST_CASE("foreign words: while they stay on the screen nothing is asked again, and no picture is made again") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage, chinese);
    stage.settle();
    const int before = stage.window.foreign.questions;
    for (int round = 0; round < 200; ++round) stage.frame();
    CHECK(stage.window.foreign.questions == before);
    stage.surroundings.dark = true;
    stage.frame();
    CHECK(stage.window.foreign.questions > before);
}

TEST_CASE("foreign words: when they were out of sight for a while they are let go, and after a lock at once") {
    Stage stage(Stage::With::own_inspection);
    const auto textures = [] { return ImGui::GetPlatformIO().Textures.Size; };
    const int before = textures();
    write_entry(stage, arabic);
    stage.settle();
    CHECK(textures() > before);
    stage.press(Role::button, "More");
    for (int round = 0; round < 200; ++round) stage.frame();
    CHECK(textures() == before);
    stage.press(Role::button, "Notebook");
    CHECK(textures() > before);
    stage.say(Status{EngineState::locked, ""});
    stage.settle();
    CHECK(textures() == before);
}

TEST_CASE("foreign words: a paragraph that is written from the right stands at the right") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage, arabic);
    REQUIRE_FALSE(stage.window.foreign.painted.empty());
    for (const FakeForeign::Painted& one : stage.window.foreign.painted) {
        CHECK(one.style.direction == Direction::right_to_left);
    }
    ImGui::GetIO().DisplayFramebufferScale = {1, 1};
    stage.settle();
    const Picture picture = paint(*ImGui::GetDrawData(), 1);
    const SemanticNode* row = nullptr;
    for (const SemanticNode* one : stage.all(Role::button)) {
        if (one->name.contains(arabic.substr(0, 12))) row = one;
    }
    REQUIRE(row != nullptr);
    const Colour ink = palette_for(stage.surroundings).ink;
    const auto is_ink = [&](float x, float y) {
        const auto at =
            (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) * 3;
        return picture.rgb[at] == ink.red && picture.rgb[at + 1] == ink.green && picture.rgb[at + 2] == ink.blue;
    };
    // The last line of the words is not full: it begins at the right.
    const float y = row->box.y + row->box.height - 24;
    CHECK(is_ink(row->box.x + row->box.width - 20, y));
}

TEST_CASE("foreign words: the direction of a paragraph is that of its first letter which has one") {
    CHECK(direction_of("words") == Direction::left_to_right);
    CHECK(direction_of("") == Direction::left_to_right);
    CHECK(direction_of("12 - ") == Direction::left_to_right);
    CHECK(direction_of(arabic) == Direction::right_to_left);
    CHECK(direction_of("שלום") == Direction::right_to_left);
    CHECK(direction_of("10:42 👍 مرحبا") == Direction::right_to_left);
    CHECK(direction_of("Ms مرحبا") == Direction::left_to_right);
    CHECK(direction_of(chinese) == Direction::left_to_right);
    CHECK(direction_of(hindi) == Direction::left_to_right);
}

TEST_CASE("lines: words that are too wide for one line are made smaller until they fit, and others stay as they are") {
    const Setting setting;
    const TextStyle style = setting.theme.body();
    const std::string_view words = "Saved 10:42:07, one copy";
    const float wide = text_width(style, words);
    CHECK(fitted(style, words, wide).size == style.size);
    const TextStyle smaller = fitted(style, words, wide * 0.8F);
    CHECK(text_width(smaller, words) <= wide * 0.8F);
    CHECK(smaller.size < style.size);
    CHECK(smaller.size > style.size * 0.7F);
    CHECK(fitted(style, words, 0).size >= 1);
}

TEST_CASE("lines: a number is not broken at its point") {
    const Setting setting;
    const TextStyle style = setting.theme.body();
    const std::string text = "There is 1.05 GB";
    const float narrow = text_width(style, "There is 1.0");
    CHECK(wrapped(style, text, narrow) == std::vector<std::string_view>{"There is", "1.05 GB"});
    // A number that is wider than its place is broken all the same, and nothing of it is lost.
    const auto pieces = wrapped(style, "1.050505050505", text_width(style, "1.05"));
    CHECK(pieces.size() > 1);
    std::string joined;
    for (const std::string_view piece : pieces) joined += piece;
    CHECK(joined == "1.050505050505");
}

TEST_CASE("foreign words: lines end where the platform says, and put together they are the text") {
    FakeForeign platform;
    NullBackend backend;
    ForeignWords foreign(&platform);
    Theme theme;
    const Bytes font = asset_file(DAYBOOK_FONTS "/Inter-Regular.otf");
    theme.fonts = load_fonts(font, {}, {});
    theme.fonts.foreign = &foreign;
    backend.begin(400, 400);
    const std::string text = std::string(chinese) + "\n" + std::string(arabic) + "\n\nand plain words";
    std::string joined;
    const auto lines = wrapped(theme.body(), text, 120);
    CHECK(lines.size() > 6);
    for (const std::string_view line : lines) joined += line;
    std::string without_breaks = text;
    std::erase(without_breaks, '\n');
    std::erase(without_breaks, ' ');
    std::erase(joined, ' ');
    CHECK(joined == without_breaks);
    const std::string cut = elided(theme.body(), chinese, 100);
    CHECK(cut.ends_with("…"));
    CHECK(chinese.starts_with(cut.substr(0, cut.size() - 3)));
    backend.end();
}

TEST_CASE("foreign words: in what was found the match is marked where the platform sees it") {
    Stage stage(Stage::With::own_inspection);
    write_entry(stage, chinese);
    const ItemId entry = stage.engine.entry_with("顾问");
    stage.press(Role::button, "Find");
    stage.type("Words to find", "顾问");
    const auto search = stage.take_sent_of<Search>().back();
    stage.window.foreign.painted.clear();
    stage.say(SearchResults{
        search.number, {{stage.engine.inspection_of(entry), entry, "校长说，\x02顾问\x03每半个学期来一次"}}, ""});
    stage.settle();
    CHECK(was_painted(stage, chinese));
}

}  // namespace daybook::testing
