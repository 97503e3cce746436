// Chance that is the same everywhere: a seed gives one sequence, whatever compiler or library.
// Never a distribution of the standard library, whose results differ from one to the next.
#pragma once

#include <cstddef>
#include <cstdint>

namespace daybook::sample_maker {

/// SplitMix64.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    /// From 0 to below `count`, which is at least 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    std::int64_t between(std::int64_t least, std::int64_t most) {
        return least + static_cast<std::int64_t>(below(static_cast<std::size_t>(most - least + 1)));
    }
    bool chance(std::size_t percent) { return below(100) < percent; }
    template <typename List>
    const auto& one_of(const List& list) {
        return list[below(list.size())];
    }

private:
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    std::uint64_t state_;
};

}  // namespace daybook::sample_maker
