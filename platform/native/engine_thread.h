// The engine on a thread of its own: commands go in as bytes, events come out as bytes.
// Never polls: it sleeps until there is a command, or until something is due that nobody has to ask for.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "core/engine/engine.h"

namespace daybook {

class EngineThread {
public:
    struct Parts {
        std::unique_ptr<Databases> databases;
        std::string journal_path;
        RandomSource random;
        std::function<LocalTime()> now;
        std::function<void(Bytes event)> say;  ///< called on the engine's thread
        Argon2Cost argon2;
        std::chrono::milliseconds first_retry = std::chrono::seconds(2);  ///< then twice as long, up to...
        std::chrono::milliseconds longest_retry = std::chrono::seconds(30);
        std::chrono::milliseconds idle_after =
            std::chrono::seconds(3);  ///< without a command, after something was stored
    };

    /// Starts the thread; what the engine finds is its first event.
    explicit EngineThread(Parts parts);
    /// Handles what was sent, then ends.
    ~EngineThread();
    EngineThread(const EngineThread&) = delete;
    EngineThread& operator=(const EngineThread&) = delete;

    void send(ByteView command);

    /// Waits until everything that was sent is handled. True if all of it is stored, in both copies.
    [[nodiscard]] bool drain();

private:
    using Clock = std::chrono::steady_clock;
    class Station;

    void run();
    void work(Station& station);
    void schedule();
    [[nodiscard]] Bytes next_message(std::unique_lock<std::mutex>& lock);
    void note(const Event& event);

    Parts parts_;
    std::mutex mutex_;  // guards what follows
    std::condition_variable changed_;
    std::deque<Bytes> commands_;
    bool busy_ = true;  // it starts with opening the store
    bool ending_ = false;
    bool failing_ = false;
    // Touched by the engine's thread alone.
    bool stored_ = false;  // something, since the engine was last idle
    std::chrono::milliseconds retry_after_;
    std::optional<Clock::time_point> retry_at_;
    std::optional<Clock::time_point> idle_at_;
    std::jthread thread_;  // last, so that it ends before what it uses goes
};

}  // namespace daybook
