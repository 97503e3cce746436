// A field, and every entry in which its words stand.
// Never asks anybody but the engine, which searches what it has unlocked.
#pragma once

#include <optional>
#include <string>

#include "app/screens/screen.h"
#include "app/shelf.h"

namespace daybook {

struct FindDesk {
    std::string query;
    std::string asked;         ///< what was asked for last
    std::uint64_t number = 0;  ///< of that search
    bool focus_wanted = true;  ///< the field is to get the caret
    std::optional<SearchResults> results;
};

/// Gives the inspection that is to be put on the table, if what was chosen is in another one.
std::optional<InspectionId> find_screen(Ui& ui, const View& view, const Shelf& shelf, FindDesk& desk, Wishes wishes);

}  // namespace daybook
