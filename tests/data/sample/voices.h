// Sentences that say where something comes from, by the kind of activity, and what schools say of the authority.
// Never a judgement: that is in the words about the aspects.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace daybook::sample_maker {

/// By the kind of activity in the pack, and whether somebody outside the team was met.
[[nodiscard]] std::vector<std::string_view> source_sentences(std::string_view kind, bool somebody_is_met);

/// How a role of the pack is spoken of within a sentence.
[[nodiscard]] std::vector<std::string> who_is(std::string_view role);

/// What is written of a theme of a form, where the authority does well by the school, and where it does not.
[[nodiscard]] std::vector<std::string_view> theme_sentences(std::string_view theme, bool well);

/// What is said to a question of the survey, where the answer is a good one, and where it is not.
[[nodiscard]] std::vector<std::string_view> survey_sentences(std::string_view question, bool well);

}  // namespace daybook::sample_maker
