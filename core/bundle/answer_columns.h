// What was answered to a question, as the tables of a bundle have it: in words that need no pack.
// Never a choice's id where the pack has a name for it.
#pragma once

#include <string>

#include "core/bundle/inserter.h"
#include "core/framework/pack.h"
#include "core/notebook/answer.h"

namespace daybook {

/// Six columns: what was tapped, by whom and when, the words, by whom and when. Null where nothing was said.
/// `question` is null where the pack does not have it.
void insert_answer(Inserter& insert, const SurveyQuestion* question, const Answer& answer);

}  // namespace daybook
