// The second copy, in a store of another kind than the database.
// Never read while the engine runs: its batches are handed over before.
#pragma once

#include <cstdint>

#include "core/base/bytes.h"

namespace daybook {

class Journal {
public:
    virtual ~Journal() = default;
    /// Starts to store a batch. That it is on disk, or that it is not, comes later as a message to the engine
    /// (Engine::journal_answered) that carries the same token. Batches are kept in the order of the calls.
    virtual void append(ByteView batch, std::uint64_t token) = 0;
};

}  // namespace daybook
