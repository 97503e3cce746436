#include "app/widgets/badges.h"

#include <string>

namespace daybook {
namespace {

constexpr float gap = 10;
constexpr float icon_gap = 6;

/// Where the next badge goes.
struct Place {
    float right = 0;
    float down = 0;
};

float badge_width(const Theme& theme, const Badge& badge) {
    const bool words = badge.shown == Badge::Shown::words;
    float width = badge.icon == Icon::none ? 0 : theme.scaled(16) + (words ? icon_gap : 0);
    if (words) width += text_width(theme.caption_strong(), badge.text);
    return width;
}

void draw_badge(const Theme& theme, const Badge& badge, float x, float y, float right) {
    const TextStyle style = theme.caption_strong();
    if (badge.icon != Icon::none) {
        const float size = theme.scaled(16);
        draw_icon(badge.icon, x, y + (style.line - size) / 2, size, badge.colour);
        x += size + icon_gap;
    }
    if (badge.shown == Badge::Shown::words) draw_line(style, x, y, badge.colour, elided(style, badge.text, right - x));
}

}  // namespace

float draw_details(const Theme& theme, std::string_view words, std::span<const Badge> badges, float x, float y,
                   float width, Ink ink) {
    if (words.empty() && badges.empty()) return 0;
    const TextStyle style = theme.caption();
    Place next;
    if (!words.empty()) {
        const auto lines = wrapped(style, words, width);
        for (std::size_t index = 0; index < lines.size(); ++index) {
            if (index > 0) next.down += style.line;
            if (ink == Ink::draw) draw_line(style, x, y + next.down, theme.palette.quiet, lines[index]);
            next.right = text_width(style, lines[index]) + gap;
        }
    }
    for (const Badge& badge : badges) {
        const float wide = badge_width(theme, badge);
        if (next.right > 0 && next.right + wide > width) next = {0, next.down + style.line};
        if (ink == Ink::draw) draw_badge(theme, badge, x + next.right, y + next.down, x + width);
        next.right += wide + (badge.shown == Badge::Shown::words ? gap : icon_gap);
    }
    return next.down + style.line;
}

}  // namespace daybook
