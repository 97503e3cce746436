#include "app/widgets/layout.h"

#include <algorithm>
#include <cmath>

namespace daybook {
namespace {

constexpr float usual_gap = 8;

}  // namespace

void Layout::open_column(float left, float top, float width) {
    columns_.push_back({.left = std::round(left), .width = std::floor(width), .bottom = std::round(top)});
}

float Layout::close_column() {
    const float bottom = columns_.back().bottom;
    columns_.pop_back();
    return bottom;
}

float Layout::room() const {
    const Column& column = columns_.back();
    if (!column.in_row || column.row_height == 0) return column.width;
    return column.left + column.width - column.row_right - column.row_gap;
}

Box Layout::place(float width, float height) {
    Column& column = columns_.back();
    height = std::round(height);
    const float wide = width == 0 ? room() : std::min(std::ceil(width), column.width);
    if (!column.in_row) {
        const Box box{column.left, column.bottom + column.gap, wide, height};
        column.bottom = box.y + height;
        column.gap = usual_gap;
        return box;
    }
    float left = column.row_height == 0 ? column.left : column.row_right + column.row_gap;
    if (column.row_height > 0 && left + wide > column.left + column.width + 0.5F) {
        column.row_top += column.row_height + column.row_gap;
        column.row_height = 0;
        left = column.left;
    }
    column.row_right = left + wide;
    column.row_height = std::max(column.row_height, height);
    column.bottom = std::max(column.bottom, column.row_top + column.row_height);
    return {left, column.row_top, wide, height};
}

void Layout::open_row(float gap) {
    Column& column = columns_.back();
    column.in_row = true;
    column.row_gap = gap;
    column.row_top = column.bottom + column.gap;
    column.row_right = column.left;
    column.row_height = 0;
}

void Layout::close_row() {
    Column& column = columns_.back();
    column.in_row = false;
    column.gap = usual_gap;
}

}  // namespace daybook
