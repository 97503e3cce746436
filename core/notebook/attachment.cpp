// A file that belongs to an item: what the notebook knows of it. Its bytes lie elsewhere, sealed, in pieces.
// Never the bytes themselves: they are read when somebody looks at them.
#include "core/notebook/attachment.h"

#include <algorithm>
#include <limits>

#include "core/notebook/notebook.h"

namespace daybook {
namespace {

const Bytes* bytes_field(const Item& item, std::string_view name) {
    const Value* value = item.field(name);
    return value == nullptr ? nullptr : std::get_if<Bytes>(value);
}

std::uint64_t count_field(const Item& item, std::string_view name) {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, item.number_field(name)));
}

bool is_name(std::string_view text) {
    const auto is_letter_or_digit = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    return !text.empty() && is_letter_or_digit(text.front()) && std::ranges::all_of(text, [&](char c) {
        return is_letter_or_digit(c) || std::string_view("!#$&-^_.+").contains(c);
    });
}

}  // namespace

bool is_media_type(std::string_view text) {
    const std::size_t slash = text.find('/');
    return text.size() <= AttachmentBounds::media_type && slash != std::string_view::npos &&
           is_name(text.substr(0, slash)) && is_name(text.substr(slash + 1));
}

std::uint64_t Attachment::last_piece() const {
    constexpr auto greatest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    const bool possible = first_piece > 0 && pieces > 0 && first_piece <= greatest - pieces;
    return possible ? first_piece + pieces - 1 : 0;
}

Attachment attachment_from(const Item& item) {
    Attachment attachment;
    attachment.id = item.id;
    if (const Bytes* of = bytes_field(item, words::of_item); of != nullptr) {
        attachment.of = ItemId::from_bytes(*of).value_or(ItemId{});
    }
    attachment.media_type = item.text_field(words::media_type);
    attachment.size = count_field(item, words::size);
    const Bytes* hash = bytes_field(item, words::content_hash);
    if (hash != nullptr && hash->size() == attachment.hash.size()) std::ranges::copy(*hash, attachment.hash.begin());
    attachment.first_piece = count_field(item, words::first_piece);
    attachment.pieces = count_field(item, words::pieces);
    // Whoever said where the pieces are has numbered them.
    const auto said = item.fields.find(std::string(words::first_piece));
    if (said != item.fields.end() && !said->second.history.empty()) {
        attachment.device = said->second.history.back().ref.device;
    }
    if (const Text* gist = item.text(words::gist); gist != nullptr) {
        attachment.gist = std::string(gist->words());
        attachment.versions = gist->heads();
    }
    attachment.retired = item.is_retired();
    if (item.created) {
        attachment.author = item.created->author;
        attachment.added = item.created->written_at;
    }
    return attachment;
}

}  // namespace daybook
