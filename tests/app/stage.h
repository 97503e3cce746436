// The app without a window: Dear ImGui's null backend, a window that notes what it is asked, and an engine in a few
// lines. Never draws a pixel; see painter.h for that.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/app.h"
#include "core/engine/protocol.h"
#include "core/notebook/edits.h"
#include "core/notebook/notebook.h"
#include "platform/window.h"
#include "tests/app/fake_foreign.h"

namespace daybook::testing {

/// The platform's fields: a test types into them.
class FakeFields : public TextFields {
public:
    struct Shown {
        FieldSpec spec;
        std::string label;
        std::string error;
        std::string placeholder;
        std::string description;
        std::string value;
        std::vector<MarginNote> notes;
    };
    FieldState show(const FieldSpec& spec, std::string& value) override;
    void focus(SemanticId field) override { focused_ = field; }
    void insert(SemanticId field, std::size_t at, std::string_view text) override;

    [[nodiscard]] std::optional<CaretPlace> caret(SemanticId field) const override {
        const auto found = carets_.find(field);
        return found == carets_.end() ? std::nullopt : std::optional(found->second);
    }

    void begin_frame();
    void put_caret(SemanticId field, CaretPlace at) { carets_[field] = at; }
    /// As somebody does it: what is chosen is told, a caret only to who follows it.
    void choose(SemanticId field, ChosenWords words);
    void type(SemanticId field, std::string text) {
        typed_[field] = std::move(text);
        focused_ = field;
    }
    void submit(SemanticId field) { submitted_ = field; }
    void blur() { focused_ = 0; }
    [[nodiscard]] const std::vector<Shown>& shown() const { return shown_; }
    [[nodiscard]] SemanticId focused() const { return focused_; }

private:
    std::vector<Shown> shown_;
    std::map<SemanticId, std::string> typed_;
    std::map<SemanticId, CaretPlace> carets_;  ///< of the fields of the last frame
    std::map<SemanticId, ChosenWords> chosen_;
    SemanticId focused_ = 0;
    SemanticId submitted_ = 0;
};

class FakeMirror : public Mirror {
public:
    void show(std::span<const SemanticNode> nodes) override { nodes_.assign(nodes.begin(), nodes.end()); }
    [[nodiscard]] const std::vector<SemanticNode>& nodes() const { return nodes_; }

private:
    std::vector<SemanticNode> nodes_;
};

/// The platform's pictures: a test says what became of each.
class FakePictures : public Pictures {
public:
    struct Given {
        PictureDetail detail = PictureDetail::small;
        std::string media_type;
        Bytes content;
    };
    PictureState state(ItemId picture, PictureDetail detail) const override {
        const auto found = states.find({picture, detail});
        return found == states.end() ? PictureState{} : found->second;
    }
    PictureState show(const PictureSpec& spec) override {
        shown.push_back(spec);
        return state(spec.picture, spec.detail);
    }
    void give(ItemId picture, PictureDetail detail, std::string_view media_type, ByteView content) override {
        given[picture] = {detail, std::string(media_type), Bytes(content.begin(), content.end())};
        states[{picture, detail}] = {PictureState::Stage::shown, 2400, 1800};
    }
    void clear() override {
        states.clear();
        given.clear();
    }

