#include "core/notebook/survey_words.h"

#include <string>

namespace daybook {

std::vector<SchoolWords> words_said_to(const Notebook& book, std::string_view question) {
    std::vector<SchoolWords> found;
    for (const School* school : book.schools().all()) {
        if (school->retired) continue;
        const SurveyCall* call = book.survey_call(school->id);
        const Answer* answer = call == nullptr ? nullptr : find_answer(call->answers, std::string(question));
        if (answer != nullptr && !answer->words.empty()) found.push_back({school, answer});
    }
    return found;
}

}  // namespace daybook
