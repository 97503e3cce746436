// Lays the fields out for web/src/editors.ts, and takes in what was typed there.
// The layout: u32 count; then each field as
//   u32 id, u8 kind, u8 flags (1: a value follows, 2: and then a caret, 4: the caret is followed), string label,
//   placeholder, description, error, f32 box x, y, width, height, f32 clip x, y, width, height, f32 font size, f32
//   margin's width, font size, u32 count of its notes, each u32 UTF-16 units to where it begins, string; [string
//   value], [u32 start, end of what is chosen, in UTF-16 units, f32 how far it is scrolled].
#include "platform/web/text_field.h"

#include <algorithm>
#include <utility>

#include "core/base/utf8.h"
#include "platform/web/app_calls.h"

namespace daybook {
namespace {

void add_box(Packet& packet, const Box& box) {
    for (const float edge : {box.x, box.y, box.width, box.height}) packet.add_float(edge);
}

/// Where each note begins, in UTF-16 units: in one walk over the text.
std::vector<std::uint32_t> utf16_places(std::string_view text, std::span<const MarginNote> notes) {
    std::vector<std::uint32_t> places;
    std::uint32_t units = 0;
    std::size_t at = 0;
    for (const MarginNote& note : notes) {
        const std::size_t to = std::max(at, std::min(note.from, text.size()));
        units += static_cast<std::uint32_t>(utf16_offset(text.substr(at, to - at), to - at));
        at = to;
        places.push_back(units);
    }
    return places;
}

}  // namespace

void WebTextFields::add_margin(Field& field, const FieldMargin& margin) {
    if (!std::ranges::equal(field.notes, margin.notes)) {
        field.notes.assign(margin.notes.begin(), margin.notes.end());
        field.notes_begin = utf16_places(field.text, margin.notes);
    }
    frame_.add_float(margin.width);
    frame_.add_float(margin.font_size);
    frame_.add_u32(static_cast<std::uint32_t>(field.notes.size()));
    for (std::size_t index = 0; index < field.notes.size(); ++index) {
        frame_.add_u32(field.notes_begin[index]);
        frame_.add_text(field.notes[index].text);
    }
}

FieldState WebTextFields::show(const FieldSpec& spec, std::string& value) {
    Field& field = fields_[spec.id];
    FieldState state{
        .changed = field.changed, .focused = field.focused, .submitted = field.submitted, .chosen = field.chosen};
    if (field.changed) {
        value = field.text;
    } else if (!field.focused && field.text != value) {
        field.text = value;
        field.put = true;
        field.chosen = {};
    }
    field.changed = false;
    field.submitted = false;
    field.shown = true;

    frame_.add_u32(spec.id);
    frame_.add_u8(static_cast<std::uint8_t>(spec.kind));
    const bool placed = field.put && field.is_new && spec.begins_at != CaretPlace{};
    frame_.add_u8((field.put ? 1 : 0) | (placed ? 2 : 0) | (spec.follows_caret ? 4 : 0));
    for (const std::string_view text : {spec.label, spec.placeholder, spec.description, spec.error}) {
        frame_.add_text(text);
    }
    add_box(frame_, spec.box);
    add_box(frame_, spec.clip);
    frame_.add_float(spec.font_size);
    add_margin(field, spec.margin);
    if (field.put) frame_.add_text(field.text);
    if (placed) {
        frame_.add_u32(static_cast<std::uint32_t>(utf16_offset(field.text, spec.begins_at.start)));
        frame_.add_u32(static_cast<std::uint32_t>(utf16_offset(field.text, spec.begins_at.end)));
        frame_.add_float(spec.begins_at.scroll);
    }
    ++shown_;
    return state;
}

void WebTextFields::focus(SemanticId field) {
    daybook_focus_node(field);
}

void WebTextFields::insert(SemanticId field, std::size_t at, std::string_view text) {
    const auto found = fields_.find(field);
    if (found == fields_.end()) return;
    const auto place = static_cast<std::uint32_t>(utf16_offset(found->second.text, at));
    daybook_insert_text(field, place, text.data(), text.size());
}

std::optional<CaretPlace> WebTextFields::caret(SemanticId field) const {
    const auto found = fields_.find(field);
    CaretNumbers caret{};
    if (found == fields_.end() || !daybook_field_caret(field, &caret)) return std::nullopt;
    const std::string& text = found->second.text;
    return CaretPlace{utf8_offset(text, caret.start), utf8_offset(text, caret.end),
                      static_cast<float>(caret.scroll_tenths) / 10};
}

void WebTextFields::publish() {
    Packet packet;
    packet.add_u32(shown_);
    Bytes bytes = packet.bytes();
    append(bytes, frame_.bytes());
    frame_ = {};
    shown_ = 0;
    std::erase_if(fields_, [](const auto& item) { return !item.second.shown; });
    bool put = false;
    for (auto& [id, field] : fields_) {
        put = put || field.put;
        field.shown = false;
        field.put = false;
        field.is_new = false;
    }
    if (!put && bytes == published_) return;
    published_ = std::move(bytes);
    daybook_show_fields(published_.data(), published_.size());
}

void WebTextFields::text_changed(SemanticId field, std::size_t start, std::size_t erased, std::string_view inserted) {
    const auto found = fields_.find(field);
    if (found == fields_.end()) return;
    std::string& text = found->second.text;
    const std::size_t from = utf8_offset(text, start);
    const std::size_t to = std::max(from, utf8_offset(text, start + erased));
    text.replace(from, to - from, inserted);
    found->second.changed = true;
}

void WebTextFields::focus_changed(SemanticId field, FieldFocus focus) {
    if (const auto found = fields_.find(field); found != fields_.end()) {
        found->second.focused = focus == FieldFocus::here;
    }
}

void WebTextFields::chosen(SemanticId field, std::size_t start, std::size_t end) {
    const auto found = fields_.find(field);
    if (found == fields_.end()) return;
    const std::string& text = found->second.text;
    found->second.chosen = {.start = utf8_offset(text, start), .end = utf8_offset(text, end)};
}

void WebTextFields::submitted(SemanticId field) {
    if (const auto found = fields_.find(field); found != fields_.end()) found->second.submitted = true;
}

}  // namespace daybook
