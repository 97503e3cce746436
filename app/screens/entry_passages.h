// The passages of an entry that were marked by themselves: in the order of its words, each with its marks.
// Never those that were taken away again: they are kept, and no longer hold.
#pragma once

#include "app/marking.h"
#include "app/screens/screen.h"

namespace daybook {

/// A row for each; the one that is pressed is what marks go to.
void passages_to_choose(Ui& ui, const Marking& marking, const MarkTarget& target);
void passages_to_read(Ui& ui, const Notebook& book, const Entry& entry);

}  // namespace daybook
