#include "app/screens/entry_reading.h"

#include "app/screens/entry_passages.h"
#include "app/widgets/row.h"
#include "app/widgets/text.h"
#include "app/widgets/typesetting.h"
#include "app/wording.h"

namespace daybook {

void words_to_read(Ui& ui, const OpenEntry& open, const Box& box) {
    const Entry* entry = open.entry;
    fill(box, ui.theme.palette.surface);
    outline(box, ui.theme.palette.line);
    const Panel panel(ui, "reading", box, {.sides = 16, .top = 14, .bottom = 16});
    if (entry == nullptr || entry->words.empty()) {
        note(ui, ui.say(Word::entry_none_written));
        return;
    }
    if (entry->versions.size() < 2) {
        stamped_words(ui, entry->words, stamps_of(ui.say, open.view.book, *entry, open.desk.margin));
        return;
    }
    for (const TextVersion& version : entry->versions) {
        caption(ui, version_words(ui.say, version));
        paragraph(ui, version.text.empty() ? ui.say(Word::entry_no_words) : std::string_view(version.text));
        ui.layout.space(24);
    }
}

void marks_to_read(Ui& ui, const View& view, const Entry* entry) {
    if (entry == nullptr) return;
    const TextStyle style = ui.theme.caption_strong();
    for (const Badge& badge : badges_of(ui.say, view.book, *entry, ui.theme.palette)) {
        const float size = ui.theme.scaled(18);
        const float indent = badge.icon == Icon::none ? 0 : size + 8;
        const auto lines = wrapped(style, badge.text, ui.layout.width() - indent).size();
        const Box line = ui.layout.place(static_cast<float>(lines) * style.line + 8);
        if (badge.icon != Icon::none) {
            draw_icon(badge.icon, line.x, line.y + 4 + (style.line - size) / 2, size, badge.colour);
        }
        draw_lines(style, line.x + indent, line.y + 4, line.width - indent, badge.colour, badge.text);
        SemanticNode node;
        node.id = id_of(badge.text);
        node.role = Role::paragraph;
        node.name = badge.text;
        node.box = line;
        ui.semantics.add(std::move(node));
        ui.layout.space(0);
    }
    if (const std::string when = when_words(ui.say, view.book, *entry); !when.empty()) note(ui, when);
    ui.layout.space(24);
    passages_to_read(ui, view.book, *entry);
}

}  // namespace daybook
