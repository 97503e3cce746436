// A line that says what a key does: its name, a word about it, and the keys as they are engraved.
// Never pressed: it is there to be read.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/widgets/ui.h"

namespace daybook {

/// Keys that are pressed together.
using KeyChord = std::vector<std::string>;

struct KeyRowSpec {
    std::string_view name;
    std::string_view about;
    std::span<const KeyChord> chords;  ///< each of them does it
    std::string_view keys;             ///< the same in words, for the semantic tree
};

void key_row(Ui& ui, const KeyRowSpec& spec);

}  // namespace daybook
