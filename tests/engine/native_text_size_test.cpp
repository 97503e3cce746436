#include "platform/native/text_size.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/engine/temporary_folder.h"

namespace daybook {
namespace {

int kept_where_it_says(const std::string& folder, const std::string& words) {
    std::ofstream(folder + "/text-size", std::ios::trunc) << words;
    return kept_text_size(folder);
}

}  // namespace

TEST_CASE("text size on a computer: what was kept is there the next time") {
    const TemporaryFolder folder;
    CHECK(kept_text_size(folder.path()) == 100);
    keep_text_size_in(folder.path(), 175);
    CHECK(kept_text_size(folder.path()) == 175);
    keep_text_size_in(folder.path(), 80);
    CHECK(kept_text_size(folder.path()) == 80);
}

TEST_CASE("text size on a computer: a file that says no size is the usual one") {
    const TemporaryFolder folder;
    for (const char* words : {"", "large", "79", "201", "-100", "99999999999999999999", "\xFF\xFE"}) {
        CAPTURE(words);
        CHECK(kept_where_it_says(folder.path(), words) == 100);
    }
    CHECK(kept_text_size(folder.path() + "/no such folder") == 100);
    keep_text_size_in(folder.path() + "/no such folder", 150);
}

}  // namespace daybook
