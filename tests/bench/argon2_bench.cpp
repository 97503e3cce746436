// How long a passcode takes to be stretched here, at several costs: what the default in core/crypto/primitives.h is
// chosen by. Never part of the tests: it prints figures and judges none.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <vector>

#include "core/crypto/primitives.h"

namespace {

using namespace daybook;

double milliseconds(Argon2Cost cost) {
    const auto began = std::chrono::steady_clock::now();
    if (!argon2id("copper lantern meadow", Salt16{1}, cost)) return -1;
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

}  // namespace

int main() {
    if (!start_crypto()) return 1;
    constexpr int rounds = 7;
    constexpr std::array<Argon2Cost, 5> costs = {
        {{2, 64 * 1024}, {3, 64 * 1024}, {4, 64 * 1024}, {3, 96 * 1024}, {3, 128 * 1024}}};
    std::printf("passes  MiB  least ms  median ms\n");
    for (const Argon2Cost cost : costs) {
        std::vector<double> times;
        for (int round = 0; round < rounds; ++round) times.push_back(milliseconds(cost));
        std::ranges::sort(times);
        std::printf("%6u  %3u  %8.0f  %9.0f\n", cost.passes, cost.memory_kib / 1024, times.front(), times[rounds / 2]);
    }
    return 0;
}
