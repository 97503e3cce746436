// What a person types, made up from a seed: the same words in the same order, whoever asks.
// Never looks at a notebook: the tests compare what is stored with what was typed.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "tests/faults/dice.h"

namespace daybook::faults {

/// The words that are looked for in the clear. None of them is in the program's own files.
inline constexpr std::array<std::string_view, 8> typed_words{"Quillfeather",  "bramblewick", "naïvely-said",
                                                             "Zephyrine",     "£417 owed",   "hushed-aside",
                                                             "grievance—two", "Oxenholt"};

struct Stroke {
    std::size_t at = 0;
    std::size_t erased = 0;
    std::string inserted;
};

class Typist {
public:
    explicit Typist(std::uint64_t seed) : dice_(seed) {}

    [[nodiscard]] const std::string& words() const { return words_; }

    /// The next piece of typing: mostly at the end, sometimes in the middle, sometimes over something.
    Stroke type() {
        Stroke stroke{words_.size(), 0, next_word()};
        if (!words_.empty() && dice_.below(4) == 0) stroke.at = character_start(words_, dice_.below(words_.size()));
        if (dice_.below(5) == 0) {
            const std::size_t end = std::min(words_.size(), stroke.at + dice_.below(12));
            stroke.erased = std::max(character_start(words_, end), stroke.at) - stroke.at;
        }
        words_.replace(stroke.at, stroke.erased, stroke.inserted);
        return stroke;
    }

private:
    std::string next_word() {
        return std::string(typed_words[dice_.below(typed_words.size())]) + " " + std::to_string(dice_.below(1000)) +
               " ";
    }

    Dice dice_;
    std::string words_;
};

}  // namespace daybook::faults
