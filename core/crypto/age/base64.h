// Base64 (RFC 4648, section 4) in its canonical form only, with or without padding.
// Never accepts two spellings of the same bytes: no line breaks, no stray bits, no padding that is not due.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.h"

namespace daybook::age {

enum class Padding { none, equals_signs };

[[nodiscard]] std::string base64_encode(ByteView bytes, Padding padding);
/// None if `text` is not the canonical spelling of some bytes.
[[nodiscard]] std::optional<Bytes> base64_decode(std::string_view text, Padding padding);

}  // namespace daybook::age
