#include "app/widgets/alert_card.h"

#include <utility>

#include "app/widgets/card.h"
#include "app/widgets/typesetting.h"

namespace daybook {

void alert_card(Ui& ui, std::string_view key, std::string_view words) {
    if (words.empty()) return;
    const Card card(ui, Card::Tone::danger);
    const TextStyle style = ui.theme.body();
    SemanticNode node;
    node.id = id_of(key);
    node.role = Role::alert;
    node.name = words;
    node.box = ui.layout.place(static_cast<float>(wrapped(style, words, ui.layout.width()).size()) * style.line);
    draw_lines(style, node.box.x, node.box.y, node.box.width, ui.theme.palette.ink, words);
    ui.semantics.add(std::move(node));
}

}  // namespace daybook
