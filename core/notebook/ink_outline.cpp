#include "core/notebook/ink_outline.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace daybook {
namespace {

constexpr double settling_ms = 20;  // a hand is not as unsteady as a sensor of pressure
constexpr int most_steps = 8;       // of a bend
constexpr double sharp = 0.5;       // the cosine of the turn from which a new band begins

/// A point of the middle of the line.
struct Middle {
    PaperPoint at;
    double radius = 0;
};

PaperPoint operator+(PaperPoint one, PaperPoint other) {
    return {one.x + other.x, one.y + other.y};
}
PaperPoint operator-(PaperPoint one, PaperPoint other) {
    return {one.x - other.x, one.y - other.y};
}
PaperPoint operator*(double times, PaperPoint point) {
    return {times * point.x, times * point.y};
}
double dot(PaperPoint one, PaperPoint other) {
    return one.x * other.x + one.y * other.y;
}
double length(PaperPoint way) {
    return std::sqrt(dot(way, way));
}

/// The points in units, each with the half of the width that the line has there.
std::vector<Middle> measured(std::span<const InkPoint> line) {
    std::vector<Middle> middles;
    middles.reserve(line.size());
    double pressure = line.front().pressure;
    std::uint32_t before = line.front().ms;
    for (const InkPoint& point : line) {
        const double ms = std::max<double>(point.ms - before, 1);
        pressure += (point.pressure - pressure) * ms / (ms + settling_ms);
        before = point.ms;
        middles.push_back(
            {{static_cast<double>(point.x) / InkBounds::unit, static_cast<double>(point.y) / InkBounds::unit},
             least_ink_radius + pressed_ink_radius * pressure / 255});
    }
    return middles;
}

/// The middle of the line, no two of whose points are closer than `spacing`.
class Spine {
public:
    explicit Spine(double spacing) : spacing_(spacing) {}

