#include "app/screens/drawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "app/screens/drawings.h"
#include "app/screens/stage.h"
#include "app/widgets/back_button.h"
#include "app/widgets/button.h"
#include "app/widgets/choices.h"
#include "app/widgets/field.h"
#include "app/widgets/panel.h"
#include "app/widgets/text.h"
#include "app/wording.h"
#include "app/words/times.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

constexpr double rule = 40;         // from one ruled line to the next, in units
constexpr float stride = 0.25F;     // of the sheet that is seen, by an arrow key
constexpr float free_sheet = 0.6F;  // of what is seen, below the lowest ink

/// All that the parts of the screen need.
struct Open {
    const View& view;
    const Spot& spot;
    const Drawing* drawing;  // none until its first stroke or word
    DrawingDesk& desk;
    DrawingTools& with;
    Wishes& wishes;
};

bool is_retired(const Open& open) {
    return open.drawing != nullptr && open.drawing->retired;
}

bool can_be_drawn_on(const Open& open) {
    return open.view.custody.can_be_written() && !is_retired(open);
}

const Drawings::Strokes& strokes_of(const Open& open) {
    return open.view.book.drawings().strokes_of(open.spot.drawing);
}

std::string title(const Words& say, const Open& open) {
    if (open.drawing != nullptr) return drawing_title(say, open.view.book, *open.drawing);
    const std::string number = std::to_string(open.view.book.drawings().of(open.spot.entry).size() + 1);
    if (number == "1") return std::string(say(Word::drawing_title));
    return say(phrase::drawing_title_of{.number = number, .all = number});
}

/// Gives where it ends: as high before the first stroke as after it, for the sheet must not move beneath a pen.
float header(Ui& ui, const Open& open, const Box& area, float sides) {
    if (back_button(ui, area)) open.wishes.route.go_back();
    const float left = beside_back_button(ui.theme, area);
    ui.layout.open_column(left, area.y + 20, area.x + area.width - sides - left);
    heading(ui, title(ui.say, open), 1);
    return std::max(ui.layout.close_column(), area.y + 12 + Theme::target) + 12;
}

void rule_sheet(Ui& ui, const Box& sheet, float scale) {
    const Colour faint = ui.theme.palette.line;
    const auto lines = static_cast<int>(sheet.height / scale / rule);
    for (int n = 1; n <= lines; ++n) {
        const float y = std::round(sheet.y + static_cast<float>(n * rule) * scale);
        if (is_visible({sheet.x, y, sheet.width, 1})) fill({sheet.x, y, sheet.width, 1}, faint, 0);
    }
}

/// Of each line that is on the sheet, how it looks: those that the notebook has, and those that it has not yet.
template <typename Take>
void each_line(const Open& open, const Take& take) {
    InkShapes& shapes = open.with.shapes;
    for (const InkStroke* stroke : strokes_of(open)) {
        const bool is_gone = stroke->retired || open.desk.rubbed_out.contains(stroke->id);
        if (is_gone || open.with.inking.find(stroke->id) != nullptr) continue;
        take(shapes.of(stroke->id, stroke->points, InkDetail::sheet));
    }
    for (const InkLine& line : open.with.inking.lines()) {
        if (line.sheet.drawing == open.spot.drawing) take(shapes.of(line.stroke, line.points, InkDetail::sheet));
    }
}

/// As high as what is on it, and some more to go on.
float sheet_height(const Open& open, const Box& stage, float scale) {
    double lowest = 0;
    each_line(open, [&](const InkOutline& outline) { lowest = std::max(lowest, outline.most.y); });
    const float wanted = static_cast<float>(lowest) * scale + stage.height * free_sheet;
    // A point less than there is: what fits is not scrolled.
    return std::clamp(wanted, stage.height - 1, std::max(InkBounds::height * scale, stage.height - 1));
}

Box seen_of(const Box& sheet, const Box& stage) {
    const float top = std::max(sheet.y, stage.y);
    const float bottom = std::min(sheet.y + sheet.height, stage.y + stage.height);
    return {sheet.x, top, sheet.width, std::max(bottom - top, 0.0F)};
}

