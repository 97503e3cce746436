// Fields that are typed in, as Dear ImGui has them: drawn over the box that the app left for each.
// Never loses what was typed: Escape leaves a field, it does not undo it.
#include "platform/native/text_field.h"

#include <imgui.h>
#include <imgui_internal.h>
#include <misc/cpp/imgui_stdlib.h>

#include <algorithm>
#include <cfloat>

#include "core/base/utf8.h"
#include "core/crypto/secret.h"

namespace daybook {

namespace {

// Dear ImGui measures a font from ascent to descent, which in Inter is so many times the size that a field is given.
constexpr float inter_height = 1.21F;

ImVec2 upper_left(const Box& box) {
    return {box.x, box.y};
}
ImVec2 lower_right(const Box& box) {
    return {box.x + box.width, box.y + box.height};
}

/// What the app has laid out around the field stays as it was: a field takes no room of its own.
class LayoutKept {
public:
    LayoutKept()
        : window_(*ImGui::GetCurrentWindow()),
          cursor_(window_.DC.CursorPos),
          most_(window_.DC.CursorMaxPos),
          ideal_(window_.DC.IdealMaxPos),
          previous_(window_.DC.CursorPosPrevLine),
          line_(window_.DC.CurrLineSize),
          previous_line_(window_.DC.PrevLineSize),
          same_line_(window_.DC.IsSameLine) {}
    ~LayoutKept() {
        window_.DC.CursorPos = cursor_;
        window_.DC.CursorMaxPos = most_;
        window_.DC.IdealMaxPos = ideal_;
        window_.DC.CursorPosPrevLine = previous_;
        window_.DC.CurrLineSize = line_;
        window_.DC.PrevLineSize = previous_line_;
        window_.DC.IsSameLine = same_line_;
        window_.DC.IsSetPos = false;
    }
    LayoutKept(const LayoutKept&) = delete;
    LayoutKept& operator=(const LayoutKept&) = delete;

private:
    ImGuiWindow& window_;
    ImVec2 cursor_, most_, ideal_, previous_, line_, previous_line_;
    bool same_line_;
};

/// The app draws the frame; what is drawn here lies in it.
void push_look(const FieldSpec& spec) {
    constexpr ImVec4 nothing(0, 0, 0, 0);
    ImGui::PushFont(nullptr, spec.font_size * inter_height / std::max(ImGui::GetStyle().FontScaleMain, 0.1F));
    const float above = spec.kind == FieldKind::prose ? 8 : (spec.box.height - ImGui::GetFontSize()) / 2;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        {spec.kind == FieldKind::prose ? 12.0F : 4.0F, std::max(above, 0.0F)});
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
    for (const ImGuiCol colour :
         {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive, ImGuiCol_NavCursor}) {
        ImGui::PushStyleColor(colour, nothing);
    }
}

void pop_look() {
    ImGui::PopStyleColor(4);
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
}

void draw_placeholder(const FieldSpec& spec) {
    const ImVec2 padding = ImGui::GetStyle().FramePadding;
    const ImVec2 at(spec.box.x + padding.x, spec.box.y + padding.y);
    ImGui::GetWindowDrawList()->AddText(at, ImGui::GetColorU32(ImGuiCol_TextDisabled), spec.placeholder.data(),
                                        spec.placeholder.data() + spec.placeholder.size());
}

/// Dear ImGui keeps a text of its own while it is edited: it gets the new line breaks as well, which move no byte.
void show_breaks(ImGuiID item, const std::string& shown) {
    ImGuiInputTextState* state = ImGui::GetInputTextState(item);
    if (state == nullptr || state->TextLen != static_cast<int>(shown.size())) return;
    std::ranges::copy(shown, state->TextA.Data);
}

/// The part of a field of prose that scrolls; none before its first frame.
const ImGuiWindow* scrolling_part(ImGuiID item) {
    for (const ImGuiWindow* child : ImGui::GetCurrentWindow()->DC.ChildWindows) {
        if (child->ChildId == item) return child;
    }
    return nullptr;
}

/// Beside the lines in which they begin. `shown` has a line feed wherever a line ends.
void draw_margin(const FieldSpec& spec, std::string_view shown) {
    const ImGuiWindow* words = scrolling_part(ImGui::GetID("##text"));
    if (spec.margin.width <= 0 || words == nullptr) return;
    const float line = ImGui::GetFontSize();
    const float first = spec.box.y + ImGui::GetStyle().FramePadding.y - words->Scroll.y;
    const ImVec4 clip(spec.box.x - spec.margin.width, spec.box.y, spec.box.x, spec.box.y + spec.box.height);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 corner(clip.x, clip.y);
    list.PushClipRect(corner, {clip.z, clip.w}, true);
    std::ptrdiff_t lines = 0;
    std::size_t counted = 0;
    for (const MarginNote& note : spec.margin.notes) {
        const std::string_view between = shown.substr(counted, std::max(note.from, counted) - counted);
        lines += std::ranges::count(between, '\n');
        counted = std::min(std::max(note.from, counted), shown.size());
        const float size = spec.margin.font_size * inter_height;
        const float y = first + static_cast<float>(lines) * line + (line - size) / 2;
        if (y > clip.w) break;
        list.AddText(ImGui::GetFont(), size, {clip.x, y}, ImGui::GetColorU32(ImGuiCol_TextDisabled), note.text.data(),
                     note.text.data() + note.text.size());
    }
    list.PopClipRect();
}

bool enter_was_pressed() {
    return ImGui::IsKeyPressed(ImGuiKey_Enter) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter);
}

}  // namespace

