// What was written and what was promised, and the comparison with what a restart finds.
// Never asks the engine what it wrote: revisions are taken as they were said, words as they were typed.
#include "tests/faults/account.h"

#include <algorithm>
#include <format>
#include <ranges>

#include "core/notebook/notebook.h"

namespace daybook::faults {

namespace {

/// Those that may open the notebook, the likeliest first: the last that was promised, and all that were asked for
/// since.
std::vector<std::string> passcodes_at(const Account& account, Account::Moment moment) {
    std::vector<std::string> possible;
    for (const Account::Passcode& passcode : account.passcodes) {
        if (passcode.asked > moment) continue;
        if (passcode.promised && *passcode.promised <= moment) possible.clear();
        possible.insert(possible.begin(), passcode.words);
    }
    return possible;
}

const OpenInspection* find(const Reopened& reopened, InspectionId inspection) {
    if (!reopened.unlocked) return nullptr;
    const auto found = std::ranges::find(reopened.unlocked->inspections, inspection, &OpenInspection::inspection);
    return found == reopened.unlocked->inspections.end() ? nullptr : &*found;
}

std::size_t revisions_found(const Reopened& reopened, InspectionId inspection) {
    const OpenInspection* open = find(reopened, inspection);
    return open == nullptr ? 0 : open->revisions.size();
}

bool was_asked_to_go(const Account& account, InspectionId inspection, Account::Moment moment) {
    return std::ranges::any_of(account.erasures, [&](const Account::Erasure& erasure) {
        return erasure.inspection == inspection && erasure.asked <= moment;
    });
}

bool has_gone(const Account& account, InspectionId inspection, Account::Moment moment) {
    return std::ranges::any_of(account.erasures, [&](const Account::Erasure& erasure) {
        return erasure.inspection == inspection && erasure.promised && *erasure.promised <= moment;
    });
}

/// The words of an entry once its inspection had `revisions` revisions; none if it was not begun.
std::optional<std::string> words_at(const Account& account, ItemId entry, std::size_t revisions) {
    std::optional<std::string> words;
    const auto history = account.words.find(entry);
    if (history == account.words.end()) return words;
    for (const auto& [count, text] : history->second) {
        if (count <= revisions) words = text;
    }
    return words;
}

/// The shown words against those that were typed.
std::string wrong_words(const Account& account, const OpenInspection& open) {
    Notebook notebook(open.inspection);
    for (const Bytes& canonical : open.revisions) {
        const auto revision = decode_revision(canonical);
        if (!revision || !notebook.apply(*revision)) return "a revision cannot be read";
    }
    for (const Entry* entry : notebook.entries()) {
        const auto typed = words_at(account, entry->id, open.revisions.size());
        if (typed.value_or("") != entry->words) return "an entry shows other words than were typed";
        if (entry->versions.size() > 1) return "an entry has two versions, and one person typed it";
    }
    return {};
}

/// A part of an edit is as bad as none of it: they belong together.
bool ends_with_an_edit(const Account& account, InspectionId inspection, std::size_t revisions) {
    return revisions == 0 || std::ranges::any_of(account.edits, [&](const Account::Edit& edit) {
               return edit.inspection == inspection && edit.revisions == revisions;
           });
}

std::string wrong_attachment(const Account& account, Account::Moment moment, const Reopened& reopened) {
    const std::uint64_t promised = account.promised_at(moment);
    for (std::size_t n = 0; n < account.attachments.size(); ++n) {
        const Account::Attachment& attachment = account.attachments[n];
        const Bytes& found = reopened.attachments.at(n);
        const bool may_be_missing =
            attachment.number > promised || was_asked_to_go(account, attachment.inspection, moment);
        if (found != attachment.content && !(may_be_missing && found.empty())) {
            return std::format("attachment {} is {}", n, found.empty() ? "missing" : "another");
        }
    }
    return {};
}

void read_attachments(Desk& desk, const Account& account, Reopened& reopened) {
    for (const Account::Attachment& attachment : account.attachments) {
        desk.tell(ReadAttachment{attachment.inspection, attachment.id});
        const auto* read = desk.heard<AttachmentRead>();
        reopened.attachments.push_back(read != nullptr && read->complaint.empty() ? read->content : Bytes());
    }
}

}  // namespace

std::uint64_t Account::promised_at(Moment moment) const {
    std::uint64_t up_to = 0;
    for (const Promise& promise : promises) {
        if (promise.said <= moment) up_to = std::max(up_to, promise.up_to);
    }
    return up_to;
}

std::size_t Account::revisions_promised(InspectionId inspection, Moment moment) const {
    const std::uint64_t up_to = promised_at(moment);
    std::size_t count = 0;
    for (const Edit& edit : edits) {
        if (edit.inspection == inspection && edit.number <= up_to) count = std::max(count, edit.revisions);
    }
    return count;
}

bool Reopened::noticed() const {
    return !found.words.empty() || !said.empty() || !refused.empty() || found.state == EngineState::unusable;
}

Reopened reopen(const std::string& folder, const Account& account, Account::Moment moment, Dice& dice) {
    Reopened reopened;
    Desk desk(folder, dice, {}, account.keeping);
    reopened.found = desk.found();
    if (reopened.found.state != EngineState::locked) return reopened;
    for (const std::string& passcode : passcodes_at(account, moment)) {
        desk.tell(Unlock{passcode});
        if (const auto* unlocked = desk.heard<Unlocked>()) reopened.unlocked = *unlocked;
        if (const auto* status = desk.heard<Status>()) reopened.said = status->words;
        const auto* refused = desk.heard<Refused>();
        reopened.refused = refused != nullptr ? refused->words : "";
        if (reopened.unlocked) break;
    }
    if (reopened.unlocked) read_attachments(desk, account, reopened);
    return reopened;
}

std::string what_is_wrong(const Account& account, Account::Moment moment, const Reopened& reopened) {
    if (reopened.found.state == EngineState::unusable) return "it does not open: " + reopened.found.words;
    if (!reopened.unlocked) {
        if (account.promised_at(moment) > 0) return "it does not unlock: " + reopened.refused;
        return reopened.found.state == EngineState::first_start ? "" : "it does not unlock: " + reopened.refused;
    }
    for (const auto& [inspection, written] : account.revisions) {
        const std::size_t found = revisions_found(reopened, inspection);
        const std::size_t promised = account.revisions_promised(inspection, moment);
        if (has_gone(account, inspection, moment) && found > 0) return "an inspection that was erased is back";
        if (was_asked_to_go(account, inspection, moment) && found == 0) continue;
        if (found < promised) return std::format("{} revisions were promised, {} are there", promised, found);
        const OpenInspection* open = find(reopened, inspection);
        if (open != nullptr && !open->read_only.empty()) return "an inspection is read-only: " + open->read_only;
    }
    if (std::string wrong = wrong_attachment(account, moment, reopened); !wrong.empty()) return wrong;
    return what_was_invented(account, reopened);
}

std::string what_was_invented(const Account& account, const Reopened& reopened) {
    if (!reopened.unlocked) return {};
    for (const OpenInspection& open : reopened.unlocked->inspections) {
        const auto written = account.revisions.find(open.inspection);
        if (written == account.revisions.end()) return "an inspection is there that nobody made";
        const bool as_written =
            open.revisions.size() <= written->second.size() &&
            std::ranges::equal(open.revisions, written->second | std::views::take(open.revisions.size()));
        if (!as_written) return "revisions are there that nobody wrote, or in another order";
        if (!ends_with_an_edit(account, open.inspection, open.revisions.size())) return "half of an edit is there";
        if (std::string wrong = wrong_words(account, open); !wrong.empty()) return wrong;
    }
    return {};
}

}  // namespace daybook::faults
