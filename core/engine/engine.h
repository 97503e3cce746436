// The engine: an actor that owns every key and every byte. One message in, some events out.
// Never has a thread, a clock or randomness of its own, so that a test drives it in line.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/base/time.h"
#include "core/crypto/primitives.h"
#include "core/engine/protocol.h"
#include "core/engine/slow_down.h"
#include "platform/database.h"
#include "platform/journal.h"

namespace daybook {

/// What the engine stands on. The ports outlive it.
struct EngineParts {
    Databases& databases;
    Journal& journal;
    RandomSource random;
    std::function<LocalTime()> now;
    std::function<void(const Event&)> say;
    Argon2Cost argon2;  ///< for passcodes that are set from now on
    /// Keeps the count of wrong passcodes where no database does (Keeping::nothing). It is given to the next start.
    std::function<void(const WrongTries&)> keep_tries{};
};

class Engine {
public:
    explicit Engine(EngineParts parts);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// Opens the store, puts in from the second copy what it lacks, and says Status. Called once, first.
    /// `journal_batches` is the whole second copy as it was found, oldest first; `findings` are sentences about what
    /// the platform noticed before, which Status repeats. `tries` is what EngineParts::keep_tries was given last.
    void start(const std::vector<Bytes>& journal_batches, const std::vector<std::string>& findings = {},
               const WrongTries& tries = {});

    void handle(Command command);
    /// As above, from a message. One that does not decode is answered by Refused.
    void handle(ByteView message);

    /// A batch that was given to the journal is on disk, or is not.
    void journal_answered(std::uint64_t token, const Result<void>& stored);

    /// The second copy was taken away while it was open, and an empty one stands in its place: everything is given to
    /// it again.
    void journal_lost();

private:
    class Parts;
    std::unique_ptr<Parts> inside_;
};

}  // namespace daybook
