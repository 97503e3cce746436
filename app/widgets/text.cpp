#include "app/widgets/text.h"

#include <algorithm>
#include <utility>

namespace daybook {
namespace {

void add_text_node(Ui& ui, Role role, std::string_view text, const Box& box, int level = 0) {
    SemanticNode node;
    // Apart from a button that says the same.
    node.id = id_of("words: " + std::string(text));
    node.role = role;
    node.name = text;
    node.box = box;
    node.level = level;
    ui.semantics.add(std::move(node));
}

Box place_lines(Ui& ui, const TextStyle& style, std::string_view text) {
    const auto lines = wrapped(style, text, ui.layout.width());
    return ui.layout.place(static_cast<float>(lines.size()) * style.line);
}

void words(Ui& ui, const TextStyle& style, Colour colour, std::string_view text) {
    const Box box = place_lines(ui, style, text);
    draw_lines(style, box.x, box.y, box.width, colour, text);
    add_text_node(ui, Role::paragraph, text, box);
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
        if (cut <= at) cut = std::min(at + 1, hard);
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

void heading(Ui& ui, std::string_view text, int level) {
    const TextStyle style = level == 1 ? ui.theme.title() : level == 2 ? ui.theme.subtitle() : ui.theme.strong();
    const Box box = place_lines(ui, style, text);
    draw_lines(style, box.x, box.y, box.width, ui.theme.palette.ink, text);
    add_text_node(ui, Role::heading, text, box, level);
}

void paragraph(Ui& ui, std::string_view text) {
    words(ui, ui.theme.body(), ui.theme.palette.ink, text);
}

void note(Ui& ui, std::string_view text) {
    TextStyle style = ui.theme.caption();
    style.line = 21;
    words(ui, style, ui.theme.palette.quiet, text);
}

void caption(Ui& ui, std::string_view text) {
    words(ui, ui.theme.caption_strong(), ui.theme.palette.quiet, text);
    ui.layout.space(4);
}

std::string Excerpt::plain() const {
    std::string text;
    for (const Piece& piece : pieces) text += piece.text;
    return text;
}

Excerpt parse_excerpt(std::string_view marked) {
    Excerpt excerpt;
    Excerpt::Piece piece;
    const auto finish = [&](Excerpt::Piece::Kind next) {
        if (!piece.text.empty()) excerpt.pieces.push_back(std::move(piece));
        piece = {.text = {}, .kind = next};
    };
    for (const char letter : marked) {
        if (letter == '\x02') {
            finish(Excerpt::Piece::Kind::match);
        } else if (letter == '\x03') {
            finish(Excerpt::Piece::Kind::plain);
        } else {
            piece.text.push_back(letter == '\n' ? ' ' : letter);
        }
    }
    finish(Excerpt::Piece::Kind::plain);
    return excerpt;
}

float draw_excerpt(Ui& ui, const Excerpt& excerpt, float x, float y, float width, Ink ink) {
    float right = 0;
    float down = 0;
    const Palette& palette = ui.theme.palette;
    for (const Excerpt::Piece& piece : excerpt.pieces) {
        const bool match = piece.kind == Excerpt::Piece::Kind::match;
        const TextStyle style = match ? ui.theme.strong() : ui.theme.body();
        std::string_view rest = piece.text;
        while (!rest.empty()) {
            // A word goes with the blanks that follow it; blanks never begin a line.
            const std::size_t word_end = std::min(rest.find(' '), rest.size());
            const std::size_t next = std::min(rest.find_first_not_of(' ', word_end), rest.size());
            const float wide = text_width(style, rest.substr(0, word_end));
            if (right > 0 && right + wide > width) {
                right = 0;
                down += ui.theme.body().line;
            }
            if (ink == Ink::draw && word_end > 0) {
                TextStyle line_style = style;
                line_style.line = ui.theme.body().line;
                if (match) {
                    fill({x + right - 2, y + down + 2, wide + 4, line_style.line - 4}, palette.accent_soft, 4);
                    fill({x + right, y + down + line_style.line - 4, wide, 2}, palette.accent, 0);
                }
                draw_line(line_style, x + right, y + down, palette.ink, rest.substr(0, word_end));
            }
            if (right > 0 || word_end > 0) right += text_width(style, rest.substr(0, next));
            rest.remove_prefix(next);
        }
    }
    return down + ui.theme.body().line;
}

}  // namespace daybook
