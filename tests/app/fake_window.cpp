#include "tests/app/fake_window.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace daybook::testing {

void FakeFields::begin_frame() {
    std::erase_if(carets_, [this](const auto& one) {
        return std::ranges::none_of(shown_, [&](const Shown& field) { return field.spec.id == one.first; });
    });
    std::erase_if(chosen_, [this](const auto& one) { return !carets_.contains(one.first); });
    shown_.clear();
}

void FakeFields::choose(SemanticId field, ChosenWords words) {
    carets_[field] = {.start = words.start, .end = words.end};
    const ChosenWords before = chosen_[field];
    const auto shown = std::ranges::find(shown_, field, [](const Shown& one) { return one.spec.id; });
    const bool follows = shown != shown_.end() && shown->spec.follows_caret;
    if (follows || words.start != words.end || before.start != before.end) chosen_[field] = words;
    focused_ = field;
}

FieldState FakeFields::show(const FieldSpec& spec, std::string& value) {
    carets_.try_emplace(spec.id, spec.begins_at);
    FieldState state;
    if (spec.follows_caret) chosen_[spec.id] = {.start = carets_[spec.id].start, .end = carets_[spec.id].end};
    state.chosen = chosen_[spec.id];
    if (const auto typed = typed_.find(spec.id); typed != typed_.end()) {
        value = typed->second;
        typed_.erase(typed);
        state.changed = true;
    }
    state.focused = focused_ == spec.id;
    state.submitted = submitted_ == spec.id;
    if (state.submitted) submitted_ = 0;
    shown_.push_back({spec,
                      std::string(spec.label),
                      std::string(spec.error),
                      std::string(spec.placeholder),
                      std::string(spec.description),
                      value,
                      {spec.margin.notes.begin(), spec.margin.notes.end()}});
    return state;
}

void FakeFields::insert(SemanticId field, std::size_t at, std::string_view text) {
    const auto found = std::ranges::find(shown_, field, [](const Shown& one) { return one.spec.id; });
    REQUIRE(found != shown_.end());
    REQUIRE(at <= found->value.size());
    type(field, std::string(found->value).insert(at, text));
    put_caret(field, {.start = at + text.size(), .end = at + text.size()});
}

void FakeWindow::send(ByteView command) {
    auto read = decode_command(command);
    REQUIRE(read);
    sent.push_back(std::move(*read));
}

void FakeWindow::save_file(std::string_view name, std::string_view, ByteView content) {
    saved_files[std::string(name)] = Bytes(content.begin(), content.end());
}

Bytes asset_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Result<Bytes> FakeWindow::asset(std::string_view path) {
    if (path == "words.json" && !table.empty()) return table;
    if (path == "sample/sample.json" && !gives_whole_sample) return asset_file(DAYBOOK_TEST_DATA "/sample/small.json");
    const std::string name(path);
    const std::string fonts = "fonts/";
    Bytes bytes = name.starts_with(fonts) ? asset_file(DAYBOOK_FONTS "/" + name.substr(fonts.size()))
                                          : asset_file(DAYBOOK_ASSETS "/" + name);
    if (bytes.empty()) return fail(Errc::not_found, "There is no " + name + ".");
    return bytes;
}

}  // namespace daybook::testing
