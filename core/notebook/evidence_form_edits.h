// What a person does to evidence forms, said as changes.
// Never applies them: they become revisions first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/log/revision.h"

namespace daybook::edits {

/// The inspection of a school that is under way, by its id in the pack; empty: there is none.
[[nodiscard]] std::vector<Change> set_school_inspection(ItemId school, const std::string& inspection);
/// A form in which something is said for the first time: its id is form_id()'s. Words are written into its fields as
/// an attachment's gist is.
[[nodiscard]] std::vector<Change> create_form(InspectionId inspection, ItemId school, const std::string& talk);
/// A word of form_states; empty: the talk is not held yet.
[[nodiscard]] std::vector<Change> set_form_state(ItemId form, std::string_view state);
/// A word of form_media; empty takes back what was said.
[[nodiscard]] std::vector<Change> set_form_medium(ItemId form, std::string_view medium);
[[nodiscard]] std::vector<Change> set_form_person(ItemId form, const std::string& role, bool present);

}  // namespace daybook::edits
