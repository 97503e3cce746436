// The notebook's database: sealed rows, each put once and never changed.
// Never deletes a row but in an erasure, and never writes to a file of a later version.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/engine/row.h"
#include "core/engine/row_statements.h"
#include "core/engine/schema.h"
#include "core/engine/slow_down.h"
#include "platform/database.h"

namespace daybook {

class Store {
public:
    /// One of the notebook's files, as it is found; it is made if it is not there, and is empty then. A later version's
    /// can be read only. Errc::corrupt for a damaged file and for one that is no notebook; nothing was changed then.
    [[nodiscard]] static Result<Store> open(Databases& databases, std::string_view name = database_name);

    /// Whatever a damaged file still gives, in no order, some of it twice. Changes nothing.
    static void salvage(Databases& databases, std::string_view name, const TakeRow& take);

    [[nodiscard]] SchemaState state() const { return state_; }

    /// SQLite's own look at the file's pages. Errc::corrupt if they do not fit together.
    Result<void> check();
    /// As above, and longer: whether its indexes lead to the rows that they name.
    Result<void> check_rows();

    /// Makes an empty file a notebook, with every row of `first` if that is given. All in one transaction, in which
    /// what was copied is counted and compared before the file is declared complete.
    Result<void> begin(Store* first = nullptr);

    /// From now on nothing is written, whatever is asked.
    Result<void> only_read();

    /// Puts rows in one transaction: all are on disk afterwards, or none. A row that stands there already, with the
    /// same bytes, changes nothing; with other bytes: Errc::corrupt.
    Result<void> put(const std::vector<Row>& rows);

    /// Takes away what stands in `damaged`, and puts `rows` in its place, in one transaction. For a row that a key has
    /// shown to be none, where the second copy has the right one.
    Result<void> put_right(const std::vector<RowPlace>& damaged, const std::vector<Row>& rows);

    /// Every row. `later` gets what stands in rows of a later version's kind; without it they are Errc::newer, and
    /// left out of a store that is only read.
    Result<void> each(const TakeRow& take, const TakeLater& later = {});
    /// As above, but for the attachments, of which there may be more than fits into memory.
    Result<void> each_but_attachments(const TakeRow& take, const TakeLater& later = {});
    Result<void> each_tombstone(const TakeRow& take);
    [[nodiscard]] Result<std::optional<Bytes>> find(const RowPlace& place);
    /// The greatest number that stands there; 0 if there is none.
    [[nodiscard]] Result<std::uint64_t> last_number(RowKind kind, InspectionId inspection, DeviceId device);

    /// Of no copy and no bundle: it only makes guessing slow.
    [[nodiscard]] Result<WrongTries> wrong_tries();
    Result<void> set_wrong_tries(const WrongTries& tries);

    /// Where somebody was, sealed: one row of no copy and no bundle, which the next takes the place of. It goes with
    /// the next rows that are put, or with write_place(); what fails there costs the place, and never a row.
    void keep_place(Bytes sealed);
    void write_place();
    [[nodiscard]] std::optional<Bytes> kept_place();

    /// Deletes the rows in these places, overwrites what they left, and empties the log in which they stood as well.
    /// The place that was kept goes too: it may lie in what is erased.
    Result<void> erase(const std::vector<ErasedPlace>& places);

    /// Brings the log into the database if it has become long: for when nobody waits.
    Result<void> checkpoint();

    /// Writes, commits, reads back and removes something, to know whether that works.
    Result<void> test();

private:
    Store(std::unique_ptr<Database> database, SchemaState state) : database_(std::move(database)), state_(state) {}

    Result<void> read(Attachments attachments, const TakeRow& take, const TakeLater& later);
    template <typename Work>
    Result<void> in_transaction(const Work& work);

    std::unique_ptr<Database> database_;
    SchemaState state_;
    bool only_read_ = false;
    std::optional<Bytes> unwritten_place_;
    std::optional<WrongTries> unwritten_tries_;  // of a file that can only be read
    /// Frames that were put into the log since the last checkpoint, estimated. At the start there may be any number.
    std::uint64_t log_frames_ = most_frames + 1;
    static constexpr std::uint64_t most_frames = 256;
};

}  // namespace daybook
