// What a meeting of its kind is to record beyond its entries, question by question.
// Never a form to be filled before one may go: what is missing is said, and can wait.
#pragma once

#include <string>

#include "app/drafts.h"
#include "app/screens/screen.h"

namespace daybook {

/// What the screen remembers while it is open.
struct MeetingRecordDesk {
    ItemId shown{};        ///< the activity that was shown in the frame before
    std::string typing{};  ///< the field that has the caret
};

/// "2 of 4 answered", or what is needed and missing; empty if nothing is asked of its kind, and nothing was recorded.
[[nodiscard]] std::string record_words(const Words& say, const Notebook& book, const Activity& activity);

/// Of the activity of the spot that one is at.
void meeting_record_screen(Ui& ui, const View& view, MeetingRecordDesk& desk, Drafts& drafts, Wishes wishes);

}  // namespace daybook
