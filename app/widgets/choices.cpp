#include "app/widgets/choices.h"

#include "app/widgets/content.h"

namespace daybook {
namespace {

bool choice(Ui& ui, const Choice& offered, const Box& box, bool chosen, std::size_t position, std::size_t of) {
    const Palette& palette = ui.theme.palette;
    SemanticNode node;
    node.role = Role::radio;
    node.name = offered.label;
    node.pressed = chosen;
    node.position = static_cast<int>(position);
    node.set_size = static_cast<int>(of);
    const Touch touch = touchable(ui, offered.label, box, std::move(node));
    if (!is_visible(box)) return touch.pressed;
    Colour ground = chosen ? palette.accent_soft : palette.surface;
    if (touch.held) ground = mixed(ground, palette.ink, 0.16F);
    fill(box, ground);
    outline(box, chosen ? palette.accent : palette.edge, chosen ? 2.0F : 1.0F);
    TextStyle style = ui.theme.label();
    if (!chosen) style.font = ui.theme.fonts.regular;
    draw_content(style, box, offered.label, offered.icon, palette.ink, offered.tint.value_or(palette.ink));
    draw_focus_ring(ui, touch, box);
    return touch.pressed;
}

}  // namespace

std::optional<std::size_t> choices_in_row(Ui& ui, std::string_view name, std::span<const Choice> offered,
                                          std::optional<std::size_t> chosen, float width) {
    std::optional<std::size_t> pressed;
    const Scope scope(name);
    const Part group(ui, "choices", Role::radio_group, name);
    for (std::size_t index = 0; index < offered.size(); ++index) {
        const Choice& one = offered[index];
        const float wide = width > 0 ? width : content_width(ui.theme.label(), one.label, one.icon) + 32;
        const Box box = ui.layout.place(wide, Theme::target);
        if (choice(ui, one, box, chosen == index, index + 1, offered.size())) pressed = index;
    }
    return pressed;
}

std::optional<std::size_t> choices(Ui& ui, std::string_view name, std::span<const Choice> offered,
                                   std::optional<std::size_t> chosen) {
    const Row row(ui);
    return choices_in_row(ui, name, offered, chosen, 0);
}

}  // namespace daybook
