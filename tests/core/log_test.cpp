#include "core/log/log.h"

#include <doctest/doctest.h>

#include <vector>

#include "tests/core/log_making.h"

using namespace daybook;

namespace {

const auto inspection = numbered<InspectionId>(9);
const auto item = numbered<ItemId>(1);

Writer writer(Byte device) {
    return {inspection, numbered<DeviceId>(device), "Anna Müller"};
}

Change note(std::string words) {
    return SetField{item, "note", std::move(words)};
}

Errc failure_of(const Result<void>& result) {
    REQUIRE_FALSE(result);
    return result.error().code;
}

}  // namespace

TEST_CASE("log: an empty log begins at one, after zeros") {
    const Log log(inspection);
    CHECK(log.inspection() == inspection);
    CHECK(log.size() == 0);
    CHECK(log.head(numbered<DeviceId>(1)).next_seq == 1);
    CHECK(log.head(numbered<DeviceId>(1)).hash == Hash{});
    CHECK(log.latest_stamp() == Stamp{});
    CHECK(log.find({numbered<DeviceId>(1), 1}) == nullptr);
    CHECK(log.in_stamp_order().empty());
}

TEST_CASE("log: each device's revisions are a chain of their own") {
    Writer anna = writer(1);
    Writer ben = writer(2);
    Log log(inspection);
    const auto first = anna.write(note("one"), 100);
    const auto second = anna.write(note("two"), 200);
    const auto other = ben.write(note("three"), 150);
    CHECK(log.append(first));
    CHECK(log.append(other));
    CHECK(log.append(second));
    CHECK(log.size() == 3);
    CHECK(log.head(anna.device()).next_seq == 3);
    CHECK(log.head(anna.device()).hash == second.hash);
    CHECK(log.head(ben.device()).next_seq == 2);
    CHECK(log.latest_stamp() == second.revision.stamp);
    REQUIRE(log.find({anna.device(), 2}) != nullptr);
    CHECK(log.find({anna.device(), 2})->canonical == second.canonical);
    CHECK(log.find({anna.device(), 0}) == nullptr);
    CHECK(log.find({anna.device(), 3}) == nullptr);
    CHECK(log.find({anna.device(), UINT64_MAX}) == nullptr);
}

TEST_CASE("log: a revision that is held already changes nothing") {
    Writer anna = writer(1);
    Log log(inspection);
    const auto first = anna.write(note("one"), 100);
    CHECK(log.append(first));
    CHECK(log.append(anna.write(note("two"), 200)));
    CHECK(log.append(first));
    CHECK(log.size() == 2);
    CHECK(log.head(anna.device()).next_seq == 3);
}

TEST_CASE("log: what does not belong is refused, and the log is as it was") {
    Writer anna = writer(1);
    Log log(inspection);
    REQUIRE(log.append(anna.write(note("one"), 100)));
    const auto second = anna.write(note("two"), 200);
    const auto third = anna.write(note("three"), 300);
    SUBCASE("the one before it is missing") {
        CHECK(failure_of(log.append(third)) == Errc::not_found);
    }
    SUBCASE("the first of a device is missing") {
        Writer ben = writer(2);
        ben.write(note("lost"), 100);
        CHECK(failure_of(log.append(ben.write(note("two"), 200))) == Errc::not_found);
        CHECK(log.chains().size() == 1);
    }
    SUBCASE("it is another inspection's") {
        Writer elsewhere(numbered<InspectionId>(8), numbered<DeviceId>(3), "Anna Müller");
        CHECK(failure_of(log.append(elsewhere.write(note("one"), 100))) == Errc::corrupt);
    }
    SUBCASE("it is in the place of another") {
        Writer twin = writer(1);
        CHECK(failure_of(log.append(twin.write(note("not one"), 100))) == Errc::corrupt);
    }
    SUBCASE("it follows from another past") {
        Writer twin = writer(1);
        twin.write(note("not one"), 100);
        CHECK(failure_of(log.append(twin.write(note("two"), 200))) == Errc::corrupt);
    }
    SUBCASE("its bytes were changed after it was hashed") {
        auto changed = second;
        changed.canonical.back() ^= 1U;
        CHECK(failure_of(log.append(changed)) == Errc::corrupt);
    }
    SUBCASE("it has no number") {
        auto unnumbered = second;
        unnumbered.revision.seq = 0;
        CHECK(failure_of(log.append(unnumbered)) == Errc::corrupt);
    }
    CHECK(log.size() == 1);
    CHECK(log.append(second));
    CHECK(log.append(third));
    CHECK(log.latest_stamp() == third.revision.stamp);
}

TEST_CASE("log: any bit that is flipped in a chain breaks it") {
    Writer anna = writer(1);
    const auto first = anna.write(note("one"), 100);
    const auto second = anna.write(note("two"), 200);
    for (std::size_t bit = 0; bit < first.canonical.size() * 8; ++bit) {
        Bytes changed = first.canonical;
        changed[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
        Log log(inspection);
        auto read = logged(std::move(changed));
        const bool whole = read && log.append(std::move(*read)) && log.append(second);
        CHECK_FALSE(whole);
    }
}

TEST_CASE("log: bytes are read and hashed as they are") {
    Writer anna = writer(1);
    const auto first = anna.write(note("one"), 100);
    const auto read = logged(first.canonical);
    REQUIRE(read);
    CHECK(read->revision == first.revision);
    CHECK(read->canonical == first.canonical);
    CHECK(read->hash == first.hash);
    const auto damaged = logged({0x00});
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().code == Errc::corrupt);
}

TEST_CASE("log: stamp order is the order of time, then device, then number") {
    Writer anna = writer(1);
    Writer ben = writer(2);
    Log log(inspection);
    const std::vector<LoggedRevision> expected = {ben.write(note("a"), 50), anna.write(note("b"), 100),
                                                  ben.write(note("c"), 100), ben.write(note("d"), 90),
                                                  anna.write(note("e"), 101)};
    for (const std::size_t n : {0U, 2U, 3U, 1U, 4U}) REQUIRE(log.append(expected[n]));
    const auto ordered = log.in_stamp_order();
    REQUIRE(ordered.size() == expected.size());
    for (std::size_t n = 0; n < expected.size(); ++n) CHECK(ordered[n]->hash == expected[n].hash);
}
