// Session, the part that takes attachments in and reads them again. session.cpp has what is done with words.
// Never numbers a piece with a number that stands in either copy.
#include <algorithm>
#include <iterator>

#include "core/engine/session.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

/// Errc::invalid if it is not to be kept at all, Errc::not_found if nothing is there for it to belong to.
Result<void> check(const Notebook& notebook, const AddAttachment& command) {
    if (command.content.empty()) return fail(Errc::invalid, "That file is empty, so there is nothing to keep.");
    if (command.content.size() > AttachmentBounds::size) {
        return fail(Errc::invalid,
                    "That file is larger than 24 MB, which is the most that one attachment may have. Nothing was "
                    "added.");
    }
    if (!is_media_type(command.media_type)) {
        return fail(Errc::invalid, "It is not known what kind of file that is. Nothing was added.");
    }
    const Item* item = notebook.items().find(command.item);
    if (item == nullptr || !item->created) {
        return fail(Errc::not_found, "What this belongs to is not in the notebook. Nothing was added.");
    }
    if (command.attachment.is_nil() || notebook.items().find(command.attachment) != nullptr) {
        return fail(Errc::invalid, "That attachment is here already.");
    }
    return {};
}

}  // namespace

Result<Written> Session::add_attachment(const AddAttachment& command, LocalTime now) {
    auto found = book_to_write(command.inspection);
    if (!found) return pass_on(found.error());
    OpenBook& book = **found;
    if (auto good = check(book.notebook, command); !good) return pass_on(good.error());
    Attachment attachment;
    attachment.id = command.attachment;
    attachment.of = command.item;
    attachment.media_type = command.media_type;
    attachment.size = command.content.size();
    attachment.hash = blake2b_256(command.content);
    attachment.first_piece = book.last_piece + 1;
    attachment.pieces = pieces_of(attachment.size);
    auto pieces = seal_pieces(vault_, command.inspection, attachment.first_piece, command.content, random_);
    if (!pieces) return pass_on(pieces.error());
    auto written = append(book, command.number, edits::add_attachment(attachment), now);
    if (!written) return written;
    book.last_piece += attachment.pieces;
    written->rows.insert(written->rows.begin(), std::make_move_iterator(pieces->begin()),
                         std::make_move_iterator(pieces->end()));
    return written;
}

Result<Bytes> Session::read_attachment(InspectionId inspection, ItemId id, const FindPiece& find) const {
    const auto book = books_.find(inspection);
    if (book == books_.end()) return fail(Errc::not_found, "That inspection is not on this device.");
    const Attachment* attachment = book->second.notebook.attachment(id);
    if (attachment == nullptr) return fail(Errc::not_found, "That attachment is not in the notebook.");
    return open_pieces(vault_, inspection, *attachment, find);
}

void Session::count_piece(const RowPlace& place) {
    if (place.kind != RowKind::attachment || place.device != vault_.device()) return;
    const auto book = books_.find(place.inspection);
    if (book != books_.end()) book->second.last_piece = std::max(book->second.last_piece, place.number);
}

}  // namespace daybook
