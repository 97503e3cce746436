#include "core/engine/unlocking.h"

#include <algorithm>
#include <array>

#include "core/base/utf8.h"
#include "core/log/revision.h"

namespace daybook {
namespace {

std::uint64_t next_number(const std::vector<Row>& rows) {
    return rows.empty() ? 1 : rows.front().place.number + 1;
}

RowPlace profile_of(DeviceId device) {
    return {RowKind::profile, {}, device, 1};
}

bool is_at_or_before(const RowPlace& place, const RowPlace& last) {
    return place.kind == last.kind && place.inspection == last.inspection && place.device == last.device &&
           place.number <= last.number;
}

}  // namespace

Result<void> check_author(const std::string& author) {
    if (author.empty()) return fail(Errc::invalid, "Say who you are: your name stands by what you write.");
    if (!is_utf8(author)) return fail(Errc::invalid, "That name has characters that cannot be stored.");
    if (author.size() > RevisionBounds::author)
        return fail(Errc::invalid, "That name is too long. Give a shorter one.");
    return {};
}

std::vector<Row>* Unlocking::list_of(RowKind kind) {
    switch (kind) {
        case RowKind::vault:
            return &vaults_;
        case RowKind::quick_unlock:
            return &quick_locks_;
        case RowKind::recovery_request:
            return &waits_;
        default:
            return nullptr;
    }
}

void Unlocking::learn(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        if (std::vector<Row>* list = list_of(row.place.kind); list != nullptr) list->push_back(row);
    }
    for (std::vector<Row>* list : {&vaults_, &quick_locks_, &waits_}) {
        std::ranges::stable_sort(*list, std::greater(), [](const Row& row) { return row.place.number; });
    }
}

void Unlocking::add(const Row& row) {
    std::vector<Row>* list = list_of(row.place.kind);
    if (list == nullptr) return;
    list->insert(list->begin(), row);
    unsettled_.insert(row.place);
}

void Unlocking::settle(const RowPlace& place) {
    unsettled_.erase(place);
    const auto row = std::ranges::find(vaults_, place, &Row::place);
    // What was replaced may go only when it was these keys that it held.
    if (row != vaults_.end() && (!opened_ || opened_->place.device == place.device)) opened_ = *row;
}

// ---- The passcode ------------------------------------------------------------------------------------------------

Result<Vault> Unlocking::open(std::string_view passcode) {
    if (vaults_.empty()) return fail(Errc::invalid, "There is nothing to unlock yet.");
    std::set<DeviceId> not_these;
    std::optional<Error> error;
    for (const Row& row : vaults_) {
        const DeviceId device = row.place.device;
        if (not_these.contains(device)) continue;
        auto vault = Vault::unlock({device, row.sealed}, passcode);
        if (vault) {
            opened_ = row;
            return vault;
        }
        // Behind damaged keys stand those that they replaced, or the second copy's; behind sound ones nothing.
        const Errc code = vault.error().code;
        if (code != Errc::corrupt && !unsettled_.contains(row.place)) not_these.insert(device);
        if (!error || code == Errc::wrong_key) error = vault.error();
    }
    return pass_on(*error);
}

bool Unlocking::opened_cheaply(Argon2Cost today) const {
    if (!opened_) return false;
    const auto cost = cost_of({opened_->place.device, opened_->sealed});
    if (!cost) return false;
    const auto work = [](Argon2Cost one) { return std::uint64_t{one.passes} * one.memory_kib; };
    return cost->memory_kib < today.memory_kib || work(*cost) < work(today);
}

Result<Row> Unlocking::lock(const Vault& vault, std::string_view passcode, Argon2Cost cost,
                            const RandomSource& random) const {
    auto locked = vault.lock_with(passcode, cost, random);
    if (!locked) return pass_on(locked.error());
    return Row{{RowKind::vault, {}, vault.device(), next_number(vaults_)}, std::move(locked->stored)};
}

// ---- The authenticator -------------------------------------------------------------------------------------------

std::optional<QuickLock> Unlocking::quick_lock() const {
    for (const Row& row : quick_locks_) {
        if (row.place.number != quick_locks_.front().place.number) break;
        auto lock = decode_quick_lock(row.sealed);
        if (lock && !lock->is_off()) return std::move(*lock);
    }
    return std::nullopt;
}

bool Unlocking::opens_quickly(DeviceId device) const {
    return quick_lock() && quick_locks_.front().place.device == device;
}

Result<Vault> Unlocking::open_quick(ByteView secret) const {
    const auto key = SecretKey32::from(secret);
    if (!quick_lock()) return fail(Errc::not_found, "This device unlocks with the passcode only.");
    for (const Row& row : quick_locks_) {
        if (!key || row.place.number != quick_locks_.front().place.number) break;
        const auto lock = decode_quick_lock(row.sealed);
        if (!lock || lock->is_off()) continue;
        auto vault = Vault::unlock_with_secret(row.place.device, *key, quick_place(row.place, *lock), lock->sealed);
        if (vault) return vault;
    }
    return fail(Errc::wrong_key, "The device's own unlocking did not open this notebook. Type the passcode.");
}

