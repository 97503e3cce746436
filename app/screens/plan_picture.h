// Days of a plan as a picture: a lane for each inspector, and each session a block where its hours are.
// Never the only place where something is said: the list of sessions has all of it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/screens/plan_words.h"
#include "app/screens/screen.h"

namespace daybook {

/// Those that are placed and not retired, each day's by time.
using SessionsByDay = std::map<std::string, std::vector<const Planned*>>;
[[nodiscard]] SessionsByDay sessions_by_day(const Notebook& book);

/// The days of each week in which something is planned or the inspection is, and of the week before it: from Monday to
/// Friday, and those of a weekend on which something is.
[[nodiscard]] std::vector<std::string> days_of_weeks(const Notebook& book);

/// How many days stand side by side in the column that is open: at least one.
[[nodiscard]] std::size_t days_side_by_side(Ui& ui, const Notebook& book);

/// Draws these days. Gives the session that was pressed.
std::optional<ItemId> plan_picture(Ui& ui, const View& view, const PlanMarks& marks, const SessionsByDay& sessions,
                                   std::span<const std::string> days);

/// All days as small boxes, each with what is planned for it; those of `shown` are marked. Gives the day that was
/// pressed.
std::optional<std::size_t> day_strip(Ui& ui, const SessionsByDay& sessions, std::span<const std::string> days,
                                     std::span<const std::string> shown);

}  // namespace daybook
