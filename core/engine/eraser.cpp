// Finishes what a tombstone says: the rows go from the database, then the second copy is replaced by what remains.
// Never begins before the tombstone is in both copies, so that one that was broken off is finished at the next start.
#include "core/engine/eraser.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace daybook {
namespace {

/// Rows as batches that are no longer than what one edit makes, or one piece of an attachment.
class Batcher {
public:
    void add(Row row) {
        size_ += row.sealed.size();
        rows_.push_back(std::move(row));
        if (size_ >= most_bytes || rows_.size() >= most_rows) close();
    }
    std::vector<Bytes> take() && {
        if (!rows_.empty()) close();
        return std::move(batches_);
    }

private:
    static constexpr std::size_t most_bytes = 1'000'000;
    static constexpr std::size_t most_rows = 500;

    void close() {
        batches_.push_back(encode_batch(rows_));
        rows_.clear();
        size_ = 0;
    }

    std::vector<Bytes> batches_;
    std::vector<Row> rows_;
    std::size_t size_ = 0;
};

}  // namespace

void Eraser::start(Store& store, const Opened& opened) {
    store_ = &store;
    erased_ = opened.erased;
    second_opinions_ = opened.second_opinions;
    for (const Stray& stray : opened.strays) second_opinions_.push_back({stray.in_second, stray.sealed});
    unreadable_ = opened.unreadable;
    for (const Row& row : opened.device_rows) {
        if (row.place.kind == RowKind::erased) tombstones_ = std::max(tombstones_, row.place.number);
    }
    is_pending_ = opened.erasure_unfinished;
    if (durability_.all_durable()) settled();
}

Row Eraser::begin(DeviceId device, const std::vector<ErasedPlace>& places, std::function<void()> done) {
    erased_.insert(erased_.end(), places.begin(), places.end());
    std::erase_if(second_opinions_, [this](const Row& row) { return is_erased(row.place); });
    is_pending_ = true;
    if (done) waiting_.push_back(std::move(done));
    return {{RowKind::erased, {}, device, ++tombstones_}, encode_erasure(places)};
}

void Eraser::erase(DeviceId device, const std::vector<ErasedPlace>& places, std::function<void()> done) {
    durability_.put({begin(device, places, std::move(done))}, 0);
}

void Eraser::give_up(const std::vector<RowPlace>& places) {
    std::erase_if(second_opinions_,
                  [&](const Row& row) { return std::ranges::find(places, row.place) != places.end(); });
}

void Eraser::renew() {
    is_pending_ = true;
    if (durability_.all_durable()) settled();
}

void Eraser::settled() {
    if (!std::exchange(is_pending_, false)) return;
    std::ranges::move(std::exchange(waiting_, {}), std::back_inserter(finishing_));
    durability_.replace_second_copy([this] { return erase_and_collect(); },
                                    [this] {
                                        for (const auto& done : std::exchange(finishing_, {})) done();
                                    });
}

Result<std::vector<Bytes>> Eraser::erase_and_collect() {
    if (auto erased = store_->erase(erased_); !erased) return pass_on(erased.error());
    const auto names = databases_.stored();
    if (!names) return pass_on(names.error());
    // The file of the first schema may still be there, with all that it held.
    if (!erased_.empty() && std::ranges::find(*names, first_database_name) != names->end()) {
        if (auto removed = databases_.remove(first_database_name); !removed) return pass_on(removed.error());
    }
    Batcher batcher;
    if (auto read = store_->each([&](Row row) { batcher.add(std::move(row)); }); !read) return pass_on(read.error());
    for (const Row& row : second_opinions_) batcher.add(row);
    std::vector<Bytes> batches = std::move(batcher).take();
    batches.insert(batches.end(), unreadable_.begin(), unreadable_.end());
    return batches;
}

}  // namespace daybook
