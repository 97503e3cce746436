// The history of an entry: who changed it, when, and what it said before, the latest step first (H28).
// Never changes what was: bringing words back is one more step.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/drafts.h"
#include "app/screens/screen.h"
#include "core/base/word_difference.h"
#include "core/notebook/history.h"

namespace daybook {

struct HistoryDesk {
    /// What a step did to the words.
    struct Told {
        std::vector<WordRun> runs;
        std::string spoken;
        bool stands = false;  ///< the entry says now what it said after the step
    };

    InspectionId book{};
    ItemId of{};
    std::uint64_t revisions = 0;                             ///< that the notebook had when this was put together
    std::vector<HistoryStep> steps{};                        ///< the latest first
    std::map<RevisionRef, Told> told{};                      ///< of those that were looked at, by the words they led to
    std::map<RevisionRef, std::vector<std::string>> open{};  ///< of those that are open, by their first change: each
    bool brought_back = false;                               ///< words were, just now
};

/// Of the entry of the spot that one is at.
void history_screen(Ui& ui, const View& view, HistoryDesk& desk, const Drafts& drafts, Wishes wishes);

}  // namespace daybook
