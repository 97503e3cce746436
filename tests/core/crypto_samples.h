// What the tests of core/crypto share: bytes out of hex, and randomness that repeats.
// Never fit for real keys.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "core/crypto/primitives.h"

namespace daybook {

inline Bytes from_hex(std::string_view hex) {
    Bytes bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        bytes.push_back(static_cast<Byte>(std::stoul(std::string(hex.substr(i, 2)), nullptr, 16)));
    return bytes;
}

template <std::size_t Size>
std::array<Byte, Size> array_from_hex(std::string_view hex) {
    const Bytes bytes = from_hex(hex);
    REQUIRE(bytes.size() == Size);
    std::array<Byte, Size> array{};
    std::ranges::copy(bytes, array.begin());
    return array;
}

inline SecretKey32 key_from_hex(std::string_view hex) {
    return SecretKey32(array_from_hex<32>(hex));
}

/// Other bytes at each call, the same in each run.
inline RandomSource repeatable_random(std::uint64_t seed = 1) {
    return [seed, drawn = std::uint64_t{0}](std::span<Byte> bytes) mutable {
        for (Byte& byte : bytes) {
            // SplitMix64: its steps spread a counter over all bits.
            std::uint64_t mixed = (seed << 32U) + ++drawn * 0x9E3779B97F4A7C15U;
            mixed = (mixed ^ mixed >> 30U) * 0xBF58476D1CE4E5B9U;
            mixed = (mixed ^ mixed >> 27U) * 0x94D049BB133111EBU;
            byte = static_cast<Byte>(mixed >> 56U);
        }
    };
}

inline Bytes some_bytes(std::size_t size, std::uint64_t seed = 99) {
    Bytes bytes(size);
    repeatable_random(seed)(bytes);
    return bytes;
}

inline Bytes read_test_file(const std::string& name) {
    std::ifstream file(std::string(DAYBOOK_TEST_DATA "/") + name, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), name);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace daybook
