// What can be gone to or done by its name: a list of offers, and which of them some words mean.
// Never does any of it, and never asks the engine: words deep in an entry are found on Find.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/orders.h"
#include "app/route.h"
#include "core/notebook/notebook.h"

namespace daybook {

struct Offer {
    enum class Kind : std::uint8_t { order, place, aspect, entry, school, view };
    Kind kind = Kind::order;
    std::string key;    ///< tells it from all others
    std::string title;  ///< what it is looked for by
    std::string about;  ///< counts less than the title
    Order order = Order::today;
    Place place = Place::today;
    std::string aspect;  ///< id in the pack
    bool is_on = false;  ///< of an aspect: the entry has it
    Spot spot;           ///< of an entry, and of a school
    ItemId view{};       ///< of a saved view
    std::string plain_title{};
    std::string plain_about{};
};

/// What some words mean, best first.
struct OffersFound {
    std::vector<std::size_t> best;  ///< places in the list of offers
    std::size_t more = 0;           ///< how many are meant besides these
};

inline constexpr std::size_t most_offers = 40;
inline constexpr std::size_t most_recent = 5;  ///< entries that are offered before anything is typed

/// Makes its words ready to be looked for.
[[nodiscard]] Offer ready(Offer offer);

/// All offers in which each of the words begins a word; capitals and the signs on letters do not count, nor does the
/// order of the words. What begins a title comes first, then what is in one; of equals the earlier. Without words:
/// everything but entries and schools, and the first few of the entries.
[[nodiscard]] OffersFound find_offers(const std::vector<Offer>& offers, std::string_view words);

}  // namespace daybook
