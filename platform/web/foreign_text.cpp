#include "platform/web/foreign_text.h"

#include <array>

#include "platform/web/app_calls.h"

namespace daybook {
namespace {

int number_of(Direction direction) {
    return static_cast<int>(direction);
}

}  // namespace

float WebForeignText::width(std::string_view line, const ForeignStyle& style) {
    return daybook_foreign_width(line.data(), line.size(), style.em, style.weight, number_of(style.direction));
}

std::size_t WebForeignText::fitting(std::string_view text, const ForeignStyle& style, float width, BreakAt at) {
    return daybook_foreign_fitting(text.data(), text.size(), style.em, style.weight, number_of(style.direction), width,
                                   static_cast<int>(at));
}

ForeignPicture WebForeignText::paint(std::string_view line, const ForeignStyle& style, std::uint32_t colour,
                                     float density) {
    std::array<int, 4> measures{};  // width, height, left, baseline
    daybook_foreign_paint(line.data(), line.size(), style.em, style.weight, number_of(style.direction), colour, density,
                          measures.data());
    ForeignPicture picture{measures[0], measures[1], measures[2], measures[3], {}};
    picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
    daybook_foreign_painted(picture.rgba.data());
    return picture;
}

ForeignSpan WebForeignText::span(std::string_view line, const ForeignStyle& style, std::size_t from, std::size_t to) {
    std::array<float, 2> span{};  // left, width
    daybook_foreign_span(line.data(), line.size(), style.em, style.weight, number_of(style.direction), from, to,
                         span.data());
    return {span[0], span[1]};
}

}  // namespace daybook
