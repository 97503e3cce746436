#include "tests/app/fake_foreign.h"

#include <cmath>

#include "core/base/character.h"

namespace daybook::testing {
namespace {

float letter_width(const ForeignStyle& style) {
    return style.em * 0.6F;
}

std::size_t letters_in(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += character_at(text, at).size) ++count;
    return count;
}

}  // namespace

float FakeForeign::width(std::string_view line, const ForeignStyle& style) {
    ++questions;
    return static_cast<float>(letters_in(line)) * letter_width(style);
}

std::size_t FakeForeign::fitting(std::string_view text, const ForeignStyle& style, float width, BreakAt at) {
    ++questions;
    const auto most = static_cast<std::size_t>(width / letter_width(style));
    std::size_t bytes = 0;
    for (std::size_t count = 0; count < most && bytes < text.size(); ++count) bytes += character_at(text, bytes).size;
    if (bytes == text.size() || at == BreakAt::letters) return bytes;
    const std::size_t blank = text.substr(0, bytes).rfind(' ');
    return blank == std::string_view::npos ? bytes : blank + 1;
}

ForeignPicture FakeForeign::paint(std::string_view line, const ForeignStyle& style, std::uint32_t colour,
                                  float density) {
    ++questions;
    painted.push_back({std::string(line), style, colour, density});
    ForeignPicture picture;
    picture.width = static_cast<int>(std::ceil(static_cast<float>(letters_in(line)) * letter_width(style) * density));
    picture.height = static_cast<int>(style.em * density);
    picture.baseline = picture.height;
    for (int pixel = 0; pixel < picture.width * picture.height; ++pixel) {
        for (const std::uint32_t part : {colour >> 16U, colour >> 8U, colour, 255U}) {
            picture.rgba.push_back(static_cast<Byte>(part));
        }
    }
    return picture;
}

ForeignSpan FakeForeign::span(std::string_view line, const ForeignStyle& style, std::size_t from, std::size_t to) {
    ++questions;
    const float left = static_cast<float>(letters_in(line.substr(0, from))) * letter_width(style);
    const float wide = static_cast<float>(letters_in(line.substr(from, to - from))) * letter_width(style);
    if (style.direction == Direction::left_to_right) return {left, wide};
    return {static_cast<float>(letters_in(line)) * letter_width(style) - left - wide, wide};
}

}  // namespace daybook::testing