void scroll_by_keys(const Ui& ui, const Box& stage) {
    float by = 0;
    for (const ViewMove made : ui.attention.moves) {
        if (made == ViewMove::up) by -= stride;
        if (made == ViewMove::down) by += stride;
    }
    if (by == 0) return;
    ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + by * stage.height, 0.0F, ImGui::GetScrollMaxY()));
}

void sheet(Ui& ui, const Open& open, const Box& stage) {
    std::erase_if(open.desk.rubbed_out, [&](ItemId id) {
        const InkStroke* stroke = open.view.book.drawings().stroke(id);
        return stroke == nullptr || stroke->retired;
    });
    SemanticNode node;
    node.id = id_of("sheet");
    node.role = Role::image;
    std::size_t count = 0;
    each_line(open, [&](const InkOutline& outline) { count += outline.bands.empty() ? 0 : 1; });
    node.name = drawing_name(ui.say, {.title = ui.say(Word::drawing_title),
                                      .strokes = count,
                                      .gist = open.drawing == nullptr ? std::string_view() : open.drawing->gist});
    node.box = stage;
    ui.semantics.add(std::move(node));

    fill(stage, ui.theme.palette.surface, 0);
    outline(stage, ui.theme.palette.line, 1, 0);
    const Panel panel(ui, "sheet", stage, {.sides = 0, .top = 0, .bottom = 0});
    scroll_by_keys(ui, stage);
    // Beside the scrollbar, whether it is there or not: ink stays where it was drawn.
    const float width = stage.width - ImGui::GetStyle().ScrollbarSize;
    const float scale = width / InkBounds::width;
    const Box box = ui.layout.place(width, sheet_height(open, stage, scale));
    open.desk.sheet = {box.x, box.y, scale};
    // Dear ImGui learns with the next frame how far it can be scrolled.
    if (std::exchange(open.desk.sheet_height, box.height) != box.height) ui.attention.moved = true;
    if (can_be_drawn_on(open)) open.desk.seen = seen_of(box, stage);
    rule_sheet(ui, box, scale);
    const Colour ink = is_retired(open) ? ui.theme.palette.quiet : ui.theme.palette.ink;
    each_line(open, [&](const InkOutline& outline) { draw_ink(outline, open.desk.sheet, ink); });
}

void pen_or_eraser(Ui& ui, const Open& open) {
    const std::array offered{Choice{.label = ui.say(Word::drawing_pen), .icon = Icon::pen},
                             Choice{.label = ui.say(Word::drawing_eraser), .icon = Icon::eraser}};
    const std::size_t chosen = open.desk.use == PenUse::draws ? 0 : 1;
    if (const auto pressed = choices_in_row(ui, ui.say(Word::drawing_tools), offered, chosen, 0)) {
        open.desk.use = *pressed == 0 ? PenUse::draws : PenUse::erases;
    }
}

void retire(Ui& ui, const Open& open) {
    const bool retired = is_retired(open);
    if (!button(ui, {.label = ui.say(retired ? Word::drawing_bring_back : Word::drawing_retire),
                     .look = retired ? Look::secondary : Look::quiet,
                     .icon = Icon::retired,
                     .name = ui.say(retired ? Word::drawing_bring_back_name : Word::drawing_retire_name)}))
        return;
    open.with.inking.lift(open.wishes.out);
    open.wishes.out.edit(open.view.book.id(), edits::set_retired(open.spot.drawing, !retired));
}

std::optional<Order> actions(Ui& ui, const Open& open) {
    std::optional<Order> wanted;
    const Row row(ui);
    if (can_be_drawn_on(open)) {
        pen_or_eraser(ui, open);
        const auto order = [&](Icon icon, Word name, bool possible, Order one) {
            const std::string_view words = ui.say(name);
            if (button(ui, {.label = "", .icon = icon, .name = words, .key = words, .disabled = !possible}))
                wanted = one;
        };
        order(Icon::undo, Word::order_undo, open.with.can_undo, Order::undo);
        order(Icon::redo, Word::order_redo, open.with.can_redo, Order::redo);
    }
    if (open.drawing != nullptr) retire(ui, open);
    return wanted;
}

