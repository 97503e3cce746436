#include <algorithm>

#include "bench.h"
#include "core/bundle/bundle.h"
#include "core/crypto/age/age.h"
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

Notebook unlocked_book(Run& run, const Started& started) {
    run.tell(Unlock{passcode});
    REQUIRE(run.heard<Unlocked>() != nullptr);
    return fold(*run.heard<Unlocked>(), started.inspection);
}

age::Identity office_key() {
    return age::new_identity([](std::span<Byte> bytes) { std::ranges::fill(bytes, Byte{77}); });
}

/// A bundle's database that was changed inside, by whoever can decrypt it.
Result<OpenedBundle> read_changed(const Bytes& image, const std::string& sql, Databases& databases) {
    const Folder work;
    std::ofstream(work.file("daybook.db"), std::ios::binary)
        .write(reinterpret_cast<const char*>(image.data()), static_cast<std::streamsize>(image.size()));
    NativeDatabases own(work.path());
    auto database = own.open_stored("daybook.db");
    REQUIRE(database);
    REQUIRE((*database)->execute(sql));
    auto changed = (*database)->serialize();
    REQUIRE(changed);
    return read_bundle_database(*changed, databases);
}

Bytes handed_over(Run& run, Started& started) {
    Inspection described = small_inspection();
    const age::Identity office = office_key();
    described.office_recipient = age::to_text(age::recipient_of(office));
    started = start_and_write(run, "Intact.", described);
    run.tell(Export{started.inspection, false});
    REQUIRE(run.heard<Exported>() != nullptr);
    age::Keys keys;
    keys.identities.push_back({office.key.copy()});
    auto opened = read_bundle(run.heard<Exported>()->file, keys, run.databases());
    REQUIRE(opened);
    return opened->database;
}

}  // namespace

TEST_CASE("damage: a row that is damaged in one copy is read from the other, and work goes on") {
    for (const std::string place : {"seq = (SELECT max(seq) FROM revision)", "seq = 1", "seq = 3 OR seq = 4"}) {
        const Folder folder;
        MemoryJournal journal;
        Started started;
        {
            Run run(folder, journal);
            started = start_and_write(run, "Intact.");
        }
        with_database(folder, "UPDATE revision SET sealed = zeroblob(100) WHERE " + place);
        for (int restart = 0; restart < 2; ++restart) {
            Run again(folder, journal);
            // Once: at the unlock it was put right.
            CHECK((again.heard<Status>()->words.find("differ") != std::string::npos) == (restart == 0));
            CHECK(unlocked_book(again, started).entry(started.entry)->words == "Intact.");
            CHECK(again.heard<Status>()->words == "");
            again.tell(Edit{again.next(), started.inspection, edits::set_confidence(started.entry, restart == 0)});
            CHECK(again.heard<Durable>() != nullptr);
        }
    }
}

TEST_CASE("damage: keys and the name that are damaged in one copy are taken from the other") {
    for (const std::string kind : {"1", "2", "3", "1, 2, 3"}) {
        const Folder folder;
        MemoryJournal journal;
        Started started;
        {
            Run run(folder, journal);
            started = start_and_write(run, "Intact.");
        }
        with_database(folder, "UPDATE meta SET sealed = zeroblob(100) WHERE kind IN (" + kind + ")");
        Run again(folder, journal);
        again.tell(Unlock{"a passcode that is wrong"});
        CHECK(again.heard<Refused>()->code == static_cast<std::uint8_t>(Errc::wrong_key));
        CHECK(unlocked_book(again, started).entry(started.entry)->words == "Intact.");
        CHECK(again.heard<Unlocked>()->author == "R. Hale");
        again.tell(Edit{again.next(), started.inspection, edits::set_confidence(started.entry, true)});
        CHECK(again.heard<Durable>() != nullptr);
    }
}

TEST_CASE("damage: a name that is lost in both copies is taken from what its bearer wrote") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = start_and_write(run, "Intact.");
    }
    with_database(folder, "UPDATE meta SET sealed = zeroblob(100) WHERE kind = 2");
    MemoryJournal none;
    Run again(folder, none);
    unlocked_book(again, started);
    CHECK(again.heard<Status>()->words != "");
    CHECK(again.heard<Unlocked>()->author == "R. Hale");
}

