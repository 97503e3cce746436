// The second copy on a real disk: whatever is cut off or damaged, what was answered for is read again.
// Never needs luck: every length that a cut can leave is tried.
#include <doctest/doctest.h>

#include <sys/resource.h>

#include <csignal>
#include <map>

#include "core/crypto/primitives.h"
#include "platform/native/journal.h"
#include "tests/engine/temporary_folder.h"

using namespace daybook;

namespace {

constexpr std::size_t header = 20;
constexpr std::size_t record_header = 36;

Bytes batch(std::string_view text) {
    const ByteView view = as_bytes(text);
    return {view.begin(), view.end()};
}

const std::vector<Bytes> three{batch("first"), batch(""), batch("the third batch")};

struct Answers {
    std::map<std::uint64_t, Result<void>> of;
    [[nodiscard]] FileJournal::Answer collect() {
        return [this](std::uint64_t token, const Result<void>& stored) { of.emplace(token, stored); };
    }
};

void append_all(FileJournal& journal, const std::vector<Bytes>& batches) {
    std::uint64_t token = 1;
    for (const Bytes& bytes : batches) journal.append(bytes, token++);
}

/// The bytes of a sound journal with these batches.
Bytes journal_bytes(const std::vector<Bytes>& batches) {
    const TemporaryFolder folder;
    auto opened = FileJournal::open(folder.file("journal.daybook"), [](std::uint64_t, const Result<void>&) {});
    REQUIRE(opened);
    append_all(*opened->journal, batches);
    return file_bytes(folder.file("journal.daybook"));
}

/// How many of the three batches lie whole within the first `size` bytes.
std::size_t whole_batches(std::size_t size) {
    std::size_t count = 0;
    std::size_t end = header;
    for (const Bytes& bytes : three) {
        end += record_header + bytes.size();
        if (size >= end) ++count;
    }
    return count;
}

std::vector<Bytes> first(const std::vector<Bytes>& batches, std::size_t count) {
    return {batches.begin(), batches.begin() + static_cast<std::ptrdiff_t>(count)};
}

}  // namespace

TEST_CASE("journal: batches are read again in the order in which they were appended") {
    const TemporaryFolder folder;
    const std::string path = folder.file("journal.daybook");
    Answers answers;
    {
        auto opened = FileJournal::open(path, answers.collect());
        REQUIRE(opened);
        CHECK(opened->batches.empty());
        append_all(*opened->journal, three);
        CHECK(answers.of.empty());
        CHECK(opened->journal->deliver_answers());
        CHECK_FALSE(opened->journal->deliver_answers());
    }
    REQUIRE(answers.of.size() == 3);
    for (const auto& [token, stored] : answers.of) CHECK(stored.has_value());

    auto again = FileJournal::open(path, answers.collect());
    REQUIRE(again);
    CHECK(again->batches == three);
    CHECK(again->set_aside.empty());
    CHECK(FileJournal::read_all(path).value() == three);
}

TEST_CASE("journal: its bytes are those that are documented") {
    const Bytes bytes = journal_bytes({batch("abc")});
    REQUIRE(bytes.size() == header + record_header + 3);
    CHECK(as_text(ByteView(bytes).first(16)) == "daybook journal\n");
    CHECK(to_hex(ByteView(bytes).subspan(16, 8)) == "0100000003000000");
    CHECK(to_hex(ByteView(bytes).subspan(24, 32)) ==
          "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    CHECK(as_text(ByteView(bytes).last(3)) == "abc");
}

TEST_CASE("journal: cut at any length, it gives what was whole, keeps the rest aside, and can be appended to") {
    const Bytes whole = journal_bytes(three);
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        const TemporaryFolder folder;
        const std::string path = folder.file("journal.daybook");
        const ByteView cut = ByteView(whole).first(size);
        put_file(path, cut);

        std::vector<Bytes> expected = first(three, whole_batches(size));
        CHECK(FileJournal::read_all(path).value() == expected);
        CHECK(file_bytes(path).size() == size);
        {
            auto opened = FileJournal::open(path, [](std::uint64_t, const Result<void>&) {});
            REQUIRE(opened);
            CHECK(opened->batches == expected);
            const std::size_t sound = journal_bytes(expected).size();
            CHECK(opened->set_aside.empty() == (size <= header || size == sound));
            if (!opened->set_aside.empty()) {
                CHECK(std::ranges::equal(file_bytes(opened->set_aside), cut.subspan(sound)));
            }
            opened->journal->append(batch("after"), 9);
        }
        expected.push_back(batch("after"));
        CHECK(FileJournal::read_all(path).value() == expected);
    }
}