bool NativeTextFields::edit_line(const FieldSpec& spec, Field& field) {
    ImGui::SetNextItemWidth(spec.box.width);
    const ImGuiInputTextFlags flags = spec.kind == FieldKind::passcode ? ImGuiInputTextFlags_Password : 0;
    if (!ImGui::InputTextWithHint("##text", std::string(spec.placeholder).c_str(), &field.buffer, flags)) return false;
    return field.text.take_edit(field.buffer);
}

bool NativeTextFields::edit_prose(const FieldSpec& spec, Field& field) {
    const ImGuiID item = ImGui::GetID("##text");
    const ImVec2 size(spec.box.width, spec.box.height);
    const bool changed =
        ImGui::InputTextMultiline("##text", &field.buffer, size, ImGuiInputTextFlags_NoHorizontalScroll) &&
        field.text.take_edit(field.buffer);
    if (field.buffer.empty() && !ImGui::IsItemActive()) draw_placeholder(spec);
    draw_margin(spec, field.buffer);

    const ImGuiStyle& style = ImGui::GetStyle();
    const float width = spec.box.width - 2 * style.FramePadding.x - style.ScrollbarSize - 2;
    if (!changed && width == field.wrapped_for) return false;
    const auto measure = [](std::string_view word) {
        return ImGui::GetFont()
            ->CalcTextSizeA(ImGui::GetFontSize(), FLT_MAX, 0, word.data(), word.data() + word.size())
            .x;
    };
    field.text.wrap(measure, width);
    field.wrapped_for = width;
    field.buffer = field.text.shown();
    show_breaks(item, field.buffer);
    return changed;
}

bool NativeTextFields::edit(const FieldSpec& spec, Field& field) {
    ImGui::SetCursorScreenPos(upper_left(spec.box));
    return spec.kind == FieldKind::prose ? edit_prose(spec, field) : edit_line(spec, field);
}

/// To where it was left, when the keyboard brings the focus; from then on it is followed. A line break that is only
/// shown takes the place of a space, so that offsets are the same in both texts.
void NativeTextFields::move_caret(std::uint32_t item, Field& field) {
    ImGuiInputTextState* state = ImGui::GetInputTextState(item);
    if (state == nullptr) return;
    const bool by_finger = ImGui::GetIO().MouseDown[ImGuiMouseButton_Left];
    if (!field.focused && !by_finger) {
        const auto at = [&](std::size_t offset) { return static_cast<int>(character_start(field.buffer, offset)); };
        state->ReloadUserBufAndKeepSelection();  // in the next frame, with these instead
        state->ReloadSelectionStart = at(field.caret.start);
        state->ReloadSelectionEnd = at(field.caret.end);
        return;
    }
    const auto [from, to] = std::minmax({state->GetSelectionStart(), state->GetSelectionEnd()});
    field.caret = {.start = static_cast<std::size_t>(from), .end = static_cast<std::size_t>(to)};
}

