// What comes from a pen, between frames: each point is kept in the call in which it came.
// Never waits for a frame: a line that is lifted is on its way to the engine before the next one is drawn.
#include <algorithm>
#include <cmath>

#include "app/app.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

constexpr double eraser_reach = 8;  // units beyond the ink
constexpr double reach = (most_ink_radius() + eraser_reach) * InkBounds::unit;

/// On the sheet, or at its edge: who draws beyond it goes on along it.
InkPoint on_sheet(const PenPoint& point, const SheetPlace& sheet, double began_ms) {
    const auto sixteenths = [&](float where, float from, std::int32_t most) {
        const double units = (where - from) / sheet.scale;
        return static_cast<std::int32_t>(std::lround(std::clamp<double>(units, 0, most) * InkBounds::unit));
    };
    constexpr double longest = InkBounds::ms;
    return {.x = sixteenths(point.x, sheet.x, InkBounds::width),
            .y = sixteenths(point.y, sheet.y, InkBounds::height),
            .pressure = static_cast<std::uint8_t>(std::lround(std::clamp(point.pressure, 0.0F, 1.0F) * 255)),
            .ms = static_cast<std::uint32_t>(std::clamp(point.ms - began_ms, 0.0, longest))};
}

/// False if they are so far apart that there is no need to look closer.
bool may_touch(const InkOutline& outline, const InkPoint& from, const InkPoint& to) {
    const auto is_beside = [](double least, double most, std::int32_t one, std::int32_t other) {
        return std::max(one, other) + reach < least * InkBounds::unit ||
               std::min(one, other) - reach > most * InkBounds::unit;
    };
    return !is_beside(outline.least.x, outline.most.x, from.x, to.x) &&
           !is_beside(outline.least.y, outline.most.y, from.y, to.y);
}

}  // namespace

bool App::takes_ink() const {
    const Spot& here = route_.here();
    return open_ && here.place == Place::drawing && drawing_desk_.shown == here.drawing && drawing_desk_.seen &&
           can_be_written();
}

void App::pen(std::span<const PenPoint> points, PenPhase phase, PenEnd end) {
    DrawingDesk& desk = drawing_desk_;
    if (phase == PenPhase::down) {
        inking_.lift(outbox_);  // a pen whose end was never told
        desk.doing.reset();
        if (points.empty() || !takes_ink()) return;
        desk.doing = end == PenEnd::eraser ? PenUse::erases : desk.use;
        desk.began_ms = points.front().ms;
        desk.last = on_sheet(points.front(), desk.sheet, desk.began_ms);
        if (desk.doing == PenUse::draws) begin_line();
    }
    if (!desk.doing || !takes_ink()) return;
    if (desk.doing == PenUse::draws) {
        draw_through(points);
    } else {
        erase_through(points);
    }
    if (phase == PenPhase::dropped) inking_.drop(outbox_);
    if (phase == PenPhase::up) inking_.lift(outbox_);
    if (phase == PenPhase::dropped || phase == PenPhase::up) desk.doing.reset();
    send();
    parts_.window.wake();
}

void App::begin_line() {
    inking_.begin(shelf_.open()->id(), route_.here(), new_id<ItemId>(parts_.random));
}

void App::make_sheet(const InkLine& line) {
    const Notebook* book = shelf_.find(line.inspection);
    if (book != nullptr) make_drawing(*book, line.sheet, drafts_, outbox_);
}

void App::draw_through(std::span<const PenPoint> points) {
    DrawingDesk& desk = drawing_desk_;
    const Instant now = parts_.now().at;
    for (const PenPoint& point : points) {
        if (!inking_.is_drawing()) return;  // what it was part of was refused
        if (inking_.is_full()) {
            InkPoint last = inking_.lines().back().points.back();
            inking_.lift(outbox_);
            begin_line();
            last.ms = 0;
            inking_.add(last, now);
            desk.began_ms = point.ms;
        }
        inking_.add(on_sheet(point, desk.sheet, desk.began_ms), now);
    }
    inking_.send_due(now, outbox_);
}

void App::erase_through(std::span<const PenPoint> points) {
    DrawingDesk& desk = drawing_desk_;
    const Notebook& book = *shelf_.open();
    std::vector<Change> changes;
    for (const PenPoint& point : points) {
        const InkPoint here = on_sheet(point, desk.sheet, desk.began_ms);
        for (const InkStroke* stroke : book.drawings().strokes_of(desk.shown)) {
            if (stroke->retired || desk.rubbed_out.contains(stroke->id)) continue;
            const InkOutline& outline = ink_shapes_.of(stroke->id, stroke->points, InkDetail::sheet);
            if (!may_touch(outline, desk.last, here) || !touches(stroke->points, desk.last, here, reach)) continue;
            desk.rubbed_out.insert(stroke->id);
            changes.emplace_back(Retire{stroke->id, true});
        }
        desk.last = here;
    }
    if (!changes.empty()) outbox_.edit(book.id(), std::move(changes));
}

/// Whether a deed is about strokes of the drawing that is open, and nothing else.
bool App::is_of_open_drawing(const Undoable* deed) const {
    const Notebook* book = shelf_.open();
    if (deed == nullptr || book == nullptr || deed->inspection != book->id() || deed->words) return false;
    return std::ranges::all_of(deed->made, [&](const Change& change) {
        const auto* retire = std::get_if<Retire>(&change);
        if (retire == nullptr) return false;
        const InkStroke* stroke = book->drawings().stroke(retire->item);
        const InkLine* line = inking_.find(retire->item);
        const ItemId drawing = stroke != nullptr ? stroke->of : line != nullptr ? line->sheet.drawing : ItemId{};
        return drawing == route_.here().drawing;
    });
}

}  // namespace daybook
