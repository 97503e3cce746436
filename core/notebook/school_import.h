// What a list of schools changes in a notebook, and what is to be said of that before it does.
// Never changes anything itself, and takes no school away: one that the list does not have stays.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/log/revision.h"
#include "core/notebook/notebook.h"
#include "core/notebook/school_list.h"

namespace daybook {

/// What becomes of schools of the list that somebody has retired.
enum class RetiredSchools : std::uint8_t { stay, come_back };

struct SchoolImport {
    std::vector<Change> changes;  ///< that belong together
    std::size_t added = 0;
    std::size_t changed = 0;  ///< a fact of them is another one
    std::size_t as_they_were = 0;
    std::size_t retired = 0;                   ///< in the list, and retired in the notebook: counted nowhere else
    std::vector<const School*> missing{};      ///< with a number, neither retired nor in the list: they stay
    std::vector<const School*> closed_here{};  ///< the list says that they are closed: they stay
};

/// A fact that the list does not say stays as it is; so do groups that were said by hand. The same list again changes
/// nothing. Both are to outlive the result.
[[nodiscard]] SchoolImport import_schools(const Notebook& book, const SchoolList& list,
                                          RetiredSchools retired = RetiredSchools::stay);

}  // namespace daybook
