// Text is UTF-8 everywhere in core; this is the border to those who count in UTF-16.
// Never splits a character, and never lets half of one in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace daybook {

/// True if `text` is well-formed UTF-8 (no surrogates, nothing overlong, nothing above U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view text);

/// The same text with every ill-formed sequence replaced by U+FFFD.
[[nodiscard]] std::string to_valid_utf8(std::string_view text);

/// Where the character at `utf16_offset` UTF-16 units begins, in bytes; past the end gives the end,
/// the middle of a surrogate pair gives the character's beginning. `text` is well-formed.
[[nodiscard]] std::size_t utf8_offset(std::string_view text, std::size_t utf16_offset);

/// How many UTF-16 units stand before `offset` in bytes; past the end gives all, the middle of a character those before
/// it. `text` is well-formed.
[[nodiscard]] std::size_t utf16_offset(std::string_view text, std::size_t offset);

/// `offset` in bytes, moved back to the beginning of the character it lies in.
[[nodiscard]] std::size_t character_start(std::string_view text, std::size_t offset);

/// What changed between two texts: replace `erased` bytes at `at` by `inserted`. Cut at character boundaries.
struct TextDifference {
    std::size_t at = 0;
    std::size_t erased = 0;
    std::string inserted;
};
[[nodiscard]] TextDifference difference(std::string_view before, std::string_view after);

}  // namespace daybook
