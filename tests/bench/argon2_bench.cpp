// How long a passcode takes to be stretched here, at several costs: what the default in core/crypto/primitives.h is
// chosen by. Never part of the tests: it prints figures and judges none.
// argon2_bench [PASSES MIB ROUNDS]: on a busy machine `time` tells the processor's time of one cost, which this cannot
// in WebAssembly.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <vector>

#include "core/crypto/primitives.h"

namespace {

using namespace daybook;

double milliseconds(Argon2Cost cost) {
    const auto began = std::chrono::steady_clock::now();
    if (!argon2id("copper lantern meadow", Salt16{1}, cost)) return -1;
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

void measure(std::span<const Argon2Cost> costs, int rounds) {
    std::printf("passes  MiB  least ms  median ms\n");
    for (const Argon2Cost cost : costs) {
        std::vector<double> times;
        for (int round = 0; round < rounds; ++round) times.push_back(milliseconds(cost));
        std::ranges::sort(times);
        std::printf("%6u  %3u  %8.0f  %9.0f\n", cost.passes, cost.memory_kib / 1024, times.front(),
                    times[times.size() / 2]);
    }
}

unsigned number(const char* word) {
    return static_cast<unsigned>(std::strtoul(word, nullptr, 10));
}

}  // namespace

int main(int count, char** words) {
    if (!start_crypto()) return 1;
    if (count == 4) {
        const std::array<Argon2Cost, 1> one{{{number(words[1]), number(words[2]) * 1024}}};
        measure(one, std::max(1, std::atoi(words[3])));
        return 0;
    }
    constexpr std::array<Argon2Cost, 5> costs = {
        {{3, 64 * 1024}, {8, 64 * 1024}, {4, 128 * 1024}, {6, 128 * 1024}, {8, 128 * 1024}}};
    measure(costs, 7);
    return 0;
}
