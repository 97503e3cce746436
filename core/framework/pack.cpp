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

const ChecklistItem* Checklist::item(std::string_view wanted) const {
    return with_id(items, wanted);
}

const SchoolInspection* EvidenceForms::inspection(std::string_view wanted) const {
    return with_id(inspections, wanted);
}

const FocusedTalk* EvidenceForms::talk(std::string_view wanted) const {
    return with_id(talks, wanted);
}

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

const Checklist* Pack::checklist(std::string_view wanted) const {
    return with_id(checklists, wanted);
}

const Milestone* Pack::milestone(std::string_view wanted) const {
    return with_id(milestones, wanted);
}

const Deadline* Pack::deadline(std::string_view wanted) const {
    return with_id(deadlines, wanted);
}

const OtherMatter* Pack::other_matter(std::string_view wanted) const {
    return with_id(other_matters, wanted);
}

const Rule* Pack::rule(std::string_view wanted) const {
    return with_id(rules, wanted);
}

std::string_view Pack::short_name_of(std::string_view wanted) const {
    if (const Aspect* known = aspect(wanted)) return known->short_name;
    if (const OtherMatter* known = other_matter(wanted)) return known->short_name;
    return {};
}

const SurveyGroup* Pack::survey_group(std::string_view wanted) const {
    return with_id(survey_groups, wanted);
}

std::vector<const PromptSet*> Pack::prompt_sets_of(std::string_view kind) const {
    std::vector<const PromptSet*> found;
    for (const PromptSet& set : prompt_sets) {
        if (std::ranges::contains(set.kinds, kind)) found.push_back(&set);
    }
    return found;
}

std::vector<const MeetingRecord*> Pack::records_of(std::string_view kind) const {
    std::vector<const MeetingRecord*> found;
    for (const MeetingRecord& record : records) {
        if (std::ranges::contains(record.kinds, kind)) found.push_back(&record);
    }
    return found;
}

const SurveyQuestion* Pack::recorded_question(std::string_view wanted) const {
    for (const MeetingRecord& record : records) {
        const auto found = std::ranges::find(record.questions, wanted, &SurveyQuestion::id);
        if (found != record.questions.end()) return &*found;
    }
    return nullptr;
}

const std::string& choice_name(const SurveyQuestion* question, const std::string& choice) {
    if (question == nullptr) return choice;
    const auto found = std::ranges::find(question->choices, choice, &SurveyChoice::id);
    return found == question->choices.end() ? choice : found->name;
}

}  // namespace daybook
