#include "core/engine/engine.h"

#include <algorithm>
#include <format>
#include <map>
#include <optional>

#include "core/engine/durability.h"
#include "core/engine/opening.h"
#include "core/engine/search.h"
#include "core/engine/session.h"
#include "core/engine/slow_down.h"
#include "core/engine/store.h"
#include "core/engine/unlocking.h"

namespace daybook {
namespace {

constexpr int most_hits = 200;

std::string_view kept_words = "Your words are kept here and stay on the screen. Daybook keeps trying to save them.";

void add_sentence(std::string& words, std::string_view sentence) {
    if (!words.empty()) words += ' ';
    words += sentence;
}

constexpr std::string_view no_notebook = "The notebook could not be opened.";

}  // namespace

class Engine::Parts {
public:
    explicit Parts(EngineParts parts)
        : ports(std::move(parts)),
          durability(ports.journal,
                     {[this](std::uint64_t up_to) { ports.say(Durable{up_to, ports.now()}); },
                      [this](const Error& error) { ports.say(Failed{error.what, std::string(kept_words)}); }}) {}

    void start(const std::vector<Bytes>& journal_batches);

    void handle(FirstStart& command);
    void handle(Unlock& command);
    void handle(Lock&);
    void handle(CreateInspection& command);
    void handle(Edit& command);
    void handle(EditText& command);
    void handle(Search& command);
    void handle(Export& command);
    void handle(Retry&) { durability.try_again(); }
    void handle(Idle&) {}
    void handle(ChangePasscode& command);
    void handle(SetLockTimes& command);
    void handle(SetQuickUnlock& command);
    void handle(RemoveQuickUnlock&);
    void handle(UnlockQuick& command);
    void handle(BeginRecovery& command);
    void handle(FinishRecovery& command);
    /// What is not made yet is refused.
    template <typename Other>
    void handle(Other&) {
        refuse(0, {Errc::unsupported, "Not yet."});
    }

    void refuse(std::uint64_t number, const Error& error) {
        ports.say(Refused{number, static_cast<std::uint8_t>(error.code), error.what});
    }

    EngineParts ports;
    std::optional<Store> store;
    Durability durability;
    Unlocking unlocking;
    PasscodeTries tries{[](const WrongTries&) {}};
    std::optional<Session> session;
    std::optional<WordIndex> index;
    bool started = false;
    /// Rows of the second copy that differ from what is first in their place: read where the first does not open.
    std::vector<Row> second_opinions;

private:
    [[nodiscard]] Status status(EngineState state, std::string words) const;
    [[nodiscard]] Status status_locked(std::string words) const;
    Result<std::vector<Row>> all_rows();
    Result<void> begin(Vault vault, std::string author);
    Result<void> admit(Vault vault, std::vector<Row> rows);
    Result<Vault> try_passcode(const std::string& passcode);
    void put_keys(std::vector<Row> rows, std::optional<Event> then, std::vector<RowPlace> outdated = {});
    void erase(const std::vector<RowPlace>& places);
    void finish(Result<Written> written, std::uint64_t number);
    bool is_unlocked(std::uint64_t number);
    bool is_locked();
};

void Engine::Parts::start(const std::vector<Bytes>& journal_batches) {
    auto opened = open_copies(ports.databases, journal_batches);
    if (!opened) return ports.say(Status{EngineState::unusable, opened.error().what});
    store = std::move(*opened->store);
    durability.use(*store);
    if (!opened->to_put_back.empty()) durability.put_back(std::move(opened->to_put_back));
    if (!opened->to_add.empty()) durability.put(std::move(opened->to_add), 0);
    second_opinions = std::move(opened->second_opinions);
    unlocking.learn(opened->device_rows);
    unlocking.learn(second_opinions);
    started = true;
    ports.say(status_locked(opened->words));
}

Status Engine::Parts::status(EngineState state, std::string words) const {
    const auto quick = unlocking.quick_lock();
    return {state, std::move(words), quick ? quick->credential : Bytes(), quick ? quick->salt : Bytes(),
            state != EngineState::unlocked && unlocking.awaits_recovery()};
}

Status Engine::Parts::status_locked(std::string words) const {
    if (!started) return status(EngineState::unusable, std::move(words));
    return status(unlocking.has_keys() ? EngineState::locked : EngineState::first_start, std::move(words));
}

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
    ports.say(session->unlocked());
    put_keys(std::move(rows), std::nullopt);
}

/// By place; where several stand in one, the database's is first. What the database did not take yet is among them:
/// without it, the next change would get a number that is taken.
Result<std::vector<Row>> Engine::Parts::all_rows() {
    std::vector<Row> rows;
    // Attachments are read when somebody looks at one: together they may be more than there is memory.
    const auto take = [&](Row row) {
        if (row.place.kind != RowKind::attachment) rows.push_back(std::move(row));
    };
    if (auto read = store->each(take); !read) return pass_on(read.error());
    durability.each_waiting([&](const Row& row) { rows.push_back(row); });
    rows.insert(rows.end(), second_opinions.begin(), second_opinions.end());
    std::ranges::stable_sort(rows, {}, &Row::place);
    return rows;
}

