// The notebook as it stood at a moment that somebody chooses: its activities and entries as they were then (H28).
// Never anything that can be changed: what is past is read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/screens/screen.h"

namespace daybook {

struct PastDesk {
    InspectionId book{};
    std::string day{};
    std::string clock{};
    std::string day_error{};
    std::string clock_error{};
    /// As it stood at the end of `moment`'s minute; none until one was chosen.
    std::optional<Notebook> stood{};
    LocalTime moment{};
    std::uint64_t revisions = 0;  ///< that the notebook had when this was put together
};

void past_screen(Ui& ui, const View& view, PastDesk& desk, Wishes wishes);
/// Of the entry of the spot that one is at.
void past_entry_screen(Ui& ui, const View& view, PastDesk& desk, Wishes wishes);

}  // namespace daybook
