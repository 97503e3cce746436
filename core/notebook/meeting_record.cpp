#include "core/notebook/meeting_record.h"

#include <algorithm>
#include <set>

namespace daybook {

std::string recorded_field(std::string_view question) {
    return std::string(words::recorded_choice).append(question);
}

std::string record_says_field(std::string_view question) {
    return std::string(words::recorded_words).append(question);
}

bool is_settled(const SurveyQuestion& question, const Answer* answer) {
    if (answer == nullptr || !answer->is_given()) return false;
    if (question.choices.empty()) return true;
    const auto chosen = std::ranges::find(question.choices, answer->choice, &SurveyChoice::id);
    // One of a later pack says something, too.
    return !answer->choice.empty() && (chosen == question.choices.end() || !chosen->still_open);
}

RecordProgress progress_of(const Pack& pack, const Activity& activity) {
    RecordProgress progress;
    for (const MeetingRecord* record : pack.records_of(activity.kind)) {
        for (const SurveyQuestion& question : record->questions) {
            ++progress.questions;
            const Answer* answer = find_answer(activity.record, question.id);
            if (answer != nullptr && answer->is_given()) ++progress.answered;
            if (question.needed && !is_settled(question, answer)) progress.lacking.push_back(&question);
        }
    }
    return progress;
}

std::vector<std::string> recorded_beyond(const Pack& pack, const Activity& activity) {
    std::set<std::string> asked;
    for (const MeetingRecord* record : pack.records_of(activity.kind)) {
        for (const SurveyQuestion& question : record->questions) asked.insert(question.id);
    }
    std::vector<std::string> beyond;
    for (const auto& [id, answer] : activity.record) {
        if (answer.is_given() && !asked.contains(id)) beyond.push_back(id);
    }
    return beyond;
}

namespace edits {

std::vector<Change> record(ItemId activity, std::string_view question, const std::string& choice) {
    return {SetField{activity, recorded_field(question), choice}};
}

Change first_record_words(ItemId activity, std::string_view question, std::string words) {
    return Splice{activity, record_says_field(question), {}, 0, 0, std::move(words)};
}

}  // namespace edits

}  // namespace daybook
