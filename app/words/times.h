// How days, times of day, lengths of time and sizes are said.
// Never in an order of its own: what stands first is the language's business.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/words/words.h"
#include "core/base/time.h"

namespace daybook {

/// "Mon 14 Sep 2015".
[[nodiscard]] std::string day_words(const Words& say, LocalTime time);
/// The same for "2015-09-14"; the text itself if it is no day.
[[nodiscard]] std::string day_words(const Words& say, std::string_view iso_date);
/// "10:42".
[[nodiscard]] std::string time_words(const Words& say, LocalTime time);
/// "10:42:07".
[[nodiscard]] std::string time_words_with_seconds(const Words& say, LocalTime time);
/// How far a clock on the wall is ahead of UTC: "UTC+01:00", "UTC".
[[nodiscard]] std::string offset_words(const Words& say, LocalTime time);
/// Whole minutes: "1 h 05 min", "12 min", "under a minute".
[[nodiscard]] std::string minutes_words(const Words& say, std::int64_t milliseconds);
/// For a file: "1 kB", "41 kB", "2.0 MB".
[[nodiscard]] std::string file_size_words(const Words& say, std::size_t bytes);
/// For a disk: "under 1 MB", "41 MB", "2.0 GB".
[[nodiscard]] std::string disk_size_words(const Words& say, std::uint64_t bytes);

}  // namespace daybook
