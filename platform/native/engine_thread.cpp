// The engine on a thread of its own: commands go in as bytes, events come out as bytes.
// Never polls: it sleeps until there is a command, or until something is due that nobody has to ask for.
#include "platform/native/engine_thread.h"

#include <optional>
#include <utility>

#include "platform/native/journal.h"

namespace daybook {

/// The engine with the journal that it writes to.
class EngineThread::Station {
public:
    Station(Parts& parts, FileJournal::Opened& opened, std::function<void(const Event&)> say)
        : journal_(*opened.journal),
          engine_({.databases = *parts.databases,
                   .journal = journal_,
                   .random = parts.random,
                   .now = parts.now,
                   .say = std::move(say),
                   .argon2 = parts.argon2}) {}

    /// Each is true if something was stored.
    bool start(const std::vector<Bytes>& batches, const std::vector<std::string>& findings) {
        engine_.start(batches, findings);
        return deliver();
    }
    template <typename Message>
    [[nodiscard]] bool handle(const Message& message) {
        engine_.handle(message);
        return deliver();
    }
    void answered(std::uint64_t token, const Result<void>& stored) { engine_.journal_answered(token, stored); }

private:
    bool deliver() {
        bool any = false;
        while (journal_.deliver_answers()) any = true;
        return any;
    }

    FileJournal& journal_;
    Engine engine_;
};

EngineThread::EngineThread(Parts parts)
    : parts_(std::move(parts)), retry_after_(parts_.first_retry), thread_([this] { run(); }) {}

EngineThread::~EngineThread() {
    const std::scoped_lock lock(mutex_);
    ending_ = true;
    changed_.notify_all();
}

void EngineThread::send(ByteView command) {
    const std::scoped_lock lock(mutex_);
    commands_.emplace_back(command.begin(), command.end());
    changed_.notify_all();
}

bool EngineThread::drain() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return commands_.empty() && !busy_; });
    return !failing_;
}

void EngineThread::note(const Event& event) {
    {
        const std::scoped_lock lock(mutex_);
        if (std::holds_alternative<Failed>(event)) failing_ = true;
        if (std::holds_alternative<Durable>(event)) failing_ = false;
    }
    parts_.say(encode(event));
}

void EngineThread::run() {
    std::optional<Station> station;
    Result<FileJournal::Opened> opened = FileJournal::open(
        parts_.journal_path,
        [&station](std::uint64_t token, const Result<void>& stored) { station->answered(token, stored); });
    if (opened) {
        station.emplace(parts_, *opened, [this](const Event& event) { note(event); });
        std::vector<std::string> findings;
        if (!opened->set_aside.empty()) {
            findings.push_back("The damaged end of the second copy was kept as " + opened->set_aside + ".");
        }
        stored_ = station->start(std::exchange(opened->batches, {}), findings);
        work(*station);
        return;
    }
    note(Status{EngineState::unusable, opened.error().what});
    std::unique_lock lock(mutex_);
    busy_ = false;
    changed_.notify_all();
    changed_.wait(lock, [this] { return ending_; });
}

/// When something is due that nobody asks for.
void EngineThread::schedule() {
    if (!failing_) {
        retry_at_.reset();
        retry_after_ = parts_.first_retry;
    } else if (!retry_at_) {
        retry_at_ = Clock::now() + retry_after_;
    }
    idle_at_ = stored_ && !failing_ ? std::optional(Clock::now() + parts_.idle_after) : std::nullopt;
}

/// Sleeps until there is one; empty at the end.
Bytes EngineThread::next_message(std::unique_lock<std::mutex>& lock) {
    const auto wanted = [this] { return ending_ || !commands_.empty(); };
    const auto due = retry_at_ ? retry_at_ : idle_at_;
    const bool woken = due ? changed_.wait_until(lock, *due, wanted) : (changed_.wait(lock, wanted), true);
    if (woken && commands_.empty()) return {};
    busy_ = true;
    if (woken) {
        Bytes command = std::move(commands_.front());
        commands_.pop_front();
        return command;
    }
    if (!retry_at_) {
        stored_ = false;
        return encode(Command(Idle{}));
    }
    failing_ = false;  // it says so if it fails again
    retry_at_.reset();
    retry_after_ = std::min(retry_after_ * 2, parts_.longest_retry);
    return encode(Command(Retry{}));
}

void EngineThread::work(Station& station) {
    std::unique_lock lock(mutex_);
    for (;;) {
        schedule();
        busy_ = false;
        changed_.notify_all();
        Bytes command = next_message(lock);
        if (command.empty()) return;
        lock.unlock();
        const bool stored = station.handle(ByteView(command));
        wipe(command);  // it may have held a passcode
        wipe_stack();   // or locked the notebook
        lock.lock();
        stored_ = stored_ || stored;
    }
}

}  // namespace daybook
