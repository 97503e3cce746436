// The two copies side by side, by the sealed bytes that stand in each place.
// Never opens a seal, and never decides which copy is right.
#include "core/engine/comparison.h"

#include <algorithm>
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

/// True if a row that only the database has is, byte for byte, one that it lacks in its place.
Result<bool> is_moved(Store& store, const Comparison& comparison, const std::vector<Bytes>& later) {
    std::set<ByteView, BytesBefore> missing;
    for (const RowView& row : comparison.only_second) missing.insert(row.sealed);
    if (missing.empty()) return false;
    for (const RowPlace& place : comparison.only_store) {
        const auto there = store.find(place);
        if (!there) return pass_on(there.error());
        if (*there && missing.contains(**there)) return true;
    }
    return std::ranges::any_of(later, [&](const Bytes& sealed) { return missing.contains(sealed); });
}

}  // namespace

Result<Comparison> compare(Store& store, SecondCopy& second) {
    Comparison comparison;
    if (auto found = find_tombstones(store, second, comparison); !found) return pass_on(found.error());
    for (auto& [place, held] : second.rows) held.in_database = false;
    std::vector<Bytes> later;
    std::vector<RowPlace> in_both;
    std::set<RowPlace> vaults;
    const auto note = [&](const RowView& row) {
        comparison.is_empty = false;
        if (row.place.kind == RowKind::vault) vaults.insert(row.place);
        if (row.place.inspection.is_nil()) comparison.device_rows.push_back(row.copy());
    };
    auto read = store.each(
        [&](const Row& row) {
            note({row.place, row.sealed});
            const auto twin = second.rows.find(row.place);
            if (twin == second.rows.end()) return comparison.only_store.push_back(row.place);
            twin->second.in_database = true;
            const RowView held{row.place, twin->second.sealed};
            if (!std::ranges::equal(held.sealed, row.sealed)) comparison.different.push_back(held.copy());
        },
        [&](ByteView sealed) { later.emplace_back(sealed.begin(), sealed.end()); });
    if (!read) return pass_on(read.error());
    for (const auto& [place, held] : second.rows) {
        if (held.in_database) {
            in_both.push_back(place);
            continue;
        }
        comparison.only_second.push_back({place, held.sealed});
        note(comparison.only_second.back());
    }
    const auto moved = is_moved(store, comparison, later);
    if (!moved) return pass_on(moved.error());
    if (*moved) {
        return fail(Errc::corrupt, "The database is damaged: changes stand in it where others belong.");
    }
    comparison.has_later = comparison.has_later || !later.empty() || store.state() == SchemaState::later;
    comparison.different.insert(comparison.different.end(), second.repeated.begin(), second.repeated.end());
    comparison.holds_keys = !vaults.empty();
    keep_last_keys(vaults, comparison);
    drop_erased(comparison.only_second, comparison);
    drop_erased(comparison.only_store, comparison);
    drop_erased(comparison.different, comparison);
    drop_erased(comparison.device_rows, comparison);
    comparison.erased_left = comparison.erased_left || std::ranges::any_of(in_both, [&](const RowPlace& place) {
                                 return covers(comparison.erased, place);
                             });
    return comparison;
}

}  // namespace daybook
