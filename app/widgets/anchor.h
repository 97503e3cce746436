// What a person was looking at stays where it was when lines break elsewhere: a tablet that is turned, larger words.
// Never moves anything while the window keeps its width.
#pragma once

#include "app/widgets/ui.h"

namespace daybook {

/// To be said of whatever can be pressed, as it is placed. The topmost that is seen holds the panel in its place.
void keep_in_place(Ui& ui, SemanticId id, const Box& box);

}  // namespace daybook
