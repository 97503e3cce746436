// What somebody did to a notebook and may want to take back, the last first.
// Never a history: that is the log's. Forgotten at a lock.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/outbox.h"
#include "core/notebook/undo.h"

namespace daybook {

class UndoStack {
public:
    static constexpr std::size_t deepest = 100;

    /// An edit goes to the engine; `book` is as it was before.
    void sent(const Notebook& book, const Edit& edit);
    /// The edit of this number is in the notebook now, or never will be.
    void answered(std::uint64_t number);
    /// Never while an edit is on its way: what stands is not known then.
    [[nodiscard]] bool can_undo(InspectionId inspection) const { return can(done_, inspection); }
    [[nodiscard]] bool can_redo(InspectionId inspection) const { return can(undone_, inspection); }

    /// What would be taken back, or done again, next; none if nothing would.
    [[nodiscard]] const Undoable* next_undo() const { return done_.empty() ? nullptr : &done_.back(); }
    [[nodiscard]] const Undoable* next_redo() const { return undone_.empty() ? nullptr : &undone_.back(); }

    enum class Outcome : std::uint8_t { done, changed_since };
    /// Takes the last thing back, or does it again, by an edit of its own. What was changed since stays, and is no
    /// longer offered. To be called only if it can be.
    Outcome undo(const Notebook& book, Outbox& out);
    Outcome redo(const Notebook& book, Outbox& out);
    void clear() { *this = {}; }

private:
    struct OnTheWay {
        std::uint64_t number;
        InspectionId inspection;
        std::vector<Change> changes;
    };

    [[nodiscard]] bool can(const std::vector<Undoable>& stack, InspectionId inspection) const;
    [[nodiscard]] std::vector<Change> changes_on_the_way(InspectionId inspection) const;
    Outcome move(std::vector<Undoable>& from, std::vector<Undoable>& to, const Notebook& book, Outbox& out);

    std::vector<Undoable> done_;
    std::vector<Undoable> undone_;
    std::vector<OnTheWay> on_the_way_;  ///< sent and not answered, in the order in which they were sent
    std::vector<std::uint64_t> own_;    ///< numbers of edits that this made, until they are sent
};

}  // namespace daybook
