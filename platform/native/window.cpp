// The desktop window's loop: events in, frames out, and sleep in between.
// Never draws while nothing happens.
#include "platform/native/window.h"

#include <imgui_impl_sdl2.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "core/crypto/secret.h"
#include "platform/clock.h"
#include "platform/files.h"
#include "platform/native/device.h"
#include "platform/native/single_keys.h"
#include "platform/native/system_fonts.h"
#include "platform/native/text_size.h"
#include "platform/native/window_graphics.h"
#include "platform/native/window_keys.h"

namespace daybook {

namespace {

/// Dear ImGui answers an input over several frames: a press needs one to be seen, and one for what it changed.
constexpr int settle_frames = 3;
constexpr std::size_t largest_asset = std::size_t{64} << 20U;

int to_points(Sint32 pixels, float scale) {
    return static_cast<int>(static_cast<float>(pixels) / scale);
}

/// Whether somebody is there, as far as an event tells.
void note_attention(const SDL_Event& event, IdleLock& lock) {
    const Instant now = local_now().at;
    switch (event.type) {
        case SDL_KEYDOWN:
        case SDL_TEXTINPUT:
        case SDL_TEXTEDITING:
        case SDL_MOUSEMOTION:
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEWHEEL:
        case SDL_FINGERDOWN:
        case SDL_FINGERMOTION:
            lock.touched(now);
            break;
        case SDL_WINDOWEVENT:
            if (event.window.event == SDL_WINDOWEVENT_MINIMIZED || event.window.event == SDL_WINDOWEVENT_HIDDEN) {
                lock.hidden(now);
            } else if (event.window.event == SDL_WINDOWEVENT_RESTORED || event.window.event == SDL_WINDOWEVENT_SHOWN) {
                lock.seen();
            }
            break;
        default:
            break;
    }
}

/// A name that came from an inspection's title, fit to be a file's.
std::string file_name_of(std::string_view name) {
    std::string safe;
    for (const char byte : name) {
        const bool awkward = byte == '/' || byte == '\\' || static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
        safe += awkward ? '-' : byte;
    }
    while (safe.starts_with('.')) safe.erase(0, 1);
    return safe.empty() ? "Daybook" : safe;
}

}  // namespace

Result<std::unique_ptr<NativeWindow>> NativeWindow::open(WindowOptions options) {
    auto graphics = std::make_unique<Graphics>();
    if (Result<void> started = graphics->start(options); !started) return pass_on(std::move(started.error()));
    return std::unique_ptr<NativeWindow>(new NativeWindow(std::move(options), std::move(graphics)));
}

NativeWindow::NativeWindow(WindowOptions options, std::unique_ptr<Graphics> graphics)
    : options_(std::move(options)), graphics_(std::move(graphics)) {}

NativeWindow::~NativeWindow() = default;

void NativeWindow::post(Bytes event) {
    {
        const std::scoped_lock lock(mutex_);
        events_.push_back(std::move(event));
    }
    SDL_Event wakes{};
    wakes.type = graphics_->engine_spoke;
    SDL_PushEvent(&wakes);
}

Result<void> NativeWindow::run(EngineLink engine) {
    engine_ = std::move(engine);
    begin();
    step_began_ = Clock::now();
    while (running_) {
        wait_for_events();
        if (Result<void> taken = take_engine_events(); !taken) return taken;
        lock_if_due();
        if (wake_at_ && local_now().at >= *wake_at_) wake();
        if (frames_wanted_ > 0) {
            draw();
        } else if (Result<void> played = play(); !played) {
            return played;
        }
    }
    return {};
}

void NativeWindow::wait_for_events() {
    SDL_Event event;
    if (frames_wanted_ == 0) {
        std::int64_t most_ms = -1;
        std::optional<Instant> until = idle_lock_.due();
        if (wake_at_) until = until ? std::min(*until, *wake_at_) : *wake_at_;
        if (until) most_ms = std::max<std::int64_t>(until->unix_ms - local_now().at.unix_ms, 0);
        if (step_ < options_.script.size()) most_ms = most_ms < 0 ? 100 : std::min<std::int64_t>(most_ms, 100);
        const bool came = most_ms < 0 ? SDL_WaitEvent(&event) == 1
                                      : SDL_WaitEventTimeout(
                                            &event, static_cast<int>(std::min<std::int64_t>(most_ms, 3'600'000))) == 1;
        if (!came) return;
        take(event);
    }
    while (SDL_PollEvent(&event) == 1) take(event);
}

void NativeWindow::take(SDL_Event& event) {
    if (event.type == graphics_->engine_spoke) return;
    lock_if_due();
    if (event.type == SDL_QUIT) return close();
    note_attention(event, idle_lock_);
    if (event.type == SDL_DROPFILE)
        return take_dropped(std::unique_ptr<char, void (*)(void*)>(event.drop.file, SDL_free).get());
    if (draws(event)) {
        frames_wanted_ = settle_frames;
        return;
    }
    const bool escape = (event.type == SDL_KEYDOWN || event.type == SDL_KEYUP) && event.key.keysym.sym == SDLK_ESCAPE;
    if (event.type == SDL_MOUSEMOTION) {
        event.motion.x = to_points(event.motion.x, graphics_->scale);
        event.motion.y = to_points(event.motion.y, graphics_->scale);
    }
    if (event.type == SDL_WINDOWEVENT &&
        (event.window.event == SDL_WINDOWEVENT_MINIMIZED || event.window.event == SDL_WINDOWEVENT_FOCUS_LOST)) {
        client_->flush();
    }
    const auto press = key_press(event, fields_.focused() == 0 ? Typing::nowhere : Typing::in_a_field);
    const bool taken = press && client_->press_key(*press);
    if (taken) {
        // It is the app's own: Dear ImGui would write it into a field, or press what has the focus.
    } else if (!escape) {
        ImGui_ImplSDL2_ProcessEvent(&event);
    } else if (event.type == SDL_KEYDOWN && !fields_.leave()) {
        client_->go_back();  // Dear ImGui would take back what was typed
    }
    frames_wanted_ = settle_frames;
}

void NativeWindow::take_dropped(const char* path) {
    frames_wanted_ = settle_frames;
    const auto content = read_file(path, FileBounds::dropped);
    if (!content) {
        const bool too_large = content.error().code == Errc::invalid;
        return client_->file_failed(0, too_large ? FileFault::too_large : FileFault::unreadable);
    }
    client_->file_chosen(0, std::filesystem::path(path).filename().string(), *content);
}

Result<void> NativeWindow::take_engine_events() {
    std::deque<Bytes> events;
    {
        const std::scoped_lock lock(mutex_);
        events.swap(events_);
    }
    for (const Bytes& event : events) {
        client_->receive(event);
        if (!client_->is_over()) continue;
        if (Result<void> begun = begin_anew(); !begun) return begun;
        client_->receive(event);
    }
    if (!events.empty()) frames_wanted_ = std::max(frames_wanted_, 2);
    return {};
}

void NativeWindow::begin() {
    client_ = make_client(*this);
    client_->prepare();
    client_->learn(facts_of(options_.data));
    frames_wanted_ = settle_frames;
}

/// What was drawn, typed and looked up goes with the client that knew it: Dear ImGui keeps the last text that was
/// edited, and every list that grows shorter keeps what it had behind its end.
Result<void> NativeWindow::begin_anew() {
    client_.reset();
    paper_.reset();
    drawing_ = false;
    fields_.forget_all();
    mirror_ = {};
    wipe_text(semantics_published_);
    SDL_SetWindowTitle(graphics_->window, window_title);
    graphics_->stop_imgui();
    if (Result<void> started = graphics_->start_imgui(); !started) return started;
    begin();
    wipe_stack();
    return {};
}

void NativeWindow::draw() {
    --frames_wanted_;
    ++frames_drawn_;
    wake_at_.reset();
    if (focus_wanted_ != 0) {
        fields_.focus(focus_wanted_);
        client_->focus(std::exchange(focus_wanted_, 0));
    }
    graphics_->begin_frame();
    Surroundings surroundings;
    surroundings.work = {0, 0, ImGui::GetIO().DisplaySize.x, ImGui::GetIO().DisplaySize.y};
    surroundings.dark = options_.dark;
    surroundings.more_contrast = options_.more_contrast;
    surroundings.reduced_motion = options_.reduced_motion;
    surroundings.text_percent = options_.text_percent;
    surroundings.single_keys = options_.single_keys;
    client_->frame(surroundings);
    graphics_->end_frame();
    fields_.end_frame();
    if (screenshot_wanted_) save_screenshot();
    SDL_GL_SwapWindow(graphics_->window);
    publish_semantics();
    if (!graphics_->imgui->InputEventsQueue.empty()) wake();
}

void NativeWindow::close() {
    client_->flush();
    const bool stored = engine_.drain();
    if (stored || warned_of_loss_) {
        running_ = false;
        return;
    }
    warned_of_loss_ = true;  // the engine has said what is not stored: the person sees it, and may close again
    wake();
}

void NativeWindow::wake() {
    frames_wanted_ = std::max(frames_wanted_, 1);
}

void NativeWindow::wake_at(Instant when) {
    wake_at_ = wake_at_ ? std::min(*wake_at_, when) : when;
}

void NativeWindow::send(ByteView command) {
    engine_.send(command);
}

void NativeWindow::wish(PlatformWish wish) {
    // A folder is kept anyway, a newer version is the system's business, and an authenticator is not used here.
    if (wish == PlatformWish::look_again) client_->learn(facts_of(options_.data));
    // Nothing here could take out of a photograph what a camera writes into it: so none is taken in.
    if (wish == PlatformWish::take_photographs) {
        client_->photograph_failed(0, PhotographFault::not_here, 0);
    }
}

void NativeWindow::lock_after(std::uint32_t idle_seconds, std::uint32_t hidden_seconds) {
    idle_lock_.set(idle_seconds, hidden_seconds, local_now().at);
}

void NativeWindow::lock_if_due() {
    if (idle_lock_.take_due(local_now().at)) client_->lock();
}

void NativeWindow::screen_rest(ScreenRest rest) {
    if ((rest == ScreenRest::allowed) == (SDL_IsScreenSaverEnabled() == SDL_TRUE)) return;
    rest == ScreenRest::allowed ? SDL_EnableScreenSaver() : SDL_DisableScreenSaver();
}

void NativeWindow::keep_text_size(int percent) {
    options_.text_percent = percent;
    keep_text_size_in(options_.data, percent);
    wake();
}

void NativeWindow::keep_single_keys(bool on) {
    options_.single_keys = on;
    keep_single_keys_in(options_.data, on);
    wake();
}

void NativeWindow::focus_node(SemanticId node) {
    focus_wanted_ = node;
    wake();
}

void NativeWindow::save_file(std::string_view name, std::string_view /*media_type*/, ByteView content) {
    const Result<std::string> saved = write_under_free_name(options_.downloads, file_name_of(name), content);
    if (saved) {
        std::printf("Saved as %s\n", saved->c_str());
        SDL_SetWindowTitle(graphics_->window, ("Daybook - saved as " + *saved).c_str());
        return;
    }
    std::fprintf(stderr, "daybook: %s\n", saved.error().what.c_str());
    if (!options_.script.empty()) return;
    SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, "The file was not saved",
                             (saved.error().what + "\nNothing is lost: it can be made again.").c_str(),
                             graphics_->window);
}

Result<Bytes> NativeWindow::asset(std::string_view path) {
    if (path == "words.json" && options_.words) return read_file(*options_.words, largest_asset);
    const std::filesystem::path wanted(path);
    const bool inside = wanted.is_relative() && std::ranges::find(wanted, "..") == wanted.end();
    for (const WindowOptions::AssetFolder& place : options_.assets) {
        if (!inside || !path.starts_with(place.prefix)) continue;
        const std::string file = place.folder + "/" + std::string(path.substr(place.prefix.size()));
        if (std::filesystem::is_regular_file(file)) return read_file(file, largest_asset);
    }
    return fail(Errc::not_found, "Daybook came without its file " + std::string(path) + ".");
}

std::vector<Bytes> NativeWindow::fallback_fonts() {
    return system_fonts();
}

void NativeWindow::publish_semantics() {
    if (!options_.semantics) return;
    std::string text = mirror_.text();
    if (text == semantics_published_) return;
    semantics_published_ = std::move(text);
    if (std::FILE* file = std::fopen(options_.semantics->c_str(), "w"); file != nullptr) {
        std::fwrite(semantics_published_.data(), 1, semantics_published_.size(), file);
        std::fclose(file);
    }
}

}  // namespace daybook
