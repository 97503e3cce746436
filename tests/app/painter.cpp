#include "tests/app/painter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

namespace daybook::testing {
namespace {

using Pixel = std::array<float, 4>;

Pixel unpacked(ImU32 colour) {
    return {
        static_cast<float>(colour >> IM_COL32_R_SHIFT & 255U), static_cast<float>(colour >> IM_COL32_G_SHIFT & 255U),
        static_cast<float>(colour >> IM_COL32_B_SHIFT & 255U), static_cast<float>(colour >> IM_COL32_A_SHIFT & 255U)};
}

/// What the texture says at (u, v): red, green and blue in shares of 255, and how much of the pixel is covered.
Pixel sampled(const ImTextureData& texture, float u, float v) {
    const float x = u * static_cast<float>(texture.Width) - 0.5F;
    const float y = v * static_cast<float>(texture.Height) - 0.5F;
    const auto at = [&](int column, int row, std::size_t part) {
        column = std::clamp(column, 0, texture.Width - 1);
        row = std::clamp(row, 0, texture.Height - 1);
        const unsigned char* pixel = texture.Pixels + (row * texture.Width + column) * texture.BytesPerPixel;
        if (texture.BytesPerPixel == 1) return part == 3 ? static_cast<float>(*pixel) / 255 : 1.0F;
        return static_cast<float>(pixel[part]) / 255;
    };
    const float left = std::floor(x);
    const float top = std::floor(y);
    const int column = static_cast<int>(left);
    const int row = static_cast<int>(top);
    const float across = x - left;
    const float down = y - top;
    Pixel sample{};
    for (std::size_t part = texture.UseColors ? 0 : 3; part < 4; ++part) {
        const float above = at(column, row, part) * (1 - across) + at(column + 1, row, part) * across;
        const float below = at(column, row + 1, part) * (1 - across) + at(column + 1, row + 1, part) * across;
        sample[part] = above * (1 - down) + below * down;
    }
    if (!texture.UseColors) sample[0] = sample[1] = sample[2] = 1;
    return sample;
}

class Canvas {
public:
    Canvas(Picture& picture, float density) : picture_(picture), density_(density) {}

    void clip(const ImVec4& clip) {
        left_ = std::clamp(static_cast<int>(std::floor(clip.x * density_)), 0, picture_.width);
        top_ = std::clamp(static_cast<int>(std::floor(clip.y * density_)), 0, picture_.height);
        right_ = std::clamp(static_cast<int>(std::ceil(clip.z * density_)), 0, picture_.width);
        bottom_ = std::clamp(static_cast<int>(std::ceil(clip.w * density_)), 0, picture_.height);
    }

