// The sample of schools that the survey asks: how many of each group, the draw, and changing it by hand.
// Never drawn again without being asked: a new draw is a press, and can be undone.
#pragma once

#include <map>
#include <string>

#include "app/screens/screen.h"

namespace daybook {

struct SurveySampleDesk {
    InspectionId of{};
    std::map<std::string, std::string> wanted{};  ///< how many of each group, as it is typed; by the group's id
    std::string error_in{};                       ///< the group whose number is none
};

/// "Sample of 24 schools", or that everybody is asked.
[[nodiscard]] std::string survey_sample_words(const Words& say, const Notebook& book);

void survey_sample_screen(Ui& ui, const View& view, SurveySampleDesk& desk, Wishes wishes);

}  // namespace daybook
