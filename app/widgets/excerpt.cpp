#include "app/widgets/excerpt.h"

#include <algorithm>
#include <utility>

namespace daybook {

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
