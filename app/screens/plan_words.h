// How sessions of a plan, and what cannot go well with them, are said in one line.
// Never a colour alone: what is marked has words.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "app/words/words.h"
#include "core/notebook/notebook.h"
#include "core/notebook/plan_warnings.h"

namespace daybook {

/// "09:30", of minutes after midnight; empty for those of no day.
[[nodiscard]] std::string clock_words(const Words& say, int minutes);
/// "09:30 to 10:30".
[[nodiscard]] std::string hours_of(const Words& say, const Planned& planned);
/// What it is called; that it is not named yet, if it is not.
[[nodiscard]] std::string title_of(const Words& say, const Notebook& book, const Planned& planned);
/// "Rowan Tessel, Imre Callow with DCS or nominee".
[[nodiscard]] std::string people_of(const Words& say, const Notebook& book, const Planned& planned);
/// "Rowan Tessel, Imre Callow"; that nobody goes yet.
[[nodiscard]] std::string inspectors_of(const Words& say, const std::vector<std::string>& names);

/// Which sessions clash with which, and to which the way is too short.
struct PlanMarks {
    std::map<ItemId, std::vector<const Planned*>> clashes;
    std::set<ItemId> short_ways;
};
[[nodiscard]] PlanMarks marks_of(const std::vector<PlanWarning>& warnings);

/// All of it: "Mon 14 Sep 2015, 09:30 to 10:30, Opening meeting, Rowan Tessel with DCS or nominee; clashes with ...".
[[nodiscard]] std::string spoken(const Words& say, const Notebook& book, const PlanMarks& marks,
                                 const Planned& planned);

/// What is wrong: "Rowan Tessel: two sessions at once".
[[nodiscard]] std::string title_of(const Words& say, const PlanWarning& warning);
/// With what: "09:30 Opening meeting, and 10:00 Visit".
[[nodiscard]] std::string sessions_of(const Words& say, const Notebook& book, const PlanWarning& warning);

}  // namespace daybook
