#include "app/screens/find_desk.h"

#include <algorithm>
#include <tuple>

namespace daybook {
namespace {

/// The entries of this notebook that the answer names.
std::set<ItemId> with_words(const Notebook& book, const SearchResults& results) {
    std::set<ItemId> entries;
    const auto take = [&](InspectionId inspection, ItemId item) {
        if (inspection == book.id()) entries.insert(owner_of(book, item));
    };
    for (const SearchHit& hit : results.hits) take(hit.inspection, hit.item);
    for (const SearchMatch& match : results.more) take(match.inspection, match.item);
    return entries;
}

std::vector<FoundPlace> all_places(const SearchResults& results) {
    std::vector<FoundPlace> places;
    for (const SearchHit& hit : results.hits) places.push_back({hit.inspection, hit.item, places.size()});
    for (const SearchMatch& match : results.more) places.push_back({match.inspection, match.item, std::nullopt});
    return places;
}

void keep_what_is_left(Found& found, const Notebook& book, const Criteria& criteria) {
    if (criteria.empty()) return;
    std::set<ItemId> left;
    for (const Entry* entry : found.filtered.left) left.insert(entry->id);
    found.not_elsewhere =
        std::ranges::any_of(found.places, [&](const FoundPlace& place) { return place.inspection != book.id(); });
    std::erase_if(found.places, [&](const FoundPlace& place) {
        if (place.inspection != book.id()) return true;
        if (const Activity* activity = book.activity(place.item); activity != nullptr)
            return !leaves(criteria, *activity);
        return !left.contains(owner_of(book, place.item));
    });
}

/// The latest day first, and within it as the notebook goes: by activity.
std::vector<FoundDay> by_day(const Notebook& book, const std::vector<const Entry*>& entries) {
    struct Placed {
        std::string day;
        Instant started;
        const Entry* entry;
    };
    std::vector<Placed> placed;
    for (const Entry* entry : entries) {
        const Activity* activity = book.activity(entry->activity);
        placed.push_back({day_of(book, *entry), activity == nullptr ? entry->created.at : activity->started.at, entry});
    }
    std::ranges::stable_sort(placed, [](const Placed& one, const Placed& other) {
        return std::tie(other.day, one.started, one.entry->activity) <
               std::tie(one.day, other.started, other.entry->activity);
    });
    std::vector<FoundDay> days;
    for (const Placed& one : placed) {
        if (days.empty() || days.back().day != one.day) days.push_back({one.day, {}});
        days.back().entries.push_back(one.entry->id);
    }
    return days;
}

}  // namespace

ItemId owner_of(const Notebook& book, ItemId item) {
    if (const Attachment* photograph = book.attachment(item); photograph != nullptr) return photograph->of;
    if (const Drawing* drawing = book.drawings().find(item); drawing != nullptr) return drawing->of;
    return item;
}

void FindDesk::answered(const SearchResults& answer) {
    results = answer;
    found.from.reset();
}

void FindDesk::clear() {
    query.clear();
    criteria = {};
    naming.reset();
}

void bring_up_to_date(FindDesk& desk, const Notebook& book) {
    const SearchResults* answer = desk.asks_for_words() && desk.results ? &*desk.results : nullptr;
    const Found::From from{book.id(), book.version(), answer == nullptr ? 0 : answer->number, desk.criteria};
    if (desk.found.from == from) return;
    Found found{.from = from, .filtered = {}, .places = {}, .days = {}, .entries = 0, .not_elsewhere = false};
    if (answer != nullptr) {
        const std::set<ItemId> entries = with_words(book, *answer);
        found.filtered = filtered(book, desk.criteria, &entries);
        found.places = all_places(*answer);
        keep_what_is_left(found, book, desk.criteria);
    } else {
        found.filtered = filtered(book, desk.criteria);
        if (!desk.criteria.empty()) found.days = by_day(book, found.filtered.left);
        found.entries = found.filtered.left.size();
    }
    found.filtered.left.clear();
    desk.found = std::move(found);
}

}  // namespace daybook
