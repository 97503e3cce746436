// What a person does to a notebook, said as changes.
// Never applies them: they become revisions first.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/log/revision.h"
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

struct NewActivity {
    ItemId id;
    std::string kind;
    std::string place;
    std::vector<std::string> roles;
};
[[nodiscard]] std::vector<Change> start_activity(const NewActivity& activity, LocalTime now);
[[nodiscard]] std::vector<Change> stop_activity(ItemId activity, LocalTime now);
[[nodiscard]] std::vector<Change> set_place(ItemId activity, std::string place);
[[nodiscard]] std::vector<Change> set_role(ItemId activity, const std::string& role, bool present);

[[nodiscard]] std::vector<Change> create_entry(ItemId entry, ItemId activity);
[[nodiscard]] std::vector<Change> set_aspect(ItemId entry, const std::string& aspect, bool present);
[[nodiscard]] std::vector<Change> set_polarity(ItemId entry, Polarity polarity);
[[nodiscard]] std::vector<Change> set_confidence(ItemId entry, bool in_confidence);
[[nodiscard]] std::vector<Change> set_come_back(ItemId entry, bool come_back);
[[nodiscard]] std::vector<Change> set_retired(ItemId item, bool retired);
/// Everything that is known of an attachment but its gist, which is written as words are.
[[nodiscard]] std::vector<Change> add_attachment(const Attachment& attachment);
/// A sheet to draw on. What it shows is written as an attachment's gist is.
[[nodiscard]] std::vector<Change> create_drawing(ItemId drawing, ItemId of);
/// What a pen has drawn so far, or all of it: the first piece of a stroke, which brings it into being, and those that
/// it goes on with, numbered from 1.
[[nodiscard]] std::vector<Change> draw(ItemId stroke, ItemId drawing, std::span<const InkPoint> first_piece);
[[nodiscard]] std::vector<Change> draw_on(ItemId stroke, std::size_t piece, std::span<const InkPoint> points);
/// Words of an entry that are to be marked by themselves: the changes that mark them come after these, with its id.
struct NewPassage {
    ItemId id;
    ItemId entry;
    Anchor anchor;
};
[[nodiscard]] std::vector<Change> add_passage(const NewPassage& passage);
/// The first words of an entry, as one change.
[[nodiscard]] Change first_words(ItemId entry, std::string words);

[[nodiscard]] std::string_view polarity_word(Polarity polarity);

}  // namespace daybook::edits
