#include "core/notebook/follow_up.h"

#include <algorithm>

#include "core/notebook/notebook.h"

namespace daybook {
namespace {

std::vector<FollowUp::Answer> answers_from(const Item& item) {
    std::vector<FollowUp::Answer> answers;
    const auto set = item.sets.find(std::string(words::follow_up_answers));
    if (set == item.sets.end()) return answers;
    for (const auto& [member, field] : set->second.members) {
        const Stamped& said = field.history.back();
        const bool* present = std::get_if<bool>(&said.value);
        const Bytes* bytes = std::get_if<Bytes>(&member);
        const auto entry = bytes == nullptr ? std::nullopt : ItemId::from_bytes(*bytes);
        if (present != nullptr && *present && entry) answers.push_back({*entry, said.author, said.written_at});
    }
    std::ranges::stable_sort(answers, {}, [](const FollowUp::Answer& one) { return one.at.at; });
    return answers;
}

/// One that was only begun has nothing to answer with.
bool can_answer(const Notebook& book, ItemId id) {
    const Entry* entry = book.entry(id);
    if (entry == nullptr || entry->retired) return false;
    const auto is_there = [](const auto* one) { return !one->retired; };
    return entry->words.find_first_not_of(" \n\r\t") != std::string::npos ||
           std::ranges::any_of(book.attachments_of(id), is_there) ||
           std::ranges::any_of(book.drawings().of(id), is_there);
}

}  // namespace

std::optional<FollowUp> follow_up_from(const Item& item) {
    if (!item.flag(words::follow_up)) return std::nullopt;
    FollowUp found{.owner = item.text_field(words::follow_up_owner), .answers = answers_from(item), .closed = {}};
    const std::string closed = item.text_field(words::follow_up_closed);
    if (!closed.empty()) {
        const Stamped& said = item.fields.at(std::string(words::follow_up_closed)).history.back();
        found.closed = FollowUp::Closed{closed, said.author, said.written_at};
    }
    return found;
}

std::vector<const FollowUp::Answer*> answers_of(const Notebook& book, const FollowUp& follow_up) {
    std::vector<const FollowUp::Answer*> found;
    for (const FollowUp::Answer& one : follow_up.answers) {
        if (can_answer(book, one.entry)) found.push_back(&one);
    }
    return found;
}

FollowUpState state_of(const Notebook& book, const FollowUp& follow_up) {
    if (!answers_of(book, follow_up).empty()) return FollowUpState::answered;
    return follow_up.closed ? FollowUpState::closed : FollowUpState::open;
}

std::vector<const Entry*> follow_ups(const Notebook& book) {
    std::vector<const Entry*> found;
    for (const Entry* entry : book.entries()) {
        if (entry->follow_up && !entry->retired) found.push_back(entry);
    }
    std::ranges::stable_partition(
        found, [&](const Entry* entry) { return state_of(book, *entry->follow_up) == FollowUpState::open; });
    return found;
}

std::size_t open_follow_ups(const Notebook& book) {
    return static_cast<std::size_t>(std::ranges::count_if(book.entries(), [&](const Entry* entry) {
        return entry->follow_up && !entry->retired && state_of(book, *entry->follow_up) == FollowUpState::open;
    }));
}

std::vector<const Entry*> answered_by(const Notebook& book, ItemId entry) {
    std::vector<const Entry*> asking;
    for (const Entry* one : book.entries()) {
        if (one->retired || !one->follow_up) continue;
        if (std::ranges::contains(one->follow_up->answers, entry, &FollowUp::Answer::entry)) asking.push_back(one);
    }
    return asking;
}

std::vector<std::string> possible_owners(const Notebook& book) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (!name.empty() && !std::ranges::contains(names, name)) names.push_back(name);
    };
    add(book.inspection().lead);
    for (const std::string& name : book.inspection().team) add(name);
    for (const Entry* entry : book.entries()) {
        if (entry->follow_up && !entry->retired) add(entry->follow_up->owner);
    }
    return names;
}

}  // namespace daybook
