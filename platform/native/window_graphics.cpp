// Opening and closing SDL, OpenGL and Dear ImGui, and the two ends of a frame.
// Never decides when a frame is drawn.
#include "platform/native/window_graphics.h"

#include <SDL_opengl.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "core/base/wiped_memory.h"

namespace daybook {

namespace {

std::unexpected<Error> sdl_failure(std::string_view what) {
    return fail(Errc::unsupported, std::string(what) + " (" + SDL_GetError() + ").");
}

/// Displays report all kinds of densities; text looks best at quarters.
float scale_of(SDL_Window* window) {
    return std::max(1.0F, std::round(ImGui_ImplSDL2_GetContentScaleForWindow(window) * 4) / 4);
}

/// Both keep what was typed and pasted in memory of their own.
void use_wiped_memory() {
    SDL_SetMemoryFunctions(std::malloc, std::calloc, wiped_resize, wiped_release);
    ImGui::SetAllocatorFunctions([](std::size_t size, void*) { return std::malloc(size); },
                                 [](void* memory, void*) { wiped_release(memory); });
}

void configure(ImGuiIO& io) {
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.MouseDragThreshold = 10;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.ConfigInputTextCursorBlink = false;  // a caret that blinks is a frame twice a second
}

}  // namespace

Result<void> NativeWindow::Graphics::start(const WindowOptions& options) {
    use_wiped_memory();
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return sdl_failure("There is no display to open a window on");
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 2);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    constexpr Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    window = SDL_CreateWindow(window_title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, options.width,
                              options.height, flags);
    if (window == nullptr) return sdl_failure("The window could not be opened");
    context = SDL_GL_CreateContext(window);
    if (context == nullptr) return sdl_failure("This computer's graphics lack OpenGL 3.2");
    SDL_GL_SetSwapInterval(1);
    scale = options.scale > 0 ? options.scale : scale_of(window);
    SDL_SetWindowSize(window, static_cast<int>(std::lround(static_cast<float>(options.width) * scale)),
                      static_cast<int>(std::lround(static_cast<float>(options.height) * scale)));
    engine_spoke = SDL_RegisterEvents(1);
    return start_imgui();
}

Result<void> NativeWindow::Graphics::start_imgui() {
    imgui = ImGui::CreateContext();
    configure(ImGui::GetIO());
    system_started = ImGui_ImplSDL2_InitForOpenGL(window, context);
    renderer_started = system_started && ImGui_ImplOpenGL3_Init("#version 150");
    if (!renderer_started) return fail(Errc::unsupported, "This computer's graphics did not start.");
    return {};
}

void NativeWindow::Graphics::stop_imgui() {
    if (std::exchange(renderer_started, false)) ImGui_ImplOpenGL3_Shutdown();
    if (std::exchange(system_started, false)) ImGui_ImplSDL2_Shutdown();
    if (imgui != nullptr) ImGui::DestroyContext(std::exchange(imgui, nullptr));
}

NativeWindow::Graphics::~Graphics() {
    stop_imgui();
    if (context != nullptr) SDL_GL_DeleteContext(context);
    if (window != nullptr) SDL_DestroyWindow(window);
    SDL_Quit();
}

void NativeWindow::Graphics::begin_frame() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {io.DisplaySize.x / scale, io.DisplaySize.y / scale};
    io.DisplayFramebufferScale = {io.DisplayFramebufferScale.x * scale, io.DisplayFramebufferScale.y * scale};
    io.DeltaTime = std::min(io.DeltaTime, 1.0F / 30);  // after hours of rest nothing may jump
    ImGui::NewFrame();
}

void NativeWindow::Graphics::end_frame() {
    ImGui::Render();
    int width = 0;
    int height = 0;
    SDL_GL_GetDrawableSize(window, &width, &height);
    glViewport(0, 0, width, height);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace daybook
