// The sixty schools of Wexmoor, and which of them are inspected in the first week.
// Never a real one: the names are made up, and the numbers lie beyond those that the register has given out.
#pragma once

#include <string>
#include <vector>

#include "tests/data/sample/dice.h"

namespace daybook::sample_maker {

struct InventedSchool {
    std::string urn;
    std::string name;
    std::string type;
    std::string phase;
    std::string rating;      ///< may be empty
    std::string inspection;  ///< empty for most
    [[nodiscard]] bool is_academy() const {
        return type.starts_with("Academy") || type.starts_with("Free") || type.starts_with("Studio");
    }
    [[nodiscard]] bool is_good() const { return rating == "Good" || rating == "Outstanding"; }
    [[nodiscard]] bool is_weak() const { return !rating.empty() && !is_good(); }
};

[[nodiscard]] std::vector<InventedSchool> invented_schools(Dice& dice);

}  // namespace daybook::sample_maker