TEST_CASE("damage: a copy that holds something but no keys is never taken for a first start") {
    const Folder folder;
    MemoryJournal journal;
    {
        Run run(folder, journal);
        start_and_write(run, "Intact.");
    }
    for (Bytes& batch : journal.batches) batch.back() ^= 0xFF, batch.front() ^= 0xFF;
    const Folder empty;
    Run unreadable(empty, journal);
    CHECK(unreadable.heard<Status>()->state == EngineState::unusable);
    unreadable.tell(FirstStart{"R. Hale", passcode});
    CHECK(unreadable.heard<Refused>() != nullptr);

    with_database(folder, "DELETE FROM meta WHERE kind = 1");
    MemoryJournal none;
    Run keyless(folder, none);
    CHECK(keyless.heard<Status>()->state == EngineState::unusable);
    CHECK(none.asked.empty());
}

TEST_CASE("damage: with rows that only a later version knows, the notebook is read and neither copy is changed") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = start_and_write(run, "Intact.");
    }
    const std::size_t batches = journal.batches.size();
    const auto only_reads = [&](Run& run) {
        CHECK(run.heard<Status>()->state == EngineState::locked);
        CHECK(run.heard<Status>()->words.find("later version") != std::string::npos);
        CHECK(unlocked_book(run, started).entry(started.entry)->words == "Intact.");
        CHECK(run.heard<Unlocked>()->inspections.front().read_only.find("later version") != std::string::npos);
        run.tell(Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)});
        CHECK(run.heard<Appended>() == nullptr);
        REQUIRE(run.heard<Refused>() != nullptr);
        CHECK(run.heard<Refused>()->code == static_cast<std::uint8_t>(Errc::newer));
    };
    MemoryJournal later;
    later.batches = journal.batches;
    later.batches.push_back(encode_batch({Row{{static_cast<RowKind>(99), started.inspection, {}, 1}, {1, 2, 3}}}));
    {
        Run run(folder, later);
        only_reads(run);
        CHECK(later.asked.empty());
        CHECK(later.batches.size() == batches + 1);
    }
    // 261 is 5, a revision, to whoever looks at eight bits only.
    for (const std::string kind : {"99", "261", "0", "-251"}) {
        const Folder other;
        with_database(other, "SELECT 1");
        std::filesystem::copy_file(folder.file(database_file), other.file(database_file),
                                   std::filesystem::copy_options::overwrite_existing);
        if (std::filesystem::exists(folder.file(database_file + "-wal"))) {
            std::filesystem::copy_file(folder.file(database_file + "-wal"), other.file(database_file + "-wal"),
                                       std::filesystem::copy_options::overwrite_existing);
        }
        with_database(other, "INSERT INTO meta VALUES(" + kind + ", zeroblob(16), zeroblob(16), 1, x'00')");
        const Bytes before = read_file(other.file(database_file));
        Run run(other, journal);
        only_reads(run);
        CHECK(read_file(other.file(database_file)) == before);
        CHECK(journal.asked.empty());
        CHECK(journal.batches.size() == batches);
    }
}

TEST_CASE("damage: each copy ahead of the other by something else: both are made whole") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = start_and_write(run, "Intact.");
    }
    // The second copy lost its first batch (the keys), the database its latest revisions.
    journal.batches.erase(journal.batches.begin());
    with_database(folder, "DELETE FROM revision WHERE seq > (SELECT max(seq) - 2 FROM revision)");
    {
        Run again(folder, journal);
        CHECK(again.heard<Status>()->words.find("put back from") != std::string::npos);
        CHECK(again.heard<Status>()->words.find("added to") != std::string::npos);
        CHECK(unlocked_book(again, started).entry(started.entry)->words == "Intact.");
    }
    const Folder empty;
    Run from_journal(empty, journal);
    CHECK(unlocked_book(from_journal, started).entry(started.entry)->words == "Intact.");
    MemoryJournal none;
    Run from_database(folder, none);
    CHECK(unlocked_book(from_database, started).entry(started.entry)->words == "Intact.");
}

