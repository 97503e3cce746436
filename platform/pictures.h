// Pictures that are shown: decoded, scaled and drawn by the platform, over the place that the app left for each.
// Never asked for by the platform itself: it says that it wants the bytes, and the app gives them and keeps none.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/id.h"
#include "platform/surroundings.h"

namespace daybook {

/// How much of a picture is kept in memory. The numbers are known to web/src/pictures.ts.
enum class PictureDetail : std::uint8_t {
    small = 0,  ///< enough for a list; kept until clear()
    whole = 1,  ///< every pixel; of one picture at a time, and only while it is shown
};

struct PictureSpec {
    ItemId picture;
    PictureDetail detail = PictureDetail::small;
    Box box;   ///< a small one fills it, and is cut where it is longer; a whole one is stretched over it
    Box clip;  ///< what of it may be seen
};

struct PictureState {
    enum class Stage {
        wanted,      ///< the bytes are not here: give them
        coming,      ///< it is being decoded
        shown,       ///< it is there
        unreadable,  ///< what was given is no picture that this platform can show
    };
    Stage stage = Stage::wanted;
    float width = 0;  ///< in its own pixels, once it is there
    float height = 0;
};

class Pictures {
public:
    virtual ~Pictures() = default;
    /// What is known of it without showing it.
    [[nodiscard]] virtual PictureState state(ItemId picture, PictureDetail detail) const = 0;
    /// Shows a picture in this frame; one that is not shown in a frame is not seen after it.
    virtual PictureState show(const PictureSpec& spec) = 0;
    /// The bytes of one that is wanted.
    virtual void give(ItemId picture, PictureDetail detail, std::string_view media_type, ByteView content) = 0;
    /// Forgets every pixel.
    virtual void clear() = 0;
};

}  // namespace daybook
