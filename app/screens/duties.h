// All that has to be passed on: what is not yet, and what was, to whom and when.
// Never more than a list: the record is made one tap away.
#pragma once

#include <string>

#include "app/screens/screen.h"

namespace daybook {

void duties_screen(Ui& ui, const View& view, Wishes wishes);

/// "1 is not passed on yet", "All is passed on".
[[nodiscard]] std::string duties_state_words(const Words& say, const Notebook& book);
/// To whom something was passed on, when and by whom.
[[nodiscard]] std::string passed_on_words(const Words& say, const PassedOn& record);

/// A row that leads there; nothing where nothing is open.
void open_duties_row(Ui& ui, const View& view, Wishes wishes);

}  // namespace daybook
