// The notebook's database: sealed rows, each put once and never changed.
// Never opens with settings that could lose what was committed: every one is read back.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/engine/row.h"
#include "platform/database.h"

namespace daybook {

class Store {
public:
    /// Opens or makes the database. Errc::corrupt for a file that is no Daybook database, Errc::newer for one that a
    /// later version made; neither is touched.
    [[nodiscard]] static Result<Store> open(Databases& databases);

    /// Puts rows in one transaction: all are on disk afterwards, or none. A row that stands there already, with the
    /// same bytes, changes nothing; with other bytes: Errc::corrupt.
    Result<void> put(const std::vector<Row>& rows);

    /// Every row, by place. Errc::newer if there is one of a kind that only a later version has.
    Result<void> each(const std::function<void(Row)>& take);

private:
    explicit Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}

    std::unique_ptr<Database> database_;
};

}  // namespace daybook
