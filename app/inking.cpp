#include "app/inking.h"

#include <algorithm>

#include "core/notebook/edits.h"

namespace daybook {

void Inking::begin(InspectionId inspection, const Spot& sheet, ItemId stroke) {
    lines_.push_back({.inspection = inspection, .sheet = sheet, .stroke = stroke});
}

void Inking::add(InkPoint point, Instant now) {
    InkLine& line = lines_.back();
    if (!line.points.empty()) point.ms = std::max(point.ms, line.points.back().ms);
    line.points.push_back(point);
    if (!line.first_unsent) line.first_unsent = now;
}

bool Inking::is_full() const {
    const InkLine& line = lines_.back();
    constexpr std::size_t last_pieces = InkBounds::points / InkBounds::piece;  // that what is unsent may take
    return line.points.size() >= InkBounds::points || line.pieces + last_pieces >= InkBounds::pieces;
}

void Inking::send(Outbox& out) {
    if (!is_drawing()) return;
    InkLine& line = lines_.back();
    line.first_unsent.reset();
    if (line.pieces == 0 && !line.points.empty()) before_first_(line);
    while (line.sent < line.points.size()) {
        const auto rest = std::span<const InkPoint>(line.points).subspan(line.sent);
        const auto piece = rest.first(std::min(rest.size(), InkBounds::piece));
        line.on_the_way.push_back(out.edit(line.inspection, line.pieces == 0
                                                                ? edits::draw(line.stroke, line.sheet.drawing, piece)
                                                                : edits::draw_on(line.stroke, line.pieces, piece)));
        line.sent += piece.size();
        ++line.pieces;
    }
}

void Inking::lift(Outbox& out) {
    if (!is_drawing()) return;
    send(out);
    lines_.back().lifted = true;
    if (lines_.back().on_the_way.empty()) lines_.pop_back();
}

void Inking::drop(Outbox& out) {
    if (!is_drawing()) return;
    if (lines_.back().pieces > 0) out.edit(lines_.back().inspection, edits::set_retired(lines_.back().stroke, true));
    lines_.pop_back();
}

std::optional<Instant> Inking::due() const {
    if (!has_unsent()) return std::nullopt;
    return Instant{lines_.back().first_unsent->unix_ms + patience_ms};
}

void Inking::send_due(Instant now, Outbox& out) {
    if (const auto when = due(); when && *when <= now) send(out);
}

bool Inking::has_unsent() const {
    return is_drawing() && lines_.back().first_unsent.has_value();
}

const InkLine* Inking::find(ItemId stroke) const {
    const auto found = std::ranges::find(lines_, stroke, &InkLine::stroke);
    return found == lines_.end() ? nullptr : &*found;
}

void Inking::appended(std::uint64_t number) {
    for (InkLine& line : lines_) std::erase(line.on_the_way, number);
    std::erase_if(lines_, [](const InkLine& line) { return line.lifted && line.on_the_way.empty(); });
}

void Inking::refused(std::uint64_t number) {
    std::erase_if(lines_, [&](const InkLine& line) { return std::ranges::contains(line.on_the_way, number); });
}

}  // namespace daybook
