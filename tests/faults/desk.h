// The engine at work on real files, in line: what a process does from its start to its end.
// Never waits: whatever is asked for is done, or has failed, when `tell` returns.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/engine/engine.h"
#include "platform/native/journal.h"
#include "tests/engine/kept_databases.h"
#include "tests/faults/dice.h"

namespace daybook::faults {

/// A passcode is tried thousands of times here; how costly that is, other tests see to.
inline constexpr Argon2Cost cheapest_argon2{.passes = 1, .memory_kib = 8};

/// The log is moved into the database after so many pages, so that a short day has it happen.
class SmallLogDatabases : public bench::KeptDatabases {
public:
    using KeptDatabases::KeptDatabases;
    Result<std::unique_ptr<Database>> open_stored(std::string_view name) override;
};

class Desk {
public:
    using Hearing = std::function<void(const Event& event)>;

    Desk(const std::string& folder, Dice& dice, Hearing hearing = {}, Keeping keeping = Keeping::files);
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    /// What was said to it.
    const std::vector<Event>& tell(Command command);

    template <typename Wanted>
    [[nodiscard]] const Wanted* heard() const {
        for (const Event& event : events_) {
            if (const auto* wanted = std::get_if<Wanted>(&event)) return wanted;
        }
        return nullptr;
    }

    /// What the start came to.
    [[nodiscard]] const Status& found() const { return found_; }
    [[nodiscard]] LocalTime now() const { return now_; }

private:
    void deliver();
    void hear(const Event& event);

    Hearing hearing_;
    LocalTime now_{Instant{1'442'224'800'000}, 60};
    std::vector<Event> events_;
    Status found_{EngineState::unusable, ""};
    SmallLogDatabases databases_;
    std::unique_ptr<FileJournal> journal_;
    std::optional<Engine> engine_;
};

}  // namespace daybook::faults
