// A process that writes as fast as it is acknowledged, to be killed: fault_writer FOLDER SEED RUN.
// Never ends well on purpose; each line that it prints is out before it goes on.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <format>
#include <mutex>
#include <optional>
#include <string>

#include "core/crypto/primitives.h"
#include "core/notebook/edits.h"
#include "core/notebook/notebook.h"
#include "platform/clock.h"
#include "platform/entropy.h"
#include "platform/files.h"
#include "platform/native/database.h"
#include "platform/native/engine_thread.h"
#include "tests/faults/typed_run.h"

namespace {

using namespace daybook;
using namespace daybook::faults;

constexpr const char* office = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
constexpr const char* passcode = "copper lantern meadow";
constexpr std::uint64_t most_entries = 200;
constexpr std::uint64_t most_under_way = 8;

/// One line, at once: what is in a buffer dies with the process.
void print(const std::string& line) {
    const std::string whole = line + "\n";
    if (::write(STDOUT_FILENO, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) std::_Exit(2);
}

std::int64_t microseconds() {
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// What the engine said, for the thread that writes.
class Ear {
public:
    void hear(const Bytes& bytes) {
        const auto event = decode_event(bytes);
        if (!event) std::_Exit(3);
        const std::scoped_lock lock(mutex_);
        if (const auto* status = std::get_if<Status>(&*event)) state_ = status->state;
        if (const auto* unlocked = std::get_if<Unlocked>(&*event)) unlocked_ = *unlocked;
        if (const auto* durable = std::get_if<Durable>(&*event)) {
            durable_ = durable->up_to;
            print(std::format("durable {} {}", durable->up_to, microseconds()));
        }
        if (const auto* failed = std::get_if<Failed>(&*event)) print("failed " + failed->what);
        if (const auto* refused = std::get_if<Refused>(&*event))
            print(std::format("refused {} {}", refused->number, refused->words));
        changed_.notify_all();
    }
    EngineState wait_for_state() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return state_.has_value(); });
        return *state_;
    }
    Unlocked wait_for_unlocked() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return unlocked_.has_value(); });
        return *unlocked_;
    }
    void wait_for_room(std::uint64_t number) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return durable_ + most_under_way >= number; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<EngineState> state_;
    std::optional<Unlocked> unlocked_;
    std::uint64_t durable_ = 0;
};

class Writer {
public:
    Writer(EngineThread& engine, Ear& ear, std::uint64_t seed, std::uint64_t run)
        : engine_(engine), ear_(ear), seed_(seed), run_(run), inspection_(typed_inspection(seed)) {}

    void write(bool is_new) {
        if (is_new) create_inspection();
        const ItemId activity = typed_activity(seed_, run_);
        send(2, Edit{2, inspection_, edits::start_activity({activity, "meeting", "Town hall", {}}, local_now())});
        for (std::uint64_t n = 0; n < most_entries; ++n) {
            const TypedEntry entry = typed_entry(seed_, run_, n);
            write_entry(entry, activity);
            if (entry.has_attachment) attach(entry, typed_attachment(seed_, run_, n));
            if (n % 4 == 3) engine_.send(encode(Command(Export{inspection_})));
            if (n % 6 == 5) engine_.send(encode(Command(Idle{})));
        }
    }

private:
    void send(std::uint64_t number, const Command& command) {
        ear_.wait_for_room(number);
        print(std::format("sent {} {}", number, microseconds()));
        engine_.send(encode(command));
    }

    void create_inspection() {
        Inspection described{.title = "Wexmoor, September",
                             .authority = "Wexmoor",
                             .first_day = "2015-09-14",
                             .last_day = "2015-09-18",
                             .lead = "R. Hale",
                             .team = {},
                             .lead_recipient = "",
                             .office_recipient = office,
                             .is_sample = false};
        const Result<Bytes> pack = read_file(
            std::string(DAYBOOK_ASSETS) + "/frameworks/england-la-school-improvement-2015/pack.json", 1U << 20U);
        if (!pack) std::_Exit(4);
        send(1, CreateInspection{1, inspection_, *pack, edits::describe_inspection(inspection_, described), {office}});
    }

    void write_entry(const TypedEntry& entry, ItemId activity) {
        std::uint64_t number = entry.first_number;
        send(number, Edit{number, inspection_, edits::create_entry(entry.id, activity)});
        for (const Stroke& stroke : entry.strokes) {
            const std::uint64_t after = number == entry.first_number ? 0 : number;
            ++number;
            send(number, EditText{number,
                                  inspection_,
                                  {entry.id, std::string(words::prose), {}, stroke.at, stroke.erased, stroke.inserted},
                                  after});
        }
        number = entry.first_number + EntryNumbers::aspect;
        send(number, Edit{number, inspection_, edits::set_aspect(entry.id, "leadership", true)});
    }

    void attach(const TypedEntry& entry, const TypedAttachment& attachment) {
        const std::uint64_t number = entry.first_number + EntryNumbers::attachment;
        send(number, AddAttachment{number, inspection_, attachment.id, entry.id, "image/jpeg", attachment.content});
    }

    EngineThread& engine_;
    Ear& ear_;
    std::uint64_t seed_;
    std::uint64_t run_;
    InspectionId inspection_;
};

bool has(const Unlocked& unlocked, InspectionId inspection) {
    return std::ranges::find(unlocked.inspections, inspection, &OpenInspection::inspection) !=
           unlocked.inspections.end();
}

int run(const std::string& folder, std::uint64_t seed, std::uint64_t number) {
    print("here");
    if (!start_crypto()) return 1;
    Ear ear;
    EngineThread engine({.databases = std::make_unique<NativeDatabases>(folder),
                         .journal_path = folder + "/journal.daybook",
                         .random = fill_random,
                         .now = local_now,
                         .say = [&ear](const Bytes& event) { ear.hear(event); },
                         .argon2 = {.passes = 1, .memory_kib = 8}});
    const EngineState state = ear.wait_for_state();
    if (state == EngineState::unusable) return 1;
    const bool first = state == EngineState::first_start;
    engine.send(encode(first ? Command(FirstStart{"R. Hale", passcode}) : Command(Unlock{passcode})));
    const Unlocked unlocked = ear.wait_for_unlocked();
    Writer(engine, ear, seed, number).write(!has(unlocked, typed_inspection(seed)));
    return engine.drain() ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 4) return 2;
    return run(arguments[1], std::strtoull(arguments[2], nullptr, 10), std::strtoull(arguments[3], nullptr, 10));
}
