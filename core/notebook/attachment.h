// A file that belongs to an item: what the notebook knows of it. Its bytes lie elsewhere, sealed, in pieces.
// Never the bytes themselves: they are read when somebody looks at them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/log/fold.h"

namespace daybook {

struct Attachment {
    ItemId id;
    ItemId of;               ///< the item that it belongs to
    std::string media_type;  ///< "image/jpeg"
    std::uint64_t size = 0;  ///< bytes
    Hash hash{};             ///< BLAKE2b-256 of the bytes
    /// Where its pieces are: of this device, numbered on from the first.
    DeviceId device;
    std::uint64_t first_piece = 0;
    std::uint64_t pieces = 0;
    std::string gist;                   ///< what it shows, in words: the latest version
    std::vector<TextVersion> versions;  ///< of the gist; more than one where it was edited apart
    bool retired = false;
    std::string author;
    LocalTime added;

    /// The number of its last piece; 0 if what it says of its pieces is impossible.
    [[nodiscard]] std::uint64_t last_piece() const;
};

/// What an attachment may be at most.
struct AttachmentBounds {
    static constexpr std::uint64_t size = 24 * 1024 * 1024;
    static constexpr std::uint64_t piece = 32 * 1024;  ///< bytes of the file in each of its pieces, but the last
    static constexpr std::size_t media_type = 100;     ///< bytes
};

/// How many pieces a file of this size has.
[[nodiscard]] constexpr std::uint64_t pieces_of(std::uint64_t size) {
    return size / AttachmentBounds::piece + (size % AttachmentBounds::piece == 0 ? 0 : 1);
}

/// "image/jpeg": a type and a subtype as RFC 6838 section 4.2 allows them, without parameters.
[[nodiscard]] bool is_media_type(std::string_view text);

/// From an item of the kind words::attachment. What a stranger's says is taken as it is said: who reads the bytes
/// checks them.
[[nodiscard]] Attachment attachment_from(const Item& item);

}  // namespace daybook
