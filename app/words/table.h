// A table of assets/locales as the app has it: one text for each slot, whatever the table lacks.
// Never trusted: what a table says wrongly is named, and said in English.
#pragma once

#include <string>
#include <vector>

#include "app/words/plural_rules.h"
#include "app/words/sentences.h"
#include "core/base/bytes.h"
#include "core/base/result.h"

namespace daybook {

struct Table {
    std::vector<std::string> texts;  ///< by their slots; a form that the language does not have is empty
    PluralRules plurals;
    Sentences core;
    std::vector<std::string> shortcomings;  ///< what is said in English, and why: for who translates
};

/// en-GB, which is built in.
[[nodiscard]] Table english_table();

/// Another one. Errc::corrupt, with the place, if it is not a table at all.
[[nodiscard]] Result<Table> read_table(ByteView json);

}  // namespace daybook