TEST_CASE("damage: what the database has no room to take back can be read all the same, and is put back later") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = start_and_write(run, "Intact.");
    }
    with_database(folder, "DELETE FROM revision WHERE seq > (SELECT max(seq) - 2 FROM revision)");
    FailingDatabases databases(folder.path());
    databases.full = true;
    std::vector<Event> events;
    std::random_device random;
    std::optional<Engine> engine(std::in_place,
                                 EngineParts{databases, journal,
                                             [&](std::span<Byte> bytes) {
                                                 for (Byte& byte : bytes) byte = static_cast<Byte>(random());
                                             },
                                             [] { return LocalTime{Instant{1'442'300'000'000}, 60}; },
                                             [&](const Event& event) { events.push_back(event); }, quick_argon2});
    engine->start(journal.batches);
    REQUIRE(std::holds_alternative<Status>(events.back()));
    CHECK(std::get<Status>(events.back()).state == EngineState::locked);
    engine->handle(Command{Unlock{passcode}});
    CHECK(std::holds_alternative<Failed>(events.back()));  // whoever has just unlocked hears of it
    const auto unlocked =
        std::ranges::find_if(events, [](const Event& event) { return std::holds_alternative<Unlocked>(event); });
    REQUIRE(unlocked != events.end());
    CHECK(fold(std::get<Unlocked>(*unlocked), started.inspection).entry(started.entry)->words == "Intact.");
    databases.full = false;
    engine->handle(Command{Retry{}});
    CHECK(std::holds_alternative<Durable>(events.back()));
    engine.reset();  // the database is its own while it lives
    MemoryJournal none;
    Run again(folder, none);
    CHECK(unlocked_book(again, started).entry(started.entry)->words == "Intact.");
}

TEST_CASE("damage: one revision that cannot be taken in hides none of the others") {
    InspectionId id;
    id.bytes.fill(7);
    DeviceId device;
    device.bytes.fill(9);
    ItemId entry;
    entry.bytes.fill(3);
    Log log(id);
    const auto write = [&](Change change) {
        const Stamp stamp = next_stamp(log.latest_stamp(), Instant{1000}, device);
        const Revision next{.inspection = id,
                            .device = device,
                            .seq = log.head(device).next_seq,
                            .prev_hash = log.head(device).hash,
                            .stamp = stamp,
                            .author = "R. Hale",
                            .written_at = {Instant{1000}, 0},
                            .change = std::move(change),
                            .unknown_fields = {}};
        REQUIRE(log.append(*logged(encode(next))));
    };
    write(SetField{Notebook::root(id), "pack", Bytes{1, 2, 3}});
    write(Create{entry, "entry"});
    write(edits::first_words(entry, "Shown."));
    Notebook book(id);
    CHECK_FALSE(book.apply_all(log.in_stamp_order()));
    REQUIRE(book.entry(entry) != nullptr);
    CHECK(book.entry(entry)->words == "Shown.");
}

TEST_CASE("damage: an item is shown once, as what its earliest Create says, whichever arrives first") {
    InspectionId id;
    id.bytes.fill(7);
    ItemId item;
    item.bytes.fill(3);
    Revision later{.inspection = id,
                   .device = {},
                   .seq = 1,
                   .prev_hash = {},
                   .stamp = {2000, 0, {}},
                   .author = "A",
                   .written_at = {},
                   .change = Create{item, "activity"},
                   .unknown_fields = {}};
    Revision earlier = later;
    earlier.device.bytes.fill(9);
    earlier.stamp = {1000, 0, earlier.device};
    earlier.change = Create{item, "entry"};
    Notebook book(id);
    REQUIRE(book.apply(later));
    REQUIRE(book.apply(earlier));
    CHECK(book.entry(item) != nullptr);
    CHECK(book.activity(item) == nullptr);
}

TEST_CASE("damage: times that a stranger made up are no trouble to arithmetic") {
    Activity activity;
    activity.started.at.unix_ms = INT64_MIN;
    activity.ended = Instant{INT64_MAX};
    CHECK(activity.time_spent({}) == INT64_MAX);
    activity.started.at.unix_ms = INT64_MAX;
    activity.ended = Instant{INT64_MIN};
    CHECK(activity.time_spent({}) == 0);
}

