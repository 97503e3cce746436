// Blanks around words, in which nobody sees a difference.
// Never within them.
#pragma once

#include <string_view>

namespace daybook {

inline constexpr std::string_view blanks = " \t\r\n";

/// Whether there is nothing to read in it.
[[nodiscard]] constexpr bool is_blank(std::string_view text) {
    return text.find_first_not_of(blanks) == std::string_view::npos;
}

/// Without blanks at its ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

}  // namespace daybook
