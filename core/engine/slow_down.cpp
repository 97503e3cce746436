#include "core/engine/slow_down.h"

#include <algorithm>
#include <format>

namespace daybook {

std::chrono::milliseconds wait_after(std::uint64_t wrong_tries) {
    if (wrong_tries <= SlowDown::free_tries) return {};
    std::chrono::milliseconds wait = SlowDown::first_wait;
    for (std::uint64_t n = SlowDown::free_tries + 1; n < wrong_tries && wait < SlowDown::longest_wait; ++n) wait *= 2;
    return std::min(wait, SlowDown::longest_wait);
}

std::chrono::milliseconds wait_left(const WrongTries& tries, Instant now) {
    const std::chrono::milliseconds wait = wait_after(tries.count);
    if (now.unix_ms <= tries.last_unix_ms) return wait;
    // Compared before they are subtracted: a time that was read from a disk can be any number.
    if (tries.last_unix_ms < now.unix_ms - wait.count()) return {};
    return std::max(wait - std::chrono::milliseconds(now.unix_ms - tries.last_unix_ms), std::chrono::milliseconds{});
}

std::string wait_words(std::chrono::milliseconds left) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
    const auto minutes = (seconds + 59) / 60;
    const std::string how_long = seconds == 1   ? "1 second"
                                 : seconds < 91 ? std::format("{} seconds", seconds)
                                                : std::format("{} minutes", minutes);
    return std::format(
        "Too many wrong passcodes. This one was not tried: wait {}, then type it again. Nothing is lost.", how_long);
}

}  // namespace daybook
