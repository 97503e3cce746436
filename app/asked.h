// What the engine was asked that has no number, so that a refusal finds the screen that asked.
// Never counts edits: those have numbers of their own.
#pragma once

#include <deque>
#include <optional>

#include "core/engine/protocol.h"

namespace daybook {

enum class Question { bundle, passcode, lock_times, quick_unlock, erasure, storage_test };

class Asked {
public:
    void sent(const Command& command);
    void answered(Question question);
    /// The oldest that waits: the engine answers in the order in which it was asked. None if nothing does.
    std::optional<Question> refused();
    void clear() { waiting_.clear(); }

private:
    std::deque<Question> waiting_;
};

}  // namespace daybook
