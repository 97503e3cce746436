// The saved views of Find: kept under a name, looked for again, renamed, deleted.
// Never what they found when they were saved.
#pragma once

#include "app/screens/find_desk.h"
#include "app/screens/screen.h"

namespace daybook {

/// The view that looks for just what is looked for now; null if none does.
[[nodiscard]] const SavedView* view_shown(const Notebook& book, const FindDesk& desk);
/// In a row: saves what is looked for under a name, if it has none yet.
void save_view_button(Ui& ui, const View& view, FindDesk& desk);
/// The view that is shown, with what can be done to it; or the field for a name.
void shown_view(Ui& ui, const View& view, FindDesk& desk, Wishes wishes);
/// All of them, while nothing is looked for; and which was deleted last, with the way to take that back.
void list_of_views(Ui& ui, const View& view, FindDesk& desk, Wishes wishes);

/// Looks for what the view looks for.
void look_through(FindDesk& desk, const SavedView& view);

}  // namespace daybook
