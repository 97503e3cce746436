// Databases that fail from their n-th call on, and an engine on them: what happens when work is broken off anywhere.
// Never fails by chance: the same number fails at the same call.
#pragma once

#include "bench.h"

namespace daybook::bench {

/// Counts the calls of all databases that were opened from one place, and fails from one of them on.
struct Fault {
    std::uint64_t calls = 0;
    std::uint64_t first = 0;  ///< the call that fails, and all that follow; 0 for none
    Errc code = Errc::storage;

    [[nodiscard]] Result<void> next() {
        ++calls;
        if (first == 0 || calls < first) return {};
        return fail(code, "This call was made to fail.");
    }
};

class FaultyStatement : public Statement {
public:
    FaultyStatement(std::unique_ptr<Statement> inner, Fault& fault) : inner_(std::move(inner)), fault_(fault) {}
    Result<void> bind_integer(int at, std::int64_t value) override { return inner_->bind_integer(at, value); }
    Result<void> bind_text(int at, std::string_view value) override { return inner_->bind_text(at, value); }
    Result<void> bind_blob(int at, ByteView value) override { return inner_->bind_blob(at, value); }
    Result<void> bind_null(int at) override { return inner_->bind_null(at); }
    Result<bool> step() override {
        if (auto good = fault_.next(); !good) return pass_on(good.error());
        return inner_->step();
    }
    Result<void> reset() override { return inner_->reset(); }
    bool column_is_null(int column) override { return inner_->column_is_null(column); }
    std::int64_t column_integer(int column) override { return inner_->column_integer(column); }
    std::string_view column_text(int column) override { return inner_->column_text(column); }
    ByteView column_blob(int column) override { return inner_->column_blob(column); }

private:
    std::unique_ptr<Statement> inner_;
    Fault& fault_;
};

class FaultyDatabase : public Database {
public:
    FaultyDatabase(std::unique_ptr<Database> inner, Fault& fault) : inner_(std::move(inner)), fault_(fault) {}
    Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override {
        if (auto good = fault_.next(); !good) return pass_on(good.error());
        auto prepared = inner_->prepare(sql);
        if (!prepared) return prepared;
        return std::make_unique<FaultyStatement>(std::move(*prepared), fault_);
    }
    Result<void> execute(std::string_view sql) override {
        if (auto good = fault_.next(); !good) return good;
        return inner_->execute(sql);
    }
    Result<void> keep_wal_on_close() override { return inner_->keep_wal_on_close(); }
    Result<Bytes> serialize() override { return inner_->serialize(); }

private:
    std::unique_ptr<Database> inner_;
    Fault& fault_;
};

class FaultyDatabases : public NativeDatabases {
public:
    using NativeDatabases::NativeDatabases;
    Result<std::vector<std::string>> stored() override {
        if (auto good = fault.next(); !good) return pass_on(good.error());
        return NativeDatabases::stored();
    }
    Result<std::unique_ptr<Database>> open_stored(std::string_view name) override {
        if (auto good = fault.next(); !good) return pass_on(good.error());
        auto opened = NativeDatabases::open_stored(name);
        if (!opened) return opened;
        return std::make_unique<FaultyDatabase>(std::move(*opened), fault);
    }
    Result<std::string> set_aside(std::string_view name) override {
        if (auto good = fault.next(); !good) return pass_on(good.error());
        return NativeDatabases::set_aside(name);
    }
    Result<void> remove(std::string_view name) override {
        if (auto good = fault.next(); !good) return good;
        return NativeDatabases::remove(name);
    }
    Fault fault;
};

/// An engine on such databases. Its journal is answered by the test.
struct FaultyRun {
    FaultyRun(const Folder& folder, MemoryJournal& journal, std::uint64_t first_fault, Errc code = Errc::storage)
        : databases(folder.path()) {
        databases.fault.first = first_fault;
        databases.fault.code = code;
        engine.emplace(EngineParts{databases, journal,
                                   [this](std::span<Byte> bytes) {
                                       for (Byte& byte : bytes) byte = static_cast<Byte>(random());
                                   },
                                   [] { return LocalTime{Instant{1'442'300'000'000}, 60}; },
                                   [this](const Event& event) { events.push_back(event); }, quick_argon2});
        engine->start(journal.batches);
    }
    template <typename Wanted>
    [[nodiscard]] bool heard() const {
        return std::ranges::any_of(events, [](const Event& event) { return std::holds_alternative<Wanted>(event); });
    }

    std::random_device random;
    FaultyDatabases databases;
    std::vector<Event> events;
    std::optional<Engine> engine;
};

}  // namespace daybook::bench
