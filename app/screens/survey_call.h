// A call of the survey, for one hand and a telephone at the ear: what came of it, and what the school's groups are
// asked. Never goes on by itself: the next school is called when its button is pressed.
#pragma once

#include <string>

#include "app/drafts.h"
#include "app/screens/screen.h"

namespace daybook {

/// What the screen remembers while it is open.
struct SurveyCallDesk {
    ItemId shown{};        ///< the school that was shown in the frame before
    std::string typing{};  ///< the field that has the caret
    std::string time{};    ///< when to call back, as it is being typed
    bool no_time = false;  ///< what was typed is none
};

void survey_call_screen(Ui& ui, const View& view, SurveyCallDesk& desk, Drafts& drafts, Wishes wishes);

}  // namespace daybook
