#include "core/engine/store.h"

#include "bench.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

Row row(RowKind kind, std::uint64_t number, std::string_view sealed) {
    Row made{{kind, {}, {}, number}, Bytes(sealed.begin(), sealed.end())};
    made.place.inspection.bytes.fill(7);
    made.place.device.bytes.fill(9);
    return made;
}

/// The store of a folder, made if it is not there.
Store store_of(Databases& databases) {
    auto store = Store::open(databases);
    REQUIRE(store);
    if (store->state() == SchemaState::empty) REQUIRE(store->begin());
    return std::move(*store);
}

std::vector<Row> all(Store& store) {
    std::vector<Row> rows;
    REQUIRE(store.each([&](Row one) { rows.push_back(std::move(one)); }));
    return rows;
}

void with_database(const Folder& folder, std::string_view sql) {
    NativeDatabases databases(folder.path());
    auto database = databases.open_stored(database_name);
    REQUIRE(database);
    REQUIRE((*database)->execute(sql));
}

}  // namespace

TEST_CASE("store: rows come back after a reopen, each in its place") {
    const Folder folder;
    NativeDatabases databases(folder.path());
    const std::vector<Row> rows{row(RowKind::vault, 1, "v"), row(RowKind::data_key, 1, "k"),
                                row(RowKind::revision, 1, "a"), row(RowKind::revision, 2, "b")};
    {
        Store store = store_of(databases);
        REQUIRE(store.put(rows));
    }
    Store store = store_of(databases);
    CHECK(all(store) == rows);
}

TEST_CASE("store: a row that stands already changes nothing, and one that differs is refused with all its batch") {
    const Folder folder;
    NativeDatabases databases(folder.path());
    Store store = store_of(databases);
    REQUIRE(store.put({row(RowKind::revision, 1, "a")}));
    CHECK(store.put({row(RowKind::revision, 1, "a")}));
    const auto refused = store.put({row(RowKind::revision, 2, "b"), row(RowKind::revision, 1, "other")});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::corrupt);
    CHECK(all(store) == std::vector<Row>{row(RowKind::revision, 1, "a")});
    CHECK(store.put({row(RowKind::revision, 2, "b")}));
}

TEST_CASE("store: another program's database is refused, and a later version's is read and not written") {
    const Folder foreign;
    with_database(foreign, "CREATE TABLE recipes(title TEXT); INSERT INTO recipes VALUES('soup')");
    NativeDatabases databases(foreign.path());
    const auto refused = Store::open(databases);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::corrupt);

    const Folder later;
    NativeDatabases ours(later.path());
    {
        Store store = store_of(ours);
        REQUIRE(store.put({row(RowKind::revision, 1, "a")}));
    }
    with_database(later, "PRAGMA user_version=99");
    auto newer = Store::open(ours);
    REQUIRE(newer);
    CHECK(newer->state() == SchemaState::later);
    CHECK(all(*newer) == std::vector<Row>{row(RowKind::revision, 1, "a")});
    CHECK(newer->put({row(RowKind::revision, 2, "b")}).error().code == Errc::newer);
    CHECK(newer->erase({everything_of(row(RowKind::revision, 1, "").place.inspection)}).error().code == Errc::newer);
    CHECK(newer->test().error().code == Errc::newer);
    CHECK(all(*newer).size() == 1);
}

TEST_CASE("store: attachments have a table of their own, and can be left out of a reading") {
    const Folder folder;
    NativeDatabases databases(folder.path());
    Store store = store_of(databases);
    const Row photograph = row(RowKind::attachment, 3, std::string(10'000, 'p'));
    REQUIRE(store.put({row(RowKind::revision, 1, "a"), photograph}));
    CHECK(all(store).size() == 2);
    std::vector<Row> without;
    REQUIRE(store.each_but_attachments([&](Row one) { without.push_back(std::move(one)); }));
    CHECK(without == std::vector<Row>{row(RowKind::revision, 1, "a")});
    CHECK(store.find(photograph.place).value() == photograph.sealed);
    CHECK_FALSE(store.find(row(RowKind::attachment, 4, "").place).value().has_value());
    CHECK(store.last_number(RowKind::attachment, photograph.place.inspection, photograph.place.device).value() == 3);
    CHECK(store.last_number(RowKind::outbox, photograph.place.inspection, photograph.place.device).value() == 0);
}

TEST_CASE("store: wrong passcodes are counted beyond a restart") {
    const Folder folder;
    NativeDatabases databases(folder.path());
    {
        Store store = store_of(databases);
        CHECK(store.wrong_tries().value() == WrongTries{});
        REQUIRE(store.set_wrong_tries({4, 1'442'224'800'000}));
        REQUIRE(store.set_wrong_tries({5, 1'442'224'900'000}));
    }
    Store store = store_of(databases);
    CHECK(store.wrong_tries().value() == WrongTries{5, 1'442'224'900'000});
    CHECK(all(store).empty());
}

TEST_CASE("store: its test leaves nothing behind, and the log is brought in when nobody waits") {
    const Folder folder;
    NativeDatabases databases(folder.path());
    Store store = store_of(databases);
    REQUIRE(store.test());
    REQUIRE(store.test());
    CHECK(all(store).empty());
    std::vector<Row> many;
    for (std::uint64_t number = 1; number <= 300; ++number) {
        many.push_back(row(RowKind::revision, number, std::string(4000, 'x')));
    }
    REQUIRE(store.put(many));
    const auto before = std::filesystem::file_size(folder.file(database_file));
    REQUIRE(store.checkpoint());
    CHECK(std::filesystem::file_size(folder.file(database_file)) > before + 1'000'000);
    REQUIRE(store.check());
}

TEST_CASE("batch: rows read back as they were, and neither a cut nor a flipped kind is taken for rows") {
    const std::vector<Row> rows{row(RowKind::revision, 1, "a"), row(RowKind::outbox, 3, "")};
    const Bytes batch = encode_batch(rows);
    const auto again = decode_batch(batch);
    REQUIRE(again);
    CHECK(*again == rows);
    for (std::size_t length = 0; length < batch.size(); ++length)
        CHECK_FALSE(decode_batch(ByteView(batch).first(length)));
    CHECK_FALSE(decode_batch(encode_batch({row(static_cast<RowKind>(99), 1, "a")})));
}

TEST_CASE("place: no two places have the same associated data") {
    const RowPlace first = row(RowKind::revision, 1, "").place;
    RowPlace other = first;
    other.number = 2;
    CHECK(associated_data(first) != associated_data(other));
    other = first;
    other.kind = RowKind::outbox;
    CHECK(associated_data(first) != associated_data(other));
    other = first;
    other.inspection.bytes[0] ^= 1;
    CHECK(associated_data(first) != associated_data(other));
    other = first;
    other.device.bytes[15] ^= 1;
    CHECK(associated_data(first) != associated_data(other));
}
