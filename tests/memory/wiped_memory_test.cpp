// That what is deleted is gone: this program is linked with the same new and delete as Daybook's.
#include <doctest/doctest.h>

#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/base/wiped_memory.h"
#include "tests/memory/own_memory.h"

using namespace daybook;

namespace {

constexpr std::string_view words = "The headteacher said that nobody had asked her before.";

/// Whether the words lie there, at some distance from the front: the heap keeps its own books in the first bytes.
bool there(const void* address, std::size_t size = words.size()) {
    const auto bytes = memory_at(address, size);
    return bytes && as_text(*bytes).find(words.substr(20)) != std::string_view::npos;
}

}  // namespace

TEST_CASE("wiped memory: a text that is deleted is gone from where it was") {
    const void* place = nullptr;
    {
        const std::string text(words);
        place = text.data();
        REQUIRE(there(place));
    }
    CHECK_FALSE(there(place));
}

TEST_CASE("wiped memory: what a text or a list leaves behind as it grows is gone") {
    std::string text(words);
    const void* place = text.data();
    text.reserve(10 * words.size());
    REQUIRE(text.data() != place);
    CHECK_FALSE(there(place));
    std::vector<char> list(words.begin(), words.end());
    place = list.data();
    list.resize(100 * words.size());
    REQUIRE(list.data() != place);
    CHECK_FALSE(there(place));
    CHECK(there(list.data()));
}

TEST_CASE("wiped memory: arrays, aligned ones and large ones are gone as well") {
    struct alignas(128) Page {
        char text[256];
    };
    const auto fill = [](char* to) { std::ranges::copy(words, to); };
    auto array = std::make_unique<char[]>(200);
    auto aligned = std::make_unique<Page>();
    auto pages = std::make_unique<Page[]>(3);
    auto large = std::make_unique<char[]>(100'000);
    fill(array.get() + 100);
    fill(aligned->text + 100);
    fill(pages[1].text + 100);
    fill(large.get() + 50'000);
    const void* places[] = {array.get() + 100, aligned->text + 100, pages[1].text + 100, large.get() + 50'000};
    for (const void* place : places) REQUIRE(there(place));
    array.reset();
    aligned.reset();
    pages.reset();
    large.reset();
    for (const void* place : places) CHECK_FALSE(there(place));
}

TEST_CASE("wiped memory: a block that is resized keeps what it has, and leaves nothing where it was") {
    auto* block = static_cast<char*>(std::malloc(words.size()));
    std::ranges::copy(words, block);
    const void* before = block;
    block = static_cast<char*>(wiped_resize(block, 5000));
    REQUIRE(block != nullptr);
    REQUIRE(block != before);
    CHECK(there(block));
    CHECK_FALSE(there(before));
    before = block;
    block = static_cast<char*>(wiped_resize(block, words.size()));
    CHECK(there(block));
    CHECK_FALSE(there(before));
    before = block;
    wiped_release(block);
    CHECK_FALSE(there(before));
    wiped_release(nullptr);
    wiped_release(wiped_resize(nullptr, 10));
}

TEST_CASE("wiped memory: what there is no room for is refused as always") {
    CHECK_THROWS_AS(static_cast<void>(std::vector<char>(std::size_t{1} << 62U)), std::bad_alloc);
    CHECK(new (std::nothrow) char[std::size_t{1} << 62U] == nullptr);
}
