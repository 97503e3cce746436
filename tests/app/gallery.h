// Every widget in every form and state, for one look of the app: what ./dev gallery shows and the tests compare.
// Never the app itself: widgets are drawn one by one, on paper of their own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/widgets/ui.h"
#include "platform/surroundings.h"
#include "tests/app/painter.h"

namespace daybook::testing {

enum class Pressable { yes, no };

/// One widget in one form.
struct Specimen {
    std::string widget;  ///< as its header is called
    std::string form;
    float width = 0;  ///< of its column, at the usual size of words
    std::function<void(Ui&)> show;
    Pressable pressable = Pressable::no;  ///< yes: it is shown under a finger, and with the focus, too
};
[[nodiscard]] const std::vector<Specimen>& specimens();

struct GalleryLook {
    std::string name;
    Surroundings surroundings;
};
/// Light, dark and more contrast at 80, 100 and 200 percent, and forced colours.
[[nodiscard]] std::vector<GalleryLook> gallery_looks();

/// All specimens on one sheet, with `density` pixels to a point.
[[nodiscard]] Picture gallery(const GalleryLook& look, float density);

/// How two pictures differ.
struct Difference {
    std::size_t pixels = 0;  ///< in which a part of the colour differs by more than `slight`
    std::size_t of = 0;
    bool same_size = true;
    static constexpr int slight =
        24;  ///< of 255: what the file's 256 colours and a compiler's rounding make of an edge
    /// One pixel in ten thousand may differ by more.
    [[nodiscard]] bool is_none() const { return same_size && pixels * 10'000 <= of; }
};
[[nodiscard]] Difference compare(const Picture& one, const Picture& other);
/// The second picture, with all that differs from the first in red.
[[nodiscard]] Picture difference_shown(const Picture& one, const Picture& other);

}  // namespace daybook::testing
