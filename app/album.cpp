#include "app/album.h"

#include <algorithm>
#include <array>

namespace daybook {

std::optional<Album::Place> Album::arrived(std::uint32_t number) {
    const auto found = coming_.find(number);
    if (found == coming_.end()) return std::nullopt;
    const Place place = found->second;
    coming_.erase(found);
    return place;
}

std::size_t Album::coming_to(ItemId entry) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(coming_, [&](const auto& one) { return one.second.entry == entry; }));
}

PictureState Album::show(InspectionId inspection, const PictureSpec& spec, Outbox& out) {
    const PictureState state = pictures_.show(spec);
    if (state.stage != PictureState::Stage::wanted || complaints_.contains(spec.picture)) return state;
    // For a small and a whole picture the bytes are the same, but nobody has kept them.
    if (asked_.insert({spec.picture, spec.detail}).second) out.push(ReadAttachment{inspection, spec.picture});
    return state;
}

void Album::read(const AttachmentRead& read) {
    if (!read.complaint.empty()) complaints_[read.attachment] = read.complaint;
    for (const PictureDetail detail : {PictureDetail::small, PictureDetail::whole}) {
        if (asked_.erase({read.attachment, detail}) == 0 || !read.complaint.empty()) continue;
        pictures_.give(read.attachment, detail, read.media_type, read.content);
    }
}

std::string_view Album::complaint(ItemId picture) const {
    const auto found = complaints_.find(picture);
    return found == complaints_.end() ? std::string_view() : std::string_view(found->second);
}

void Album::put_away() {
    asked_.clear();
    complaints_.clear();
    pictures_.clear();
}

void Album::clear() {
    put_away();
    coming_.clear();
}

}  // namespace daybook
