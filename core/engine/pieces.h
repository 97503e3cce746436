// An attachment's bytes as they are stored: pieces, each a sealed row of its own.
// Never gives out bytes that are not, to the last one, those that were put in.
#pragma once

#include <functional>
#include <vector>

#include "core/crypto/vault.h"
#include "core/engine/row.h"
#include "core/notebook/attachment.h"

namespace daybook {

/// What stands in a place, in whichever copy, the likeliest first: several where the copies do not agree.
using FindPiece = std::function<Result<std::vector<Bytes>>(const RowPlace& place)>;

/// Rows for all of `content`, numbered from `first` on. Errc::not_found if the inspection's key is not open.
[[nodiscard]] Result<std::vector<Row>> seal_pieces(const Vault& vault, InspectionId inspection, std::uint64_t first,
                                                   ByteView content, const RandomSource& random);

/// The bytes of an attachment, put together and checked against its size and its hash. Errc::not_found if no piece of
/// it is on this device; Errc::corrupt if one is damaged, in every place where it may be found, or is not there; else
/// why nothing could be read just now.
[[nodiscard]] Result<Bytes> open_pieces(const Vault& vault, InspectionId inspection, const Attachment& attachment,
                                        const FindPiece& find);

}  // namespace daybook
