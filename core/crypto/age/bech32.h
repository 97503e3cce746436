// Bech32 (BIP 173) as age uses it for keys: without a limit on the length.
// Never guesses: a wrong character, a mixed case or a checksum that differs is no key.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.h"

namespace daybook::age {

struct Bech32 {
    std::string prefix;  ///< the human-readable part, in the case that it was written in
    Bytes data;
};

/// Lower case if `prefix` is lower case, upper case if it is upper case. `prefix` is not empty and not mixed.
[[nodiscard]] std::string bech32_encode(std::string_view prefix, ByteView data);
/// None if `text` is not well-formed or its checksum differs.
[[nodiscard]] std::optional<Bech32> bech32_decode(std::string_view text);

}  // namespace daybook::age
