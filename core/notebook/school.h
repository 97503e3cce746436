// A school of the authority that is inspected: what a list or a person says of it, and which groups of the survey it
// is in. Never anything that neither has said.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/framework/pack.h"
#include "core/log/fold.h"

namespace daybook {

/// The words that schools have on disk. Never change one: old notebooks speak them.
namespace words {
inline constexpr std::string_view school = "school";
inline constexpr std::string_view school_urn = "urn";
inline constexpr std::string_view school_name = "name";
inline constexpr std::string_view school_type = "type";
inline constexpr std::string_view school_phase = "phase";
inline constexpr std::string_view school_rating = "rating";
inline constexpr std::string_view school_authority = "authority";
inline constexpr std::string_view school_groups_by_hand = "groups_by_hand";
inline constexpr std::string_view school_groups = "groups";
inline constexpr std::string_view school_inspection = "inspection";
inline constexpr std::string_view school_in_sample = "in_survey_sample";
}  // namespace words

struct SchoolFacts {
    std::string urn;  ///< its number in the public register, or empty
    std::string name;
    std::string type;       ///< "Academy converter", as the register says it
    std::string phase;      ///< "Primary"
    std::string rating;     ///< the last judgement: "Good"
    std::string authority;  ///< "Wexmoor"
    bool operator==(const SchoolFacts&) const = default;
};

/// Each fact with the field that it is kept in.
inline constexpr std::array<std::pair<std::string_view, std::string SchoolFacts::*>, 6> school_fields{
    {{words::school_urn, &SchoolFacts::urn},
     {words::school_name, &SchoolFacts::name},
     {words::school_type, &SchoolFacts::type},
     {words::school_phase, &SchoolFacts::phase},
     {words::school_rating, &SchoolFacts::rating},
     {words::school_authority, &SchoolFacts::authority}}};

struct School {
    ItemId id;
    SchoolFacts facts;
    bool grouped_by_hand = false;
    std::vector<std::string> groups_said;  ///< ids in the pack: what counts if `grouped_by_hand`
    bool retired = false;
    std::string author;        ///< who imported it or typed it in
    std::string inspection{};  ///< that is under way, by its id in the pack's evidence forms; empty: none
    bool in_sample = false;    ///< drawn for the telephone survey: see core/notebook/survey_sample.h
};

/// From an item of the kind words::school.
[[nodiscard]] School school_from(const Item& item);

/// The same for everybody who imports the school of this number into this inspection: so that it is one school.
[[nodiscard]] ItemId school_id(InspectionId inspection, std::string_view urn);

/// True of 5 or 6 digits.
[[nodiscard]] bool is_urn(std::string_view text);

/// Whether the school's type begins like one of these. Capitals do not count, nor do signs on letters.
[[nodiscard]] bool is_of_type(const SchoolFacts& facts, const std::vector<std::string>& types);

/// The groups that follow from type and last judgement, in the pack's order; a school can be in several, or in none.
[[nodiscard]] std::vector<std::string> derived_groups(const Pack& pack, const SchoolFacts& facts);
/// The groups that it is in: as somebody said by hand, else as they follow.
[[nodiscard]] std::vector<std::string> groups_of(const Pack& pack, const School& school);

class Schools {
public:
    void put(School school);
    void take_away(ItemId id);

    /// By name, retired ones included.
    [[nodiscard]] std::vector<const School*> all() const;
    [[nodiscard]] const School* find(ItemId id) const;
    /// One that says to have this number: where there are two, the one that everybody would have made of a list. None
    /// for an empty number.
    [[nodiscard]] const School* with_urn(InspectionId inspection, std::string_view urn) const;
    [[nodiscard]] std::size_t size() const { return schools_.size(); }

private:
    using Key = std::pair<std::string, ItemId>;  // the name in plain letters
    std::map<ItemId, School> schools_;
    std::map<Key, const School*> by_name_;
    std::map<std::pair<std::string, ItemId>, const School*> by_urn_;
};

}  // namespace daybook
