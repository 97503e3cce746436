// The whole app without a window: with Dear ImGui's null backend, a window that notes what it is asked, and a plain
// engine. Never draws a pixel; see painter.h for that.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/app.h"
#include "core/engine/protocol.h"
#include "core/notebook/edits.h"
#include "core/notebook/notebook.h"
#include "tests/app/fake_window.h"
#include "tests/app/null_backend.h"
#include "tests/app/plain_engine.h"

namespace daybook::testing {

/// The whole app on a stage, unlocked, with or without an inspection.
class Stage {
public:
    /// The sample is the small one of tests/data/sample; the whole one is what the start screen gives to a person.
    enum class With { nothing, sample, own_inspection, whole_sample };
    /// In pseudo everything is found by its English name all the same (see pseudo.h).
    enum class Tongue { english, pseudo };
    explicit Stage(With with = With::nothing, float width = 1024, float height = 768, Tongue tongue = Tongue::english);

    /// Draws the frames that are asked for and lets the engine answer, until neither has anything to say. Fails the
    /// test if one more frame would look different: somebody would see it with the next touch only.
    void settle();
    void frame();
    /// Answers what was sent so far.
    void let_engine_answer();
    void say(const Event& event);
    /// Locks and unlocks with the same inspection, known to the engine as `changed` says.
    void reopen(const std::function<void(OpenInspection&)>& changed);
    /// Locks and unlocks, and the engine gives this place back.
    void reopen_at(Bytes place);
    /// The same, where the device keeps one copy.
    void reopen_on_one_copy();

    /// The only node of this role and name. Fails the test if there is none, or more than one.
    const SemanticNode& node(Role role, std::string_view name) const;
    [[nodiscard]] bool has(Role role, std::string_view name) const;
    [[nodiscard]] std::vector<const SemanticNode*> all(Role role) const;
    /// Presses as a keyboard or a screen reader does.
    void press(Role role, std::string_view name);
    void press(SemanticId node);
    /// The first button whose name has this in it.
    void press_with(std::string_view part);
    /// Taps the middle of its box as a finger does.
    void tap(Role role, std::string_view name);
    void drag(float from_x, float from_y, float to_x, float to_y);
    void type(std::string_view label, std::string text);
    void submit(std::string_view label);
    /// Chooses these words in a field, or puts the caret before them.
    void choose(std::string_view label, std::string_view words);
    void put_caret(std::string_view label, std::string_view before);
    void leave_field() { window.fields.blur(); }
    void pass(std::int64_t milliseconds);
    void resize(float width, float height);

    /// What was sent since this was asked last, but for where one is, which goes along by itself.
    std::vector<Command> take_sent();
    /// Where the app said last that one is; nothing if it has not.
    [[nodiscard]] std::optional<KeepPlace> place_kept() const;
    template <typename T>
    std::vector<T> take_sent_of() {
        std::vector<T> found;
        for (const Command& command : take_sent()) {
            if (const auto* one = std::get_if<T>(&command)) found.push_back(*one);
        }
        return found;
    }

    NullBackend backend;
    FakeWindow window;
    PlainEngine engine;
    LocalTime now{{1'442'221'200'000}, 60};  // 2015-09-14 10:00, British summer time
    std::vector<std::string> heard;          ///< what was typed, and what the engine said: no words of the interface
    std::unique_ptr<App> app;
    Surroundings surroundings;
    bool engine_answers = true;
    int frames = 0;

private:
    void draw_what_is_asked_for();
    void expect_settled();
    void lock_and_unlock(const Unlocked& unlocked);
    [[nodiscard]] Unlocked reopened(const std::function<void(OpenInspection&)>& changed) const;
    [[nodiscard]] bool is_called(const SemanticNode& node, std::string_view name) const;

    Tongue tongue_;
    std::size_t answered_ = 0;
    std::size_t taken_ = 0;
    std::uint16_t counter_ = 0;
};

}  // namespace daybook::testing
