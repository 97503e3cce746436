#include "core/bundle/answer_columns.h"

namespace daybook {

void insert_answer(Inserter& insert, const SurveyQuestion* question, const Answer& answer) {
    insert.text_or_nothing(choice_name(question, answer.choice));
    answer.said ? insert.text(answer.said->author).text(rfc3339(answer.said->at)) : insert.nothing().nothing();
    insert.text_or_nothing(answer.words);
    if (answer.versions.empty()) {
        insert.nothing().nothing();
        return;
    }
    insert.text(answer.versions.back().author).text(rfc3339(answer.versions.back().written_at));
}

}  // namespace daybook
