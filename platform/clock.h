// What the clock on the wall says.
// Never used by core: times are handed to it.
#pragma once

#include "core/base/time.h"

namespace daybook {

[[nodiscard]] LocalTime local_now();

}  // namespace daybook
