#include "app/widgets/notice_bar.h"

#include <algorithm>
#include <utility>

#include "app/widgets/panel.h"
#include "app/widgets/typesetting.h"

namespace daybook {
namespace {

bool closing_button(Ui& ui, const Box& box) {
    SemanticNode node;
    node.role = Role::button;
    node.name = ui.say(Word::notice_close);
    const Touch touch = touchable(ui, "close notice", box, std::move(node));
    const float size = ui.theme.scaled(20);
    draw_icon(Icon::close, box.x + (box.width - size) / 2, box.y + (box.height - size) / 2, size, ui.theme.palette.ink);
    draw_focus_ring(ui, touch, inset(box, 4));
    return touch.pressed;
}

/// The words, scrolled where they are longer than `box` is high.
void draw_words(Ui& ui, std::string_view key, const Box& box, std::string_view words) {
    const Scope scope(key);
    constexpr float scrollbar = 14;
    const Box around{box.x - scrollbar, box.y, box.width + 2 * scrollbar, box.height};
    const Panel panel(ui, "words", around, {.sides = scrollbar, .top = 11, .bottom = 11});
    const TextStyle style = ui.theme.body();
    const auto lines = static_cast<float>(wrapped(style, words, ui.layout.width()).size());
    ui.layout.space(0);
    const Box place = ui.layout.place(lines * style.line);
    draw_lines(style, place.x, place.y, place.width, ui.theme.palette.ink, words);
}

}  // namespace

bool notice_bar(Ui& ui, Box& screen, const Notice& notice) {
    const Palette& palette = ui.theme.palette;
    const TextStyle style = ui.theme.body();
    const bool calm = notice.calm == Calm::calm;
    const Colour edge = calm ? palette.accent : palette.danger;
    const float icon = ui.theme.scaled(20);
    const float closing = notice.can_be_closed ? std::max(Theme::target, icon + 28) + 8 : 0;
    const float left = icon + 28;
    const float width = screen.width - left - 16 - closing;
    const auto lines = static_cast<float>(wrapped(style, notice.words, width).size());
    // With the edge below it. A long one in large words leaves the screen the greater part, and is scrolled.
    const float most = std::max(screen.height / 3, 2 * style.line);
    const float height = std::clamp(lines * style.line + 23, Theme::target, std::max(most, Theme::target));
    const Box box{screen.x, screen.y, screen.width, height};
    fill(box, calm ? palette.accent_soft : palette.danger_soft, 0);
    fill({box.x, box.y + box.height - 1, box.width, 1}, edge, 0);
    const Icon usual = calm ? Icon::check : Icon::warning;
    draw_icon(notice.icon == Icon::none ? usual : notice.icon, box.x + 16, box.y + 11 + (style.line - icon) / 2, icon,
              edge);
    draw_words(ui, notice.key, {box.x + left, box.y, width, height - 1}, notice.words);
    SemanticNode node;
    node.id = id_of(notice.key);
    node.role = calm ? Role::status : Role::alert;
    node.name = notice.words;
    node.box = box;
    ui.semantics.add(std::move(node));
    screen.y += height;
    screen.height -= height;
    if (!notice.can_be_closed) return false;
    const float side = closing - 8;
    return closing_button(ui,
                          {box.x + box.width - side - 4, box.y + std::max((box.height - side) / 2, 0.0F), side, side});
}

}  // namespace daybook
