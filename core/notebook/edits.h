// What a person does to a notebook, said as changes.
// Never applies them: they become revisions first.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/log/revision.h"
#include "core/notebook/activity_times.h"
#include "core/notebook/notebook.h"

namespace daybook::edits {

/// Everything that describes a new inspection, but its pack (the engine adds that).
[[nodiscard]] std::vector<Change> describe_inspection(InspectionId inspection, const Inspection& described);

/// What is missing or wrong before an inspection can be made: the authority, the days, a key that is no "age1...".
/// Errc::invalid, words for a person.
[[nodiscard]] Result<void> check_inspection(const Inspection& described);

/// Keys of those who may read what is handed over; an empty one is left as it is. Errc::invalid, words for a person.
[[nodiscard]] Result<void> check_recipients(const std::string& lead, const std::string& office);
[[nodiscard]] std::vector<Change> set_recipients(InspectionId inspection, const std::string& lead,
                                                 const std::string& office);

/// When a milestone of the pack was, or is to be: "2015-10-02"; empty takes back what was said.
[[nodiscard]] std::vector<Change> set_milestone(InspectionId inspection, std::string_view id, std::string iso_date);

/// Why a rule need not be kept where it was found broken (Shortfall::key); empty takes that back.
[[nodiscard]] std::vector<Change> set_aside(InspectionId inspection, std::string_view key, std::string reason);

struct NewActivity {
    ItemId id;
    std::string kind;
    std::string place;
    std::vector<std::string> roles;
    ItemId school{};          ///< nil for none
    std::string inspector{};  ///< whose it is; empty: of whoever writes it
};
[[nodiscard]] std::vector<Change> start_activity(const NewActivity& activity, LocalTime now);
[[nodiscard]] std::vector<Change> stop_activity(ItemId activity, LocalTime now);
/// The timer stands from now on.
[[nodiscard]] std::vector<Change> pause_activity(ItemId activity, LocalTime now);
/// Ends every pause that goes on: two devices may each have begun one.
[[nodiscard]] std::vector<Change> resume_activity(const Activity& activity, LocalTime now);
/// One that was earlier, with its times typed in.
[[nodiscard]] std::vector<Change> record_activity(const NewActivity& activity, const ActivityTimes& times);
/// What of its times is to be others; if anything is, nobody's timer says them any more. Nothing else is touched, so
/// that what another device corrects meanwhile stands beside it.
[[nodiscard]] std::vector<Change> set_times(const Activity& activity, const ActivityTimes& times);
[[nodiscard]] std::vector<Change> set_kind(ItemId activity, std::string kind);
[[nodiscard]] std::vector<Change> set_place(ItemId activity, std::string place);
/// Whose it is; empty: of whoever began it.
[[nodiscard]] std::vector<Change> set_inspector(ItemId activity, std::string inspector);
/// Nil for none.
[[nodiscard]] std::vector<Change> set_school(ItemId activity, ItemId school);
[[nodiscard]] std::vector<Change> set_role(ItemId activity, const std::string& role, bool present);

[[nodiscard]] std::vector<Change> create_entry(ItemId entry, ItemId activity);
[[nodiscard]] std::vector<Change> set_aspect(ItemId entry, const std::string& aspect, bool present);
[[nodiscard]] std::vector<Change> set_polarity(ItemId entry, Polarity polarity);
[[nodiscard]] std::vector<Change> set_confidence(ItemId entry, bool in_confidence);
[[nodiscard]] std::vector<Change> set_come_back(ItemId entry, bool come_back);
/// Its writer says that its words were written again from memory, after a loss.
[[nodiscard]] std::vector<Change> set_reconstructed(ItemId entry, bool reconstructed);
[[nodiscard]] std::vector<Change> set_retired(ItemId item, bool retired);
/// Everything that is known of an attachment but its gist, which is written as words are.
[[nodiscard]] std::vector<Change> add_attachment(const Attachment& attachment);
/// A sheet to draw on. What it shows is written as an attachment's gist is.
[[nodiscard]] std::vector<Change> create_drawing(ItemId drawing, ItemId of);
/// What a pen has drawn so far, or all of it: the first piece of a stroke, which brings it into being, and those that
/// it goes on with, numbered from 1.
[[nodiscard]] std::vector<Change> draw(ItemId stroke, ItemId drawing, std::span<const InkPoint> first_piece);
[[nodiscard]] std::vector<Change> draw_on(ItemId stroke, std::size_t piece, std::span<const InkPoint> points);
/// An item of a checklist, of which something is said for the first time: its id is check_id()'s. What is noted of it
/// is written as an attachment's gist is.
[[nodiscard]] std::vector<Change> create_check(InspectionId inspection, const std::string& list,
                                               const std::string& item);
/// A word of check_states; empty takes back what was said.
[[nodiscard]] std::vector<Change> set_check_state(ItemId check, std::string_view state);
/// Words of an entry that are to be marked by themselves: the changes that mark them come after these, with its id.
struct NewPassage {
    ItemId id;
    ItemId entry;
    Anchor anchor;
};
[[nodiscard]] std::vector<Change> add_passage(const NewPassage& passage);
/// The first words of an entry, as one change.
[[nodiscard]] Change first_words(ItemId entry, std::string words);

/// All of `words` in the place of what a text says now: of every version, if it was edited apart. `text` has one.
[[nodiscard]] Change put_words(const Text& text, ItemId item, std::string_view field, std::string_view words);

[[nodiscard]] std::string_view polarity_word(Polarity polarity);

}  // namespace daybook::edits
