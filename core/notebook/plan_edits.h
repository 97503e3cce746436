// What a person does to the plan, the contacts and the facts of an inspection, said as changes.
// Never applies them: they become revisions first.
#pragma once

#include <vector>

#include "core/log/revision.h"
#include "core/notebook/notebook.h"

namespace daybook::edits {

/// Everything that is said of a session that is planned; who plans it is the revisions' business.
[[nodiscard]] std::vector<Change> add_planned(const Planned& planned);
/// What of it is to be otherwise; nothing else is touched, so that what another device moves meanwhile stands beside
/// it.
[[nodiscard]] std::vector<Change> correct_planned(const Planned& before, const Planned& after);

/// The same of a contact.
[[nodiscard]] std::vector<Change> add_contact(const Contact& contact);
[[nodiscard]] std::vector<Change> correct_contact(const Contact& before, const Contact& after);

/// The same of an inspection: its title, authority, days, lead and team. check_inspection() says what is wrong with it.
[[nodiscard]] std::vector<Change> correct_inspection(InspectionId inspection, const Inspection& before,
                                                     const Inspection& after);

}  // namespace daybook::edits