TEST_CASE("damage: a bundle whose table is made up while it is read is refused before it fills the memory") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    Started started;
    const Bytes image = handed_over(run, started);
    const std::string sql =
        "CREATE TABLE n(x); INSERT INTO n WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c LIMIT 20000) "
        "SELECT i FROM c;"
        "CREATE TABLE made(device, seq, hash, canonical AS (x'" +
        [&] {
            NativeDatabases own(folder.path());
            auto database = own.open_untrusted(image);
            auto row = (*database)->prepare("SELECT canonical FROM revision WHERE seq = 1");
            REQUIRE((*row)->step());
            return to_hex((*row)->column_blob(0));
        }() +
        "'));"
        "INSERT INTO made SELECT 1, x, 1 FROM n; DROP TABLE revision; ALTER TABLE made RENAME TO revision";
    const auto opened = read_changed(image, sql, run.databases());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().what.find("more than it is long") != std::string::npos);
}

TEST_CASE("damage: a manifest that names one device twice does not vouch for another") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    Started started;
    const Bytes image = handed_over(run, started);
    auto opened = read_bundle_database(image, run.databases());
    REQUIRE(opened);
    // Whoever makes bundles with a key of their own can sign what they like; what is signed must still be clear.
    SecretKey32 seed;
    const auto signed_image = [&](const Manifest& manifest) {
        const Bytes canonical = encode(manifest);
        return "UPDATE manifest SET canonical = x'" + to_hex(canonical) + "', signature = x'" +
               to_hex(ed25519_sign(seed, canonical)) + "', signing_key = x'" + to_hex(ed25519_public(seed)) + "';";
    };
    CHECK(read_changed(image, signed_image(opened->manifest), run.databases()));

    DeviceId other;
    other.bytes.fill(5);
    const Revision smuggled{.inspection = started.inspection,
                            .device = other,
                            .seq = 1,
                            .prev_hash = {},
                            .stamp = {1, 0, other},
                            .author = "Nobody",
                            .written_at = {},
                            .change = Retire{started.entry, true},
                            .unknown_fields = {}};
    const Bytes canonical = encode(smuggled);
    const std::string insert = "INSERT INTO revision VALUES(x'" + other.hex() + "', 1, x'" + to_hex(canonical) +
                               "', x'" + to_hex(revision_hash(canonical)) + "');";
    Manifest twice = opened->manifest;
    twice.reaches.push_back(twice.reaches.front());
    CHECK_FALSE(read_changed(image, signed_image(twice) + insert, run.databases()));
    Manifest late = opened->manifest;
    late.reaches.front().first_seq = 2;
    CHECK_FALSE(read_changed(image, signed_image(late), run.databases()));
}

TEST_CASE("damage: entries of one second, and of the hour that comes twice, are handed over in the order of time") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    Inspection described = small_inspection();
    const age::Identity office = office_key();
    described.office_recipient = age::to_text(age::recipient_of(office));
    const Started started = start_and_write(run, "0", described);
    int number = 0;
    // 25 October 2015, 01:59 British summer time, then 01:01 Greenwich time, a few milliseconds apart within each.
    for (const auto& [moment, offset] : {std::pair(1'445'734'740'000, 60), {1'445'734'860'000, 0}}) {
        for (int n = 0; n < 8; ++n) {
            run.now = {Instant{moment + n - 1000}, offset};
            auto changes = edits::create_entry(run.id<ItemId>(), started.activity);
            changes.push_back(edits::first_words(std::get<Create>(changes.front()).item, std::to_string(++number)));
            run.tell(Edit{run.next(), started.inspection, changes});
        }
    }
    run.tell(Export{started.inspection, false});
    age::Keys keys;
    keys.identities.push_back({office.key.copy()});
    auto opened = read_bundle(run.heard<Exported>()->file, keys, run.databases());
    REQUIRE(opened);
    const Folder work;
    std::ofstream(work.file("daybook.db"), std::ios::binary)
        .write(reinterpret_cast<const char*>(opened->database.data()),
               static_cast<std::streamsize>(opened->database.size()));
    NativeDatabases own(work.path());
    auto database = own.open_stored("daybook.db");
    REQUIRE(database);
    auto rows = (*database)->prepare("SELECT words FROM entries");
    REQUIRE(rows);
    for (int expected = 0; expected <= number; ++expected) {
        REQUIRE(*(*rows)->step());
        CHECK((*rows)->column_text(0) == std::to_string(expected));
    }
}
