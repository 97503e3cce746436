// Where the platform has no files for the notebook: the second copy is the only one, and the database lies in memory.
// Never takes a notebook for an empty one, and never says that something is saved before the second copy has it.
#include <algorithm>

#include "attachments.h"
#include "core/engine/erasure.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

/// One device, which keeps nothing but its second copy.
struct OneCopy {
    [[nodiscard]] std::unique_ptr<Run> start(Keeping keeping = Keeping::nothing) {
        return std::make_unique<Run>(folder, journal, quick_argon2, keeping);
    }
    /// The one that ran has ended before: its files are free.
    void restart(std::unique_ptr<Run>& run, Keeping keeping = Keeping::nothing) {
        run.reset();
        run = start(keeping);
    }
    Folder folder;
    MemoryJournal journal;
};

Status found(const Run& run) {
    const auto* status = run.heard<Status>();
    REQUIRE(status != nullptr);
    return *status;
}

std::string words_of(const Unlocked& unlocked, const Started& started) {
    const Notebook notebook = fold(unlocked, started.inspection);
    const Entry* entry = notebook.entry(started.entry);
    return entry == nullptr ? "(no entry)" : entry->words;
}

void add_word(Run& run, const Started& started, const std::string& word) {
    run.tell(Edit{run.next(), started.inspection, {SetField{started.entry, "word", word}}});
}

std::size_t revisions_in(const Unlocked& unlocked) {
    std::size_t count = 0;
    for (const OpenInspection& open : unlocked.inspections) count += open.revisions.size();
    return count;
}

}  // namespace

