// Where the two copies do not agree: one is put right from the other, and said once; or both are kept, and that is
// said. Never takes the engine's word for it: afterwards each copy is opened alone.
#include "core/engine/mending.h"

#include <functional>

#include "bench.h"
#include "core/engine/row.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

void with_database(const Folder& folder, const std::string& sql) {
    NativeDatabases databases(folder.path());
    auto database = databases.open_stored(database_name);
    REQUIRE(database);
    REQUIRE((*database)->execute(sql));
}

/// A notebook with an entry, locked.
struct Written {
    Folder folder;
    MemoryJournal journal;
    Started started;

    Written() {
        Run run(folder, journal);
        started = start_and_write(run, "Intact.");
    }

    /// Changes the rows of the second copy, one by one.
    void change_rows(const std::function<void(Row& row)>& change) {
        for (Bytes& batch : journal.batches) {
            auto rows = decode_batch(batch);
            REQUIRE(rows);
            std::ranges::for_each(*rows, change);
            batch = encode_batch(*rows);
        }
    }
    void change_row(RowKind kind, std::uint64_t number, const std::function<void(Row& row)>& change) {
        change_rows([&](Row& row) {
            if (row.place.kind == kind && row.place.number == number) change(row);
        });
    }
    [[nodiscard]] std::vector<Row> all_rows() const {
        std::vector<Row> all;
        for (const Bytes& batch : journal.batches) {
            const auto rows = decode_batch(batch);
            REQUIRE(rows);
            all.insert(all.end(), rows->begin(), rows->end());
        }
        return all;
    }
};

bool says(const Run& run, std::string_view words) {
    return run.heard<Status>()->words.find(words) != std::string::npos;
}

void check_words(Run& run, const Started& started) {
    run.tell(Unlock{passcode});
    REQUIRE(run.heard<Unlocked>() != nullptr);
    CHECK(run.heard<Status>()->words == "");
    CHECK(run.heard<Unlocked>()->author == "R. Hale");
    REQUIRE(run.heard<Unlocked>()->inspections.size() == 1);
    CHECK(run.heard<Unlocked>()->inspections.front().read_only == "");
    CHECK(fold(*run.heard<Unlocked>(), started.inspection).entry(started.entry)->words == "Intact.");
}

/// It is said once, put right at the unlock, and after that neither copy needs the other.
void check_is_put_right(Written& written, std::string_view said) {
    {
        Run run(written.folder, written.journal);
        CHECK(says(run, said));
        check_words(run, written.started);
        run.tell(Edit{run.next(), written.started.inspection, edits::set_confidence(written.started.entry, true)});
        CHECK(run.heard<Durable>() != nullptr);
    }
    {
        Run again(written.folder, written.journal);
        CHECK(again.heard<Status>()->words == "");
        check_words(again, written.started);
    }
    for (const auto& file : std::filesystem::directory_iterator(written.folder.path())) {
        CHECK(file.path().filename().string().find("aside") == std::string::npos);
    }
    const Folder empty;
    Run from_second(empty, written.journal);
    check_words(from_second, written.started);
    MemoryJournal none;
    Run from_database(written.folder, none);
    check_words(from_database, written.started);
}

constexpr std::string_view differ = "differ between the two copies";

const std::vector<std::pair<RowKind, std::uint64_t>> some_rows{{RowKind::vault, 1},    {RowKind::profile, 1},
                                                               {RowKind::data_key, 1}, {RowKind::revision, 1},
                                                               {RowKind::revision, 3}, {RowKind::revision, 6}};

}  // namespace

TEST_CASE("mending: a row that is damaged in the database is put right from the second copy, and that is said once") {
    for (const auto& [kind, number] : some_rows) {
        CAPTURE(static_cast<int>(kind));
        CAPTURE(number);
        Written written;
        const bool is_revision = kind == RowKind::revision;
        with_database(written.folder, std::string("UPDATE ") + (is_revision ? "revision" : "meta") +
                                          " SET sealed = zeroblob(length(sealed)) WHERE " +
                                          (is_revision ? "seq = " : "number = 1 AND kind = ") +
                                          std::to_string(is_revision ? number : static_cast<std::uint64_t>(kind)));
        check_is_put_right(written, differ);
    }
}

TEST_CASE("mending: a row that is damaged in the second copy is put right from the database, and that is said once") {
    for (const auto& [kind, number] : some_rows) {
        CAPTURE(static_cast<int>(kind));
        CAPTURE(number);
        Written written;
        written.change_row(kind, number, [](Row& row) { row.sealed[row.sealed.size() / 2] ^= 4; });
        check_is_put_right(written, differ);
    }
}