    void triangle(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const ImTextureData& texture) {
        const Point pa = exact(a.pos), pb = exact(b.pos), pc = exact(c.pos);
        const std::int64_t area = across(pa, pb, pc);
        if (area == 0) return;
        const std::int64_t turn = area > 0 ? 1 : -1;
        const int from_x = std::max(left_, static_cast<int>(std::min({pa.x, pb.x, pc.x}) / grid) - 1);
        const int to_x = std::min(right_, static_cast<int>(std::max({pa.x, pb.x, pc.x}) / grid) + 1);
        const int from_y = std::max(top_, static_cast<int>(std::min({pa.y, pb.y, pc.y}) / grid) - 1);
        const int to_y = std::min(bottom_, static_cast<int>(std::max({pa.y, pb.y, pc.y}) / grid) + 1);
        const Pixel ca = unpacked(a.col), cb = unpacked(b.col), cc = unpacked(c.col);
        for (int y = from_y; y < to_y; ++y) {
            for (int x = from_x; x < to_x; ++x) {
                const Point here{x * grid + grid / 2, y * grid + grid / 2};
                const std::int64_t ea = across(pb, pc, here) * turn;
                const std::int64_t eb = across(pc, pa, here) * turn;
                const std::int64_t ec = across(pa, pb, here) * turn;
                // An edge that two triangles share belongs to one of them, so that nothing is painted twice.
                if (!covers(ea, pb, pc, turn) || !covers(eb, pc, pa, turn) || !covers(ec, pa, pb, turn)) continue;
                const auto whole = static_cast<float>(area * turn);
                const float wa = static_cast<float>(ea) / whole;
                const float wb = static_cast<float>(eb) / whole;
                const float wc = static_cast<float>(ec) / whole;
                const float u = wa * a.uv.x + wb * b.uv.x + wc * c.uv.x;
                const float v = wa * a.uv.y + wb * b.uv.y + wc * c.uv.y;
                Pixel colour{};
                for (std::size_t part = 0; part < 4; ++part)
                    colour[part] = wa * ca[part] + wb * cb[part] + wc * cc[part];
                blend(x, y, colour, sampled(texture, u, v));
            }
        }
    }

private:
    // Whole numbers of a fine grid: edges are either met or not, without rounding.
    static constexpr std::int64_t grid = 256;
    struct Point {
        std::int64_t x;
        std::int64_t y;
    };
    [[nodiscard]] Point exact(ImVec2 at) const {
        return {std::llround(at.x * density_ * static_cast<float>(grid)),
                std::llround(at.y * density_ * static_cast<float>(grid))};
    }
    static std::int64_t across(Point a, Point b, Point c) {
        return (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    }
    static bool covers(std::int64_t edge, Point from, Point to, std::int64_t turn) {
        if (edge != 0) return edge > 0;
        const std::int64_t dx = (to.x - from.x) * turn;
        const std::int64_t dy = (to.y - from.y) * turn;
        return dy < 0 || (dy == 0 && dx > 0);
    }

    void blend(int x, int y, const Pixel& colour, const Pixel& sample) {
        const float share = colour[3] / 255 * sample[3];
        if (share <= 0) return;
        std::uint8_t* pixel = &picture_.rgb[static_cast<std::size_t>(y * picture_.width + x) * 3];
        for (std::size_t part = 0; part < 3; ++part) {
            const float mixed = static_cast<float>(pixel[part]) * (1 - share) + colour[part] * sample[part] * share;
            pixel[part] = static_cast<std::uint8_t>(std::clamp(mixed + 0.5F, 0.0F, 255.0F));
        }
    }

    Picture& picture_;
    float density_;
    int left_ = 0, top_ = 0, right_ = 0, bottom_ = 0;
};

}  // namespace

Picture paint(const ImDrawData& drawn, float density) {
    Picture picture;
    picture.width = static_cast<int>(drawn.DisplaySize.x * density);
    picture.height = static_cast<int>(drawn.DisplaySize.y * density);
    picture.rgb.assign(static_cast<std::size_t>(picture.width * picture.height) * 3, 0);
    Canvas canvas(picture, density);
    for (const ImDrawList* list : drawn.CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            if (command.UserCallback != nullptr) continue;
            canvas.clip(command.ClipRect);
            const ImTextureData& texture = *command.TexRef._TexData;
            const ImDrawVert* vertices = list->VtxBuffer.Data + command.VtxOffset;
            const ImDrawIdx* indices = list->IdxBuffer.Data + command.IdxOffset;
            for (unsigned int index = 0; index + 2 < command.ElemCount; index += 3) {
                canvas.triangle(vertices[indices[index]], vertices[indices[index + 1]], vertices[indices[index + 2]],
                                texture);
            }
        }
    }
    return picture;
}

void write_ppm(const Picture& picture, const std::string& path) {
    std::ofstream file(path, std::ios::binary);
    file << "P6\n" << picture.width << ' ' << picture.height << "\n255\n";
    file.write(reinterpret_cast<const char*>(picture.rgb.data()), static_cast<std::streamsize>(picture.rgb.size()));
}

}  // namespace daybook::testing
