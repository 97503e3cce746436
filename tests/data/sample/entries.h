// The entries of all activities: those that were written by hand, and those that are put together from phrases.
// Never the same words twice, and never two that open alike in one activity.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/data/sample/json_text.h"
#include "tests/data/sample/phrases.h"
#include "tests/data/sample/timetable.h"
#include "tests/data/sample/written_entries.h"

namespace daybook::sample_maker {

struct NotedEntry {
    std::string words;
    std::vector<std::string_view> aspects;
    std::string_view polarity;
    std::string impact;
    bool in_confidence = false;
    WrittenEntry by_hand{};  ///< whatever else is said of it
    std::int64_t passed_at = 0;
};

/// Of each activity as many as it is to have.
[[nodiscard]] std::vector<std::vector<NotedEntry>> noted_entries(const std::vector<Appointment>& all, Phrases& phrases,
                                                                 Dice& dice);

void write_entry(JsonText& json, const NotedEntry& entry);

}  // namespace daybook::sample_maker