TEST_CASE("journal: one damaged byte costs no other batch") {
    const Bytes whole = journal_bytes(three);
    const std::size_t payload_of_first = header + record_header;
    Bytes damaged = whole;
    damaged[payload_of_first] ^= 1U;
    const TemporaryFolder folder;
    const std::string path = folder.file("journal.daybook");
    put_file(path, damaged);
    auto opened = FileJournal::open(path, [](std::uint64_t, const Result<void>&) {});
    REQUIRE(opened);
    CHECK(opened->batches == std::vector<Bytes>{three[1], three[2]});
    CHECK(file_bytes(path) == damaged);

    damaged = whole;
    damaged.back() ^= 1U;
    put_file(path, damaged);
    opened = FileJournal::open(path, [](std::uint64_t, const Result<void>&) {});
    REQUIRE(opened);
    CHECK(opened->batches == first(three, 2));
    CHECK(opened->set_aside == path + ".damaged-1");
    CHECK(file_bytes(opened->set_aside).back() == damaged.back());
}

TEST_CASE("journal: one that was being overwritten when the power failed is kept aside, and a new one begun") {
    const Bytes whole = journal_bytes(three);
    for (const std::size_t zeros : {header, header + 50, whole.size()}) {
        CAPTURE(zeros);
        const TemporaryFolder folder;
        const std::string path = folder.file("journal.daybook");
        Bytes overwritten = whole;
        std::fill_n(overwritten.begin(), zeros, Byte{0});
        put_file(path, overwritten);
        {
            auto opened = FileJournal::open(path, [](std::uint64_t, const Result<void>&) {});
            REQUIRE(opened);
            CHECK(std::ranges::all_of(opened->batches,
                                      [](const Bytes& one) { return std::ranges::find(three, one) != three.end(); }));
            CHECK(file_bytes(opened->set_aside) == overwritten);
            opened->journal->append(batch("after"), 1);
        }
        CHECK(FileJournal::read_all(path).value().back() == batch("after"));
    }
}

TEST_CASE("journal: a length that reaches beyond the file is not believed") {
    Bytes bytes = journal_bytes(three);
    for (std::size_t at = header; at < header + 4; ++at) bytes[at] = 0xff;
    const TemporaryFolder folder;
    put_file(folder.file("journal.daybook"), bytes);
    CHECK(FileJournal::read_all(folder.file("journal.daybook")).value().empty());
}

TEST_CASE("journal: a file that is none, or of a later version, is refused and left as it is") {
    const TemporaryFolder folder;
    const std::string path = folder.file("journal.daybook");
    const auto ignore = [](std::uint64_t, const Result<void>&) {};

    const Bytes foreign = batch("Dear diary, this is not a journal of Daybook.");
    put_file(path, foreign);
    CHECK(FileJournal::open(path, ignore).error().code == Errc::corrupt);
    CHECK(FileJournal::read_all(path).error().code == Errc::corrupt);
    CHECK(file_bytes(path) == foreign);

    Bytes later = journal_bytes({});
    later[16] = 2;
    append(later, blake2b_256(Bytes(later)));
    append(later, as_bytes("what nobody knows yet"));
    put_file(path, later);
    CHECK(FileJournal::open(path, ignore).error().code == Errc::newer);
    CHECK(file_bytes(path) == later);

    CHECK(FileJournal::read_all(folder.file("none")).error().code == Errc::not_found);
    CHECK(FileJournal::open(folder.file("none/journal"), ignore).error().code == Errc::not_found);
}

TEST_CASE("journal: a flipped bit in the number of its version makes no later version of it") {
    const Bytes whole = journal_bytes(three);
    for (std::size_t bit = 0; bit < 32; ++bit) {
        CAPTURE(bit);
        Bytes damaged = whole;
        damaged[16 + bit / 8] ^= static_cast<Byte>(1U << bit % 8);
        const TemporaryFolder folder;
        const std::string path = folder.file("journal.daybook");
        put_file(path, damaged);
        CHECK(FileJournal::read_all(path).value() == three);
        const auto opened = FileJournal::open(path, [](std::uint64_t, const Result<void>&) {});
        REQUIRE(opened);
        CHECK(opened->batches == three);
        CHECK(file_bytes(opened->set_aside) == damaged);
        CHECK(file_bytes(path) == whole);
    }
}

