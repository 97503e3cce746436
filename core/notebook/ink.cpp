#include "core/notebook/ink.h"

#include <algorithm>
#include <optional>

namespace daybook {
namespace {

constexpr Byte version = 1;
constexpr Byte more_follows = 0x80;

void put(Bytes& bytes, std::uint32_t number) {
    for (; number >= more_follows; number >>= 7U) bytes.push_back(static_cast<Byte>(number) | more_follows);
    bytes.push_back(static_cast<Byte>(number));
}

/// 0, -1, 1, -2 ... as 0, 1, 2, 3 ...
void put_difference(Bytes& bytes, std::int32_t difference) {
    const auto twice = static_cast<std::uint32_t>(difference) << 1U;
    put(bytes, difference < 0 ? ~twice : twice);
}

/// Reads numbers as they were put; after the first that cannot be one, all are refused.
class Reader {
public:
    explicit Reader(ByteView bytes) : rest_(bytes) {}

    std::uint32_t number() {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 32 && !rest_.empty(); shift += 7) {
            const Byte byte = rest_.front();
            rest_ = rest_.subspan(1);
            const std::uint32_t part = byte & (more_follows - 1U);
            if (part << shift >> shift != part) break;
            value |= part << shift;
            if ((byte & more_follows) != 0) continue;
            if (byte == 0 && shift > 0) break;  // it could have been shorter
            return value;
        }
        refused_ = true;
        return 0;
    }
    /// Beside `before`, from 0 to `most`.
    std::int32_t beside(std::int32_t before, std::int32_t most) {
        const std::uint32_t twice = number();
        const auto half = static_cast<std::int64_t>(twice >> 1U);
        const std::int64_t value = before + ((twice & 1U) == 0 ? half : -half - 1);
        if (value < 0 || value > most) refused_ = true;
        return refused_ ? 0 : static_cast<std::int32_t>(value);
    }
    void refuse() { refused_ = true; }
    [[nodiscard]] bool refused() const { return refused_; }
    [[nodiscard]] std::size_t left() const { return rest_.size(); }

private:
    ByteView rest_;
    bool refused_ = false;
};

std::unexpected<Error> no_ink() {
    return fail(Errc::corrupt, "A stroke of a drawing is damaged.");
}

InkPoint next_point(Reader& reader, const InkPoint& before) {
    InkPoint point;
    point.x = reader.beside(before.x, InkBounds::width * InkBounds::unit);
    point.y = reader.beside(before.y, InkBounds::height * InkBounds::unit);
    point.pressure = static_cast<std::uint8_t>(reader.beside(before.pressure, 255));
    const std::uint32_t later = reader.number();
    if (later > InkBounds::ms - before.ms) reader.refuse();
    point.ms = reader.refused() ? 0 : before.ms + later;
    return point;
}

/// The square of how far a point is from the way between two others.
double distance_squared(const InkPoint& point, const InkPoint& from, const InkPoint& to) {
    const double way_x = to.x - from.x;
    const double way_y = to.y - from.y;
    const double x = point.x - from.x;
    const double y = point.y - from.y;
    const double length = way_x * way_x + way_y * way_y;
    const double share = length > 0 ? std::clamp((x * way_x + y * way_y) / length, 0.0, 1.0) : 0.0;
    const double off_x = x - share * way_x;
    const double off_y = y - share * way_y;
    return off_x * off_x + off_y * off_y;
}

bool cross_each_other(const InkPoint& a, const InkPoint& b, const InkPoint& c, const InkPoint& d) {
    // Of the way from one to the other: greater than 0 on one side of it, less on the other.
    const auto side = [](const InkPoint& from, const InkPoint& to, const InkPoint& of) {
        return static_cast<double>(to.x - from.x) * (of.y - from.y) -
               static_cast<double>(to.y - from.y) * (of.x - from.x);
    };
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

}  // namespace

Bytes encode_ink(std::span<const InkPoint> piece) {
    Bytes bytes{version};
    put(bytes, static_cast<std::uint32_t>(piece.size()));
    InkPoint before;
    for (const InkPoint& point : piece) {
        put_difference(bytes, point.x - before.x);
        put_difference(bytes, point.y - before.y);
        put_difference(bytes, point.pressure - before.pressure);
        put(bytes, point.ms - before.ms);
        before = point;
    }
    return bytes;
}

Result<std::vector<InkPoint>> decode_ink(ByteView bytes) {
    if (bytes.empty() || bytes.front() == 0) return no_ink();
    if (bytes.front() > version) return fail(Errc::newer, "A stroke was drawn by a later version of Daybook.");
    Reader reader(bytes.subspan(1));
    constexpr std::size_t least_bytes = 4;  // of a point
    const std::size_t count = reader.number();
    if (count == 0 || count > InkBounds::piece || count > reader.left() / least_bytes) return no_ink();
    std::vector<InkPoint> points;
    points.reserve(count);
    InkPoint before;
    while (points.size() < count && !reader.refused()) points.push_back(before = next_point(reader, before));
    if (reader.refused() || reader.left() > 0) return no_ink();
    return points;
}

bool touches(std::span<const InkPoint> line, const InkPoint& from, const InkPoint& to, double reach) {
    for (std::size_t n = 0; n < line.size(); ++n) {
        const InkPoint& one = line[n];
        const InkPoint& next = line[std::min(n + 1, line.size() - 1)];
        if (cross_each_other(one, next, from, to)) return true;
        const double nearest = std::min({distance_squared(one, from, to), distance_squared(next, from, to),
                                         distance_squared(from, one, next), distance_squared(to, one, next)});
        if (nearest <= reach * reach) return true;
    }
    return false;
}

}  // namespace daybook
