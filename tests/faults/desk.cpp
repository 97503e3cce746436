// The engine at work on real files, in line.
// Never waits: whatever is asked for is done, or has failed, when `tell` returns.
#include "tests/faults/desk.h"

#include <utility>

namespace daybook::faults {

Result<std::unique_ptr<Database>> SmallLogDatabases::open_stored(std::string_view name) {
    auto opened = KeptDatabases::open_stored(name);
    if (!opened) return opened;
    // Touches no file; what the store sets afterwards counts.
    if (auto set = (*opened)->execute("PRAGMA wal_autocheckpoint=100"); !set) return pass_on(set.error());
    return opened;
}

Desk::Desk(const std::string& folder, Dice& dice, Hearing hearing, Keeping keeping)
    : hearing_(std::move(hearing)), databases_(folder, keeping) {
    auto opened = FileJournal::open(
        folder + "/journal.daybook",
        [this](std::uint64_t token, const Result<void>& stored) { engine_->journal_answered(token, stored); });
    if (!opened) {
        found_.words = opened.error().what;
        return;
    }
    journal_ = std::move(opened->journal);
    engine_.emplace(EngineParts{.databases = databases_,
                                .journal = *journal_,
                                .random = [&dice](std::span<Byte> bytes) { dice.fill(bytes); },
                                .now = [this] { return now_; },
                                .say = [this](const Event& event) { hear(event); },
                                .argon2 = cheapest_argon2});
    engine_->start(opened->batches);
    deliver();
    if (const auto* status = heard<Status>()) found_ = *status;
}

const std::vector<Event>& Desk::tell(Command command) {
    events_.clear();
    now_.at.unix_ms += 1000;
    if (engine_) engine_->handle(std::move(command));
    deliver();
    return events_;
}

void Desk::deliver() {
    while (journal_ && journal_->deliver_answers()) {
    }
}

void Desk::hear(const Event& event) {
    events_.push_back(event);
    if (hearing_) hearing_(event);
}

}  // namespace daybook::faults