TEST_CASE("journal: with no room left it says so, holds what it had, and goes on when there is room again") {
    const TemporaryFolder folder;
    const std::string path = folder.file("journal.daybook");
    Answers answers;
    auto opened = FileJournal::open(path, answers.collect());
    REQUIRE(opened);
    opened->journal->append(three[0], 1);
    const std::size_t before = file_bytes(path).size();

    rlimit usual{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &usual) == 0);
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = usual;
    tight.rlim_cur = before + 10;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &tight) == 0);
    opened->journal->append(three[2], 2);
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &usual) == 0);
    std::signal(SIGXFSZ, previous);

    opened->journal->deliver_answers();
    CHECK(answers.of.at(1).has_value());
    REQUIRE_FALSE(answers.of.at(2).has_value());
    CHECK(answers.of.at(2).error().code == Errc::full);
    CHECK(file_bytes(path).size() == before);

    opened->journal->append(three[2], 3);
    opened->journal->deliver_answers();
    CHECK(answers.of.at(3).has_value());
    CHECK(FileJournal::read_all(path).value() == std::vector<Bytes>{three[0], three[2]});
}

TEST_CASE("journal: an answer may append, and is answered in the next round") {
    const TemporaryFolder folder;
    FileJournal* journal = nullptr;
    std::vector<std::uint64_t> tokens;
    auto opened = FileJournal::open(folder.file("journal.daybook"), [&](std::uint64_t token, const Result<void>&) {
        tokens.push_back(token);
        if (token == 1) journal->append(as_bytes("again"), 2);
    });
    REQUIRE(opened);
    journal = opened->journal.get();
    journal->append(as_bytes("once"), 1);
    CHECK(journal->deliver_answers());
    CHECK(tokens == std::vector<std::uint64_t>{1});
    CHECK(journal->deliver_answers());
    CHECK(tokens == std::vector<std::uint64_t>{1, 2});
}

TEST_CASE("journal: replaced, it holds what was given and what is appended after, and the old bytes are gone") {
    const TemporaryFolder folder;
    const std::string path = folder.file("journal.daybook");
    Answers answers;
    {
        auto opened = FileJournal::open(path, answers.collect());
        REQUIRE(opened);
        append_all(*opened->journal, three);
        // A second name for the old file, by which its bytes can be looked at.
        std::filesystem::create_hard_link(path, folder.file("old"));
        const std::size_t old_size = file_bytes(path).size();
        opened->journal->replace({three[1], batch("new")}, 7);
        opened->journal->append(batch("after"), 8);
        opened->journal->deliver_answers();
        CHECK(answers.of.at(7).has_value());
        CHECK(answers.of.at(8).has_value());
        CHECK(file_bytes(folder.file("old")) == Bytes(old_size, Byte{0}));
    }
    CHECK(FileJournal::read_all(path).value() == std::vector<Bytes>{three[1], batch("new"), batch("after")});
    CHECK_FALSE(std::filesystem::exists(path + ".unfinished"));
}

TEST_CASE("journal: a replacement that finds no room leaves the old one as it is, and it goes on") {
    const TemporaryFolder folder;
    const std::string path = folder.file("journal.daybook");
    Answers answers;
    auto opened = FileJournal::open(path, answers.collect());
    REQUIRE(opened);
    append_all(*opened->journal, three);
    rlimit usual{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &usual) == 0);
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = usual;
    tight.rlim_cur = header + 10;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &tight) == 0);
    opened->journal->replace({batch("this finds no room")}, 7);
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &usual) == 0);
    std::signal(SIGXFSZ, previous);
    opened->journal->deliver_answers();
    REQUIRE_FALSE(answers.of.at(7).has_value());
    CHECK(answers.of.at(7).error().code == Errc::full);
    CHECK_FALSE(std::filesystem::exists(path + ".unfinished"));
    opened->journal->append(batch("after"), 8);
    std::vector<Bytes> expected = three;
    expected.push_back(batch("after"));
    CHECK(FileJournal::read_all(path).value() == expected);
}

TEST_CASE("journal: a replacement that was broken off counts for nothing") {
    const TemporaryFolder folder;
    const std::string path = folder.file("journal.daybook");
    put_file(path, journal_bytes(three));
    put_file(path + ".unfinished", ByteView(journal_bytes({batch("new")})).first(30));
    auto opened = FileJournal::open(path, [](std::uint64_t, const Result<void>&) {});
    REQUIRE(opened);
    CHECK(opened->batches == three);
    CHECK_FALSE(std::filesystem::exists(path + ".unfinished"));
}
