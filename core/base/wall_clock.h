// Days and times of day as somebody types them, and the moments that they are.
// Never a time zone's rules: the offset from UTC comes in.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/time.h"

namespace daybook {

/// Since midnight, of "10:42"; "9:05", "9.05", "0905" and "10:42:30", whose seconds are dropped, are understood as
/// well. None if it is no time of day.
[[nodiscard]] std::optional<int> minutes_of_day(std::string_view typed);

/// A day that somebody means: half a year that is being typed is one too, of long ago.
[[nodiscard]] bool is_typed_day(std::string_view iso_date);

/// "2015-09-14" and "10:42" where the clock on the wall is so many minutes ahead of UTC. None if either is none.
[[nodiscard]] std::optional<Instant> moment_of(std::string_view iso_date, std::string_view clock,
                                               std::int32_t utc_offset_minutes);

}  // namespace daybook
