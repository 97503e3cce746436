#include "app/widgets/ink.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/widgets/drawing.h"

namespace daybook {
namespace {

constexpr float soft = 0.5F;  // points on both sides of the edge, in which it fades

/// A corner of a band, and how far the line reaches to both sides there.
struct Corner {
    ImVec2 at;
    float half = 0;
};

ImVec2 placed(const SheetPlace& at, PaperPoint point) {
    return {at.x + at.scale * static_cast<float>(point.x), at.y + at.scale * static_cast<float>(point.y)};
}

/// Along its left side and back along the other; its ends are one corner each.
std::vector<Corner> corners_of(const InkBand& band, const SheetPlace& at) {
    std::vector<Corner> corners;
    corners.reserve(2 * band.size());
    const auto add = [&](const InkEdge& edge, PaperPoint point) {
        const ImVec2 left = placed(at, edge.left);
        const ImVec2 right = placed(at, edge.right);
        corners.push_back({placed(at, point), std::hypot(left.x - right.x, left.y - right.y) / 2});
    };
    for (const InkEdge& edge : band) add(edge, edge.left);
    for (std::size_t n = band.size() - 1; n-- > 1;) add(band[n], band[n].right);
    return corners;
}

/// Out of the band, of length 1; nothing where its neighbours are in one place.
ImVec2 outward(const Corner& before, const Corner& after) {
    const float x = after.at.x - before.at.x;
    const float y = after.at.y - before.at.y;
    const float length = std::hypot(x, y);
    return length > 0 ? ImVec2{y / length, -x / length} : ImVec2{0, 0};
}

void draw_band(const InkBand& band, const SheetPlace& at, Colour colour) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 inked = to_imgui(colour);
    const ImU32 clear = inked & ~IM_COL32_A_MASK;
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    const std::vector<Corner> corners = corners_of(band, at);
    const auto count = static_cast<int>(corners.size());
    const auto edges = static_cast<int>(band.size());
    list.PrimReserve(6 * (edges - 1) + 6 * count, 2 * count);
    const ImDrawIdx first = list._VtxCurrentIdx;
    for (int n = 0; n < count; ++n) {
        const auto corner = [&](int of) { return corners[static_cast<std::size_t>((of + count) % count)]; };
        const ImVec2 out = outward(corner(n - 1), corner(n + 1));
        const float in = std::min(soft, corner(n).half);
        const ImVec2 place = corner(n).at;
        list.PrimWriteVtx({place.x - in * out.x, place.y - in * out.y}, white, inked);
        list.PrimWriteVtx({place.x + soft * out.x, place.y + soft * out.y}, white, clear);
    }
    const auto write = [&](std::initializer_list<int> corners_of_two) {
        for (const int one : corners_of_two) list.PrimWriteIdx(first + static_cast<ImDrawIdx>(one));
    };
    const auto left = [](int n) { return 2 * n; };
    const auto right = [&](int n) { return 2 * (n == 0 || n == edges - 1 ? n : count - n); };
    for (int n = 0; n + 1 < edges; ++n) {
        write({left(n), left(n + 1), right(n + 1), left(n), right(n + 1), right(n)});
    }
    for (int n = 0; n < count; ++n) {
        const int next = (n + 1) % count;
        write({2 * n, 2 * n + 1, 2 * next + 1, 2 * n, 2 * next + 1, 2 * next});
    }
}

}  // namespace

Box box_of(const InkOutline& outline, const SheetPlace& at) {
    const ImVec2 least = placed(at, outline.least);
    const ImVec2 most = placed(at, outline.most);
    return {least.x, least.y, std::max(most.x - least.x, 1.0F), std::max(most.y - least.y, 1.0F)};
}

void draw_ink(const InkOutline& outline, const SheetPlace& at, Colour colour) {
    if (outline.bands.empty() || !is_visible(inset(box_of(outline, at), -soft))) return;
    for (const InkBand& band : outline.bands) draw_band(band, at, colour);
}

}  // namespace daybook
