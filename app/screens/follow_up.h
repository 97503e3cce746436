// One line of enquiry: whose it is, which entry answers it, or why it needs no answer.
// Never writes the answer: that is an entry like every other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/drafts.h"
#include "app/offers.h"
#include "app/screens/entry.h"
#include "app/screens/screen.h"

namespace daybook {

/// What the screen remembers while it is open.
struct FollowUpDesk {
    ItemId of{};  ///< the entry that asks
    /// What is being done about it.
    enum class Doing : std::uint8_t { nothing, choosing, closing } doing = Doing::nothing;
    std::string owner{};  ///< as it is being typed
    bool owner_typed = false;
    std::vector<Offer> entries{};  ///< that could answer it, the latest first
    std::string query{};
    std::string why{};  ///< it needs no answer, as it is being typed
    bool without_why = false;
    bool focus_wanted = false;
};

/// Sends what was typed of the owner and is not sent yet: before one goes elsewhere, before a lock, before the page is
/// put away.
void send_owner(FollowUpDesk& desk, const Notebook& book, Outbox& out);

/// What the screen works with.
struct FollowUpTools {
    Drafts& drafts;
    EntryDesk& entry_desk;  ///< of an entry that is begun from here
};

/// Of the entry of the spot that one is at.
void follow_up_screen(Ui& ui, const View& view, FollowUpDesk& desk, FollowUpTools with, Wishes wishes);

}  // namespace daybook
