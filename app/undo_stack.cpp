#include "app/undo_stack.h"

#include <algorithm>
#include <utility>

namespace daybook {

bool UndoStack::can(const std::vector<Undoable>& stack, InspectionId inspection) const {
    return on_the_way_.empty() && !stack.empty() && stack.back().inspection == inspection;
}

std::vector<Change> UndoStack::changes_on_the_way(InspectionId inspection) const {
    std::vector<Change> all;
    for (const OnTheWay& one : on_the_way_) {
        if (one.inspection == inspection) all.insert(all.end(), one.changes.begin(), one.changes.end());
    }
    return all;
}

void UndoStack::answered(std::uint64_t number) {
    std::erase_if(on_the_way_, [number](const OnTheWay& one) { return one.number == number; });
}

void UndoStack::sent(const Notebook& book, const Edit& edit) {
    const auto before = changes_on_the_way(edit.inspection);
    on_the_way_.push_back({edit.number, edit.inspection, edit.changes});
    if (std::erase(own_, edit.number) > 0) return;
    auto made = undoable(book, edit.changes, before);
    if (!made) return;
    undone_.clear();
    done_.push_back(std::move(*made));
    if (done_.size() > deepest) done_.erase(done_.begin());
}

UndoStack::Outcome UndoStack::move(std::vector<Undoable>& from, std::vector<Undoable>& to, const Notebook& book,
                                   Outbox& out) {
    Undoable last = std::move(from.back());
    from.pop_back();
    if (last.words) {
        const auto change = taken_back(book, *last.words);
        if (!change) return Outcome::changed_since;
        own_.push_back(out.edit(last.inspection, {*change}));
        std::swap(last.words->before, last.words->after);
        to.push_back(std::move(last));
        return Outcome::done;
    }
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
