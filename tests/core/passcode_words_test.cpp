#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/core/framework_files.h"

namespace daybook {
namespace {

std::vector<std::string> passcode_words() {
    const std::string text = asset("passcode/words.txt");
    std::vector<std::string> words;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = text.find('\n', start);
        REQUIRE_MESSAGE(end != std::string::npos, "the last line has no end");
        words.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return words;
}

}  // namespace

TEST_CASE("passcode words: there are 2,048, so that each of four carries eleven bits") {
    CHECK(passcode_words().size() == 2048);
}

TEST_CASE("passcode words: each is three to seven letters a-z") {
    for (const std::string& word : passcode_words()) {
        CAPTURE(word);
        CHECK(word.size() >= 3);
        CHECK(word.size() <= 7);
        CHECK(std::ranges::all_of(word, [](char letter) { return letter >= 'a' && letter <= 'z'; }));
    }
}

TEST_CASE("passcode words: they are sorted and each is there once") {
    const std::vector<std::string> words = passcode_words();
    CHECK(std::ranges::adjacent_find(words, std::ranges::greater_equal{}) == words.end());
}

TEST_CASE("passcode words: none is another's plural") {
    const std::vector<std::string> words = passcode_words();
    const std::set<std::string> all(words.begin(), words.end());
    for (const std::string& word : words) {
        CAPTURE(word);
        CHECK_FALSE(all.contains(word + "s"));
        CHECK_FALSE(all.contains(word + "es"));
        if (word.ends_with('y')) CHECK_FALSE(all.contains(word.substr(0, word.size() - 1) + "ies"));
    }
}

}  // namespace daybook
