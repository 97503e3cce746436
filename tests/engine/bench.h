// An engine on a bench: real SQLite in a folder of its own, a second copy in memory, a clock that is set by hand.
// Never waits: what an engine would hear later from its journal is answered when the test says so.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "core/engine/engine.h"
#include "core/engine/schema.h"
#include "core/notebook/edits.h"
#include "platform/native/database.h"
#include "tests/engine/kept_databases.h"

namespace daybook::bench {

inline constexpr Argon2Cost quick_argon2{.passes = 1, .memory_kib = 8 * 1024};
inline const std::string passcode = "copper lantern meadow";
inline const std::string database_file(database_name);

/// A folder that is gone after the test.
class Folder {
public:
    Folder() {
        std::random_device device;
        path_ = std::filesystem::temp_directory_path() /
                ("daybook-test-" + std::to_string(device()) + std::to_string(device()));
        std::filesystem::create_directories(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string path() const { return path_.string(); }
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

inline Bytes read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline bool contains(ByteView bytes, std::string_view words) {
    return as_text(bytes).find(words) != std::string_view::npos;
}

/// The second copy in memory. `refuse` makes it answer that it has no room.
class MemoryJournal : public Journal {
public:
    void append(ByteView batch, std::uint64_t token) override {
        appended.emplace_back(batch.begin(), batch.end());
        asked.push_back({Bytes(batch.begin(), batch.end()), token});
    }

    void replace(const std::vector<Bytes>& with, std::uint64_t token) override {
        replacements.push_back({with, token});
    }

    /// Answers everything that was asked for.
    void answer(Engine& engine) {
        for (auto& [batch, token] : std::exchange(asked, {})) {
            if (refuse) {
                engine.journal_answered(token, fail(Errc::full, "There is no room."));
            } else {
                batches.push_back(batch);
                engine.journal_answered(token, {});
            }
        }
        for (auto& [with, token] : std::exchange(replacements, {})) {
            if (refuse) {
                engine.journal_answered(token, fail(Errc::full, "There is no room."));
            } else {
                batches = with;
                engine.journal_answered(token, {});
            }
        }
    }

    [[nodiscard]] bool is_asked() const { return !asked.empty() || !replacements.empty(); }

    std::vector<Bytes> batches;
    std::vector<Bytes> appended;  ///< all that there ever were, also those that were replaced since
    std::vector<std::pair<Bytes, std::uint64_t>> asked;
    std::vector<std::pair<std::vector<Bytes>, std::uint64_t>> replacements;
    bool refuse = false;
    WrongTries tries;  ///< kept beside it, where no database does
};

/// A database that stops committing when it is told to, as a full disk would.
class FailingDatabase : public Database {
public:
    FailingDatabase(std::unique_ptr<Database> inner, const bool& full) : inner_(std::move(inner)), full_(full) {}
    Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override { return inner_->prepare(sql); }
    Result<void> execute(std::string_view sql) override {
        if (full_ && sql == "COMMIT") return fail(Errc::full, "The disk is full.");
        return inner_->execute(sql);
    }
    Result<void> keep_wal_on_close() override { return inner_->keep_wal_on_close(); }
    Result<Bytes> serialize() override { return inner_->serialize(); }

private:
    std::unique_ptr<Database> inner_;
    const bool& full_;
};

class FailingDatabases : public KeptDatabases {
public:
    using KeptDatabases::KeptDatabases;
    Result<std::unique_ptr<Database>> open_stored(std::string_view name) override {
        auto opened = KeptDatabases::open_stored(name);
        if (!opened) return opened;
        return std::make_unique<FailingDatabase>(std::move(*opened), full);
    }
    bool full = false;
};

/// One run of the engine. Several can follow each other on one folder and journal: that is a restart.
class Run {
public:
    Run(const Folder& folder, MemoryJournal& journal, Argon2Cost argon2 = quick_argon2,
        Keeping keeping = Keeping::files)
        : journal_(journal), databases_(folder.path(), keeping) {
        REQUIRE(start_crypto());
        engine.emplace(EngineParts{databases_, journal_, [this](std::span<Byte> bytes) { fill(bytes); },
                                   [this] { return now; }, [this](const Event& event) { events.push_back(event); },
                                   argon2, [this](const WrongTries& wrong) { journal_.tries = wrong; }});
        engine->start(journal_.batches, {}, journal_.tries);
    }

    /// Handles a command, lets the second copy answer, and returns what was said.
    std::vector<Event> tell(Command command) {
        events.clear();
        now.at.unix_ms += 1000;
        engine->handle(std::move(command));
        do {
            journal_.answer(*engine);
        } while (!journal_.refuse && journal_.is_asked());
        return events;
    }

    template <typename Wanted>
    [[nodiscard]] const Wanted* heard() const {
        for (const Event& event : events) {
            if (const auto* wanted = std::get_if<Wanted>(&event)) return wanted;
        }
        return nullptr;
    }

    FailingDatabases& databases() { return databases_; }
    /// The next edit's number.
    std::uint64_t next() { return ++number_; }
    [[nodiscard]] std::uint64_t latest() const { return number_; }

    template <typename SomeId>
    SomeId id() {
        SomeId made;
        fill(made.bytes);
        return made;
    }

    LocalTime now{Instant{1'442'224'800'000}, 60};
    std::vector<Event> events;
    std::optional<Engine> engine;

private:
    void fill(std::span<Byte> bytes) {
        for (Byte& byte : bytes) byte = static_cast<Byte>(generator_());
    }

    MemoryJournal& journal_;
    FailingDatabases databases_;
    std::random_device generator_;
    std::uint64_t number_ = 0;
};

inline Bytes small_pack() {
    return read_file(std::string(DAYBOOK_ASSETS) + "/frameworks/england-la-school-improvement-2015/pack.json");
}

inline Inspection small_inspection() {
    return {.title = "Wexmoor, September",
            .authority = "Wexmoor",
            .first_day = "2015-09-14",
            .last_day = "2015-09-18",
            .lead = "R. Hale",
            .team = {"S. Okoro"},
            .lead_recipient = "",
            .office_recipient = "",
            .is_sample = false};
}

/// A notebook with one inspection, one meeting and one entry, all of it durable.
struct Started {
    InspectionId inspection;
    ItemId activity;
    ItemId entry;
};

inline Started start_and_write(Run& run, const std::string& written, Inspection described = small_inspection()) {
    run.tell(FirstStart{"R. Hale", passcode});
    REQUIRE(run.heard<Unlocked>() != nullptr);
    Started started{run.id<InspectionId>(), run.id<ItemId>(), run.id<ItemId>()};
    run.tell(CreateInspection{run.next(),
                              started.inspection,
                              small_pack(),
                              edits::describe_inspection(started.inspection, described),
                              {described.office_recipient}});
    REQUIRE(run.heard<Appended>() != nullptr);
    run.tell(Edit{run.next(), started.inspection,
                  edits::start_activity({started.activity, "meeting", "Town hall", {}}, run.now)});
    auto changes = edits::create_entry(started.entry, started.activity);
    changes.push_back(edits::first_words(started.entry, written));
    run.tell(Edit{run.next(), started.inspection, changes});
    REQUIRE(run.heard<Durable>() != nullptr);
    return started;
}

/// The notebook as an app would fold it from what the engine said at the unlock.
inline Notebook fold(const Unlocked& unlocked, InspectionId inspection) {
    Notebook notebook(inspection);
    for (const OpenInspection& open : unlocked.inspections) {
        if (open.inspection != inspection) continue;
        for (const Bytes& canonical : open.revisions) {
            const auto revision = decode_revision(canonical);
            REQUIRE(revision);
            REQUIRE(notebook.apply(*revision));
        }
    }
    return notebook;
}

}  // namespace daybook::bench
