// What the inspection's framework asks, to be read in a meeting: of each area and aspect, with how much evidence there
// is. Never a judgement: it counts entries, and says what a pack says.
#pragma once

#include <cstddef>

#include "app/screens/screen.h"

namespace daybook {

struct FrameworkDesk {
    InspectionId of{};     ///< whose framework is read
    std::size_t part = 0;  ///< the area that is open; behind the last one: the letter
};

void framework_screen(Ui& ui, const View& view, FrameworkDesk& desk, Wishes wishes);

}  // namespace daybook
