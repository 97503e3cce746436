// Sentences with gaps, filled: numbers, months, towns, schools, who said it.
// Never the same sentence twice: whoever asks for one that cannot be new is told so.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/data/sample/dice.h"

namespace daybook::sample_maker {

class Phrases {
public:
    explicit Phrases(Dice& dice) : dice_(&dice) {}

    /// Names of schools by what stands for them: "weak", "good" or "any".
    void set_schools(std::vector<std::string> weak, std::vector<std::string> good, std::vector<std::string> any);
    /// Who is met, in words; at least one wherever "{who}" is asked for.
    void set_who(std::vector<std::string> who) { who_ = std::move(who); }

    /// Whether years and subjects are those of a secondary school; a primary one's at first.
    void set_secondary(bool secondary) { secondary_ = secondary; }

    /// "[one|the other]" is one of them, "{n:3-9}" a number, "{p:40-60}" per cent, and "{town}" and the like a word.
    /// The first letter is a capital.
    [[nodiscard]] std::string fill(std::string_view pattern);
    /// The same, as a sentence that nothing has said yet. Throws std::runtime_error where there is none.
    [[nodiscard]] std::string new_sentence(std::string_view pattern);
    /// A new sentence of any of these, which are used equally often; empty if all that they can say is said.
    [[nodiscard]] std::string new_sentence_of(const std::vector<std::string_view>& patterns);
    /// Notes the sentences of words that are not filled in. Throws if one is there already.
    void take(std::string_view words);

private:
    [[nodiscard]] std::string gap(std::string_view name);
    [[nodiscard]] std::string number(std::string_view range);

    Dice* dice_;
    std::vector<std::string> weak_;
    std::vector<std::string> good_;
    std::vector<std::string> any_;
    std::vector<std::string> who_;
    bool secondary_ = false;
    std::set<std::string, std::less<>> said_;
    std::vector<std::pair<std::string_view, int>> uses_;
};

}  // namespace daybook::sample_maker
