#include "core/engine/durability.h"

#include <algorithm>
#include <utility>

namespace daybook {

void Durability::put(std::vector<Row> rows, std::uint64_t number, std::function<void()> then) {
    batches_.push_back({std::move(rows), number, 0, false, Copy::waiting, std::move(then)});
    // The second copy is asked first: while its store works, this thread commits.
    give_to_journal();
    give_to_database();
    report();
}

void Durability::put_back(std::vector<Row> rows) {
    batches_.push_back({std::move(rows), 0, 0, false, Copy::done});
    give_to_database();
    report();
}

void Durability::try_again() {
    journal_failure_.reset();
    for (Batch& batch : batches_) {
        if (batch.second == Copy::refused) batch.second = Copy::waiting;
    }
    give_to_journal();
    give_to_database();
    report();
}

void Durability::answered(std::uint64_t token, const Result<void>& stored) {
    const auto batch = std::ranges::find(batches_, token, &Batch::token);
    if (batch == batches_.end() || batch->second != Copy::asked) return;
    batch->second = stored ? Copy::done : Copy::refused;
    if (!stored) {
        journal_failure_ = stored.error().while_doing("Writing the second copy");
        say_failed(*journal_failure_);
    }
    report();
    give_to_journal();
}

void Durability::each_waiting(const std::function<void(const Row&)>& take) const {
    for (const Batch& batch : batches_) {
        if (!batch.in_database) std::ranges::for_each(batch.rows, take);
    }
}

void Durability::give_to_journal() {
    // One at a time: were a later batch taken while an earlier one is refused, the copy would have a hole.
    const auto next = std::ranges::find_if(batches_, [](const Batch& batch) { return batch.second != Copy::done; });
    if (next == batches_.end() || next->second != Copy::waiting) return;
    next->token = ++last_token_;
    next->second = Copy::asked;
    journal_.append(encode_batch(next->rows), next->token);
}

void Durability::give_to_database() {
    if (store_ == nullptr) return;
    database_failure_.reset();
    for (Batch& batch : batches_) {
        if (batch.in_database) continue;
        if (auto done = store_->put(batch.rows); !done) {
            // Later batches wait for this one, so that a chain on disk never has a hole.
            database_failure_ = done.error().while_doing("Writing the notebook");
            return say_failed(*database_failure_);
        }
        batch.in_database = true;
    }
}

void Durability::say_failed(const Error& error) {
    failure_said_ = true;
    listener_.failed(error);
}

void Durability::report() {
    bool moved = false;
    std::vector<std::function<void()>> done;
    while (!batches_.empty() && batches_.front().in_database && batches_.front().second == Copy::done) {
        moved = moved || batches_.front().number > 0;
        up_to_ = std::max(up_to_, batches_.front().number);
        if (batches_.front().then) done.push_back(std::move(batches_.front().then));
        batches_.pop_front();
    }
    // Only now that nothing is half done here: they may store more.
    for (const auto& then : done) then();
    // Who heard that something failed hears that all is well again, even if it was no edit of the app's.
    if (batches_.empty() && std::exchange(failure_said_, false)) moved = true;
    if (!moved) return;
    listener_.durable(up_to_);
    // What came after is still not stored: the last word must not be one of success, or nobody tries again.
    for (const auto* failure : {&journal_failure_, &database_failure_}) {
        if (*failure && !batches_.empty()) say_failed(**failure);
    }
}

}  // namespace daybook
