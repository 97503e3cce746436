// Joining instructions for the team as a page that can be printed and handed on (H9): who, when, why, and what to do.
// Never a word that was said in confidence, nor anything that the page would have to fetch.
#pragma once

#include <string>
#include <string_view>

#include "core/notebook/notebook.h"

namespace daybook {

/// The pack's checklist of what they should hold: the notes that were written there are part of the page.
inline constexpr std::string_view joining_checklist = "joining-instructions";

/// The lines of enquiry that go onto the page: those that are open, without any of which a word is in confidence, or
/// in which something was disclosed. In the order of time.
[[nodiscard]] std::vector<const Entry*> lines_to_follow_up(const Notebook& book);

/// HTML in UTF-8, by itself: with its own style, without a script. `author` makes it at `now`.
[[nodiscard]] std::string joining_instructions(const Notebook& book, const std::string& author, LocalTime now);

}  // namespace daybook
