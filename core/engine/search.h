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

struct FoundWords {
    std::vector<SearchHit> hits;    ///< the best, best first
    std::vector<SearchMatch> more;  ///< all others, in the order in which they were indexed
};

class WordIndex {
public:
    [[nodiscard]] static Result<WordIndex> make(Databases& databases);

    /// The item's words changed: they are read when next something is searched for.
    void touch(InspectionId inspection, ItemId item) { dirty_.insert({inspection, item}); }

    /// Drops every word of an inspection.
    [[nodiscard]] Result<void> forget(InspectionId inspection);

    /// Where all of the query's words stand, the last of which may be unfinished: at most `limit` hits, and what there
    /// is besides. Marks in excerpts as SearchHit says. A query without a word finds nothing.
    [[nodiscard]] Result<FoundWords> find(const std::string& query,
                                          const std::map<InspectionId, const Notebook*>& notebooks, std::size_t limit);

private:
    using Key = std::pair<InspectionId, ItemId>;

    explicit WordIndex(std::unique_ptr<Database> database) : database_(std::move(database)) {}
    Result<void> refresh(const std::map<InspectionId, const Notebook*>& notebooks);
    Result<void> write(std::int64_t row, const std::string& text);
    [[nodiscard]] Result<std::vector<SearchMatch>> more_than(const std::vector<SearchHit>& hits,
                                                             const std::string& wanted);

    std::unique_ptr<Database> database_;
    std::set<Key> dirty_;
    std::map<Key, std::int64_t> rows_;
    std::vector<Key> keys_;  // keys_[row - 1]
};

}  // namespace daybook
