// Erasing an inspection: gone from both copies, and from everything that lies in the folder, whenever it is broken off.
// Never leaves half of it: either nothing was erased, or all is at the next start.
#include "core/engine/erasure.h"

#include <algorithm>

#include "core/engine/row.h"
#include "faulty.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

ErasedPlace some_place() {
    ErasedPlace place{RowKind::vault, {}, {}, 3};
    place.device.bytes.fill(9);
    return place;
}

/// Two inspections with words in them: one to erase, one to keep.
struct Two {
    Started erased;
    InspectionId kept;
    ItemId entry;
};

Two write_two(Run& run) {
    Two two{start_and_write(run, "To be erased."), run.id<InspectionId>(), run.id<ItemId>()};
    run.tell(CreateInspection{
        run.next(), two.kept, small_pack(), edits::describe_inspection(two.kept, small_inspection()), {}});
    const ItemId activity = run.id<ItemId>();
    run.tell(Edit{run.next(), two.kept, edits::start_activity({activity, "meeting", "Library", {}}, run.now)});
    auto changes = edits::create_entry(two.entry, activity);
    changes.push_back(edits::first_words(two.entry, "To be kept."));
    run.tell(Edit{run.next(), two.kept, changes});
    REQUIRE(run.heard<Durable>() != nullptr);
    return two;
}

/// Every sealed row of an inspection, as the second copy has it.
std::vector<Bytes> sealed_of(const MemoryJournal& journal, InspectionId inspection) {
    std::vector<Bytes> sealed;
    for (const Bytes& batch : journal.batches) {
        const auto rows = decode_batch(batch);
        for (const Row& row : *rows) {
            if (row.place.inspection == inspection) sealed.push_back(row.sealed);
        }
    }
    return sealed;
}

/// A stretch of a sealed row that fits on one page, whatever its own beginning.
ByteView stretch(const Bytes& sealed) {
    return ByteView(sealed).last(std::min<std::size_t>(sealed.size(), 32));
}

bool holds(ByteView where, const std::vector<Bytes>& sealed) {
    return std::ranges::any_of(sealed,
                               [&](const Bytes& one) { return !std::ranges::search(where, stretch(one)).empty(); });
}

bool folder_holds(const Folder& folder, const std::vector<Bytes>& sealed) {
    bool found = false;
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
        found = found || holds(read_file(file.path().string()), sealed);
    }
    return found;
}

bool journal_holds(const MemoryJournal& journal, const std::vector<Bytes>& sealed) {
    return std::ranges::any_of(journal.batches, [&](const Bytes& batch) { return holds(batch, sealed); });
}

std::vector<InspectionId> unlocked_inspections(Run& run) {
    run.tell(Unlock{passcode});
    REQUIRE(run.heard<Unlocked>() != nullptr);
    CHECK(run.heard<Status>()->words == "");
    std::vector<InspectionId> ids;
    for (const OpenInspection& open : run.heard<Unlocked>()->inspections) {
        CHECK(open.read_only == "");
        ids.push_back(open.inspection);
    }
    std::ranges::sort(ids);
    return ids;
}

/// Ready to be erased from: two inspections in a folder and a second copy.
struct Ready {
    Ready() {
        Run run(folder, journal);
        two = write_two(run);
        sealed = sealed_of(journal, two.erased.inspection);
        REQUIRE(sealed.size() > 5);
    }
    Folder folder;
    MemoryJournal journal;
    Two two;
    std::vector<Bytes> sealed;
};

}  // namespace

