// What is remembered of a bundle that was handed over: when it was made, how far it reaches, what its bytes hash to.
// Never the bundle itself.
#pragma once

#include "core/engine/protocol.h"

namespace daybook {

/// Deterministic CBOR: [1, when in milliseconds since 1970, how many revisions, SHA-256 of the file].
[[nodiscard]] Bytes outbox_record(const BundleMade& made, ByteView file);
/// `number` is the row's. Errc::corrupt, Errc::newer.
[[nodiscard]] Result<BundleMade> read_outbox_record(ByteView record, std::uint64_t number);

}  // namespace daybook
