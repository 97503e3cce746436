#include "app/widgets/choices.h"

#include <algorithm>
#include <cmath>

#include "app/widgets/content.h"

namespace daybook {
namespace {

constexpr float sides = 16;

/// What is the same for all of a group.
struct Group {
    std::size_t size = 0;
    float width = 0;  // of each; 0: as wide as its words
};

bool choice(Ui& ui, const Choice& offered, const Group& group, std::size_t position, bool chosen) {
    const Palette& palette = ui.theme.palette;
    TextStyle style = ui.theme.label();
    const Content content{offered.label, offered.icon};
    const float natural = std::ceil(content_width(ui.theme, style, content)) + 2 * sides;
    const float wide = group.width > 0 ? group.width : std::min(natural, ui.layout.width());
    const float inside = wide - (natural > wide ? 16 : 2 * sides) + 1;
    const Box box = ui.layout.place(wide, ui.theme.height_for(content_lines(ui.theme, style, content, inside)));
    SemanticNode node;
    node.role = Role::radio;
    node.name = offered.label;
    node.pressed = chosen;
    node.position = static_cast<int>(position);
    node.set_size = static_cast<int>(group.size);
    const Touch touch = touchable(ui, offered.label, box, std::move(node));
    if (!is_visible(box)) return touch.pressed;
    Colour ground = chosen ? palette.accent_soft : palette.surface;
    if (touch.held) ground = mixed(ground, palette.ink, 0.16F);
    fill(box, ground);
    outline(box, chosen ? palette.accent : palette.edge, chosen ? 2.0F : 1.0F);
    if (!chosen) style.font = ui.theme.fonts.regular;
    draw_content(ui.theme, style, box, inside, content, palette.ink, offered.tint.value_or(palette.ink));
    draw_focus_ring(ui, touch, box);
    return touch.pressed;
}

}  // namespace

float choice_width(Ui& ui, const Choice& offered) {
    return std::ceil(content_width(ui.theme, ui.theme.label(), {offered.label, offered.icon})) + 2 * sides;
}

std::optional<std::size_t> choices_in_row(Ui& ui, std::string_view name, std::span<const Choice> offered,
                                          std::optional<std::size_t> chosen, float width) {
    std::optional<std::size_t> pressed;
    const Scope scope(name);
    const Part group(ui, "choices", Role::radio_group, name);
    for (std::size_t index = 0; index < offered.size(); ++index) {
        if (choice(ui, offered[index], {offered.size(), width}, index + 1, chosen == index)) pressed = index;
    }
    return pressed;
}

std::optional<std::size_t> choices(Ui& ui, std::string_view name, std::span<const Choice> offered,
                                   std::optional<std::size_t> chosen) {
    const Row row(ui);
    return choices_in_row(ui, name, offered, chosen, 0);
}

}  // namespace daybook
