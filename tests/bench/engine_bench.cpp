// How long a start and an unlock take with many revisions, natively. Run by hand: engine_bench [REVISIONS]
// Never judges: it prints figures, and is no test.
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "core/engine/engine.h"
#include "core/engine/schema.h"
#include "core/engine/store.h"
#include "core/notebook/edits.h"
#include "platform/clock.h"
#include "platform/entropy.h"
#include "platform/files.h"
#include "platform/native/database.h"
#include "platform/native/journal.h"
#include "tests/engine/temporary_folder.h"

using namespace daybook;

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::string_view passcode = "copper lantern meadow";
constexpr int changes_of_an_edit = 50;

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

template <typename SomeId>
SomeId fresh() {
    SomeId id;
    fill_random(id.bytes);
    return id;
}

/// An engine on real files, as the native program has it but for the thread.
class Desk {
public:
    explicit Desk(const TemporaryFolder& folder) : databases_(folder.path()) {
        auto begun = Clock::now();
        auto opened = FileJournal::open(
            folder.file("journal.daybook"),
            [this](std::uint64_t token, const Result<void>& stored) { engine_->journal_answered(token, stored); });
        if (!opened) std::abort();
        std::printf("  second copy read      %8.1f ms (%zu batches)\n", milliseconds_since(begun),
                    opened->batches.size());
        journal_ = std::move(opened->journal);
        engine_.emplace(EngineParts{databases_,
                                    *journal_,
                                    fill_random,
                                    local_now,
                                    [this](const Event& event) { last_ = event; },
                                    {.passes = 1, .memory_kib = 8 * 1024}});
        begun = Clock::now();
        engine_->start(opened->batches);
        std::printf("  start                 %8.1f ms\n", milliseconds_since(begun));
    }
    void tell(Command command) {
        engine_->handle(std::move(command));
        while (journal_->deliver_answers()) {
        }
    }
    [[nodiscard]] const Event& last() const { return last_; }

private:
    NativeDatabases databases_;
    std::unique_ptr<FileJournal> journal_;
    std::optional<Engine> engine_;
    Event last_;
};

void write(const TemporaryFolder& folder, int revisions) {
    Desk desk(folder);
    desk.tell(FirstStart{"R. Hale", std::string(passcode)});
    const auto inspection = fresh<InspectionId>();
    const auto pack =
        read_file(std::string(DAYBOOK_ASSETS) + "/frameworks/england-la-school-improvement-2015/pack.json", 1U << 20U);
    if (!pack) std::abort();
    desk.tell(CreateInspection{1, inspection, *pack, {}, {}});
    const auto activity = fresh<ItemId>();
    desk.tell(Edit{2, inspection, edits::start_activity({activity, "meeting", "Town hall", {}}, local_now())});
    const auto begun = Clock::now();
    std::uint64_t number = 2;
    for (int made = 0; made < revisions;) {
        Edit edit{++number, inspection, {}};
        while (std::ssize(edit.changes) < changes_of_an_edit) {
            const auto entry = fresh<ItemId>();
            for (Change& change : edits::create_entry(entry, activity)) edit.changes.push_back(std::move(change));
            edit.changes.push_back(edits::first_words(
                entry,
                "Pupils read aloud in pairs; the teacher hears five of them and notes who stumbles, and where."));
        }
        made += static_cast<int>(edit.changes.size());
        desk.tell(std::move(edit));
    }
    std::printf("  %llu edits written    %8.1f ms\n", static_cast<unsigned long long>(number - 2),
                milliseconds_since(begun));
    if (!std::holds_alternative<Durable>(desk.last())) std::abort();
}

void open(const TemporaryFolder& folder) {
    Desk desk(folder);
    const auto begun = Clock::now();
    desk.tell(Unlock{std::string(passcode)});
    std::printf("  unlock                %8.1f ms (passcode stretched for a few of them)\n", milliseconds_since(begun));
    if (!std::holds_alternative<Unlocked>(desk.last())) std::abort();
}

/// The parts of a start that only read the database.
void read_database(const TemporaryFolder& folder) {
    NativeDatabases databases(folder.path());
    auto store = Store::open(databases);
    if (!store) std::abort();
    auto begun = Clock::now();
    if (!store->check()) std::abort();
    std::printf("  quick_check           %8.1f ms\n", milliseconds_since(begun));
    std::size_t rows = 0;
    begun = Clock::now();
    if (!store->each([&](const Row&) { ++rows; })) std::abort();
    std::printf("  every row read once   %8.1f ms (%zu rows)\n", milliseconds_since(begun), rows);
}

}  // namespace

int main(int count, char** words) {
    const int revisions = count > 1 ? std::atoi(words[1]) : 50'000;
    if (!start_crypto()) return 1;
    const TemporaryFolder folder;
    std::printf("writing %d revisions\n", revisions);
    write(folder, revisions);
    std::printf("the database alone\n");
    read_database(folder);
    std::printf("opening\n");
    open(folder);
    std::printf("opening without the database\n");
    std::filesystem::remove(folder.file(std::string(database_name)));
    std::filesystem::remove(folder.file(std::string(database_name) + "-wal"));
    open(folder);
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    std::printf("most memory             %8ld MB\n", used.ru_maxrss / 1024);
    return 0;
}
