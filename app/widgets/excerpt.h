// What was found, with the words that were looked for standing out.
// Never looks for them itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/widgets/typesetting.h"
#include "app/widgets/ui.h"

namespace daybook {

/// Words in which matches stand between U+0002 and U+0003.
struct Excerpt {
    struct Piece {
        std::string text;
        enum class Kind { plain, match } kind = Kind::plain;
    };
    std::vector<Piece> pieces;
    [[nodiscard]] std::string plain() const;
};
[[nodiscard]] Excerpt parse_excerpt(std::string_view marked);
/// Draws it wrapped, matches stronger and underlined; gives its height. With `measure` it only gives the height.
float draw_excerpt(Ui& ui, const Excerpt& excerpt, float x, float y, float width, Ink ink);

}  // namespace daybook
