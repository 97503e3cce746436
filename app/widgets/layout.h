// Where the next thing goes: columns that are filled from the top, and rows within them.
// Never draws, and never knows what it places.
#pragma once

#include <vector>

#include "platform/surroundings.h"

namespace daybook {

class Layout {
public:
    /// What is placed from now on goes into a column of this width, from this corner down.
    void open_column(float left, float top, float width);
    /// Gives where the column's content ends.
    float close_column();

    [[nodiscard]] float left() const { return columns_.back().left; }
    [[nodiscard]] float width() const { return columns_.back().width; }
    /// Where the content of the column ends so far.
    [[nodiscard]] float bottom() const { return columns_.back().bottom; }
    /// Where the next thing of the column begins.
    [[nodiscard]] float next() const { return columns_.back().bottom + columns_.back().gap; }
    /// The column's content ends there, whatever was placed.
    void end_at(float bottom) { columns_.back().bottom = bottom; }
    /// What is left of the row, or the column's width outside of one.
    [[nodiscard]] float room() const;

    /// Takes the next place. In a column it is `width` wide at most; 0 means as wide as there is room.
    Box place(float width, float height);
    Box place(float height) { return place(0, height); }
    /// How far below the last thing the next one begins; 8 if nothing is said.
    void space(float height) { columns_.back().gap = height; }

    void open_row(float gap);
    void close_row();

private:
    struct Column {
        float left = 0;
        float width = 0;
        float bottom = 0;
        float gap = 0;
        bool in_row = false;
        float row_gap = 0;
        float row_top = 0;
        float row_right = 0;   // where the last thing of the row ends
        float row_height = 0;  // 0: nothing is in the row yet
    };
    std::vector<Column> columns_;
};

}  // namespace daybook
