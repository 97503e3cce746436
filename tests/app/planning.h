// A plan of two weeks for tests and scenes: four inspectors, a clash, a way that is too short, and contacts.
// Never typed in: it comes as the engine would say what another device has written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/notebook/plan.h"
#include "tests/app/stage.h"

namespace daybook::testing {

/// Changes of the open inspection that another device has made.
void write(Stage& stage, const std::vector<Change>& changes);

/// An item of such a plan.
[[nodiscard]] ItemId planned_item(Byte number);

/// One that is not placed in anybody's plan yet: add it with edits::add_planned.
[[nodiscard]] Planned session(Byte number, std::string_view day, int from, int to, std::string_view title,
                              std::vector<std::string> inspectors);

/// The lead is Ada Penn, as Stage has it. On Monday two of her sessions clash, on Tuesday one way is too short.
void plan_two_weeks(Stage& stage);

}  // namespace daybook::testing
