#include "core/base/time.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>

using namespace daybook;

namespace {

// 2015-09-14T09:42:07.250Z, a Monday
constexpr Instant monday{1'442'223'727'250};
constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

DeviceId device(Byte last) {
    DeviceId id;
    id.bytes.back() = last;
    return id;
}

}  // namespace

TEST_CASE("time: British summer time is what the clock on the wall showed") {
    const LocalTime summer{monday, 60};
    CHECK(clock_time(summer) == "10:42:07");
    CHECK(clock_minutes(summer) == "10:42");
    CHECK(calendar_date(summer) == "2015-09-14");
    CHECK(rfc3339(summer) == "2015-09-14T10:42:07+01:00");
    CHECK(friendly_date(summer) == "Mon 14 Sep 2015");
    CHECK(rfc3339({monday, 0}) == "2015-09-14T09:42:07+00:00");
}

TEST_CASE("time: the date is the writer's, on either side of midnight") {
    const Instant before_midnight{1'442'275'199'999};  // 2015-09-14T23:59:59.999Z
    CHECK(rfc3339({before_midnight, 0}) == "2015-09-14T23:59:59+00:00");
    CHECK(rfc3339({before_midnight, 1}) == "2015-09-15T00:00:59+00:01");
    CHECK(rfc3339({before_midnight, 60}) == "2015-09-15T00:59:59+01:00");
    const Instant midnight{1'442'275'200'000};
    CHECK(rfc3339({midnight, 0}) == "2015-09-15T00:00:00+00:00");
    CHECK(friendly_date({midnight, -1}) == "Mon 14 Sep 2015");
    CHECK(rfc3339({Instant{-1}, 0}) == "1969-12-31T23:59:59+00:00");
}

TEST_CASE("time: an offset west of Greenwich is negative") {
    CHECK(rfc3339({monday, -210}) == "2015-09-14T06:12:07-03:30");
    CHECK(rfc3339({monday, -600}) == "2015-09-13T23:42:07-10:00");
    CHECK(rfc3339({monday, -5}) == "2015-09-14T09:37:07-00:05");
}

TEST_CASE("time: instants and offsets that no clock shows still have a form") {
    CHECK(rfc3339({Instant{highest}, 0}) == "9999-12-31T23:59:59+00:00");
    CHECK(rfc3339({Instant{highest}, 1439}) == "9999-12-31T23:59:59+23:59");
    CHECK(rfc3339({Instant{lowest}, 0}) == "0000-01-01T00:00:00+00:00");
    CHECK(rfc3339({Instant{lowest}, -1439}) == "0000-01-01T00:00:00-23:59");
    CHECK(rfc3339({monday, std::numeric_limits<std::int32_t>::max()}) == "2015-09-15T09:41:07+23:59");
    CHECK(rfc3339({monday, std::numeric_limits<std::int32_t>::min()}) == "2015-09-13T09:43:07-23:59");
    CHECK(friendly_date({Instant{lowest}, 0}) == "Sat 1 Jan 0");
}

TEST_CASE("time: a leap day is a day, and only in leap years") {
    CHECK(rfc3339({Instant{1'456'747'200'000}, 0}) == "2016-02-29T12:00:00+00:00");
    CHECK(is_iso_date("2016-02-29"));
    CHECK(is_iso_date("2000-02-29"));
    CHECK_FALSE(is_iso_date("2015-02-29"));
    CHECK_FALSE(is_iso_date("1900-02-29"));
    CHECK(friendly_date("2016-02-29") == "Mon 29 Feb 2016");
}

TEST_CASE("time: what is not a real calendar day is no date, and is shown as it was typed") {
    for (const char* text : {"", "2015-9-14", "2015-09-31", "2015-13-01", "2015-00-10", "2015-09-00", "14/09/2015",
                             "+015-09-14", "2015-09-1 ", "2015-09-14T", "-015-09-14", "20x5-09-14", "2015-09-14\n"}) {
        CAPTURE(text);
        CHECK_FALSE(is_iso_date(text));
        CHECK(friendly_date(text) == text);
    }
    CHECK(friendly_date("2015-09-14") == "Mon 14 Sep 2015");
}

TEST_CASE("time: durations are rounded down and never negative") {
    CHECK(duration_words(0) == "0 s");
    CHECK(duration_words(-5000) == "0 s");
    CHECK(duration_words(lowest) == "0 s");
    CHECK(duration_words(59'999) == "59 s");
    CHECK(duration_words(60'000) == "1 min");
    CHECK(duration_words(3'599'999) == "59 min");
    CHECK(duration_words(3'600'000) == "1 h 00 min");
    CHECK(duration_words(3'900'000) == "1 h 05 min");
    CHECK(duration_words(100 * 3'600'000LL) == "100 h 00 min");
}

TEST_CASE("stamp: follows the clock while it goes forwards") {
    const Stamp first = next_stamp({}, monday, device(1));
    CHECK(first == Stamp{monday.unix_ms, 0, device(1)});
    CHECK(next_stamp(first, {monday.unix_ms + 1}, device(1)) == Stamp{monday.unix_ms + 1, 0, device(1)});
}

TEST_CASE("stamp: goes forwards when the clock stands still or goes backwards") {
    Stamp last{monday.unix_ms, 0, device(2)};
    for (const std::int64_t now : {monday.unix_ms, monday.unix_ms - 3'600'000, std::int64_t{0}, lowest}) {
        const Stamp next = next_stamp(last, {now}, device(1));
        CHECK(next > last);
        CHECK(next.unix_ms == monday.unix_ms);
        CHECK(next.device == device(1));
        last = next;
    }
    CHECK(last.counter == 4);
}

TEST_CASE("stamp: a counter that is used up moves time on by one") {
    const Stamp last{monday.unix_ms, UINT32_MAX, device(1)};
    CHECK(next_stamp(last, {0}, device(1)) == Stamp{monday.unix_ms + 1, 0, device(1)});
}

TEST_CASE("stamp: after the last one that there is comes the last one again") {
    const Stamp last{highest, UINT32_MAX, device(9)};
    CHECK(next_stamp(last, monday, device(1)) == Stamp{highest, UINT32_MAX, device(1)});
}

TEST_CASE("stamp: order is time, then counter, then device") {
    CHECK(Stamp{1, 9, device(9)} < Stamp{2, 0, device(0)});
    CHECK(Stamp{2, 0, device(9)} < Stamp{2, 1, device(0)});
    CHECK(Stamp{2, 1, device(1)} < Stamp{2, 1, device(2)});
    CHECK(Stamp{-1, 0, device(0)} < Stamp{0, 0, device(0)});
}