    std::map<std::pair<ItemId, PictureDetail>, PictureState> states;
    std::map<ItemId, Given> given;
    std::vector<PictureSpec> shown;  ///< in this frame
};

class FakeWindow : public Window {
public:
    void wake() override { ++wakes; }
    void wake_at(Instant when) override { wanted_at.push_back(when); }
    void send(ByteView command) override;
    void save_file(std::string_view name, std::string_view, ByteView content) override;
    void choose_file(const FileWish& wanted) override {
        files_asked.push_back(wanted.number);
        files_offered = wanted.accept;
        if (!has_picker) client->file_failed(wanted.number, FileFault::not_here);
    }
    Result<Bytes> asset(std::string_view path) override;
    void wish(PlatformWish wanted) override { wishes.push_back(wanted); }
    void lock_after(std::uint32_t idle_seconds, std::uint32_t hidden_seconds) override {
        locks_after = {.hidden = hidden_seconds, .idle = idle_seconds};
    }
    void screen_rest(ScreenRest rest) override { rests = rest; }
    void take_ink(std::optional<Box> box) override { paper = box; }
    void keep_text_size(int percent) override { text_percent = percent; }
    void keep_single_keys(bool on) override { single_keys = on; }
    void focus_node(SemanticId node) override { focused = node; }
    ForeignText* foreign_text() override { return &foreign; }
    std::vector<Bytes> fallback_fonts() override { return {}; }
    Pictures& pictures() override { return album; }
    TextFields& text_fields() override { return fields; }
    Mirror& mirror() override { return mirrored; }

    FakeFields fields;
    FakePictures album;
    FakeMirror mirrored;
    FakeForeign foreign;
    std::vector<Command> sent;
    std::vector<PlatformWish> wishes;
    LockTimes locks_after{.hidden = 0, .idle = 0};
    std::map<std::string, Bytes> saved_files;
    std::vector<std::uint32_t> files_asked;
    std::string files_offered;
    bool has_picker = true;
    WindowClient* client = nullptr;  ///< hears of it at once where there is no picker
    Bytes table;                     ///< of words; empty: English, as it is built in
    bool gives_whole_sample = false;
    std::vector<Instant> wanted_at;
    int wakes = 0;
    SemanticId focused = 0;
    ScreenRest rests = ScreenRest::allowed;
    std::optional<Box> paper;  ///< that takes ink
    int text_percent = 100;
    bool single_keys = true;
};

/// Dear ImGui with nothing behind it.
class NullBackend {
public:
    NullBackend();
    ~NullBackend();
    NullBackend(const NullBackend&) = delete;
    NullBackend& operator=(const NullBackend&) = delete;
    void begin(float width, float height);
    /// Ends the frame; textures are said to be where they are wanted.
    void end();
    /// True if Dear ImGui itself keeps something for the next frame: input, or scrolling.
    [[nodiscard]] static bool wants_another();
    /// Where what was drawn lies, and in which colours.
    [[nodiscard]] static std::vector<std::uint64_t> drawn();
};

/// What the engine would answer: revisions, numbered and stamped, in no storage at all.
class PlainEngine {
public:
    std::vector<Event> answer(const Command& command, LocalTime now);
    /// The entry whose first words have these in them.
    [[nodiscard]] ItemId entry_with(std::string_view words) const;
    [[nodiscard]] const std::map<InspectionId, std::vector<Bytes>>& revisions() const { return revisions_; }
    [[nodiscard]] InspectionId inspection_of(ItemId item) const { return of_.at(item); }

    /// What the passcode is, as far as this engine cares.
    std::string passcode = "awake porch mortar straw";
    /// What TestStorage comes to; empty is well.
    std::string storage_complaint;
    /// Why attachments cannot be read; empty if they can.
    std::string file_complaint;

private:
    std::vector<Event> answer_about_keys(const Command& command);
    Event append(std::uint64_t number, InspectionId inspection, const std::vector<Change>& changes, LocalTime now);

    std::map<InspectionId, std::uint64_t> next_seq_;
    [[nodiscard]] std::vector<Change> with_versions(const Edit& edit) const;

    std::map<std::uint64_t, RevisionRef> made_;
    std::map<ItemId, std::string> words_;
    std::map<ItemId, Bytes> files_;
    std::map<ItemId, InspectionId> of_;
    std::map<InspectionId, std::vector<Bytes>> revisions_;
    std::int64_t stamp_ = 1;
};

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

[[nodiscard]] Bytes asset_file(const std::string& path);

}  // namespace daybook::testing
