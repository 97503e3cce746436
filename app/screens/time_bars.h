// A day as bars along its hours: a bar for each stretch in which a timer ran, one lane below another where two ran.
// Never the only place where something is said: the list beneath has all of it in words.
#pragma once

#include "app/widgets/ui.h"
#include "core/notebook/time_spent.h"

namespace daybook {

/// As wide as the column. Where several inspectors worked, each has a part with the name above it.
void time_bars(Ui& ui, const TimeTable::Day& day);

}  // namespace daybook
