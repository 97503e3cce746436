#include "app/widgets/status_line.h"

#include "app/widgets/typesetting.h"

namespace daybook {

void status_line(Ui& ui, const Frame& frame, std::string_view words, std::string_view beside, Calm calm) {
    const Palette& palette = ui.theme.palette;
    const TextStyle style = ui.theme.caption();
    const TextStyle strong = ui.theme.caption_strong();
    const Colour ink = calm == Calm::calm ? palette.quiet : palette.danger;
    const Box& box = frame.status;
    SemanticNode node;
    node.id = id_of("saved");
    node.role = Role::status;
    node.name = words;
    node.box = box;
    if (frame.shape == Frame::Shape::wide) {
        const auto lines = wrapped(style, words, box.width - 16);
        float y = box.y + box.height - 16 - static_cast<float>(lines.size()) * style.line;
        for (const std::string_view line : lines) {
            draw_line(style, box.x + (box.width - text_width(style, line)) / 2, y, ink, line);
            y += style.line;
        }
    } else {
        const float wide = text_width(style, words);
        draw_line(style, box.x + box.width - 16 - wide, box.y + 6, ink, words);
        draw_line(strong, box.x + 16, box.y + 6, palette.quiet, elided(strong, beside, box.width - wide - 48));
    }
    ui.semantics.add(std::move(node));
}

}  // namespace daybook
