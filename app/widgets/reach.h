// A column as long as one likes, of which only what is in view or near it is laid out.
// Never moves what is in view because something above it turns out higher than was guessed.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "app/widgets/ui.h"

namespace daybook {

/// Things below one another.
struct Blocks {
    std::string_view key;
    std::size_t count = 0;
    float gap = 8;                            ///< between two of them
    std::function<float(std::size_t)> guess;  ///< about how high one is
    /// Lays one out, nothing else. If it is out of view and it is known how high it is, that is said: nothing of it
    /// need be measured or drawn, only the semantic tree has it.
    std::function<void(std::size_t, std::optional<float>)> lay_out;
};

/// To be called in a panel. Besides what is near the view it lays out what has the focus, with its neighbours, and what
/// a view that changes its shape is to keep in its place.
void lay_out_near(Ui& ui, const Blocks& blocks);

}  // namespace daybook
