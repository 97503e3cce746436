// The second copy, in a store of another kind than the database.
// Never read while the engine runs: its batches are handed over before.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/bytes.h"

namespace daybook {

class Journal {
public:
    virtual ~Journal() = default;
    /// Starts to store a batch. That it is on disk, or that it is not, comes later as a message to the engine
    /// (Engine::journal_answered) that carries the same token. Batches are kept in the order of the calls.
    virtual void append(ByteView batch, std::uint64_t token) = 0;
    /// Starts to put these batches in the place of all that is there, at once: whenever power fails, either all of the
    /// old is there or all of the new. What is replaced is overwritten where the store lets us. Answered as append is.
    virtual void replace(const std::vector<Bytes>& batches, std::uint64_t token) = 0;
};

}  // namespace daybook
