#include "core/base/word_difference.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

#include "tests/core/log_making.h"

using namespace daybook;

namespace {

using Kind = WordRun::Kind;

std::string joined(const std::vector<WordRun>& runs, Kind with) {
    std::string text;
    for (const WordRun& run : runs) {
        if (run.kind == Kind::kept || run.kind == with) text += run.text;
    }
    return text;
}

/// "the [-cat-]{+dog+} sat".
std::string shown(const std::vector<WordRun>& runs) {
    std::string text;
    for (const WordRun& run : runs) {
        text += run.kind == Kind::kept      ? run.text
                : run.kind == Kind::removed ? "[-" + run.text + "-]"
                                            : "{+" + run.text + "+}";
    }
    return text;
}

std::string shown(std::string_view before, std::string_view after) {
    return shown(word_difference(before, after));
}

void expect_whole(const std::string& before, const std::string& after) {
    const auto runs = word_difference(before, after);
    CHECK(joined(runs, Kind::removed) == before);
    CHECK(joined(runs, Kind::added) == after);
    for (std::size_t index = 0; index < runs.size(); ++index) {
        CHECK_FALSE(runs[index].text.empty());
        CHECK(is_utf8(runs[index].text));
        if (index == 0) continue;
        CHECK(runs[index].kind != runs[index - 1].kind);
        CHECK_FALSE((runs[index].kind == Kind::removed && runs[index - 1].kind == Kind::added));
    }
}

/// Words of a small stock, so that texts have much in common; `from` moves the stock.
std::string random_words(Chance& chance, std::size_t count, std::uint64_t from, std::uint64_t stock) {
    std::string text;
    for (std::size_t n = 0; n < count; ++n) {
        text += "w" + std::to_string(from + chance.below(stock));
        text += chance.below(12) == 0 ? ".\n" : " ";
    }
    return text;
}

}  // namespace

TEST_CASE("word difference: what was added and removed is told in whole words") {
    CHECK(shown("", "").empty());
    CHECK(shown("same", "same") == "same");
    CHECK(shown("", "All of it.") == "{+All of it.+}");
    CHECK(shown("All of it.", "") == "[-All of it.-]");
    CHECK(shown("The cat sat.", "The dog sat.") == "The [-cat-]{+dog+} sat.");
    CHECK(shown("reading", "readings") == "[-reading-]{+readings+}");
    CHECK(shown("She read well", "She read very well, too") == "She read {+very +}well{+, too+}");
    CHECK(shown("first\nsecond", "first\n\nsecond") == "first\n{+\n+}second");
    CHECK(shown("don't", "don’t") == "[-don't-]{+don’t+}");
}

TEST_CASE("word difference: words that were changed side by side are changed together") {
    CHECK(shown("The old grey cat sat.", "The young white dog sat.") == "The [-old grey cat-]{+young white dog+} sat.");
    CHECK(shown("one\ntwo", "uno\ndos") == "[-one-]{+uno+}\n[-two-]{+dos+}");
}

TEST_CASE("word difference: where nothing stands between words each sign is one") {
    CHECK(shown("校長が話した", "校長は話した") == "校長[-が-]{+は+}話した");
    CHECK(shown("Größe", "Grösse") == "[-Größe-]{+Grösse+}");
    CHECK(shown("ja 👩‍🏫 nein", "ja 👨‍🏫 nein") == "ja [-👩‍🏫-]{+👨‍🏫+} nein");
}

TEST_CASE("word difference: kept and removed are the old text, kept and added the new one") {
    Chance chance(20261130);
    for (int round = 0; round < 600; ++round) {
        const std::string before = random_text(chance, 60);
        std::string after = before;
        for (std::uint64_t n = chance.below(4); n > 0; --n) after = edited(chance, after);
        expect_whole(before, chance.below(5) == 0 ? random_text(chance, 60) : after);
    }
    const auto up_to_300 = [&chance] { return static_cast<std::size_t>(chance.below(300)); };
    for (int round = 0; round < 60; ++round)
        expect_whole(random_words(chance, up_to_300(), 0, 20), random_words(chance, up_to_300(), 10, 20));
}

TEST_CASE("word difference: of short texts it finds what has most in common") {
    Chance chance(3);
    for (int round = 0; round < 100; ++round) {
        const std::string before = random_words(chance, 30, 0, 500);
        std::string after = before;
        const std::size_t at = after.find(' ', static_cast<std::size_t>(chance.below(after.size() / 2)));
        after.insert(at, " entirely new");
        const auto runs = word_difference(before, after);
        std::string added;
        for (const WordRun& run : runs) {
            CHECK(run.kind != Kind::removed);
            if (run.kind == Kind::added) added += run.text;
        }
        CHECK(added.size() == std::string_view(" entirely new").size());
    }
}

TEST_CASE("word difference: ten thousand words against ten thousand others take no seconds") {
    Chance chance(5);
    const std::string before = random_words(chance, 10'000, 0, 3000);
    const std::string other = random_words(chance, 10'000, 1500, 3000);
    const std::string nothing_shared = random_words(chance, 10'000, 100'000, 3000);
    std::string little_changed = before;
    little_changed.replace(before.size() / 2, 20, "a word or two");
    const auto start = std::chrono::steady_clock::now();
    expect_whole(before, other);
    expect_whole(before, nothing_shared);
    expect_whole(before, little_changed);
    // With sanitizers, unoptimised, on a machine that has other work: far below what any search of all ways takes.
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(60));
}

TEST_CASE("word difference: what lies far from a change can be left out, and nothing of the change is") {
    const std::string far(1000, 'a');
    const std::vector<WordRun> runs{{Kind::kept, far + " near "}, {Kind::removed, "old"},
                                    {Kind::added, "new"},         {Kind::kept, " near " + far + " nearer "},
                                    {Kind::added, "too"},         {Kind::kept, " near " + far}};
    const auto near = around_changes(runs);
    REQUIRE(near.size() == 6);
    CHECK(near[0].text == "\u2026 near ");
    CHECK(near[1] == runs[1]);
    CHECK(near[2] == runs[2]);
    CHECK(near[3].text == " near \u2026 nearer ");
    CHECK(near[5].text == " near \u2026");
    const std::vector<WordRun> unchanged{{Kind::kept, far}};
    CHECK(around_changes(unchanged) == unchanged);
    Chance chance(8);
    for (int round = 0; round < 200; ++round) {
        const std::string text = random_text(chance, 400);
        for (const WordRun& run : around_changes(word_difference(text, edited(chance, text)))) CHECK(is_utf8(run.text));
    }
}
