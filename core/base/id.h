// Names of things that nobody has to agree on: 128 random bits, each with a type of its own.
// Never makes one up: the random bits come from outside.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstring>
#include <functional>
#include <optional>
#include <string>

#include "core/base/bytes.h"

namespace daybook {

template <typename Tag>
struct Id {
    static constexpr std::size_t size = 16;
    std::array<Byte, size> bytes{};

    auto operator<=>(const Id&) const = default;

    [[nodiscard]] bool is_nil() const { return *this == Id{}; }
    [[nodiscard]] std::string hex() const { return to_hex(bytes); }

    [[nodiscard]] static std::optional<Id> from_bytes(ByteView view) {
        if (view.size() != size) return std::nullopt;
        Id id;
        std::ranges::copy(view, id.bytes.begin());
        return id;
    }
};

using InspectionId = Id<struct InspectionTag>;
using DeviceId = Id<struct DeviceTag>;
using ItemId = Id<struct ItemTag>;

}  // namespace daybook

template <typename Tag>
struct std::hash<daybook::Id<Tag>> {
    std::size_t operator()(const daybook::Id<Tag>& id) const noexcept {
        std::size_t value = 0;
        std::memcpy(&value, id.bytes.data(), sizeof value);
        return value;
    }
};
