#include "core/base/utf8.h"

#include <algorithm>
#include <cstdint>

namespace daybook {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_continuation(char byte) {
    return (static_cast<std::uint8_t>(byte) & 0xC0U) == 0x80U;
}

/// What is at the front of a text: a character, or the longest beginning of one that leads nowhere.
struct Front {
    std::size_t length;
    bool is_character;
};

/// Unicode 15, table 3-7, and the practice of section 3.9 for what is ill-formed: browsers count U+FFFD the same way.
Front front_of(std::string_view text) {
    const auto lead = static_cast<std::uint8_t>(text[0]);
    if (lead < 0x80) return {1, true};
    if (lead < 0xC2 || lead > 0xF4) return {1, false};
    const std::size_t wanted = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // The second byte has a narrower range where the whole would be overlong, a surrogate, or above U+10FFFF.
    std::uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    std::uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    for (std::size_t length = 1; length < wanted; ++length) {
        if (length == text.size()) return {length, false};
        const auto byte = static_cast<std::uint8_t>(text[length]);
        if (byte < low || byte > high) return {length, false};
        low = 0x80;
        high = 0xBF;
    }
    return {wanted, true};
}

}  // namespace

bool is_utf8(std::string_view text) {
    while (!text.empty()) {
        const Front front = front_of(text);
        if (!front.is_character) return false;
        text.remove_prefix(front.length);
    }
    return true;
}

std::string to_valid_utf8(std::string_view text) {
    std::string valid;
    valid.reserve(text.size());
    while (!text.empty()) {
        const Front front = front_of(text);
        valid += front.is_character ? text.substr(0, front.length) : replacement;
        text.remove_prefix(front.length);
    }
    return valid;
}

std::size_t utf8_offset(std::string_view text, std::size_t utf16_offset) {
    std::size_t at = 0;
    while (at < text.size() && utf16_offset > 0) {
        const std::size_t length = front_of(text.substr(at)).length;
        const std::size_t units = length == 4 ? 2 : 1;
        if (units > utf16_offset) break;
        utf16_offset -= units;
        at += length;
    }
    return at;
}

std::size_t utf16_offset(std::string_view text, std::size_t offset) {
    const std::size_t end = character_start(text, offset);
    std::size_t units = 0;
    for (std::size_t at = 0; at < end;) {
        const std::size_t length = front_of(text.substr(at)).length;
        units += length == 4 ? 2 : 1;
        at += length;
    }
    return units;
}

std::size_t character_start(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    while (offset > 0 && offset < text.size() && is_continuation(text[offset])) --offset;
    return offset;
}

TextDifference difference(std::string_view before, std::string_view after) {
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t prefix = 0;
    while (prefix < shorter && before[prefix] == after[prefix]) ++prefix;
    prefix = std::min(character_start(before, prefix), character_start(after, prefix));
    std::size_t suffix = 0;
    while (suffix < shorter - prefix && before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix])
        ++suffix;
    // A suffix must begin at a character; continuation bytes at its front belong to what changed.
    while (suffix > 0 && is_continuation(before[before.size() - suffix])) --suffix;
    return {prefix, before.size() - prefix - suffix, std::string(after.substr(prefix, after.size() - prefix - suffix))};
}

}  // namespace daybook
