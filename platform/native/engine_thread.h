// The engine on a thread of its own: commands go in as bytes, events come out as bytes.
// Never polls: it sleeps until there is a command, or until what could not be stored is due to be tried again.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
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
    void note(const Event& event);

    Parts parts_;
    std::mutex mutex_;  // guards what follows
    std::condition_variable changed_;
    std::deque<Bytes> commands_;
    bool busy_ = true;  // it starts with opening the store
    bool ending_ = false;
    bool failing_ = false;
    // Touched by the engine's thread alone.
    std::chrono::milliseconds retry_after_;
    std::jthread thread_;  // last, so that it ends before what it uses goes
};

}  // namespace daybook
