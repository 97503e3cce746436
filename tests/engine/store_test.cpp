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

std::vector<Row> all(Store& store) {
    std::vector<Row> rows;
    REQUIRE(store.each([&](Row one) { rows.push_back(std::move(one)); }));
    return rows;
}

void with_database(const Folder& folder, std::string_view sql) {
    NativeDatabases databases(folder.path());
    auto database = databases.open_stored("daybook.db");
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
        auto store = Store::open(databases);
        REQUIRE(store);
        REQUIRE(store->put(rows));
    }
    auto store = Store::open(databases);
    REQUIRE(store);
    CHECK(all(*store) == rows);
}

TEST_CASE("store: a row that stands already changes nothing, and one that differs is refused with all its batch") {
    const Folder folder;
    NativeDatabases databases(folder.path());
    auto store = Store::open(databases);
    REQUIRE(store);
    REQUIRE(store->put({row(RowKind::revision, 1, "a")}));
    CHECK(store->put({row(RowKind::revision, 1, "a")}));
    const auto refused = store->put({row(RowKind::revision, 2, "b"), row(RowKind::revision, 1, "other")});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::corrupt);
    CHECK(all(*store) == std::vector<Row>{row(RowKind::revision, 1, "a")});
    CHECK(store->put({row(RowKind::revision, 2, "b")}));
}

TEST_CASE("store: another program's database and a later version's are refused and left as they are") {
    const Folder foreign;
    with_database(foreign, "CREATE TABLE recipes(title TEXT); INSERT INTO recipes VALUES('soup')");
    NativeDatabases databases(foreign.path());
    const auto refused = Store::open(databases);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::corrupt);

    const Folder later;
    NativeDatabases ours(later.path());
    REQUIRE(Store::open(ours));
    with_database(later, "PRAGMA user_version=99");
    const auto newer = Store::open(ours);
    REQUIRE_FALSE(newer);
    CHECK(newer.error().code == Errc::newer);
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
