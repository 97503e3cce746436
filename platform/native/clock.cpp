// The system's clock and its time zone.
// Never keeps either: both may change while the program runs.
#include "platform/clock.h"

#include <chrono>
#include <ctime>

namespace daybook {

LocalTime local_now() {
    const auto now = std::chrono::system_clock::now();
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch());
    const std::time_t seconds = std::chrono::system_clock::to_time_t(now);
    ::tzset();  // localtime_r need not look whether the zone has changed
    std::tm local{};
    const bool known = ::localtime_r(&seconds, &local) != nullptr;
    const auto offset_minutes = known ? static_cast<std::int32_t>(local.tm_gmtoff / 60) : 0;
    return {.at = {.unix_ms = milliseconds.count()}, .utc_offset_minutes = offset_minutes};
}

}  // namespace daybook
