// What can be noted of each aspect: sentences with gaps, for the phrases to fill.
// Never a sentence from a report or a register: all of it was made up for this sample.
#pragma once

#include <string_view>
#include <vector>

namespace daybook::sample_maker {

using Sentences = std::vector<std::string_view>;

/// Of one polarity: what is seen, what can be added to it, and what came of it.
struct Notes {
    Sentences seen;
    Sentences more;
    Sentences impact;
};

struct AspectWords {
    std::string_view id;       ///< in the pack
    std::string_view partner;  ///< what the same evidence may bear on as well
    Notes strength;
    Notes weakness;
    Notes neutral;
};

/// Of all nine aspects, in the pack's order.
[[nodiscard]] std::vector<AspectWords> aspect_words();

}  // namespace daybook::sample_maker
