// What the window holds of SDL and OpenGL, from opening to closing.
// Never outlived by Dear ImGui's context.
#pragma once

#include <SDL.h>
#include <imgui.h>

#include "platform/native/window.h"

namespace daybook {

struct NativeWindow::Graphics {
    SDL_Window* window = nullptr;
    SDL_GLContext context = nullptr;
    ImGuiContext* imgui = nullptr;
    Uint32 engine_spoke = 0;  ///< our kind of SDL event
    float scale = 1;          ///< pixels to a point
    bool system_started = false;
    bool renderer_started = false;

    Graphics() = default;
    ~Graphics();
    Graphics(const Graphics&) = delete;
    Graphics& operator=(const Graphics&) = delete;
    Result<void> start(const WindowOptions& options);
    void begin_frame();
    void end_frame();
};

}  // namespace daybook
