// What can be asked in an activity of this kind; each question begins a paragraph.
// Never changes what is written otherwise: what it types, the field's own undo takes back.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "app/screens/entry_open.h"

namespace daybook {

/// The button that shows and hides them. Nothing where the pack has none for the activity.
void prompts_button(Ui& ui, const OpenEntry& open);
/// They, if they are to be shown.
void prompts(Ui& ui, const OpenEntry& open);

/// What is to be typed, and before which byte.
struct ParagraphBegun {
    std::size_t at = 0;
    std::string text;
};

/// Begins a paragraph with `beginning`: in the one of the byte `caret` if nothing is written there, else below it.
[[nodiscard]] ParagraphBegun begin_paragraph(std::string_view words, std::size_t caret, std::string_view beginning);

}  // namespace daybook
