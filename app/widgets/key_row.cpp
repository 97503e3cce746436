#include "app/widgets/key_row.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/widgets/typesetting.h"

namespace daybook {
namespace {

constexpr float between_keys = 6;
constexpr float between_chords = 10;

struct Caps {
    TextStyle style;
    float height = 0;
    float sides = 0;
};

Caps caps_of(const Theme& theme) {
    const TextStyle style = theme.caption_strong();
    return {.style = style, .height = style.line + 8, .sides = theme.scaled(9)};
}

float cap_width(const Caps& caps, std::string_view key) {
    return std::ceil(std::max(text_width(caps.style, key) + 2 * caps.sides, caps.height));
}

float chord_width(const Caps& caps, const KeyChord& chord) {
    float width = 0;
    for (const std::string& key : chord) width += cap_width(caps, key) + (width > 0 ? between_keys : 0);
    return width;
}

float or_width(Ui& ui, std::size_t index) {
    return index == 0 ? 0 : text_width(ui.theme.caption(), ui.say(Word::keys_or_alone)) + 2 * between_chords;
}

float chords_width(Ui& ui, const Caps& caps, std::span<const KeyChord> chords) {
    float width = 0;
    for (std::size_t index = 0; index < chords.size(); ++index)
        width += or_width(ui, index) + chord_width(caps, chords[index]);
    return width;
}

void draw_cap(Ui& ui, const Caps& caps, const Box& box, std::string_view key) {
    const Palette& palette = ui.theme.palette;
    fill(box, palette.surface, 5);
    outline(box, palette.edge, 1, 5);
    const float x = box.x + (box.width - text_width(caps.style, key)) / 2;
    draw_line(caps.style, x, box.y + (box.height - caps.style.line) / 2, palette.ink, key);
}

void draw_chords(Ui& ui, const Caps& caps, std::span<const KeyChord> chords, float x, float y) {
    for (std::size_t index = 0; index < chords.size(); ++index) {
        if (index > 0) {
            const TextStyle quiet = ui.theme.caption();
            draw_line(quiet, x + between_chords, y + (caps.height - quiet.line) / 2, ui.theme.palette.quiet,
                      ui.say(Word::keys_or_alone));
            x += or_width(ui, index);
        }
        for (const std::string& key : chords[index]) {
            const float width = cap_width(caps, key);
            draw_cap(ui, caps, {x, y, width, caps.height}, key);
            x += width + between_keys;
        }
        x -= between_keys;
    }
}

}  // namespace

void key_row(Ui& ui, const KeyRowSpec& spec) {
    const TextStyle strong = ui.theme.label();
    const TextStyle quiet = ui.theme.caption();
    const Caps caps = caps_of(ui.theme);
    const float keys = chords_width(ui, caps, spec.chords);
    const float all = ui.layout.width();
    // Beside the keys there must be room for a line that is worth reading.
    const bool beside = all - keys - 16 >= ui.theme.scaled(190);
    const float width = beside ? all - keys - 16 : all;
    const float words = static_cast<float>(wrapped(strong, spec.name, width).size()) * strong.line +
                        static_cast<float>(wrapped(quiet, spec.about, width).size()) * quiet.line;
    const float height = 20 + (beside ? std::max(words, caps.height) : words + 6 + caps.height);

    SemanticNode node;
    node.id = id_of(spec.name);
    node.role = Role::list_item;
    node.name = ui.say(phrase::shortcuts_spoken{.name = spec.name, .keys = spec.keys, .about = spec.about});
    node.box = ui.layout.place(height);
    ui.layout.space(0);
    const Box box = node.box;
    ui.semantics.add(std::move(node));
    if (!is_visible(box)) return;
    float y = box.y + 10;
    y += draw_lines(strong, box.x, y, width, ui.theme.palette.ink, spec.name);
    y += draw_lines(quiet, box.x, y, width, ui.theme.palette.quiet, spec.about);
    if (beside) {
        draw_chords(ui, caps, spec.chords, box.x + all - keys, box.y + (height - caps.height) / 2);
    } else {
        draw_chords(ui, caps, spec.chords, box.x, y + 6);
    }
    fill({box.x, box.y + height - 1, box.width, 1}, ui.theme.palette.line, 0);
}

}  // namespace daybook
