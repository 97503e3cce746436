#include "app/widgets/text.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "app/widgets/typesetting.h"

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

/// A heading with a word that is wider than the column is set smaller, so that the word stays whole.
TextStyle fitted(TextStyle style, std::string_view text, float width, float least) {
    float widest = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", from), text.size());
        widest = std::max(widest, text_width(style, text.substr(from, end - from)));
        from = end + 1;
    }
    if (widest <= width) return style;
    const float size = std::max(std::floor(style.size * width / widest), least);
    style.line = std::round(style.line * size / style.size);
    style.em *= size / style.size;
    style.size = size;
    return style;
}

void words(Ui& ui, const TextStyle& style, Colour colour, std::string_view text) {
    const Box box = place_lines(ui, style, text);
    draw_lines(style, box.x, box.y, box.width, colour, text);
    add_text_node(ui, Role::paragraph, text, box);
}

}  // namespace

void heading(Ui& ui, std::string_view text, int level) {
    const TextStyle usual = level == 1 ? ui.theme.title() : level == 2 ? ui.theme.subtitle() : ui.theme.strong();
    const TextStyle style = fitted(usual, text, ui.layout.width(), ui.theme.strong().size);
    const Box box = place_lines(ui, style, text);
    draw_lines(style, box.x, box.y, box.width, ui.theme.palette.ink, text);
    add_text_node(ui, Role::heading, text, box, level);
}

void paragraph(Ui& ui, std::string_view text) {
    words(ui, ui.theme.body(), ui.theme.palette.ink, text);
}

void note(Ui& ui, std::string_view text) {
    TextStyle style = ui.theme.caption();
    style.line = ui.theme.scaled(21);
    words(ui, style, ui.theme.palette.quiet, text);
}

void caption(Ui& ui, std::string_view text) {
    words(ui, ui.theme.caption_strong(), ui.theme.palette.quiet, text);
    ui.layout.space(4);
}

}  // namespace daybook
