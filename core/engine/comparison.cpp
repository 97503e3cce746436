// The two copies side by side, by the sealed bytes that stand in each place.
// Never opens a seal, and never decides which copy is right.
#include "core/engine/comparison.h"

#include <algorithm>
#include <map>
#include <set>

namespace daybook {
namespace {

/// Takes in what a tombstone says; one that is damaged erases nothing.
void take_tombstone(ByteView tombstone, Comparison& comparison) {
    const auto places = decode_erasure(tombstone);
    if (!places && places.error().code == Errc::newer) comparison.has_later = true;
    if (!places) return;
    comparison.erased.insert(comparison.erased.end(), places->begin(), places->end());
}

Result<void> find_tombstones(Store& store, const SecondCopy& second, Comparison& comparison) {
    auto read = store.each_tombstone([&](const Row& row) { take_tombstone(row.sealed, comparison); });
    for (const auto& [place, held] : second.rows) {
        if (place.kind == RowKind::erased) take_tombstone(held.sealed, comparison);
    }
    return read;
}

/// An old passcode's keys are erased once newer ones stand; a tombstone alone must not lock anybody out.
void keep_last_keys(const std::set<RowPlace>& vaults, Comparison& comparison) {
    const auto stays = [&](const RowPlace& vault) { return !covers(comparison.erased, vault); };
    if (std::ranges::any_of(vaults, stays)) return;
    std::erase_if(comparison.erased, [](const ErasedPlace& erased) { return erased.kind == RowKind::vault; });
}

void drop_erased(auto& rows, Comparison& comparison) {
    constexpr auto place_of = [](const auto& row) -> const RowPlace& {
        if constexpr (requires { row.place; }) {
            return row.place;
        } else {
            return row;
        }
    };
    const auto dropped = std::erase_if(rows, [&](const auto& row) { return covers(comparison.erased, place_of(row)); });
    comparison.erased_left = comparison.erased_left || dropped > 0;
}

/// Sealed bytes, to be looked for wherever they lie.
struct BytesBefore {
    bool operator()(ByteView left, ByteView right) const { return std::ranges::lexicographical_compare(left, right); }
};

/// What is noted while both copies are read.
struct Found {
    std::vector<Bytes> later;  ///< of the database: what stands in rows of a kind that is not known
    std::set<Bytes> unknown;   ///< the same of the second copy, but for what the database knows
    std::vector<RowPlace> in_both;
    std::set<RowPlace> vaults;
};

Result<void> read_both(Store& store, SecondCopy& second, Comparison& comparison, Found& found) {
    const auto note = [&](const RowView& row) {
        comparison.is_empty = false;
        if (row.place.kind == RowKind::vault) found.vaults.insert(row.place);
        if (row.place.inspection.is_nil()) comparison.device_rows.push_back(row.copy());
    };
    const auto take = [&](const Row& row) {
        note({row.place, row.sealed});
        if (found.unknown.erase(row.sealed) > 0) comparison.second_misnames = true;
        const auto twin = second.rows.find(row.place);
        if (twin == second.rows.end()) return comparison.only_store.push_back(row.place);
        twin->second.in_database = true;
        const RowView held{row.place, twin->second.sealed};
        if (!std::ranges::equal(held.sealed, row.sealed)) comparison.different.push_back(held.copy());
    };
    const auto take_later = [&](ByteView sealed) { found.later.emplace_back(sealed.begin(), sealed.end()); };
    if (auto read = store.each(take, take_later); !read) return read;
    for (const auto& [place, held] : second.rows) {
        if (held.in_database) {
            found.in_both.push_back(place);
            continue;
        }
        comparison.only_second.push_back({place, held.sealed});
        note(comparison.only_second.back());
    }
    comparison.different.insert(comparison.different.end(), second.repeated.begin(), second.repeated.end());
    return {};
}

/// True if the database has, under a kind that is none, a row that it lacks in its place.
bool is_misnamed(const Comparison& comparison, const std::vector<Bytes>& later) {
    return std::ranges::any_of(comparison.only_second, [&](const RowView& row) {
        return std::ranges::any_of(later, [&](const Bytes& sealed) { return std::ranges::equal(sealed, row.sealed); });
    });
}

/// Sealed bytes are never the same twice. What lies in the open may be.
bool lies_open(RowKind kind) {
    return kind == RowKind::quick_unlock || kind == RowKind::erased || kind == RowKind::recovery_request;
}

/// True for what may stand in either place: where no seal tells, and it does no harm in both.
bool may_stand_in_both(const RowPlace& one, const RowPlace& other) {
    if (one.kind != other.kind) return lies_open(one.kind) && lies_open(other.kind);
    if (lies_open(one.kind) || one.kind == RowKind::recovery) return true;
    const bool is_key = one.kind == RowKind::vault || one.kind == RowKind::data_key;
    return is_key && one.inspection == other.inspection && one.device == other.device;
}

/// Rows that each copy has in another place: neither copy is given the other one's, before a key tells which is right.
Result<void> find_strays(Store& store, Comparison& comparison) {
    if (comparison.only_second.empty()) return {};
    std::map<ByteView, RowPlace, BytesBefore> in_second;
    for (const RowView& row : comparison.only_second) in_second.emplace(row.sealed, row.place);
    std::set<RowPlace> places;
    for (const RowPlace& place : comparison.only_store) {
        auto there = store.find(place);
        if (!there) return pass_on(there.error());
        if (!*there) continue;
        const auto twin = in_second.find(**there);
        if (twin == in_second.end() || may_stand_in_both(place, twin->second)) continue;
        comparison.strays.push_back({place, twin->second, std::move(**there)});
        places.insert({place, twin->second});
    }
    std::erase_if(comparison.only_store, [&](const RowPlace& place) { return places.contains(place); });
    std::erase_if(comparison.only_second, [&](const RowView& row) { return places.contains(row.place); });
    return {};
}

void leave_out_erased(const Found& found, Comparison& comparison) {
    keep_last_keys(found.vaults, comparison);
    drop_erased(comparison.only_second, comparison);
    drop_erased(comparison.only_store, comparison);
    drop_erased(comparison.different, comparison);
    drop_erased(comparison.device_rows, comparison);
    const auto is_erased = [&](const RowPlace& place) { return covers(comparison.erased, place); };
    const auto dropped = std::erase_if(comparison.strays, [&](const Stray& stray) {
        return is_erased(stray.in_database) || is_erased(stray.in_second);
    });
    comparison.erased_left = comparison.erased_left || dropped > 0 || std::ranges::any_of(found.in_both, is_erased);
}

}  // namespace

Result<Comparison> compare(Store& store, SecondCopy& second) {
    Comparison comparison;
    Found found;
    found.unknown.insert(second.later.begin(), second.later.end());
    if (auto read = find_tombstones(store, second, comparison); !read) return pass_on(read.error());
    for (auto& [place, held] : second.rows) held.in_database = false;
    if (auto read = read_both(store, second, comparison, found); !read) return pass_on(read.error());
    if (is_misnamed(comparison, found.later)) {
        return fail(Errc::corrupt, "The database is damaged: changes stand in it where others belong.");
    }
    if (auto looked = find_strays(store, comparison); !looked) return pass_on(looked.error());
    comparison.has_later = comparison.has_later || !found.later.empty() || !found.unknown.empty() || second.has_later ||
                           store.state() == SchemaState::later;
    comparison.holds_keys = !found.vaults.empty();
    leave_out_erased(found, comparison);
    return comparison;
}

}  // namespace daybook
