// Entries that were written by hand: those that ask, answer, oblige, or break a rule of the notebook.
// Never more than one to a purpose.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace daybook::sample_maker {

struct WrittenEntry {
    std::string_view tag;  ///< of the appointment that it was written in
    std::string_view words;
    std::vector<std::string_view> aspects;
    std::string_view polarity;
    std::string_view key{};
    std::string_view owner{};        ///< of a line of enquiry
    std::string_view answered_by{};  ///< a key
    std::string_view closed{};
    std::string_view disclosure{};
    std::string_view passed_about{};
    std::string_view passed_to{};
    std::string_view passed_by{};
    std::string_view passed_words{};
    std::int64_t passed_after = 0;  ///< minutes after the beginning of the activity
    bool in_confidence = false;
    bool emerging = false;
    bool come_back = false;
    bool reconstructed = false;
    bool serious_concern = false;
};

[[nodiscard]] std::vector<WrittenEntry> written_entries();

}  // namespace daybook::sample_maker
