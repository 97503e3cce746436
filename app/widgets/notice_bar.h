// What went wrong, or a quieter word, across the top of the screen.
// Never covers the screen: it makes it smaller.
#pragma once

#include <string>
#include <string_view>

#include "app/widgets/icon.h"
#include "app/widgets/status_line.h"
#include "app/widgets/ui.h"

namespace daybook {

/// An alert across the top of the screen, or a quieter word. True if it was put away. Makes `screen` smaller by what it
/// takes.
struct Notice {
    std::string words;
    bool can_be_closed = true;
    Calm calm = Calm::alarmed;
    Icon icon = Icon::none;  ///< none: a warning, or a tick where it is calm
    std::string_view key = "notice";
};
bool notice_bar(Ui& ui, Box& screen, const Notice& notice);

}  // namespace daybook
