#include "app/widgets/field.h"

#include <algorithm>

#include "app/widgets/icon.h"
#include "app/widgets/typesetting.h"

namespace daybook {
namespace {

void draw_label(Ui& ui, std::string_view label) {
    const TextStyle style = ui.theme.label();
    const Box box = ui.layout.place(static_cast<float>(wrapped(style, label, ui.layout.width()).size()) * style.line);
    draw_lines(style, box.x, box.y, box.width, ui.theme.palette.ink, label);
    ui.layout.space(4);
}

void draw_under(Ui& ui, std::string_view text, Colour colour) {
    if (text.empty()) return;
    const TextStyle style = ui.theme.caption();
    ui.layout.space(4);
    const Box box = ui.layout.place(static_cast<float>(wrapped(style, text, ui.layout.width()).size()) * style.line);
    draw_lines(style, box.x, box.y, box.width, colour, text);
}

Box editor_box(const Theme& theme, const FieldLook& look, const Box& frame) {
    if (look.kind == FieldKind::prose) {
        const float margin = look.margin.width > 0 ? look.margin.width + 8 : 0;
        const Box box = inset(frame, 4);
        return {box.x + margin, box.y, box.width - margin, box.height};
    }
    const float start = look.kind == FieldKind::search ? theme.scaled(20) + 24 : 8;
    return {frame.x + start, frame.y + 4, frame.width - start - 8, frame.height - 8};
}

}  // namespace

FieldTouch field(Ui& ui, const FieldLook& look, std::string& value) {
    const Palette& palette = ui.theme.palette;
    const std::string_view key = look.key.empty() ? look.label : look.key;
    if (look.label_shown == FieldLook::Label::above) draw_label(ui, look.label);
    const TextStyle typed = ui.theme.editor();
    // A height that was asked for is what there is; else it is one line, with room around it.
    const Box frame = ui.layout.place(look.height > 0 ? look.height : std::max(typed.line + 22, Theme::target));

    SemanticNode node;
    node.id = id_of(key);
    node.role = Role::text_box;
    node.name = look.label;
    node.description = look.error.empty() ? look.hint : look.error;
    node.box = frame;
    ui.semantics.add(node);

    fill(frame, palette.surface);
    outline(frame, look.error.empty() ? palette.edge : palette.danger, look.error.empty() ? 1.0F : 2.0F);
    if (look.kind == FieldKind::search) {
        const float size = ui.theme.scaled(20);
        draw_icon(Icon::find, frame.x + 14, frame.y + (frame.height - size) / 2, size, palette.quiet);
    }

    FieldSpec spec;
    spec.id = node.id;
    spec.kind = look.kind;
    spec.label = look.label;
    spec.placeholder = look.placeholder;
    spec.description = look.hint;
    spec.error = look.error;
    spec.box = editor_box(ui.theme, look, frame);
    spec.clip = clip_box();
    spec.font_size = typed.em;
    spec.begins_at = look.begins_at;
    spec.margin = look.margin;
    spec.follows_caret = look.follows_caret;
    const FieldTouch touch{node.id, ui.fields.show(spec, value), frame};
    Attention& attention = ui.attention;
    const bool arrived = attention.focused == node.id && attention.just_focused;
    if (arrived) attention.just_focused = false;
    if (arrived || (touch.state.focused && attention.resized)) reveal(frame);
    if (touch.state.focused) outline(inset(frame, -1), palette.focus, Theme::ring, Theme::radius + 1);
    draw_under(ui, look.error.empty() ? look.hint : look.error, look.error.empty() ? palette.quiet : palette.danger);
    ui.layout.space(16);
    return touch;
}

}  // namespace daybook
