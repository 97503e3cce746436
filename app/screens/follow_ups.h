// All lines of enquiry: the open ones first, each with its owner and the entry that it comes from.
// Never more than a list: what is done about one is one tap away.
#pragma once

#include <string>

#include "app/screens/screen.h"

namespace daybook {

void follow_ups_screen(Ui& ui, const View& view, Wishes wishes);

/// "2 are open, 1 is settled".
[[nodiscard]] std::string follow_ups_words(const Words& say, const Notebook& book);

/// A row that leads there; nothing where none is open.
void open_follow_ups_row(Ui& ui, const View& view, Wishes wishes);

}  // namespace daybook