TEST_CASE(
    "mending: a row that stands in another place in one copy is put right from the other, and that is said once") {
    for (const std::string change :
         {"UPDATE revision SET seq = seq + 640 WHERE seq = 4", "UPDATE meta SET number = 5 WHERE kind = 3",
          "UPDATE revision SET device = zeroblob(16) WHERE seq = 1", "UPDATE meta SET kind = 2 WHERE kind = 3",
          "UPDATE meta SET inspection = randomblob(16) WHERE kind = 3"}) {
        CAPTURE(change);
        Written written;
        with_database(written.folder, change);
        // No seal tells the number of a key, which may stand in the other place as well.
        check_is_put_right(written,
                           change.find("SET number") == std::string::npos ? differ : "added to the second copy");
    }
    const std::vector<std::function<void(RowPlace&)>> moves{
        [](RowPlace& place) { place.number ^= 64; },
        [](RowPlace& place) { place.device.bytes[3] ^= 1; },
        [](RowPlace& place) { place.inspection.bytes[15] ^= 128; },
        [](RowPlace& place) { place.kind = static_cast<RowKind>(static_cast<int>(place.kind) ^ 6); },
    };
    for (const auto& [kind, number] : some_rows) {
        for (const auto& move : moves) {
            CAPTURE(static_cast<int>(kind));
            CAPTURE(number);
            CAPTURE(&move - moves.data());
            Written written;
            written.change_row(kind, number, [&](Row& row) { move(row.place); });
            const bool is_key = kind == RowKind::vault || kind == RowKind::data_key;
            const bool is_number = &move == moves.data();
            check_is_put_right(written, is_key && is_number ? "added to the second copy" : differ);
        }
    }
}

TEST_CASE("mending: two rows of one place in the second copy: the one that opens stays") {
    Written written;
    // The third revision's number was changed to the fourth's, before and after the fourth's own row.
    written.change_row(RowKind::revision, 3, [](Row& row) { ++row.place.number; });
    check_is_put_right(written, differ);
    Written after;
    after.change_row(RowKind::revision, 4, [](Row& row) { --row.place.number; });
    check_is_put_right(after, differ);
}

TEST_CASE("mending: a kind of row that is none is damage where the database knows the row, and not a later version's") {
    for (const auto& [kind, number] : some_rows) {
        CAPTURE(static_cast<int>(kind));
        Written written;
        written.change_row(kind, number, [](Row& row) { row.place.kind = static_cast<RowKind>(16); });
        check_is_put_right(written, "added to the second copy");
    }
}

TEST_CASE("mending: a batch whose frame is damaged is given up once its rows stand in the second copy again") {
    for (std::size_t n = 0; n < 4; ++n) {
        CAPTURE(n);
        Written written;
        REQUIRE(n < written.journal.batches.size());
        written.journal.batches[n][0] ^= 1;
        check_is_put_right(written, "added to the second copy");
    }
    // Where the database does not hold them, it stays, and that is said each time.
    Written written;
    written.journal.batches.back()[0] ^= 1;
    const Bytes damaged = written.journal.batches.back();
    with_database(written.folder, "DELETE FROM revision WHERE seq = (SELECT max(seq) FROM revision)");
    for (int restart = 0; restart < 2; ++restart) {
        Run run(written.folder, written.journal);
        CHECK(says(run, "could not be read"));
        run.tell(Unlock{passcode});
        CHECK(std::ranges::find(written.journal.batches, damaged) != written.journal.batches.end());
    }
}

TEST_CASE("mending: where neither copy opens, both are kept as they are, and that is said at each start") {
    Written written;
    written.change_row(RowKind::revision, 6, [](Row& row) { row.sealed[40] ^= 1; });
    with_database(written.folder, "UPDATE revision SET sealed = zeroblob(100) WHERE seq = 6");
    const auto rows = written.all_rows();
    for (int restart = 0; restart < 2; ++restart) {
        Run run(written.folder, written.journal);
        CHECK(says(run, differ));
        run.tell(Unlock{passcode});
        REQUIRE(run.heard<Unlocked>() != nullptr);
        CHECK(run.heard<Status>()->words != "");
        CHECK(run.heard<Unlocked>()->inspections.front().read_only != "");
        CHECK(written.all_rows() == rows);
    }
}

