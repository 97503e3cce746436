// A part of the window whose content may be longer than it is.
// Never scrolls sideways: what is in it is as wide as it is.
#pragma once

#include <optional>
#include <string_view>

#include "app/widgets/ui.h"

namespace daybook {

struct Padding {
    float sides = 16;
    float top = 16;
    float bottom = 16;
};

/// A box whose content may be longer than it is: scrolled by wheel, by dragging, and by the focus.
class Panel {
public:
    Panel(Ui& ui, std::string_view key, const Box& box, Padding padding = {});
    ~Panel();
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;

private:
    Ui& ui_;
    Box box_;
    Padding padding_;
    float left_ = 0;
    std::optional<float> wanted_;  // it is to be scrolled so far, and is not yet
};

}  // namespace daybook
