#include "core/crypto/secret.h"

#include <sodium.h>

#include <new>

namespace daybook {

void wipe(std::span<Byte> bytes) {
    if (!bytes.empty()) sodium_memzero(bytes.data(), bytes.size());
}

void wipe_text(std::string& text) {
    // What was erased at its end lies in its room still.
    text.resize(text.capacity());
    wipe({reinterpret_cast<Byte*>(text.data()), text.size()});
    text.clear();
}

void wipe_stack() {
    // Deeper than the engine or a frame goes; a thread has megabytes.
    constexpr std::size_t depth = std::size_t{256} * 1024;
    sodium_stackzero(depth);
}

KeptMemory::KeptMemory(ByteView content)
    : bytes_(static_cast<Byte*>(sodium_malloc(content.size())), Release{content.size()}) {
    if (bytes_ == nullptr) throw std::bad_alloc();
    std::ranges::copy(content, bytes_.get());
    sodium_mprotect_readonly(bytes_.get());  // -1 where pages cannot be protected
}

void KeptMemory::Release::operator()(Byte* bytes) const {
    sodium_mprotect_readwrite(bytes);
    // Where memory cannot be locked, libsodium's free is the ordinary one, which leaves everything as it was.
    sodium_memzero(bytes, size);
    sodium_free(bytes);
}

}  // namespace daybook
