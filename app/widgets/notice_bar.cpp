#include "app/widgets/notice_bar.h"

#include <algorithm>

#include "app/widgets/typesetting.h"

namespace daybook {
namespace {

bool closing_button(Ui& ui, const Box& box) {
    SemanticNode node;
    node.role = Role::button;
    node.name = "Close this notice";
    const Touch touch = touchable(ui, "close notice", box, std::move(node));
    draw_icon(Icon::close, box.x + 14, box.y + 14, 20, ui.theme.palette.ink);
    draw_focus_ring(ui, touch, inset(box, 4));
    return touch.pressed;
}

}  // namespace

bool notice_bar(Ui& ui, Box& screen, const Notice& notice) {
    const Palette& palette = ui.theme.palette;
    const TextStyle style = ui.theme.body();
    const bool calm = notice.calm == Calm::calm;
    const Colour edge = calm ? palette.accent : palette.danger;
    const float closing = notice.can_be_closed ? 56 : 0;
    const float width = screen.width - 64 - closing;
    const auto lines = wrapped(style, notice.words, width);
    const float height = std::max(static_cast<float>(lines.size()) * style.line + 22, Theme::target);
    const Box box{screen.x, screen.y, screen.width, height};
    fill(box, calm ? palette.accent_soft : palette.danger_soft, 0);
    fill({box.x, box.y + box.height - 1, box.width, 1}, edge, 0);
    const Icon usual = calm ? Icon::check : Icon::warning;
    draw_icon(notice.icon == Icon::none ? usual : notice.icon, box.x + 16, box.y + 14, 20, edge);
    draw_lines(style, box.x + 48, box.y + 11, width, palette.ink, notice.words);
    SemanticNode node;
    node.id = id_of(notice.key);
    node.role = calm ? Role::status : Role::alert;
    node.name = notice.words;
    node.box = box;
    ui.semantics.add(std::move(node));
    screen.y += height;
    screen.height -= height;
    if (!notice.can_be_closed) return false;
    return closing_button(ui, {box.x + box.width - 52, box.y + (box.height - 48) / 2, 48, 48});
}

}  // namespace daybook
