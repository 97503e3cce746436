// The ways that scenes of several themes go: to a place, into a meeting, with a list of schools.
// Never a way of one theme alone: that stands in its file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/app/stage.h"

namespace daybook::testing {

/// By a button of this name, such as one of the rail.
void to_place(Stage& stage, std::string_view place);
/// By the row of More whose name has this in it.
void to_row(Stage& stage, std::string_view row);
/// The one of the sample that tells of bands that were redrawn.
void to_entry(Stage& stage);
/// A list that was chosen, with two lines that cannot be read.
void school_list(Stage& stage);
/// The list, imported.
void schools(Stage& stage);
/// Into a meeting that has just begun.
void to_meeting(Stage& stage);
/// What has to be said of a telephone call that is over; not recorded yet.
void earlier(Stage& stage);
/// A meeting that goes on, with two entries and their marks.
void meeting(Stage& stage);
/// Presses what is offered for an item of the checklist that is open: both by their number, from 0.
void say_of(Stage& stage, std::size_t item, std::size_t choice);
void read_only(Stage& stage);
/// An entry with as many photographs.
void photographs(Stage& stage, std::uint32_t count);

}  // namespace daybook::testing
