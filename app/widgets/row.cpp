#include "app/widgets/row.h"

#include <algorithm>

#include "app/widgets/typesetting.h"

namespace daybook {
namespace {

constexpr float side = 16;
constexpr float badge_size = 16;

std::string spoken(const RowSpec& spec) {
    std::string name(spec.title);
    const auto add = [&name](std::string_view more, std::string_view between) {
        if (more.empty()) return;
        if (!name.empty()) name += between;
        name += more;
    };
    add(spec.meta, ", ");
    for (const Badge& badge : spec.badges) add(badge.text, ", ");
    add(spec.excerpt == nullptr ? std::string(spec.words) : spec.excerpt->plain(), ". ");
    return name;
}

struct Lines {
    std::vector<std::string> shown;
    float height = 0;
};

Lines shortened(const TextStyle& style, const RowSpec& spec, float width) {
    Lines lines;
    if (spec.words.empty() || spec.excerpt != nullptr) return lines;
    // More than this cannot fit into the lines that are shown; a long entry need not be measured whole.
    constexpr std::size_t enough = 400;
    std::string_view words = spec.words;
    if (words.size() > enough) words = words.substr(0, words.find(' ', enough));
    const auto all = wrapped(style, words, width);
    const auto most = std::min(all.size(), static_cast<std::size_t>(spec.lines));
    for (std::size_t index = 0; index < most; ++index) {
        const bool cut = index + 1 == most && (all.size() > most || words.size() < spec.words.size());
        lines.shown.push_back(cut ? elided(style, std::string(all[index]) + "\u2026", width) : std::string(all[index]));
    }
    lines.height = static_cast<float>(lines.shown.size()) * style.line;
    return lines;
}

float badges_width(const TextStyle& style, std::span<const Badge> badges) {
    float width = 0;
    for (const Badge& badge : badges) {
        if (badge.icon != Icon::none) width += badge_size + 6;
        if (badge.shown == Badge::Shown::words) width += text_width(style, badge.text) + 10;
    }
    return width;
}

void draw_badges(const TextStyle& style, std::span<const Badge> badges, float x, float y, float right) {
    for (const Badge& badge : badges) {
        if (badge.icon != Icon::none) {
            if (x + badge_size > right) return;
            draw_icon(badge.icon, x, y + (style.line - badge_size) / 2, badge_size, badge.colour);
            x += badge_size + 6;
        }
        if (badge.shown == Badge::Shown::words && x < right - 24) {
            const std::string text = elided(style, badge.text, right - x);
            draw_line(style, x, y, badge.colour, text);
            x += text_width(style, text) + 10;
        }
    }
}

}  // namespace

RowList::RowList(Ui& ui, std::string_view key, std::string_view name)
    : ui_(ui), scope_(key), part_(ui, key, Role::list, name) {}

RowList::~RowList() {
    ui_.layout.space(16);
}

namespace {

/// What a row looks like, once it is known how wide it is.
struct RowShape {
    Lines lines;
    float excerpt = 0;       // height of the excerpt
    bool meta_line = false;  // there are times or badges
    bool two_lines = false;  // and they do not fit beside each other
    float height = 0;
};

RowShape shape_of(Ui& ui, const RowSpec& spec, float width) {
    const TextStyle meta = ui.theme.caption();
    RowShape shape;
    shape.lines = shortened(ui.theme.body(), spec, width);
    if (spec.excerpt != nullptr) shape.excerpt = draw_excerpt(ui, *spec.excerpt, 0, 0, width, Ink::measure);
    shape.meta_line = !spec.meta.empty() || !spec.badges.empty();
    const float badges = badges_width(ui.theme.caption_strong(), spec.badges);
    shape.two_lines = !spec.meta.empty() && badges > 0 && text_width(meta, spec.meta) + 10 + badges > width;
    shape.height = 24 + shape.lines.height + shape.excerpt;
    if (!spec.title.empty()) shape.height += ui.theme.strong().line;
    if (shape.meta_line) shape.height += meta.line * (shape.two_lines ? 2 : 1) + 2;
    return shape;
}

void draw_row(Ui& ui, const RowSpec& spec, const RowShape& shape, const Box& box) {
    const Palette& palette = ui.theme.palette;
    const TextStyle title = ui.theme.strong();
    const TextStyle meta = ui.theme.caption();
    const Colour ink = spec.faded ? palette.quiet : palette.ink;
    const float width = box.width - 2 * side;
    const float x = box.x + side;
    float y = box.y + 12;
    if (!spec.title.empty()) {
        draw_line(title, x, y, ink, elided(title, spec.title, width));
        y += title.line + 2;
    }
    if (shape.meta_line) {
        const std::string shown = elided(meta, spec.meta, width);
        draw_line(meta, x, y, palette.quiet, shown);
        if (shape.two_lines) y += meta.line;
        const float start = shown.empty() || shape.two_lines ? x : x + text_width(meta, shown) + 10;
        draw_badges(ui.theme.caption_strong(), spec.badges, start, y, box.x + box.width - side);
        y += meta.line;
    }
    for (const std::string& line : shape.lines.shown) {
        draw_line(ui.theme.body(), x, y, ink, line);
        y += ui.theme.body().line;
    }
    if (spec.excerpt != nullptr) draw_excerpt(ui, *spec.excerpt, x, y, width, Ink::draw);
}

}  // namespace

bool RowList::row(const RowSpec& spec) {
    const Palette& palette = ui_.theme.palette;
    const RowShape shape = shape_of(ui_, spec, ui_.layout.width() - 2 * side);
    const Box box = ui_.layout.place(std::max(shape.height, Theme::target));
    ui_.layout.space(8);

    const Scope scope(spec.key);
    const Part item(ui_, "item", Role::list_item);
    SemanticNode node;
    node.role = Role::button;
    node.name = spoken(spec);
    node.current = spec.current;
    const Touch touch = touchable(ui_, "row", box, std::move(node));
    if (!is_visible(box)) return touch.pressed;

    const Colour ground = spec.current ? palette.accent_soft : palette.surface;
    fill(box, touch.held ? mixed(ground, palette.ink, 0.12F) : ground);
    outline(box, spec.current ? palette.accent : palette.line, spec.current ? 2.0F : 1.0F);
    draw_row(ui_, spec, shape, box);
    draw_focus_ring(ui_, touch, box);
    return touch.pressed;
}

}  // namespace daybook
