// Looks for words that nobody may read: every byte of every file of a folder, in UTF-8 and in UTF-16.
// Never proves anything alone: a word that was planted must be found.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace daybook::faults {

struct ClearWords {
    std::uint64_t bytes = 0;  ///< that were searched
    std::uint64_t found = 0;
    std::string where;  ///< the first file with one
};

[[nodiscard]] ClearWords search_folder(const std::string& folder, std::span<const std::string_view> words);

/// Little-endian. Of well-formed UTF-8 without characters beyond U+FFFF.
[[nodiscard]] std::string to_utf16(std::string_view words);

}  // namespace daybook::faults
