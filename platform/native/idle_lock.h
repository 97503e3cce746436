// When a window is to lock by itself: nobody has touched it, or seen it, for as long as was asked for.
// Never asks for the time: it comes in. The wall clock's, so that the hours that a lid was closed count.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "core/base/time.h"

namespace daybook {

class IdleLock {
public:
    /// Seconds; 0 is never.
    void set(std::uint32_t idle_seconds, std::uint32_t hidden_seconds, Instant now) {
        idle_seconds_ = idle_seconds;
        hidden_seconds_ = hidden_seconds;
        touched_ = now;
    }
    void touched(Instant now) { touched_ = now; }
    void hidden(Instant now) {
        if (!hidden_since_) hidden_since_ = now;
    }
    void seen() { hidden_since_.reset(); }

    /// When it is to be locked; none if never.
    [[nodiscard]] std::optional<Instant> due() const {
        std::optional<Instant> due;
        if (idle_seconds_ != 0) due = after(touched_, idle_seconds_);
        if (hidden_seconds_ == 0 || !hidden_since_) return due;
        const Instant out_of_sight = after(*hidden_since_, hidden_seconds_);
        return due ? std::min(*due, out_of_sight) : out_of_sight;
    }
    /// True once when it is, and then not before the same time has passed again. To be asked before touched() and
    /// seen(): who comes back too late finds it locked.
    [[nodiscard]] bool take_due(Instant now) {
        const auto when = due();
        if (!when || now < *when) return false;
        touched_ = now;
        hidden_since_.reset();
        return true;
    }

private:
    static Instant after(Instant from, std::uint32_t seconds) { return {from.unix_ms + std::int64_t{seconds} * 1000}; }

    std::uint32_t idle_seconds_ = 0;
    std::uint32_t hidden_seconds_ = 0;
    Instant touched_;
    std::optional<Instant> hidden_since_;
};

}  // namespace daybook
