// Words of which some were added and some removed: the first underlined, the others struck through.
// Never told by colour alone, and the semantic tree has it in words.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/widgets/ui.h"
#include "core/base/word_difference.h"

namespace daybook {

/// "Added: “and spelling”; removed: “only”". Cut if it is longer than anybody would listen to.
[[nodiscard]] std::string spoken_changes(const Words& say, std::span<const WordRun> runs);
/// One of both, or both; empty if there is neither. What is longer than a few lines is not cut.
[[nodiscard]] std::string spoken_change(const Words& say, std::string_view removed, std::string_view added);

/// Wrapped, as a paragraph whose name is `spoken`.
void changed_words(Ui& ui, std::span<const WordRun> runs, std::string_view spoken);

}  // namespace daybook
