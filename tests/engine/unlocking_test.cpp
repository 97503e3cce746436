#include "core/engine/unlocking.h"

#include "bench.h"
#include "core/engine/search.h"
#include "core/engine/session.h"
#include "core/engine/slow_down.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

const std::string new_passcode = "velvet harbour kettle";
const Bytes credential{1, 2, 3, 4};
const Bytes salt(32, Byte{5});

Bytes secret(Byte filling = 9) {
    return Bytes(32, filling);
}

Errc refusal(const Run& run) {
    REQUIRE(run.heard<Refused>() != nullptr);
    return static_cast<Errc>(run.heard<Refused>()->code);
}

bool opens(Run& run, const std::string& words) {
    run.tell(Unlock{words});
    const bool opened = run.heard<Unlocked>() != nullptr;
    if (opened) run.tell(Lock{});
    return opened;
}

std::vector<Row> rows_of_kind(const MemoryJournal& journal, RowKind kind) {
    std::vector<Row> found;
    for (const Bytes& batch : journal.appended) {
        const auto rows = decode_batch(batch);
        REQUIRE(rows);
        for (const Row& row : *rows) {
            if (row.place.kind == kind) found.push_back(row);
        }
    }
    return found;
}

}  // namespace

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

TEST_CASE("slow-down: three wrong passcodes cost nothing, then the wait doubles up to five minutes") {
    using namespace std::chrono_literals;
    for (const std::uint64_t free : {0U, 1U, 2U, 3U}) CHECK(wait_after(free) == 0s);
    CHECK(wait_after(4) == 5s);
    CHECK(wait_after(5) == 10s);
    CHECK(wait_after(6) == 20s);
    CHECK(wait_after(9) == 160s);
    CHECK(wait_after(10) == 5min);
    CHECK(wait_after(UINT64_MAX) == 5min);
}

TEST_CASE("slow-down: a clock that was set back or runs wild makes nobody wait longer than the longest wait") {
    using namespace std::chrono_literals;
    const WrongTries tries{5, 1'000'000};
    CHECK(wait_left(tries, Instant{1'000'000}) == 10s);
    CHECK(wait_left(tries, Instant{1'004'000}) == 6s);
    CHECK(wait_left(tries, Instant{1'010'000}) == 0s);
    CHECK(wait_left(tries, Instant{0}) == 10s);
    CHECK(wait_left({50, INT64_MAX}, Instant{1}) == 5min);
    CHECK(wait_left({50, INT64_MIN}, Instant{1}) == 0s);
    CHECK(wait_words(1s).find("wait 1 second,") != std::string::npos);
    CHECK(wait_words(4500ms).find("wait 5 seconds,") != std::string::npos);
    CHECK(wait_words(5min).find("wait 5 minutes,") != std::string::npos);
}

TEST_CASE("slow-down: from a clock that was set back the wait goes on, and ends") {
    WrongTries kept;
    PasscodeTries tries([&](const WrongTries& now) { kept = now; });
    tries.start({4, 1'000'000'000});
    const auto wrong = []() -> Result<int> { return fail(Errc::wrong_key, "wrong"); };
    CHECK(tries.attempt(Instant{1000}, wrong).error().code == Errc::busy);
    CHECK(kept == WrongTries{4, 1000});
    CHECK(tries.attempt(Instant{5999}, wrong).error().code == Errc::busy);
    CHECK(tries.attempt(Instant{6000}, wrong).error().code == Errc::wrong_key);
    CHECK(kept == WrongTries{5, 6000});
}

TEST_CASE("slow-down: a try is counted before it is tried; a right one clears the count, damage does not count") {
    WrongTries kept;
    PasscodeTries tries([&](const WrongTries& now) { kept = now; });
    (void)tries.attempt(Instant{1}, [&]() -> Result<int> {
        CHECK(kept.count == 1);
        return fail(Errc::wrong_key, "wrong");
    });
    CHECK(kept.count == 1);
    (void)tries.attempt(Instant{2}, []() -> Result<int> { return fail(Errc::corrupt, "damaged"); });
    CHECK(kept == WrongTries{1, 1});
    CHECK(tries.attempt(Instant{3}, []() -> Result<int> { return 7; }).value() == 7);
    CHECK(kept == WrongTries{});
}

TEST_CASE("slow-down: after a fourth wrong passcode even the right one waits, and is told for how long") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    start_and_write(run, "Words.");
    run.tell(Lock{});
    for (int n = 0; n < 4; ++n) {
        run.tell(Unlock{"copper lantern meadov"});
        CHECK(refusal(run) == Errc::wrong_key);
    }
    run.tell(Unlock{passcode});
    CHECK(refusal(run) == Errc::busy);
    CHECK(run.heard<Refused>()->words.find("wait 4 seconds") != std::string::npos);
    run.now.at.unix_ms += 3000;
    run.tell(Unlock{passcode});
    CHECK(run.heard<Unlocked>() != nullptr);
}

TEST_CASE("slow-down: wrong passcodes are still counted after a restart, and a right one ends that") {
    const Folder folder;
    MemoryJournal journal;
    {
        Run run(folder, journal);
        start_and_write(run, "Words.");
        run.tell(Lock{});
        for (int n = 0; n < 4; ++n) run.tell(Unlock{"copper lantern meadov"});
    }
    Run again(folder, journal);
    again.now.at.unix_ms += 5000;
    again.tell(Unlock{passcode});
    CHECK(refusal(again) == Errc::busy);
    again.now.at.unix_ms += 5000;
    CHECK(opens(again, passcode));
    again.tell(Unlock{"copper lantern meadov"});
    CHECK(opens(again, passcode));
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

TEST_CASE("slow-down: guessing the old passcode of a change is counted as well") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    start_and_write(run, "Words.");
    for (int n = 0; n < 4; ++n) run.tell(ChangePasscode{"copper lantern meadov", new_passcode});
    run.tell(ChangePasscode{passcode, new_passcode});
    CHECK(refusal(run) == Errc::busy);
}

TEST_CASE("quick unlock: the authenticator's secret opens the notebook, and another one does not") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        CHECK(run.heard<Status>()->quick_credential.empty());
        started = start_and_write(run, "Words.");
        run.tell(SetQuickUnlock{credential, salt, secret()});
        REQUIRE(run.heard<QuickUnlockChanged>() != nullptr);
        CHECK(run.heard<QuickUnlockChanged>()->on);
    }
    Run again(folder, journal);
    CHECK(again.heard<Status>()->quick_credential == credential);
    CHECK(again.heard<Status>()->quick_salt == salt);
    // More often than a passcode may be wrong: the authenticator guards itself.
    for (const Bytes& other : {secret(8), Bytes(31, Byte{9}), Bytes(33, Byte{9}), Bytes(), secret(7)}) {
        again.tell(UnlockQuick{other});
        CHECK(refusal(again) == Errc::wrong_key);
    }
    again.tell(UnlockQuick{secret()});
    REQUIRE(again.heard<Unlocked>() != nullptr);
    CHECK(again.heard<Unlocked>()->quick_unlock);
    CHECK(fold(*again.heard<Unlocked>(), started.inspection).entry(started.entry)->words == "Words.");
    again.tell(Lock{});
    CHECK(again.heard<Status>()->quick_credential == credential);
    CHECK(opens(again, passcode));
}

