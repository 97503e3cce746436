// The marks of an entry: what it shows, in confidence, its aspects, and who is in the room.
// Never more than one tap each.
#pragma once

#include "app/drafts.h"
#include "app/screens/screen.h"

namespace daybook {

/// Strength, weakness, neutral, in confidence.
void polarity_marks(Ui& ui, const View& view, Draft& draft, Drafts& drafts, Outbox& out);
/// With a small heading for each reporting area where there is room for it.
enum class AspectHeadings { shown, spoken };
/// Whether somebody wants to look at it again; and beside it, what takes the last mark back and makes it again.
void come_back_mark(Ui& ui, const View& view, Draft& draft, Drafts& drafts, const Wishes& wishes);

void aspect_marks(Ui& ui, const View& view, AspectHeadings headings, Draft& draft, Drafts& drafts, Outbox& out);
void people_marks(Ui& ui, const View& view, const Activity& activity, Outbox& out);

}  // namespace daybook
