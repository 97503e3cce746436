// What a person does in the telephone survey, said as changes.
// Never applies them: they become revisions first.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/time.h"
#include "core/log/revision.h"

namespace daybook::edits {

/// The calls to a school, of which something is said for the first time: the id is survey_call_id()'s. Words are
/// written into its fields as an attachment's gist is.
[[nodiscard]] std::vector<Change> create_survey_call(InspectionId inspection, ItemId school);
/// The id of one of the question's choices; empty takes back what was said.
[[nodiscard]] std::vector<Change> set_answer(ItemId call, std::string_view question, const std::string& choice);
/// A word of outcomes, and when to call again; an empty word takes back what was said.
[[nodiscard]] std::vector<Change> set_outcome(ItemId call, std::string_view outcome, std::optional<Instant> call_back);

}  // namespace daybook::edits
