#include "app/widgets/status_words.h"

#include <utility>

#include "app/widgets/typesetting.h"

namespace daybook {

namespace {

void told_words(Ui& ui, std::string_view key, std::string_view words, SemanticNode node) {
    const TextStyle style = ui.theme.caption();
    const std::size_t lines = words.empty() ? 0 : wrapped(style, words, ui.layout.width()).size();
    node.id = id_of(key);
    node.name = words;
    node.box = ui.layout.place(static_cast<float>(lines) * style.line);
    if (lines > 0) draw_lines(style, node.box.x, node.box.y, node.box.width, ui.theme.palette.quiet, words);
    ui.semantics.add(std::move(node));
}

}  // namespace

void status_words(Ui& ui, std::string_view key, std::string_view words) {
    SemanticNode node;
    node.role = Role::status;
    told_words(ui, key, words, std::move(node));
}

void live_words(Ui& ui, std::string_view key, std::string_view words) {
    SemanticNode node;
    node.role = Role::paragraph;
    node.live = true;
    told_words(ui, key, words, std::move(node));
}

}  // namespace daybook
