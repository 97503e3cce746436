#include "app/widgets/row.h"

#include <algorithm>

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

RowList::~RowList() { ui_.layout.space(16); }

bool RowList::row(const RowSpec& spec) {
    const Palette& palette = ui_.theme.palette;
    const TextStyle title = ui_.theme.strong();
    const TextStyle meta = ui_.theme.caption();
    const TextStyle words = ui_.theme.body();
    const float width = ui_.layout.width() - 2 * side;
    const Lines lines = shortened(words, spec, width);
    const float excerpt = spec.excerpt == nullptr ? 0 : draw_excerpt(ui_, *spec.excerpt, 0, 0, width, Ink::measure);

    float height = 24 + lines.height + excerpt;
    if (!spec.title.empty()) height += title.line;
    const bool meta_line = !spec.meta.empty() || !spec.badges.empty();
    // Times and badges share a line where both fit.
    const float badges = badges_width(ui_.theme.caption_strong(), spec.badges);
    const bool two_lines = !spec.meta.empty() && badges > 0 && text_width(meta, spec.meta) + 10 + badges > width;
    if (meta_line) height += meta.line * (two_lines ? 2 : 1) + 2;
    const Box box = ui_.layout.place(std::max(height, Theme::target));
    ui_.layout.space(8);

    const Scope scope(spec.key);
    Part item(ui_, "item", Role::list_item);
    SemanticNode node;
    node.role = Role::button;
    node.name = spoken(spec);
    node.current = spec.current;
    const Touch touch = touchable(ui_, "row", box, std::move(node));
    if (!is_visible(box)) return touch.pressed;

    Colour ground = spec.current ? palette.accent_soft : palette.surface;
    if (touch.held) ground = mixed(ground, palette.ink, 0.12F);
    fill(box, ground);
    outline(box, spec.current ? palette.accent : palette.line, spec.current ? 2.0F : 1.0F);
    const Colour ink = spec.faded ? palette.quiet : palette.ink;
    const float x = box.x + side;
    float y = box.y + 12;
    if (!spec.title.empty()) {
        draw_line(title, x, y, ink, elided(title, spec.title, width));
        y += title.line + 2;
    }
    if (meta_line) {
        const std::string shown = elided(meta, spec.meta, width);
        draw_line(meta, x, y, palette.quiet, shown);
        if (two_lines) y += meta.line;
        const float start = shown.empty() || two_lines ? x : x + text_width(meta, shown) + 10;
        draw_badges(ui_.theme.caption_strong(), spec.badges, start, y, box.x + box.width - side);
        y += meta.line;
    }
    for (const std::string& line : lines.shown) {
        draw_line(words, x, y, ink, line);
        y += words.line;
    }
    if (spec.excerpt != nullptr) draw_excerpt(ui_, *spec.excerpt, x, y, width, Ink::draw);
    draw_focus_ring(ui_, touch, box);
    return touch.pressed;
}

}  // namespace daybook
