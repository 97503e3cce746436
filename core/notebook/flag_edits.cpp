#include "core/notebook/flag_edits.h"

#include <array>
#include <utility>

namespace daybook::edits {
namespace {

Change set(ItemId item, std::string_view field, Value value) {
    return SetField{item, std::string(field), std::move(value)};
}

Bytes bytes_of(ItemId id) {
    return {id.bytes.begin(), id.bytes.end()};
}

constexpr std::array<std::pair<std::string_view, std::string Declaration::*>, 4> declaration_fields{
    {{words::declared_by, &Declaration::who},
     {words::declared, &Declaration::what},
     {words::declared_day, &Declaration::day},
     {words::declared_decided, &Declaration::decided}}};

}  // namespace

Change first_impact(ItemId entry, std::string words) {
    return Splice{entry, std::string(words::impact), {}, 0, 0, std::move(words)};
}

std::vector<Change> set_emerging(ItemId entry, bool emerging) {
    return {set(entry, words::emerging, emerging)};
}

std::vector<Change> set_follow_up(ItemId entry, bool follow_up) {
    return {set(entry, words::follow_up, follow_up)};
}

std::vector<Change> set_follow_up_owner(ItemId entry, std::string owner) {
    return {set(entry, words::follow_up_owner, std::move(owner))};
}

std::vector<Change> set_answer(ItemId entry, ItemId answer, bool answers) {
    return {SetMember{entry, std::string(words::follow_up_answers), bytes_of(answer), answers}};
}

std::vector<Change> close_follow_up(ItemId entry, std::string why) {
    return {set(entry, words::follow_up_closed, std::move(why))};
}

std::vector<Change> set_disclosure(ItemId entry, std::string_view disclosure) {
    return {set(entry, words::disclosure, std::string(disclosure))};
}

std::vector<Change> set_serious_concern(ItemId entry, bool serious_concern) {
    return {set(entry, words::serious_concern, serious_concern)};
}

std::vector<Change> record_passed_on(const PassedOn& record) {
    return {Create{record.id, std::string(words::passing_on)},
            set(record.id, words::of_item, bytes_of(record.entry)),
            set(record.id, words::passed_about, record.about),
            set(record.id, words::passed_to, record.to),
            set(record.id, words::passed_by, record.by),
            set(record.id, words::passed_at, record.at.at.unix_ms),
            set(record.id, words::passed_offset, std::int64_t{record.at.utc_offset_minutes}),
            set(record.id, words::passed_words, record.words)};
}

std::vector<Change> add_declaration(const Declaration& declaration) {
    std::vector<Change> changes{Create{declaration.id, std::string(words::declaration)}};
    for (const auto& [field, member] : declaration_fields)
        changes.push_back(set(declaration.id, field, declaration.*member));
    return changes;
}

std::vector<Change> correct_declaration(const Declaration& before, const Declaration& after) {
    std::vector<Change> changes;
    for (const auto& [field, member] : declaration_fields) {
        if (after.*member != before.*member) changes.push_back(set(before.id, field, after.*member));
    }
    return changes;
}

}  // namespace daybook::edits
