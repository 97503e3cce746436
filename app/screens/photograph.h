// One photograph, as large as the screen: moved about in, named, and retired.
// Never changes the picture: what was attached is what is shown.
#pragma once

#include "app/album.h"
#include "app/drafts.h"
#include "app/picture_view.h"
#include "app/screens/screen.h"
#include "platform/window.h"

namespace daybook {

/// What the screen remembers while it is open.
struct PhotographDesk {
    ItemId shown;  ///< the photograph that was shown in the frame before
    PictureView view;
    bool was_typing = false;
    std::vector<ViewMove> pressed;  ///< buttons, which move in the next frame
    float tools_height = 160;       ///< of what stands below the picture, in the frame before
};

/// What the screen works with.
struct PhotographTools {
    Drafts& drafts;
    Album& album;
};

void photograph_screen(Ui& ui, const View& view, PhotographDesk& desk, PhotographTools with, Wishes wishes);

}  // namespace daybook
