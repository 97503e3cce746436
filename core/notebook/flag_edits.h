// What a person says of an entry beyond its words, and what inspectors declare, said as changes.
// Never applies them: they become revisions first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/log/revision.h"
#include "core/notebook/notebook.h"

namespace daybook::edits {

/// The first words on the impact that was seen, as one change.
[[nodiscard]] Change first_impact(ItemId entry, std::string words);

/// It may be shared at the next meeting with the DCS.
[[nodiscard]] std::vector<Change> set_emerging(ItemId entry, bool emerging);

/// It is a line of enquiry. Whose it is, and what has answered it, stays known while it is none.
[[nodiscard]] std::vector<Change> set_follow_up(ItemId entry, bool follow_up);
[[nodiscard]] std::vector<Change> set_follow_up_owner(ItemId entry, std::string owner);
[[nodiscard]] std::vector<Change> set_answer(ItemId entry, ItemId answer, bool answers);
/// Why it needs no answer; empty opens it again.
[[nodiscard]] std::vector<Change> close_follow_up(ItemId entry, std::string why);

/// A word of `duties` that can be disclosed; empty takes the mark back.
[[nodiscard]] std::vector<Change> set_disclosure(ItemId entry, std::string_view disclosure);
[[nodiscard]] std::vector<Change> set_serious_concern(ItemId entry, bool serious_concern);
/// Everything that is said of it; who records it and when is the revisions' business.
[[nodiscard]] std::vector<Change> record_passed_on(const PassedOn& record);

/// The same of a declaration.
[[nodiscard]] std::vector<Change> add_declaration(const Declaration& declaration);
/// What of it is to be otherwise; nothing else is touched.
[[nodiscard]] std::vector<Change> correct_declaration(const Declaration& before, const Declaration& after);

}  // namespace daybook::edits
