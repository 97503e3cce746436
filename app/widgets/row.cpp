#include "app/widgets/row.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/widgets/reach.h"
#include "app/widgets/typesetting.h"
#include "core/base/utf8.h"

namespace daybook {
namespace {

constexpr float side = 16;
constexpr float gap = 8;

std::string spoken(const RowSpec& spec) {
    std::string name(spec.title);
    const auto add = [&name](std::string_view more, std::string_view between) {
        if (more.empty()) return;
        if (!name.empty()) name += between;
        name += more;
    };
    add(spec.meta, ", ");
    for (const Badge& badge : spec.badges) add(badge.text, ", ");
    // Whoever wants to hear more than this opens it: a name of megabytes is none.
    constexpr std::size_t most = 20'000;
    const std::string words =
        spec.excerpt == nullptr ? std::string(spec.words.substr(0, most + 1)) : spec.excerpt->plain();
    add(words.size() <= most ? words : words.substr(0, character_start(words, most)) + "\u2026", ". ");
    return name;
}

struct Lines {
    std::string_view paragraph;  // that they are the first of
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
    lines.paragraph = words.substr(0, words.find('\n'));
    const auto all = wrapped(style, words, width);
    const auto most = std::min(all.size(), static_cast<std::size_t>(spec.lines));
    for (std::size_t index = 0; index < most; ++index) {
        const bool cut = index + 1 == most && (all.size() > most || words.size() < spec.words.size());
        lines.shown.push_back(cut ? elided(style, std::string(all[index]) + "\u2026", width) : std::string(all[index]));
    }
    lines.height = static_cast<float>(lines.shown.size()) * style.line;
    return lines;
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
    std::size_t title_lines = 0;
    float details = 0;  // height of the quiet line and the marks
    Lines lines;
    float excerpt = 0;  // height of the excerpt
    float height = 0;
};

RowShape shape_of(Ui& ui, const RowSpec& spec, float width) {
    const Theme& theme = ui.theme;
    RowShape shape;
    if (!spec.title.empty()) shape.title_lines = wrapped(theme.strong(), spec.title, width).size();
    shape.details = draw_details(theme, spec.meta, spec.badges, 0, 0, width, Ink::measure);
    shape.lines = shortened(theme.body(), spec, width);
    if (spec.excerpt != nullptr) shape.excerpt = draw_excerpt(ui, *spec.excerpt, 0, 0, width, Ink::measure);
    shape.height =
        24 + static_cast<float>(shape.title_lines) * theme.strong().line + shape.lines.height + shape.excerpt;
    if (shape.details > 0) shape.height += shape.details + 2;
    return shape;
}

void draw_row(Ui& ui, const RowSpec& spec, const RowShape& shape, const Box& box) {
    const Palette& palette = ui.theme.palette;
    const TextStyle body = ui.theme.body();
    const Colour ink = spec.faded ? palette.quiet : palette.ink;
    const float width = box.width - 2 * side;
    const float x = box.x + side;
    float y = box.y + 12;
    if (!spec.title.empty()) y += draw_lines(ui.theme.strong(), x, y, width, ink, spec.title);
    if (shape.details > 0) {
        if (!spec.title.empty()) y += 2;
        y += draw_details(ui.theme, spec.meta, spec.badges, x, y, width, Ink::draw);
    }
    for (const std::string& line : shape.lines.shown) {
        draw_line_of(body, shape.lines.paragraph, {x, y, width, body.line}, ink, line);
        y += body.line;
    }
    if (spec.excerpt != nullptr) draw_excerpt(ui, *spec.excerpt, x, y, width, Ink::draw);
}

}  // namespace

float RowList::guess(const Theme& theme) {
    return 24 + theme.caption().line + 2 + 2 * theme.body().line;
}

void RowList::each(std::size_t count, const std::function<void(std::size_t)>& lay_out) {
    count_ = count;
    lay_out_near(ui_, {.key = "rows",
                       .count = count,
                       .gap = gap,
                       .guess = [&](std::size_t) { return guess(ui_.theme); },
                       .lay_out =
                           [&](std::size_t index, std::optional<float> unseen) {
                               position_ = index + 1;
                               unseen_ = unseen;
                               lay_out(index);
                           }});
    position_ = 0;
    unseen_.reset();
}

bool RowList::row(const RowSpec& spec) {
    const Palette& palette = ui_.theme.palette;
    RowShape shape;
    if (!unseen_) shape = shape_of(ui_, spec, ui_.layout.width() - 2 * side);
    const Box box = ui_.layout.place(unseen_.value_or(std::max(shape.height, Theme::target)));
    ui_.layout.space(gap);

    const Scope scope(spec.key);
    SemanticNode place;
    place.id = id_of("item");
    place.role = Role::list_item;
    place.position = static_cast<int>(position_);
    place.set_size = position_ == 0 ? 0 : static_cast<int>(count_);
    const Part item(ui_, std::move(place));
    SemanticNode node;
    node.role = Role::button;
    node.name = spoken(spec);
    node.current = spec.current;
    const Touch touch = touchable(ui_, "row", box, std::move(node));
    if (spec.comes_into_view) reveal(box);
    if (unseen_ || !is_visible(box)) return touch.pressed;

    const Colour ground = spec.current ? palette.accent_soft : palette.surface;
    fill(box, touch.held ? mixed(ground, palette.ink, 0.12F) : ground);
    outline(box, spec.current ? palette.accent : palette.line, spec.current ? 2.0F : 1.0F);
    draw_row(ui_, spec, shape, box);
    draw_focus_ring(ui_, touch, box);
    return touch.pressed;
}

}  // namespace daybook
