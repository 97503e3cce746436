// The armored form of an age file: strict PEM (RFC 7468, section 3) with the label "AGE ENCRYPTED FILE".
// Never accepts words around the block, headers in it, or a second spelling of the same bytes.
#pragma once

#include <string>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace daybook::age {

/// True for what was meant to be armored, sound or not: it does not begin as a binary file does,
/// and has the dashes of a block near its front.
[[nodiscard]] bool looks_armored(ByteView file);

/// Lines of 64 columns, each ended by a line feed.
[[nodiscard]] std::string armor(ByteView binary);
/// White space is allowed before and after the block only; lines end with LF or CRLF. Errc::corrupt.
[[nodiscard]] Result<Bytes> dearmor(std::string_view text);

}  // namespace daybook::age
