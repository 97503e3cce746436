// The start over files of every state: brought up from the first schema, damaged, of a later version, broken off.
// Never asks for luck: work is broken off at every one of its calls.
#include <algorithm>

#include "core/engine/row.h"
#include "faulty.h"
#include "platform/native/journal.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

const std::string first_sample = std::string(DAYBOOK_TEST_DATA) + "/notebook/v1/";

/// A folder and a second copy as the first schema left them.
struct FirstSchema {
    explicit FirstSchema(bool with_journal) {
        std::filesystem::copy_file(first_sample + "daybook.db", folder.file("daybook.db"));
        if (with_journal) journal.batches = FileJournal::read_all(first_sample + "daybook.journal").value();
    }
    Folder folder;
    MemoryJournal journal;
};

std::vector<std::string> words_of(Run& run) {
    run.tell(Unlock{passcode});
    REQUIRE(run.heard<Unlocked>() != nullptr);
    std::vector<std::string> words;
    for (const OpenInspection& open : run.heard<Unlocked>()->inspections) {
        CHECK(open.read_only == "");
        const Notebook book = fold(*run.heard<Unlocked>(), open.inspection);
        for (const Entry* entry : book.entries()) words.push_back(entry->words);
    }
    return words;
}

const std::vector<std::string> sample_words{"Zoë said: “the reading is loud”.",
                                            "Two heads of department are new since June."};

