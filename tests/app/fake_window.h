// A window that notes what it is asked: its fields, its mirror and its pictures are told what becomes of them.
// Never draws, and never answers by itself: a test does.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/engine/protocol.h"
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

[[nodiscard]] Bytes asset_file(const std::string& path);

}  // namespace daybook::testing
