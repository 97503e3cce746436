#include "app/widgets/typesetting.h"

#include <algorithm>
#include <cmath>

#include "app/foreign_words.h"
#include "core/base/character.h"

namespace daybook {
namespace {

ForeignStyle foreign_style(const TextStyle& style, std::string_view paragraph) {
    return {.em = style.em, .weight = style.weight, .direction = direction_of(paragraph)};
}

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// At the point or comma of a number, which Dear ImGui takes for the end of a sentence.
bool is_inside_number(std::string_view text, std::size_t cut) {
    if (cut < 2 || cut >= text.size()) return false;
    return (text[cut - 1] == '.' || text[cut - 1] == ',') && is_digit(text[cut - 2]) && is_digit(text[cut]);
}

/// Where the first line of `text`, which has no hard break, ends.
std::size_t first_line(const TextStyle& style, std::string_view text, float width) {
    const char* const end = text.data() + text.size();
    const char* const cut = style.font->CalcWordWrapPosition(style.size, text.data(), end, std::max(width, style.size));
    auto size = static_cast<std::size_t>(cut - text.data());
    if (is_inside_number(text, size)) {
        const std::size_t blank = text.rfind(' ', size);
        if (blank != std::string_view::npos && blank > 0) size = blank;
    }
    return size == 0 ? character_at(text, 0).size : size;
}

void add_lines(const TextStyle& style, std::string_view paragraph, float width, std::vector<std::string_view>& lines) {
    if (paragraph.empty()) {
        lines.push_back(paragraph);
        return;
    }
    if (is_foreign(style, paragraph)) {
        std::size_t from = 0;
        for (const std::size_t to :
             style.foreign->line_ends(paragraph, foreign_style(style, paragraph), std::max(width, style.size))) {
            lines.push_back(paragraph.substr(from, to - from));
            from = to;
        }
        return;
    }
    while (!paragraph.empty()) {
        const std::size_t size = first_line(style, paragraph, width);
        lines.push_back(paragraph.substr(0, size));
        paragraph.remove_prefix(size);
        while (paragraph.starts_with(' ')) paragraph.remove_prefix(1);
    }
}

void draw_foreign(const TextStyle& style, const ForeignStyle& foreign, float x, float y, Colour colour,
                  std::string_view line) {
    if (!is_visible({x, y, 1, style.line})) return;
    const float baseline = (style.line - style.size) / 2 + style.font->GetFontBaked(style.size)->Ascent;
    const std::uint32_t hex =
        static_cast<std::uint32_t>(colour.red) << 16U | static_cast<std::uint32_t>(colour.green) << 8U | colour.blue;
    style.foreign->draw(line, foreign, {x, y + baseline}, hex);
}

/// Where a line of a foreign paragraph begins.
float left_of(const TextStyle& style, const ForeignStyle& foreign, const Box& place, std::string_view line) {
    if (foreign.direction == Direction::left_to_right) return place.x;
    return place.x + place.width - style.foreign->width(line, foreign);
}

std::string_view without_end_blanks(std::string_view line) {
    while (line.ends_with(' ')) line.remove_suffix(1);
    return line;
}

void draw_foreign_line(const TextStyle& style, const ForeignStyle& foreign, const Box& place, Colour colour,
                       std::string_view line) {
    line = without_end_blanks(line);
    draw_foreign(style, foreign, left_of(style, foreign, place, line), place.y, colour, line);
}

}  // namespace

bool is_foreign(const TextStyle& style, std::string_view text) {
    return style.foreign != nullptr && style.foreign->has(style.font, text);
}

float text_width(const TextStyle& style, std::string_view text) {
    if (text.empty()) return 0;  // it may have no address, and ImGui wants one
    if (is_foreign(style, text)) return style.foreign->width(text, foreign_style(style, text));
    return style.font->CalcTextSizeA(style.size, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

TextStyle fitted(TextStyle style, std::string_view line, float width) {
    const float wide = text_width(style, line);
    if (wide <= width) return style;
    const float whole = std::max(std::floor(style.size * width / wide), 1.0F);
    style.em *= whole / style.size;
    style.size = whole;
    return style;
}

std::vector<std::string_view> wrapped(const TextStyle& style, std::string_view text, float width) {
    std::vector<std::string_view> lines;
    for (;;) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        add_lines(style, text.substr(0, end), width, lines);
        // A break at the very end begins no line.
        if (end + 1 >= text.size()) return lines;
        text.remove_prefix(end + 1);
    }
}

std::string elided(const TextStyle& style, std::string_view text, float width) {
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    if (text_width(style, line) <= width) return line;
    constexpr std::string_view ellipsis = "\u2026";
    const float room = std::max(width - text_width(style, ellipsis), 1.0F);
    if (is_foreign(style, line)) {
        line.resize(style.foreign->fitting_letters(line, foreign_style(style, line), room));
    } else {
        const char* rest = nullptr;
        (void)style.font->CalcTextSizeA(style.size, room, 0, line.data(), line.data() + line.size(), &rest);
        line.resize(static_cast<std::size_t>(rest - line.data()));
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line.append(ellipsis);
}

void draw_line(const TextStyle& style, float x, float y, Colour colour, std::string_view text) {
    if (is_foreign(style, text)) {
        draw_foreign(style, foreign_style(style, text), x, y, colour, text);
        return;
    }
    ImGui::GetWindowDrawList()->AddText(style.font, style.size, {x, y + (style.line - style.size) / 2},
                                        to_imgui(colour), text.data(), text.data() + text.size());
}

void draw_line_of(const TextStyle& style, std::string_view paragraph, const Box& place, Colour colour,
                  std::string_view line) {
    if (!is_foreign(style, paragraph)) {
        draw_line(style, place.x, place.y, colour, line);
        return;
    }
    draw_foreign_line(style, foreign_style(style, paragraph), place, colour, line);
}

Box span_of(const TextStyle& style, std::string_view paragraph, const Box& place, std::string_view line,
            std::size_t from, std::size_t to) {
    const ForeignStyle foreign = foreign_style(style, paragraph);
    line = without_end_blanks(line);
    const ForeignSpan span = style.foreign->span(line, foreign, std::min(from, line.size()), std::min(to, line.size()));
    return {left_of(style, foreign, place, line) + span.left, place.y, span.width, place.height};
}

float draw_lines(const TextStyle& style, float x, float y, float width, Colour colour, std::string_view text) {
    float down = 0;
    for (;;) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view paragraph = text.substr(0, end);
        const bool is_set_by_platform = is_foreign(style, paragraph);
        const ForeignStyle foreign = is_set_by_platform ? foreign_style(style, paragraph) : ForeignStyle{};
        for (const std::string_view line : wrapped(style, paragraph, width)) {
            const Box place{x, y + down, width, style.line};
            if (is_set_by_platform) {
                draw_foreign_line(style, foreign, place, colour, line);
            } else {
                draw_line(style, x, place.y, colour, line);
            }
            down += style.line;
        }
        if (end + 1 >= text.size()) return down;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::string> first_lines(const TextStyle& style, std::string_view text, float width, std::size_t most) {
    const std::vector<std::string_view> all = wrapped(style, text, width);
    std::vector<std::string> lines;
    for (std::size_t index = 0; index < std::min(all.size(), most); ++index) {
        const auto from = static_cast<std::size_t>(all[index].data() - text.data());
        const bool cut = index + 1 == most && all.size() > most;
        lines.push_back(cut ? elided(style, text.substr(from), width) : std::string(all[index]));
    }
    return lines;
}

}  // namespace daybook