std::vector<std::string> files_of(const Folder& folder) {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
        names.push_back(file.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

bool has_aside(const Folder& folder) {
    return std::ranges::any_of(files_of(folder),
                               [](const std::string& name) { return name.find(".aside-") != std::string::npos; });
}

void write_file(const std::string& path, ByteView bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

void with_database(const Folder& folder, std::string_view sql) {
    NativeDatabases databases(folder.path());
    auto database = databases.open_stored(database_name);
    REQUIRE(database);
    REQUIRE((*database)->execute(sql));
}

/// A notebook of many entries, its log brought into the database; the entries' words.
std::vector<std::string> write_many(const Folder& folder, MemoryJournal& journal) {
    std::vector<std::string> words{"The first."};
    {
        Run run(folder, journal);
        const Started started = start_and_write(run, words.front());
        for (int number = 0; number < 40; ++number) {
            words.push_back("Seen in lesson " + std::to_string(number) + ": pupils read aloud, in pairs, from a text.");
            const ItemId entry = run.id<ItemId>();
            auto changes = edits::create_entry(entry, started.activity);
            changes.push_back(edits::first_words(entry, words.back()));
            run.tell(Edit{run.next(), started.inspection, changes});
        }
        REQUIRE(run.heard<Durable>() != nullptr);
    }
    with_database(folder, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA wal_checkpoint(TRUNCATE)");
    return words;
}

/// Destroys the page of the database file on which these bytes stand.
void destroy_page_with(const Folder& folder, ByteView wanted) {
    const std::string path = folder.file(database_file);
    Bytes bytes = read_file(path);
    const auto found = std::ranges::search(bytes, wanted);
    REQUIRE(!found.empty());
    const auto at = (found.begin() - bytes.begin()) / 4096 * 4096;
    std::fill_n(bytes.begin() + at, 4096, Byte{0xEE});
    write_file(path, bytes);
}

/// The sealed bytes of a revision, from the second copy. Those of a row that fits on one page.
Bytes sealed_revision(const MemoryJournal& journal, std::uint64_t number) {
    for (const Bytes& batch : journal.batches) {
        const auto rows = decode_batch(batch);
        for (const Row& row : *rows) {
            if (row.place.kind == RowKind::revision && row.place.number == number) return row.sealed;
        }
    }
    FAIL("no such revision");
    return {};
}

}  // namespace

TEST_CASE("opening: the first schema's file stays until the next start has gone well without it") {
    for (const bool with_journal : {true, false}) {
        FirstSchema old(with_journal);
        const Bytes before = read_file(old.folder.file("daybook.db"));
        {
            Run run(old.folder, old.journal);
            CHECK(words_of(run) == sample_words);
            CHECK(read_file(old.folder.file("daybook.db")) == before);
        }
        {
            Run run(old.folder, old.journal);
            CHECK(words_of(run) == sample_words);
        }
        CHECK(files_of(old.folder) == std::vector<std::string>{database_file, database_file + "-wal"});
        MemoryJournal none;
        Run alone(old.folder, none);
        CHECK(words_of(alone) == sample_words);
    }
}

TEST_CASE("opening: what an older version wrote meanwhile into the first schema's file is taken from it") {
    FirstSchema old(false);
    {
        Run run(old.folder, old.journal);
        CHECK(words_of(run) == sample_words);
    }
    with_database(old.folder, "DELETE FROM revision WHERE seq = (SELECT max(seq) FROM revision)");
    MemoryJournal none;
    for (const bool first : {true, false}) {
        Run run(old.folder, none);
        CHECK((run.heard<Status>()->words.find("taken from it") != std::string::npos) == first);
        none.answer(*run.engine);
        words_of(run);
        CHECK(std::filesystem::exists(old.folder.file("daybook.db")) == first);
    }
}

TEST_CASE("opening: bringing the first schema up can be broken off at every call, and everything is there") {
    std::uint64_t calls = 0;
    for (std::uint64_t first_fault = 1; calls == 0; ++first_fault) {
        CAPTURE(first_fault);
        FirstSchema old(false);  // the database alone has to be enough
        {
            FaultyRun broken(old.folder, old.journal, first_fault);
            if (broken.databases.fault.calls < first_fault) calls = broken.databases.fault.calls;
            const auto* status = std::get_if<Status>(&broken.events.back());
            REQUIRE(status != nullptr);
            // Opened or not, it is never taken for a notebook that is to be begun.
            CHECK(status->state != EngineState::first_start);
        }
        CHECK(std::filesystem::exists(old.folder.file("daybook.db")));
        CHECK_FALSE(has_aside(old.folder));
        old.journal.asked.clear();
        Run again(old.folder, old.journal);
        CHECK(words_of(again) == sample_words);
    }
    CHECK(calls > 100);
    MESSAGE("calls of bringing the sample up: ", calls);
}

TEST_CASE("opening: a database that is damaged in any way is kept under a new name and rebuilt") {
    const Folder folder;
    MemoryJournal journal;
    const std::vector<std::string> words = write_many(folder, journal);
    const Bytes whole = read_file(folder.file(database_file));
    const auto with = [&](auto change) {
        Bytes bytes = whole;
        change(bytes);
        return bytes;
    };
    const std::vector<Bytes> damaged{
        with([](Bytes& bytes) { bytes.assign(5000, Byte{'x'}); }),
        with([](Bytes& bytes) { bytes.resize(100); }),
        with([](Bytes& bytes) { bytes.resize(bytes.size() / 2); }),
        with([](Bytes& bytes) { std::fill(bytes.begin() + 100, bytes.begin() + 4096, Byte{0}); }),
        with([](Bytes& bytes) { std::fill(bytes.begin() + 16, bytes.begin() + 100, Byte{0xFF}); }),
    };
    for (const Bytes& bytes : damaged) {
        CAPTURE(&bytes - damaged.data());
        const Folder other;
        write_file(other.file(database_file), bytes);
        {
            Run run(other, journal);
            const Status status = *run.heard<Status>();
            REQUIRE(status.state == EngineState::locked);
            CHECK(status.words.find("rebuilt from the second copy") != std::string::npos);
            CHECK(status.words.find(database_file + ".aside-1") != std::string::npos);
            CHECK(words_of(run) == words);
        }
        CHECK(read_file(other.file(database_file + ".aside-1")) == bytes);
        MemoryJournal none;
        Run alone(other, none);
        CHECK(alone.heard<Status>()->words.find("rebuilt") == std::string::npos);
        CHECK(words_of(alone) == words);
    }
}

TEST_CASE("opening: a damaged database with no second copy is refused and left as it is") {
    const Folder folder;
    MemoryJournal journal;
    write_many(folder, journal);
    destroy_page_with(folder, sealed_revision(journal, 30));
    const Bytes before = read_file(folder.file(database_file));
    MemoryJournal none;
    Run run(folder, none);
    CHECK(run.heard<Status>()->state == EngineState::unusable);
    CHECK(run.heard<Status>()->words.find("left as it is") != std::string::npos);
    run.tell(FirstStart{"R. Hale", passcode});
    CHECK(run.heard<Refused>() != nullptr);
    CHECK(read_file(folder.file(database_file)) == before);
    CHECK_FALSE(has_aside(folder));
}

TEST_CASE("opening: what only a damaged database holds is read from it as far as it goes, and stored in both copies") {
    const Folder folder;
    MemoryJournal journal;
    const std::vector<std::string> words = write_many(folder, journal);
    destroy_page_with(folder, sealed_revision(journal, 30));
    journal.batches.resize(journal.batches.size() - 2);  // the second copy lacks the last entries
    {
        Run run(folder, journal);
        CHECK(run.heard<Status>()->words.find("only it held") != std::string::npos);
        journal.answer(*run.engine);
        CHECK(words_of(run) == words);
    }
    const Folder empty;
    Run from_second(empty, journal);
    CHECK(words_of(from_second) == words);
    MemoryJournal none;
    Run from_database(folder, none);
    CHECK(words_of(from_database) == words);
}

TEST_CASE("opening: a row that has got a kind that is none is put right from the second copy, and work goes on") {
    const Folder folder;
    MemoryJournal journal;
    const std::vector<std::string> words = write_many(folder, journal);
    with_database(folder, "UPDATE meta SET kind = 67 WHERE kind = 3");
    Run run(folder, journal);
    CHECK(run.heard<Status>()->words.find("rebuilt from the second copy") != std::string::npos);
    CHECK(words_of(run) == words);
}

TEST_CASE("opening: a failure that is no damage sets nothing aside, at whichever call it comes") {
    const Folder folder;
    MemoryJournal journal;
    const std::vector<std::string> words = write_many(folder, journal);
    const auto files = files_of(folder);
    for (const Errc code : {Errc::busy, Errc::full, Errc::storage}) {
        bool whole = false;
        for (std::uint64_t first_fault = 1; !whole; first_fault += first_fault < 60 ? 1 : 17) {
            FaultyRun broken(folder, journal, first_fault, code);
            whole = broken.databases.fault.calls < first_fault;
            const auto state = std::get<Status>(broken.events.back()).state;
            CHECK(state == (whole ? EngineState::locked : EngineState::unusable));
            CHECK_FALSE(has_aside(folder));
        }
    }
    Run run(folder, journal);
    CHECK(words_of(run) == words);
    CHECK_FALSE(has_aside(folder));
    CHECK(files.size() <= files_of(folder).size());
}

TEST_CASE("opening: a file of a later version is read as far as it can be, and neither copy is changed") {
    for (const bool in_own_file : {true, false}) {
        const Folder folder;
        MemoryJournal journal;
        const std::vector<std::string> words = write_many(folder, journal);
        with_database(folder, "ALTER TABLE revision ADD COLUMN remark TEXT; PRAGMA user_version=3");
        if (in_own_file) {
            std::filesystem::rename(folder.file(database_file), folder.file("daybook-3.db"));
            std::filesystem::remove(folder.file(database_file + "-wal"));
        }
        const std::string name = in_own_file ? "daybook-3.db" : database_file;
        const Bytes before = read_file(folder.file(name));
        MemoryJournal none;
        {
            Run run(folder, none);
            CHECK(run.heard<Status>()->words.find("later version") != std::string::npos);
            run.tell(Unlock{passcode});
            REQUIRE(run.heard<Unlocked>() != nullptr);
            const OpenInspection open = run.heard<Unlocked>()->inspections.front();
            CHECK(open.read_only.find("later version") != std::string::npos);
            CHECK(fold(*run.heard<Unlocked>(), open.inspection).entries().size() == words.size());
            run.tell(Export{open.inspection, false});
            CHECK(run.heard<Refused>()->code == static_cast<std::uint8_t>(Errc::newer));
            run.tell(EraseInspection{open.inspection});
            CHECK(run.heard<Refused>()->code == static_cast<std::uint8_t>(Errc::newer));
            run.tell(Idle{});
            run.tell(Retry{});
        }
        CHECK(none.batches.empty());
        CHECK(read_file(folder.file(name)) == before);
        CHECK_FALSE(has_aside(folder));
    }
}

TEST_CASE("opening: a later version's file that cannot be read is refused in plain words and left as it is") {
    const Folder folder;
    MemoryJournal journal;
    write_many(folder, journal);
    write_file(folder.file("daybook-3.db"), as_bytes("A format that nobody knows yet."));
    Run run(folder, journal);
    CHECK(run.heard<Status>()->state == EngineState::unusable);
    CHECK_FALSE(has_aside(folder));
    CHECK(journal.asked.empty());
}

TEST_CASE("opening: what the platform noticed is said") {
    const Folder folder;
    MemoryJournal journal;
    FaultyRun run(folder, journal, 0);
    Engine second(EngineParts{run.databases, journal, [](std::span<Byte>) {}, [] { return LocalTime{}; },
                              [&](const Event& event) { run.events.push_back(event); }, quick_argon2});
    run.engine.reset();
    second.start({}, {"The damaged end of the second copy was kept as journal.damaged-1."});
    CHECK(std::get<Status>(run.events.back()).words ==
          "The damaged end of the second copy was kept as journal.damaged-1.");
}
