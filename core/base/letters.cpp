#include "core/base/letters.h"

#include <array>

namespace daybook {
namespace {

constexpr unsigned first_letter = 0xC0;  // À; a letter from here to U+017F is two bytes
constexpr unsigned end_of_letters = 0x180;

// For each letter from U+00C0 to U+017F what it is without its sign, in small letters; a dot stands for one that stays.
constexpr std::string_view without_signs =
    "aaaaaaaceeeeiiii"   // À Á Â Ã Ä Å Æ Ç È É Ê Ë Ì Í Î Ï
    "dnooooo.ouuuuy.s"   // Ð Ñ Ò Ó Ô Õ Ö × Ø Ù Ú Û Ü Ý Þ ß
    "aaaaaaaceeeeiiii"   // à to ï
    "dnooooo.ouuuuy.y"   // ð to ÿ
    "aaaaaaccccccccdd"   // Ā to ď
    "ddeeeeeeeeeegggg"   // Đ to ğ
    "gggghhhhiiiiiiii"   // Ġ to į
    "iiiijjkk.lllllll"   // İ to Ŀ
    "lllnnnnnnnnnoooo"   // ŀ to ŏ
    "oooorrrrrrssssss"   // Ő to ş
    "ssttttttuuuuuuuu"   // Š to ů
    "uuuuwwyyyzzzzzzs";  // Ű to ſ
static_assert(without_signs.size() == end_of_letters - first_letter);

constexpr unsigned byte(char one) {
    return static_cast<unsigned char>(one);
}

}  // namespace

std::string plain_letters(std::string_view text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char one = text[at];
        if (one >= 'A' && one <= 'Z') {
            plain += static_cast<char>(one - 'A' + 'a');
            continue;
        }
        const bool two_bytes = byte(one) >= 0xC3 && byte(one) <= 0xC5 && at + 1 < text.size();
        const unsigned letter = two_bytes ? (byte(one) & 0x1FU) << 6U | (byte(text[at + 1]) & 0x3FU) : 0;
        const char bare = two_bytes ? without_signs[letter - first_letter] : '.';
        if (bare == '.') {
            plain += one;
        } else {
            plain += bare;
            ++at;
        }
    }
    return plain;
}

}  // namespace daybook