TEST_CASE("quick unlock: it stays when the passcode changes, and goes when it is taken off, for good") {
    const Folder folder;
    MemoryJournal journal;
    {
        Run run(folder, journal);
        start_and_write(run, "Words.");
        run.tell(SetQuickUnlock{credential, salt, secret()});
        run.tell(ChangePasscode{passcode, new_passcode});
        run.tell(Lock{});
        run.tell(UnlockQuick{secret()});
        REQUIRE(run.heard<Unlocked>() != nullptr);
        run.tell(RemoveQuickUnlock{});
        REQUIRE(run.heard<QuickUnlockChanged>() != nullptr);
        CHECK_FALSE(run.heard<QuickUnlockChanged>()->on);
        run.tell(Lock{});
        CHECK(run.heard<Status>()->quick_credential.empty());
        run.tell(UnlockQuick{secret()});
        CHECK(refusal(run) == Errc::not_found);
    }
    Run again(folder, journal);
    CHECK(again.heard<Status>()->quick_credential.empty());
    again.tell(UnlockQuick{secret()});
    CHECK(refusal(again) == Errc::not_found);
    CHECK(opens(again, new_passcode));
}

TEST_CASE("quick unlock: a second authenticator takes the first one's place") {
    const Folder folder;
    MemoryJournal journal;
    {
        Run run(folder, journal);
        start_and_write(run, "Words.");
        run.tell(SetQuickUnlock{credential, salt, secret(1)});
        run.tell(SetQuickUnlock{{7, 7}, salt, secret(2)});
    }
    Run again(folder, journal);
    CHECK(again.heard<Status>()->quick_credential == Bytes{7, 7});
    again.tell(UnlockQuick{secret(1)});
    CHECK(refusal(again) == Errc::wrong_key);
    again.tell(UnlockQuick{secret(2)});
    CHECK(again.heard<Unlocked>() != nullptr);
}

TEST_CASE("quick unlock: a row that was moved, or asks with other words, does not open") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    start_and_write(run, "Words.");
    run.tell(SetQuickUnlock{credential, salt, secret()});
    const Row row = rows_of_kind(journal, RowKind::quick_unlock).front();
    const auto opens_with = [&](const Row& changed) {
        Unlocking unlocking;
        unlocking.learn({changed});
        return unlocking.open_quick(secret()).has_value();
    };
    CHECK(opens_with(row));
    Row moved = row;
    moved.place.number += 1;
    CHECK_FALSE(opens_with(moved));
    auto lock = decode_quick_lock(row.sealed);
    REQUIRE(lock);
    lock->credential.push_back(0);
    CHECK_FALSE(opens_with({row.place, encode(*lock)}));
    for (std::size_t at = 0; at < row.sealed.size(); ++at) {
        Row damaged = row;
        damaged.sealed[at] ^= 0x01;
        CHECK_FALSE(opens_with(damaged));
    }
}

TEST_CASE("quick unlock: what an authenticator did not give is refused, and nothing is stored") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    start_and_write(run, "Words.");
    for (const SetQuickUnlock& bad : {SetQuickUnlock{credential, salt, Bytes(31, Byte{9})},
                                      SetQuickUnlock{{}, salt, secret()}, SetQuickUnlock{credential, {}, secret()}}) {
        run.tell(bad);
        CHECK(refusal(run) == Errc::invalid);
    }
    CHECK(rows_of_kind(journal, RowKind::quick_unlock).empty());
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
    REQUIRE(index->find("mar", session.notebooks(), 10)->size() == 2);
    session.forget(ids.front());
    REQUIRE(index->forget(ids.front()));
    CHECK(index->find("marmalade", session.notebooks(), 10)->empty());
    CHECK(index->find("mar", session.notebooks(), 10)->size() == 1);
    CHECK(session.unlocked().inspections.size() == 1);
    CHECK(session.edit({3, ids.front(), {}}, now).error().code == Errc::not_found);
    CHECK(session.vault().open_row(ids.front(), {}, {}).error().code == Errc::not_found);
    CHECK(session.edit({3, ids.back(), {}}, now));
}
