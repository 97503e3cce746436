// What a character is to those who tell words apart: part of a word, a blank, or a sign.
// Never all that Unicode knows of it: letters of any script are letters.
#pragma once

#include <cstdint>

namespace daybook {

enum class CharacterClass : std::uint8_t { letter, blank, sign };

/// Digits, apostrophes and whatever has no meaning yet are letters; the end of a line is a sign.
[[nodiscard]] constexpr CharacterClass class_of(char32_t code) {
    const bool blank = code == U' ' || code == U'\t' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) ||
                       code == 0x202F || code == 0x205F || code == 0x3000;
    if (blank) return CharacterClass::blank;
    if (code < 0x80) {
        const bool letter = (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') ||
                            (code >= U'0' && code <= U'9') || code == U'\'' || code == U'_';
        return letter ? CharacterClass::letter : CharacterClass::sign;
    }
    constexpr char32_t apostrophe = 0x2019;
    constexpr char32_t joiner = 0x200D;
    const bool punctuation = (code >= 0x2000 && code <= 0x206F && code != apostrophe && code != joiner) ||
                             (code >= 0x3001 && code <= 0x303F) || (code >= 0xA1 && code <= 0xBF);
    return punctuation ? CharacterClass::sign : CharacterClass::letter;
}

}  // namespace daybook
