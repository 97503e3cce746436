#include "core/engine/unlocking.h"

#include "core/engine/search.h"
#include "core/engine/session.h"
#include "unlocking_steps.h"

using namespace daybook;
using namespace daybook::bench;

TEST_CASE("passcode: after a change the new one opens every word, and the old one nothing") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = start_and_write(run, "Written under the old one.");
        run.tell(ChangePasscode{passcode, new_passcode});
        CHECK(run.heard<PasscodeChanged>() != nullptr);
        CHECK(run.heard<Refused>() == nullptr);
        run.tell(Lock{});
        CHECK_FALSE(opens(run, passcode));
        CHECK(opens(run, new_passcode));
    }
    Run again(folder, journal);
    CHECK_FALSE(opens(again, passcode));
    again.tell(Unlock{new_passcode});
    REQUIRE(again.heard<Unlocked>() != nullptr);
    CHECK(fold(*again.heard<Unlocked>(), started.inspection).entry(started.entry)->words ==
          "Written under the old one.");
}

TEST_CASE("passcode: a change writes one row of keys, and nothing else again") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    start_and_write(run, "Words.");
    const std::size_t before = journal.appended.size();
    run.tell(ChangePasscode{passcode, new_passcode});
    REQUIRE(journal.appended.size() > before);
    const auto rows = decode_batch(journal.appended[before]);
    REQUIRE(rows);
    REQUIRE(rows->size() == 1);
    CHECK(rows->front().place.kind == RowKind::vault);
    CHECK(rows->front().place.number == 2);
}

TEST_CASE("passcode: a change with a wrong old one, a short new one, or while locked changes nothing") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    start_and_write(run, "Words.");
    const std::size_t before = journal.batches.size();
    run.tell(ChangePasscode{"copper lantern meadov", new_passcode});
    CHECK(refusal(run) == Errc::wrong_key);
    run.tell(ChangePasscode{passcode, "short"});
    CHECK(refusal(run) == Errc::invalid);
    run.tell(Lock{});
    run.tell(ChangePasscode{passcode, new_passcode});
    CHECK(refusal(run) == Errc::invalid);
    CHECK(journal.batches.size() == before);
    CHECK(opens(run, passcode));
}

TEST_CASE("passcode: a change is said only when both copies have it; until then either passcode opens") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    start_and_write(run, "Words.");
    journal.refuse = true;
    run.tell(ChangePasscode{passcode, new_passcode});
    CHECK(run.heard<PasscodeChanged>() == nullptr);
    CHECK(run.heard<Failed>() != nullptr);
    run.tell(Lock{});
    CHECK(opens(run, passcode));
    CHECK(opens(run, new_passcode));
    journal.refuse = false;
    run.tell(Retry{});
    CHECK(run.heard<PasscodeChanged>() != nullptr);
    CHECK_FALSE(opens(run, passcode));
    CHECK(opens(run, new_passcode));
}

TEST_CASE("passcode: whichever batches a crash leaves of a change, one passcode opens all that is there") {
    MemoryJournal whole;
    std::size_t changed_at = 0;
    Started started;
    {
        const Folder folder;
        Run run(folder, whole);
        started = start_and_write(run, "Kept.");
        changed_at = whole.appended.size();
        run.tell(ChangePasscode{passcode, new_passcode});
        REQUIRE(run.heard<PasscodeChanged>() != nullptr);
        run.tell(Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)});
    }
    REQUIRE(whole.appended.size() > changed_at + 1);
    for (std::size_t in_journal = 1; in_journal <= whole.appended.size(); ++in_journal) {
        for (std::size_t in_database = 1; in_database <= whole.appended.size(); ++in_database) {
            CAPTURE(in_journal);
            CAPTURE(in_database);
            const Folder folder;
            MemoryJournal stored;
            stored.batches.assign(whole.appended.begin(), whole.appended.begin() + static_cast<long>(in_database));
            {
                const Run filling(folder, stored);
            }
            MemoryJournal journal;
            journal.batches.assign(whole.appended.begin(), whole.appended.begin() + static_cast<long>(in_journal));
            Run run(folder, journal);
            const bool changed = std::max(in_journal, in_database) > changed_at;
            CHECK(opens(run, passcode) != changed);
            run.tell(Unlock{new_passcode});
            CHECK((run.heard<Unlocked>() != nullptr) == changed);
            if (!changed) continue;
            const Notebook book = fold(*run.heard<Unlocked>(), started.inspection);
            CHECK(book.entry(started.entry)->words == "Kept.");
        }
    }
}

