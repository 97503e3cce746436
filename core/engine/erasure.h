// What was erased and must not be put back: a tombstone row (RowKind::erased), which names places and nothing else.
// Never covers a tombstone: that something was erased is itself not forgotten.
#pragma once

#include <vector>

#include "core/engine/row.h"

namespace daybook {

/// A set of places: what is left open (no kind, the nil device, up to 0) stands for all.
struct ErasedPlace {
    std::optional<RowKind> kind;
    InspectionId inspection;  ///< nil for what belongs to the device: then there is a kind
    DeviceId device;
    std::uint64_t up_to = 0;  ///< the last number that is erased
    bool operator==(const ErasedPlace&) const = default;
};

/// All that there is of an inspection.
[[nodiscard]] ErasedPlace everything_of(InspectionId inspection);

[[nodiscard]] bool covers(const ErasedPlace& erased, const RowPlace& place);
[[nodiscard]] bool covers(const std::vector<ErasedPlace>& erased, const RowPlace& place);

/// What a tombstone row holds, in the open: the deterministic CBOR array
/// [1, [[kind or 0, inspection, device, up to], ...], BLAKE2b-256 of the list's bytes].
[[nodiscard]] Bytes encode_erasure(const std::vector<ErasedPlace>& places);
/// Errc::corrupt for one that does not hash, or that would erase more than an erasure may; Errc::newer.
[[nodiscard]] Result<std::vector<ErasedPlace>> decode_erasure(ByteView tombstone);

}  // namespace daybook
