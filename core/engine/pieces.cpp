// An attachment's bytes as they are stored: pieces, each a sealed row of its own.
// Never gives out bytes that are not, to the last one, those that were put in.
#include "core/engine/pieces.h"

#include <algorithm>

namespace daybook {
namespace {

std::unexpected<Error> damaged() {
    return fail(Errc::corrupt,
                "This attachment is damaged, in both copies, and cannot be shown. What is left of it is kept as it "
                "is, and nothing else is touched.");
}

/// What an attachment says of itself may come from a stranger: nothing is allocated for it before it fits together.
bool fits_together(const Attachment& attachment) {
    return attachment.size > 0 && attachment.size <= AttachmentBounds::size &&
           attachment.pieces == pieces_of(attachment.size) && attachment.last_piece() != 0;
}

/// The first that opens: a seal knows its place, so that it is the piece that was put there.
Result<Bytes> open_piece(const Vault& vault, const RowPlace& place, const std::vector<Bytes>& candidates) {
    const Bytes associated = associated_data(place);
    Result<Bytes> opened = damaged();
    for (const Bytes& sealed : candidates) {
        opened = vault.open_row(place.inspection, associated, sealed);
        if (opened) return opened;
    }
    return opened.error().code == Errc::corrupt ? damaged() : opened;
}

}  // namespace

Result<std::vector<Row>> seal_pieces(const Vault& vault, InspectionId inspection, std::uint64_t first, ByteView content,
                                     const RandomSource& random) {
    std::vector<Row> rows;
    rows.reserve(static_cast<std::size_t>(pieces_of(content.size())));
    RowPlace place{RowKind::attachment, inspection, vault.device(), first};
    while (!content.empty()) {
        const ByteView piece = content.first(std::min<std::size_t>(content.size(), AttachmentBounds::piece));
        auto sealed = vault.seal_row(inspection, associated_data(place), piece, random);
        if (!sealed) return pass_on(sealed.error());
        rows.push_back({place, std::move(*sealed)});
        ++place.number;
        content = content.subspan(piece.size());
    }
    return rows;
}

Result<Bytes> open_pieces(const Vault& vault, InspectionId inspection, const Attachment& attachment,
                          const FindPiece& find) {
    if (!fits_together(attachment)) return damaged();
    Bytes content;
    content.reserve(static_cast<std::size_t>(attachment.size));
    bool any_missing = false;
    bool any_found = false;
    RowPlace place{RowKind::attachment, inspection, attachment.device, attachment.first_piece};
    for (std::uint64_t n = 0; n < attachment.pieces; ++n, ++place.number) {
        const auto candidates = find(place);
        if (!candidates) return pass_on(candidates.error());
        any_missing = any_missing || candidates->empty();
        any_found = any_found || !candidates->empty();
        if (any_missing) continue;
        const auto piece = open_piece(vault, place, *candidates);
        if (!piece) return pass_on(piece.error());
        if (piece->size() > attachment.size - content.size()) return damaged();
        append(content, *piece);
    }
    if (!any_found) {
        return fail(Errc::not_found, "This attachment is not on this device: only what is said of it is here.");
    }
    const bool is_whole = !any_missing && content.size() == attachment.size && blake2b_256(content) == attachment.hash;
    return is_whole ? Result<Bytes>(std::move(content)) : damaged();
}

}  // namespace daybook
