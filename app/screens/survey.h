// The telephone survey: the school to be called next, all that are asked, and the way to what they said.
// Never a school that is under inspection.
#pragma once

#include <string>

#include "app/screens/screen.h"
#include "core/notebook/survey.h"

namespace daybook {

void survey_screen(Ui& ui, const View& view, Wishes wishes);

/// "To be called back at 14:30", "No answer, tried 2 times".
[[nodiscard]] std::string survey_stage_words(const Words& say, const SurveySchool& one, LocalTime now);

/// Whether the framework has questions, or somebody has answers.
[[nodiscard]] bool has_survey(const Notebook& book);
/// "3 of 12 schools reached", for the row that leads there.
[[nodiscard]] std::string survey_words(const Words& say, const View& view);

}  // namespace daybook
