// The days that a plan is shown by, and the sessions of each.
// Never draws.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/notebook/notebook.h"

namespace daybook {

/// Those that are placed and not retired, each day's by time.
using SessionsByDay = std::map<std::string, std::vector<const Planned*>>;
[[nodiscard]] SessionsByDay sessions_by_day(const Notebook& book);
/// Those of this day.
[[nodiscard]] std::vector<const Planned*> sessions_on(const SessionsByDay& sessions, const std::string& day);

/// The days of each week in which something is planned or the inspection is, and of the week before it: from Monday to
/// Friday, and those of a weekend on which something is.
[[nodiscard]] std::vector<std::string> days_of_weeks(const Notebook& book);

}  // namespace daybook
