// What the window holds of SDL and OpenGL, from opening to closing.
// Never outlived by Dear ImGui's context.
#pragma once

#include <SDL.h>
#include <imgui.h>

#include "platform/native/window.h"

namespace daybook {

inline constexpr const char* window_title = "Daybook";

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
    /// Dear ImGui's context with its two drivers, for the window that is there.
    Result<void> start_imgui();
    void stop_imgui();
    void begin_frame();
    void end_frame();
};

}  // namespace daybook
