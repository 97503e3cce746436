// One school: what is known of it, the groups of the survey that it is in, and retiring it. Also one that is typed in.
// Never changes its number in the register: that tells which school it is.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "app/screens/screen.h"

namespace daybook {

/// What was typed of one school, and is not saved yet.
struct SchoolDraft {
    std::map<std::string, std::string, std::less<>> typed{};  ///< by the field's word
    std::string complaint{};
};

/// Drafts stay until they are saved, whatever else is looked at meanwhile.
struct SchoolDesk {
    std::map<ItemId, SchoolDraft> drafts{};
};

/// `school` need not be in the notebook yet: then it is typed in here.
void school_screen(Ui& ui, const View& view, ItemId school, SchoolDesk& desk, Wishes wishes);

}  // namespace daybook
