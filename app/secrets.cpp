#include "app/secrets.h"

#include "core/crypto/primitives.h"

namespace daybook {
void wipe_text(std::string& text) {
    // What was erased at its end lies in its room still.
    text.resize(text.capacity());
    wipe({reinterpret_cast<Byte*>(text.data()), text.size()});
    text.clear();
}

}  // namespace daybook
