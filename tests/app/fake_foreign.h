// A platform that sets foreign words: every letter is as wide as any other, and is painted as a plain block.
// Never a real script; it notes what it was asked.
#pragma once

#include <string>
#include <vector>

#include "platform/foreign_text.h"

namespace daybook::testing {

class FakeForeign : public ForeignText {
public:
    float width(std::string_view line, const ForeignStyle& style) override;
    std::size_t fitting(std::string_view text, const ForeignStyle& style, float width, BreakAt at) override;
    ForeignPicture paint(std::string_view line, const ForeignStyle& style, std::uint32_t colour,
                         float density) override;
    ForeignSpan span(std::string_view line, const ForeignStyle& style, std::size_t from, std::size_t to) override;

    struct Painted {
        std::string line;
        ForeignStyle style;
        std::uint32_t colour = 0;
        float density = 0;
    };
    std::vector<Painted> painted;
    int questions = 0;  ///< of any kind
};

}  // namespace daybook::testing
