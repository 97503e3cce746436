// Hands batches to the worker.
// Never keeps one: the worker copies it before this returns.
#include "platform/web/journal.h"

#include "platform/web/engine_calls.h"

namespace daybook {

void WebJournal::append(ByteView batch, std::uint64_t token) {
    // Tokens count batches, so they stay far below 2^53 and a double holds them.
    daybook_journal_append(batch.data(), batch.size(), static_cast<double>(token));
}

void WebJournal::replace(const std::vector<Bytes>& batches, std::uint64_t token) {
    for (const Bytes& batch : batches) daybook_journal_collect(batch.data(), batch.size());
    daybook_journal_replace(static_cast<double>(token));
}

}  // namespace daybook
