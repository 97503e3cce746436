#include "core/crypto/sealed.h"

#include <utility>

namespace daybook {
namespace {

constexpr Byte version = 1;

// The zero byte that ends each keeps one from being another's beginning.
constexpr std::string_view label(Purpose purpose) {
    using namespace std::string_view_literals;
    switch (purpose) {
        case Purpose::data_key:
            return "daybook/1/data-key\0"sv;
        case Purpose::row:
            return "daybook/1/row\0"sv;
        case Purpose::own:
            return "daybook/1/own\0"sv;
        case Purpose::quick_unlock:
            return "daybook/1/quick-unlock\0"sv;
    }
    std::unreachable();
}

Bytes associated(const SealedFor& what) {
    Bytes bytes;
    append(bytes, as_bytes(label(what.purpose)));
    append(bytes, what.owner);
    append(bytes, what.place);
    return bytes;
}

}  // namespace

Bytes seal_stored(KeyView key, const SealedFor& what, ByteView plain, const RandomSource& random) {
    Bytes stored = seal(key, associated(what), plain, random);
    stored.insert(stored.begin(), version);
    return stored;
}

Result<Bytes> open_stored(KeyView key, const SealedFor& what, ByteView stored) {
    if (stored.empty() || stored[0] == 0) return fail(Errc::corrupt, "These sealed bytes are damaged.");
    if (stored[0] > version) return fail(Errc::newer, "This was stored by a later version of Daybook.");
    return open_sealed(key, associated(what), stored.subspan(1));
}

}  // namespace daybook
