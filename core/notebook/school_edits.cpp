#include "core/notebook/school_edits.h"

#include <algorithm>
#include <format>

#include "core/notebook/school_list.h"

namespace daybook::edits {

std::vector<Change> add_school(ItemId id, const SchoolFacts& facts) {
    std::vector<Change> changes{Create{id, std::string(words::school)}};
    for (const auto& [field, fact] : school_fields) {
        if (!(facts.*fact).empty()) changes.emplace_back(SetField{id, std::string(field), facts.*fact});
    }
    return changes;
}

Result<void> check_school(const Notebook& book, ItemId id, const SchoolFacts& facts) {
    if (facts.name.find_first_not_of(' ') == std::string::npos)
        return fail(Errc::invalid, "Say what the school is called.");
    for (const auto& [field, fact] : school_fields) {
        if ((facts.*fact).size() > SchoolListLimits::fact)
            return fail(Errc::invalid, std::format("Shorten what is longer than {} letters.", SchoolListLimits::fact));
    }
    if (facts.urn.empty()) return {};
    if (!is_urn(facts.urn)) {
        return fail(Errc::invalid, "A URN is a number of 5 or 6 digits. Leave it empty if you do not know it.");
    }
    const School* same = book.schools().with_urn(book.id(), facts.urn);
    if (same == nullptr || same->id == id) return {};
    return fail(Errc::invalid, same->retired ? "A school that was retired has this URN: bring that one back."
                                             : "Another school has this URN already.");
}

std::vector<Change> correct_school(const School& before, const SchoolFacts& facts) {
    std::vector<Change> changes;
    for (const auto& [field, fact] : school_fields) {
        if (facts.*fact != before.facts.*fact)
            changes.emplace_back(SetField{before.id, std::string(field), facts.*fact});
    }
    return changes;
}

std::vector<Change> set_school_group(const Pack& pack, const School& before, const std::string& group, bool present) {
    std::vector<Change> changes;
    const auto say = [&](const std::string& id, bool in) {
        if (std::ranges::contains(before.groups_said, id) != in)
            changes.emplace_back(SetMember{before.id, std::string(words::school_groups), id, in});
    };
    const auto now = groups_of(pack, before);
    for (const SurveyGroup& one : pack.survey_groups)
        say(one.id, one.id == group ? present : std::ranges::contains(now, one.id));
    if (!before.grouped_by_hand)
        changes.emplace_back(SetField{before.id, std::string(words::school_groups_by_hand), true});
    return changes;
}

std::vector<Change> group_as_derived(ItemId school) {
    return {SetField{school, std::string(words::school_groups_by_hand), false}};
}

}  // namespace daybook::edits
