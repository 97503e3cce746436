// What was written and what was promised, kept beside the notebook; and the comparison with what a restart finds.
// Never asks the engine what it wrote: revisions are taken as they were said, words as they were typed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/engine/protocol.h"
#include "tests/faults/desk.h"

namespace daybook::faults {

struct Account {
    /// Moments are counts of the disk's operations.
    using Moment = std::size_t;

    struct Edit {
        std::uint64_t number = 0;
        InspectionId inspection;
        std::size_t revisions = 0;  ///< of that inspection, with this edit
    };
    struct Promise {
        Moment said = 0;
        std::uint64_t up_to = 0;
    };
    struct Passcode {
        std::string words;
        Moment asked = 0;
        std::optional<Moment> promised{};
    };
    struct Attachment {
        InspectionId inspection;
        ItemId id;
        std::uint64_t number = 0;
        Bytes content{};
    };
    struct Erasure {
        InspectionId inspection;
        Moment asked = 0;
        std::optional<Moment> promised{};
    };

    Keeping keeping = Keeping::files;  ///< with nothing kept, the second copy is the only one
    std::vector<Passcode> passcodes;
    std::map<InspectionId, std::vector<Bytes>> revisions;
    std::vector<Edit> edits;
    std::vector<Promise> promises;
    std::vector<Attachment> attachments;
    std::vector<Erasure> erasures;
    /// What an entry's words were, once its inspection had so many revisions.
    std::map<ItemId, std::vector<std::pair<std::size_t, std::string>>> words;
    std::size_t exports = 0;
    std::size_t reports = 0;  ///< how often something was said to have failed
    std::string last_report;

    [[nodiscard]] std::uint64_t promised_at(Moment moment) const;
    /// How many revisions of an inspection were promised.
    [[nodiscard]] std::size_t revisions_promised(InspectionId inspection, Moment moment) const;
    [[nodiscard]] std::size_t acknowledged() const { return promises.empty() ? 0 : promises.back().up_to; }
};

/// What a restart finds.
struct Reopened {
    Status found;         ///< when it started
    std::string said;     ///< complaints at the unlock
    std::string refused;  ///< why it could not be unlocked; empty if it could
    std::optional<Unlocked> unlocked;
    std::vector<Bytes> attachments;  ///< as the account counts them; empty where one could not be read

    /// True if the person was told that something was repaired, or is amiss.
    [[nodiscard]] bool noticed() const;
};

/// Starts again in `folder`, unlocks with a passcode that counted at that moment, and reads.
[[nodiscard]] Reopened reopen(const std::string& folder, const Account& account, Account::Moment moment, Dice& dice);

/// Of the promises at that moment, one that was not kept, or something that nobody ever wrote; empty if there is none.
[[nodiscard]] std::string what_is_wrong(const Account& account, Account::Moment moment, const Reopened& reopened);

/// Something that is shown and was never written, however little is there; empty if there is none.
[[nodiscard]] std::string what_was_invented(const Account& account, const Reopened& reopened);

}  // namespace daybook::faults