/// Opens the notebook with these keys, and says so.
Result<void> Engine::Parts::admit(Vault vault, std::vector<Row> rows) {
    std::ranges::stable_sort(rows, {}, &Row::place);
    if (auto begun = begin(std::move(vault), ""); !begun) return begun;
    std::vector<std::string> complaints;
    session->open(rows, complaints);
    for (const auto& [id, notebook] : session->notebooks()) {
        for (const auto& [item, content] : notebook->items().all()) index->touch(id, item);
    }
    std::string words;
    for (const std::string& complaint : complaints) add_sentence(words, complaint);
    ports.say(status(EngineState::unlocked, words));
    Unlocked unlocked = session->unlocked();
    unlocked.quick_unlock = unlocking.opens_quickly(unlocked.device);
    ports.say(std::move(unlocked));
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
    auto rows = all_rows();
    if (!rows) return refuse(0, rows.error());
    if (auto admitted = admit(std::move(*vault), std::move(*rows)); !admitted) return refuse(0, admitted.error());
    erase(unlocking.outdated());
    // Who knows the passcode needs no answer of the office's; whoever else has asked for one shall not get in by it.
    if (unlocking.awaits_recovery()) put_keys({unlocking.not_waiting_row()}, std::nullopt);
    if (!unlocking.opened_cheaply(ports.argon2)) return;
    auto row = unlocking.lock(session->vault(), command.passcode, ports.argon2, ports.random);
    if (row) put_keys({std::move(*row)}, std::nullopt);
}

void Engine::Parts::handle(UnlockQuick& command) {
    if (!is_locked()) return;
    auto vault = unlocking.open_quick(command.secret);
    if (!vault) return refuse(0, vault.error());
    auto rows = all_rows();
    if (!rows) return refuse(0, rows.error());
    if (auto admitted = admit(std::move(*vault), std::move(*rows)); !admitted) refuse(0, admitted.error());
}

void Engine::Parts::handle(Lock&) {
    durability.try_again();
    session.reset();
    index.reset();
    ports.say(status_locked(""));
}

bool Engine::Parts::is_unlocked(std::uint64_t number) {
    if (session) return true;
    refuse(number, {Errc::invalid, "The notebook is locked."});
    return false;
}

void Engine::Parts::finish(Result<Written> written, std::uint64_t number) {
    if (!written) return refuse(number, written.error());
    for (const Bytes& canonical : written->appended.revisions) {
        const auto revision = decode_revision(canonical);
        const auto item = revision ? item_of(revision->change) : std::nullopt;
        if (item) index->touch(written->appended.inspection, *item);
    }
    ports.say(std::move(written->appended));
    durability.put(std::move(written->rows), number);
}

void Engine::Parts::handle(CreateInspection& command) {
    if (is_unlocked(command.number)) finish(session->create_inspection(command, ports.now()), command.number);
}

void Engine::Parts::handle(Edit& command) {
    if (is_unlocked(command.number)) finish(session->edit(command, ports.now()), command.number);
}

void Engine::Parts::handle(EditText& command) {
    if (is_unlocked(command.number)) finish(session->edit_text(command, ports.now()), command.number);
}

void Engine::Parts::handle(Search& command) {
    if (!is_unlocked(command.number)) return;
    auto hits = index->find(command.query, session->notebooks(), most_hits);
    if (!hits) return ports.say(SearchResults{command.number, {}, hits.error().what});
    ports.say(SearchResults{command.number, std::move(*hits), ""});
}

void Engine::Parts::handle(Export& command) {
    if (!is_unlocked(0)) return;
    auto handed_over = session->export_bundle(command, ports.now(), ports.databases);
    if (!handed_over) return refuse(0, handed_over.error().while_doing("Making the bundle"));
    durability.put({std::move(handed_over->row)}, 0);
    ports.say(std::move(handed_over->exported));
}

// ---- Keys --------------------------------------------------------------------------------------------------------

/// Stores what opens the notebook. Once it is in both copies it holds: that is said, and what it replaces is erased.
void Engine::Parts::put_keys(std::vector<Row> rows, std::optional<Event> then, std::vector<RowPlace> outdated) {
    std::vector<RowPlace> places;
    for (const Row& row : rows) {
        unlocking.add(row);
        places.push_back(row.place);
    }
    durability.put(std::move(rows), 0,
                   [this, places, then = std::move(then), outdated = std::move(outdated)]() mutable {
                       for (const RowPlace& place : places) unlocking.settle(place);
                       if (then) ports.say(*then);
                       std::ranges::copy(unlocking.outdated(), std::back_inserter(outdated));
                       erase(outdated);
                   });
}

/// What stands in these places, and under lower numbers there, opens nothing from now on.
void Engine::Parts::erase(const std::vector<RowPlace>& places) {
    unlocking.forget(places);
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
    put_keys({std::move(*row)}, PasscodeChanged{});
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
    put_keys({std::move(*row)}, QuickUnlockChanged{true});
}

void Engine::Parts::handle(RemoveQuickUnlock&) {
    if (is_unlocked(0)) put_keys({unlocking.quick_off_row(session->vault().device())}, QuickUnlockChanged{false});
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
    put_keys({std::move(asked->row)}, RecoveryRequested{name, encode(asked->request)});
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
    put_keys(std::move(made), std::nullopt, std::move(outdated));
}

Engine::Engine(EngineParts parts) : inside_(std::make_unique<Parts>(std::move(parts))) {}

Engine::~Engine() = default;

void Engine::start(const std::vector<Bytes>& journal_batches) {
    inside_->start(journal_batches);
}

void Engine::handle(Command command) {
    std::visit([this](auto& one) { inside_->handle(one); }, command);
    // A passcode must not stay behind in memory that is given back.
    wipe_secrets(command);
}

void Engine::handle(ByteView message) {
    auto command = decode_command(message);
    if (!command) return inside_->refuse(0, command.error());
    handle(std::move(*command));
}

void Engine::journal_answered(std::uint64_t token, const Result<void>& stored) {
    inside_->durability.answered(token, stored);
}

}  // namespace daybook
