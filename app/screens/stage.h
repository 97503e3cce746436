// A screen that shows one thing as large as it can be, and what is done with it beneath or beside it.
// Never draws either.
#pragma once

#include "app/theme.h"

namespace daybook {

struct StageWishes {
    float top = 0;  ///< where the head of the screen ends
    float sides = 0;
    float tools_height = 0;  ///< how high the tools would be; where there is little room they are scrolled
    float most = 0.5F;       ///< of the room, that the tools may take beneath
};

struct StagePlaces {
    Box stage;
    Box tools;
};

inline constexpr float tools_top = 16;  // between the stage and what is done with it

[[nodiscard]] StagePlaces stage_places(const Theme& theme, const Box& area, const StageWishes& wished);

}  // namespace daybook
