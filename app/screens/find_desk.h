// What is looked for on Find, and what was made of it: the rows that words and filters leave.
// Never made anew in each frame: only when the notebook, the answer to the words or a filter has changed.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/shelf.h"
#include "core/engine/protocol.h"
#include "core/notebook/filter.h"

namespace daybook {

/// Something that the words were found in.
struct FoundPlace {
    InspectionId inspection;
    ItemId item;
    std::optional<std::size_t> hit;  ///< its place among the hits; none: the words were found there, without an excerpt
};

struct FoundDay {
    std::string day;  ///< "2015-09-14"
    std::vector<ItemId> entries;
};

/// What the words and the filters leave.
struct Found {
    /// Of what it was made.
    struct From {
        InspectionId inspection;
        std::uint64_t version = 0;  ///< of the notebook
        std::uint64_t answer = 0;   ///< the number of the search; 0 for none
        Criteria criteria;
        bool operator==(const From&) const = default;
    };
    std::optional<From> from;
    Filtered filtered;               ///< without the entries: a notebook may change behind them
    std::vector<FoundPlace> places;  ///< where words were asked for
    std::vector<FoundDay> days;      ///< where only filters were, the latest first
    std::size_t entries = 0;         ///< how many entries those of `days` are
    bool not_elsewhere = false;      ///< something was found in another inspection, for which the filters are not
};

struct FindDesk {
    InspectionId of{};  ///< whose filters these are
    std::string query{};
    std::string asked{};       ///< what was asked for last
    std::uint64_t number = 0;  ///< of that search
    bool focus_wanted = true;  ///< the field is to get the caret
    std::optional<SearchResults> results{};

    Criteria criteria{};
    bool filters_open = false;
    std::set<Filter> in_full{};  ///< the filters all of whose values are shown
    Found found{};

    /// A view that is given a name.
    struct Naming {
        ItemId view{};  ///< nil: a new one
        std::string name{};
        std::string error{};
        bool focus_wanted = true;
    };
    std::optional<Naming> naming{};
    std::string deleted{};  ///< the name of the view that was deleted last

    [[nodiscard]] bool asks_for_words() const { return number != 0; }
    [[nodiscard]] bool asks_for_nothing() const { return number == 0 && criteria.empty(); }
    /// What was made of an earlier answer is good no more.
    void answered(const SearchResults& answer);
    /// Words and filters are gone.
    void clear();
};

/// Makes what is to be shown, unless it is what was made before.
void bring_up_to_date(FindDesk& desk, const Notebook& book);

/// What a photograph or a drawing belongs to; else the item itself.
[[nodiscard]] ItemId owner_of(const Notebook& book, ItemId item);

}  // namespace daybook
