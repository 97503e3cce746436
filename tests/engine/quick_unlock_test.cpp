#include "core/engine/unlocking.h"
#include "unlocking_steps.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

const Bytes credential{1, 2, 3, 4};
const Bytes salt(32, Byte{5});

Bytes secret(Byte filling = 9) {
    return Bytes(32, filling);
}

}  // namespace

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
