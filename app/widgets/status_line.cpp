#include "app/widgets/status_line.h"

#include <algorithm>

#include "app/widgets/typesetting.h"

namespace daybook {

namespace {

Colour ink_of(const Palette& palette, Calm calm) {
    switch (calm) {
        case Calm::wary:
            return palette.weakness;
        case Calm::alarmed:
            return palette.danger;
        case Calm::calm:
            break;
    }
    return palette.quiet;
}

}  // namespace

void status_line(Ui& ui, const Frame& frame, std::string_view words, std::string_view beside, Calm calm) {
    const Palette& palette = ui.theme.palette;
    const TextStyle style = ui.theme.caption();
    const TextStyle strong = ui.theme.caption_strong();
    const Colour ink = ink_of(palette, calm);
    const Box& box = frame.status;
    SemanticNode node;
    node.id = id_of("saved");
    node.role = Role::status;
    node.name = words;
    node.box = box;
    if (frame.shape == Frame::Shape::wide) {
        const auto lines = wrapped(style, words, box.width - 16);
        // Many lines come nearer to the edge, so that they keep clear of what stands above.
        const float tall = static_cast<float>(lines.size()) * style.line;
        float y = box.y + box.height - tall - std::clamp(box.height - tall - 6, 4.0F, 16.0F);
        for (const std::string_view line : lines) {
            draw_line(style, box.x + (box.width - text_width(style, line)) / 2, y, ink, line);
            y += style.line;
        }
    } else {
        // The strip has one line, so that nothing beneath it moves when the words change.
        const TextStyle fitting = fitted(style, words, box.width - 32);
        const float wide = text_width(fitting, words);
        const float y = box.y + (box.height - style.line) / 2 + 2;
        draw_line(fitting, box.x + box.width - 16 - wide, y, ink, words);
        // Today says it too: where only a word or two of it would fit, it is left away.
        const float room = box.width - wide - 48;
        if (room > ui.theme.scaled(120)) draw_line(strong, box.x + 16, y, palette.quiet, elided(strong, beside, room));
    }
    ui.semantics.add(std::move(node));
}

}  // namespace daybook
