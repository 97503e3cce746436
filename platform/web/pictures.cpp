// Lays the pictures of a frame out for web/src/pictures.ts, and takes in what became of them there.
// The layout: u32 count; then each picture as u32 handle, f32 box x, y, width, height, f32 clip x, y, width, height.
#include "platform/web/pictures.h"

#include <utility>

#include "platform/web/app_calls.h"

namespace daybook {
namespace {

void add_box(Packet& packet, const Box& box) {
    for (const float edge : {box.x, box.y, box.width, box.height}) packet.add_float(edge);
}

}  // namespace

PictureState WebPictures::state(ItemId picture, PictureDetail detail) const {
    const auto found = pictures_.find({picture, detail});
    return found == pictures_.end() ? PictureState{} : found->second.state;
}

PictureState WebPictures::show(const PictureSpec& spec) {
    Picture& picture = pictures_[{spec.picture, spec.detail}];
    if (picture.handle == 0) picture.handle = ++last_handle_;
    picture.shown = true;
    if (picture.state.stage == PictureState::Stage::shown) {
        frame_.add_u32(picture.handle);
        add_box(frame_, spec.box);
        add_box(frame_, spec.clip);
        ++shown_;
    }
    return picture.state;
}

void WebPictures::give(ItemId picture, PictureDetail detail, std::string_view media_type, ByteView content) {
    const auto found = pictures_.find({picture, detail});
    // Nobody looks at it any more.
    if (found == pictures_.end() || found->second.state.stage != PictureState::Stage::wanted) return;
    found->second.state.stage = PictureState::Stage::coming;
    daybook_give_picture(found->second.handle, static_cast<int>(detail), media_type.data(), media_type.size(),
                         content.data(), content.size());
}

void WebPictures::clear() {
    for (const auto& [key, picture] : pictures_) daybook_drop_picture(picture.handle);
    pictures_.clear();
}

void WebPictures::publish() {
    std::erase_if(pictures_, [](auto& item) {
        const bool is_over = item.first.second == PictureDetail::whole && !item.second.shown;
        if (is_over) daybook_drop_picture(item.second.handle);
        item.second.shown = false;
        return is_over;
    });
    Packet packet;
    packet.add_u32(std::exchange(shown_, 0));
    Bytes bytes = packet.bytes();
    append(bytes, std::exchange(frame_, {}).bytes());
    if (bytes == published_) return;
    published_ = std::move(bytes);
    daybook_show_pictures(published_.data(), published_.size());
}

void WebPictures::decoded(std::uint32_t handle, float width, float height) {
    for (auto& [key, picture] : pictures_) {
        if (picture.handle != handle) continue;
        const bool is_there = width > 0 && height > 0;
        picture.state = {is_there ? PictureState::Stage::shown : PictureState::Stage::unreadable, width, height};
    }
}

}  // namespace daybook
