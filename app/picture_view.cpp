#include "app/picture_view.h"

#include <algorithm>

namespace daybook {
namespace {

/// Points to a pixel at which the whole picture is seen. A small one is not blown up beyond what it has.
float whole_scale(const Box& stage, float width, float height) {
    constexpr float largest = 1;
    return std::min({stage.width / width, stage.height / height, largest});
}

/// Half of the stage, in shares of a picture that is so long on it: nearer than that no edge comes to the middle.
float nearest(float stage, float picture) {
    return picture <= stage ? 0.5F : stage / picture / 2;
}

}  // namespace

Box PictureView::box(const Box& stage, float width, float height) const {
    const float scale = whole_scale(stage, width, height) * zoom_;
    const float wide = width * scale;
    const float high = height * scale;
    return {stage.x + stage.width / 2 - x_ * wide, stage.y + stage.height / 2 - y_ * high, wide, high};
}

void PictureView::settle(const Box& stage, float width, float height) {
    const Box all = box(stage, width, height);
    const float edge_x = nearest(stage.width, all.width);
    const float edge_y = nearest(stage.height, all.height);
    x_ = std::clamp(x_, edge_x, 1 - edge_x);
    y_ = std::clamp(y_, edge_y, 1 - edge_y);
}

void PictureView::zoom_by(float factor, float x, float y, const Box& stage, float width, float height) {
    const Box before = box(stage, width, height);
    const float share_x = (x - before.x) / before.width;
    const float share_y = (y - before.y) / before.height;
    zoom_ = std::clamp(zoom_ * factor, 1.0F, closest);
    const Box now = box(stage, width, height);
    x_ = share_x - (x - stage.x - stage.width / 2) / now.width;
    y_ = share_y - (y - stage.y - stage.height / 2) / now.height;
    settle(stage, width, height);
}

void PictureView::move(float by_x, float by_y, const Box& stage, float width, float height) {
    const Box all = box(stage, width, height);
    x_ -= by_x / all.width;
    y_ -= by_y / all.height;
    settle(stage, width, height);
}

}  // namespace daybook
