// The engine in a few lines.
// Never keeps anything beyond the test, and never refuses what is well formed.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/engine/protocol.h"
#include "core/notebook/edits.h"
#include "core/notebook/notebook.h"

namespace daybook::testing {

/// What the engine would answer: revisions, numbered and stamped, in no storage at all.
class PlainEngine {
public:
    std::vector<Event> answer(const Command& command, LocalTime now);
    /// The entry whose first words have these in them.
    [[nodiscard]] ItemId entry_with(std::string_view words) const;
    [[nodiscard]] const std::map<InspectionId, std::vector<Bytes>>& revisions() const { return revisions_; }
    [[nodiscard]] InspectionId inspection_of(ItemId item) const { return of_.at(item); }

    /// What the passcode is, as far as this engine cares.
    std::string passcode = "awake porch mortar straw";
    /// What TestStorage comes to; empty is well.
    std::string storage_complaint;
    /// Why attachments cannot be read; empty if they can.
    std::string file_complaint;

private:
    std::vector<Event> answer_about_keys(const Command& command);
    Event append(std::uint64_t number, InspectionId inspection, const std::vector<Change>& changes, LocalTime now);

    std::map<InspectionId, std::uint64_t> next_seq_;
    [[nodiscard]] std::vector<Change> with_versions(const Edit& edit) const;

    std::map<std::uint64_t, RevisionRef> made_;
    std::map<ItemId, std::string> words_;
    std::map<ItemId, Bytes> files_;
    std::map<ItemId, InspectionId> of_;
    std::map<InspectionId, std::vector<Bytes>> revisions_;
    std::int64_t stamp_ = 1;
};

}  // namespace daybook::testing