Result<Row> Unlocking::quick_row(const Vault& vault, const SetQuickUnlock& wanted, const RandomSource& random) const {
    const auto key = SecretKey32::from(wanted.secret);
    if (!key || wanted.credential.empty() || wanted.salt.empty()) {
        return fail(Errc::invalid, "This device gave nothing to unlock with. The passcode still opens the notebook.");
    }
    const RowPlace place{RowKind::quick_unlock, {}, vault.device(), next_number(quick_locks_)};
    QuickLock lock{wanted.credential, wanted.salt, {}};
    lock.sealed = vault.lock_with_secret(*key, quick_place(place, lock), random);
    return Row{place, encode(lock)};
}

Row Unlocking::quick_off_row(DeviceId device) const {
    return {{RowKind::quick_unlock, {}, device, next_number(quick_locks_)}, encode(QuickLock{})};
}

// ---- The office --------------------------------------------------------------------------------------------------

std::optional<Unlocking::FoundWait> Unlocking::waiting() const {
    for (const Row& row : waits_) {
        if (row.place.number != waits_.front().place.number) break;
        auto wait = decode_recovery_wait(row.sealed);
        if (wait && !wait->is_over()) return FoundWait{row.place, std::move(*wait)};
    }
    return std::nullopt;
}

Result<Unlocking::Asked> Unlocking::ask(const BeginRecovery& command, std::vector<Bytes> copies, Argon2Cost cost,
                                        const RandomSource& random) const {
    const auto device = new_id<DeviceId>(random);
    auto made = Vault::create(command.passcode, cost, device, random);
    if (!made) return pass_on(made.error());
    auto& [vault, locked] = *made;
    const age::Identity identity = age::new_identity(random);
    const RowPlace place{RowKind::recovery_request, {}, device, next_number(waits_)};
    const RecoveryWait wait{
        .locked_vault = std::move(locked.stored),
        .sealed_author = vault.seal_own(associated_data(profile_of(device)), as_bytes(command.author), random),
        .sealed_identity = vault.seal_own(associated_data(place), identity.key.view(), random)};
    return Asked{{place, encode(wait)}, {device, age::recipient_of(identity), std::move(copies)}};
}

Result<Unlocking::Waiting> Unlocking::open_waiting(std::string_view passcode) const {
    const auto found = waiting();
    if (!found) {
        return fail(Errc::not_found, "This device does not wait for an unlock file. Ask the office for one first.");
    }
    const auto& [place, wait] = *found;
    auto vault = Vault::unlock({place.device, wait.locked_vault}, passcode);
    if (!vault && vault.error().code == Errc::wrong_key) {
        return fail(Errc::wrong_key, "That is not the new passcode that you chose when you asked the office.");
    }
    if (!vault) return pass_on(vault.error());
    const RowPlace profile = profile_of(place.device);
    const auto author = vault->open_own(associated_data(profile), wait.sealed_author);
    if (!author) return pass_on(author.error());
    auto secret = vault->open_own(associated_data(place), wait.sealed_identity);
    if (!secret) return pass_on(secret.error());
    auto key = SecretKey32::from(*secret);
    wipe(*secret);
    if (!key) return fail(Errc::corrupt, "The stored request to the office is damaged. Ask the office again.");
    std::vector<Row> rows{{{RowKind::vault, {}, place.device, next_number(vaults_)}, wait.locked_vault},
                          {profile, wait.sealed_author},
                          not_waiting_row()};
    return Waiting{std::move(*vault), std::string(as_text(*author)), {std::move(*key)}, std::move(rows)};
}

Row Unlocking::not_waiting_row() const {
    const DeviceId device = waits_.empty() ? DeviceId{} : waits_.front().place.device;
    return {{RowKind::recovery_request, {}, device, next_number(waits_)}, encode(RecoveryWait{})};
}

// ---- What is no longer needed ------------------------------------------------------------------------------------

std::vector<RowPlace> Unlocking::outdated() const {
    std::vector<RowPlace> places;
    const auto before = [&](const std::vector<Row>& rows, const RowPlace& newest, bool of_all_devices) {
        if (unsettled_.contains(newest)) return;
        std::set<DeviceId> named;
        for (const Row& row : rows) {
            const RowPlace& place = row.place;
            if (place.number >= newest.number || (!of_all_devices && place.device != newest.device)) continue;
            if (named.insert(place.device).second) places.push_back(place);
        }
    };
    // Keys that no passcode has opened since the start may be all that is left: only those that did outdate others.
    if (opened_) before(vaults_, opened_->place, false);
    for (const std::vector<Row>* rows : {&quick_locks_, &waits_}) {
        if (!rows->empty()) before(*rows, rows->front().place, true);
    }
    return places;
}

void Unlocking::forget(const std::vector<RowPlace>& places) {
    for (std::vector<Row>* list : {&vaults_, &quick_locks_, &waits_}) {
        std::erase_if(*list, [&](const Row& row) {
            return std::ranges::any_of(places, [&](const RowPlace& last) { return is_at_or_before(row.place, last); });
        });
    }
}

}  // namespace daybook
