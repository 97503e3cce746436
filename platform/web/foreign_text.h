// Words that our font lacks letters for, set by the browser (web/src/foreign-text.ts).
// Never kept here: the app keeps what it asked for.
#pragma once

#include "platform/foreign_text.h"

namespace daybook {

class WebForeignText : public ForeignText {
public:
    float width(std::string_view line, const ForeignStyle& style) override;
    std::size_t fitting(std::string_view text, const ForeignStyle& style, float width, BreakAt at) override;
    ForeignPicture paint(std::string_view line, const ForeignStyle& style, std::uint32_t colour,
                         float density) override;
    ForeignSpan span(std::string_view line, const ForeignStyle& style, std::size_t from, std::size_t to) override;
};

}  // namespace daybook
