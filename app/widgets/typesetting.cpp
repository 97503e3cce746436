#include "app/widgets/typesetting.h"

#include <algorithm>

namespace daybook {
namespace {

const char* next_character(const char* at, const char* end) {
    do ++at;
    while (at < end && (static_cast<unsigned char>(*at) & 0xC0U) == 0x80U);
    return at;
}

}  // namespace

float text_width(const TextStyle& style, std::string_view text) {
    return style.font->CalcTextSizeA(style.size, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

std::vector<std::string_view> wrapped(const TextStyle& style, std::string_view text, float width) {
    std::vector<std::string_view> lines;
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    while (at < end) {
        const char* const hard = std::find(at, end, '\n');
        const char* cut = style.font->CalcWordWrapPosition(style.size, at, hard, std::max(width, style.size));
        if (cut <= at) cut = std::min(next_character(at, hard), hard);
        lines.emplace_back(at, static_cast<std::size_t>(cut - at));
        while (cut < hard && *cut == ' ') ++cut;
        at = cut == hard && hard < end ? hard + 1 : cut;
    }
    if (lines.empty()) lines.emplace_back(text);
    return lines;
}

std::string elided(const TextStyle& style, std::string_view text, float width) {
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    if (text_width(style, line) <= width) return line;
    constexpr std::string_view ellipsis = "\u2026";
    const float room = std::max(width - text_width(style, ellipsis), 1.0F);
    const char* rest = nullptr;
    (void)style.font->CalcTextSizeA(style.size, room, 0, line.data(), line.data() + line.size(), &rest);
    line.resize(static_cast<std::size_t>(rest - line.data()));
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line.append(ellipsis);
}

void draw_line(const TextStyle& style, float x, float y, Colour colour, std::string_view text) {
    ImGui::GetWindowDrawList()->AddText(style.font, style.size, {x, y + (style.line - style.size) / 2},
                                        to_imgui(colour), text.data(), text.data() + text.size());
}

float draw_lines(const TextStyle& style, float x, float y, float width, Colour colour, std::string_view text) {
    float down = 0;
    for (const std::string_view line : wrapped(style, text, width)) {
        draw_line(style, x, y + down, colour, line);
        down += style.line;
    }
    return down;
}

}  // namespace daybook
