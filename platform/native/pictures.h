// Pictures on the desktop: none are shown yet, and that is what is said of each.
// Never keeps the bytes of one.
#pragma once

#include "platform/pictures.h"

namespace daybook {

class NativePictures : public Pictures {
public:
    [[nodiscard]] PictureState state(ItemId, PictureDetail) const override {
        return {PictureState::Stage::unreadable, 0, 0};
    }
    PictureState show(const PictureSpec&) override { return {PictureState::Stage::unreadable, 0, 0}; }
    void give(ItemId, PictureDetail, std::string_view, ByteView) override {}
    void clear() override {}
};

}  // namespace daybook
