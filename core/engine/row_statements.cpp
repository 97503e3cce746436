// The statements that put, find and read sealed rows: which table a kind stands in is known here alone.
// Never begins or ends a transaction: that is the caller's.
#include "core/engine/row_statements.h"

#include <algorithm>
#include <format>
#include <limits>
#include <string>

namespace daybook {
namespace {

/// A table, and where the rows of which kinds stand in it.
struct Table {
    std::string_view name;
    std::string_view number;      ///< the column with a row's number
    std::optional<RowKind> kind;  ///< of all its rows; none where a column says it
};
constexpr std::array<Table, 3> tables{{
    {"meta", "number", {}},
    {"revision", "seq", RowKind::revision},
    {"attachment", "number", RowKind::attachment},
}};

std::size_t table_of(RowKind kind) {
    if (kind == RowKind::revision) return 1;
    return kind == RowKind::attachment ? 2 : 0;
}

std::string insert_sql(const Table& table) {
    return std::format(
        "INSERT INTO {}({}inspection, device, {}, sealed) VALUES({}?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING RETURNING 1",
        table.name, table.kind ? "" : "kind, ", table.number, table.kind ? "" : "?, ");
}

std::string select_sql(const Table& table) {
    const std::string kind = table.kind ? std::to_string(static_cast<int>(*table.kind)) : "kind";
    return std::format("SELECT {}, inspection, device, {}, sealed FROM {}", kind, table.number, table.name);
}

/// The WHERE of one place; its parameters are those of bind_place.
std::string at_place(const Table& table) {
    return std::format(" WHERE {}inspection = ? AND device = ? AND {} = ?", table.kind ? "" : "kind = ? AND ",
                       table.number);
}

/// Binds from the first parameter on; gives the next one.
Result<int> bind_place(Statement& statement, const RowPlace& place) {
    int parameter = 0;
    if (!tables[table_of(place.kind)].kind) {
        if (auto bound = statement.bind_integer(++parameter, static_cast<std::int64_t>(place.kind)); !bound)
            return pass_on(bound.error());
    }
    if (auto bound = statement.bind_blob(++parameter, place.inspection.bytes); !bound) return pass_on(bound.error());
    if (auto bound = statement.bind_blob(++parameter, place.device.bytes); !bound) return pass_on(bound.error());
    if (auto bound = statement.bind_integer(++parameter, static_cast<std::int64_t>(place.number)); !bound)
        return pass_on(bound.error());
    return parameter + 1;
}

/// A place that is none is damage; a kind that is none is a later version's.
Result<std::optional<Row>> row_at(Statement& rows) {
    const auto inspection = InspectionId::from_bytes(rows.column_blob(1));
    const auto device = DeviceId::from_bytes(rows.column_blob(2));
    const std::int64_t number = rows.column_integer(3);
    if (!inspection || !device || number < 0) return fail(Errc::corrupt, "A row of the notebook has lost its place.");
    const auto kind = row_kind(static_cast<std::uint64_t>(rows.column_integer(0)));
    if (!kind) return std::nullopt;
    const ByteView sealed = rows.column_blob(4);
    return Row{{*kind, *inspection, *device, static_cast<std::uint64_t>(number)}, Bytes(sealed.begin(), sealed.end())};
}

Result<void> read_table(Database& database, const std::string& sql, const TakeRow& take, const TakeLater& later) {
    auto statement = database.prepare(sql);
    if (!statement) return pass_on(statement.error());
    for (;;) {
        auto more = (*statement)->step();
        if (!more) return pass_on(more.error());
        if (!*more) return {};
        auto row = row_at(**statement);
        if (!row) return pass_on(row.error());
        if (!*row && !later) return fail(Errc::newer, "This notebook was written by a later version of Daybook.");
        if (*row) {
            take(std::move(**row));
        } else {
            later((*statement)->column_blob(4));
        }
    }
}

void salvage_table(Database& database, const std::string& sql, const TakeRow& take) {
    auto statement = database.prepare(sql);
    if (!statement) return;
    for (;;) {
        // It ends where it fails, which is what is expected of it.
        const auto more = (*statement)->step();
        if (!more || !*more) return;
        if (auto row = row_at(**statement); row && *row) take(std::move(**row));
    }
}

Result<void> delete_in(Database& database, const Table& table, const ErasedPlace& place) {
    constexpr std::int64_t all = std::numeric_limits<std::int64_t>::max();
    std::string sql = std::format("DELETE FROM {} WHERE inspection = ?1 AND (?2 IS NULL OR device = ?2) AND {} <= ?3",
                                  table.name, table.number);
    if (!table.kind) sql += std::format(" AND kind <> {}", static_cast<int>(RowKind::erased));
    if (!table.kind && place.kind) sql += std::format(" AND kind = {}", static_cast<int>(*place.kind));
    auto statement = database.prepare(sql);
    if (!statement) return pass_on(statement.error());
    if (auto bound = (*statement)->bind_blob(1, place.inspection.bytes); !bound) return bound;
    auto device = place.device.is_nil() ? (*statement)->bind_null(2) : (*statement)->bind_blob(2, place.device.bytes);
    if (!device) return device;
    const auto up_to = place.up_to == 0 ? all : static_cast<std::int64_t>(place.up_to);
    if (auto bound = (*statement)->bind_integer(3, up_to); !bound) return bound;
    if (auto stepped = (*statement)->step(); !stepped) return pass_on(stepped.error());
    return {};
}

}  // namespace

Result<void> RowWriter::put(const Row& row) {
    const std::size_t table = table_of(row.place.kind);
    if (inserts_[table] == nullptr) {
        auto prepared = database_.prepare(insert_sql(tables[table]));
        if (!prepared) return pass_on(prepared.error());
        inserts_[table] = std::move(*prepared);
    }
    Statement& insert = *inserts_[table];
    const auto next = bind_place(insert, row.place);
    if (!next) return pass_on(next.error());
    if (auto bound = insert.bind_blob(*next, row.sealed); !bound) return bound;
    const auto inserted = insert.step();
    if (!inserted) return pass_on(inserted.error());
    if (auto again = insert.reset(); !again || *inserted) return again;
    const auto there = find_row(database_, row.place);
    if (!there) return pass_on(there.error());
    if (*there != row.sealed) return fail(Errc::corrupt, "Another change stands where this one belongs.");
    return {};
}

Result<void> read_rows(Database& database, SchemaState state, Attachments attachments, const TakeRow& take,
                       const TakeLater& later) {
    for (const Table& table : tables) {
        if (state == SchemaState::empty) return {};
        if (table.kind == RowKind::attachment && (state == SchemaState::first || attachments == Attachments::without))
            continue;
        const std::string order =
            std::format(" ORDER BY {}inspection, device, {}", table.kind ? "" : "kind, ", table.number);
        if (auto read = read_table(database, select_sql(table) + order, take, later); !read) return read;
    }
    return {};
}

Result<void> read_tombstones(Database& database, const TakeRow& take) {
    const std::string of_kind = std::format(" WHERE kind = {}", static_cast<int>(RowKind::erased));
    return read_table(database, select_sql(tables[0]) + of_kind, take, {});
}

void read_what_can_be_read(Database& database, const TakeRow& take) {
    for (const Table& table : tables) {
        // From both ends: what lies behind a damaged page is reached from the other side of it.
        const std::string key = table.kind ? "rowid" : "kind";
        for (const std::string& order : {std::string(), " ORDER BY " + key + " DESC"}) {
            salvage_table(database, select_sql(table) + order, take);
        }
    }
}

Result<std::optional<Bytes>> find_row(Database& database, const RowPlace& place) {
    const Table& table = tables[table_of(place.kind)];
    auto find = database.prepare(std::format("SELECT sealed FROM {}", table.name) + at_place(table));
    if (!find) return pass_on(find.error());
    if (auto bound = bind_place(**find, place); !bound) return pass_on(bound.error());
    auto there = (*find)->step();
    if (!there) return pass_on(there.error());
    if (!*there) return std::nullopt;
    const ByteView sealed = (*find)->column_blob(0);
    return Bytes(sealed.begin(), sealed.end());
}

Result<std::uint64_t> last_number(Database& database, RowKind kind, InspectionId inspection, DeviceId device) {
    const Table& table = tables[table_of(kind)];
    std::string sql =
        std::format("SELECT max({}) FROM {} WHERE inspection = ? AND device = ?", table.number, table.name);
    if (!table.kind) sql += std::format(" AND kind = {}", static_cast<int>(kind));
    auto find = database.prepare(sql);
    if (!find) return pass_on(find.error());
    if (auto bound = (*find)->bind_blob(1, inspection.bytes); !bound) return pass_on(bound.error());
    if (auto bound = (*find)->bind_blob(2, device.bytes); !bound) return pass_on(bound.error());
    auto there = (*find)->step();
    if (!there) return pass_on(there.error());
    return *there ? static_cast<std::uint64_t>((*find)->column_integer(0)) : 0;
}

Result<void> delete_row(Database& database, const RowPlace& place) {
    const Table& table = tables[table_of(place.kind)];
    auto statement = database.prepare(std::format("DELETE FROM {}", table.name) + at_place(table));
    if (!statement) return pass_on(statement.error());
    if (auto bound = bind_place(**statement, place); !bound) return pass_on(bound.error());
    if (auto stepped = (*statement)->step(); !stepped) return pass_on(stepped.error());
    return {};
}

Result<void> delete_rows(Database& database, const std::vector<ErasedPlace>& places) {
    for (const ErasedPlace& place : places) {
        for (const Table& table : tables) {
            const bool may_stand_here = !place.kind || (table.kind ? *place.kind == *table.kind
                                                                   : tables[table_of(*place.kind)].name == table.name);
            if (!may_stand_here) continue;
            if (auto done = delete_in(database, table, place); !done) return done;
        }
    }
    return {};
}

}  // namespace daybook
