// The evidence forms of one school: each talk on a form of its own, of which one is open at a time.
// Never words of one talk in another's form, and none of them in the school's own inspection.
#pragma once

#include <string>

#include "app/drafts.h"
#include "app/screens/screen.h"

namespace daybook {

/// What the screen remembers while it is open.
struct EvidenceFormDesk {
    ItemId shown{};        ///< the school that was shown in the frame before
    std::string talk{};    ///< whose form is open
    std::string typing{};  ///< the field of it that has the caret
};

void evidence_form_screen(Ui& ui, const View& view, EvidenceFormDesk& desk, Drafts& drafts, Wishes wishes);

}  // namespace daybook
