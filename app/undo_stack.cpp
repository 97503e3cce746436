#include "app/undo_stack.h"

#include <algorithm>
#include <utility>

namespace daybook {

bool UndoStack::is_of(const std::vector<Undoable>& stack, InspectionId inspection) {
    return !stack.empty() && stack.back().inspection == inspection;
}

void UndoStack::sent(const Notebook& book, const Edit& edit) {
    if (std::erase(own_, edit.number) > 0) return;
    auto made = undoable(book, edit.changes);
    if (!made) return;
    undone_.clear();
    done_.push_back(std::move(*made));
    if (done_.size() > deepest) done_.erase(done_.begin());
}

UndoStack::Outcome UndoStack::move(std::vector<Undoable>& from, std::vector<Undoable>& to, const Notebook& book,
                                   Outbox& out) {
    Undoable last = std::move(from.back());
    from.pop_back();
    if (!stands(book, last.made)) return Outcome::changed_since;
    own_.push_back(out.edit(last.inspection, last.back));
    std::swap(last.made, last.back);
    to.push_back(std::move(last));
    return Outcome::done;
}

UndoStack::Outcome UndoStack::undo(const Notebook& book, Outbox& out) {
    return move(done_, undone_, book, out);
}

UndoStack::Outcome UndoStack::redo(const Notebook& book, Outbox& out) {
    return move(undone_, done_, book, out);
}

}  // namespace daybook
