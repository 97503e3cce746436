// The engine's inside: what the handlers of commands share. engine.cpp has those for words, engine_keys.cpp those for
// what opens the notebook.
// Never included by anything else.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/engine/durability.h"
#include "core/engine/engine.h"
#include "core/engine/eraser.h"
#include "core/engine/opening.h"
#include "core/engine/search.h"
#include "core/engine/session.h"
#include "core/engine/slow_down.h"
#include "core/engine/store.h"
#include "core/engine/unlocking.h"

namespace daybook {

inline constexpr std::string_view kept_words =
    "Your words are kept here and stay on the screen. Daybook keeps trying to save them.";

class Engine::Parts {
public:
    explicit Parts(EngineParts parts)
        : ports(std::move(parts)),
          durability(ports.journal,
                     {[this](std::uint64_t up_to) { ports.say(Durable{up_to, ports.now()}); },
                      [this](const Error& error) { ports.say(Failed{error.what, std::string(kept_words)}); },
                      [this] { eraser.settled(); }}),
          eraser(durability, ports.databases) {}

    void start(const std::vector<Bytes>& journal_batches, const std::vector<std::string>& findings,
               const WrongTries& kept);
    void journal_lost();

    void handle(FirstStart& command);
    void handle(Unlock& command);
    void handle(Lock&);
    void handle(CreateInspection& command);
    void handle(Edit& command);
    void handle(EditText& command);
    void handle(AddAttachment& command);
    void handle(ReadAttachment& command);
    void handle(Search& command);
    void handle(Export& command);
    void handle(Retry&) { durability.try_again(); }
    void handle(Idle&);
    void handle(TestStorage&);
    void handle(KeepPlace& command);
    void handle(EraseInspection& command);
    // engine_keys.cpp: what opens the notebook
    void handle(ChangePasscode& command);
    void handle(SetLockTimes& command);
    void handle(SetQuickUnlock& command);
    void handle(RemoveQuickUnlock&);
    void handle(UnlockQuick& command);
    void handle(BeginRecovery& command);
    void handle(FinishRecovery& command);

    void refuse(std::uint64_t number, const Error& error) {
        ports.say(Refused{number, static_cast<std::uint8_t>(error.code), error.what});
    }

    EngineParts ports;
    std::optional<Store> store;
    Durability durability;
    Eraser eraser;
    std::string read_only;  ///< why nothing may be written, in either copy; empty if it may
    Unlocking unlocking;
    PasscodeTries tries{[this](const WrongTries& wrong) {
        // A count that cannot be kept is counted until the program ends.
        if (store) static_cast<void>(store->set_wrong_tries(wrong));
        if (ports.keep_tries && copies() == Copies::one) ports.keep_tries(wrong);
    }};
    std::optional<Session> session;
    std::optional<WordIndex> index;
    bool started = false;
    /// Rows of the second copy that differ from what is first in their place: read where the first does not open.
    std::vector<Row> second_opinions;
    std::vector<Stray> strays;  ///< rows that each copy has in another place

private:
    [[nodiscard]] Copies copies() const;
    [[nodiscard]] Unlocked unlocked() const;
    [[nodiscard]] Status status(EngineState state, std::string words) const;
    [[nodiscard]] Status status_locked(std::string words) const;
    void mend(Vault& vault);
    Result<std::vector<Row>> all_rows();
    Result<void> count_pieces();
    Result<std::vector<Bytes>> find_piece(const RowPlace& place);
    Result<void> begin(Vault vault, std::string author);
    void touch_all();
    Result<void> admit(Vault vault, std::vector<Row> rows);
    Result<Vault> try_passcode(const std::string& passcode);
    void put_keys(std::vector<Row> rows, std::function<void()> then = {}, std::vector<RowPlace> outdated = {});
    void erase(const std::vector<RowPlace>& places);
    void finish(Result<Written> written, std::uint64_t number);
    bool is_unlocked(std::uint64_t number);
    bool is_locked();
};

}  // namespace daybook
