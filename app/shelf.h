// The notebooks that are open, one for each inspection on this device, and which of them is on the table.
// Never changed but by revisions that the engine sent.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/engine/protocol.h"
#include "core/notebook/notebook.h"

namespace daybook {

/// What is known of an inspection beside what is written in it.
struct Custody {
    std::vector<BundleMade> bundles;  ///< that were made on this device, oldest first
    std::string read_only;            ///< why nothing can be added; empty if it can
    bool recoverable = false;         ///< the office can open it if the passcode is forgotten
    std::uint64_t revisions = 0;      ///< how many this device has
    Instant last_written;             ///< the latest time that one of them says; 0 if there is none

    [[nodiscard]] bool can_be_written() const { return read_only.empty(); }
    /// How many revisions are in no bundle that was made here.
    [[nodiscard]] std::uint64_t in_no_bundle() const;
};

class Shelf {
public:
    void unlocked(const Unlocked& unlocked);
    /// Gives the revisions as they were read.
    std::vector<Revision> appended(const Appended& appended);
    void exported(const Exported& exported, Instant at);
    void erased(InspectionId inspection);
    void clear();

    /// None if there is no inspection yet.
    [[nodiscard]] const Notebook* open() const;
    [[nodiscard]] const Notebook* find(InspectionId inspection) const;
    /// Of an inspection that is not here: nothing is known.
    [[nodiscard]] const Custody& custody(InspectionId inspection) const;
    /// The latest time that anything on this device says it was written at.
    [[nodiscard]] Instant last_written() const;
    void put_on_table(InspectionId inspection);
    /// By authority.
    [[nodiscard]] std::vector<const Notebook*> all() const;

    [[nodiscard]] const std::string& author() const { return author_; }
    /// Why something in them could not be read; empty if everything could.
    [[nodiscard]] const std::string& complaint() const { return complaint_; }

private:
    std::vector<Revision> add(InspectionId inspection, const std::vector<Bytes>& revisions);

    std::map<InspectionId, Notebook> notebooks_;
    std::map<InspectionId, Custody> custody_;
    Custody unknown_;
    InspectionId open_;
    std::string author_;
    std::string complaint_;
};

}  // namespace daybook
