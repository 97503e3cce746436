// Files that a person names: whole or not at all, and never over another. And the folder that one process holds.
#include <doctest/doctest.h>

#include <sys/stat.h>

#include "platform/files.h"
#include "platform/native/folder.h"
#include "tests/engine/temporary_folder.h"

using namespace daybook;

namespace {

mode_t mode_of(const std::string& path) {
    struct stat facts{};
    REQUIRE(::stat(path.c_str(), &facts) == 0);
    return facts.st_mode & 0777U;
}

std::size_t entries(const std::string& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("files: what is written is read again, for its owner alone where that is asked for") {
    const TemporaryFolder folder;
    REQUIRE(write_new_file(folder.file("key"), as_bytes("secret"), FileReaders::owner));
    CHECK(mode_of(folder.file("key")) == 0600);
    CHECK(as_text(read_file(folder.file("key"), 100).value()) == "secret");
    CHECK(entries(folder.path()) == 1);
}

TEST_CASE("files: a file that is there is never written over") {
    const TemporaryFolder folder;
    put_file(folder.file("kept"), as_bytes("old"));
    const auto written = write_new_file(folder.file("kept"), as_bytes("new"), FileReaders::usual);
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().code == Errc::invalid);
    CHECK(written.error().what.find("is there already") != std::string::npos);
    CHECK(as_text(file_bytes(folder.file("kept"))) == "old");
    CHECK(entries(folder.path()) == 1);
    CHECK(write_new_file(folder.file("none/file"), as_bytes("new"), FileReaders::usual).error().code ==
          Errc::not_found);
}

TEST_CASE("files: one that is too large is refused before it fills the memory") {
    const TemporaryFolder folder;
    put_file(folder.file("large"), Bytes(1001));
    CHECK(read_file(folder.file("large"), 1001).value().size() == 1001);
    CHECK(read_file(folder.file("large"), 1000).error().code == Errc::invalid);
    CHECK(read_file("/dev/zero", 100'000).error().code == Errc::invalid);
    CHECK(read_file(folder.file("none"), 10).error().code == Errc::not_found);
    CHECK(read_file(folder.path(), 10).error().code == Errc::storage);
}

TEST_CASE("files: a second one of the same name gets a number") {
    const TemporaryFolder folder;
    const std::string downloads = folder.file("a/b");
    CHECK(write_under_free_name(downloads, "e.age", as_bytes("1")).value() == downloads + "/e.age");
    CHECK(write_under_free_name(downloads, "e.age", as_bytes("2")).value() == downloads + "/e (2).age");
    CHECK(write_under_free_name(downloads, "e.age", as_bytes("3")).value() == downloads + "/e (3).age");
    CHECK(as_text(file_bytes(downloads + "/e.age")) == "1");
}

TEST_CASE("data folder: it is made for its owner alone, and held by one at a time") {
    const TemporaryFolder folder;
    const std::string path = folder.file("share/daybook");
    {
        const auto held = DataFolder::open(path);
        REQUIRE(held.has_value());
        CHECK(mode_of(path) == 0700);
        const auto second = DataFolder::open(path);
        REQUIRE_FALSE(second.has_value());
        CHECK(second.error().code == Errc::busy);
        CHECK(second.error().what == "Daybook is open in another window.");
    }
    CHECK(DataFolder::open(path).has_value());
}
