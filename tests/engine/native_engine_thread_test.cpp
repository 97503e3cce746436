// The engine on its thread, with real files: what is sent is handled in order, and ending waits for it.
#include <doctest/doctest.h>

#include <sys/resource.h>

#include <csignal>
#include <future>

#include "platform/clock.h"
#include "platform/entropy.h"
#include "platform/native/database.h"
#include "platform/native/engine_thread.h"
#include "tests/engine/temporary_folder.h"

using namespace daybook;

namespace {

/// What the engine said, to be waited for.
class Listener {
public:
    void hear(const Bytes& bytes) {
        const std::scoped_lock lock(mutex_);
        events_.push_back(decode_event(bytes).value());
        came_.notify_all();
    }
    template <typename Wanted>
    [[nodiscard]] bool hears() {
        std::unique_lock lock(mutex_);
        return came_.wait_for(lock, std::chrono::seconds(60), [this] {
            const bool there =
                std::ranges::any_of(events_, [](const Event& event) { return std::holds_alternative<Wanted>(event); });
            return there;
        });
    }
    [[nodiscard]] std::string last_words() {
        const std::scoped_lock lock(mutex_);
        std::string words;
        for (const Event& event : events_) {
            if (const auto* status = std::get_if<Status>(&event)) words = status->words;
        }
        return words;
    }
    [[nodiscard]] EngineState last_state() {
        const std::scoped_lock lock(mutex_);
        EngineState state = EngineState::unusable;
        for (const Event& event : events_) {
            if (const auto* status = std::get_if<Status>(&event)) state = status->state;
        }
        return state;
    }

private:
    std::mutex mutex_;
    std::condition_variable came_;
    std::vector<Event> events_;
};

/// Says when the store brings its log in.
class WatchedDatabase : public Database {
public:
    WatchedDatabase(std::unique_ptr<Database> inner, std::promise<void>& checkpointed)
        : inner_(std::move(inner)), checkpointed_(checkpointed) {}
    Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override {
        if (sql == "PRAGMA wal_checkpoint(PASSIVE)") checkpointed_.set_value();
        return inner_->prepare(sql);
    }
    Result<void> execute(std::string_view sql) override { return inner_->execute(sql); }
    Result<void> keep_wal_on_close() override { return inner_->keep_wal_on_close(); }
    Result<Bytes> serialize() override { return inner_->serialize(); }

private:
    std::unique_ptr<Database> inner_;
    std::promise<void>& checkpointed_;
};

class WatchedDatabases : public NativeDatabases {
public:
    WatchedDatabases(std::string folder, std::promise<void>& checkpointed)
        : NativeDatabases(std::move(folder)), checkpointed_(checkpointed) {}
    Result<std::unique_ptr<Database>> open_stored(std::string_view name) override {
        auto opened = NativeDatabases::open_stored(name);
        if (!opened) return opened;
        return std::make_unique<WatchedDatabase>(std::move(*opened), checkpointed_);
    }

private:
    std::promise<void>& checkpointed_;
};

std::unique_ptr<EngineThread> started(const TemporaryFolder& folder, Listener& listener) {
    return std::make_unique<EngineThread>(
        EngineThread::Parts{.databases = std::make_unique<NativeDatabases>(folder.path()),
                            .journal_path = folder.file("journal.daybook"),
                            .random = fill_random,
                            .now = local_now,
                            .say = [&listener](const Bytes& event) { listener.hear(event); },
                            .argon2 = {.passes = 1, .memory_kib = 8 * 1024},
                            .first_retry = std::chrono::milliseconds(20),
                            .longest_retry = std::chrono::milliseconds(100)});
}

const std::string passcode = "awake porch mortar straw";

}  // namespace

TEST_CASE("engine thread: a notebook that was begun is there after the thread has ended") {
    REQUIRE(start_crypto());
    const TemporaryFolder folder;
    {
        Listener listener;
        const auto engine = started(folder, listener);
        CHECK(engine->drain());
        CHECK(listener.last_state() == EngineState::first_start);
        engine->send(encode(Command(FirstStart{"Ada Example", passcode})));
    }
    Listener listener;
    const auto engine = started(folder, listener);
    CHECK(engine->drain());
    CHECK(listener.last_state() == EngineState::locked);
    engine->send(encode(Command(Unlock{passcode})));
    CHECK(engine->drain());
    CHECK(listener.last_state() == EngineState::unlocked);
    CHECK(listener.hears<Unlocked>());
}

TEST_CASE("engine thread: what could not be stored is tried again by itself until it is") {
    REQUIRE(start_crypto());
    const TemporaryFolder folder;
    Listener listener;
    const auto engine = started(folder, listener);
    CHECK(engine->drain());

    rlimit usual{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &usual) == 0);
    const auto previous = std::signal(SIGXFSZ, SIG_IGN);
    rlimit tight = usual;
    tight.rlim_cur = 64;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &tight) == 0);
    engine->send(encode(Command(FirstStart{"Ada Example", passcode})));
    const bool stored = engine->drain();
    const bool said_so = listener.hears<Failed>();
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &usual) == 0);
    std::signal(SIGXFSZ, previous);
    CHECK_FALSE(stored);
    CHECK(said_so);

    bool stored_later = false;
    for (int round = 0; round < 100 && !stored_later; ++round) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        stored_later = engine->drain();
    }
    CHECK(stored_later);
}

TEST_CASE("engine thread: a second copy that is none of ours is left as it is, and said so") {
    REQUIRE(start_crypto());
    const TemporaryFolder folder;
    const std::string_view foreign = "Shopping list: bread, milk, and some more";
    put_file(folder.file("journal.daybook"), as_bytes(foreign));
    Listener listener;
    const auto engine = started(folder, listener);
    CHECK(engine->drain());
    CHECK(listener.last_state() == EngineState::unusable);
    CHECK(as_text(file_bytes(folder.file("journal.daybook"))) == foreign);
}

TEST_CASE("engine thread: when nothing has come for a while after something was stored, the log is brought in") {
    REQUIRE(start_crypto());
    const TemporaryFolder folder;
    Listener listener;
    std::promise<void> checkpointed;
    EngineThread engine({.databases = std::make_unique<WatchedDatabases>(folder.path(), checkpointed),
                         .journal_path = folder.file("journal.daybook"),
                         .random = fill_random,
                         .now = local_now,
                         .say = [&listener](const Bytes& event) { listener.hear(event); },
                         .argon2 = {.passes = 1, .memory_kib = 8 * 1024},
                         .idle_after = std::chrono::milliseconds(10)});
    engine.send(encode(Command(FirstStart{"Ada Example", passcode})));
    engine.send(encode(Command(SetLockTimes{})));
    checkpointed.get_future().wait();
    CHECK(engine.drain());
    CHECK(listener.last_state() == EngineState::unlocked);
}

TEST_CASE("engine thread: a damaged end of the second copy is said, and where it was kept") {
    REQUIRE(start_crypto());
    const TemporaryFolder folder;
    {
        Listener listener;
        const auto engine = started(folder, listener);
        engine->send(encode(Command(FirstStart{"Ada Example", passcode})));
        CHECK(engine->drain());
    }
    Bytes journal = file_bytes(folder.file("journal.daybook"));
    journal.insert(journal.end(), 50, Byte{0xEE});
    put_file(folder.file("journal.daybook"), journal);
    Listener listener;
    const auto engine = started(folder, listener);
    CHECK(engine->drain());
    CHECK(listener.last_words().find("journal.daybook.damaged-1") != std::string::npos);
}
