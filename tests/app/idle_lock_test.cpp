#include "platform/native/idle_lock.h"

#include <doctest/doctest.h>

namespace daybook {
namespace {

constexpr Instant at(std::int64_t seconds) {
    return {1'442'221'200'000 + seconds * 1000};
}

}  // namespace

TEST_CASE("idle lock: it is due when nobody has touched it for as long as was asked for, and once") {
    IdleLock lock;
    CHECK_FALSE(lock.due());
    lock.set(600, 120, at(0));
    lock.touched(at(100));
    CHECK(lock.due() == at(700));
    CHECK_FALSE(lock.take_due(at(699)));
    CHECK(lock.take_due(at(700)));
    CHECK_FALSE(lock.take_due(at(701)));
}

TEST_CASE("idle lock: out of sight, its own time counts; being seen in time stops it") {
    IdleLock lock;
    lock.set(600, 120, at(0));
    lock.hidden(at(10));
    lock.hidden(at(50));
    CHECK(lock.due() == at(130));
    lock.seen();
    CHECK(lock.due() == at(600));
    lock.hidden(at(200));
    CHECK(lock.take_due(at(320)));
}

TEST_CASE("idle lock: 0 is never") {
    IdleLock lock;
    lock.set(0, 0, at(0));
    lock.hidden(at(0));
    CHECK_FALSE(lock.due());
    lock.set(0, 60, at(0));
    CHECK(lock.due() == at(60));
    lock.set(300, 0, at(0));
    CHECK(lock.due() == at(300));
}

}  // namespace daybook
