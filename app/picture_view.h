// What of a picture is seen: how close one is, and which point of it stands in the middle.
// Never leaves the picture: where it is larger than the stage no edge of it comes off the stage's edge.
#pragma once

#include "platform/surroundings.h"

namespace daybook {

class PictureView {
public:
    static constexpr float closest = 8;  ///< times the size at which the whole of it is seen

    /// The whole of it.
    void reset() { *this = {}; }
    [[nodiscard]] float zoom() const { return zoom_; }
    [[nodiscard]] bool is_whole() const { return zoom_ <= 1; }

    /// Where all of the picture lies, of which the stage shows a part. The picture's size is in its own pixels.
    [[nodiscard]] Box box(const Box& stage, float width, float height) const;
    /// Comes closer by this factor; what lies under (x, y) stays there.
    void zoom_by(float factor, float x, float y, const Box& stage, float width, float height);
    /// Moves the picture.
    void move(float by_x, float by_y, const Box& stage, float width, float height);

private:
    void settle(const Box& stage, float width, float height);

    float zoom_ = 1;
    // The point of the picture, in shares of its width and height, that stands in the middle of the stage.
    float x_ = 0.5F;
    float y_ = 0.5F;
};

}  // namespace daybook
