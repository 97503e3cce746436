// What an activity of its kind is to record beyond its entries: whether the DCS came, what was asked for, who was told.
// Never compiled in: the questions are the pack's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/framework/pack.h"
#include "core/log/revision.h"
#include "core/notebook/activity.h"

namespace daybook {

/// The words that records have on disk, in the item of their activity. Never change one: old notebooks speak them.
namespace words {
inline constexpr std::string_view recorded_choice = "recorded ";    // followed by the question's id in the pack
inline constexpr std::string_view recorded_words = "record says ";  // the same
}  // namespace words

/// The fields that have what was recorded to a question.
[[nodiscard]] std::string recorded_field(std::string_view question);
[[nodiscard]] std::string record_says_field(std::string_view question);

/// Whether it needs no more: answered, and not by what is still to be done.
[[nodiscard]] bool is_settled(const SurveyQuestion& question, const Answer* answer);

struct RecordProgress {
    std::size_t questions = 0;
    std::size_t answered = 0;
    std::vector<const SurveyQuestion*> lacking;  ///< that are needed and not settled; they look into the pack
};
/// Of all records of the activity's kind.
[[nodiscard]] RecordProgress progress_of(const Pack& pack, const Activity& activity);

/// Ids of questions that something is recorded of, and that the pack does not ask in this kind of activity.
[[nodiscard]] std::vector<std::string> recorded_beyond(const Pack& pack, const Activity& activity);

namespace edits {
/// The id of one of the question's choices; empty takes back what was said.
[[nodiscard]] std::vector<Change> record(ItemId activity, std::string_view question, const std::string& choice);
/// The first words that are said to it, as one change.
[[nodiscard]] Change first_record_words(ItemId activity, std::string_view question, std::string words);
}  // namespace edits

}  // namespace daybook
