// The engine module's doors: what web/src/engine-host.ts calls, and the composition of the engine with its ports.
// Never keeps anything between calls but the Worker that the page's worker holds a pointer to.
#include <emscripten/emscripten.h>

#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "core/engine/engine.h"
#include "platform/clock.h"
#include "platform/entropy.h"
#include "platform/web/database.h"
#include "platform/web/engine_calls.h"
#include "platform/web/journal.h"

namespace daybook {
namespace {

/// Hands an event to the page: whole for the app, and in plain values what boot and the retries go by.
void say(const Event& event) {
    const Bytes message = encode(event);
    daybook_say(message.data(), message.size());
    if (const auto* status = std::get_if<Status>(&event)) {
        daybook_say_quick(status->quick_credential.data(), status->quick_credential.size(), status->quick_salt.data(),
                          status->quick_salt.size(), status->awaits_recovery);
        daybook_say_state(static_cast<int>(status->state), status->words.data(), status->words.size());
    } else if (const auto* refused = std::get_if<Refused>(&event)) {
        daybook_say_refused(refused->code, refused->words.data(), refused->words.size());
    } else if (std::holds_alternative<Failed>(event)) {
        daybook_say_failed();
    } else if (std::holds_alternative<Durable>(event)) {
        daybook_say_durable();
    } else if (const auto* unlocked = std::get_if<Unlocked>(&event)) {
        daybook_say_lock_times(unlocked->lock_times.hidden, unlocked->lock_times.idle);
    } else if (const auto* changed = std::get_if<LockTimesChanged>(&event)) {
        daybook_say_lock_times(changed->times.hidden, changed->times.idle);
    } else if (const auto* request = std::get_if<RecoveryRequested>(&event)) {
        daybook_say_recovery(request->file_name.data(), request->file_name.size(), request->file.data(),
                             request->file.size());
    }
}

struct Worker {
    WebDatabases databases;
    WebJournal journal;
    std::vector<Bytes> batches;  ///< the second copy as it was found, until the engine has it
    std::vector<std::string> findings;
    WrongTries tries;
    Engine engine{EngineParts{
        .databases = databases,
        .journal = journal,
        .random = fill_random,
        .now = local_now,
        .say = say,
        .argon2 = {},
        .keep_tries =
            [](const WrongTries& wrong) {
                daybook_keep_tries(static_cast<double>(wrong.count), static_cast<double>(wrong.last_unix_ms));
            },
    }};
};

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE Worker* daybook_engine_new() {
    return std::make_unique<Worker>().release();
}

/// Before the start, once for each batch of the second copy, oldest first.
EMSCRIPTEN_KEEPALIVE void daybook_engine_add_batch(Worker* worker, const std::uint8_t* batch, std::size_t size) {
    worker->batches.emplace_back(batch, batch + size);
}

/// Before the start, once for each sentence about what was noticed when the stores were opened.
EMSCRIPTEN_KEEPALIVE void daybook_engine_add_finding(Worker* worker, const char* words, std::size_t size) {
    worker->findings.emplace_back(words, size);
}

/// Before the start: what daybook_keep_tries was called with last.
EMSCRIPTEN_KEEPALIVE void daybook_engine_set_tries(Worker* worker, double count, double last) {
    worker->tries = {static_cast<std::uint64_t>(count), static_cast<std::int64_t>(last)};
}

EMSCRIPTEN_KEEPALIVE void daybook_engine_start(Worker* worker) {
    worker->engine.start(std::exchange(worker->batches, {}), std::exchange(worker->findings, {}), worker->tries);
}

/// Wipes every key and closes the database. Only when nothing is on its way to the second copy.
EMSCRIPTEN_KEEPALIVE void daybook_engine_end(Worker* worker) {
    const std::unique_ptr<Worker> ended(worker);
}

/// The browser has taken the second copy away. What is written from now on goes into a new one.
EMSCRIPTEN_KEEPALIVE void daybook_engine_journal_lost(Worker* worker) {
    worker->engine.journal_lost();
}

EMSCRIPTEN_KEEPALIVE void daybook_engine_handle(Worker* worker, const std::uint8_t* command, std::size_t size) {
    worker->engine.handle(ByteView{command, size});
}

EMSCRIPTEN_KEEPALIVE void daybook_engine_first_start(Worker* worker, const char* author, std::size_t author_size,
                                                     const char* passcode, std::size_t passcode_size) {
    worker->engine.handle(Command{
        FirstStart{.author = std::string(author, author_size), .passcode = std::string(passcode, passcode_size)}});
}

EMSCRIPTEN_KEEPALIVE void daybook_engine_unlock(Worker* worker, const char* passcode, std::size_t size) {
    worker->engine.handle(Command{Unlock{.passcode = std::string(passcode, size)}});
}

EMSCRIPTEN_KEEPALIVE void daybook_engine_unlock_quick(Worker* worker, const std::uint8_t* secret, std::size_t size) {
    worker->engine.handle(Command{UnlockQuick{.secret = Bytes(secret, secret + size)}});
}

EMSCRIPTEN_KEEPALIVE void daybook_engine_set_quick(Worker* worker, const std::uint8_t* credential,
                                                   std::size_t credential_size, const std::uint8_t* salt,
                                                   std::size_t salt_size, const std::uint8_t* secret,
                                                   std::size_t secret_size) {
    worker->engine.handle(Command{SetQuickUnlock{.credential = Bytes(credential, credential + credential_size),
                                                 .salt = Bytes(salt, salt + salt_size),
                                                 .secret = Bytes(secret, secret + secret_size)}});
}

EMSCRIPTEN_KEEPALIVE void daybook_engine_begin_recovery(Worker* worker, const char* author, std::size_t author_size,
                                                        const char* passcode, std::size_t passcode_size) {
    worker->engine.handle(Command{
        BeginRecovery{.author = std::string(author, author_size), .passcode = std::string(passcode, passcode_size)}});
}

EMSCRIPTEN_KEEPALIVE void daybook_engine_finish_recovery(Worker* worker, const char* passcode,
                                                         std::size_t passcode_size, const std::uint8_t* file,
                                                         std::size_t size) {
    worker->engine.handle(
        Command{FinishRecovery{.passcode = std::string(passcode, passcode_size), .file = Bytes(file, file + size)}});
}

EMSCRIPTEN_KEEPALIVE void daybook_engine_lock(Worker* worker) {
    worker->engine.handle(Command{Lock{}});
}

EMSCRIPTEN_KEEPALIVE void daybook_engine_idle(Worker* worker) {
    worker->engine.handle(Command{Idle{}});
}

EMSCRIPTEN_KEEPALIVE void daybook_engine_retry(Worker* worker) {
    worker->engine.handle(Command{Retry{}});
}

/// `code` is an Errc, and only looked at when the batch was not stored.
EMSCRIPTEN_KEEPALIVE void daybook_engine_journal_answered(Worker* worker, double token, bool stored, int code,
                                                          const char* words, std::size_t size) {
    const auto number = static_cast<std::uint64_t>(token);
    if (stored) {
        worker->engine.journal_answered(number, {});
    } else {
        worker->engine.journal_answered(number, fail(static_cast<Errc>(code), std::string(words, size)));
    }
}
}

}  // namespace daybook
