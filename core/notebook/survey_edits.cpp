#include "core/notebook/survey_edits.h"

#include "core/notebook/survey.h"

namespace daybook::edits {

std::vector<Change> create_survey_call(InspectionId inspection, ItemId school) {
    const ItemId call = survey_call_id(inspection, school);
    return {Create{call, std::string(words::survey_call)},
            SetField{call, std::string(words::survey_school), Bytes(school.bytes.begin(), school.bytes.end())}};
}

std::vector<Change> set_answer(ItemId call, std::string_view question, const std::string& choice) {
    return {SetField{call, answer_field(question), choice}};
}

std::vector<Change> set_outcome(ItemId call, std::string_view outcome, std::optional<Instant> call_back) {
    const Value moment = call_back ? Value(call_back->unix_ms) : Value(std::monostate{});
    return {SetField{call, std::string(words::survey_outcome), std::string(outcome)},
            SetField{call, std::string(words::survey_call_back), moment}};
}

}  // namespace daybook::edits
