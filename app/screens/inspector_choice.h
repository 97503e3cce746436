// Whose an activity is, chosen among those of the inspection.
// Never asked where there is nobody else.
#pragma once

#include <optional>
#include <string>

#include "app/screens/screen.h"

namespace daybook {

/// `own` writes it, and is named first. The name that was pressed in this frame.
std::optional<std::string> inspector_choice(Ui& ui, const Notebook& book, const std::string& own,
                                            const std::string& chosen);

}  // namespace daybook
