#include "core/base/windows_1252.h"

#include <array>

namespace daybook {
namespace {

// From 80 to 9F; all other bytes are the characters of the same number.
constexpr std::array<char32_t, 32> special{0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                           0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
                                           0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                           0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

void append_character(std::string& text, char32_t code) {
    if (code < 0x80) {
        text += static_cast<char>(code);
    } else if (code < 0x800) {
        text += static_cast<char>(0xC0U | code >> 6U);
        text += static_cast<char>(0x80U | (code & 0x3FU));
    } else {
        text += static_cast<char>(0xE0U | code >> 12U);
        text += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
        text += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

}  // namespace

std::string utf8_from_windows_1252(std::string_view text) {
    std::string converted;
    converted.reserve(text.size() + text.size() / 16);
    for (const char one : text) {
        const auto byte = static_cast<unsigned char>(one);
        const bool is_special = byte >= 0x80 && byte < 0xA0;
        append_character(converted, is_special ? special.at(byte - 0x80U) : byte);
    }
    return converted;
}

}  // namespace daybook
