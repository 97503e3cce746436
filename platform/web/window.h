// The page as the app's window: Dear ImGui on a WebGL canvas, drawn only when something happened.
// Never makes events of its own: web/src/app.ts calls it (platform/web/app_main.cpp).
#pragma once

#include <cstdint>
#include <memory>

#include "core/base/result.h"
#include "platform/web/foreign_text.h"
#include "platform/web/mirror.h"
#include "platform/web/pictures.h"
#include "platform/web/text_field.h"
#include "platform/web/window_picture.h"
#include "platform/window.h"

struct ImGuiContext;

namespace daybook {

/// Where a pointer's place comes from; the numbers are known to web/src/pointer.ts.
enum class PointerKind : std::uint8_t { mouse = 0, touch = 1, pen = 2 };

/// Whether the picture can be drawn, or is to be computed without being shown (no graphics context).
enum class Picture : std::uint8_t { drawn = 0, skipped = 1 };

class WebWindow : public Window {
public:
    /// Makes the graphics context on the element `canvas` (a CSS selector). Errc::unsupported if there is no WebGL 2.
    static Result<std::unique_ptr<WebWindow>> open(const char* canvas);
    ~WebWindow() override;
    WebWindow(const WebWindow&) = delete;
    WebWindow& operator=(const WebWindow&) = delete;

    void wake() override;
    void wake_at(Instant when) override;
    void send(ByteView command) override;
    void save_file(std::string_view name, std::string_view media_type, ByteView content) override;
    void choose_file(const FileWish& wish) override;
    [[nodiscard]] Result<Bytes> asset(std::string_view path) override;
    void wish(PlatformWish wish) override;
    /// The page keeps these times itself: it hears of them from the worker, and a hidden page draws no frames.
    void lock_after(std::uint32_t, std::uint32_t) override {}
    void screen_rest(ScreenRest rest) override;
    void take_ink(std::optional<Box> paper) override;
    void keep_text_size(int percent) override;
    void keep_single_keys(bool on) override;
    void focus_node(SemanticId node) override;
    [[nodiscard]] ForeignText* foreign_text() override { return &foreign_; }
    [[nodiscard]] std::vector<Bytes> fallback_fonts() override { return {}; }
    [[nodiscard]] Pictures& pictures() override { return pictures_; }
    [[nodiscard]] TextFields& text_fields() override { return fields_; }
    [[nodiscard]] Mirror& mirror() override { return mirror_; }

    /// In CSS pixels, and how many pixels of the canvas one of them is.
    void resize(float width, float height, float density);
    void surround(const Surroundings& surroundings) { surroundings_ = surroundings; }
    [[nodiscard]] const Surroundings& surroundings() const { return surroundings_; }
    /// Computes one frame, and draws it if it looks any different from what is shown. True if Dear ImGui holds input
    /// that it wants another frame for.
    bool frame(WindowClient& client, double seconds, Picture picture);
    /// The browser gave the graphics context back, empty.
    void graphics_restored();
    /// The page was out of sight: browsers may have dropped the picture meanwhile.
    void draw_anew() { shown_.forget(); }

    void pointer_at(PointerKind kind, float x, float y);
    void pointer_gone();
    void pointer_button(int button, bool down);
    /// In CSS pixels; down and right are positive, as the content's offset grows.
    void scroll(float x, float y);
    [[nodiscard]] WebTextFields& fields() { return fields_; }
    [[nodiscard]] WebPictures& shown_pictures() { return pictures_; }

private:
    explicit WebWindow(std::uintptr_t graphics);
    [[nodiscard]] bool start_drawing();

    std::uintptr_t graphics_ = 0;  ///< Emscripten's handle of the WebGL context
    ImGuiContext* context_ = nullptr;
    bool drawing_ = false;
    Surroundings surroundings_;
    WebMirror mirror_;
    WebTextFields fields_;
    WebForeignText foreign_;
    WebPictures pictures_;
    WindowPicture shown_;
    double last_frame_ = 0;
    int cursor_ = -2;
    ScreenRest screen_rest_ = ScreenRest::allowed;
    std::optional<Box> paper_;  ///< as the page knows it
};

}  // namespace daybook
