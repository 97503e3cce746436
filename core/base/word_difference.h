// What was changed between two texts, told in whole words.
// Never longer than a moment: of texts that have little in common it finds a way, and not always the shortest.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

/// Words, blanks and signs that stand side by side and share one fate.
struct WordRun {
    enum class Kind : std::uint8_t { kept, removed, added };
    Kind kind = Kind::kept;
    std::string text;
    bool operator==(const WordRun&) const = default;
};

/// In the order of the texts; between two kept runs first what was removed, then what was added. Kept and removed runs
/// joined are `before`, kept and added ones are `after`. Both are well-formed UTF-8. The time grows with the length of
/// both and with how much they differ, up to a bound: some milliseconds for ten thousand words against ten thousand
/// others.
[[nodiscard]] std::vector<WordRun> word_difference(std::string_view before, std::string_view after);

/// The same, but for what was kept far from any change: an ellipsis stands in its place.
[[nodiscard]] std::vector<WordRun> around_changes(std::span<const WordRun> runs);

}  // namespace daybook
