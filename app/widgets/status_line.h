// Whether all is saved, where one always looks for it.
// Never scrolled, and never louder than it must be.
#pragma once

#include <string_view>

#include "app/widgets/frame.h"
#include "app/widgets/ui.h"

namespace daybook {

/// Wary: all is well, but less safe than it could be.
enum class Calm { calm, wary, alarmed };
/// `beside` is shown where there is room for it.
void status_line(Ui& ui, const Frame& frame, std::string_view words, std::string_view beside, Calm calm);

}  // namespace daybook
