// What it costs that everything deleted is overwritten: the same work with platform/wiped_new.cpp (wiped_new_bench) and
// without (plain_new_bench). Never part of the tests: it prints figures and judges none.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <list>
#include <string>
#include <vector>

#include "core/base/bytes.h"

namespace {

using namespace daybook;

template <typename Work>
double milliseconds(Work work) {
    std::vector<double> times;
    for (int round = 0; round < 7; ++round) {
        const auto began = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    return *std::ranges::min_element(times);
}

const void* volatile seen = nullptr;  // what nobody can have seen a compiler leaves out

void short_texts() {
    for (int count = 0; count < 1'000'000; ++count) {
        const std::string text(100, static_cast<char>('a' + count % 26));
        seen = text.data();
    }
}

void a_notebook() {
    std::list<std::string> texts;
    for (int count = 0; count < 100'000; ++count) texts.emplace_back(300, static_cast<char>('a' + count % 26));
    seen = &texts.back();
}

void large_blocks() {
    for (int count = 0; count < 100; ++count) {
        const Bytes block(1'000'000, static_cast<Byte>(count));
        seen = block.data();
    }
}

}  // namespace

int main() {
    std::printf("1,000,000 texts of 100 bytes, one after the other   %7.1f ms\n", milliseconds(short_texts));
    std::printf("100,000 texts of 300 bytes, kept and then dropped   %7.1f ms\n", milliseconds(a_notebook));
    std::printf("100 blocks of 1,000,000 bytes                       %7.1f ms\n", milliseconds(large_blocks));
    return 0;
}
