// The second copy in IndexedDB, which the worker writes (web/src/journal.ts).
// Never waits: the answer comes as daybook_engine_journal_answered.
#pragma once

#include "platform/journal.h"

namespace daybook {

class WebJournal : public Journal {
public:
    void append(ByteView batch, std::uint64_t token) override;
    void replace(const std::vector<Bytes>& batches, std::uint64_t token) override;
};

}  // namespace daybook
