#include "core/engine/slow_down.h"

#include "unlocking_steps.h"

using namespace daybook;
using namespace daybook::bench;

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

TEST_CASE("slow-down: guessing the old passcode of a change is counted as well") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    start_and_write(run, "Words.");
    for (int n = 0; n < 4; ++n) run.tell(ChangePasscode{"copper lantern meadov", new_passcode});
    run.tell(ChangePasscode{passcode, new_passcode});
    CHECK(refusal(run) == Errc::busy);
}
