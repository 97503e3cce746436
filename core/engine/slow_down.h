// How long somebody waits who typed wrong passcodes: nothing at first, then twice as long each time.
// Never asks for the time: it comes in, and a clock that was set back makes nobody wait longer than the longest wait.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

#include "core/base/result.h"
#include "core/base/time.h"

namespace daybook {

/// Wrong passcodes since the last right one.
struct WrongTries {
    std::uint64_t count = 0;
    std::int64_t last_unix_ms = 0;  ///< when the last of them was typed
    bool operator==(const WrongTries&) const = default;
};

struct SlowDown {
    static constexpr std::uint64_t free_tries = 3;
    static constexpr std::chrono::milliseconds first_wait = std::chrono::seconds(5);
    static constexpr std::chrono::milliseconds longest_wait = std::chrono::minutes(5);
};

/// How long after the last wrong passcode nothing is tried.
[[nodiscard]] std::chrono::milliseconds wait_after(std::uint64_t wrong_tries);

/// How much of that is left. A clock that was set back is as if the last try was now.
[[nodiscard]] std::chrono::milliseconds wait_left(const WrongTries& tries, Instant now);

/// "Too many wrong passcodes. Nothing was tried now: wait 20 seconds, then type it again."
[[nodiscard]] std::string wait_words(std::chrono::milliseconds left);

/// Lets passcodes be tried, and counts the wrong ones.
class PasscodeTries {
public:
    /// `keep` puts a count where a restart does not forget it; one that fails leaves it counted until then.
    explicit PasscodeTries(std::function<void(const WrongTries&)> keep) : keep_(std::move(keep)) {}

    /// What was kept before.
    void start(const WrongTries& kept) { tries_ = kept; }

    /// What `open` comes to, or Errc::busy if it is not its time yet. Wrong is what comes to Errc::wrong_key.
    template <typename Open>
    auto attempt(Instant now, const Open& open) -> decltype(open()) {
        if (const auto left = wait_left(tries_, now); left.count() > 0) {
            // From a clock that was set back, time is counted anew: else the wait would end when it is right again.
            if (now.unix_ms < tries_.last_unix_ms) count({tries_.count, now.unix_ms});
            return fail(Errc::busy, wait_words(left));
        }
        // Counted before it is tried: whoever ends the program in between has tried all the same.
        const WrongTries before = tries_;
        count({before.count + 1, now.unix_ms});
        auto opened = open();
        if (opened) {
            count({});
        } else if (opened.error().code != Errc::wrong_key) {
            count(before);
        }
        return opened;
    }

private:
    void count(const WrongTries& tries) {
        tries_ = tries;
        keep_(tries_);
    }

    WrongTries tries_;
    std::function<void(const WrongTries&)> keep_;
};

}  // namespace daybook
