#include "core/notebook/undo.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <set>
#include <string_view>

#include "core/notebook/edits.h"

namespace daybook {
namespace {

/// A field that can be set back, and what it is as long as nobody has set it.
struct UndoableField {
    std::string_view name;
    Value unset;
};

const std::array<UndoableField, 5>& undoable_fields() {
    static const std::array<UndoableField, 5> fields{
        {{words::polarity, std::string(edits::polarity_word(Polarity::unmarked))},
         {words::in_confidence, false},
         {words::come_back, false},
         {words::place, std::string()},
         {words::impact, std::string()}}};
    return fields;
}

std::optional<Value> value_of(const Item* item, std::string_view field) {
    if (field.starts_with(words::milestone)) {
        const Value* value = item == nullptr ? nullptr : item->field(field);
        return value == nullptr ? Value(std::string()) : *value;
    }
    const auto known = std::ranges::find(undoable_fields(), field, &UndoableField::name);
    if (known == undoable_fields().end()) return std::nullopt;
    const Value* value = item == nullptr ? nullptr : item->field(field);
    return value == nullptr ? known->unset : *value;
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

/// The passages that `changes` bring into being: without marks each is as good as never made.
std::set<ItemId> passages_made_by(const std::vector<Change>& changes) {
    std::set<ItemId> made;
    for (const Change& change : changes) {
        const auto* create = std::get_if<Create>(&change);
        if (create != nullptr && create->kind == words::passage) made.insert(create->item);
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
    Undoable found{.inspection = book.id(), .made = {}, .back = {}};
    const std::set<ItemId> passages = passages_made_by(changes);
    for (const Change& change : changes) {
        if (only_makes(passages, change)) continue;
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

}  // namespace daybook
