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

void drop_erased(std::vector<Row>& rows, Comparison& comparison) {
    const auto dropped = std::erase_if(rows, [&](const Row& row) { return covers(comparison.erased, row.place); });
    comparison.erased_left = comparison.erased_left || dropped > 0;
}

/// True if a row that only the database has is, byte for byte, one that it lacks in its place.
bool is_moved(const Comparison& comparison, const std::vector<Bytes>& later) {
    std::set<Bytes> missing;
    for (const Row& row : comparison.only_second) missing.insert(row.sealed);
    const auto is_missing = [&](const Bytes& sealed) { return missing.contains(sealed); };
    return std::ranges::any_of(comparison.only_store, is_missing, &Row::sealed) ||
           std::ranges::any_of(later, is_missing);
}

}  // namespace

Result<Comparison> compare(Store& store, SecondCopy& second) {
    Comparison comparison;
    if (auto found = find_tombstones(store, second, comparison); !found) return pass_on(found.error());
    for (auto& [place, held] : second.rows) held.in_database = false;
    std::vector<Bytes> later;
    std::vector<RowPlace> in_both;
    std::set<RowPlace> vaults;
    const auto note = [&](const Row& row) {
        comparison.is_empty = false;
        if (row.place.kind == RowKind::vault) vaults.insert(row.place);
        if (row.place.inspection.is_nil()) comparison.device_rows.push_back(row);
    };
    auto read = store.each(
        [&](Row row) {
            note(row);
            const auto twin = second.rows.find(row.place);
            if (twin == second.rows.end()) return comparison.only_store.push_back(std::move(row));
            twin->second.in_database = true;
            if (twin->second.sealed != row.sealed) comparison.different.push_back({row.place, twin->second.sealed});
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
    if (is_moved(comparison, later)) {
        return fail(Errc::corrupt, "The database is damaged: changes stand in it where others belong.");
    }
    comparison.has_later = comparison.has_later || !later.empty() || store.state() == SchemaState::later;
    comparison.different.insert(comparison.different.end(), second.repeated.begin(), second.repeated.end());
    comparison.holds_keys = !vaults.empty();
    keep_last_keys(vaults, comparison);
    for (auto* rows :
         {&comparison.only_second, &comparison.only_store, &comparison.different, &comparison.device_rows}) {
        drop_erased(*rows, comparison);
    }
    comparison.erased_left = comparison.erased_left || std::ranges::any_of(in_both, [&](const RowPlace& place) {
                                 return covers(comparison.erased, place);
                             });
    return comparison;
}

}  // namespace daybook
