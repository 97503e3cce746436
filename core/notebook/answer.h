// What was answered to a question of the pack: tapped, said in words, or both.
// Never an answer that nobody gave.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/log/fold.h"
#include "core/notebook/check.h"

namespace daybook {

struct Answer {
    std::string choice;                     ///< id in the pack, of the answer that was tapped; empty: none
    std::optional<CheckedItem::Said> said;  ///< of the choice, also if it was taken back
    std::string words;                      ///< the latest version
    std::vector<TextVersion> versions;      ///< more than one where they were edited apart
    [[nodiscard]] bool is_given() const { return !choice.empty() || !words.empty(); }
};

/// By the questions' ids in the pack.
using Answers = std::map<std::string, Answer>;

/// From the fields that begin with `choices`, and the texts that begin with `in_words`; a question's id follows.
[[nodiscard]] Answers answers_from(const Item& item, std::string_view choices, std::string_view in_words);

/// What was answered to a question; null if nothing was.
[[nodiscard]] const Answer* find_answer(const Answers& answers, const std::string& question);

}  // namespace daybook
