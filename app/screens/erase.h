// Taking an inspection off this device for ever: what goes, what is elsewhere, and what nobody can promise.
// Never done by a slip: the authority's name is typed first.
#pragma once

#include <string>

#include "app/screens/screen.h"

namespace daybook {

struct EraseForm {
    InspectionId inspection;  ///< that it is about
    std::string typed;
    std::string complaint;  ///< why it was not erased
    bool busy = false;      ///< the engine was asked and has not answered
};

/// True if it is to be erased now.
bool erase_screen(Ui& ui, const View& view, EraseForm& form, Wishes wishes);

}  // namespace daybook
