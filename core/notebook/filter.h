// Which entries some criteria leave, and how many each further value would.
// Never more than one pass over the notebook; who shows the result keeps it until notebook or criteria change.
#pragma once

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "core/notebook/criteria.h"
#include "core/notebook/notebook.h"

namespace daybook {

/// A value that some entry of the notebook has, or that is wanted.
struct FilterValue {
    std::string value;
    /// How many entries it would leave if it alone were wanted of its filter: all other filters, and the words, hold.
    std::size_t left = 0;
    bool operator==(const FilterValue&) const = default;
};

struct Filtered {
    std::vector<const Entry*> left;  ///< by creation, retired ones included; they look into the notebook
    std::array<std::vector<FilterValue>, all_filters.size()> values;  ///< each by value
    std::array<std::size_t, all_filters.size()> without{};            ///< how many would be left without this filter
    std::size_t without_words = 0;                                    ///< how many if words were not asked for

    [[nodiscard]] const std::vector<FilterValue>& of(Filter filter) const {
        return values[static_cast<std::size_t>(filter)];
    }
};

/// `with_words`: the entries in which the words stand that are asked for; null if none are.
[[nodiscard]] Filtered filtered(const Notebook& book, const Criteria& criteria,
                                const std::set<ItemId>* with_words = nullptr);

/// Whether an activity itself has what is wanted: never if something is wanted that only an entry can have.
[[nodiscard]] bool leaves(const Criteria& criteria, const Activity& activity);

/// "2015-09-14": the day on which its activity began, by the clock on the wall there; of an entry whose activity is not
/// held, that of its first words.
[[nodiscard]] std::string day_of(const Notebook& book, const Entry& entry);

}  // namespace daybook
