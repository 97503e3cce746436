#include "app/widgets/text.h"

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

void words(Ui& ui, const TextStyle& style, Colour colour, std::string_view text) {
    const Box box = place_lines(ui, style, text);
    draw_lines(style, box.x, box.y, box.width, colour, text);
    add_text_node(ui, Role::paragraph, text, box);
}

}  // namespace

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

}  // namespace daybook
