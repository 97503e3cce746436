// The filters of Find: those that are on, and the sheet on which they are chosen.
// Never decides what they leave: see core/notebook/filter.h.
#pragma once

#include "app/screens/find_desk.h"
#include "app/screens/screen.h"

namespace daybook {

/// Those that are on, each taken off by one tap; nothing while none is.
void filters_on(Ui& ui, const View& view, FindDesk& desk);
/// All that can be chosen, with how many entries each would leave.
void filter_sheet(Ui& ui, const View& view, FindDesk& desk);
/// How high the bar beneath the sheet is.
[[nodiscard]] float sheet_bar_height(const Ui& ui);
/// Back to what is left: a button that stays where it is, however long the sheet is.
void sheet_bar(Ui& ui, const View& view, FindDesk& desk, float sides);
/// What to take off where nothing is left.
void nothing_left(Ui& ui, FindDesk& desk);

}  // namespace daybook
