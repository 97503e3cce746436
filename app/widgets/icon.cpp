#include "app/widgets/icon.h"

#include <array>
#include <initializer_list>

namespace daybook {
namespace {

/// A pen on a square that is 24 wide, wherever and however large that is drawn.
class Pen {
public:
    Pen(float x, float y, float size, Colour colour)
        : lines_(*ImGui::GetWindowDrawList()), x_(x), y_(y), scale_(size / 24), colour_(to_imgui(colour)) {}

    void path(std::initializer_list<ImVec2> points, ImDrawFlags flags = ImDrawFlags_None) {
        for (const ImVec2 point : points) lines_.PathLineTo(at(point));
        lines_.PathStroke(colour_, flags, 2 * scale_);
    }
    void shape(std::initializer_list<ImVec2> points) {
        for (const ImVec2 point : points) lines_.PathLineTo(at(point));
        lines_.PathFillConvex(colour_);
    }
    void circle(ImVec2 centre, float radius) { lines_.AddCircle(at(centre), radius * scale_, colour_, 0, 2 * scale_); }
    void disc(ImVec2 centre, float radius) { lines_.AddCircleFilled(at(centre), radius * scale_, colour_); }
    void box(ImVec2 from, ImVec2 to, float radius) {
        lines_.AddRect(at(from), at(to), colour_, radius * scale_, ImDrawFlags_None, 2 * scale_);
    }
    void block(ImVec2 from, ImVec2 to, float radius) {
        lines_.AddRectFilled(at(from), at(to), colour_, radius * scale_);
    }
    void arc(ImVec2 centre, float radius, float from, float to) {
        lines_.PathArcTo(at(centre), radius * scale_, from, to);
        lines_.PathStroke(colour_, ImDrawFlags_None, 2 * scale_);
    }

private:
    [[nodiscard]] ImVec2 at(ImVec2 point) const { return {x_ + point.x * scale_, y_ + point.y * scale_}; }

