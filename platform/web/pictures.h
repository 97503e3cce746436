// Pictures, shown by the page as canvases of its own (web/src/pictures.ts).
// Never keeps a pixel on this side: only which there are, and how large they are.
#pragma once

#include <map>
#include <utility>

#include "platform/pictures.h"
#include "platform/web/packet.h"

namespace daybook {

class WebPictures : public Pictures {
public:
    [[nodiscard]] PictureState state(ItemId picture, PictureDetail detail) const override;
    PictureState show(const PictureSpec& spec) override;
    void give(ItemId picture, PictureDetail detail, std::string_view media_type, ByteView content) override;
    void clear() override;

    /// After the frame: hands the places to the page if anything about them changed.
    void publish();
    /// The page has decoded one, or could not: then both are 0.
    void decoded(std::uint32_t handle, float width, float height);

private:
    using Key = std::pair<ItemId, PictureDetail>;
    struct Picture {
        std::uint32_t handle = 0;  ///< its name for the page; never used again
        PictureState state;
        bool shown = false;  ///< in this frame
    };

    std::map<Key, Picture> pictures_;
    std::uint32_t last_handle_ = 0;
    Packet frame_;
    std::uint32_t shown_ = 0;
    Bytes published_;
};

}  // namespace daybook
