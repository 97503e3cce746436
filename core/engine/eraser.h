// Finishes what a tombstone says: the rows go from the database, then the second copy is replaced by what remains.
// Never begins before the tombstone is in both copies, so that one that was broken off is finished at the next start.
#pragma once

#include <functional>
#include <vector>

#include "core/engine/durability.h"
#include "core/engine/erasure.h"
#include "core/engine/opening.h"
#include "core/engine/store.h"
#include "platform/database.h"

namespace daybook {

class Eraser {
public:
    Eraser(Durability& durability, Databases& databases) : durability_(durability), databases_(databases) {}

    /// What the start found; what was broken off is taken up. The store is the one that durability uses.
    void start(Store& store, const Opened& opened);

    /// The tombstone for these places, to be put by the caller, with whatever takes their place. Once it is in both
    /// copies the rest goes by itself, and `done` is said at the end.
    [[nodiscard]] Row begin(DeviceId device, const std::vector<ErasedPlace>& places, std::function<void()> done);
    /// As above, for places that nothing takes.
    void erase(DeviceId device, const std::vector<ErasedPlace>& places, std::function<void()> done);

    /// What stands in these places of the second copy, and differs from the database, is damaged: it is not kept.
    void give_up(const std::vector<RowPlace>& places);
    /// The second copy is written anew, of what the database holds and what is to be kept besides.
    void renew();

    /// Nothing waits any more: Durability says so.
    void settled();

    /// True for what was erased, even if it stands in a copy still.
    [[nodiscard]] bool is_erased(const RowPlace& place) const { return covers(erased_, place); }

private:
    Result<std::vector<Bytes>> erase_and_collect();

    Durability& durability_;
    Databases& databases_;
    Store* store_ = nullptr;
    std::vector<ErasedPlace> erased_;
    std::vector<Row> second_opinions_;  // of the second copy, which must not lose them when it is replaced
    std::vector<Bytes> unreadable_;
    std::uint64_t tombstones_ = 0;  // the greatest number of one
    bool is_pending_ = false;
    std::vector<std::function<void()>> waiting_;    // for erasures that are not begun
    std::vector<std::function<void()>> finishing_;  // for those that the replacement finishes
};

}  // namespace daybook
