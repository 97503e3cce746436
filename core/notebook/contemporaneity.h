// Whether an entry was written while its activity ran, the same day, or later: from the clock and the history.
// Never typed in, but for one: that words were written again after a loss is what their writer says.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/notebook/notebook.h"

namespace daybook {

/// In the order of how long after the activity.
enum class Contemporaneity : std::uint8_t {
    unknown,   ///< its activity is not held
    before,    ///< the activity had not begun: its start was corrected, or a clock set back
    during,    ///< while it ran or was paused, or within `a_few_minutes_ms` of its end
    same_day,  ///< on the day on which it ended
    later,
    reconstructed,  ///< its writer says so
};

/// Whoever shows a visitor out and then writes down the last sentence has written it in the meeting; whoever first
/// drives back to the office has not.
inline constexpr std::int64_t a_few_minutes_ms = std::int64_t{5} * 60 * 1000;

struct WhenWritten {
    Contemporaneity when = Contemporaneity::unknown;  ///< its first words; of an entry without any, the entry
    /// When words were added to it last, if those by themselves were written later than `when` says, and which of them.
    std::optional<LocalTime> added;
    Contemporaneity added_when = Contemporaneity::unknown;
    bool operator==(const WhenWritten&) const = default;
};

/// `activity` is null if it is not held.
[[nodiscard]] WhenWritten when_written(const Entry& entry, const Activity* activity);
/// The same, its activity looked for in the notebook.
[[nodiscard]] WhenWritten when_written(const Entry& entry, const Notebook& book);

/// As it is handed over: "during", "same day"; empty if it is not known.
[[nodiscard]] std::string_view contemporaneity_word(Contemporaneity when);

}  // namespace daybook