    ImDrawList& lines_;
    float x_;
    float y_;
    float scale_;
    ImU32 colour_;
};

constexpr float pi = 3.14159265F;

void draw_place(Icon icon, Pen& pen) {
    switch (icon) {
        case Icon::today:
            pen.box({4, 5.5F}, {20, 20}, 3);
            pen.path({{4, 10.5F}, {20, 10.5F}});
            pen.path({{8.5F, 3}, {8.5F, 7}});
            pen.path({{15.5F, 3}, {15.5F, 7}});
            pen.block({10.2F, 13.2F}, {13.8F, 16.8F}, 1);
            break;
        case Icon::notebook:
            pen.box({5, 3.5F}, {19, 20.5F}, 2.5F);
            pen.path({{9, 3.5F}, {9, 20.5F}});
            pen.path({{12.5F, 8.5F}, {16, 8.5F}});
            pen.path({{12.5F, 12.5F}, {16, 12.5F}});
            break;
        case Icon::hand_over:
            pen.path({{12, 14.5F}, {12, 3.5F}});
            pen.path({{7.5F, 8}, {12, 3.5F}, {16.5F, 8}});
            pen.path({{4, 13}, {4, 20}, {20, 20}, {20, 13}});
            break;
        case Icon::find:
            pen.circle({10.5F, 10.5F}, 6.5F);
            pen.path({{15.4F, 15.4F}, {20.5F, 20.5F}});
            break;
        case Icon::more:
            pen.disc({5, 12}, 2.1F);
            pen.disc({12, 12}, 2.1F);
            pen.disc({19, 12}, 2.1F);
            break;
        default:
            break;
    }
}

void draw_mark(Icon icon, Pen& pen) {
    switch (icon) {
        case Icon::strength:
            pen.shape({{12, 5}, {20.5F, 19}, {3.5F, 19}});
            break;
        case Icon::weakness:
            pen.shape({{3.5F, 5}, {20.5F, 5}, {12, 19}});
            break;
        case Icon::neutral:
            pen.circle({12, 12}, 6.5F);
            break;
        case Icon::lock:
            pen.block({5, 10.5F}, {19, 20.5F}, 2);
            pen.arc({12, 9}, 4.2F, pi, 2 * pi);
            pen.path({{7.8F, 9}, {7.8F, 11}});
            pen.path({{16.2F, 9}, {16.2F, 11}});
            break;
        case Icon::warning:
            pen.path({{12, 3.5F}, {21.5F, 20}, {2.5F, 20}}, ImDrawFlags_Closed);
            pen.path({{12, 9.5F}, {12, 14.5F}});
            pen.disc({12, 17.3F}, 1.2F);
            break;
        case Icon::attention:
            pen.circle({12, 12}, 8.5F);
            pen.path({{12, 7.5F}, {12, 13}});
            pen.disc({12, 16.2F}, 1.2F);
            break;
        case Icon::bookmark:
            pen.path({{7, 20}, {7, 4}, {17, 4}, {17, 20}, {12, 15.5F}}, ImDrawFlags_Closed);
            break;
        case Icon::retired:
            pen.box({3.5F, 4.5F}, {20.5F, 9}, 1.5F);
            pen.path({{5, 9}, {5, 19.5F}, {19, 19.5F}, {19, 9}});
            pen.path({{9.5F, 13}, {14.5F, 13}});
            break;
        default:
            break;
    }
}

void draw_picture_icon(Icon icon, Pen& pen) {
    switch (icon) {
        case Icon::camera:
            pen.path({{8.2F, 7}, {9.6F, 4.5F}, {14.4F, 4.5F}, {15.8F, 7}});
            pen.box({3, 7}, {21, 19.5F}, 2.5F);
            pen.circle({12, 13}, 3.6F);
            break;
        case Icon::closer:
        case Icon::farther:
            pen.circle({10.5F, 10.5F}, 6.5F);
            pen.path({{15.4F, 15.4F}, {20.5F, 20.5F}});
            pen.path({{7.5F, 10.5F}, {13.5F, 10.5F}});
            if (icon == Icon::closer) pen.path({{10.5F, 7.5F}, {10.5F, 13.5F}});
            break;
        case Icon::cover:  // an eye, struck through
            pen.arc({12, 16.5F}, 9.2F, pi * 1.18F, pi * 1.82F);
            pen.arc({12, 7.5F}, 9.2F, pi * 0.18F, pi * 0.82F);
            pen.circle({12, 12}, 2.6F);
            pen.path({{4.5F, 19.5F}, {19.5F, 4.5F}});
            break;
        case Icon::whole:
            pen.path({{4, 9}, {4, 4}, {9, 4}});
            pen.path({{15, 4}, {20, 4}, {20, 9}});
            pen.path({{20, 15}, {20, 20}, {15, 20}});
            pen.path({{9, 20}, {4, 20}, {4, 15}});
            break;
        default:
            break;
    }
}

void draw_action(Icon icon, Pen& pen) {
    switch (icon) {
        case Icon::plus:
            pen.path({{12, 4.5F}, {12, 19.5F}});
            pen.path({{4.5F, 12}, {19.5F, 12}});
            break;
        case Icon::stop:
            pen.block({6, 6}, {18, 18}, 2.5F);
            break;
        case Icon::pause:
            pen.block({6, 5}, {10, 19}, 1.5F);
            pen.block({14, 5}, {18, 19}, 1.5F);
            break;
        case Icon::play:
            pen.shape({{7.5F, 4.5F}, {19.5F, 12}, {7.5F, 19.5F}});
            break;
        case Icon::check:
            pen.path({{4.5F, 12.5F}, {9.8F, 18}, {19.5F, 6.5F}});
            break;
        case Icon::back:
            pen.path({{14.5F, 5}, {7.5F, 12}, {14.5F, 19}});
            break;
        case Icon::chevron:
            pen.path({{9.5F, 5}, {16.5F, 12}, {9.5F, 19}});
            break;
        case Icon::close:
            pen.path({{6, 6}, {18, 18}});
            pen.path({{18, 6}, {6, 18}});
            break;
        case Icon::people:
            pen.circle({9, 8.5F}, 3.5F);
            pen.arc({9, 20}, 6.5F, pi, 2 * pi);
            pen.arc({15.5F, 8.5F}, 3.5F, -pi / 2, pi / 2);
            pen.arc({15, 20}, 6.5F, 1.62F * pi, 2 * pi);
            break;
        case Icon::undo:
            pen.path({{8.5F, 4}, {4, 8.5F}, {8.5F, 13}});
            pen.path({{4.5F, 8.5F}, {13.5F, 8.5F}});
            pen.arc({13.5F, 14}, 5.5F, -pi / 2, pi / 2);
            pen.path({{13.5F, 19.5F}, {8, 19.5F}});
            break;
        case Icon::redo:
            pen.path({{15.5F, 4}, {20, 8.5F}, {15.5F, 13}});
            pen.path({{19.5F, 8.5F}, {10.5F, 8.5F}});
            pen.arc({10.5F, 14}, 5.5F, pi / 2, 3 * pi / 2);
            pen.path({{10.5F, 19.5F}, {16, 19.5F}});
            break;
        case Icon::prompts:
            pen.path({{4, 4.5F}, {20, 4.5F}, {20, 16}, {11.5F, 16}, {7.5F, 20}, {7.5F, 16}, {4, 16}},
                     ImDrawFlags_Closed);
            pen.path({{8, 8.7F}, {16, 8.7F}});
            pen.path({{8, 12}, {13, 12}});
            break;
        case Icon::pen:
            pen.path({{4.5F, 19.5F}, {5.5F, 15}, {15.8F, 4.7F}, {19.3F, 8.2F}, {9, 18.5F}}, ImDrawFlags_Closed);
            pen.path({{13.3F, 7.2F}, {16.8F, 10.7F}});
            break;
        case Icon::eraser:
            pen.path({{4, 14.5F}, {13, 5.5F}, {19.5F, 12}, {12.5F, 19}, {8.5F, 19}}, ImDrawFlags_Closed);
            pen.path({{8.5F, 10}, {15, 16.5F}});
            pen.path({{12.5F, 19}, {20, 19}});
            break;
        default:
            break;
    }
}

}  // namespace

void draw_icon(Icon icon, float x, float y, float size, Colour colour) {
    Pen pen(x, y, size, colour);
    draw_place(icon, pen);
    draw_mark(icon, pen);
    draw_action(icon, pen);
    draw_picture_icon(icon, pen);
}

}  // namespace daybook
