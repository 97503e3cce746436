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

namespace {

void draw_match(Ui& ui, const Box& box) {
    fill({box.x - 2, box.y + 2, box.width + 4, box.height - 4}, ui.theme.palette.accent_soft, 4);
    fill({box.x, box.y + box.height - 4, box.width, 2}, ui.theme.palette.accent, 0);
}

/// Set by the platform, which says where the matches are: words may run both ways in a line.
float draw_foreign_excerpt(Ui& ui, const Excerpt& excerpt, const Box& place, Ink ink) {
    const TextStyle style = ui.theme.body();
    const std::string text = excerpt.plain();
    const auto lines = wrapped(style, text, place.width);
    if (ink == Ink::measure) return static_cast<float>(lines.size()) * style.line;
    Box row{place.x, place.y, place.width, style.line};
    for (const std::string_view line : lines) {
        const auto begin = static_cast<std::size_t>(line.data() - text.data());
        std::size_t at = 0;
        for (const Excerpt::Piece& piece : excerpt.pieces) {
            const std::size_t from = std::max(at, begin);
            const std::size_t to = std::min(at + piece.text.size(), begin + line.size());
            at += piece.text.size();
            if (piece.kind != Excerpt::Piece::Kind::match || from >= to) continue;
            const Box seen = span_of(style, text, row, line, from - begin, to - begin);
            draw_match(ui, seen);
        }
        draw_line_of(style, text, row, ui.theme.palette.ink, line);
        row.y += style.line;
    }
    return row.y - place.y;
}

}  // namespace

float draw_excerpt(Ui& ui, const Excerpt& excerpt, float x, float y, float width, Ink ink) {
    if (is_foreign(ui.theme.body(), excerpt.plain())) return draw_foreign_excerpt(ui, excerpt, {x, y, width, 0}, ink);
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
                if (match) draw_match(ui, {x + right, y + down, wide, line_style.line});
                draw_line(line_style, x + right, y + down, palette.ink, rest.substr(0, word_end));
            }
            if (right > 0 || word_end > 0) right += text_width(style, rest.substr(0, next));
            rest.remove_prefix(next);
        }
    }
    return down + ui.theme.body().line;
}

}  // namespace daybook
