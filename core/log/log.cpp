#include "core/log/log.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace daybook {

Result<LoggedRevision> logged(Bytes canonical) {
    auto revision = decode_revision(canonical);
    if (!revision) return pass_on(std::move(revision).error());
    const Hash hash = revision_hash(canonical);
    return LoggedRevision{std::move(*revision), std::move(canonical), hash};
}

Result<void> Log::append(LoggedRevision revision) {
    const auto& [inspection, device, seq] =
        std::tie(revision.revision.inspection, revision.revision.device, revision.revision.seq);
    if (inspection != inspection_) return fail(Errc::corrupt, "A revision belongs to another inspection.");
    if (seq == 0) return fail(Errc::corrupt, "A revision has no number.");
    if (const LoggedRevision* held = find(revision.revision.ref())) {
        if (held->canonical == revision.canonical) return {};
        return fail(Errc::corrupt, "Two different revisions claim the same place.");
    }
    const Head expected = head(device);
    if (seq != expected.next_seq) return fail(Errc::not_found, "The revision before this one is missing.");
    // Hashed again, although logged() did: what is held here vouches for everything after it.
    if (revision.revision.prev_hash != expected.hash || revision.hash != revision_hash(revision.canonical)) {
        return fail(Errc::corrupt, "A revision does not follow from the one before it.");
    }
    latest_ = std::max(latest_, revision.revision.stamp);
    chains_[device].push_back(std::move(revision));
    return {};
}

Log::Head Log::head(DeviceId device) const {
    const auto chain = chains_.find(device);
    if (chain == chains_.end()) return {};
    return {chain->second.size() + 1, chain->second.back().hash};
}

const LoggedRevision* Log::find(RevisionRef ref) const {
    const auto chain = chains_.find(ref.device);
    if (chain == chains_.end() || ref.seq == 0 || ref.seq > chain->second.size()) return nullptr;
    return &chain->second[static_cast<std::size_t>(ref.seq - 1)];
}

std::size_t Log::size() const {
    std::size_t size = 0;
    for (const auto& [device, chain] : chains_) size += chain.size();
    return size;
}

std::vector<const LoggedRevision*> Log::in_stamp_order() const {
    std::vector<const LoggedRevision*> ordered;
    ordered.reserve(size());
    for (const auto& [device, chain] : chains_) {
        for (const LoggedRevision& revision : chain) ordered.push_back(&revision);
    }
    // A device that misbehaves can use one stamp twice: its numbers decide then.
    std::ranges::sort(ordered, {},
                      [](const LoggedRevision* one) { return std::pair(one->revision.stamp, one->revision.seq); });
    return ordered;
}

}  // namespace daybook
