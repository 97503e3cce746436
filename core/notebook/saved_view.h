// What is often looked for, kept under a name: words and filters.
// Never what they find: that is looked for anew each time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/log/fold.h"
#include "core/notebook/criteria.h"

namespace daybook {

/// The words that saved views have on disk. Never change one: old notebooks speak them. What is wanted of a filter is
/// the set called filter_word().
namespace words {
inline constexpr std::string_view view = "view";
inline constexpr std::string_view view_name = "name";
inline constexpr std::string_view view_query = "query";
}  // namespace words

struct SavedView {
    ItemId id;
    std::string name;
    std::string query;  ///< the words that are looked for, or nothing
    Criteria criteria;
    bool retired = false;
    std::string author;  ///< who saved it
    LocalTime saved;

    /// One without a name, or one that wants more than anybody can have chosen, is not offered.
    [[nodiscard]] bool can_be_used() const;
};

/// What a view may be at most.
struct SavedViewBounds {
    static constexpr std::size_t name = 80;     ///< bytes
    static constexpr std::size_t query = 400;   ///< bytes
    static constexpr std::size_t values = 200;  ///< of all filters together
};

/// From an item of the kind words::view.
[[nodiscard]] SavedView saved_view_from(const Item& item);

}  // namespace daybook
