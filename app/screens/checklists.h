// The pack's checklists, each with how much of it was said, and the way to it.
// Never an item by itself: that is the list's own screen.
#pragma once

#include <string>

#include "app/screens/screen.h"
#include "core/notebook/check.h"

namespace daybook {

void checklists_screen(Ui& ui, const View& view, Wishes wishes);

/// What a list is called in a Spot: the id of an item of it that has no name.
[[nodiscard]] ItemId checklist_id(const Notebook& book, const Checklist& list);

/// "5 of 8 done, 1 not applicable".
[[nodiscard]] std::string progress_words(const Words& say, const Checklist& list, const CheckCount& count);
/// "Done"; what another version said, as it was said.
[[nodiscard]] std::string state_words(const Words& say, std::string_view state);

/// Whether there is anything to show.
[[nodiscard]] bool has_any_checklists(const Notebook& book);
/// "2 of 9 lists complete", for the row that leads there.
[[nodiscard]] std::string checklists_words(const Words& say, const Notebook& book);

}  // namespace daybook
