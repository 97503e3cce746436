// Puts the app together for a window. The platform's own main calls it.
#include "app/app.h"
#include "app/version.h"
#include "platform/clock.h"
#include "platform/entropy.h"

namespace daybook {

std::unique_ptr<WindowClient> make_client(Window& window) {
    return std::make_unique<App>(
        AppParts{window, [] { return local_now(); }, [](std::span<Byte> bytes) { fill_random(bytes); }, version_made});
}

}  // namespace daybook
