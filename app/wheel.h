// The wheel of a mouse between two screens.
// Never scrolls anything itself: that is Dear ImGui's.
#pragma once

namespace daybook {

/// Dear ImGui keeps a turning wheel on what it has scrolled, until the mouse moves or enough frames have gone by.
/// Frames come on demand here: on the screen that follows, a wheel that is not let go would turn for nobody.
void let_go_of_wheel();

}  // namespace daybook
