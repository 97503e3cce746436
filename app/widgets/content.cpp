#include "app/widgets/content.h"

#include <algorithm>

#include "app/widgets/typesetting.h"

namespace daybook {
namespace {

constexpr float icon_gap = 8;

float picture_width(const Theme& theme, const Content& content) {
    if (content.icon == Icon::none) return 0;
    return theme.scaled(20) + (content.label.empty() ? 0 : icon_gap);
}

}  // namespace

float content_width(const Theme& theme, const TextStyle& style, const Content& content) {
    return picture_width(theme, content) + text_width(style, content.label);
}

std::size_t content_lines(const Theme& theme, const TextStyle& style, const Content& content, float width) {
    return wrapped(style, content.label, width - picture_width(theme, content)).size();
}

void draw_content(const Theme& theme, const TextStyle& style, const Box& box, float width, const Content& content,
                  Colour words, Colour picture) {
    const float beside = picture_width(theme, content);
    const auto lines = wrapped(style, content.label, width - beside);
    float widest = 0;
    for (const std::string_view line : lines) widest = std::max(widest, text_width(style, line));
    const float left = box.x + (box.width - beside - widest) / 2;
    const float middle = box.y + box.height / 2;
    const float size = theme.scaled(20);
    if (content.icon != Icon::none) draw_icon(content.icon, left, middle - size / 2, size, picture);
    float y = middle - static_cast<float>(lines.size()) * style.line / 2;
    for (const std::string_view line : lines) {
        const float indent = content.icon == Icon::none ? (widest - text_width(style, line)) / 2 : 0;
        draw_line(style, left + beside + indent, y, words, line);
        y += style.line;
    }
}

}  // namespace daybook
