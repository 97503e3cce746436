// The notebooks that are open, one for each inspection on this device, and which of them is on the table.
// Never changed but by revisions that the engine sent.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/engine/protocol.h"
#include "core/notebook/notebook.h"

namespace daybook {

class Shelf {
public:
    void unlocked(const Unlocked& unlocked);
    /// Gives the revisions as they were read.
    std::vector<Revision> appended(const Appended& appended);
    void clear();

    /// None if there is no inspection yet.
    [[nodiscard]] const Notebook* open() const;
    [[nodiscard]] const Notebook* find(InspectionId inspection) const;
    void put_on_table(InspectionId inspection);
    /// By authority.
    [[nodiscard]] std::vector<const Notebook*> all() const;

    [[nodiscard]] const std::string& author() const { return author_; }
    /// What could not be read, in words for the person; empty if everything could.
    [[nodiscard]] const std::string& complaint() const { return complaint_; }

private:
    std::vector<Revision> add(InspectionId inspection, const std::vector<Bytes>& revisions);

    std::map<InspectionId, Notebook> notebooks_;
    InspectionId open_;
    std::string author_;
    std::string complaint_;
};

}  // namespace daybook
