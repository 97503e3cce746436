// Playing a script at the window: each step when the screen has settled from the one before.
// Never part of what a person meets.
#include <SDL_opengl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iterator>

#include "core/crypto/secret.h"
#include "platform/native/window.h"
#include "platform/native/window_graphics.h"

namespace daybook {

namespace {

constexpr std::chrono::seconds longest_step{60};
constexpr int exit_code_of_a_kill = 137;

}  // namespace

Result<void> NativeWindow::play() {
    if (step_ >= options_.script.size()) return {};
    ScriptStep& step = options_.script[step_];
    if (!perform(step)) {
        const bool drawn_while_idle = step.deed == ScriptStep::Deed::idle && frames_drawn_ > frames_at_step_;
        if (Clock::now() - step_began_ < longest_step + step.time && !drawn_while_idle) return {};
        return fail(Errc::invalid, "The script stopped at: " + step.line + "\nThe screen was:\n" + mirror_.text());
    }
    const bool more_comes = step.deed == ScriptStep::Deed::say;
    step.forget();
    ++step_;
    const Result<void> taken = more_comes ? take_further_steps() : Result<void>();
    step_began_ = Clock::now();
    frames_at_step_ = frames_drawn_;
    step_started_ = false;
    return taken;
}

bool NativeWindow::perform(const ScriptStep& step) {
    using Deed = ScriptStep::Deed;
    const SemanticNode* node = mirror_.find(step.role, step.name);
    switch (step.deed) {
        case Deed::wait_for:
            return node != nullptr;
        case Deed::wait_until_gone:
            return node == nullptr;
        case Deed::press:
            if (node == nullptr || node->disabled) return false;
            client_->activate(node->id);
            wake();
            return true;
        case Deed::tap:
            if (node == nullptr || node->disabled) return false;
            tap(*node);
            return true;
        case Deed::type:
            return node != nullptr && type(*node, step);
        case Deed::screenshot:
            if (!step_started_) {
                step_started_ = true;
                screenshot_wanted_ = step.name;
                wake();
            }
            return !screenshot_wanted_.has_value();
        case Deed::idle:
            return frames_drawn_ == frames_at_step_ && Clock::now() - step_began_ >= step.time;
        case Deed::say:
            static_cast<void>(engine_.drain());
            std::printf("%s\n", step.name.c_str());
            std::fflush(stdout);
            return true;
        case Deed::quit:
            close();
            return true;
        case Deed::kill:
            ::_exit(exit_code_of_a_kill);
    }
    return false;
}

/// The window stands still meanwhile. What is read is in no buffer but ours: there may be a passcode in it.
Result<void> NativeWindow::take_further_steps() {
    std::string text;
    while (!text.ends_with("\n\n")) {
        char byte = 0;
        if (::read(STDIN_FILENO, &byte, 1) != 1) break;
        text += byte;
    }
    Result<std::vector<ScriptStep>> further = parse_script(text);
    wipe_text(text);
    if (!further) return pass_on(std::move(further.error()));
    std::ranges::move(*further, std::back_inserter(options_.script));
    return {};
}

bool NativeWindow::type(const SemanticNode& field, const ScriptStep& step) {
    if (fields_.focused() != field.id) {
        fields_.focus(field.id);
        wake();
        return false;
    }
    ImGui::GetIO().AddInputCharactersUTF8(step.text.c_str());
    frames_wanted_ = std::max(frames_wanted_, 3);
    return true;
}

void NativeWindow::tap(const SemanticNode& node) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(node.box.x + node.box.width / 2, node.box.y + node.box.height / 2);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    frames_wanted_ = std::max(frames_wanted_, 3);
}

void NativeWindow::save_screenshot() {
    int width = 0;
    int height = 0;
    SDL_GL_GetDrawableSize(graphics_->window, &width, &height);
    const std::size_t row = static_cast<std::size_t>(width) * 3;
    Bytes pixels(row * static_cast<std::size_t>(height));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
    if (std::FILE* file = std::fopen(screenshot_wanted_->c_str(), "wb"); file != nullptr) {
        std::fprintf(file, "P6 %d %d 255\n", width, height);
        for (std::size_t from = pixels.size(); from >= row && row > 0; from -= row) {  // OpenGL counts from the bottom
            std::fwrite(pixels.data() + from - row, 1, row, file);
        }
        std::fclose(file);
    }
    screenshot_wanted_.reset();
}

}  // namespace daybook
