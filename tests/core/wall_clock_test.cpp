// Times of day as people type them, and the moments that they are.
#include "core/base/wall_clock.h"

#include <doctest/doctest.h>

using namespace daybook;

TEST_CASE("wall clock: a time of day is understood as people write it") {
    CHECK(minutes_of_day("10:42") == 642);
    CHECK(minutes_of_day("00:00") == 0);
    CHECK(minutes_of_day("23:59") == 1439);
    CHECK(minutes_of_day("9:05") == 545);
    CHECK(minutes_of_day(" 9.05 ") == 545);
    CHECK(minutes_of_day("0905") == 545);
    CHECK(minutes_of_day("10:42:30") == 642);
}

TEST_CASE("wall clock: what is no time of day is none") {
    for (const char* typed : {"", "10", "24:00", "10:60", "10:4", "1042h", "10:42:60", "-1:30", "10:42 pm", "10::42",
                              "100:00", "10:42:", "soon", ":30", "905"}) {
        CAPTURE(typed);
        CHECK_FALSE(minutes_of_day(typed));
    }
}

TEST_CASE("wall clock: a day and a time are a moment, by the offset of the clock on the wall") {
    CHECK(moment_of("2015-09-14", "10:00", 60) == Instant{1'442'221'200'000});
    CHECK(moment_of("2015-09-14", "09:00", 0) == Instant{1'442'221'200'000});
    CHECK(moment_of("1970-01-01", "00:30", 60) == Instant{-1'800'000});
    const Instant there = *moment_of("2016-02-29", "23:59", -300);
    CHECK(calendar_date(LocalTime{there, -300}) == "2016-02-29");
    CHECK(clock_minutes(LocalTime{there, -300}) == "23:59");
    CHECK_FALSE(moment_of("2015-02-29", "10:00", 0));
    CHECK_FALSE(moment_of("0015-09-14", "10:00", 0));  // a year that is still being typed
    CHECK_FALSE(moment_of("2015-09-14", "10", 0));
}
