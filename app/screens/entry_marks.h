// The marks of an entry or of some of its words: what they show, in confidence, aspects; and who is in the room.
// Never more than one tap each.
#pragma once

#include "app/marking.h"
#include "app/screens/screen.h"

namespace daybook {

/// What the marks go to, in words, and the choice between the entry and the paragraph.
void mark_scope(Ui& ui, const Marking& marking, const MarkTarget& target);
/// Strength, weakness, neutral, in confidence.
void polarity_marks(Ui& ui, const Marking& marking, const MarkTarget& target);
/// With a small heading for each reporting area where there is room for it.
enum class AspectHeadings { shown, spoken };
/// Whether somebody wants to look at it again; and beside it, what takes the last mark back and makes it again.
void come_back_mark(Ui& ui, const View& view, Draft& draft, Drafts& drafts, const Wishes& wishes);

void aspect_marks(Ui& ui, AspectHeadings headings, const Marking& marking, const MarkTarget& target);
void people_marks(Ui& ui, const View& view, const Activity& activity, Outbox& out);

}  // namespace daybook
