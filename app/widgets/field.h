// What is typed in: a label, a frame, and the platform's own editor within it.
// Never draws the words: they are the editor's.
#pragma once

#include <string>
#include <string_view>

#include "app/widgets/ui.h"

namespace daybook {

struct FieldLook {
    std::string_view label;
    FieldKind kind = FieldKind::line;
    std::string_view placeholder{};
    std::string_view hint{};   ///< shown beneath
    std::string_view error{};  ///< shown instead of the hint
    std::string_view key{};    ///< where several fields here have the same label
    float height = 0;          ///< 0: of one line
    CaretPlace begins_at{};    ///< where the caret stands when the field appears
    FieldMargin margin{};      ///< within the frame
    bool follows_caret = false;
    enum class Label { above, hidden } label_shown = Label::above;
};

struct FieldTouch {
    SemanticId id = 0;
    FieldState state;
    Box box;
};

FieldTouch field(Ui& ui, const FieldLook& look, std::string& value);

}  // namespace daybook
