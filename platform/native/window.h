// The desktop window: SDL for the system, OpenGL for the picture, Dear ImGui for what is on it.
// Never draws while nothing happens: the loop sleeps until there is an event or a time that was asked for.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "platform/native/idle_lock.h"
#include "platform/native/mirror.h"
#include "platform/native/pictures.h"
#include "platform/native/script.h"
#include "platform/native/text_field.h"
#include "platform/window.h"

union SDL_Event;
struct SDL_Window;

namespace daybook {

struct WindowOptions {
    int width = 1024;  ///< in points
    int height = 768;
    float scale = 0;  ///< pixels to a point; 0: as the display says
    bool dark = false;
    bool more_contrast = false;
    bool reduced_motion = false;
    int text_percent = 100;
    bool single_keys = true;
    /// Where assets are looked for, in this order: a path that begins with `prefix` goes on in `folder`.
    struct AssetFolder {
        std::string prefix;
        std::string folder;
    };
    std::vector<AssetFolder> assets;
    std::optional<std::string> words;      ///< the file that is the asset "words.json"; English is built in
    std::string downloads;                 ///< where files are handed over
    std::string data;                      ///< the folder that the notebook lives in
    std::optional<std::string> semantics;  ///< a file that always has the last tree, for tests
    std::vector<ScriptStep> script;        ///< played once the first frame is there
};

/// The way to the engine. Both are called on the thread that draws.
struct EngineLink {
    std::function<void(ByteView command)> send;
    /// Waits until all that was sent is handled. True if it is stored.
    std::function<bool()> drain;
};

class NativeWindow : public Window {
public:
    /// Errc::unsupported if there is no display or no OpenGL.
    [[nodiscard]] static Result<std::unique_ptr<NativeWindow>> open(WindowOptions options);
    ~NativeWindow() override;
    NativeWindow(const NativeWindow&) = delete;
    NativeWindow& operator=(const NativeWindow&) = delete;

    /// An event of the engine; from any thread, at any time. It reaches the client in run().
    void post(Bytes event);

    /// Makes the client, and shows it until the window is closed. Closing flushes and waits for the engine; what cannot
    /// be stored keeps the window open once, so that the person sees it. Errc::invalid if the script did not find what
    /// it names, Errc::unsupported if the graphics went.
    Result<void> run(EngineLink engine);

    void wake() override;
    void wake_at(Instant when) override;
    void send(ByteView command) override;
    void save_file(std::string_view name, std::string_view media_type, ByteView content) override;
    /// The system's own picker is no part of SDL: a file is dropped on the window.
    void choose_file(const FileWish& wish) override { client_->file_failed(wish.number, FileFault::not_here); }
    [[nodiscard]] Result<Bytes> asset(std::string_view path) override;
    void wish(PlatformWish wish) override;
    void lock_after(std::uint32_t idle_seconds, std::uint32_t hidden_seconds) override;
    void screen_rest(ScreenRest rest) override;
    void take_ink(std::optional<Box> paper) override;
    void keep_text_size(int percent) override;
    void keep_single_keys(bool on) override;
    void focus_node(SemanticId node) override;
    [[nodiscard]] ForeignText* foreign_text() override { return nullptr; }
    [[nodiscard]] std::vector<Bytes> fallback_fonts() override;
    [[nodiscard]] Pictures& pictures() override { return pictures_; }
    [[nodiscard]] TextFields& text_fields() override { return fields_; }
    [[nodiscard]] Mirror& mirror() override { return mirror_; }

private:
    using Clock = std::chrono::steady_clock;
    struct Graphics;

    NativeWindow(WindowOptions options, std::unique_ptr<Graphics> graphics);

    void wait_for_events();
    void take(SDL_Event& event);
    void take_dropped(const char* path);
    [[nodiscard]] bool draws(const SDL_Event& event);
    void lock_if_due();
    Result<void> take_engine_events();
    void begin();
    Result<void> begin_anew();
    void draw();
    void close();
    void publish_semantics();
    void save_screenshot();

    // The script, in window_play.cpp.
    Result<void> play();
    bool perform(const ScriptStep& step);
    bool type(const SemanticNode& field, const ScriptStep& step);
    Result<void> take_further_steps();
    void tap(const SemanticNode& node);

    WindowOptions options_;
    std::unique_ptr<Graphics> graphics_;
    NativeTextFields fields_;
    NativeMirror mirror_;
    NativePictures pictures_;
    EngineLink engine_;
    std::unique_ptr<WindowClient> client_;
    bool running_ = true;
    bool warned_of_loss_ = false;

    int frames_wanted_ = 0;
    std::size_t frames_drawn_ = 0;
    std::optional<Instant> wake_at_;
    IdleLock idle_lock_;
    SemanticId focus_wanted_ = 0;
    std::optional<Box> paper_;  ///< that takes ink
    bool drawing_ = false;

    std::mutex mutex_;  // guards events_
    std::deque<Bytes> events_;

    std::size_t step_ = 0;
    Clock::time_point step_began_;
    std::size_t frames_at_step_ = 0;
    bool step_started_ = false;
    std::optional<std::string> screenshot_wanted_;
    std::string semantics_published_;
};

}  // namespace daybook