std::optional<CaretPlace> NativeTextFields::caret(SemanticId field) const {
    const auto found = fields_.find(field);
    return found == fields_.end() ? std::nullopt : std::optional(found->second.caret);
}

void NativeTextFields::insert(SemanticId field, std::size_t at, std::string_view text) {
    const auto found = fields_.find(field);
    if (found == fields_.end()) return;
    found->second.typed = text;
    found->second.typed_at = at;
    focus(field);
}

/// True if there was something. Of a field that is being edited Dear ImGui keeps what was before, for its undo.
bool NativeTextFields::take_typed(Field& field) {
    if (field.typed.empty()) return false;
    std::string words = field.text.words();
    const std::size_t at = character_start(words, field.typed_at);
    words.insert(at, field.typed);
    const std::size_t behind = at + field.typed.size();
    field.caret = {.start = behind, .end = behind, .scroll = field.caret.scroll};
    field.typed.clear();
    field.text.set(words);
    field.buffer = words;
    field.wrapped_for = 0;
    if (ImGuiInputTextState* state = ImGui::GetInputTextState(ImGui::GetID("##text")); state != nullptr) {
        state->ReloadUserBufAndKeepSelection();
        state->ReloadSelectionStart = state->ReloadSelectionEnd = static_cast<int>(behind);
    }
    return true;
}

NativeTextFields::~NativeTextFields() {
    forget_all();
}

void NativeTextFields::forget_all() {
    for (auto& [id, field] : fields_) forget(field);
    fields_.clear();
    wanted_ = focused_ = 0;
}

FieldState NativeTextFields::show(const FieldSpec& spec, std::string& value) {
    const auto [place, is_new] = fields_.try_emplace(spec.id);
    Field& field = place->second;
    if (is_new) field.caret = spec.begins_at;
    field.shown = true;
    if (!field.focused && field.text.words() != value) {  // while it has the focus, what the person typed is the truth
        field.text.set(value);
        field.buffer = value;
        field.wrapped_for = 0;
    }

    const LayoutKept kept;
    push_look(spec);
    ImGui::PushClipRect(upper_left(spec.clip), lower_right(spec.clip), true);
    ImGui::PushOverrideID(spec.id);
    if (wanted_ == spec.id) ImGui::SetKeyboardFocusHere();
    FieldState state;
    const bool typed = take_typed(field);
    state.changed = edit(spec, field) || typed;
    state.focused = ImGui::IsItemActive();
    state.submitted = spec.kind != FieldKind::prose && ImGui::IsItemDeactivated() && enter_was_pressed();
    if (state.focused && spec.kind == FieldKind::prose) move_caret(ImGui::GetID("##text"), field);
    ImGui::PopID();
    ImGui::PopClipRect();
    pop_look();

    if (state.focused) field.was_focused = true;
    if (field.was_focused) state.chosen = {.start = field.caret.start, .end = field.caret.end};
    if (state.focused) focused_ = spec.id;
    if (!state.focused && focused_ == spec.id) focused_ = 0;
    if (state.focused && wanted_ == spec.id) wanted_ = 0;
    field.focused = state.focused;
    if (state.changed) value = field.text.words();
    return state;
}

void NativeTextFields::end_frame() {
    std::erase_if(fields_, [this](auto& item) {
        const bool gone = !item.second.shown;
        item.second.shown = false;
        if (gone && focused_ == item.first) focused_ = 0;
        if (gone) forget(item.second);
        return gone;
    });
}

bool NativeTextFields::leave() {
    if (focused_ == 0) return false;
    ImGui::ClearActiveID();
    return true;
}

void NativeTextFields::forget(Field& field) {
    field.text.wipe_all();  // it may be a passcode
    wipe_text(field.buffer);
    wipe_text(field.typed);
}

}  // namespace daybook