TEST_CASE("passcode: new keys that are damaged in both copies leave the old ones to open with") {
    const Folder folder;
    MemoryJournal journal;
    {
        Run run(folder, journal);
        start_and_write(run, "Words.");
    }
    const RowPlace first = rows_of_kind(journal, RowKind::vault).front().place;
    journal.batches.push_back(encode_batch({{{RowKind::vault, {}, first.device, 2}, Bytes(188, Byte{0})}}));
    Run run(folder, journal);
    CHECK(opens(run, passcode));
}

TEST_CASE("passcode: keys that were stretched less than is usual are stretched anew when they are next opened") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = start_and_write(run, "Words.");
    }
    const auto cost_at = [&](std::size_t n) {
        const auto rows = rows_of_kind(journal, RowKind::vault);
        REQUIRE(rows.size() > n);
        const auto cost = cost_of({rows[n].place.device, rows[n].sealed});
        REQUIRE(cost);
        return *cost;
    };
    CHECK(cost_at(0).memory_kib == quick_argon2.memory_kib);
    const Argon2Cost today{.passes = 2, .memory_kib = 2 * quick_argon2.memory_kib};
    for (int restart = 0; restart < 2; ++restart) {
        Run run(folder, journal, today);
        run.tell(Unlock{passcode});
        REQUIRE(run.heard<Unlocked>() != nullptr);
        CHECK(rows_of_kind(journal, RowKind::vault).size() == 2);
        CHECK(cost_at(1).memory_kib == today.memory_kib);
        CHECK(cost_at(1).passes == today.passes);
    }
}

TEST_CASE("passcode: keys that earlier versions stretched 3 times over 64 MiB are locked anew at what is usual now") {
    const Folder folder;
    MemoryJournal journal;
    constexpr Argon2Cost earlier{.passes = 3, .memory_kib = 64 * 1024};
    constexpr Argon2Cost today;
    static_assert(today.memory_kib >= 64 * 1024 && today.passes * today.memory_kib >= 768 * 1024);
    {
        Run run(folder, journal, earlier);
        start_and_write(run, "Words.");
    }
    for (int restart = 0; restart < 2; ++restart) {
        Run run(folder, journal, today);
        run.tell(Unlock{passcode});
        REQUIRE(run.heard<Unlocked>() != nullptr);
        const auto rows = rows_of_kind(journal, RowKind::vault);
        REQUIRE(rows.size() == 2);
        const auto cost = cost_of({rows[1].place.device, rows[1].sealed});
        REQUIRE(cost);
        CHECK(cost->passes == today.passes);
        CHECK(cost->memory_kib == today.memory_kib);
    }
}

TEST_CASE("passcode: after a change no copy holds the old keys any more") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    start_and_write(run, "Words.");
    const Bytes old_keys = rows_of_kind(journal, RowKind::vault).front().sealed;
    const auto anywhere = [&] {
        bool found = false;
        for (const Bytes& batch : journal.batches) found = found || contains(batch, as_text(old_keys));
        for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
            found = found || contains(read_file(file.path().string()), as_text(old_keys));
        }
        return found;
    };
    CHECK(anywhere());
    run.tell(ChangePasscode{passcode, new_passcode});
    REQUIRE(run.heard<PasscodeChanged>() != nullptr);
    CHECK_FALSE(anywhere());
}

