// What waits to be stored: kept whole, given again, and shown meanwhile, however large it is.
// Never needs an engine: rows go in, and two copies take them or do not.
#include "core/engine/durability.h"

#include "faulty.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

/// A database in which only rows fail: a transaction can still be undone.
class RowFaultDatabase : public FaultyDatabase {
public:
    RowFaultDatabase(std::unique_ptr<Database> inner, Fault& fault)
        : FaultyDatabase(nullptr, fault), inner_(std::move(inner)), fault_(fault) {}
    Result<std::unique_ptr<Statement>> prepare(std::string_view sql) override {
        auto prepared = inner_->prepare(sql);
        if (!prepared) return prepared;
        return std::make_unique<FaultyStatement>(std::move(*prepared), fault_);
    }
    Result<void> execute(std::string_view sql) override { return inner_->execute(sql); }
    Result<void> keep_wal_on_close() override { return inner_->keep_wal_on_close(); }

private:
    std::unique_ptr<Database> inner_;
    Fault& fault_;
};

class RowFaultDatabases : public NativeDatabases {
public:
    using NativeDatabases::NativeDatabases;
    Result<std::unique_ptr<Database>> open_stored(std::string_view name) override {
        auto opened = NativeDatabases::open_stored(name);
        if (!opened) return opened;
        return std::make_unique<RowFaultDatabase>(std::move(*opened), fault);
    }
    Fault fault;
};

/// A photograph in pieces, and the revision that names it.
std::vector<Row> attachment(std::uint64_t pieces) {
    std::vector<Row> rows;
    for (std::uint64_t number = 1; number <= pieces; ++number) {
        rows.push_back({{RowKind::attachment, {}, {}, number}, Bytes(64 * 1024, static_cast<Byte>(number))});
        rows.back().place.inspection.bytes.fill(7);
    }
    rows.push_back({rows.front().place, Bytes{1, 2, 3}});
    rows.back().place.kind = RowKind::revision;
    return rows;
}

std::uint64_t rows_in(Store& store) {
    std::uint64_t count = 0;
    REQUIRE(store.each([&](const Row&) { ++count; }));
    return count;
}

std::uint64_t rows_waiting(const Durability& durability) {
    std::uint64_t count = 0;
    durability.each_waiting([&](const Row&) { ++count; });
    return count;
}

}  // namespace

TEST_CASE("durability: an attachment that is broken off at any row is kept whole, and stored whole later") {
    REQUIRE(start_crypto());
    const std::vector<Row> rows = attachment(20);
    for (const std::uint64_t fault : {1, 2, 7, 20, 21}) {
        CAPTURE(fault);
        const Folder folder;
        RowFaultDatabases databases(folder.path());
        auto store = Store::open(databases);
        REQUIRE(store);
        REQUIRE(store->begin());
        MemoryJournal journal;
        std::vector<std::string> said;
        Durability durability(journal,
                              {[&](std::uint64_t up_to) { said.push_back("durable " + std::to_string(up_to)); },
                               [&](const Error&) { said.push_back("failed"); }, [] {}});
        durability.use(*store);
        databases.fault = {.calls = 0, .first = fault, .code = Errc::full};
        durability.put(rows, 1);
        databases.fault = {};
        CHECK(said == std::vector<std::string>{"failed"});
        CHECK(rows_in(*store) == 0);
        CHECK(rows_waiting(durability) == rows.size());
        REQUIRE(journal.asked.size() == 1);
        durability.answered(journal.asked.front().second, {});
        CHECK_FALSE(durability.all_durable());
        durability.try_again();
        CHECK(rows_in(*store) == rows.size());
        CHECK(rows_waiting(durability) == 0);
        CHECK(durability.all_durable());
        CHECK(said.back() == "durable 1");
    }
}

TEST_CASE("durability: rows for a new second copy are read again if they cannot be read, and passed over if damaged") {
    REQUIRE(start_crypto());
    const std::vector<Row> rows = attachment(3);
    for (const Errc code : {Errc::storage, Errc::corrupt}) {
        const bool is_damage = code == Errc::corrupt;
        CAPTURE(is_damage);
        const Folder folder;
        RowFaultDatabases databases(folder.path());
        auto store = Store::open(databases);
        REQUIRE(store);
        REQUIRE(store->begin());
        REQUIRE(store->put(rows));
        MemoryJournal journal;
        std::vector<std::string> said;
        Durability durability(journal, {[&](std::uint64_t) { said.emplace_back("durable"); },
                                        [&](const Error&) { said.emplace_back("failed"); }, [] {}});
        durability.use(*store);
        std::vector<RowPlace> places;
        for (const Row& row : rows) places.push_back(row.place);
        databases.fault = {.calls = 0, .first = 1, .code = code};
        durability.add_from_database(places);
        databases.fault = {};
        CHECK(said.front() == "failed");
        CHECK(journal.asked.size() == (is_damage ? 1U : 0U));
        CHECK_FALSE(durability.all_durable());
        durability.try_again();
        REQUIRE(journal.asked.size() == 1);
        const auto given = decode_batch(journal.asked.front().first);
        REQUIRE(given);
        CHECK(given->size() == (is_damage ? 0U : rows.size()));
        durability.answered(journal.asked.front().second, {});
        CHECK(durability.all_durable());
    }
}
