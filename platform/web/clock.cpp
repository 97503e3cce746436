// The browser's clock and time zone, as Emscripten's C library gives them.
// Never cached: a tablet crosses time zones and summer time while the page is open.
#include "platform/clock.h"

#include <chrono>
#include <ctime>

namespace daybook {

LocalTime local_now() {
    using namespace std::chrono;
    const auto since_1970 = duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
    const std::time_t seconds = since_1970 / 1000;
    std::tm wall{};
    localtime_r(&seconds, &wall);
    return {.at = {.unix_ms = since_1970}, .utc_offset_minutes = static_cast<std::int32_t>(wall.tm_gmtoff / 60)};
}

}  // namespace daybook
