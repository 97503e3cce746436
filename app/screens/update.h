// A newer version of Daybook that waits on the device: offered, never pressed on anybody.
// Never where an entry is open or a meeting runs.
#pragma once

#include "app/screens/screen.h"
#include "platform/device_facts.h"

namespace daybook {

/// A card with the offer; nothing if there is none, or while a meeting runs.
void update_offer(Ui& ui, const View& view, const DeviceFacts& facts, Wishes wishes);

}  // namespace daybook