/// What it shows, in words: to be found again, for who cannot read it, and for who does not see it.
void gist(Ui& ui, const Open& open) {
    Draft& draft = open.with.drafts.open_drawing(open.view.book, open.spot.drawing, open.spot.entry);
    const FieldTouch touch = field(
        ui, {.label = ui.say(Word::drawing_gist), .placeholder = ui.say(Word::drawing_gist_example), .key = "gist"},
        draft.text);
    if (touch.state.changed) {
        make_drawing(open.view.book, open.spot, open.with.drafts, open.wishes.out);
        open.with.drafts.typed(draft, open.view.now.at);
    }
    if (open.desk.was_typing && !touch.state.focused) open.with.drafts.send_all(open.wishes.out);
    open.desk.was_typing = touch.state.focused;
    if (open.drawing == nullptr) return;
    for (const TextVersion& version : open.drawing->versions) {
        if (version.text == open.drawing->gist) continue;
        note(ui,
             ui.say(phrase::drawing_also_written{.version = version_words(ui.say, version), .words = version.text}));
    }
}

void about(Ui& ui, const Open& open) {
    const std::string line = ui.say(phrase::drawing_about{.date = day_words(ui.say, open.drawing->made),
                                                          .time = time_words(ui.say, open.drawing->made),
                                                          .author = open.drawing->author});
    note(ui, is_retired(open) ? ui.say(phrase::drawing_about_retired{.about = line}) : line);
}

std::optional<Order> tools(Ui& ui, const Open& open) {
    std::optional<Order> wanted;
    if (open.view.custody.can_be_written()) {
        wanted = actions(ui, open);
        ui.layout.space(12);
        gist(ui, open);
    } else if (open.drawing != nullptr && !open.drawing->gist.empty()) {
        paragraph(ui, open.drawing->gist);
    }
    if (open.drawing != nullptr) about(ui, open);
    const std::size_t unreadable = count_ink(strokes_of(open)).unreadable;
    if (unreadable > 0) note(ui, ui.say(phrase::drawing_unreadable{.count = unreadable}));
    return wanted;
}

}  // namespace

void make_drawing(const Notebook& book, const Spot& spot, Drafts& drafts, Outbox& out) {
    drafts.create(drafts.open(book, spot.entry, spot.activity), out);
    drafts.create(drafts.open_drawing(book, spot.drawing, spot.entry), out);
}

std::optional<Order> drawing_screen(Ui& ui, const View& view, DrawingDesk& desk, DrawingTools with, Wishes wishes) {
    const Spot spot = wishes.route.here();
    const Drawing* drawing = view.book.drawings().find(spot.drawing);
    desk.seen.reset();
    if (drawing == nullptr && !view.custody.can_be_written()) {
        wishes.route.go_back();
        return std::nullopt;
    }
    if (desk.shown != spot.drawing) {
        with.drafts.send_all(wishes.out);
        const float tools_height = desk.tools_height;
        desk = {};
        desk.shown = spot.drawing;
        desk.tools_height = tools_height;
    }
    const ScrollSubject subject(ui, spot.drawing);
    const Open open{view, spot, drawing, desk, with, wishes};
    const float sides = view.area.width < ui.theme.scaled(480) ? 16 : 24;
    const float top = header(ui, open, view.area, sides);
    const StagePlaces places = stage_places(
        ui.theme, view.area, {.top = top, .sides = sides, .tools_height = desk.tools_height, .most = 0.45F});
    sheet(ui, open, places.stage);
    const Panel panel(ui, "tools", places.tools, {.sides = sides, .top = tools_top, .bottom = 16});
    const float from = ui.layout.bottom();
    const auto wanted = tools(ui, open);
    desk.tools_height = ui.layout.bottom() - from + tools_top + 16;
    return wanted;
}

}  // namespace daybook
