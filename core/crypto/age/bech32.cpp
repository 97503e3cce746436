#include "core/crypto/age/bech32.h"

#include <algorithm>
#include <cstdint>

namespace daybook::age {
namespace {

constexpr std::string_view alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::size_t checksum_size = 6;

using Groups = std::vector<std::uint8_t>;  // of five bits

// ASCII only: a locale must not have a say in what a key is.
constexpr bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
constexpr bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
constexpr char to_lower(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr char to_upper(char c) {
    return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string lowered(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), to_lower);
    return lower;
}

/// The BCH code's remainder after one more group (BIP 173, "Checksum").
std::uint32_t next_remainder(std::uint32_t remainder, std::uint8_t group) {
    constexpr std::array<std::uint32_t, 5> generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    const std::uint32_t top = remainder >> 25U;
    remainder = (remainder & 0x1ffffffU) << 5U ^ group;
    for (std::size_t i = 0; i < generator.size(); ++i)
        if ((top >> i & 1U) != 0) remainder ^= generator[i];
    return remainder;
}

std::uint32_t remainder_of(std::string_view lower_prefix, const Groups& groups) {
    std::uint32_t remainder = 1;
    for (const char c : lower_prefix) remainder = next_remainder(remainder, static_cast<std::uint8_t>(c) >> 5U);
    remainder = next_remainder(remainder, 0);
    for (const char c : lower_prefix) remainder = next_remainder(remainder, static_cast<std::uint8_t>(c) & 31U);
    for (const std::uint8_t group : groups) remainder = next_remainder(remainder, group);
    return remainder;
}

Groups to_groups(ByteView data) {
    Groups groups;
    groups.reserve((data.size() * 8 + 4) / 5 + checksum_size);
    std::uint32_t waiting = 0;
    unsigned waiting_bits = 0;
    for (const Byte byte : data) {
        waiting = (waiting << 8U | byte) & 0xFFFFU;
        for (waiting_bits += 8; waiting_bits >= 5; waiting_bits -= 5)
            groups.push_back(static_cast<std::uint8_t>(waiting >> (waiting_bits - 5) & 31U));
    }
    if (waiting_bits > 0) groups.push_back(static_cast<std::uint8_t>(waiting << (5 - waiting_bits) & 31U));
    return groups;
}

std::optional<Bytes> to_bytes(const Groups& groups) {
    Bytes data;
    data.reserve(groups.size() * 5 / 8);
    std::uint32_t waiting = 0;
    unsigned waiting_bits = 0;
    for (const std::uint8_t group : groups) {
        waiting = (waiting << 5U | group) & 0xFFFFU;
        waiting_bits += 5;
        if (waiting_bits < 8) continue;
        waiting_bits -= 8;
        data.push_back(static_cast<Byte>(waiting >> waiting_bits & 0xFFU));
    }
    const std::uint32_t left_over = waiting & ((1U << waiting_bits) - 1);
    if (waiting_bits > 4 || left_over != 0) return std::nullopt;
    return data;
}

}  // namespace

std::string bech32_encode(std::string_view prefix, ByteView data) {
    const bool in_capitals = std::ranges::any_of(prefix, is_upper);
    const std::string lower_prefix = lowered(prefix);
    Groups groups = to_groups(data);
    const std::size_t data_groups = groups.size();
    groups.resize(data_groups + checksum_size);
    const std::uint32_t checksum = remainder_of(lower_prefix, groups) ^ 1U;
    for (std::size_t i = 0; i < checksum_size; ++i)
        groups[data_groups + i] = static_cast<std::uint8_t>(checksum >> 5 * (checksum_size - 1 - i) & 31U);
    std::string text = lower_prefix + '1';
    for (const std::uint8_t group : groups) text.push_back(alphabet[group]);
    if (in_capitals) std::ranges::transform(text, text.begin(), to_upper);
    return text;
}

std::optional<Bech32> bech32_decode(std::string_view text) {
    if (std::ranges::any_of(text, is_lower) && std::ranges::any_of(text, is_upper)) return std::nullopt;
    const std::size_t separator = text.rfind('1');
    if (separator == std::string_view::npos || separator == 0) return std::nullopt;
    if (text.size() - separator - 1 < checksum_size) return std::nullopt;
    const std::string_view prefix = text.substr(0, separator);
    if (std::ranges::any_of(prefix, [](char c) { return c < '!' || c > '~'; })) return std::nullopt;
    Groups groups;
    groups.reserve(text.size() - separator - 1);
    for (const char c : text.substr(separator + 1)) {
        const std::size_t group = alphabet.find(to_lower(c));
        if (group == std::string_view::npos) return std::nullopt;
        groups.push_back(static_cast<std::uint8_t>(group));
    }
    if (remainder_of(lowered(prefix), groups) != 1) return std::nullopt;
    groups.resize(groups.size() - checksum_size);
    auto data = to_bytes(groups);
    if (!data) return std::nullopt;
    return Bech32{std::string(prefix), std::move(*data)};
}

}  // namespace daybook::age
