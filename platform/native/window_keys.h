// The keys that may be the app's own, read from SDL's events.
// Never decides what a key does: the app has the table.
#pragma once

#include <optional>

#include "platform/window.h"

union SDL_Event;

namespace daybook {

/// What the app is to be asked about; none if the event is no key, or one that cannot be its own.
[[nodiscard]] std::optional<KeyPress> key_press(const SDL_Event& event, Typing typing);

}  // namespace daybook
