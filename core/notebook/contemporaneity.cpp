#include "core/notebook/contemporaneity.h"

#include <algorithm>
#include <limits>

namespace daybook {
namespace {

Instant shifted(Instant at, std::int64_t ms) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() - a_few_minutes_ms;
    return {std::clamp(at.unix_ms, -most, most) + ms};
}

Contemporaneity when_of(LocalTime written, const Activity& activity) {
    // A clock may be a little behind the one that stamped the start.
    if (written.at < shifted(activity.started.at, -a_few_minutes_ms)) return Contemporaneity::before;
    if (!activity.ended || written.at <= shifted(*activity.ended, a_few_minutes_ms)) return Contemporaneity::during;
    // Each by the clock on the wall of who wrote it: these are days as people speak of them.
    const LocalTime ended{*activity.ended, activity.started.utc_offset_minutes};
    return calendar_date(written) <= calendar_date(ended) ? Contemporaneity::same_day : Contemporaneity::later;
}

}  // namespace

WhenWritten when_written(const Entry& entry, const Activity* activity) {
    WhenWritten written;
    if (entry.reconstructed) return {.when = Contemporaneity::reconstructed, .added = {}};
    if (activity == nullptr) return written;
    written.when = when_of(entry.begun.value_or(entry.created), *activity);
    if (!entry.added) return written;
    const Contemporaneity last = when_of(*entry.added, *activity);
    if (last > written.when) {
        written.added = entry.added;
        written.added_when = last;
    }
    return written;
}

WhenWritten when_written(const Entry& entry, const Notebook& book) {
    return when_written(entry, book.activity(entry.activity));
}

std::string_view contemporaneity_word(Contemporaneity when) {
    switch (when) {
        case Contemporaneity::before:
            return "before";
        case Contemporaneity::during:
            return "during";
        case Contemporaneity::same_day:
            return "same day";
        case Contemporaneity::later:
            return "later";
        case Contemporaneity::reconstructed:
            return "reconstructed";
        case Contemporaneity::unknown:
            break;
    }
    return {};
}

}  // namespace daybook