TEST_CASE("mending: where both copies open, both are kept, the database's is shown, and that is said at each start") {
    Written written;
    const auto stored = written.all_rows();
    const auto row_of = [&](RowKind kind) {
        return *std::ranges::find(stored, kind, [](const Row& row) { return row.place.kind; });
    };
    const Row keys = row_of(RowKind::vault);
    const auto vault = Vault::unlock({keys.place.device, keys.sealed}, passcode);
    REQUIRE(vault);
    const RandomSource random = [](std::span<Byte> bytes) { std::ranges::fill(bytes, Byte{5}); };
    written.change_row(RowKind::profile, 1, [&](Row& row) {
        row.sealed = vault->seal_own(associated_data(row.place), as_bytes("S. Okoro"), random);
    });
    const auto rows = written.all_rows();
    for (int restart = 0; restart < 2; ++restart) {
        Run run(written.folder, written.journal);
        CHECK(says(run, differ));
        check_words(run, written.started);
        CHECK(written.all_rows() == rows);
    }
}

TEST_CASE(
    "mending: what the database has no room to take is read from the second copy, and put right at another start") {
    Written written;
    with_database(written.folder, "UPDATE revision SET sealed = zeroblob(100) WHERE seq = 3");
    {
        Run run(written.folder, written.journal);
        run.databases().full = true;
        run.tell(Unlock{passcode});
        REQUIRE(run.heard<Unlocked>() != nullptr);
        CHECK(fold(*run.heard<Unlocked>(), written.started.inspection).entry(written.started.entry)->words ==
              "Intact.");
        run.databases().full = false;
    }
    check_is_put_right(written, differ);
}

TEST_CASE("mending: an index that leads to another row is a damaged database, and is rebuilt from the second copy") {
    Written written;
    with_database(written.folder, "PRAGMA locking_mode=EXCLUSIVE; PRAGMA wal_checkpoint(TRUNCATE)");
    const auto rows = written.all_rows();
    const RowPlace place =
        std::ranges::find_if(rows, [](const Row& row) { return row.place.kind == RowKind::revision; })->place;
    Bytes entry(place.inspection.bytes.begin(), place.inspection.bytes.end());
    append(entry, place.device.bytes);
    append(entry, Bytes{4, 4});  // the number, and the row that it leads to
    Bytes file = read_file(written.folder.file(database_file));
    const auto found = std::ranges::search(file, entry);
    REQUIRE(!found.empty());
    *(found.end() - 1) = 6;
    std::ofstream(written.folder.file(database_file), std::ios::binary)
        .write(reinterpret_cast<const char*>(file.data()), static_cast<std::streamsize>(file.size()));
    {
        Run run(written.folder, written.journal);
        CHECK(says(run, "rebuilt from the second copy"));
        check_words(run, written.started);
    }
    MemoryJournal none;
    Run alone(written.folder, none);
    check_words(alone, written.started);
}

TEST_CASE("mending: a flipped bit in the number of a batch's version makes no later version of it") {
    for (unsigned bit = 0; bit < 8; ++bit) {
        CAPTURE(bit);
        Written written;
        const auto rows = written.all_rows();
        for (Bytes& batch : written.journal.batches) batch[1] ^= static_cast<Byte>(1U << bit);
        Run run(written.folder, written.journal);
        check_words(run, written.started);
    }
}

TEST_CASE("batch: one of a later version is known by its hash, and by nothing less") {
    // Made with Python's cbor and hashlib: [2, [2, "in a way that nobody knows yet"], BLAKE2b-256 of both].
    const Bytes later = read_file(DAYBOOK_TEST_DATA "/second_copy/later_version.batch");
    REQUIRE_FALSE(later.empty());
    const auto known = decode_known_rows(later);
    REQUIRE(known);
    CHECK(known->is_later);
    for (std::size_t bit = 0; bit < later.size() * 8; ++bit) {
        Bytes damaged = later;
        damaged[bit / 8] ^= static_cast<Byte>(1U << bit % 8);
        CHECK_FALSE(decode_known_rows(damaged));
    }
    Written written;
    written.journal.batches.push_back(later);
    Run run(written.folder, written.journal);
    CHECK(says(run, "later version"));
    run.tell(Unlock{passcode});
    REQUIRE(run.heard<Unlocked>() != nullptr);
    CHECK(run.heard<Unlocked>()->inspections.front().read_only.find("later version") != std::string::npos);
}
