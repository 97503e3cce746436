// Random bytes fit for keys, from the operating system or the browser.
// Never returns fewer than were asked for: if the system has none, the program ends.
#pragma once

#include <cstdint>
#include <span>

namespace daybook {

void fill_random(std::span<std::uint8_t> bytes);

}  // namespace daybook
