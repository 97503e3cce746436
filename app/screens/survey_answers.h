// What the survey has brought so far: for each group and question how often what was answered, as bars with numbers.
// Never what a single school said: that is the school's own screen.
#pragma once

#include "app/screens/screen.h"

namespace daybook {

void survey_answers_screen(Ui& ui, const View& view, Wishes wishes);

}  // namespace daybook
