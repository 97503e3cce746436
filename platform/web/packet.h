// A row of numbers and strings in memory, as the page reads them.
// Never read back in C++: the page's half is web/src/packet.ts.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "core/base/bytes.h"

namespace daybook {

static_assert(std::endian::native == std::endian::little, "the page reads little-endian numbers");

/// Numbers are little-endian and not aligned; a string is its length in bytes (u32), then UTF-8.
class Packet {
public:
    void add_u8(std::uint8_t value) { bytes_.push_back(value); }
    void add_u32(std::uint32_t value) { add(value); }
    void add_float(float value) { add(value); }

    void add_text(std::string_view text) {
        add_u32(static_cast<std::uint32_t>(text.size()));
        append(bytes_, as_bytes(text));
    }

    [[nodiscard]] const Bytes& bytes() const { return bytes_; }

private:
    template <typename Number>
    void add(Number value) {
        const std::size_t at = bytes_.size();
        bytes_.resize(at + sizeof value);
        std::memcpy(bytes_.data() + at, &value, sizeof value);
    }

    Bytes bytes_;
};

}  // namespace daybook
