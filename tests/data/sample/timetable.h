// The two weeks: who does what, when and with whom.
// Never two things at once by one inspector.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace daybook::sample_maker {

struct Appointment {
    int day = 0;          ///< from 0, which is the first Monday
    std::string_view at;  ///< "09:30"
    std::int64_t minutes = 0;
    std::string_view kind;  ///< id in the pack
    std::size_t inspector = 0;
    std::string_view place;
    std::vector<std::string_view> roles;    ///< ids in the pack
    std::vector<std::string_view> aspects;  ///< that it is mostly about; empty: all
    std::size_t entries = 0;
    std::string_view tag{};          ///< by which entries that were written by hand find it
    std::int64_t pause_at = 0;       ///< minutes after its beginning
    std::int64_t pause_minutes = 0;  ///< 0: none
    bool typed = false;
    std::int64_t late = 0;           ///< minutes by which it began later than planned; it ended in time
    std::size_t school = no_school;  ///< its place among the schools

    static constexpr std::size_t no_school = static_cast<std::size_t>(-1);
    /// Minutes after half past nine on the first Monday.
    [[nodiscard]] std::int64_t start_minutes() const;
};

/// All but the talks during inspections of schools and the calls of the survey, which the schools decide.
[[nodiscard]] std::vector<Appointment> timetable();

}  // namespace daybook::sample_maker
