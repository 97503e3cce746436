// The engine's handlers for what opens the notebook: passcodes, the platform's authenticator, the office's answer.
// Never counts a key as replaced before what replaces it is in both copies.
#include <algorithm>
#include <format>
#include <iterator>
#include <utility>

#include "core/engine/engine_parts.h"

namespace daybook {
namespace {

void add_sentence(std::string& words, std::string_view sentence) {
    if (!words.empty()) words += ' ';
    words += sentence;
}

constexpr std::string_view no_notebook = "The notebook could not be opened.";

}  // namespace

Result<void> Engine::Parts::begin(Vault vault, std::string author) {
    auto made = WordIndex::make(ports.databases);
    if (!made) return pass_on(made.error());
    index = std::move(*made);
    session.emplace(std::move(vault), std::move(author), ports.random);
    return {};
}

void Engine::Parts::handle(FirstStart& command) {
    if (!started) return refuse(0, {Errc::storage, std::string(no_notebook)});
    if (unlocking.has_keys()) return refuse(0, {Errc::invalid, "This device has its passcode already."});
    if (auto good = check_author(command.author); !good) return refuse(0, good.error());
    const auto device = new_id<DeviceId>(ports.random);
    auto created = Vault::create(command.passcode, ports.argon2, device, ports.random);
    if (!created) return refuse(0, created.error());
    auto& [vault, locked] = *created;
    const RowPlace profile{RowKind::profile, {}, device, 1};
    std::vector<Row> rows{{{RowKind::vault, {}, device, 1}, locked.stored},
                          {profile, vault.seal_own(associated_data(profile), as_bytes(command.author), ports.random)}};
    if (auto begun = begin(std::move(vault), command.author); !begun) return refuse(0, begun.error());
    ports.say(status(EngineState::unlocked, ""));
    ports.say(unlocked());
    put_keys(std::move(rows));
}

/// Opens the notebook with these keys, and says so.
Result<void> Engine::Parts::admit(Vault vault, std::vector<Row> rows) {
    std::ranges::stable_sort(rows, {}, &Row::place);
    if (auto begun = begin(std::move(vault), ""); !begun) return begun;
    std::vector<std::string> complaints;
    session->open(rows, complaints);
    if (auto counted = count_pieces(); !counted) {
        session.reset();
        index.reset();
        return counted;
    }
    if (!read_only.empty()) session->only_read(read_only);
    touch_all();
    std::string words;
    for (const std::string& complaint : complaints) add_sentence(words, complaint);
    ports.say(status(EngineState::unlocked, words));
    Unlocked event = unlocked();
    if (const auto sealed = store->kept_place()) event.place = session->open_place(*sealed);
    ports.say(std::move(event));
    durability.try_again();  // whoever begins anew with this hears what is not stored
    return {};
}

/// True if there is something to unlock and it is locked; else that is said.
bool Engine::Parts::is_locked() {
    if (started && unlocking.has_keys() && !session) return true;
    refuse(0, {Errc::invalid, session ? "The notebook is unlocked already." : "There is nothing to unlock yet."});
    return false;
}

Result<Vault> Engine::Parts::try_passcode(const std::string& passcode) {
    return tries.attempt(ports.now().at, [&] { return unlocking.open(passcode); });
}

void Engine::Parts::handle(Unlock& command) {
    if (!is_locked()) return;
    auto vault = try_passcode(command.passcode);
    if (!vault) return refuse(0, vault.error());
    mend(*vault);
    auto rows = all_rows();
    if (!rows) return refuse(0, rows.error());
    if (auto admitted = admit(std::move(*vault), std::move(*rows)); !admitted) return refuse(0, admitted.error());
    if (!read_only.empty()) return;
    erase(unlocking.outdated());
    // Who knows the passcode needs no answer of the office's; whoever else has asked for one shall not get in by it.
    if (unlocking.awaits_recovery()) put_keys({unlocking.not_waiting_row()});
    if (!unlocking.opened_cheaply(ports.argon2)) return;
    auto row = unlocking.lock(session->vault(), command.passcode, ports.argon2, ports.random);
    if (row) put_keys({std::move(*row)});
}

void Engine::Parts::handle(UnlockQuick& command) {
    if (!is_locked()) return;
    auto vault = unlocking.open_quick(command.secret);
    if (!vault) return refuse(0, vault.error());
    mend(*vault);
    auto rows = all_rows();
    if (!rows) return refuse(0, rows.error());
    if (auto admitted = admit(std::move(*vault), std::move(*rows)); !admitted) refuse(0, admitted.error());
}

/// Stores what opens the notebook. Once it is in both copies it holds: that is said, and what it replaces is erased.
void Engine::Parts::put_keys(std::vector<Row> rows, std::function<void()> then, std::vector<RowPlace> outdated) {
    std::vector<RowPlace> places;
    for (const Row& row : rows) {
        unlocking.add(row);
        places.push_back(row.place);
    }
    durability.put(std::move(rows), 0,
                   [this, places, then = std::move(then), outdated = std::move(outdated)]() mutable {
                       for (const RowPlace& place : places) unlocking.settle(place);
                       if (then) then();
                       std::ranges::copy(unlocking.outdated(), std::back_inserter(outdated));
                       erase(outdated);
                   });
}

/// What stands in these places, and under lower numbers there, opens nothing from now on.
void Engine::Parts::erase(const std::vector<RowPlace>& places) {
    if (places.empty() || !read_only.empty()) return;
    unlocking.forget(places);
    std::vector<ErasedPlace> erased;
    for (const RowPlace& place : places) erased.push_back({place.kind, place.inspection, place.device, place.number});
    eraser.erase(places.front().device, erased, {});
}

void Engine::Parts::handle(ChangePasscode& command) {
    if (!is_unlocked(0)) return;
    if (auto good = check_passcode(command.new_passcode); !good) return refuse(0, good.error());
    const auto opened = try_passcode(command.old_passcode);
    if (!opened) return refuse(0, opened.error());
    if (opened->device() != session->vault().device()) {
        return refuse(0, {Errc::wrong_key, "That is not the passcode that the notebook was opened with."});
    }
    auto row = unlocking.lock(session->vault(), command.new_passcode, ports.argon2, ports.random);
    if (!row) return refuse(0, row.error());
    put_keys({std::move(*row)}, [this] { ports.say(PasscodeChanged{}); });
}

void Engine::Parts::handle(SetLockTimes& command) {
    if (!is_unlocked(0)) return;
    Row row = session->set_lock_times(command.times);
    ports.say(LockTimesChanged{command.times});
    durability.put({std::move(row)}, 0);
}

void Engine::Parts::handle(SetQuickUnlock& command) {
    if (!is_unlocked(0)) return;
    auto row = unlocking.quick_row(session->vault(), command, ports.random);
    if (!row) return refuse(0, row.error());
    put_keys({std::move(*row)}, [this] { ports.say(QuickUnlockChanged{true}); });
}

void Engine::Parts::handle(RemoveQuickUnlock&) {
    if (!is_unlocked(0)) return;
    put_keys({unlocking.quick_off_row(session->vault().device())}, [this] { ports.say(QuickUnlockChanged{false}); });
}

void Engine::Parts::handle(BeginRecovery& command) {
    if (!is_locked()) return;
    if (auto good = check_author(command.author); !good) return refuse(0, good.error());
    const auto rows = all_rows();
    if (!rows) return refuse(0, rows.error());
    std::vector<Bytes> copies;
    for (const Row& row : *rows) {
        if (row.place.kind == RowKind::recovery) copies.push_back(row.sealed);
    }
    if (copies.empty()) {
        return refuse(0, {Errc::not_found,
                          "The office has no key to anything on this device, so that it cannot help. The notebook is "
                          "kept as it is, and opens with its passcode."});
    }
    auto asked = unlocking.ask(command, std::move(copies), ports.argon2, ports.random);
    if (!asked) return refuse(0, asked.error());
    const std::string name = std::format("daybook-recovery-{}.request", asked->request.device.hex().substr(0, 8));
    put_keys({std::move(asked->row)}, [this, requested = RecoveryRequested{name, encode(asked->request)}] {
        ports.say(requested);
        if (!session) ports.say(status_locked(""));  // from now on the office's answer is another way in
    });
}

void Engine::Parts::handle(FinishRecovery& command) {
    if (!is_locked()) return;
    auto waiting = tries.attempt(ports.now().at, [&] { return unlocking.open_waiting(command.passcode); });
    if (!waiting) return refuse(0, waiting.error());
    const auto keys = read_unlock_file(command.file, waiting->identity, waiting->vault.device());
    if (!keys) return refuse(0, keys.error());
    auto rows = all_rows();
    if (!rows) return refuse(0, rows.error());
    const std::vector<Row> adopted = adopt(waiting->vault, *keys, *rows, ports.random);
    if (adopted.empty()) {
        return refuse(0, {Errc::not_found,
                          "This unlock file opens nothing that is on this device. Nothing was changed; ask the office "
                          "for the file that answers this device."});
    }
    std::vector<RowPlace> outdated = replaced_by(adopted, waiting->vault.device(), *rows);
    std::vector<Row> made = std::move(waiting->rows);
    made.insert(made.end(), adopted.begin(), adopted.end());
    // Where nothing is left that the old keys alone open, their authenticator has no more to open either.
    if (!outdated.empty() && unlocking.quick_lock()) made.push_back(unlocking.quick_off_row(waiting->vault.device()));
    rows->insert(rows->end(), made.begin(), made.end());
    if (auto admitted = admit(std::move(waiting->vault), std::move(*rows)); !admitted) {
        return refuse(0, admitted.error());
    }
    put_keys(std::move(made), {}, std::move(outdated));
}

}  // namespace daybook
