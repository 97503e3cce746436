// What a person has set on this device: sealed to it, and the last row holds.
// Never drops what a later version set: it is kept, and written again.
#pragma once

#include <map>

#include "core/engine/protocol.h"

namespace daybook {

struct Settings {
    LockTimes lock_times{};
    /// What this version does not know: the canonical CBOR of each key and of its value.
    std::map<Bytes, Bytes> unknown{};
    bool operator==(const Settings&) const = default;
};

/// A deterministic CBOR map: "hidden" and "idle" in seconds, and what is unknown.
[[nodiscard]] Bytes encode(const Settings& settings);
[[nodiscard]] Result<Settings> decode_settings(ByteView map);  ///< Errc::corrupt

}  // namespace daybook
