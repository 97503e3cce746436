// Dear ImGui's life on the page: context, input, frames, and a graphics context that may go and come back.
// Never asks for a frame by itself: the page counts and schedules them (web/src/frames.ts).
#include "platform/web/window.h"

#include <GLES3/gl3.h>
#include <emscripten/html5_webgl.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <string>

#include "platform/web/app_calls.h"

namespace daybook {
namespace {

ImGuiMouseSource source_of(PointerKind kind) {
    switch (kind) {
        case PointerKind::touch:
            return ImGuiMouseSource_TouchScreen;
        case PointerKind::pen:
            return ImGuiMouseSource_Pen;
        case PointerKind::mouse:
            break;
    }
    return ImGuiMouseSource_Mouse;
}

/// Dear ImGui gives a press and its release to two frames, and scrolls with the next one.
bool wants_another(const ImGuiContext& context) {
    return !context.InputEventsQueue.empty() || std::ranges::any_of(context.Windows, [](const ImGuiWindow* window) {
        return window->Active && window->ScrollTarget.y < FLT_MAX;
    });
}

}  // namespace

Result<std::unique_ptr<WebWindow>> WebWindow::open(const char* canvas) {
    EmscriptenWebGLContextAttributes wanted;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.majorVersion = 2;
    wanted.alpha = false;
    wanted.depth = false;
    wanted.antialias = false;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE graphics = emscripten_webgl_create_context(canvas, &wanted);
    if (static_cast<std::intptr_t>(graphics) <= 0)
        return fail(Errc::unsupported, "This browser gives the page no WebGL 2 to draw with.");
    std::unique_ptr<WebWindow> window(new WebWindow(graphics));
    if (!window->start_drawing()) return fail(Errc::unsupported, "The browser's graphics did not start.");
    return window;
}

WebWindow::WebWindow(std::uintptr_t graphics) : graphics_(graphics), context_(ImGui::CreateContext()) {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendPlatformName = "daybook_web";
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    io.MouseDragThreshold = 10;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    io.ConfigInputTextCursorBlink = false;
}

bool WebWindow::start_drawing() {
    emscripten_webgl_make_context_current(graphics_);
    drawing_ = ImGui_ImplOpenGL3_Init("#version 300 es");
    return drawing_;
}

WebWindow::~WebWindow() {
    if (drawing_) ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext(context_);
    emscripten_webgl_destroy_context(graphics_);
}

void WebWindow::wake() {
    daybook_wake();
}
void WebWindow::wake_at(Instant when) {
    daybook_wake_at(static_cast<double>(when.unix_ms));
}
void WebWindow::send(ByteView command) {
    daybook_send(command.data(), command.size());
}
void WebWindow::wish(PlatformWish wish) {
    daybook_wish(static_cast<int>(wish));
}
void WebWindow::screen_rest(ScreenRest rest) {
    if (rest == screen_rest_) return;
    screen_rest_ = rest;
    daybook_screen_rest(static_cast<int>(rest));
}

void WebWindow::take_ink(std::optional<Box> paper) {
    if (paper == paper_) return;
    paper_ = paper;
    const Box box = paper.value_or(Box{});
    daybook_take_ink(box.x, box.y, box.width, box.height);
}

void WebWindow::keep_text_size(int percent) {
    daybook_keep_text_size(percent);
}
void WebWindow::keep_single_keys(bool on) {
    daybook_keep_single_keys(on);
}

void WebWindow::focus_node(SemanticId node) {
    daybook_focus_node(node);
}

void WebWindow::save_file(std::string_view name, std::string_view media_type, ByteView content) {
    daybook_save_file(name.data(), name.size(), media_type.data(), media_type.size(), content.data(), content.size());
}

void WebWindow::choose_file(const FileWish& wish) {
    daybook_choose_file(wish.number, wish.accept.data(), wish.accept.size(), wish.most_bytes);
}

Result<Bytes> WebWindow::asset(std::string_view path) {
    const int size = daybook_asset_size(path.data(), path.size());
    if (size < 0) return fail(Errc::not_found, "Daybook came without its file " + std::string(path) + ".");
    Bytes bytes(static_cast<std::size_t>(size));
    daybook_asset_copy(path.data(), path.size(), bytes.data());
    return bytes;
}

void WebWindow::resize(float width, float height, float density) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {width, height};
    io.DisplayFramebufferScale = {density, density};
    shown_.forget();  // the browser empties a canvas that gets another size
}

bool WebWindow::frame(WindowClient& client, double seconds, Picture picture) {
    ImGuiIO& io = ImGui::GetIO();
    constexpr float longest = 1.0F / 30;  // after hours of rest no animation may jump
    io.DeltaTime = std::clamp(static_cast<float>(seconds - last_frame_), 0.001F, longest);
    last_frame_ = seconds;

    if (picture == Picture::drawn) {
        emscripten_webgl_make_context_current(graphics_);
        ImGui_ImplOpenGL3_NewFrame();
    }
    ImGui::NewFrame();
    client.frame(surroundings_);
    ImGui::Render();
    const ImVec4& paper = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
    if (picture == Picture::drawn && shown_.is_replaced_by(*ImGui::GetDrawData(), paper)) {
        glViewport(0, 0, static_cast<int>(io.DisplaySize.x * io.DisplayFramebufferScale.x),
                   static_cast<int>(io.DisplaySize.y * io.DisplayFramebufferScale.y));
        glClearColor(paper.x, paper.y, paper.z, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    }
    fields_.publish();
    pictures_.publish();
    mirror_.publish();
    if (const int cursor = ImGui::GetMouseCursor(); cursor != cursor_) {
        cursor_ = cursor;
        daybook_show_cursor(cursor);
    }
    return wants_another(*context_);
}

void WebWindow::graphics_restored() {
    shown_.forget();
    emscripten_webgl_make_context_current(graphics_);
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    while (glGetError() != GL_NO_ERROR) {
        // What was just destroyed belonged to the lost context, which the browser remarks on.
    }
}

void WebWindow::pointer_at(PointerKind kind, float x, float y) {
    ImGui::GetIO().AddMouseSourceEvent(source_of(kind));
    ImGui::GetIO().AddMousePosEvent(x, y);
}

void WebWindow::pointer_gone() {
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

void WebWindow::pointer_button(int button, bool down) {
    ImGui::GetIO().AddMouseButtonEvent(button, down);
}

void WebWindow::scroll(float x, float y) {
    // Dear ImGui scrolls by five lines for one unit of the wheel.
    const float unit = 5 * std::max(ImGui::GetStyle().FontSizeBase * ImGui::GetStyle().FontScaleMain, 1.0F);
    ImGui::GetIO().AddMouseWheelEvent(-x / unit, -y / unit);
}

}  // namespace daybook
