#include "core/engine/durability.h"

#include <algorithm>

namespace daybook {

void Durability::put(std::vector<Row> rows, std::uint64_t number) {
    batches_.push_back({std::move(rows), number, 0, false, Copy::waiting});
    // The second copy is asked first: while its store works, this thread commits.
    give_to_journal();
    give_to_database();
    report();
}

void Durability::try_again() {
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
    if (!stored) listener_.failed(stored.error().while_doing("Writing the second copy"));
    report();
}

void Durability::give_to_journal() {
    for (Batch& batch : batches_) {
        if (batch.second != Copy::waiting) continue;
        batch.token = ++last_token_;
        batch.second = Copy::asked;
        journal_.append(encode_batch(batch.rows), batch.token);
    }
}

void Durability::give_to_database() {
    if (store_ == nullptr) return;
    for (Batch& batch : batches_) {
        if (batch.in_database) continue;
        if (auto done = store_->put(batch.rows); !done) {
            // Later batches wait for this one, so that a chain on disk never has a hole.
            listener_.failed(done.error().while_doing("Writing the notebook"));
            return;
        }
        batch.in_database = true;
    }
}

void Durability::report() {
    bool moved = false;
    while (!batches_.empty() && batches_.front().in_database && batches_.front().second == Copy::done) {
        moved = moved || batches_.front().number > 0;
        up_to_ = std::max(up_to_, batches_.front().number);
        batches_.pop_front();
    }
    if (moved) listener_.durable(up_to_);
}

}  // namespace daybook
