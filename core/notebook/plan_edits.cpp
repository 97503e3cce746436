#include "core/notebook/plan_edits.h"

#include <algorithm>
#include <array>
#include <utility>

namespace daybook::edits {
namespace {

Change set(ItemId item, std::string_view field, Value value) {
    return SetField{item, std::string(field), std::move(value)};
}

Value reference(ItemId item) {
    return item.is_nil() ? Value(std::monostate{}) : Value(Bytes(item.bytes.begin(), item.bytes.end()));
}

constexpr std::array<std::pair<std::string_view, std::string Planned::*>, 5> planned_texts{
    {{words::planned_day, &Planned::day},
     {words::kind, &Planned::kind},
     {words::title, &Planned::title},
     {words::place, &Planned::place},
     {words::note, &Planned::note}}};
constexpr std::array<std::pair<std::string_view, int Planned::*>, 2> planned_minutes{
    {{words::planned_from, &Planned::from}, {words::planned_to, &Planned::to}}};
constexpr std::array<std::pair<std::string_view, std::vector<std::string> Planned::*>, 2> planned_sets{
    {{words::planned_inspectors, &Planned::inspectors}, {words::roles, &Planned::roles}}};
constexpr std::array<std::pair<std::string_view, std::string Contact::*>, 5> contact_texts{
    {{words::contact_name, &Contact::name},
     {words::contact_role, &Contact::role},
     {words::contact_telephone, &Contact::telephone},
     {words::contact_email, &Contact::email},
     {words::note, &Contact::note}}};
constexpr std::array<std::pair<std::string_view, std::string Inspection::*>, 5> inspection_texts{
    {{words::title, &Inspection::title},
     {words::authority, &Inspection::authority},
     {words::first_day, &Inspection::first_day},
     {words::last_day, &Inspection::last_day},
     {words::lead, &Inspection::lead}}};

/// Those that are there no more, then those that are new.
void correct_members(std::vector<Change>& changes, ItemId item, std::string_view field,
                     const std::vector<std::string>& before, const std::vector<std::string>& after) {
    for (const std::string& one : before) {
        if (!std::ranges::contains(after, one)) changes.push_back(SetMember{item, std::string(field), one, false});
    }
    for (const std::string& one : after) {
        if (!std::ranges::contains(before, one)) changes.push_back(SetMember{item, std::string(field), one, true});
    }
}

template <typename Fields, typename Of>
void correct_texts(std::vector<Change>& changes, ItemId item, const Fields& fields, const Of& before, const Of& after) {
    for (const auto& [field, member] : fields) {
        if (after.*member != before.*member) changes.push_back(set(item, field, after.*member));
    }
}

}  // namespace

std::vector<Change> add_planned(const Planned& planned) {
    std::vector<Change> changes{Create{planned.id, std::string(words::planned)}};
    Planned nothing;
    nothing.id = planned.id;
    nothing.from = -1;  // a session at midnight is said to be at midnight
    nothing.to = -1;
    for (Change& change : correct_planned(nothing, planned)) changes.push_back(std::move(change));
    return changes;
}

std::vector<Change> correct_planned(const Planned& before, const Planned& after) {
    std::vector<Change> changes;
    correct_texts(changes, before.id, planned_texts, before, after);
    for (const auto& [field, member] : planned_minutes) {
        if (after.*member != before.*member) changes.push_back(set(before.id, field, std::int64_t{after.*member}));
    }
    if (after.school != before.school) changes.push_back(set(before.id, words::of_school, reference(after.school)));
    for (const auto& [field, member] : planned_sets)
        correct_members(changes, before.id, field, before.*member, after.*member);
    return changes;
}

std::vector<Change> add_contact(const Contact& contact) {
    std::vector<Change> changes{Create{contact.id, std::string(words::contact)}};
    for (Change& change : correct_contact({.id = contact.id}, contact)) changes.push_back(std::move(change));
    return changes;
}

std::vector<Change> correct_contact(const Contact& before, const Contact& after) {
    std::vector<Change> changes;
    correct_texts(changes, before.id, contact_texts, before, after);
    return changes;
}

std::vector<Change> correct_inspection(InspectionId inspection, const Inspection& before, const Inspection& after) {
    std::vector<Change> changes;
    const ItemId root = Notebook::root(inspection);
    correct_texts(changes, root, inspection_texts, before, after);
    correct_members(changes, root, words::team, before.team, after.team);
    return changes;
}

}  // namespace daybook::edits
