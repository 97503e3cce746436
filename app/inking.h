// The lines that a pen draws: their points as they come, and what of them the engine has been told.
// Never a point dropped: each is kept in the call in which it came, and sent within a second.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "app/outbox.h"
#include "app/route.h"
#include "core/notebook/ink.h"

namespace daybook {

/// A line that is being drawn, or that the notebook does not have whole yet.
struct InkLine {
    InspectionId inspection;
    Spot sheet;  ///< with the drawing that it is on
    ItemId stroke;
    std::vector<InkPoint> points{};
    bool lifted = false;
    std::size_t sent = 0;    ///< of its points
    std::size_t pieces = 0;  ///< in which they were sent
    std::optional<Instant> first_unsent{};
    std::vector<std::uint64_t> on_the_way{};  ///< numbers of edits that were not answered yet
};

class Inking {
public:
    /// What is drawn goes when the pen is lifted, and this long after it was drawn at the latest.
    static constexpr std::int64_t patience_ms = 1000;

    /// `before_first` brings about what a line is drawn on. It comes before the first of the line is sent: what was no
    /// pen leaves no sheet behind either.
    explicit Inking(std::function<void(const InkLine&)> before_first) : before_first_(std::move(before_first)) {}

    void begin(InspectionId inspection, const Spot& sheet, ItemId stroke);
    [[nodiscard]] bool is_drawing() const { return !lines_.empty() && !lines_.back().lifted; }
    /// To the line that is being drawn. The first point of a line is its millisecond 0.
    void add(InkPoint point, Instant now);
    /// A stroke can have no more points: the line is to go on as another.
    [[nodiscard]] bool is_full() const;
    /// What of it was not sent.
    void send(Outbox& out);
    void lift(Outbox& out);
    /// It was no pen: what of it was sent already is erased.
    void drop(Outbox& out);

    /// When send_due() next has something to do.
    [[nodiscard]] std::optional<Instant> due() const;
    void send_due(Instant now, Outbox& out);
    [[nodiscard]] bool has_unsent() const;

    /// In the order in which they were begun; the one that is being drawn is the last.
    [[nodiscard]] std::span<const InkLine> lines() const { return lines_; }
    [[nodiscard]] const InkLine* find(ItemId stroke) const;
    /// The engine has taken an edit in, or has refused it: such a line is not in the notebook.
    void appended(std::uint64_t number);
    void refused(std::uint64_t number);
    void clear() { lines_.clear(); }

private:
    std::function<void(const InkLine&)> before_first_;
    std::vector<InkLine> lines_;
};

}  // namespace daybook
