// What schools said in words to one question of the telephone survey, to be read one beneath the other (H22, F28).
// Never without the school that said it.
#pragma once

#include <string_view>
#include <vector>

#include "core/notebook/notebook.h"

namespace daybook {

struct SchoolWords {
    const School* school;
    const Answer* answer;  ///< its words are not empty
};

/// By the schools' names, also of a school that is inspected or in another group by now; not of one that was retired.
/// They look into the notebook.
[[nodiscard]] std::vector<SchoolWords> words_said_to(const Notebook& book, std::string_view question);

}  // namespace daybook