TEST_CASE("erasure: a tombstone reads back as it was, and one that is damaged anywhere erases nothing else") {
    InspectionId inspection;
    inspection.bytes.fill(7);
    const std::vector<ErasedPlace> places{everything_of(inspection), some_place()};
    const Bytes tombstone = encode_erasure(places);
    CHECK(decode_erasure(tombstone).value() == places);
    for (std::size_t bit = 0; bit < tombstone.size() * 8; ++bit) {
        Bytes damaged = tombstone;
        damaged[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
        CHECK_FALSE(decode_erasure(damaged));
    }
    for (std::size_t length = 0; length < tombstone.size(); ++length) {
        CHECK_FALSE(decode_erasure(ByteView(tombstone).first(length)));
    }
    // All that belongs to the device would be its keys.
    CHECK_FALSE(decode_erasure(encode_erasure({ErasedPlace{}})));
}

TEST_CASE("erasure: it covers what it names, up to a number, and never a tombstone") {
    RowPlace vault{RowKind::vault, {}, some_place().device, 3};
    CHECK(covers(some_place(), vault));
    vault.number = 4;
    CHECK_FALSE(covers(some_place(), vault));
    vault = {RowKind::vault, {}, {}, 3};
    CHECK_FALSE(covers(some_place(), vault));
    InspectionId inspection;
    inspection.bytes.fill(7);
    for (const RowKind kind : {RowKind::data_key, RowKind::revision, RowKind::attachment, RowKind::outbox}) {
        CHECK(covers(everything_of(inspection), RowPlace{kind, inspection, {}, 9}));
        CHECK_FALSE(covers(everything_of(inspection), RowPlace{kind, {}, {}, 9}));
    }
    CHECK_FALSE(covers(everything_of(inspection), RowPlace{RowKind::erased, inspection, {}, 1}));
}

TEST_CASE("erasure: an inspection is gone from both copies and every file, and the other one is as it was") {
    const Folder folder;
    MemoryJournal journal;
    std::vector<Bytes> sealed;
    Two two;
    {
        Run run(folder, journal);
        two = write_two(run);
        sealed = sealed_of(journal, two.erased.inspection);
        CHECK(folder_holds(folder, sealed));
        CHECK(journal_holds(journal, sealed));
        run.tell(EraseInspection{two.erased.inspection});
        REQUIRE(run.heard<Erased>() != nullptr);
        CHECK(run.heard<Erased>()->inspection == two.erased.inspection);
        CHECK_FALSE(folder_holds(folder, sealed));
        CHECK_FALSE(journal_holds(journal, sealed));
        run.tell(Search{1, "erased"});
        CHECK(run.heard<SearchResults>()->hits.empty());
        run.tell(Search{2, "kept"});
        CHECK(run.heard<SearchResults>()->hits.size() == 1);
        run.tell(Edit{run.next(), two.erased.inspection, edits::set_confidence(two.erased.entry, true)});
        CHECK(run.heard<Refused>() != nullptr);
        run.tell(CreateInspection{run.next(), two.erased.inspection, small_pack(), {}, {}});
        CHECK(run.heard<Refused>() != nullptr);
        run.tell(Edit{run.next(), two.kept, edits::set_confidence(two.entry, true)});
        CHECK(run.heard<Durable>() != nullptr);
    }
    for (const bool with_journal : {true, false}) {
        MemoryJournal none;
        Run again(folder, with_journal ? journal : none);
        CHECK(unlocked_inspections(again) == std::vector<InspectionId>{two.kept});
        CHECK(fold(*again.heard<Unlocked>(), two.kept).entry(two.entry)->words == "To be kept.");
    }
    const Folder empty;
    Run rebuilt(empty, journal);
    CHECK(unlocked_inspections(rebuilt) == std::vector<InspectionId>{two.kept});
}

TEST_CASE("erasure: broken off at every call of the database, it is not begun or is finished at the next start") {
    std::uint64_t last = 0;
    for (std::uint64_t first_fault = 1; last == 0; ++first_fault) {
        CAPTURE(first_fault);
        Ready ready;
        {
            FaultyRun broken(ready.folder, ready.journal, 0);
            broken.engine->handle(Command{Unlock{passcode}});
            broken.databases.fault.calls = 0;
            broken.databases.fault.first = first_fault;
            broken.engine->handle(Command{EraseInspection{ready.two.erased.inspection}});
            for (int round = 0; round < 3; ++round) ready.journal.answer(*broken.engine);
            if (broken.databases.fault.calls < first_fault) last = first_fault;
            CHECK(broken.heard<Erased>() == (last != 0));
        }
        Run again(ready.folder, ready.journal);
        for (int round = 0; round < 3; ++round) ready.journal.answer(*again.engine);
        const auto there = unlocked_inspections(again);
        if (there.size() == 2) {
            // Not even begun: then nothing of it may be missing.
            CHECK(journal_holds(ready.journal, ready.sealed));
            CHECK(first_fault <= 4);
        } else {
            CHECK(there == std::vector<InspectionId>{ready.two.kept});
            CHECK_FALSE(folder_holds(ready.folder, ready.sealed));
            CHECK_FALSE(journal_holds(ready.journal, ready.sealed));
        }
    }
    CHECK(last > 10);
    MESSAGE("calls of an erasure: ", last - 1);
}

TEST_CASE("erasure: a tombstone that is in one copy only, or a second copy that was not replaced, is finished") {
    for (const bool in_journal : {true, false}) {
        Ready ready;
        const std::vector<Bytes> before = ready.journal.batches;
        {
            Run run(ready.folder, ready.journal);
            run.tell(Unlock{passcode});
            run.tell(EraseInspection{ready.two.erased.inspection});
            REQUIRE(run.heard<Erased>() != nullptr);
        }
        const std::vector<Bytes> after = ready.journal.batches;
        // The second copy is as it was before the erasure, in one case without ever having heard of it.
        ready.journal.batches = before;
        if (in_journal) {
            for (const Bytes& batch : after) {
                const auto rows = decode_batch(batch);
                for (const Row& row : *rows) {
                    if (row.place.kind == RowKind::erased) ready.journal.batches.push_back(encode_batch({row}));
                }
            }
            std::filesystem::remove(ready.folder.file(database_file));
            std::filesystem::remove(ready.folder.file(database_file + "-wal"));
        }
        Run again(ready.folder, ready.journal);
        for (int round = 0; round < 3; ++round) ready.journal.answer(*again.engine);
        CHECK(unlocked_inspections(again) == std::vector<InspectionId>{ready.two.kept});
        CHECK_FALSE(folder_holds(ready.folder, ready.sealed));
        CHECK_FALSE(journal_holds(ready.journal, ready.sealed));
    }
}

TEST_CASE("erasure: it is refused while something waits to be stored") {
    Ready ready;
    Run run(ready.folder, ready.journal);
    run.tell(Unlock{passcode});
    ready.journal.refuse = true;
    run.tell(Edit{run.next(), ready.two.kept, edits::set_confidence(ready.two.entry, true)});
    run.tell(EraseInspection{ready.two.erased.inspection});
    REQUIRE(run.heard<Refused>() != nullptr);
    CHECK(run.heard<Refused>()->code == static_cast<std::uint8_t>(Errc::busy));
    ready.journal.refuse = false;
    run.tell(Retry{});
    run.tell(EraseInspection{ready.two.erased.inspection});
    CHECK(run.heard<Erased>() != nullptr);
}

TEST_CASE("erasure: a second copy that cannot be replaced is said, takes what is written, and is replaced later") {
    Ready ready;
    Run run(ready.folder, ready.journal);
    run.tell(Unlock{passcode});
    run.events.clear();
    run.engine->handle(Command{EraseInspection{ready.two.erased.inspection}});
    ready.journal.refuse = true;
    // The tombstone first, which is refused as well and given again.
    ready.journal.answer(*run.engine);
    CHECK(run.heard<Failed>() != nullptr);
    ready.journal.refuse = false;
    run.events.clear();
    run.engine->handle(Command{Retry{}});
    auto tombstone = std::exchange(ready.journal.asked, {});
    REQUIRE(tombstone.size() == 1);
    ready.journal.batches.push_back(tombstone.front().first);
    run.engine->journal_answered(tombstone.front().second, {});
    REQUIRE(ready.journal.replacements.size() == 1);
    ready.journal.refuse = true;
    ready.journal.answer(*run.engine);
    CHECK(run.heard<Failed>() != nullptr);
    CHECK(run.heard<Erased>() == nullptr);
    ready.journal.refuse = false;

    run.tell(Edit{run.next(), ready.two.kept, edits::set_confidence(ready.two.entry, true)});
    CHECK(run.heard<Durable>() != nullptr);
    CHECK(std::holds_alternative<Failed>(run.events.back()));
    run.tell(Retry{});
    CHECK(run.heard<Erased>() != nullptr);
    CHECK(std::holds_alternative<Durable>(run.events.back()));
    CHECK_FALSE(journal_holds(ready.journal, ready.sealed));
    const Folder empty;
    Run rebuilt(empty, ready.journal);
    CHECK(unlocked_inspections(rebuilt) == std::vector<InspectionId>{ready.two.kept});
    CHECK(fold(*rebuilt.heard<Unlocked>(), ready.two.kept).entry(ready.two.entry)->in_confidence);
}

TEST_CASE("erasure: a tombstone alone locks nobody out") {
    Ready ready;
    RowPlace place{RowKind::erased, {}, {}, 1};
    const std::vector<ErasedPlace> all_keys{{RowKind::vault, {}, {}, 0}};
    ready.journal.batches.push_back(encode_batch({Row{place, encode_erasure(all_keys)}}));
    Run run(ready.folder, ready.journal);
    CHECK(unlocked_inspections(run).size() == 2);
}

TEST_CASE("storage test: it says that both copies take something, or why not") {
    Ready ready;
    Run run(ready.folder, ready.journal);
    run.tell(TestStorage{});
    REQUIRE(run.heard<StorageTested>() != nullptr);
    CHECK(run.heard<StorageTested>()->good);
    run.events.clear();
    run.engine->handle(Command{TestStorage{}});
    CHECK(run.heard<StorageTested>() == nullptr);  // not before the second copy has answered
    ready.journal.refuse = true;
    ready.journal.answer(*run.engine);
    REQUIRE(run.heard<StorageTested>() != nullptr);
    CHECK_FALSE(run.heard<StorageTested>()->good);
    CHECK(run.heard<StorageTested>()->words.find("no room") != std::string::npos);
    ready.journal.refuse = false;
    run.databases().full = true;
    run.tell(TestStorage{});
    CHECK_FALSE(run.heard<StorageTested>()->good);
    run.databases().full = false;
    run.tell(Retry{});
    run.tell(TestStorage{});
    CHECK(run.heard<StorageTested>()->good);
    MemoryJournal none;
    run.engine.reset();
    Run again(ready.folder, none);
    CHECK(unlocked_inspections(again).size() == 2);
}
