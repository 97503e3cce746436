// The telephone survey: which school is called next, what each said to its groups' questions, and how often what.
// Never a school that is under inspection, nor an answer that nobody gave.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/framework/pack.h"
#include "core/log/fold.h"
#include "core/notebook/answer.h"
#include "core/notebook/school.h"

namespace daybook {

/// The words that the survey has on disk. Never change one: old notebooks speak them.
namespace words {
inline constexpr std::string_view survey_call = "survey_call";
inline constexpr std::string_view survey_school = "school";
inline constexpr std::string_view survey_outcome = "outcome";
inline constexpr std::string_view survey_call_back = "call_back_at";
inline constexpr std::string_view survey_answer = "answer ";  // followed by the question's id in the pack
inline constexpr std::string_view survey_words = "said ";     // the same
}  // namespace words

/// What can come of a call. On disk: never change one.
namespace outcomes {
inline constexpr std::string_view reached = "reached";
inline constexpr std::string_view no_answer = "no answer";
inline constexpr std::string_view call_back = "call back";
}  // namespace outcomes

/// What is known of the calls to one school.
struct SurveyCall {
    ItemId id;
    ItemId school;
    std::string outcome;                    ///< a word of outcomes, or of a later version; empty: none yet
    std::optional<CheckedItem::Said> said;  ///< of the outcome, also if it was taken back
    std::optional<Instant> call_back;       ///< when to call again
    std::size_t attempts = 0;               ///< how often an outcome was said
    Answers answers;
    [[nodiscard]] bool says_anything() const;
};

/// The id of the one item that this inspection has for the calls to a school, whichever device makes it: the first 16
/// bytes of the BLAKE2b-256 of the CBOR array ["daybook survey call 1", inspection, school].
[[nodiscard]] ItemId survey_call_id(InspectionId inspection, ItemId school);
/// The fields that have what was said to a question.
[[nodiscard]] std::string answer_field(std::string_view question);
[[nodiscard]] std::string said_field(std::string_view question);

/// From an item of the kind words::survey_call.
[[nodiscard]] SurveyCall survey_call_from(const Item& item);

/// Where the survey stands with a school, in the order in which schools are called.
enum class SurveyStage : std::uint8_t {
    due,        ///< to be called back, and it is time
    open,       ///< not called yet
    no_answer,  ///< it did not answer
    later,      ///< to be called back, and it is not time yet
    reached,
};

struct SurveySchool {
    const School* school;
    std::vector<const SurveyGroup*> groups;  ///< whose questions it is asked, in the pack's order
    const SurveyCall* call;                  ///< null if nothing was ever said
    SurveyStage stage = SurveyStage::open;
};

/// Whether a school is asked at all: it is in a group that has questions, not retired and not under inspection.
[[nodiscard]] bool is_surveyed(const Pack& pack, const School& school);
/// Whether it is called: if a sample was drawn, one that is asked has to be in it, or to have been called before.
[[nodiscard]] bool is_called(const Notebook& book, const School& school, bool sampled);
/// Where the survey stands with it.
[[nodiscard]] SurveySchool survey_school(const Notebook& book, const School& school, Instant now);
/// All that are called, in the order in which they are called: those that are due first, those that were reached last.
[[nodiscard]] std::vector<SurveySchool> survey_schools(const Notebook& book, Instant now);

/// What was said to one question, by those who were asked it.
struct QuestionTally {
    const SurveyQuestion* question;
    std::vector<std::size_t> counts;  ///< of each of its choices
    std::size_t otherwise = 0;        ///< tapped, but no choice of this pack
    std::size_t with_words = 0;       ///< schools whose words are written down
    [[nodiscard]] std::size_t tapped() const;
};
struct GroupTally {
    const SurveyGroup* group;
    std::size_t schools = 0;  ///< that are in it and called
    std::size_t reached = 0;  ///< of those
    std::vector<QuestionTally> questions;
};
/// Of the groups that have questions. Answers of a school that is inspected or in another group by now still count.
[[nodiscard]] std::vector<GroupTally> tally_survey(const Notebook& book);

}  // namespace daybook
