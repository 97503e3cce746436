// Finding words again: an index in memory, filled when the notebook is unlocked.
// Never written to disk, and gone with the lock.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/engine/protocol.h"
#include "core/notebook/notebook.h"
#include "platform/database.h"

namespace daybook {

class WordIndex {
public:
    [[nodiscard]] static Result<WordIndex> make(Databases& databases);

    /// The item's words changed: they are read when next something is searched for.
    void touch(InspectionId inspection, ItemId item) { dirty_.insert({inspection, item}); }

    /// Drops every word of an inspection.
    [[nodiscard]] Result<void> forget(InspectionId inspection);

    /// Hits for all of the query's words, the last of which may be unfinished; best first, at most `limit`.
    /// Marks in excerpts as SearchHit says. A query without a word finds nothing.
    [[nodiscard]] Result<std::vector<SearchHit>> find(const std::string& query,
                                                      const std::map<InspectionId, const Notebook*>& notebooks,
                                                      int limit);

private:
    using Key = std::pair<InspectionId, ItemId>;

    explicit WordIndex(std::unique_ptr<Database> database) : database_(std::move(database)) {}
    Result<void> refresh(const std::map<InspectionId, const Notebook*>& notebooks);
    Result<void> write(std::int64_t row, const std::string& text);

    std::unique_ptr<Database> database_;
    std::set<Key> dirty_;
    std::map<Key, std::int64_t> rows_;
    std::vector<Key> keys_;  // keys_[row - 1]
};

}  // namespace daybook
