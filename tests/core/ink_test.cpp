// Ink: the bytes of a stroke and what they may be, how a line looks, and what an eraser touches.
#include "core/notebook/ink.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "core/notebook/ink_outline.h"
#include "tests/core/log_making.h"

using namespace daybook;

namespace {

/// A line as a hand draws it, more or less: from anywhere, in any direction, faster and slower.
std::vector<InkPoint> random_line(Chance& chance, std::size_t most) {
    std::vector<InkPoint> line;
    InkPoint point{.x = static_cast<std::int32_t>(chance.below(16'001)),
                   .y = static_cast<std::int32_t>(chance.below(320'001)),
                   .pressure = static_cast<std::uint8_t>(chance.below(256)),
                   .ms = 0};
    const auto reach = static_cast<std::int64_t>(1 + chance.below(chance.below(4) == 0 ? 20'000 : 60));
    const auto beside = [&](std::int32_t value, std::int32_t bound) {
        const std::int64_t by =
            static_cast<std::int64_t>(chance.below(static_cast<std::uint64_t>(2 * reach + 1))) - reach;
        return static_cast<std::int32_t>(std::clamp<std::int64_t>(value + by, 0, bound));
    };
    for (std::uint64_t n = 1 + chance.below(most); n > 0; --n) {
        line.push_back(point);
        point.x = beside(point.x, 16'000);
        point.y = beside(point.y, 320'000);
        point.pressure = static_cast<std::uint8_t>(beside(point.pressure, 255));
        point.ms += static_cast<std::uint32_t>(chance.below(12));
    }
    return line;
}

/// Twice the area, greater than 0 if it goes round one way.
double area_of(const InkBand& band) {
    double area = 0;
    const auto add = [&](PaperPoint one, PaperPoint next) { area += one.x * next.y - next.x * one.y; };
    for (std::size_t n = 0; n + 1 < band.size(); ++n) add(band[n].left, band[n + 1].left);
    add(band.back().left, band.back().right);
    for (std::size_t n = band.size(); n-- > 1;) add(band[n].right, band[n - 1].right);
    add(band.front().right, band.front().left);
    return area;
}

}  // namespace

TEST_CASE("ink: what is written is read again, at the bounds too") {
    Chance chance(20261129);
    for (int n = 0; n < 400; ++n) {
        const auto line = random_line(chance, 300);
        const auto read = decode_ink(encode_ink(line));
        REQUIRE(read);
        CHECK(*read == line);
    }
    const std::vector<InkPoint> corners{{0, 0, 0, 0}, {16'000, 320'000, 255, 600'000}, {0, 320'000, 0, 600'000}};
    CHECK(decode_ink(encode_ink(corners)) == corners);
    const std::vector<InkPoint> most(InkBounds::piece, InkPoint{8000, 1, 2, 3});
    CHECK(decode_ink(encode_ink(most)) == most);
}

TEST_CASE("ink: a point takes few bytes, of which each has its meaning") {
    const std::vector<InkPoint> line{{320, 160, 128, 0}, {330, 158, 130, 4}};
    CHECK(to_hex(encode_ink(line)) ==
          "0102"
          "8005c002800200"
          "14030404");
}

TEST_CASE("ink: bytes that are no piece of a stroke are refused, and nothing is guessed") {
    const Bytes good = encode_ink(std::vector<InkPoint>{{320, 160, 128, 0}, {330, 158, 130, 4}});
    REQUIRE(decode_ink(good));
    for (std::size_t length = 0; length < good.size(); ++length) {
        CHECK_FALSE(decode_ink(ByteView(good).first(length)));
    }
    Bytes longer = good;
    longer.push_back(0);
    CHECK_FALSE(decode_ink(longer));
    const std::vector<Bytes> all{
        {},
        {0x00, 0x01, 0, 0, 0, 0},                             // no version
        {0x01, 0x00},                                         // no point
        {0x01, 0x81, 0x00, 0, 0, 0, 0},                       // a number that could be shorter
        {0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0, 0, 0},     // more points than bytes
        {0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, 0, 0, 0},  // a number that is too large
        {0x01, 0x01, 0x01, 0, 0, 0},                          // left of the sheet
        {0x01, 0x01, 0x82, 0xFA, 0x01, 0, 0, 0},              // right of it
        {0x01, 0x01, 0, 0, 0x80, 0x04, 0},                    // pressed harder than can be
        {0x01, 0x01, 0, 0, 0, 0xC1, 0xCF, 0x24},              // after the last moment
        {0x01, 0x01, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 0, 0, 0},  // far beyond
    };
    for (const Bytes& bytes : all) {
        const auto read = decode_ink(bytes);
        CAPTURE(to_hex(bytes));
        REQUIRE_FALSE(read);
        CHECK(read.error().code == Errc::corrupt);
    }
    const auto later = decode_ink(Bytes{0x02, 0x01, 0, 0, 0, 0});
    REQUIRE_FALSE(later);
    CHECK(later.error().code == Errc::newer);
    Bytes too_many{0x01, 0x81, 0x20};  // 4,097
    too_many.resize(too_many.size() + 4 * 4097);
    CHECK_FALSE(decode_ink(too_many));
}

TEST_CASE("ink: no bytes, however they were changed, give points that are out of bounds") {
    Chance chance(7);
    std::size_t read_well = 0;
    for (int n = 0; n < 20'000; ++n) {
        Bytes bytes = encode_ink(random_line(chance, 12));
        for (std::uint64_t changes = 1 + chance.below(3); changes > 0; --changes) {
            bytes[static_cast<std::size_t>(chance.below(bytes.size()))] = static_cast<Byte>(chance.below(256));
        }
        const auto read = decode_ink(bytes);
        if (!read) continue;
        ++read_well;
        REQUIRE_FALSE(read->empty());
        std::uint32_t before = 0;
        for (const InkPoint& point : *read) {
            REQUIRE(point.x >= 0);
            REQUIRE(point.x <= 16'000);
            REQUIRE(point.y >= 0);
            REQUIRE(point.y <= 320'000);
            REQUIRE(point.ms >= before);
            REQUIRE(point.ms <= InkBounds::ms);
            before = point.ms;
        }
        CHECK(encode_ink(*read) == bytes);  // there is one spelling only
    }
    CHECK(read_well > 100);
}

TEST_CASE("ink outline: it is made of numbers, lies around its line, and every band goes round the same way") {
    Chance chance(11);
    for (int n = 0; n < 600; ++n) {
        const auto line = random_line(chance, 200);
        const InkOutline outline = outline_of(line, chance.below(2) == 0 ? fine_ink : 6);
        REQUIRE_FALSE(outline.bands.empty());
        PaperPoint least{1e9, 1e9};
        PaperPoint most{-1e9, -1e9};
        for (const InkPoint& point : line) {
            least = {std::min(least.x, point.x / 16.0), std::min(least.y, point.y / 16.0)};
            most = {std::max(most.x, point.x / 16.0), std::max(most.y, point.y / 16.0)};
        }
        const double reach = most_ink_radius() + 1e-6;
        for (const InkBand& band : outline.bands) {
            REQUIRE(band.size() >= 9);
            REQUIRE(area_of(band) > 0);
            for (const InkEdge& edge : band) {
                for (const PaperPoint point : {edge.left, edge.right}) {
                    REQUIRE(std::isfinite(point.x));
                    REQUIRE(std::isfinite(point.y));
                    REQUIRE(point.x >= least.x - reach);
                    REQUIRE(point.x <= most.x + reach);
                    REQUIRE(point.y >= least.y - reach);
                    REQUIRE(point.y <= most.y + reach);
                    REQUIRE(point.x >= outline.least.x - 1e-6);
                    REQUIRE(point.y <= outline.most.y + 1e-6);
                }
            }
        }
    }
}

TEST_CASE("ink outline: one point is a dot, and so are several in one place") {
    const std::vector<InkPoint> once{{1600, 1600, 255, 0}};
    const std::vector<InkPoint> pressed{{1600, 1600, 0, 0}, {1600, 1600, 255, 200}};
    const auto dot = outline_of(once);
    REQUIRE(dot.bands.size() == 1);
    const double radius = most_ink_radius();
    // Sixteen corners of a circle: a little less than all of it.
    CHECK(area_of(dot.bands.front()) / 2 > 0.95 * 3.14159 * radius * radius);
    CHECK(area_of(dot.bands.front()) / 2 < 3.1416 * radius * radius);
    CHECK(dot.least.x == doctest::Approx(100 - radius));
    CHECK(outline_of(pressed).bands.size() == 1);
    CHECK(outline_of(pressed).most.x > 102);
    CHECK(outline_of({}).bands.empty());
}

TEST_CASE("ink outline: it begins and ends where the pen did, and is wider where it was pressed") {
    std::vector<InkPoint> line;
    for (std::int32_t n = 0; n <= 100; ++n) {
        line.push_back({1600 + n * 32, 1600, static_cast<std::uint8_t>(n * 2), static_cast<std::uint32_t>(n * 8)});
    }
    const auto outline = outline_of(line);
    REQUIRE(outline.bands.size() == 1);
    const InkBand& band = outline.bands.front();
    CHECK(band.front().left.x < 100);
    CHECK(band.back().left.x > 300);
    CHECK(band.front().left.y == doctest::Approx(100));
    const auto width = [](const InkEdge& edge) { return std::abs(edge.left.y - edge.right.y); };
    CHECK(width(band[band.size() * 3 / 4]) > 1.3 * width(band[band.size() / 4]));
    // Who goes back sharply begins another band.
    line.push_back({1600, 1700, 200, 900});
    line.push_back({1500, 1700, 200, 910});
    CHECK(outline_of(line).bands.size() > 1);
}

TEST_CASE("ink outline: a line that goes on looks the same where it was") {
    Chance chance(5);
    std::vector<InkPoint> line;
    for (std::int32_t n = 0; n < 200; ++n) {
        line.push_back(
            {1600 + n * 20, 1600 + static_cast<std::int32_t>(chance.below(9)), 128, static_cast<std::uint32_t>(n * 4)});
    }
    const auto early = outline_of(std::span(line).first(100));
    const auto late = outline_of(line);
    REQUIRE(early.bands.size() == 1);
    REQUIRE(late.bands.size() == 1);
    for (std::size_t n = 0; n < 90; ++n) {
        CHECK(early.bands.front()[n].left.x == doctest::Approx(late.bands.front()[n].left.x));
        CHECK(early.bands.front()[n].left.y == doctest::Approx(late.bands.front()[n].left.y));
    }
}

TEST_CASE("ink: an eraser touches what it crosses or comes near, and nothing else") {
    const std::vector<InkPoint> line{{0, 0, 9, 0}, {1600, 0, 9, 10}, {1600, 1600, 9, 20}};
    CHECK(touches(line, {800, -400, 0, 0}, {800, 400, 0, 0}, 1));
    CHECK(touches(line, {800, 30, 0, 0}, {800, 30, 0, 0}, 32));
    CHECK_FALSE(touches(line, {800, 400, 0, 0}, {900, 900, 0, 0}, 100));
    CHECK(touches(line, {1500, 1700, 0, 0}, {1700, 1700, 0, 0}, 101));
    CHECK_FALSE(touches(line, {1500, 1700, 0, 0}, {1700, 1700, 0, 0}, 99));
    CHECK(touches(std::vector<InkPoint>{{50, 50, 9, 0}}, {40, 50, 0, 0}, {30, 50, 0, 0}, 10));
    CHECK_FALSE(touches(std::vector<InkPoint>{}, {0, 0, 0, 0}, {9, 9, 0, 0}, 10));
}
