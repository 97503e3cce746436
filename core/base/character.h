// One character of a text in UTF-8: what it is, and how many bytes it takes.
// Never checks: the text is well-formed (core/base/utf8.h).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace daybook {

struct Character {
    char32_t code = 0;
    std::size_t size = 1;
};

/// The character that begins at `offset`, which lies within `text`.
[[nodiscard]] constexpr Character character_at(std::string_view text, std::size_t offset) {
    const auto lead = static_cast<std::uint8_t>(text[offset]);
    if (lead < 0x80) return {lead, 1};
    const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t code = lead & (0xFFU >> (size + 1));
    for (std::size_t next = 1; next < size && offset + next < text.size(); ++next) {
        code = code << 6U | (static_cast<std::uint8_t>(text[offset + next]) & 0x3FU);
    }
    return {code, std::min(size, text.size() - offset)};
}

}  // namespace daybook
