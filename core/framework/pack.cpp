#include "core/framework/pack.h"

#include <algorithm>

namespace daybook {
namespace {

template <typename Item>
const Item* with_id(const std::vector<Item>& items, std::string_view id) {
    const auto found = std::ranges::find(items, id, &Item::id);
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

const Aspect* Pack::aspect(std::string_view wanted) const {
    return with_id(aspects, wanted);
}

const PersonRole* Pack::role(std::string_view wanted) const {
    return with_id(roles, wanted);
}

const ActivityKind* Pack::activity_kind(std::string_view wanted) const {
    return with_id(activity_kinds, wanted);
}

const ReportingArea* Pack::area(std::string_view wanted) const {
    return with_id(areas, wanted);
}

const Milestone* Pack::milestone(std::string_view wanted) const {
    return with_id(milestones, wanted);
}

const Deadline* Pack::deadline(std::string_view wanted) const {
    return with_id(deadlines, wanted);
}

std::vector<const PromptSet*> Pack::prompt_sets_of(std::string_view kind) const {
    std::vector<const PromptSet*> found;
    for (const PromptSet& set : prompt_sets) {
        if (std::ranges::contains(set.kinds, kind)) found.push_back(&set);
    }
    return found;
}

}  // namespace daybook
