// Random bytes from the browser: Emscripten's getentropy asks crypto.getRandomValues.
// Never in larger pieces than getentropy gives at once.
#include "platform/entropy.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace daybook {

void fill_random(std::span<std::uint8_t> bytes) {
    constexpr std::size_t most_at_once = 256;
    while (!bytes.empty()) {
        const std::size_t size = std::min(bytes.size(), most_at_once);
        if (getentropy(bytes.data(), size) != 0) std::abort();
        bytes = bytes.subspan(size);
    }
}

}  // namespace daybook
