// The mouse as a pen: its left button draws on the paper that the app has shown.
// Never pressed harder or softer: a mouse has no pressure.
#include <SDL.h>

#include "platform/native/window.h"
#include "platform/native/window_graphics.h"

namespace daybook {

void NativeWindow::take_ink(std::optional<Box> paper) {
    paper_ = paper;
}

/// True if an event draws, and is nobody else's. In pixels, as SDL has told it.
bool NativeWindow::draws(const SDL_Event& event) {
    const auto tell = [&](Sint32 x, Sint32 y, Uint32 ms, PenPhase phase) {
        const float scale = graphics_->scale;
        const PenPoint point{static_cast<float>(x) / scale, static_cast<float>(y) / scale, 0.5F,
                             static_cast<double>(ms)};
        if (phase == PenPhase::down) {
            const bool on_paper = paper_ && point.x >= paper_->x && point.x < paper_->x + paper_->width &&
                                  point.y >= paper_->y && point.y < paper_->y + paper_->height;
            if (!on_paper) return false;
        }
        client_->pen({&point, 1}, phase, PenEnd::tip);
        return true;
    };
    const bool is_left = event.button.button == SDL_BUTTON_LEFT;
    if (event.type == SDL_MOUSEBUTTONDOWN && is_left) {
        drawing_ = tell(event.button.x, event.button.y, event.button.timestamp, PenPhase::down);
        return drawing_;
    }
    if (!drawing_) return false;
    if (event.type == SDL_MOUSEMOTION) {
        tell(event.motion.x, event.motion.y, event.motion.timestamp, PenPhase::move);
    } else if (event.type == SDL_MOUSEBUTTONUP && is_left) {
        drawing_ = false;
        return tell(event.button.x, event.button.y, event.button.timestamp, PenPhase::up);
    }
    return false;  // where a pen moves, the pointer moves
}

}  // namespace daybook
