#include "core/log/merge.h"

#include <doctest/doctest.h>

#include <vector>

#include "core/log/fold.h"
#include "tests/core/log_making.h"

using namespace daybook;

namespace {

const auto inspection = numbered<InspectionId>(9);

std::vector<LoggedRevision> all_of(const Log& log) {
    std::vector<LoggedRevision> all;
    for (const auto& [device, chain] : log.chains()) all.insert(all.end(), chain.begin(), chain.end());
    return all;
}

/// Some of `from`, in any order, some of it twice.
std::vector<LoggedRevision> some_of(Chance& chance, const std::vector<LoggedRevision>& from) {
    std::vector<LoggedRevision> some;
    for (const LoggedRevision& one : from) {
        for (std::uint64_t n = chance.below(4); n > 1; --n) some.push_back(one);
    }
    chance.shuffle(some);
    return some;
}

std::vector<LoggedRevision> joined(std::vector<LoggedRevision> one, const std::vector<LoggedRevision>& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
}

Merged merged(const Log& ours, std::vector<LoggedRevision> theirs) {
    auto result = merge(ours, std::move(theirs));
    REQUIRE(result);
    return std::move(*result);
}

/// Goes on from an earlier merge, with what that one left out.
Merged merged(const Merged& before, const std::vector<LoggedRevision>& theirs) {
    return merged(before.log, joined(theirs, before.left_out));
}

std::vector<Bytes> bytes_of(const std::vector<LoggedRevision>& revisions) {
    std::vector<Bytes> bytes;
    for (const LoggedRevision& one : revisions) bytes.push_back(one.canonical);
    return bytes;
}

void check_same(const Merged& one, const Merged& other) {
    CHECK(bytes_of(all_of(one.log)) == bytes_of(all_of(other.log)));
    CHECK(bytes_of(one.left_out) == bytes_of(other.left_out));
    CHECK(one.gaps == other.gaps);
    CHECK(one.log.latest_stamp() == other.log.latest_stamp());
}

Log empty() {
    return Log(inspection);
}

std::vector<LoggedRevision> chain_of(Byte device, std::size_t length) {
    Writer writer(inspection, numbered<DeviceId>(device), "Ben Okafor");
    std::vector<LoggedRevision> chain;
    for (std::size_t n = 0; n < length; ++n) {
        chain.push_back(writer.write(SetField{numbered<ItemId>(1), "n", static_cast<std::int64_t>(n)}, 100));
    }
    return chain;
}

Errc failure_of(const Log& ours, std::vector<LoggedRevision> theirs) {
    const std::size_t before = ours.size();
    const auto result = merge(ours, std::move(theirs));
    REQUIRE_FALSE(result);
    CHECK(ours.size() == before);
    return result.error().code;
}

}  // namespace

TEST_CASE("merge: adds what was missing and counts it") {
    const auto anna = chain_of(1, 5);
    const auto ben = chain_of(2, 3);
    const Merged first = merged(empty(), {anna[1], anna[0]});
    CHECK(first.added == 2);
    CHECK(first.gaps.empty());
    const Merged second = merged(first.log, joined(anna, ben));
    CHECK(second.added == 6);
    CHECK(second.log.size() == 8);
    CHECK(merged(second.log, joined(ben, anna)).added == 0);
    CHECK(merged(second.log, {}).added == 0);
}

TEST_CASE("merge: what cannot be chained yet is left out, and the gap is named") {
    const auto anna = chain_of(1, 9);
    const Merged first = merged(empty(), {anna[0], anna[1], anna[2], anna[4], anna[5], anna[8]});
    CHECK(first.log.size() == 3);
    CHECK(first.gaps == std::vector<Gap>{{numbered<DeviceId>(1), 4, 9}});
    CHECK(bytes_of(first.left_out) == bytes_of({anna[4], anna[5], anna[8]}));
    const Merged second = merged(first, {anna[3]});
    CHECK(second.log.size() == 6);
    CHECK(second.gaps == std::vector<Gap>{{numbered<DeviceId>(1), 7, 9}});
    const Merged third = merged(second, {anna[7], anna[6]});
    CHECK(third.log.size() == 9);
    CHECK(third.gaps.empty());
    CHECK(third.left_out.empty());
}

