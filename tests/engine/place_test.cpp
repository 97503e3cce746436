// Where somebody was in the app, as the engine keeps it.
#include "bench.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

Bytes named(std::string_view name) {
    const ByteView bytes = as_bytes(name);
    return {bytes.begin(), bytes.end()};
}

const Bytes somewhere = named("the entry about the advisers");
const Bytes elsewhere = named("somewhere else");

Bytes place_after(const Folder& folder, MemoryJournal& journal) {
    Run run(folder, journal);
    run.tell(Unlock{passcode});
    REQUIRE(run.heard<Unlocked>() != nullptr);
    return run.heard<Unlocked>()->place;
}

}  // namespace

TEST_CASE("place: what was kept at once is given back by the next unlock, and lies in no file in clear") {
    const Folder folder;
    MemoryJournal journal;
    {
        Run run(folder, journal);
        start_and_write(run, "Words.");
        run.tell(KeepPlace{somewhere, KeepPlace::When::now});
        CHECK(run.events.empty());
    }
    CHECK(place_after(folder, journal) == somewhere);
    for (const std::string ending : {"", "-wal"}) {
        CHECK_FALSE(contains(read_file(folder.file(database_file + ending)), "advisers"));
    }
}

TEST_CASE("place: what may wait is written with the next words, and costs no transaction of its own") {
    const Folder folder;
    MemoryJournal journal;
    {
        Run run(folder, journal);
        const Started started = start_and_write(run, "Words.");
        const Bytes before = read_file(folder.file(database_file + "-wal"));
        run.tell(KeepPlace{somewhere});
        CHECK(read_file(folder.file(database_file + "-wal")) == before);
        run.tell(Edit{run.next(), started.inspection, edits::set_retired(started.entry, true)});
        CHECK(run.heard<Durable>() != nullptr);
    }
    CHECK(place_after(folder, journal) == somewhere);
}

TEST_CASE("place: what waits is written at a lock, and the last one holds") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    start_and_write(run, "Words.");
    run.tell(KeepPlace{elsewhere, KeepPlace::When::now});
    run.tell(KeepPlace{somewhere});
    run.tell(Lock{});
    run.tell(Unlock{passcode});
    REQUIRE(run.heard<Unlocked>() != nullptr);
    CHECK(run.heard<Unlocked>()->place == somewhere);
}

TEST_CASE("place: what waits is written when nobody does anything") {
    const Folder folder;
    MemoryJournal journal;
    {
        Run run(folder, journal);
        start_and_write(run, "Words.");
        run.tell(KeepPlace{somewhere});
        run.tell(Idle{});
    }
    CHECK(place_after(folder, journal) == somewhere);
}

TEST_CASE("place: a disk that takes nothing costs the place, and no word") {
    const Folder folder;
    MemoryJournal journal;
    {
        Run run(folder, journal);
        const Started started = start_and_write(run, "Words.");
        run.tell(KeepPlace{somewhere});
        run.databases().full = true;
        run.tell(Edit{run.next(), started.inspection, edits::set_retired(started.entry, true)});
        CHECK(run.heard<Failed>() != nullptr);
        run.tell(KeepPlace{elsewhere, KeepPlace::When::now});
        CHECK(run.events.empty());
        run.databases().full = false;
        run.tell(Retry{});
        CHECK(run.heard<Durable>() != nullptr);
    }
    CHECK(place_after(folder, journal).empty());
}

TEST_CASE("place: a locked notebook and one that is too long a place keep nothing, and nobody hears of it") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    start_and_write(run, "Words.");
    run.tell(KeepPlace{Bytes(PlaceBounds::size + 1, Byte{1}), KeepPlace::When::now});
    CHECK(run.events.empty());
    run.tell(Lock{});
    run.tell(KeepPlace{somewhere, KeepPlace::When::now});
    CHECK(run.events.empty());
    run.tell(Unlock{passcode});
    REQUIRE(run.heard<Unlocked>() != nullptr);
    CHECK(run.heard<Unlocked>()->place.empty());
}

TEST_CASE("place: an erasure takes it away, for it may lie in what is erased") {
    const Folder folder;
    MemoryJournal journal;
    {
        Run run(folder, journal);
        const Started started = start_and_write(run, "Words.");
        run.tell(KeepPlace{somewhere, KeepPlace::When::now});
        run.tell(EraseInspection{started.inspection});
        CHECK(run.heard<Erased>() != nullptr);
    }
    CHECK(place_after(folder, journal).empty());
}

TEST_CASE("place: of a row that was tampered with nothing comes, and the notebook opens as ever") {
    const Folder folder;
    MemoryJournal journal;
    {
        Run run(folder, journal);
        start_and_write(run, "Words.");
        run.tell(KeepPlace{somewhere, KeepPlace::When::now});
    }
    {
        NativeDatabases databases(folder.path());
        auto database = databases.open_stored(database_file);
        REQUIRE(database);
        REQUIRE((*database)->execute("UPDATE place SET sealed = zeroblob(length(sealed))"));
    }
    CHECK(place_after(folder, journal).empty());
}
