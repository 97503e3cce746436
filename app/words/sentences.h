// Sentences that core and platform say, in another language: each is found by its English, as the source has it.
// Never half translated: what is not known whole is said as it came.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace daybook {

class Sentences {
public:
    /// `english` as the source has it, with {} where the source puts something in; `translation` has as many.
    /// Errc::corrupt if it has not.
    Result<void> add(std::string_view english, std::string_view translation);

    /// One sentence, or several with ": " or a blank between them.
    [[nodiscard]] std::string translated(std::string_view said) const;

private:
    struct Sentence {
        std::vector<std::string> english;  // the pieces around what is put in
        std::vector<std::string> translation;
    };
    struct Match {
        const Sentence* sentence = nullptr;
        std::size_t length = 0;  // of what was said
        std::vector<std::string_view> put_in;
    };
    [[nodiscard]] Match longest_match(std::string_view said) const;

    std::vector<Sentence> sentences_;
};

}  // namespace daybook
