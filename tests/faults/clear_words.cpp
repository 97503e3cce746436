// Looks for words that nobody may read: every byte of every file of a folder, in UTF-8 and in UTF-16.
// Never proves anything alone: a word that was planted must be found.
#include "tests/faults/clear_words.h"

#include <filesystem>
#include <vector>

#include "tests/engine/temporary_folder.h"

namespace daybook::faults {

std::string to_utf16(std::string_view words) {
    std::string units;
    for (std::size_t at = 0; at < words.size();) {
        const auto first = static_cast<unsigned char>(words[at]);
        const std::size_t size = first < 0x80U ? 1 : first < 0xE0U ? 2 : 3;
        unsigned code = size == 1 ? first : size == 2 ? first & 0x1FU : first & 0x0FU;
        for (std::size_t n = 1; n < size; ++n) code = code << 6U | (static_cast<unsigned char>(words[at + n]) & 0x3FU);
        units += static_cast<char>(code & 0xFFU);
        units += static_cast<char>(code >> 8U);
        at += size;
    }
    return units;
}

ClearWords search_folder(const std::string& folder, std::span<const std::string_view> words) {
    std::vector<std::string> forms;
    for (const std::string_view word : words) {
        forms.emplace_back(word);
        forms.push_back(to_utf16(word));
    }
    ClearWords result;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const Bytes bytes = file_bytes(entry.path().string());
        result.bytes += bytes.size();
        for (const std::string& form : forms) {
            if (as_text(bytes).find(form) == std::string_view::npos) continue;
            ++result.found;
            if (result.where.empty()) result.where = entry.path().filename().string();
        }
    }
    return result;
}

}  // namespace daybook::faults
