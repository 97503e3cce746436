// The revisions of one inspection, each device's in an unbroken chain.
// Never holds a revision whose chain does not hash, and never drops one that does.
#pragma once

#include <map>
#include <vector>

#include "core/log/revision.h"

namespace daybook {

/// A revision together with the bytes that it is: those are what is hashed, sealed and passed on.
struct LoggedRevision {
    Revision revision;
    Bytes canonical;
    Hash hash{};
};

/// Reads and hashes canonical bytes.
[[nodiscard]] Result<LoggedRevision> logged(Bytes canonical);

class Log {
public:
    explicit Log(InspectionId inspection) : inspection_(inspection) {}

    [[nodiscard]] InspectionId inspection() const { return inspection_; }

    /// Adds the next revision of a device's chain. A revision that is held already changes nothing.
    /// Errc::corrupt if it is another inspection's, does not hash onto its predecessor, or differs from the one held;
    /// Errc::not_found if its predecessor is missing. Then the log is as it was.
    Result<void> append(LoggedRevision revision);

    /// The next sequence number and previous hash for `device`.
    struct Head {
        std::uint64_t next_seq = 1;
        Hash hash{};
    };
    [[nodiscard]] Head head(DeviceId device) const;

    /// The latest stamp of any device; all zeros for an empty log.
    [[nodiscard]] Stamp latest_stamp() const { return latest_; }

    [[nodiscard]] const LoggedRevision* find(RevisionRef ref) const;
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] const std::map<DeviceId, std::vector<LoggedRevision>>& chains() const { return chains_; }

    /// All revisions in the order of their stamps.
    [[nodiscard]] std::vector<const LoggedRevision*> in_stamp_order() const;

private:
    InspectionId inspection_;
    std::map<DeviceId, std::vector<LoggedRevision>> chains_;  // chains_[d][n] has seq n + 1
    Stamp latest_;
};

}  // namespace daybook
