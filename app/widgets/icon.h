// The pictograms, drawn from lines so that they are sharp at every size and follow the palette.
// Never alone: what can be pressed also has words.
#pragma once

#include "app/widgets/ui.h"

namespace daybook {

enum class Icon {
    none,
    today,
    notebook,
    hand_over,
    find,
    more,
    strength,
    weakness,
    neutral,
    lock,
    plus,
    stop,
    play,
    check,
    back,
    people,
    warning,
    attention,
    close,
    retired,
    pen,
    eraser,
    chevron,
    camera,
    closer,
    farther,
    whole,
    cover,
    bookmark,
    prompts,
    undo,
    redo,
    pause,
};

/// Draws it into a square of this size, whose upper left corner is at (x, y).
void draw_icon(Icon icon, float x, float y, float size, Colour colour);

}  // namespace daybook
