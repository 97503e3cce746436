// All schools that are inspected in the first week, each with its evidence forms at a glance, and the way to them.
// Never what a form says: that is the form's own screen.
#pragma once

#include <string>
#include <vector>

#include "app/screens/screen.h"
#include "app/widgets/badges.h"
#include "core/notebook/evidence_form.h"

namespace daybook {

void evidence_forms_screen(Ui& ui, const View& view, Wishes wishes);

/// "held", "held, missing: 1 theme, with whom", "not held yet".
[[nodiscard]] std::string form_progress_words(const Words& say, const Notebook& book, const School& school,
                                              const FocusedTalk& talk);
/// How far it is as a mark, which says `text` in the semantic tree.
[[nodiscard]] Badge form_badge(FormProgress::Sign sign, std::string_view text, const Palette& palette);

/// Whether there is anything to show.
[[nodiscard]] bool has_any_forms(const Notebook& book);
/// "3 of 9 forms complete", for the rows that lead there.
[[nodiscard]] std::string evidence_forms_words(const Words& say, const Notebook& book);
/// The same of one school.
[[nodiscard]] std::string evidence_forms_words(const Words& say, const Notebook& book, const School& school);

}  // namespace daybook
