#include "core/notebook/undo.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <set>
#include <span>
#include <string_view>

#include "core/notebook/edits.h"
#include "core/notebook/meeting_record.h"

namespace daybook {
namespace {

/// A field that can be set back, and what it is as long as nobody has set it.
struct UndoableField {
    std::string_view name;
    Value unset;
};

std::span<const UndoableField> undoable_fields() {
    static const auto fields =
        std::to_array<UndoableField>({{words::polarity, std::string(edits::polarity_word(Polarity::unmarked))},
                                      {words::in_confidence, false},
                                      {words::come_back, false},
                                      {words::reconstructed, false},
                                      {words::kind, std::string()},
                                      {words::started_at, std::int64_t{0}},
                                      {words::started_offset, std::int64_t{0}},
                                      {words::time_source, std::string()},
                                      {words::check_state, std::string()},
                                      {words::place, std::string()},
                                      {words::activity_inspector, std::string()},
                                      {words::of_school, std::monostate{}},
                                      {words::impact, std::string()},
                                      {words::school_urn, std::string()},
                                      {words::school_name, std::string()},
                                      {words::school_type, std::string()},
                                      {words::school_phase, std::string()},
                                      {words::school_rating, std::string()},
                                      {words::school_authority, std::string()},
                                      {words::school_groups_by_hand, false},
                                      {words::emerging, false},
                                      {words::follow_up, false},
                                      {words::follow_up_owner, std::string()},
                                      {words::follow_up_closed, std::string()},
                                      {words::disclosure, std::string()},
                                      {words::serious_concern, false},
                                      {words::declared_by, std::string()},
                                      {words::declared, std::string()},
                                      {words::declared_day, std::string()},
                                      {words::declared_decided, std::string()},
                                      {words::school_inspection, std::string()},
                                      {words::school_in_sample, false},
                                      {words::form_medium, std::string()},
                                      {words::survey_outcome, std::string()},
                                      {words::survey_call_back, std::monostate{}},
                                      {words::title, std::string()},
                                      {words::note, std::string()},
                                      {words::planned_from, std::monostate{}},
                                      {words::planned_to, std::monostate{}},
                                      {words::contact_role, std::string()},
                                      {words::contact_telephone, std::string()},
                                      {words::contact_email, std::string()},
                                      {words::first_day, std::string()},
                                      {words::last_day, std::string()},
                                      {words::lead, std::string()}});
    return fields;
}

/// What a field is as long as nobody has set it, if it can be set back to that.
std::optional<Value> unset(std::string_view field) {
    if (field.starts_with(words::milestone) || field.starts_with(words::set_aside)) return Value(std::string());
    if (field.starts_with(words::pause)) return Value(false);
    if (field.starts_with(words::survey_answer) || field.starts_with(words::recorded_choice))
        return Value(std::string());
    const auto known = std::ranges::find(undoable_fields(), field, &UndoableField::name);
    return known == undoable_fields().end() ? std::nullopt : std::optional(known->unset);
}

std::optional<Value> value_of(const Item* item, std::string_view field) {
    const Value* value = item == nullptr ? nullptr : item->field(field);
    if (field == words::ended_at) {
        // One end can be put back for another. What was stopped is not run on: it would count the time since.
        return value == nullptr ? std::nullopt : std::optional(*value);
    }
    const std::optional<Value> before = unset(field);
    return before && value != nullptr ? *value : before;
}

bool has_member(const Item* item, const SetMember& change) {
    if (item == nullptr) return false;
    const auto set = item->sets.find(change.field);
    return set != item->sets.end() && set->second.contains(change.member);
}

const Item* item_of(const Notebook& book, ItemId id) {
    return book.items().find(id);
}

/// What takes one change back, and the change that it is if it changes something.
struct Reversed {
    bool possible = false;
    std::optional<Change> back;  ///< nothing if the change changes nothing
};

Reversed reversed(const Notebook& book, const Change& change) {
    if (const auto* retire = std::get_if<Retire>(&change)) {
        const Item* item = item_of(book, retire->item);
        const bool before = item != nullptr && item->is_retired();
        if (before == retire->retired) return {.possible = true, .back = std::nullopt};
        return {.possible = true, .back = Retire{retire->item, before}};
    }
    if (const auto* set = std::get_if<SetField>(&change)) {
        const auto before = value_of(item_of(book, set->item), set->field);
        if (!before) return {};
        if (*before == set->value) return {.possible = true, .back = std::nullopt};
        return {.possible = true, .back = SetField{set->item, set->field, *before}};
    }
    if (const auto* member = std::get_if<SetMember>(&change)) {
        const bool before = has_member(item_of(book, member->item), *member);
        if (before == member->present) return {.possible = true, .back = std::nullopt};
        return {.possible = true, .back = SetMember{member->item, member->field, member->member, before}};
    }
    return {};
}

/// True if both say something of the same mark, value or item.
bool same_place(const Change& one, const Change& other) {
    if (one.index() != other.index()) return false;
    if (const auto* retire = std::get_if<Retire>(&one)) return retire->item == std::get<Retire>(other).item;
    if (const auto* set = std::get_if<SetField>(&one)) {
        const auto& of = std::get<SetField>(other);
        return set->item == of.item && set->field == of.field;
    }
    if (const auto* member = std::get_if<SetMember>(&one)) {
        const auto& of = std::get<SetMember>(other);
        return member->item == of.item && member->field == of.field && member->member == of.member;
    }
    return false;
}

/// As above, where the last of `on_the_way` at the same place says how things stood before `change`.
Reversed reversed_after(const Notebook& book, const std::vector<Change>& on_the_way, const Change& change) {
    const auto latest = std::ranges::find_if(on_the_way | std::views::reverse,
                                             [&](const Change& one) { return same_place(one, change); });
    const Reversed now = reversed(book, change);
    if (latest == on_the_way.rend() || !now.possible) return now;
    if (*latest == change) return {.possible = true, .back = std::nullopt};
    return {.possible = true, .back = *latest};
}

/// The stroke that `changes` draw, and nothing besides.
std::optional<ItemId> stroke_drawn_by(const std::vector<Change>& changes) {
    const auto* create = changes.empty() ? nullptr : std::get_if<Create>(&changes.front());
    if (create == nullptr || create->kind != words::stroke) return std::nullopt;
    const bool nothing_besides = std::ranges::all_of(changes | std::views::drop(1), [&](const Change& change) {
        const auto* set = std::get_if<SetField>(&change);
        return set != nullptr && set->item == create->item;
    });
    return nothing_besides ? std::optional(create->item) : std::nullopt;
}

/// Those of this kind that `changes` bring into being.
std::set<ItemId> made_by(const std::vector<Change>& changes, std::string_view kind) {
    std::set<ItemId> made;
    for (const Change& change : changes) {
        const auto* create = std::get_if<Create>(&change);
        if (create != nullptr && create->kind == kind) made.insert(create->item);
    }
    return made;
}

/// It says that a passage is there, or of which words: no mark of it.
bool only_makes(const std::set<ItemId>& passages, const Change& change) {
    if (const auto* create = std::get_if<Create>(&change)) return passages.contains(create->item);
    const auto* set = std::get_if<SetField>(&change);
    return set != nullptr && passages.contains(set->item) &&
           (set->field == words::of_item || set->field == words::anchor);
}

/// Those that are taken back by being retired.
std::set<ItemId> retirable_made_by(const std::vector<Change>& changes) {
    std::set<ItemId> made;
    for (const std::string_view kind :
         {words::school, words::view, words::passing_on, words::declaration, words::planned, words::contact})
        made.merge(made_by(changes, kind));
    return made;
}

/// It says something of one that was not there before it.
bool is_of(const std::set<ItemId>& made, const Change& change) {
    const auto item = item_of(change);
    return item && made.contains(*item);
}

const Text* text_of(const Notebook& book, ItemId id, std::string_view field) {
    const Item* item = item_of(book, id);
    return item == nullptr ? nullptr : item->text(field);
}

/// The words that `changes` put, and nothing besides.
std::optional<WordsPut> words_put_by(const Notebook& book, const std::vector<Change>& changes,
                                     const std::vector<Change>& on_the_way) {
    const auto* splice = changes.size() == 1 ? std::get_if<Splice>(&changes.front()) : nullptr;
    if (splice == nullptr) return std::nullopt;
    const bool writing = std::ranges::any_of(on_the_way, [&](const Change& one) {
        const auto* other = std::get_if<Splice>(&one);
        return other != nullptr && other->item == splice->item && other->field == splice->field;
    });
    const Text* text = text_of(book, splice->item, splice->field);
    if (writing || text == nullptr || text->heads().size() != 1) return std::nullopt;
    const TextVersion& head = text->heads().front();
    const bool fits = splice->at <= head.text.size() && splice->erased <= head.text.size() - splice->at;
    if (!fits || splice->bases != std::vector{head.ref}) return std::nullopt;
    std::string after = head.text;
    after.replace(static_cast<std::size_t>(splice->at), static_cast<std::size_t>(splice->erased), splice->inserted);
    if (after == head.text) return std::nullopt;
    return WordsPut{splice->item, splice->field, head.text, std::move(after)};
}

bool stands(const Notebook& book, const Change& change) {
    const Reversed now = reversed(book, change);
    return now.possible && !now.back;
}

}  // namespace

std::optional<Undoable> undoable(const Notebook& book, const std::vector<Change>& changes,
                                 const std::vector<Change>& on_the_way) {
    if (const auto stroke = stroke_drawn_by(changes)) {
        return Undoable{.inspection = book.id(), .made = {Retire{*stroke, false}}, .back = {Retire{*stroke, true}}};
    }
    if (auto words = words_put_by(book, changes, on_the_way))
        return Undoable{.inspection = book.id(), .made = {}, .back = {}, .words = std::move(words)};
    Undoable found{.inspection = book.id(), .made = {}, .back = {}};
    // A passage without marks is as good as never made, and so is a school, a saved view, a record, a session that is
    // planned or a contact that is retired.
    const std::set<ItemId> passages = made_by(changes, words::passage);
    const std::set<ItemId> retirable = retirable_made_by(changes);
    for (const ItemId one : retirable) {
        found.made.emplace_back(Retire{one, false});
        found.back.emplace_back(Retire{one, true});
    }
    for (const Change& change : changes) {
        if (only_makes(passages, change) || is_of(retirable, change)) continue;
        const Reversed one = reversed_after(book, on_the_way, change);
        if (!one.possible) return std::nullopt;
        if (!one.back) continue;
        found.made.push_back(change);
        found.back.insert(found.back.begin(), *one.back);
    }
    if (found.made.empty()) return std::nullopt;
    return found;
}

bool stands(const Notebook& book, const std::vector<Change>& changes) {
    return std::ranges::all_of(changes, [&](const Change& change) { return stands(book, change); });
}

std::optional<Change> taken_back(const Notebook& book, const WordsPut& words) {
    const Text* text = text_of(book, words.item, words.field);
    if (text == nullptr || text->heads().size() != 1 || text->words() != words.after) return std::nullopt;
    return edits::put_words(*text, words.item, words.field, words.before);
}

}  // namespace daybook
