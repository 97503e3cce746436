#include "core/crypto/age/base64.h"

#include <cstdint>

namespace daybook::age {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t no_digit = 0xFF;

constexpr std::array<std::uint8_t, 256> digit_values = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(no_digit);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        values[static_cast<std::uint8_t>(alphabet[i])] = static_cast<std::uint8_t>(i);
    return values;
}();

/// `text` without the padding that its length asks for; none if the padding is not exactly that.
std::optional<std::string_view> without_padding(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    for (int most = 2; most > 0 && text.ends_with('='); --most) text.remove_suffix(1);
    return text;
}

}  // namespace

std::string base64_encode(ByteView bytes, Padding padding) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    std::uint32_t waiting = 0;
    unsigned waiting_bits = 0;
    for (const Byte byte : bytes) {
        waiting = (waiting << 8U | byte) & 0xFFFFU;
        waiting_bits += 8;
        while (waiting_bits >= 6) {
            waiting_bits -= 6;
            text.push_back(alphabet[waiting >> waiting_bits & 63U]);
        }
    }
    if (waiting_bits > 0) text.push_back(alphabet[waiting << (6 - waiting_bits) & 63U]);
    if (padding == Padding::equals_signs)
        while (text.size() % 4 != 0) text.push_back('=');
    return text;
}

std::optional<Bytes> base64_decode(std::string_view text, Padding padding) {
    if (padding == Padding::equals_signs) {
        const auto unpadded = without_padding(text);
        if (!unpadded) return std::nullopt;
        text = *unpadded;
    }
    if (text.size() % 4 == 1) return std::nullopt;
    Bytes bytes;
    bytes.reserve(text.size() * 3 / 4);
    std::uint32_t waiting = 0;
    unsigned waiting_bits = 0;
    for (const char character : text) {
        const std::uint8_t digit = digit_values[static_cast<std::uint8_t>(character)];
        if (digit == no_digit) return std::nullopt;
        waiting = (waiting << 6U | digit) & 0xFFFFU;
        waiting_bits += 6;
        if (waiting_bits < 8) continue;
        waiting_bits -= 8;
        bytes.push_back(static_cast<Byte>(waiting >> waiting_bits & 0xFFU));
    }
    // Bits left over belong to no byte: they must be zero, or the same bytes had several spellings.
    const std::uint32_t left_over = waiting & ((1U << waiting_bits) - 1);
    if (left_over != 0) return std::nullopt;
    return bytes;
}

}  // namespace daybook::age
