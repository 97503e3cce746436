// A picture in a list, pressed to see all of it; and what stands in its place while it is not there.
// Never draws the picture: the platform or the screen does, over the place that is left for it.
#pragma once

#include <string_view>

#include "app/widgets/icon.h"
#include "app/widgets/ui.h"

namespace daybook {

/// What a tile shows.
enum class Tile {
    picture,  ///< the platform draws it
    drawing,  ///< who shows it draws it
    retired,
    broken,  ///< it cannot be shown
};

struct TileSpec {
    std::string_view key;
    std::string_view name;  ///< for the semantic tree
    Tile tile = Tile::picture;
    std::string_view description{};
};

struct TileTouch {
    bool pressed = false;
    Box picture;  ///< where it is to be drawn
};
/// In the row that is open.
TileTouch tile(Ui& ui, const TileSpec& spec);

/// A button as large as a tile, with its picture above its label. True if it was pressed in this frame.
bool tile_button(Ui& ui, std::string_view label, Icon icon, std::string_view name);

/// Wheel and dragging over a box, as movement in points.
struct Glide {
    float x = 0;
    float y = 0;
    float closer = 1;  ///< how many times closer the wheel of a mouse asks one to come
};
/// A finger's swing moves, as it does in every panel; only a mouse's wheel brings one closer.
[[nodiscard]] Glide glide_over(const Box& box);

}  // namespace daybook
