#include "core/base/utf8.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/core/log_making.h"

using namespace daybook;
using namespace std::string_literals;

namespace {

struct IllFormed {
    std::string bytes;
    std::size_t replacements;  // as a browser's TextDecoder counts them
};

const std::vector<IllFormed> ill_formed = {
    {"\x80", 1},                      // a continuation byte alone
    {"\xBF\xBF", 2},                  // two of them
    {"\xC0\xAF", 2},                  // "/" in two bytes
    {"\xC1\xBF", 2},                  // DEL in two bytes
    {"\xC3", 1},                      // cut off after one byte of two
    {"\xC3\x28", 1},                  // "(" where a continuation byte belongs; it stays
    {"\xE0\x80\xAF", 3},              // "/" in three bytes
    {"\xE0\x9F\xBF", 3},              // overlong U+07FF
    {"\xE2\x82", 1},                  // cut off after two bytes of three
    {"\xE2\x28\xA1", 2},              // broken in the middle; "(" stays
    {"\xED\xA0\x80", 3},              // a high surrogate
    {"\xED\xBF\xBF", 3},              // a low surrogate
    {"\xED\xA0\xBD\xED\xB8\x80", 6},  // a surrogate pair, each half on its own
    {"\xF0\x80\x80\xAF", 4},          // "/" in four bytes
    {"\xF0\x8F\xBF\xBF", 4},          // overlong U+FFFF
    {"\xF0\x9F\x98", 1},              // cut off after three bytes of four
    {"\xF4\x90\x80\x80", 4},          // U+110000
    {"\xF5\x80\x80\x80", 4},          // no lead byte
    {"\xF8\x88\x80\x80\x80", 5},      // five bytes were once allowed
    {"\xFE", 1},
    {"\xFF", 1},
};

std::size_t count_replacements(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find("\uFFFD"); at != std::string_view::npos; at = text.find("\uFFFD", at + 3)) ++count;
    return count;
}

}  // namespace

TEST_CASE("utf8: well-formed text is itself, from the first to the last character of every length") {
    for (const std::string& text : {""s, "\0"s, "plain"s, "\x7F"s, "\u0080"s, "\u07FF"s, "\u0800"s, "\uD7FF"s,
                                    "\uE000"s, "\uFFFF"s, "\U00010000"s, "\U0010FFFF"s, "Grüße, Łódź, 日本語, 😀"s}) {
        CAPTURE(text);
        CHECK(is_utf8(text));
        CHECK(to_valid_utf8(text) == text);
    }
}

TEST_CASE("utf8: every ill-formed sequence is refused, and replaced as browsers replace it") {
    for (const IllFormed& sample : ill_formed) {
        CAPTURE(to_hex(as_bytes(sample.bytes)));
        CHECK_FALSE(is_utf8(sample.bytes));
        CHECK_FALSE(is_utf8("before " + sample.bytes + " after"));
        const std::string repaired = to_valid_utf8("é" + sample.bytes + "z");
        CHECK(is_utf8(repaired));
        CHECK(count_replacements(repaired) == sample.replacements);
        CHECK(repaired.starts_with("é"));
        CHECK(repaired.ends_with("z"));
    }
    CHECK(to_valid_utf8("\xC3\x28") == "\uFFFD(");
}

TEST_CASE("utf8: a repaired text of random bytes is well-formed, and repairing it again changes nothing") {
    Chance chance(7);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes;
        for (std::uint64_t n = chance.below(12); n > 0; --n) bytes.push_back(static_cast<char>(chance.below(256)));
        const std::string repaired = to_valid_utf8(bytes);
        CHECK(is_utf8(repaired));
        CHECK(to_valid_utf8(repaired) == repaired);
        CHECK(is_utf8(bytes) == (repaired == bytes));
    }
}

TEST_CASE("utf8: offsets in UTF-16 units become offsets in bytes") {
    const std::string text = "aé日😀z";  // 1, 2, 3, 4 and 1 bytes; 1, 1, 1, 2 and 1 units
    CHECK(utf8_offset(text, 0) == 0);
    CHECK(utf8_offset(text, 1) == 1);
    CHECK(utf8_offset(text, 2) == 3);
    CHECK(utf8_offset(text, 3) == 6);
    CHECK(utf8_offset(text, 5) == 10);
    CHECK(utf8_offset(text, 6) == 11);
    SUBCASE("the middle of a surrogate pair is where the character begins") {
        CHECK(utf8_offset(text, 4) == 6);
    }
    SUBCASE("past the end is the end") {
        CHECK(utf8_offset(text, 7000) == text.size());
    }
    SUBCASE("an empty text has one offset") {
        CHECK(utf8_offset("", 3) == 0);
    }
}

TEST_CASE("utf8: an offset inside a character moves back to its beginning") {
    const std::string text = "aé日😀";
    const std::vector<std::size_t> starts = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10};
    for (std::size_t offset = 0; offset < starts.size(); ++offset)
        CHECK(character_start(text, offset) == starts[offset]);
    CHECK(character_start(text, 1000) == text.size());
}

TEST_CASE("utf8: a difference is cut at characters that share bytes") {
    struct Sample {
        std::string before, after;
        std::size_t at, erased;
        std::string inserted;
    };
    const std::vector<Sample> samples = {
        {"", "", 0, 0, ""},        {"", "new", 0, 0, "new"},
        {"gone", "", 0, 4, ""},    {"é", "ê", 0, 2, "ê"},  // C3 A9 and C3 AA: the same lead byte
        {"aéb", "aũb", 1, 2, "ũ"},                         // C3 A9 and C5 A9: the same last byte
        {"😀", "😁", 0, 4, "😁"},                          // three bytes are the same
        {"日", "旦", 0, 3, "旦"},  {"aa", "aaa", 2, 0, "a"},
        {"abc", "axc", 1, 1, "x"}, {"same", "same", 4, 0, ""},
    };
    for (const Sample& sample : samples) {
        CAPTURE(sample.before);
        CAPTURE(sample.after);
        const TextDifference found = difference(sample.before, sample.after);
        CHECK(found.at == sample.at);
        CHECK(found.erased == sample.erased);
        CHECK(found.inserted == sample.inserted);
    }
}

TEST_CASE("utf8: a difference makes the one text out of the other and never splits a character") {
    Chance chance(11);
    for (int round = 0; round < 3000; ++round) {
        const std::string before = random_text(chance, 8);
        const std::string after = chance.below(2) == 0 ? random_text(chance, 8) : edited(chance, before);
        const TextDifference found = difference(before, after);
        CAPTURE(before);
        CAPTURE(after);
        REQUIRE(found.at + found.erased <= before.size());
        CHECK(character_start(before, found.at) == found.at);
        CHECK(character_start(before, found.at + found.erased) == found.at + found.erased);
        CHECK(is_utf8(found.inserted));
        std::string made = before;
        made.replace(found.at, found.erased, found.inserted);
        CHECK(made == after);
    }
}
