// An activity: what was done, where and with whom, and when its time ran and when it stood still.
// Never less than no time, and never more than lies between its start and its end, whatever a stranger's file says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/log/fold.h"
#include "core/notebook/answer.h"

namespace daybook {

/// From a moment to a later one.
struct Stretch {
    Instant from;
    Instant to;
    bool operator==(const Stretch&) const = default;
};

/// While nothing was done.
///
/// On disk it is a field of its activity, words::pause followed by when it began (Unix ms): its value is when it ended,
/// null while it goes on, and false where it was taken away. A field for each, so that pauses of two devices are both
/// kept whatever comes first, while of one pause the latest word stands and the others stay in its history: a member
/// of a set would forget what it was before it was corrected, and one field for all would let one device's pause drive
/// out another's. Notebooks without such fields have no pauses.
struct Pause {
    Instant from;
    std::optional<Instant> to;  ///< none: as long as the activity goes on
    bool operator==(const Pause&) const = default;
};

struct Activity {
    ItemId id;
    std::string kind;  ///< id in the pack
    std::string place;
    std::vector<std::string> roles;  ///< ids in the pack: who was met
    LocalTime started;
    std::optional<Instant> ended;
    std::vector<Pause> pauses;  ///< as they were said, by their beginning: they may overlap, or lie outside
    bool timed = true;          ///< a running timer says when it was, nobody who typed it in
    bool retired = false;
    std::string author;
    ItemId school{};          ///< that it was at or about; nil if no school
    std::string inspector{};  ///< whose it is: as somebody said, else who began it
    Answers record{};         ///< what its kind is to record: see core/notebook/meeting_record.h

    [[nodiscard]] bool is_running() const { return !ended && !retired; }
    /// Running, while its timer stands.
    [[nodiscard]] bool is_paused() const { return is_running() && paused_since().has_value(); }
    /// When the pause that goes on has begun; none if none does.
    [[nodiscard]] std::optional<LocalTime> paused_since() const;
    /// When its timer ran, in order, up to `now` if it runs: between start and end, without the pauses.
    [[nodiscard]] std::vector<Stretch> time_run(Instant now) const;
    /// The milliseconds of all that.
    [[nodiscard]] std::int64_t time_spent(Instant now) const;
};

/// The name of the field of a pause that began then.
[[nodiscard]] std::string pause_field(Instant from);

/// From an item of the kind words::activity.
[[nodiscard]] Activity activity_from(const Item& item);

}  // namespace daybook
