// What a pen drew: the points of a line, and how they lie in the bytes that a stroke keeps.
// Never how a line looks: that is ink_outline.h's business.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace daybook {

/// Where a pen was, in sixteenths of a paper unit. A sheet is 1,000 units wide, and as high as what is on it.
struct InkPoint {
    std::int32_t x = 0;
    std::int32_t y = 0;
    std::uint8_t pressure = 0;  ///< 255 is the hardest
    std::uint32_t ms = 0;       ///< since the stroke's first point
    bool operator==(const InkPoint&) const = default;
};

/// What a stroke may be at most. One that goes on for longer is followed by another, which begins where it ended.
struct InkBounds {
    static constexpr std::int32_t unit = 16;  ///< of a point's numbers
    static constexpr std::int32_t width = 1000;
    static constexpr std::int32_t height = 20'000;  ///< units
    static constexpr std::uint32_t ms = 600'000;
    static constexpr std::size_t piece = 4096;   ///< points of a piece
    static constexpr std::size_t pieces = 64;    ///< of a stroke
    static constexpr std::size_t points = 8192;  ///< of a stroke
};

/// The bytes of a piece (core/log/README.md): of at least one point and at most InkBounds::piece, all within bounds.
[[nodiscard]] Bytes encode_ink(std::span<const InkPoint> piece);

/// Errc::corrupt for what is no such piece; Errc::newer for one of a later version.
[[nodiscard]] Result<std::vector<InkPoint>> decode_ink(ByteView bytes);

/// Whether what goes from `from` to `to` comes within `reach` sixteenths of a unit of a line of at least one point.
[[nodiscard]] bool touches(std::span<const InkPoint> line, const InkPoint& from, const InkPoint& to, double reach);

}  // namespace daybook
