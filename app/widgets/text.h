// Words that stand by themselves: headings, paragraphs, notes.
// Never cut, on the screen or in the semantic tree.
#pragma once

#include <string_view>

#include "app/widgets/ui.h"

namespace daybook {

void heading(Ui& ui, std::string_view text, int level);
/// Wrapped words, in the palette's ink.
void paragraph(Ui& ui, std::string_view text);
/// Wrapped words that are beside the point, smaller.
void note(Ui& ui, std::string_view text);
/// A small heading of a group of chips or rows.
void caption(Ui& ui, std::string_view text);

}  // namespace daybook
