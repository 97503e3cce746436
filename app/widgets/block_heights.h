// How high the blocks of long columns are: known since they were laid out, guessed before.
// Never measures anything: reach.cpp tells it.
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "platform/mirror.h"

namespace daybook {

/// One column's blocks, and which of them matter whether in reach or not.
struct KnownHeights {
    struct Block {
        float height = 0;
        enum class How { guessed, seen } how = How::guessed;
    };
    std::vector<Block> blocks;
    float width = 0;          ///< of the column
    float em = 0;             ///< of its words
    std::size_t first = 0;    ///< the uppermost that was in view
    int first_frame = -1;     ///< in which it was
    std::size_t focused = 0;  ///< the one in which `focus` is
    SemanticId focus = 0;     ///< the node that had the focus
};

class BlockHeights {
public:
    KnownHeights& of(SemanticId column) { return columns_[column]; }
    void forget() { columns_.clear(); }

    /// By how much more what lies above the view takes than was thought, in the panel that is open.
    float shift = 0;
    float take_shift() { return std::exchange(shift, 0.0F); }

private:
    std::map<SemanticId, KnownHeights> columns_;
};

}  // namespace daybook
