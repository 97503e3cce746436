// What the survey has brought so far: for each group and question how often what was answered, as bars with numbers.
// And, where it is asked for, what schools said in words, one beneath the other: trends are seen there (H22, F28).
#pragma once

#include <set>
#include <string>

#include "app/screens/screen.h"

namespace daybook {

struct SurveyAnswersDesk {
    std::set<std::string> open{};  ///< ids of the questions whose words are shown
};

void survey_answers_screen(Ui& ui, const View& view, SurveyAnswersDesk& desk, Wishes wishes);

}  // namespace daybook
