// What was drawn by pen: sheets that belong to an entry, and the strokes on each of them.
// Never a stroke forgotten: what was erased is retired, and stays.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/log/fold.h"
#include "core/notebook/ink.h"

namespace daybook {

struct Drawing {
    ItemId id;
    ItemId of;                          ///< the item that it belongs to
    std::string gist;                   ///< what it shows, in words: the latest version
    std::vector<TextVersion> versions;  ///< of the gist; more than one where it was edited apart
    bool retired = false;
    std::string author;
    LocalTime made;
};

struct InkStroke {
    ItemId id;
    ItemId of;                     ///< the drawing
    std::vector<InkPoint> points;  ///< empty if it cannot be shown: nothing of it is guessed
    bool retired = false;          ///< erased
    std::string author;
    Stamp drawn;
};

/// From items of the kinds words::drawing and words::stroke.
[[nodiscard]] Drawing drawing_from(const Item& item);
[[nodiscard]] InkStroke stroke_from(const Item& item);

/// The field that has a stroke's piece of this number, from 0: "points", "points 2", "points 3".
[[nodiscard]] std::string ink_field(std::size_t piece);

class Drawings {
public:
    /// In the order in which they were begun.
    struct Earlier {
        bool operator()(const InkStroke* one, const InkStroke* other) const;
    };
    using Strokes = std::set<const InkStroke*, Earlier>;

    void put(Drawing drawing);
    void put(InkStroke stroke);
    void take_away(ItemId id);

    /// In the order in which they were made, retired ones included.
    [[nodiscard]] std::vector<const Drawing*> all() const;
    [[nodiscard]] std::vector<const Drawing*> of(ItemId item) const;
    [[nodiscard]] const Drawing* find(ItemId id) const;
    /// Those of a drawing, retired ones and such that cannot be shown included.
    [[nodiscard]] const Strokes& strokes_of(ItemId drawing) const;
    [[nodiscard]] const InkStroke* stroke(ItemId id) const;

private:
    std::map<ItemId, Drawing> drawings_;
    std::map<ItemId, InkStroke> strokes_;
    std::map<ItemId, Strokes> of_drawing_;
    Strokes none_;
};

/// What of a drawing can be seen.
struct InkCount {
    std::size_t shown = 0;
    std::size_t erased = 0;
    std::size_t unreadable = 0;  ///< neither: damaged, or of a later version
};
[[nodiscard]] InkCount count_ink(const Drawings::Strokes& strokes);

}  // namespace daybook