    void add(const Middle& middle) {
        if (!middles_.empty() && length(middle.at - middles_.back().at) < spacing_) {
            // Who rests and presses makes a thicker dot.
            middles_.back().radius = std::max(middles_.back().radius, middle.radius);
            return;
        }
        middles_.push_back(middle);
    }
    /// The end is where the pen was lifted.
    void end(const Middle& last) {
        const double more = length(last.at - middles_.back().at);
        if (more > 0 && (middles_.size() == 1 || more >= spacing_ / 2)) {
            middles_.push_back(last);
        } else if (more > 0) {
            middles_.back().at = last.at;
        }
    }
    /// A bend from where it is now to `to`, which pulls towards `by`.
    void bend(const Middle& from, const Middle& by, const Middle& to) {
        const double off = length(0.25 * (from.at + to.at) - 0.5 * by.at);
        const int steps = std::clamp(static_cast<int>(std::sqrt(off / spacing_) * 4) + 1, 1, most_steps);
        for (int step = 1; step <= steps; ++step) {
            const double share = static_cast<double>(step) / steps;
            const double rest = 1 - share;
            add({rest * rest * from.at + 2 * rest * share * by.at + share * share * to.at,
                 rest * rest * from.radius + 2 * rest * share * by.radius + share * share * to.radius});
        }
    }
    [[nodiscard]] std::vector<Middle> take() { return std::move(middles_); }

private:
    double spacing_;
    std::vector<Middle> middles_;
};

/// A quadratic B-spline: from the middle between two points to the next one, pulled by the point between them. It never
/// leaves what the points enclose, and evens out the last bit of a digitizer.
std::vector<Middle> smooth(const std::vector<Middle>& points, double spacing) {
    Spine spine(spacing);
    spine.add(points.front());
    Middle from = points.front();
    for (std::size_t n = 1; n + 1 < points.size(); ++n) {
        const Middle to{0.5 * (points[n].at + points[n + 1].at), (points[n].radius + points[n + 1].radius) / 2};
        spine.bend(from, points[n], to);
        from = to;
    }
    spine.add(points.back());
    spine.end(points.back());
    return spine.take();
}

/// The round end of a band, from its tip to the full width or the other way round.
enum class Cap { begins, ends };
void add_cap(InkBand& band, const Middle& middle, PaperPoint direction, Cap cap) {
    struct Part {
        double along;
        double across;
    };
    static constexpr std::array<Part, 4> parts{
        {{1, 0}, {0.9238795325, 0.3826834324}, {0.7071067812, 0.7071067812}, {0.3826834324, 0.9238795325}}};
    const PaperPoint left{direction.y, -direction.x};
    const double way = cap == Cap::begins ? -middle.radius : middle.radius;
    for (std::size_t n = 0; n < parts.size(); ++n) {
        const Part& part = parts[cap == Cap::begins ? n : parts.size() - 1 - n];
        const PaperPoint centre = middle.at + way * part.along * direction;
        const PaperPoint side = middle.radius * part.across * left;
        band.push_back({centre + side, centre - side});
    }
}

void add_edge(InkBand& band, const Middle& middle, PaperPoint direction) {
    const PaperPoint side = middle.radius * PaperPoint{direction.y, -direction.x};
    band.push_back({middle.at + side, middle.at - side});
}

/// Whether the line turns so sharply at its point `at` that the edges of one band would run across each other.
bool breaks(const std::vector<Middle>& spine, const std::vector<PaperPoint>& ways, std::size_t at) {
    const double cosine = dot(ways[at - 1], ways[at]);
    if (cosine < sharp) return true;
    const double tangent = std::sqrt(std::max(1 - cosine, 0.0) / (1 + cosine));  // of half of the turn
    const double shorter = std::min(length(spine[at].at - spine[at - 1].at), length(spine[at + 1].at - spine[at].at));
    return spine[at].radius * tangent > shorter;
}

PaperPoint between(PaperPoint one, PaperPoint other) {
    const PaperPoint sum = one + other;
    return (1 / length(sum)) * sum;
}

std::vector<InkBand> bands_along(const std::vector<Middle>& spine) {
    std::vector<PaperPoint> ways;  // from each point to the next, of length 1
    for (std::size_t n = 0; n + 1 < spine.size(); ++n) {
        const PaperPoint way = spine[n + 1].at - spine[n].at;
        ways.push_back((1 / length(way)) * way);
    }
    if (ways.empty()) ways.push_back({1, 0});
    std::vector<InkBand> bands(1);
    const auto begin = [&](const Middle& middle, PaperPoint way) {
        add_cap(bands.back(), middle, way, Cap::begins);
        add_edge(bands.back(), middle, way);
    };
    const auto end = [&](const Middle& middle, PaperPoint way) { add_cap(bands.back(), middle, way, Cap::ends); };
    begin(spine.front(), ways.front());
    for (std::size_t n = 1; n + 1 < spine.size(); ++n) {
        if (!breaks(spine, ways, n)) {
            add_edge(bands.back(), spine[n], between(ways[n - 1], ways[n]));
            continue;
        }
        add_edge(bands.back(), spine[n], ways[n - 1]);
        end(spine[n], ways[n - 1]);
        bands.emplace_back();
        begin(spine[n], ways[n]);
    }
    if (spine.size() > 1) add_edge(bands.back(), spine.back(), ways.back());
    end(spine.back(), ways.back());
    return bands;
}

}  // namespace

InkOutline outline_of(std::span<const InkPoint> line, double spacing) {
    InkOutline outline;
    if (line.empty()) return outline;
    const std::vector<Middle> spine = smooth(measured(line), spacing);
    outline.bands = bands_along(spine);
    outline.least = outline.most = spine.front().at;
    for (const Middle& middle : spine) {
        const PaperPoint reach{middle.radius, middle.radius};
        outline.least = {std::min(outline.least.x, middle.at.x - reach.x),
                         std::min(outline.least.y, middle.at.y - reach.y)};
        outline.most = {std::max(outline.most.x, middle.at.x + reach.x),
                        std::max(outline.most.y, middle.at.y + reach.y)};
    }
    return outline;
}

}  // namespace daybook
