// Keeps the promise "saved": every batch of rows goes to the database and to the second copy, in order, until both
// have it. Never drops a batch that one of them refused, and never lets a later one pass it: each copy is a beginning
// of what was written, whenever power fails.
#pragma once

#include <deque>
#include <functional>
#include <optional>

#include "core/engine/row.h"
#include "core/engine/store.h"
#include "platform/journal.h"

namespace daybook {

class Durability {
public:
    /// What is told as it happens.
    struct Listener {
        std::function<void(std::uint64_t up_to)> durable;  ///< all edits up to this number are in both copies
        std::function<void(const Error& error)> failed;
        std::function<void()> settled;  ///< nothing waits any more, in either copy
    };
    /// All that the second copy is to hold.
    using AllBatches = std::function<Result<std::vector<Bytes>>()>;

    Durability(Journal& journal, Listener listener) : journal_(journal), listener_(std::move(listener)) {}

    /// Where the rows go. Until it is set, they only wait.
    void use(Store& store) { store_ = &store; }

    /// Stores the rows of one edit. `number` is the edit's, 0 for what is no edit of the app.
    /// `then` (optional) is called once, when they are in both copies.
    void put(std::vector<Row> rows, std::uint64_t number, std::function<void()> then = {});
    /// Stores rows that the second copy has already and the database did not take.
    void put_back(std::vector<Row> rows);
    /// Adds to the second copy what stands in these places of the database. It is read from there a piece at a time,
    /// when the second copy has taken the one before: all of it may be more than there is memory for.
    void add_from_database(std::vector<RowPlace> places);
    /// The second copy was lost. `places` are all that the database holds: they go into the new copy before what waits.
    void give_again(std::vector<RowPlace> places);
    /// Puts what `all` gives in the place of the whole second copy, as soon as nothing waits, and then says `done`.
    /// If it is refused it is asked for anew, and what is written goes its usual way meanwhile.
    void replace_second_copy(AllBatches all, std::function<void()> done);
    /// Stores nothing, in both copies, and says whether that could be done.
    void test(std::function<void(const Result<void>& stored)> told);
    /// Tries again what was refused.
    void try_again();
    void answered(std::uint64_t token, const Result<void>& stored);

    /// Rows that are not in the database yet, oldest first.
    void each_waiting(const std::function<void(const Row&)>& take) const;

    [[nodiscard]] bool all_durable() const { return batches_.empty() && !replacement_; }

private:
    enum class Copy { waiting, asked, done, refused };
    struct Batch {
        std::vector<Row> rows;
        std::uint64_t number = 0;
        std::uint64_t token = 0;
        bool in_database = false;
        Copy second = Copy::waiting;
        std::function<void(const Result<void>& stored)> told{};  // whoever waits for this batch, once
        std::function<void()> then{};
        std::vector<RowPlace> unread{};  // in the database, and read when it is this batch's turn: then it has no rows
    };
    struct Replacement {
        AllBatches all;
        std::function<void()> done;
        std::uint64_t token = 0;
        Copy state = Copy::waiting;
    };

    void add(Batch batch);
    void give_to_journal();
    Result<void> read_some(std::size_t batch);
    bool replace();
    void replaced(const Result<void>& stored);
    void give_to_database();
    void say_failed(const Error& error);
    void report();
    void say_durable();

    Journal& journal_;
    Listener listener_;
    Store* store_ = nullptr;
    std::deque<Batch> batches_;
    std::optional<Replacement> replacement_;
    std::uint64_t last_token_ = 0;
    std::uint64_t up_to_ = 0;
    std::optional<Error> journal_failure_;
    std::optional<Error> database_failure_;
    bool failure_said_ = false;  // and not yet that all is well again
};

}  // namespace daybook
