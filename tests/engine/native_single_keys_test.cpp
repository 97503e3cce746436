#include "platform/native/single_keys.h"

#include <doctest/doctest.h>

#include <fstream>

#include "tests/engine/temporary_folder.h"

namespace daybook {

TEST_CASE("single keys on a computer: what was kept is there the next time") {
    const TemporaryFolder folder;
    CHECK(kept_single_keys(folder.path()));
    keep_single_keys_in(folder.path(), false);
    CHECK_FALSE(kept_single_keys(folder.path()));
    keep_single_keys_in(folder.path(), true);
    CHECK(kept_single_keys(folder.path()));
}

TEST_CASE("single keys on a computer: a file that says nothing of them leaves them on") {
    const TemporaryFolder folder;
    for (const char* words : {"", "offline", "0", "\xFF\xFE"}) {
        CAPTURE(words);
        std::ofstream(folder.path() + "/single-keys", std::ios::trunc) << words;
        CHECK(kept_single_keys(folder.path()));
    }
    CHECK(kept_single_keys(folder.path() + "/no such folder"));
    keep_single_keys_in(folder.path() + "/no such folder", false);
}

}  // namespace daybook
