// The statements that put, find and read sealed rows: which table a kind stands in is known here alone.
// Never begins or ends a transaction: that is the caller's.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>

#include "core/engine/erasure.h"
#include "core/engine/row.h"
#include "core/engine/schema.h"
#include "platform/database.h"

namespace daybook {

using TakeRow = std::function<void(Row)>;
/// What stands in a row of a kind that only a later version has.
using TakeLater = std::function<void(ByteView sealed)>;

/// Puts rows, with statements that are prepared once. Not kept beyond a transaction.
class RowWriter {
public:
    explicit RowWriter(Database& database) : database_(database) {}

    /// A row that stands there already, with the same bytes, changes nothing; with other bytes: Errc::corrupt.
    Result<void> put(const Row& row);

private:
    Database& database_;
    std::array<std::unique_ptr<Statement>, 3> inserts_;  // one for each table
};

enum class Attachments { with, without };

/// Every row, by place within each table. Errc::corrupt for a row without a place; a row of a later version's kind
/// goes to `later`, or is Errc::newer if that is empty.
[[nodiscard]] Result<void> read_rows(Database& database, SchemaState state, Attachments attachments,
                                     const TakeRow& take, const TakeLater& later);
[[nodiscard]] Result<void> read_tombstones(Database& database, const TakeRow& take);
/// Whatever a damaged database still gives, in no order, some of it twice.
void read_what_can_be_read(Database& database, const TakeRow& take);

[[nodiscard]] Result<std::optional<Bytes>> find_row(Database& database, const RowPlace& place);
/// The greatest number that stands there; 0 if there is none.
[[nodiscard]] Result<std::uint64_t> last_number(Database& database, RowKind kind, InspectionId inspection,
                                                DeviceId device);
/// Deletes what stands there, whatever it is.
[[nodiscard]] Result<void> delete_row(Database& database, const RowPlace& place);
/// Deletes every row that stands in one of these places, tombstones apart.
[[nodiscard]] Result<void> delete_rows(Database& database, const std::vector<ErasedPlace>& places);

}  // namespace daybook
