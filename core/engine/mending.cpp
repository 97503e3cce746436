// Where the two copies do not agree: which of them is right, as far as a key can tell, and what follows from it.
// Never gives up a row that opens, and never decides where both do or none does: then both are kept.
#include "core/engine/mending.h"

#include <algorithm>
#include <map>

#include "core/crypto/vault_file.h"
#include "core/engine/erasure.h"

namespace daybook {
namespace {

/// What the keys say of a row in its place, the worst first.
enum class Seal { broken, unknown, opens };

template <typename Opened>
Seal seal_of(const Result<Opened>& opened) {
    if (opened) return Seal::opens;
    return opened.error().code == Errc::not_found ? Seal::unknown : Seal::broken;
}

/// They have a sum of their own, and name the device.
Seal seal_of_keys(const Row& row) {
    const auto file = parse_vault_file(row.sealed);
    const bool is_here = file && file->device == row.place.device && row.place.inspection.is_nil();
    return is_here ? Seal::opens : Seal::broken;
}

Seal seal_of(const Vault& vault, const Row& row) {
    const RowPlace& place = row.place;
    const bool is_own = place.device == vault.device();
    switch (place.kind) {
        case RowKind::vault:
            return seal_of_keys(row);
        case RowKind::profile:
        case RowKind::settings:
            return is_own ? seal_of(vault.open_own(associated_data(place), row.sealed)) : Seal::unknown;
        case RowKind::data_key:
            if (!is_own) return Seal::unknown;
            return vault.opens_inspection(place.inspection, row.sealed) ? Seal::opens : Seal::broken;
        case RowKind::revision:
        case RowKind::outbox:
        case RowKind::attachment:
            return seal_of(vault.open_row(place.inspection, associated_data(place), row.sealed));
        case RowKind::erased:
            return seal_of(decode_erasure(row.sealed));
        case RowKind::recovery:
        case RowKind::quick_unlock:
        case RowKind::recovery_request:
            return Seal::unknown;  // sealed for somebody else
    }
    return Seal::unknown;
}

/// Whatever copy has them, and in whatever place: a key opens only what it is for.
Result<void> open_inspections(Store& store, Vault& vault, const std::vector<Row>& opinions,
                              const std::vector<Stray>& strays) {
    const auto open = [&](const RowPlace& place, ByteView sealed) {
        if (place.kind != RowKind::data_key || place.device != vault.device()) return;
        static_cast<void>(vault.open_inspection(place.inspection, sealed));
    };
    for (const Row& row : opinions) open(row.place, row.sealed);
    for (const Stray& stray : strays) {
        open(stray.in_database, stray.sealed);
        open(stray.in_second, stray.sealed);
    }
    return store.each_but_attachments([&](const Row& row) { open(row.place, row.sealed); });
}

/// All that claims one place; the database's is first.
void judge_place(const RowPlace& place, const Bytes& in_database, const std::vector<Bytes>& in_second,
                 const Vault& vault, Mending& mending) {
    std::vector<Bytes> claims{in_database};
    for (const Bytes& sealed : in_second) {
        if (std::ranges::find(claims, sealed) == claims.end()) claims.push_back(sealed);
    }
    const auto says = [&](Seal seal) {
        return [&, seal](const Bytes& sealed) { return seal_of(vault, {place, sealed}) == seal; };
    };
    const auto right = std::ranges::find_if(claims, says(Seal::opens));
    if (right == claims.end() || std::ranges::count_if(claims, says(Seal::broken)) + 1 != std::ssize(claims)) return;
    mending.settled.push_back(place);
    if (*right != in_database) {
        mending.damaged.push_back(place);
        mending.right.push_back({place, *right});
    }
    mending.second_is_damaged = mending.second_is_damaged ||
                                std::ranges::any_of(in_second, [&](const Bytes& sealed) { return sealed != *right; });
}

void judge_stray(const Stray& stray, const Vault& vault, Mending& mending) {
    const Seal here = seal_of(vault, {stray.in_database, stray.sealed});
    const Seal there = seal_of(vault, {stray.in_second, stray.sealed});
    if (here == there) return;
    mending.settled.push_back(stray.in_second);
    if (here > there) {
        mending.second_is_damaged = true;
        return;
    }
    mending.damaged.push_back(stray.in_database);
    mending.right.push_back({stray.in_second, stray.sealed});
}

}  // namespace

Result<Mending> judge(Store& store, Vault& vault, const std::vector<Row>& opinions, const std::vector<Stray>& strays) {
    if (auto opened = open_inspections(store, vault, opinions, strays); !opened) return pass_on(opened.error());
    Mending mending;
    std::map<RowPlace, std::vector<Bytes>> in_second;
    for (const Row& row : opinions) in_second[row.place].push_back(row.sealed);
    for (const auto& [place, claims] : in_second) {
        const auto in_database = store.find(place);
        if (!in_database) return pass_on(in_database.error());
        // What the database did not take yet is judged at another start.
        if (*in_database) judge_place(place, **in_database, claims, vault, mending);
    }
    for (const Stray& stray : strays) judge_stray(stray, vault, mending);
    return mending;
}

}  // namespace daybook
