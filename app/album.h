// Photographs in motion: those on their way into the notebook, and those that were asked for to be looked at.
// Never keeps a picture: its bytes go from the engine to the platform, which shows them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "app/outbox.h"
#include "core/engine/protocol.h"
#include "platform/pictures.h"

namespace daybook {

class Album {
public:
    explicit Album(Pictures& pictures) : pictures_(pictures) {}

    /// The entry that a photograph is to belong to.
    struct Place {
        InspectionId inspection;
        ItemId entry;
    };
    /// One is being made ready by the platform, which has given it this number.
    void coming(std::uint32_t number, Place place) { coming_[number] = place; }
    /// It is there, or does not come. None for a number that is not known.
    std::optional<Place> arrived(std::uint32_t number);
    [[nodiscard]] std::size_t coming_to(ItemId entry) const;
    [[nodiscard]] bool is_any_coming() const { return !coming_.empty(); }

    /// Of all of it, without showing it.
    [[nodiscard]] PictureState state(ItemId picture) const { return pictures_.state(picture, PictureDetail::whole); }
    /// Shows a picture in this frame, and asks for its bytes if the platform has none.
    PictureState show(InspectionId inspection, const PictureSpec& spec, Outbox& out);
    void read(const AttachmentRead& read);
    /// Why it cannot be shown; empty if nothing is known against it.
    [[nodiscard]] std::string_view complaint(ItemId picture) const;

    /// No picture is looked at any more. What is on its way in comes all the same.
    void put_away();
    void clear();

private:
    Pictures& pictures_;
    std::map<std::uint32_t, Place> coming_;
    std::set<std::pair<ItemId, PictureDetail>> asked_;
    std::map<ItemId, std::string> complaints_;
};

}  // namespace daybook
