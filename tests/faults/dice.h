// Chance that can be had again: everything random in these tests comes from a seed that is printed.
// Never used for real keys.
#pragma once

#include <cstdint>
#include <random>
#include <span>

#include "core/base/bytes.h"

namespace daybook::faults {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_(seed) {}

    /// 0 to `end` - 1; 0 if there is nothing to choose from. The same on every computer, unlike the standard's
    /// distributions.
    [[nodiscard]] std::size_t below(std::size_t end) {
        return end == 0 ? 0 : static_cast<std::size_t>(engine_() % end);
    }
    [[nodiscard]] bool coin() { return below(2) == 1; }
    void fill(std::span<Byte> bytes) {
        for (Byte& byte : bytes) byte = static_cast<Byte>(engine_());
    }
    template <typename SomeId>
    [[nodiscard]] SomeId id() {
        SomeId made;
        fill(made.bytes);
        return made;
    }

private:
    std::mt19937_64 engine_;
};

}  // namespace daybook::faults
