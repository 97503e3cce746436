#include "core/notebook/school.h"

#include <algorithm>

#include "core/base/letters.h"
#include "core/crypto/primitives.h"

namespace daybook {
namespace {

bool is_digit(char one) {
    return one >= '0' && one <= '9';
}

/// Capitals do not count, nor do signs on letters.
bool is_any(std::string_view text, const std::vector<std::string>& wanted) {
    const std::string plain = plain_letters(text);
    return std::ranges::any_of(wanted, [&](const std::string& one) { return plain == plain_letters(one); });
}

bool takes_in(const SurveyGroup& group, const SchoolFacts& facts) {
    if (!group.ratings.empty() && !is_any(facts.rating, group.ratings)) return false;
    return group.types.empty() || is_of_type(facts, group.types);
}

}  // namespace

School school_from(const Item& item) {
    School school{.id = item.id,
                  .facts = {},
                  .grouped_by_hand = item.flag(words::school_groups_by_hand),
                  .groups_said = item.member_texts(words::school_groups),
                  .retired = item.is_retired(),
                  .author = item.created ? item.created->author : "",
                  .inspection = item.text_field(words::school_inspection),
                  .in_sample = item.flag(words::school_in_sample)};
    for (const auto& [field, fact] : school_fields) school.facts.*fact = item.text_field(field);
    return school;
}

ItemId school_id(InspectionId inspection, std::string_view urn) {
    Bytes said;
    append(said, as_bytes("daybook school 1"));
    append(said, inspection.bytes);
    append(said, as_bytes(urn));
    const Hash32 hash = blake2b_256(said);
    ItemId id;
    std::copy_n(hash.begin(), ItemId::size, id.bytes.begin());
    return id;
}

bool is_urn(std::string_view text) {
    return (text.size() == 5 || text.size() == 6) && std::ranges::all_of(text, is_digit);
}

bool is_of_type(const SchoolFacts& facts, const std::vector<std::string>& types) {
    const std::string plain = plain_letters(facts.type);
    return std::ranges::any_of(types, [&](const std::string& one) { return plain.starts_with(plain_letters(one)); });
}

std::vector<std::string> derived_groups(const Pack& pack, const SchoolFacts& facts) {
    std::vector<std::string> groups;
    for (const SurveyGroup& group : pack.survey_groups) {
        if (takes_in(group, facts)) groups.push_back(group.id);
    }
    return groups;
}

std::vector<std::string> groups_of(const Pack& pack, const School& school) {
    if (!school.grouped_by_hand) return derived_groups(pack, school.facts);
    std::vector<std::string> groups;
    for (const SurveyGroup& group : pack.survey_groups) {
        if (std::ranges::contains(school.groups_said, group.id)) groups.push_back(group.id);
    }
    return groups;
}

void Schools::put(School school) {
    const ItemId id = school.id;
    take_away(id);
    const School& kept = schools_.emplace(id, std::move(school)).first->second;
    by_name_.emplace(Key{plain_letters(kept.facts.name), id}, &kept);
    if (!kept.facts.urn.empty()) by_urn_.emplace(std::pair{kept.facts.urn, id}, &kept);
}

void Schools::take_away(ItemId id) {
    const auto found = schools_.find(id);
    if (found == schools_.end()) return;
    by_name_.erase(Key{plain_letters(found->second.facts.name), id});
    by_urn_.erase(std::pair{found->second.facts.urn, id});
    schools_.erase(found);
}

std::vector<const School*> Schools::all() const {
    std::vector<const School*> all;
    all.reserve(by_name_.size());
    for (const auto& [key, school] : by_name_) all.push_back(school);
    return all;
}

const School* Schools::find(ItemId id) const {
    const auto found = schools_.find(id);
    return found == schools_.end() ? nullptr : &found->second;
}

const School* Schools::with_urn(InspectionId inspection, std::string_view urn) const {
    if (urn.empty()) return nullptr;
    const std::string wanted(urn);
    if (const auto own = by_urn_.find({wanted, school_id(inspection, urn)}); own != by_urn_.end()) return own->second;
    const auto first = by_urn_.lower_bound({wanted, ItemId{}});
    return first == by_urn_.end() || first->first.first != wanted ? nullptr : first->second;
}

}  // namespace daybook
