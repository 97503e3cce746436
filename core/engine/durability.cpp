#include "core/engine/durability.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace daybook {
namespace {

// Bytes of sealed rows that are given to a new second copy at once: a notebook with photographs is larger than memory
// has room for twice.
constexpr std::size_t batch_size = 4'000'000;

}  // namespace

void Durability::put(std::vector<Row> rows, std::uint64_t number, std::function<void()> then) {
    add({std::move(rows), number, 0, false, Copy::waiting, {}, std::move(then)});
}

void Durability::test(std::function<void(const Result<void>& stored)> told) {
    add({{}, 0, 0, false, Copy::waiting, std::move(told), {}});
}

void Durability::add(Batch batch) {
    batches_.push_back(std::move(batch));
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

void Durability::add_from_database(std::vector<RowPlace> places) {
    batches_.push_back({{}, 0, 0, true, Copy::waiting, {}, {}, std::move(places)});
    give_to_journal();
    report();
}

void Durability::give_again(std::vector<RowPlace> places) {
    // What only the lost copy had is not among the rows.
    for (Batch& batch : batches_) {
        if (batch.second == Copy::done && !batch.in_database) batch.second = Copy::waiting;
    }
    if (!places.empty()) batches_.push_front({{}, 0, 0, true, Copy::waiting, {}, {}, std::move(places)});
    say_failed({Errc::storage, "The second copy was cleared while Daybook was open. It is written again."});
    try_again();
}

void Durability::replace_second_copy(AllBatches all, std::function<void()> done) {
    replacement_ = Replacement{std::move(all), std::move(done)};
    give_to_journal();
}

void Durability::try_again() {
    journal_failure_.reset();
    if (replacement_ && replacement_->state == Copy::refused) replacement_->state = Copy::waiting;
    for (Batch& batch : batches_) {
        if (batch.second == Copy::refused) batch.second = Copy::waiting;
    }
    give_to_journal();
    give_to_database();
    report();
}

void Durability::answered(std::uint64_t token, const Result<void>& stored) {
    if (replacement_ && replacement_->state == Copy::asked && replacement_->token == token) return replaced(stored);
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

/// True while the second copy is being replaced: what is appended meanwhile might go with the old one.
bool Durability::replace() {
    if (!replacement_ || replacement_->state == Copy::refused) return false;
    if (replacement_->state == Copy::asked) return true;
    if (!batches_.empty()) return false;
    auto batches = replacement_->all();
    if (!batches) {
        replacement_->state = Copy::refused;
        journal_failure_ = batches.error().while_doing("Erasing in the second copy");
        say_failed(*journal_failure_);
        return false;
    }
    replacement_->token = ++last_token_;
    replacement_->state = Copy::asked;
    journal_.replace(*batches, replacement_->token);
    return true;
}

void Durability::replaced(const Result<void>& stored) {
    if (stored) {
        const auto done = std::move(replacement_->done);
        replacement_.reset();
        if (done) done();
    } else {
        replacement_->state = Copy::refused;
        journal_failure_ = stored.error().while_doing("Erasing in the second copy");
        say_failed(*journal_failure_);
    }
    give_to_journal();
    report();
}

/// Reads what the second copy is given next; what is left of it becomes a batch behind that.
Result<void> Durability::read_some(std::size_t number) {
    std::vector<RowPlace> unread = std::move(batches_[number].unread);
    std::vector<Row> rows;
    std::size_t taken = 0;
    for (std::size_t size = 0; taken < unread.size() && size < batch_size; ++taken) {
        auto sealed = store_->find(unread[taken]);
        if (!sealed && sealed.error().code == Errc::corrupt) {
            // What is damaged must not keep the rest from having a second copy.
            listener_.failed(sealed.error().while_doing("Writing the second copy"));
            continue;
        }
        if (!sealed) {
            batches_[number].unread = std::move(unread);
            return pass_on(sealed.error());
        }
        if (!*sealed) continue;  // erased since
        size += (*sealed)->size();
        rows.push_back({unread[taken], std::move(**sealed)});
    }
    unread.erase(unread.begin(), unread.begin() + static_cast<std::ptrdiff_t>(taken));
    batches_[number].rows = std::move(rows);
    if (unread.empty()) return {};
    const auto behind = batches_.begin() + static_cast<std::ptrdiff_t>(number) + 1;
    batches_.insert(behind, {{}, 0, 0, true, Copy::waiting, {}, {}, std::move(unread)});
    return {};
}

void Durability::give_to_journal() {
    if (replace()) return;
    // One at a time: were a later batch taken while an earlier one is refused, the copy would have a hole.
    const auto next = std::ranges::find_if(batches_, [](const Batch& batch) { return batch.second != Copy::done; });
    if (next == batches_.end() || next->second != Copy::waiting) return;
    const auto number = static_cast<std::size_t>(next - batches_.begin());
    if (!next->unread.empty()) {
        if (auto read = read_some(number); !read) {
            batches_[number].second = Copy::refused;
            journal_failure_ = read.error().while_doing("Writing the second copy");
            return say_failed(*journal_failure_);
        }
    }
    Batch& batch = batches_[number];
    batch.token = ++last_token_;
    batch.second = Copy::asked;
    journal_.append(encode_batch(batch.rows), batch.token);
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
    for (Batch& batch : batches_) {
        if (const auto told = std::exchange(batch.told, {})) told(pass_on(error));
    }
    listener_.failed(error);
}

void Durability::report() {
    bool moved = false;
    bool stored_any = false;
    std::vector<std::function<void()>> done;
    while (!batches_.empty() && batches_.front().in_database && batches_.front().second == Copy::done) {
        Batch& batch = batches_.front();
        moved = moved || batch.number > 0;
        up_to_ = std::max(up_to_, batch.number);
        if (const auto told = std::exchange(batch.told, {})) told({});
        if (batch.then) done.push_back(std::move(batch.then));
        batches_.pop_front();
        stored_any = true;
    }
    // Only now that nothing is half done here: they may store more.
    for (const auto& then : done) then();
    // Who heard that something failed hears that all is well again, even if it was no edit of the app's.
    if (all_durable() && std::exchange(failure_said_, false)) moved = true;
    if (moved) say_durable();
    if (stored_any && batches_.empty()) listener_.settled();
}

void Durability::say_durable() {
    listener_.durable(up_to_);
    // What came after is still not stored: the last word must not be one of success, or nobody tries again.
    for (const auto* failure : {&journal_failure_, &database_failure_}) {
        if (*failure && !all_durable()) say_failed(**failure);
    }
}

}  // namespace daybook
