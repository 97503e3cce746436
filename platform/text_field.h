// Fields that are typed in: the platform's own, so that keyboard, dictation, undo and paste are the platform's too.
// Never written to by the app while somebody types in one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "platform/mirror.h"
#include "platform/surroundings.h"

namespace daybook {

/// The numbers are known to web/editors.ts.
enum class FieldKind : std::uint8_t { line = 0, prose = 1, search = 2, date = 3, passcode = 4, time = 5 };

/// Where the caret stands in a field, and how far the field's words are scrolled.
struct CaretPlace {
    std::size_t start = 0;  ///< of what is chosen, in bytes
    std::size_t end = 0;    ///< the same, if nothing is
    float scroll = 0;       ///< from the top
    bool operator==(const CaretPlace&) const = default;
};

/// Something that stands in the margin beside lines of prose, and scrolls with them. Seen, not read out: whoever
/// listens is told it elsewhere.
struct MarginNote {
    std::size_t from = 0;  ///< the byte of the value beside whose line it begins
    std::string text;      ///< a word or two, of one line
    bool operator==(const MarginNote&) const = default;
};

/// The margin at the left of a field of prose. The notes are in order, and of the value as it is in the first frame
/// in which they are these: what is typed after that moves them.
struct FieldMargin {
    float width = 0;  ///< left of the field's box; 0 for none
    float font_size = 13;
    std::span<const MarginNote> notes{};
};

/// Which words of a field of prose somebody has chosen, in bytes.
struct ChosenWords {
    std::size_t start = 0;
    std::size_t end = 0;  ///< the same, if nothing is chosen: then the caret stands there
    bool operator==(const ChosenWords&) const = default;
};

struct FieldSpec {
    SemanticId id = 0;  ///< of the text_box node in the mirror, which says where in the reading order it stands
    FieldKind kind = FieldKind::line;
    std::string_view label;
    std::string_view placeholder;
    std::string_view description;  ///< a hint, read out with the field
    std::string_view error;        ///< why what it holds will not do; empty if it will
    Box box;                       ///< where it is shown
    Box clip;                      ///< what of it may be seen (the scrolled panel it lies in)
    float font_size = 17;
    CaretPlace begins_at{};  ///< where the caret is to stand when the field appears; later it means nothing
    FieldMargin margin{};
    bool follows_caret = false;  ///< FieldState::chosen is wanted wherever the caret goes, at the cost of a frame
};

struct FieldState {
    bool changed = false;  ///< the person typed: `value` has it
    bool focused = false;
    bool submitted = false;  ///< Enter in a field of one line
    /// What somebody has chosen in it, as it was told last, and nothing before they have: that some words are, that
    /// none are any more, and with FieldSpec::follows_caret every place of the caret.
    ChosenWords chosen{};
};

class TextFields {
public:
    virtual ~TextFields() = default;
    /// Shows a field in this frame. A field that is not shown in a frame is gone after it.
    /// `value` goes in as the app has it and comes out as the person left it; if the app has changed it since the
    /// last frame, the field shows the new value, unless it has the focus.
    virtual FieldState show(const FieldSpec& spec, std::string& value) = 0;
    /// Puts the caret into a field that is shown in this frame or will be in the next.
    virtual void focus(SemanticId field) = 0;
    /// Types `text` into a field that is shown in this frame, before the byte `at` of its value, and puts the caret
    /// behind it. As if the person had typed it: show() says so in the next frame, and the field's own undo takes it
    /// back.
    virtual void insert(SemanticId field, std::size_t at, std::string_view text) = 0;
    /// Of a field that was shown in the frame before, or in this one; none of any other.
    [[nodiscard]] virtual std::optional<CaretPlace> caret(SemanticId field) const = 0;
};

}  // namespace daybook