TEST_CASE("one copy: what was saved is there at the next start, which repairs nothing and says so at each step") {
    OneCopy device;
    auto run = device.start();
    CHECK(found(*run).state == EngineState::first_start);
    CHECK(found(*run).copies == Copies::one);
    const Started started = start_and_write(*run, "Kept once.");
    const Bytes picture = some_file(70'000);
    const ItemId attachment = attach(*run, started, picture);
    CHECK(std::filesystem::is_empty(device.folder.path()));
    for (const int visit : {1, 2}) {
        CAPTURE(visit);
        device.restart(run);
        CHECK(found(*run).state == EngineState::locked);
        CHECK(found(*run).words.empty());
        CHECK(found(*run).copies == Copies::one);
        const Unlocked unlocked = unlock(*run);
        CHECK(unlocked.copies == Copies::one);
        CHECK(words_of(unlocked, started) == "Kept once.");
        CHECK(unlocked.inspections.front().read_only.empty());
        CHECK(reads_as(*run, started, attachment, picture));
        CHECK_FALSE(device.journal.is_asked());
    }
}

TEST_CASE("one copy: a notebook in two copies is not said to be one") {
    OneCopy device;
    auto run = device.start(Keeping::files);
    CHECK(found(*run).copies == Copies::two);
    start_and_write(*run, "Kept twice.");
    device.restart(run, Keeping::files);
    CHECK(unlock(*run).copies == Copies::two);
}

TEST_CASE("one copy: nothing is called saved before the second copy has it") {
    OneCopy device;
    auto run = device.start();
    const Started started = start_and_write(*run, "Saved.");
    run->events.clear();
    run->engine->handle(Edit{run->next(), started.inspection, {SetField{started.entry, "word", "waits"}}});
    CHECK(run->heard<Appended>() != nullptr);
    CHECK(run->heard<Durable>() == nullptr);
    device.journal.answer(*run->engine);
    REQUIRE(run->heard<Durable>() != nullptr);
    CHECK(run->heard<Durable>()->up_to == run->latest());
}

TEST_CASE("one copy: what it has no room for is kept, shown after a lock, handed over, and saved when there is room") {
    OneCopy device;
    auto run = device.start();
    Inspection described = small_inspection();
    described.lead_recipient = "age1xmwwc06ly3ee5rytxm9mflaz2u56jjj36s0mypdrwsvlul66mv4q47ryef";
    const Started started = start_and_write(*run, "Saved.", described);
    device.journal.refuse = true;
    add_word(*run, started, "not yet");
    REQUIRE(run->heard<Failed>() != nullptr);
    CHECK(run->heard<Durable>() == nullptr);
    add_word(*run, started, "nor this");
    CHECK(run->heard<Durable>() == nullptr);
    run->tell(Lock{});
    const auto after = unlock(*run);
    CHECK(run->heard<Failed>() != nullptr);
    run->tell(Export{started.inspection});
    REQUIRE(run->heard<Exported>() != nullptr);
    CHECK(run->heard<Exported>()->revisions == revisions_in(after));

    device.journal.refuse = false;
    run->tell(Retry{});
    // One batch after the other: the last word counts.
    std::uint64_t durable = 0;
    for (const Event& event : run->events) {
        if (const auto* said = std::get_if<Durable>(&event)) durable = said->up_to;
    }
    CHECK(durable == run->latest());
    device.restart(run);
    CHECK(revisions_in(unlock(*run)) == revisions_in(after));
}

TEST_CASE("one copy: ended after any of its batches, the notebook is what was saved by then") {
    OneCopy device;
    auto run = device.start();
    const Started started = start_and_write(*run, "First words.");
    std::vector<std::size_t> revisions{revisions_in([&] {
        auto again = device.start();
        return unlock(*again);
    }())};
    const std::size_t before = device.journal.batches.size();
    for (int n = 0; n < 12; ++n) {
        add_word(*run, started, std::to_string(n));
        REQUIRE(run->heard<Durable>() != nullptr);
        revisions.push_back(revisions.back() + 1);
    }
    run.reset();
    const std::vector<Bytes> all = device.journal.batches;
    REQUIRE(all.size() == before + 12);
    for (std::size_t batches = before; batches <= all.size(); ++batches) {
        CAPTURE(batches);
        device.journal.batches.assign(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(batches));
        device.restart(run);
        CHECK(revisions_in(unlock(*run)) == revisions[batches - before]);
        // And goes on from there.
        add_word(*run, started, "after the end");
        REQUIRE(run->heard<Durable>() != nullptr);
        device.restart(run);
        CHECK(revisions_in(unlock(*run)) == revisions[batches - before] + 1);
        CHECK(found(*run).words.empty());
    }
}

TEST_CASE(
    "one copy: ended while the first of its batches is written, it is a first start or a notebook, never half of one") {
    OneCopy device;
    auto run = device.start();
    run->tell(FirstStart{"R. Hale", passcode});
    REQUIRE(run->heard<Unlocked>() != nullptr);
    REQUIRE(device.journal.batches.size() == 1);
    device.restart(run);
    CHECK(found(*run).state == EngineState::locked);
    device.journal.batches.clear();
    device.restart(run);
    CHECK(found(*run).state == EngineState::first_start);
}

TEST_CASE("one copy: a damaged one without its keys is no first start, and nothing is written over it") {
    OneCopy device;
    auto run = device.start();
    start_and_write(*run, "Behind a lost key.");
    device.journal.batches.erase(device.journal.batches.begin());  // the keys
    const auto left = device.journal.batches;
    device.restart(run);
    CHECK(found(*run).state == EngineState::unusable);
    run->tell(FirstStart{"Somebody else", passcode});
    CHECK(run->heard<Unlocked>() == nullptr);
    CHECK(device.journal.batches == left);
    device.journal.batches = {Bytes{}};  // as the worker says that a record could not be read
    device.restart(run);
    CHECK(found(*run).state == EngineState::unusable);
}

TEST_CASE("one copy: a batch that cannot be read is told of at each start, and stays") {
    OneCopy device;
    auto run = device.start();
    const Started started = start_and_write(*run, "Whole.");
    device.journal.batches.push_back(Bytes(40, 0xAB));
    for (const int visit : {1, 2}) {
        CAPTURE(visit);
        device.restart(run);
        CHECK(found(*run).words.find("could not be read") != std::string::npos);
        CHECK(words_of(unlock(*run), started) == "Whole.");
    }
    CHECK(device.journal.batches.back() == Bytes(40, 0xAB));
}

TEST_CASE("one copy: an erased inspection is gone from it, whenever the erasing is broken off") {
    OneCopy device;
    auto run = device.start();
    const Started started = start_and_write(*run, "To be erased.");
    run->events.clear();
    run->engine->handle(EraseInspection{started.inspection});
    // The tombstone is on disk, and then the device dies.
    REQUIRE(device.journal.asked.size() == 1);
    device.journal.batches.push_back(device.journal.asked.front().first);
    device.journal.asked.clear();
    device.journal.replacements.clear();
    device.restart(run);
    while (device.journal.is_asked()) device.journal.answer(*run->engine);
    for (const Row& row : rows_of(device.journal)) CHECK(row.place.inspection != started.inspection);
    CHECK(unlock(*run).inspections.empty());
    device.restart(run);
    CHECK(found(*run).words.empty());
    CHECK(unlock(*run).inspections.empty());
}

TEST_CASE("one copy: only the new passcode opens it after a change, and the old keys are gone from it") {
    OneCopy device;
    auto run = device.start();
    const Started started = start_and_write(*run, "Under another passcode.");
    run->tell(ChangePasscode{passcode, "another passcode entirely"});
    REQUIRE(run->heard<PasscodeChanged>() != nullptr);
    device.restart(run);
    run->tell(Unlock{passcode});
    CHECK(run->heard<Unlocked>() == nullptr);
    run->tell(Unlock{"another passcode entirely"});
    REQUIRE(run->heard<Unlocked>() != nullptr);
    CHECK(words_of(*run->heard<Unlocked>(), started) == "Under another passcode.");
    const auto rows = rows_of(device.journal);
    CHECK(std::ranges::count(rows, RowKind::vault, [](const Row& row) { return row.place.kind; }) == 1);
}

TEST_CASE("one copy: wrong passcodes are counted over a restart") {
    OneCopy device;
    auto run = device.start();
    start_and_write(*run, "Guarded.");
    for (std::uint64_t tries = 0; tries <= SlowDown::free_tries; ++tries) {
        device.restart(run);
        run->tell(Unlock{"not the passcode"});
        REQUIRE(run->heard<Refused>() != nullptr);
    }
    device.restart(run);
    run->tell(Unlock{passcode});
    REQUIRE(run->heard<Refused>() != nullptr);
    CHECK(run->heard<Refused>()->words.starts_with("Too many wrong passcodes."));
}

TEST_CASE("one copy: where files are there again, the database is made of it, and that is said once") {
    OneCopy device;
    auto run = device.start();
    const Started started = start_and_write(*run, "Once, then twice.");
    device.restart(run, Keeping::files);
    CHECK(found(*run).words.find("put back from the second copy") != std::string::npos);
    CHECK(unlock(*run).copies == Copies::two);
    add_word(*run, started, "twice");
    device.restart(run, Keeping::files);
    CHECK(found(*run).words.empty());
    device.journal.batches.clear();  // now either is enough
    device.restart(run, Keeping::files);
    CHECK(words_of(unlock(*run), started) == "Once, then twice.");
}

TEST_CASE("one copy: a notebook of two whose files are gone goes on from the second copy, and both agree again later") {
    OneCopy device;
    auto run = device.start(Keeping::files);
    const Started started = start_and_write(*run, "Twice, then once.");
    device.restart(run, Keeping::nothing);
    CHECK(words_of(unlock(*run), started) == "Twice, then once.");
    add_word(*run, started, "while there was one");
    const std::size_t revisions = revisions_in([&] {
        auto again = device.start();
        return unlock(*again);
    }());
    device.restart(run, Keeping::files);
    const Unlocked unlocked = unlock(*run);
    CHECK(revisions_in(unlocked) == revisions);
    CHECK(unlocked.inspections.front().read_only.empty());
}

TEST_CASE("one copy: taken away while it is open, all of it is written again") {
    OneCopy device;
    auto run = device.start();
    const Started started = start_and_write(*run, "Written again.");
    const ItemId attachment = attach(*run, started, some_file(50'000));
    device.journal.batches.clear();
    run->events.clear();
    run->engine->journal_lost();
    CHECK(run->heard<Failed>() != nullptr);
    while (device.journal.is_asked()) device.journal.answer(*run->engine);
    CHECK(run->heard<Durable>() != nullptr);
    device.restart(run);
    CHECK(words_of(unlock(*run), started) == "Written again.");
    CHECK(reads_as(*run, started, attachment, some_file(50'000)));
}

TEST_CASE("one copy: one that a later version has written in is shown, and nothing in it is changed") {
    OneCopy device;
    auto run = device.start();
    const Started started = start_and_write(*run, "Read only.");
    device.journal.batches.push_back(read_file(std::string(DAYBOOK_TEST_DATA) + "/second_copy/later_version.batch"));
    const auto left = device.journal.batches;
    device.restart(run);
    CHECK(found(*run).words.find("later version") != std::string::npos);
    CHECK(words_of(unlock(*run), started) == "Read only.");
    add_word(*run, started, "refused");
    CHECK(run->heard<Refused>() != nullptr);
    CHECK(device.journal.batches == left);
}

TEST_CASE("one copy: the test of the storage is one of the second copy") {
    OneCopy device;
    auto run = device.start();
    start_and_write(*run, "Tested.");
    run->tell(TestStorage{});
    REQUIRE(run->heard<StorageTested>() != nullptr);
    CHECK(run->heard<StorageTested>()->good);
    device.journal.refuse = true;
    run->tell(TestStorage{});
    REQUIRE(run->heard<StorageTested>() != nullptr);
    CHECK_FALSE(run->heard<StorageTested>()->good);
}
