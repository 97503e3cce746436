// What the entries of a notebook bear on, by their own marks and by those of their passages.
// Never what they prove: it counts.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>

#include "core/notebook/notebook.h"

namespace daybook {

/// Ids of aspects and other matters. A passage counts as long as it holds.
[[nodiscard]] std::set<std::string> bearings(const Notebook& book, const Entry& entry);

/// Whether it bears on nothing yet.
[[nodiscard]] bool bears_on_nothing(const Notebook& book, const Entry& entry);

/// How much of a notebook bears on one aspect. Retired entries do not count.
struct Bearing {
    std::size_t entries = 0;
    std::size_t strengths = 0;   ///< entries that are marked so, or have a passage that is and bears on it
    std::size_t weaknesses = 0;  ///< likewise
    std::size_t neutral = 0;     ///< likewise
};

/// By the ids of what is borne on; what nothing bears on is not there. One pass over the entries.
[[nodiscard]] std::map<std::string, Bearing> bearing_of_entries(const Notebook& book);

}  // namespace daybook
