// Random bytes from the kernel.
// Never returns with less than was asked for.
#include "platform/entropy.h"

#include <sys/random.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace daybook {

void fill_random(std::span<std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const ssize_t filled = ::getrandom(bytes.data(), bytes.size(), 0);
        if (filled < 0 && errno == EINTR) continue;
        if (filled <= 0) {
            std::fputs("daybook: this computer gives no random numbers, and without them no key is safe.\n", stderr);
            std::abort();
        }
        bytes = bytes.subspan(static_cast<std::size_t>(filled));
    }
}

}  // namespace daybook
