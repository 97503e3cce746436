#include "app/asked.h"

#include <algorithm>

namespace daybook {
namespace {

std::optional<Question> question_of(const Command& command) {
    if (std::holds_alternative<Export>(command)) return Question::bundle;
    if (std::holds_alternative<ChangePasscode>(command)) return Question::passcode;
    if (std::holds_alternative<SetLockTimes>(command)) return Question::lock_times;
    if (std::holds_alternative<RemoveQuickUnlock>(command)) return Question::quick_unlock;
    if (std::holds_alternative<EraseInspection>(command)) return Question::erasure;
    if (std::holds_alternative<TestStorage>(command)) return Question::storage_test;
    return std::nullopt;
}

}  // namespace

void Asked::sent(const Command& command) {
    if (const auto question = question_of(command)) waiting_.push_back(*question);
}

void Asked::answered(Question question) {
    const auto place = std::ranges::find(waiting_, question);
    if (place != waiting_.end()) waiting_.erase(place);
}

std::optional<Question> Asked::refused() {
    if (waiting_.empty()) return std::nullopt;
    const Question question = waiting_.front();
    waiting_.pop_front();
    return question;
}

}  // namespace daybook
