#include "app/widgets/content.h"

#include <algorithm>
#include <string>

#include "app/widgets/typesetting.h"

namespace daybook {
namespace {

constexpr float icon_size = 20;
constexpr float icon_gap = 8;

}  // namespace

float content_width(const TextStyle& style, std::string_view label, Icon icon) {
    const float picture = icon == Icon::none ? 0 : icon_size + (label.empty() ? 0 : icon_gap);
    return picture + text_width(style, label);
}

void draw_content(const TextStyle& style, const Box& box, std::string_view label, Icon icon, Colour words,
                  Colour picture) {
    const float most = box.width - 16;
    const float wide = std::min(content_width(style, label, icon), most);
    float x = box.x + (box.width - wide) / 2;
    const float middle = box.y + box.height / 2;
    if (icon != Icon::none) {
        draw_icon(icon, x, middle - icon_size / 2, icon_size, picture);
        x += icon_size + icon_gap;
    }
    const std::string shown = elided(style, label, box.x + box.width - 8 - x);
    draw_line(style, x, middle - style.line / 2, words, shown);
}

}  // namespace daybook
