// The notebook's database: sealed rows, each put once and never changed.
// Never deletes a row but in an erasure, and never writes to a file of a later version.
#include "core/engine/store.h"

#include <algorithm>
#include <format>
#include <utility>

#include "core/engine/kept_place.h"
#include "core/engine/migration.h"

namespace daybook {
namespace {

constexpr std::uint64_t page_size = 4096;

/// About how many pages of the log a row takes: its own, and that of an index.
std::uint64_t frames_of(const Row& row) {
    return row.sealed.size() / page_size + 2;
}

/// PRAGMA wal_checkpoint says whether it was kept from doing all of it.
Result<void> run_checkpoint(Database& database, std::string_view sql) {
    const auto blocked = read_integer(database, sql);
    if (!blocked) return pass_on(blocked.error());
    if (*blocked != 0) return fail(Errc::busy, "The database's log could not be emptied.");
    return {};
}

}  // namespace

Result<Store> Store::open(Databases& databases, std::string_view name) {
    const auto failed = [](const Error& error) { return pass_on(error.while_doing("Opening the notebook")); };
    auto database = databases.open_stored(name);
    if (!database) return failed(database.error());
    if (auto locked = lock_file(**database); !locked) return failed(locked.error());
    const auto state = identify(**database);
    if (!state) return failed(state.error());
    Store store(std::move(*database), *state);
    if (*state == SchemaState::later) {
        if (auto read_only = store.only_read(); !read_only) return failed(read_only.error());
        return store;
    }
    auto configured = configure(*store.database_, databases.keeping());
    if (!configured) return failed(configured.error());
    return store;
}

void Store::salvage(Databases& databases, std::string_view name, const TakeRow& take) {
    auto database = databases.open_stored(name);
    if (!database || !lock_file(**database)) return;
    read_what_can_be_read(**database, take);
}

Result<void> Store::check() {
    return check_pages(*database_);
}

Result<void> Store::check_rows() {
    return daybook::check_rows(*database_);
}

/// All of it is on disk afterwards, or none.
template <typename Work>
Result<void> Store::in_transaction(const Work& work) {
    if (only_read_) {
        return fail(Errc::newer, "This notebook was written by a later version of Daybook, and is only read here.");
    }
    if (!database_->execute("BEGIN IMMEDIATE")) {
        // An earlier one that could not even be undone may still be open.
        static_cast<void>(database_->execute("ROLLBACK"));
        if (auto begun = database_->execute("BEGIN IMMEDIATE"); !begun) return begun;
    }
    Result<void> done = work();
    if (done) done = database_->execute("COMMIT");
    // After a failure SQLite may have rolled back by itself; then this fails, and nothing more is to be undone.
    if (!done) static_cast<void>(database_->execute("ROLLBACK"));
    return done;
}

Result<void> Store::begin(Store* first) {
    auto made = in_transaction([&]() -> Result<void> {
        if (auto tables = make_tables(*database_); !tables) return tables;
        if (first != nullptr) {
            if (auto copied = copy_rows(*first->database_, first->state_, *database_); !copied) return copied;
        }
        return declare_complete(*database_);
    });
    if (made) state_ = SchemaState::current;
    return made;
}

Result<void> Store::only_read() {
    only_read_ = true;
    return allow_reading_only(*database_);
}

Result<void> Store::put(const std::vector<Row>& rows) {
    // Given up if this fails: what is tried again are the rows.
    const std::optional<Bytes> place = std::exchange(unwritten_place_, std::nullopt);
    auto done = in_transaction([&]() -> Result<void> {
        RowWriter writer(*database_);
        for (const Row& row : rows) {
            if (auto put = writer.put(row); !put) return put;
        }
        if (place) static_cast<void>(daybook::write_place(*database_, *place));
        return {};
    });
    for (const Row& row : rows) log_frames_ += frames_of(row);
    return done;
}

Result<void> Store::put_right(const std::vector<RowPlace>& damaged, const std::vector<Row>& rows) {
    auto done = in_transaction([&]() -> Result<void> {
        for (const RowPlace& place : damaged) {
            if (auto deleted = delete_row(*database_, place); !deleted) return deleted;
        }
        RowWriter writer(*database_);
        for (const Row& row : rows) {
            if (auto put = writer.put(row); !put) return put;
        }
        return {};
    });
    for (const Row& row : rows) log_frames_ += frames_of(row);
    return done;
}

Result<void> Store::read(Attachments attachments, const TakeRow& take, const TakeLater& later) {
    const TakeLater leave_out = [](ByteView) {};
    auto read = read_rows(*database_, state_, attachments, take, only_read_ && !later ? leave_out : later);
    if (!read) return pass_on(read.error().while_doing("Reading the notebook"));
    return {};
}

Result<void> Store::each(const TakeRow& take, const TakeLater& later) {
    return read(Attachments::with, take, later);
}

Result<void> Store::each_but_attachments(const TakeRow& take, const TakeLater& later) {
    return read(Attachments::without, take, later);
}

Result<void> Store::each_tombstone(const TakeRow& take) {
    if (state_ != SchemaState::current && state_ != SchemaState::later) return {};
    return read_tombstones(*database_, take);
}

Result<std::optional<Bytes>> Store::find(const RowPlace& place) {
    return find_row(*database_, place);
}

Result<std::uint64_t> Store::last_number(RowKind kind, InspectionId inspection, DeviceId device) {
    return daybook::last_number(*database_, kind, inspection, device);
}

Result<WrongTries> Store::wrong_tries() {
    if (only_read_) return unwritten_tries_.value_or(WrongTries{});
    auto statement = database_->prepare("SELECT count, last_unix_ms FROM attempt");
    if (!statement) return pass_on(statement.error());
    const auto there = (*statement)->step();
    if (!there) return pass_on(there.error());
    if (!*there) return WrongTries{};
    return WrongTries{static_cast<std::uint64_t>((*statement)->column_integer(0)), (*statement)->column_integer(1)};
}

Result<void> Store::set_wrong_tries(const WrongTries& tries) {
    if (only_read_) {
        unwritten_tries_ = tries;
        return {};
    }
    return in_transaction([&]() -> Result<void> {
        if (auto emptied = database_->execute("DELETE FROM attempt"); !emptied) return emptied;
        auto insert = database_->prepare("INSERT INTO attempt(count, last_unix_ms) VALUES(?, ?)");
        if (!insert) return pass_on(insert.error());
        if (auto bound = (*insert)->bind_integer(1, static_cast<std::int64_t>(tries.count)); !bound) return bound;
        if (auto bound = (*insert)->bind_integer(2, tries.last_unix_ms); !bound) return bound;
        if (auto stepped = (*insert)->step(); !stepped) return pass_on(stepped.error());
        return {};
    });
}

void Store::keep_place(Bytes sealed) {
    if (!only_read_) unwritten_place_ = std::move(sealed);
}

void Store::write_place() {
    const std::optional<Bytes> place = std::exchange(unwritten_place_, std::nullopt);
    if (!place) return;
    static_cast<void>(in_transaction([&] { return daybook::write_place(*database_, *place); }));
    log_frames_ += 1;
}

std::optional<Bytes> Store::kept_place() {
    return unwritten_place_ ? unwritten_place_ : read_place(*database_);
}

Result<void> Store::erase(const std::vector<ErasedPlace>& places) {
    unwritten_place_.reset();
    auto done = in_transaction([&]() -> Result<void> {
        if (auto forgotten = forget_place(*database_); !forgotten) return forgotten;
        return delete_rows(*database_, places);
    });
    // The log holds the rows as they were put: it is brought in, and cut to nothing.
    if (done) done = run_checkpoint(*database_, "PRAGMA wal_checkpoint(TRUNCATE)");
    if (!done) return pass_on(done.error().while_doing("Erasing in the notebook"));
    log_frames_ = 0;
    return {};
}

Result<void> Store::checkpoint() {
    if (only_read_ || log_frames_ <= most_frames) return {};
    auto done = run_checkpoint(*database_, "PRAGMA wal_checkpoint(PASSIVE)");
    if (done) log_frames_ = 0;
    return done;
}

Result<void> Store::test() {
    const Bytes written(page_size, Byte{0x5A});
    auto put = in_transaction([&]() -> Result<void> {
        auto made = database_->execute("DROP TABLE IF EXISTS probe; CREATE TABLE probe(bytes BLOB NOT NULL)");
        if (!made) return made;
        auto insert = database_->prepare("INSERT INTO probe(bytes) VALUES(?)");
        if (!insert) return pass_on(insert.error());
        if (auto bound = (*insert)->bind_blob(1, written); !bound) return bound;
        if (auto stepped = (*insert)->step(); !stepped) return pass_on(stepped.error());
        return {};
    });
    if (!put) return put;
    {
        auto find = database_->prepare("SELECT bytes FROM probe");
        if (!find) return pass_on(find.error());
        const auto there = (*find)->step();
        if (!there) return pass_on(there.error());
        if (!*there || !std::ranges::equal((*find)->column_blob(0), written)) {
            return fail(Errc::storage, "What was written did not read back as it was.");
        }
    }
    return in_transaction([&] { return database_->execute("DROP TABLE probe"); });
}

}  // namespace daybook
