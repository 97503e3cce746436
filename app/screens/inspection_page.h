// The inspection itself: its facts, why the authority was selected, contacts, and the joining instructions (H9).
// Never a step of its work: those have places of their own, to which this leads.
#pragma once

#include <optional>
#include <string>

#include "app/screens/contacts.h"
#include "app/screens/new_inspection.h"
#include "app/screens/screen.h"
#include "platform/window.h"

namespace daybook {

struct InspectionPageDesk {
    InspectionId of{};                   ///< whose page this is
    std::optional<InspectionForm> form;  ///< while its facts are being changed
    ContactsDesk contacts{};
};

/// `author` is who makes the joining instructions.
void inspection_page_screen(Ui& ui, const View& view, InspectionPageDesk& desk, const std::string& author,
                            Window& window, Wishes wishes);

/// "Led by Rowan Tessel · Mon 14 Sep 2015 to Fri 18 Sep 2015", for the row that leads there.
[[nodiscard]] std::string inspection_page_words(const Words& say, const Notebook& book);

}  // namespace daybook
