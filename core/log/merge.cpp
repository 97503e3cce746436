#include "core/log/merge.h"

#include <algorithm>
#include <utility>

namespace daybook {
namespace {

using Place = std::pair<DeviceId, std::uint64_t>;

Place place_of(const LoggedRevision& one) {
    return {one.revision.device, one.revision.seq};
}

/// Sorts by place and drops repetitions; fails where two differ, or a neighbour does not hash.
Result<void> put_in_order(std::vector<LoggedRevision>& revisions) {
    std::ranges::stable_sort(revisions, {}, place_of);
    const auto repeated = std::ranges::unique(revisions, [](const LoggedRevision& left, const LoggedRevision& right) {
        return place_of(left) == place_of(right) && left.canonical == right.canonical;
    });
    revisions.erase(repeated.begin(), repeated.end());
    for (std::size_t n = 1; n < revisions.size(); ++n) {
        const LoggedRevision& before = revisions[n - 1];
        const LoggedRevision& after = revisions[n];
        if (before.revision.device != after.revision.device) continue;
        if (place_of(before) == place_of(after)) {
            return fail(Errc::corrupt, "Two different revisions claim the same place.");
        }
        if (before.revision.seq + 1 == after.revision.seq && before.hash != after.revision.prev_hash) {
            return fail(Errc::corrupt, "A revision does not follow from the one before it.");
        }
    }
    return {};
}

/// One gap for each device that something was left out of. `left_out` is in order of place.
std::vector<Gap> gaps_before(const std::vector<LoggedRevision>& left_out, const Log& log) {
    std::vector<Gap> gaps;
    for (const LoggedRevision& one : left_out) {
        const DeviceId device = one.revision.device;
        if (gaps.empty() || gaps.back().device != device) gaps.push_back({device, log.head(device).next_seq, 0});
        gaps.back().last = one.revision.seq;
    }
    return gaps;
}

}  // namespace

Result<Merged> merge(const Log& ours, std::vector<LoggedRevision> theirs) {
    if (const auto ordered = put_in_order(theirs); !ordered) return pass_on(ordered.error());
    Merged merged{ours, {}, 0, {}};
    for (LoggedRevision& one : theirs) {
        if (one.revision.inspection != ours.inspection()) {
            return fail(Errc::corrupt, "A revision belongs to another inspection.");
        }
        if (one.revision.seq > merged.log.head(one.revision.device).next_seq) {
            merged.left_out.push_back(std::move(one));
            continue;
        }
        if (const auto appended = merged.log.append(std::move(one)); !appended) return pass_on(appended.error());
    }
    merged.added = merged.log.size() - ours.size();
    merged.gaps = gaps_before(merged.left_out, merged.log);
    return merged;
}

}  // namespace daybook