TEST_CASE("settings: the times that a notebook locks after are there after a restart, with what is not known of them") {
    const Folder folder;
    MemoryJournal journal;
    {
        Run run(folder, journal);
        start_and_write(run, "Words.");
        run.tell(SetLockTimes{{60, 0}});
        REQUIRE(run.heard<LockTimesChanged>() != nullptr);
        CHECK(run.heard<LockTimesChanged>()->times == LockTimes{60, 0});
        run.tell(SetLockTimes{{300, 1200}});
    }
    Run again(folder, journal);
    again.tell(Unlock{passcode});
    REQUIRE(again.heard<Unlocked>() != nullptr);
    CHECK(again.heard<Unlocked>()->lock_times == LockTimes{300, 1200});

    Settings settings{{1, 2}, {{{0x61, 'x'}, {0x18, 99}}}};
    const auto read = decode_settings(encode(settings));
    REQUIRE(read);
    CHECK(*read == settings);
    const Bytes sound = encode(settings);
    for (std::size_t size = 0; size < sound.size(); ++size) CHECK_FALSE(decode_settings(ByteView(sound).first(size)));
}

TEST_CASE("unlocked: the app hears of bundles that were made, and of what the office can recover") {
    const Folder folder;
    MemoryJournal journal;
    const age::Identity office = age::new_identity([](std::span<Byte> bytes) { std::ranges::fill(bytes, Byte{77}); });
    Inspection described = small_inspection();
    Instant made_at;
    std::uint64_t revisions = 0;
    {
        Run run(folder, journal);
        described.office_recipient = age::to_text(age::recipient_of(office));
        const Started started = start_and_write(run, "Words.", described);
        run.tell(Export{started.inspection, false});
        REQUIRE(run.heard<Exported>() != nullptr);
        run.tell(Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)});
        run.tell(Export{started.inspection, false});
        made_at = run.now.at;
        revisions = run.heard<Exported>()->revisions;
    }
    Run again(folder, journal);
    again.tell(Unlock{passcode});
    REQUIRE(again.heard<Unlocked>() != nullptr);
    const OpenInspection& open = again.heard<Unlocked>()->inspections.front();
    CHECK(open.recoverable);
    CHECK(open.read_only.empty());
    REQUIRE(open.bundles.size() == 2);
    CHECK(open.bundles[0].number == 1);
    CHECK(open.bundles[1].number == 2);
    CHECK(open.bundles[1].at == made_at);
    CHECK(open.bundles[1].revisions == revisions);
}

TEST_CASE("session: an inspection that is forgotten is in no answer any more, the others are") {
    const Folder folder;
    NativeDatabases databases(folder.path());
    std::random_device generator;
    const RandomSource random = [&](std::span<Byte> bytes) {
        for (Byte& byte : bytes) byte = static_cast<Byte>(generator());
    };
    REQUIRE(start_crypto());
    auto made = Vault::create(passcode, quick_argon2, new_id<DeviceId>(random), random);
    REQUIRE(made);
    Session session(std::move(made->first), "R. Hale", random);
    auto index = WordIndex::make(databases);
    REQUIRE(index);
    std::vector<InspectionId> ids;
    const LocalTime now{Instant{1'442'224'800'000}, 60};
    for (const std::string words : {"marmalade", "marzipan"}) {
        const auto id = ids.emplace_back(new_id<InspectionId>(random));
        REQUIRE(session.create_inspection({1, id, small_pack(), {}, {}}, now));
        const auto entry = new_id<ItemId>(random);
        auto changes = edits::create_entry(entry, {});
        changes.push_back(edits::first_words(entry, words));
        REQUIRE(session.edit({2, id, changes}, now));
        index->touch(id, entry);
    }
    REQUIRE(index->find("mar", session.notebooks(), 10)->hits.size() == 2);
    session.forget(ids.front());
    REQUIRE(index->forget(ids.front()));
    CHECK(index->find("marmalade", session.notebooks(), 10)->hits.empty());
    CHECK(index->find("mar", session.notebooks(), 10)->hits.size() == 1);
    CHECK(session.unlocked().inspections.size() == 1);
    CHECK(session.edit({3, ids.front(), {}}, now).error().code == Errc::not_found);
    CHECK(session.vault().open_row(ids.front(), {}, {}).error().code == Errc::not_found);
    CHECK(session.edit({3, ids.back(), {}}, now));
}
