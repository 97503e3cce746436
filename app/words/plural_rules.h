// Which form of a text a number takes in a language: "1 entry", "2 entries", and up to six forms elsewhere.
// Never for fractions: nothing that is counted here comes in parts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace daybook {

/// CLDR's names; a table has a text's forms in this order.
enum class PluralForm : std::uint8_t { zero, one, two, few, many, other };
inline constexpr std::size_t plural_forms = 6;

[[nodiscard]] std::optional<PluralForm> plural_form(std::string_view name);

class PluralRules {
public:
    /// `rule` as CLDR writes it: "v = 0 and i % 10 = 2..4 and i % 100 != 12..14". Samples after an @ are passed over.
    /// Errc::corrupt if it is none. Source: Unicode Technical Standard 35, part 3, "Plural rules syntax".
    Result<void> add(PluralForm form, std::string_view rule);
    /// The first form whose rule fits; `other` if none does.
    [[nodiscard]] PluralForm form_of(std::uint64_t count) const;

    struct Relation {
        bool fraction = false;      ///< it asks for the fraction's digits, of which a whole number has none
        std::uint64_t modulus = 0;  ///< 0: of the number itself
        bool fits_within = true;    ///< false: it fits outside of the ranges
        std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;
    };

private:
    struct Rule {
        PluralForm form;
        std::vector<std::vector<Relation>> any_of_all;
    };
    std::vector<Rule> rules_;
};

}  // namespace daybook