TEST_CASE("merge: each device has its own gap") {
    const auto anna = chain_of(1, 3);
    const auto ben = chain_of(2, 3);
    const Merged parts = merged(empty(), {ben[2], anna[1]});
    CHECK(parts.gaps == std::vector<Gap>{{numbered<DeviceId>(1), 1, 2}, {numbered<DeviceId>(2), 1, 3}});
}

TEST_CASE("merge: two revisions in one place are refused, wherever they are") {
    const auto anna = chain_of(1, 4);
    Writer twin(inspection, numbered<DeviceId>(1), "Someone else");
    std::vector<LoggedRevision> other;
    for (int n = 0; n < 4; ++n) other.push_back(twin.write(Create{numbered<ItemId>(2), "entry"}, 100));
    const Log ours = merged(empty(), {anna[0], anna[1]}).log;
    CHECK(failure_of(ours, {other[0]}) == Errc::corrupt);
    CHECK(failure_of(ours, {anna[2], other[2]}) == Errc::corrupt);
    CHECK(failure_of(empty(), {other[0], anna[0]}) == Errc::corrupt);
    CHECK(failure_of(empty(), {anna[3], other[3]}) == Errc::corrupt);
}

TEST_CASE("merge: a chain that does not hash is refused, beyond a gap as well") {
    const auto anna = chain_of(1, 4);
    Writer twin(inspection, numbered<DeviceId>(1), "Someone else");
    std::vector<LoggedRevision> other;
    for (int n = 0; n < 4; ++n) other.push_back(twin.write(Create{numbered<ItemId>(2), "entry"}, 100));
    CHECK(failure_of(empty(), {anna[0], other[1]}) == Errc::corrupt);
    CHECK(failure_of(merged(empty(), {anna[0]}).log, {other[1]}) == Errc::corrupt);
    CHECK(failure_of(empty(), {anna[2], other[3]}) == Errc::corrupt);
}

TEST_CASE("merge: revisions of another inspection are refused, beyond a gap as well") {
    Writer elsewhere(numbered<InspectionId>(8), numbered<DeviceId>(1), "Ben Okafor");
    const auto first = elsewhere.write(Create{numbered<ItemId>(1), "entry"}, 100);
    const auto second = elsewhere.write(Create{numbered<ItemId>(1), "entry"}, 100);
    CHECK(failure_of(empty(), {first}) == Errc::corrupt);
    CHECK(failure_of(empty(), {second}) == Errc::corrupt);
}

TEST_CASE("merge: commutes, associates and repeats harmlessly, whatever parts a history comes in") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Chance chance(seed);
        const auto history = random_history(chance, 1 + static_cast<std::size_t>(chance.below(4)), 40);
        const auto a = some_of(chance, history);
        const auto b = some_of(chance, history);
        const auto c = some_of(chance, history);
        const Merged one = merged(merged(merged(empty(), a), b), c);
        check_same(one, merged(merged(merged(empty(), c), b), a));
        check_same(one, merged(merged(merged(empty(), b), c), a));
        check_same(one, merged(merged(empty(), a), joined(b, c)));
        check_same(one, merged(empty(), joined(joined(c, a), b)));
        check_same(one, merged(merged(one, b), joined(a, c)));
        const Merged whole = merged(one, history);
        CHECK(whole.log.size() == history.size());
        CHECK(whole.gaps.empty());
        CHECK(bytes_of(all_of(whole.log)) == bytes_of(history));
    }
}

TEST_CASE("merge: two logs give one notebook, whichever comes first") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        CAPTURE(seed);
        Chance chance(seed);
        const auto history = random_history(chance, 3, 60);
        const Log left = merged(empty(), some_of(chance, history)).log;
        const Log right = merged(empty(), some_of(chance, history)).log;
        const Merged one = merged(left, all_of(right));
        const Merged other = merged(right, all_of(left));
        check_same(one, other);
        Items by_device;
        for (const LoggedRevision& revision : all_of(one.log)) by_device.apply(revision.revision);
        Items by_stamp;
        for (const LoggedRevision* revision : other.log.in_stamp_order()) by_stamp.apply(revision->revision);
        CHECK(describe(by_device) == describe(by_stamp));
    }
}
