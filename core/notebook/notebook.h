// The read model: an inspection as its revisions tell it, typed for those who show or export it.
// Never written to but by revisions, and never forgets one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/framework/pack.h"
#include "core/log/fold.h"
#include "core/log/log.h"
#include "core/notebook/activity.h"
#include "core/notebook/attachment.h"
#include "core/notebook/check.h"
#include "core/notebook/declaration.h"
#include "core/notebook/drawings.h"
#include "core/notebook/duty.h"
#include "core/notebook/entry_lists.h"
#include "core/notebook/evidence_form.h"
#include "core/notebook/follow_up.h"
#include "core/notebook/passages.h"
#include "core/notebook/plan.h"
#include "core/notebook/saved_view.h"
#include "core/notebook/school.h"
#include "core/notebook/survey.h"

namespace daybook {

/// The words that items and fields have on disk. Never change one: old notebooks speak them.
namespace words {
inline constexpr std::string_view inspection = "inspection";
inline constexpr std::string_view activity = "activity";
inline constexpr std::string_view entry = "entry";

inline constexpr std::string_view title = "title";
inline constexpr std::string_view authority = "authority";
inline constexpr std::string_view first_day = "first_day";
inline constexpr std::string_view last_day = "last_day";
inline constexpr std::string_view lead = "lead";
inline constexpr std::string_view team = "team";
inline constexpr std::string_view pack = "pack";
inline constexpr std::string_view lead_recipient = "lead_recipient";
inline constexpr std::string_view office_recipient = "office_recipient";
inline constexpr std::string_view sample = "sample";
inline constexpr std::string_view milestone = "milestone ";  // followed by its id in the pack
inline constexpr std::string_view set_aside = "set_aside ";  // followed by a rule's id, a space, and what it is about

inline constexpr std::string_view kind = "kind";
inline constexpr std::string_view place = "place";
inline constexpr std::string_view of_school = "school";
inline constexpr std::string_view roles = "roles";
inline constexpr std::string_view activity_inspector = "inspector";  // whose it is, if not its writer's
inline constexpr std::string_view started_at = "started_at";
inline constexpr std::string_view started_offset = "started_offset";
inline constexpr std::string_view ended_at = "ended_at";
inline constexpr std::string_view time_source = "time_source";  // "timer" or "typed"
inline constexpr std::string_view pause = "pause ";             // followed by when it began: see activity.h

inline constexpr std::string_view of_activity = "activity";
inline constexpr std::string_view prose = "words";
inline constexpr std::string_view aspects = "aspects";
inline constexpr std::string_view polarity = "polarity";
inline constexpr std::string_view in_confidence = "in_confidence";
inline constexpr std::string_view impact = "impact";  // a text; in the first samples a field
inline constexpr std::string_view emerging = "emerging";
inline constexpr std::string_view come_back = "come_back";
inline constexpr std::string_view reconstructed = "reconstructed";

inline constexpr std::string_view attachment = "attachment";
inline constexpr std::string_view of_item = "item";
inline constexpr std::string_view media_type = "media_type";
inline constexpr std::string_view size = "size";
inline constexpr std::string_view content_hash = "blake2b_256";
inline constexpr std::string_view first_piece = "first_piece";
inline constexpr std::string_view pieces = "pieces";
inline constexpr std::string_view gist = "gist";

inline constexpr std::string_view drawing = "drawing";
inline constexpr std::string_view stroke = "stroke";
inline constexpr std::string_view points = "points";
inline constexpr std::string_view passage = "passage";
inline constexpr std::string_view anchor = "anchor";

inline constexpr std::string_view check = "check";
inline constexpr std::string_view check_list = "list";
inline constexpr std::string_view check_item = "item";
inline constexpr std::string_view check_state = "state";
inline constexpr std::string_view note = "note";
}  // namespace words

/// Of an entry, or of a passage.
[[nodiscard]] Polarity polarity_of(const Item& item);

struct Entry;
/// Whose evidence it is: what was written by whoever began its activity is of the inspector whose the activity is, and
/// anything else of its writer. `activity` is null if it is not held.
[[nodiscard]] const std::string& inspector_of(const Entry& entry, const Activity* activity);

/// Why a rule was broken where it was, and who says so.
struct SetAside {
    std::string reason;
    std::string author;
    LocalTime at;
};

struct Inspection {
    std::string title;
    std::string authority;
    std::string first_day;  ///< "2015-09-14"
    std::string last_day;
    std::string lead;
    std::vector<std::string> team;
    std::string lead_recipient;    ///< "age1...", or empty
    std::string office_recipient;  ///< "age1...", or empty
    /// Days that somebody has said, "2015-10-02", by the ids of the pack's milestones.
    std::map<std::string, std::string> milestones{};
    /// What need not be put right, by the rule's id, a space, and what it is about (core/notebook/health.h).
    std::map<std::string, SetAside> set_aside{};
    bool is_sample = false;
};

struct Entry {
    ItemId id;
    ItemId activity;
    std::string words;                  ///< the latest version
    std::vector<TextVersion> versions;  ///< more than one where it was edited apart
    std::vector<std::string> aspects;   ///< ids in the pack
    Polarity polarity = Polarity::unmarked;
    bool in_confidence = false;
    bool come_back = false;      ///< somebody wants to look at it again
    bool reconstructed = false;  ///< its writer says that it was written again from memory, after a loss
    std::string impact{};        ///< that was seen, in words: the latest version
    std::vector<TextVersion> impact_versions{};  ///< more than one where it was edited apart
    bool emerging = false;                       ///< may be shared at the next meeting with the DCS
    std::optional<FollowUp> follow_up{};         ///< it is a line of enquiry
    std::string disclosure{};                    ///< a word of `duties`, or of a later version; empty for none
    bool serious_concern = false;                ///< the DCS is to be alerted
    bool retired = false;
    std::string author;
    LocalTime created;
    std::optional<LocalTime> begun;  ///< when its first words were written
    std::optional<LocalTime> added;  ///< when words were last added to it
    LocalTime changed;               ///< when anything of it last changed
    std::size_t revisions = 0;       ///< how often its words were changed
};

class Notebook {
public:
    explicit Notebook(InspectionId inspection) : id_(inspection) {}
    /// Moved, never copied: its lists look into it.
    Notebook(Notebook&&) = default;
    Notebook& operator=(Notebook&&) = default;
    Notebook(const Notebook&) = delete;
    Notebook& operator=(const Notebook&) = delete;
    ~Notebook() = default;

    /// Adds a revision. Errc::corrupt if it is another inspection's or carries a pack that does not parse;
    /// then the notebook is as it was.
    Result<void> apply(const Revision& revision);
    /// Adds many at once, as at the start: the typed view is made only when all are in. One that cannot be added is
    /// left out; the result is the first such failure.
    Result<void> apply_all(const std::vector<const LoggedRevision*>& revisions);

    /// The notebook of those revisions alone that were written up to this moment, each by the clock of the device that
    /// it was written on. So what a colleague had written by then is in it, whenever it came here; what this screen
    /// showed then may have been less. A device whose clock was wrong is taken at its word. With the pack that the
    /// inspection has. To be read only: nothing is ever applied to it.
    [[nodiscard]] Notebook as_it_stood(Instant moment) const;

    [[nodiscard]] InspectionId id() const { return id_; }
    /// The item that describes the inspection itself: its id has the inspection's bytes.
    [[nodiscard]] static ItemId root(InspectionId inspection);

    [[nodiscard]] const Inspection& inspection() const { return inspection_; }
    [[nodiscard]] const Pack& pack() const { return pack_; }

    /// By start, retired ones included.
    [[nodiscard]] std::vector<const Activity*> activities() const;
    [[nodiscard]] const Activity* activity(ItemId id) const;
    /// By creation, retired ones included.
    [[nodiscard]] const std::vector<const Entry*>& entries() const { return lists_.all(); }
    [[nodiscard]] const std::vector<const Entry*>& entries_of(ItemId activity) const { return lists_.of(activity); }
    [[nodiscard]] const Entry* entry(ItemId id) const;
    /// In the order in which they were added, retired ones included.
    [[nodiscard]] std::vector<const Attachment*> attachments() const;
    [[nodiscard]] std::vector<const Attachment*> attachments_of(ItemId item) const;
    [[nodiscard]] const Attachment* attachment(ItemId id) const;
    [[nodiscard]] const Drawings& drawings() const { return drawings_; }
    /// What was marked by itself in an entry's words, in the order in which it was, retired ones included.
    [[nodiscard]] const std::vector<const Passage*>& passages_of(ItemId entry) const { return passages_.of(entry); }
    [[nodiscard]] const Passage* passage(ItemId id) const { return passages_.find(id); }
    /// What was said of an item of a checklist; null if nothing ever was.
    [[nodiscard]] const CheckedItem* check(std::string_view list, std::string_view item) const;
    [[nodiscard]] const std::map<ItemId, CheckedItem>& checks() const { return checks_; }
    [[nodiscard]] const Schools& schools() const { return schools_; }
    /// The school of an activity; null if it has none, or if that is not held.
    [[nodiscard]] const School* school_of(const Activity& activity) const { return schools_.find(activity.school); }
    /// By name, retired ones included.
    [[nodiscard]] std::vector<const SavedView*> saved_views() const;
    [[nodiscard]] const SavedView* saved_view(ItemId id) const;
    /// That something of an entry was passed on, in the order of time, retired ones included.
    [[nodiscard]] std::vector<const PassedOn*> passed_on_of(ItemId entry) const;
    [[nodiscard]] const std::map<ItemId, PassedOn>& passed_on() const { return passed_on_; }
    /// By their days, retired ones included.
    [[nodiscard]] std::vector<const Declaration*> declarations() const;
    [[nodiscard]] const Declaration* declaration(ItemId id) const;
    /// The form of a talk about a school; null if nothing ever was said in it.
    [[nodiscard]] const EvidenceForm* form(ItemId school, std::string_view talk) const;
    [[nodiscard]] const std::map<ItemId, EvidenceForm>& forms() const { return forms_; }
    /// What is known of the calls to a school; null if nothing is.
    [[nodiscard]] const SurveyCall* survey_call(ItemId school) const;
    [[nodiscard]] const std::map<ItemId, SurveyCall>& survey_calls() const { return survey_calls_; }
    /// By day and time, retired ones included; those that have none are the last.
    [[nodiscard]] std::vector<const Planned*> planned() const;
    [[nodiscard]] const Planned* planned(ItemId id) const;
    /// By name, retired ones included.
    [[nodiscard]] std::vector<const Contact*> contacts() const;
    [[nodiscard]] const Contact* contact(ItemId id) const;
    /// The activity whose timer runs, the latest if there are several; where none does, the latest that is paused.
    [[nodiscard]] const Activity* running() const;

    [[nodiscard]] const Items& items() const { return items_; }
    /// Another number after each revision: what was made of the notebook is good for as long as it is the same.
    [[nodiscard]] std::uint64_t version() const { return version_; }

private:
    Result<std::optional<ItemId>> take_in(const Revision& revision);
    void refresh(ItemId id);
    void put(Entry entry);
    void take_away_entry(ItemId id);
    [[nodiscard]] const Text* prose_of(ItemId entry) const;

    InspectionId id_;
    Items items_;
    Pack pack_;
    Inspection inspection_;
    std::map<ItemId, Activity> activities_;
    std::map<ItemId, Entry> entries_;
    EntryLists lists_;
    std::map<ItemId, Attachment> attachments_;
    Drawings drawings_;
    Passages passages_;
    std::map<ItemId, CheckedItem> checks_;
    Schools schools_;
    std::map<ItemId, SavedView> saved_views_;
    std::uint64_t version_ = 0;
    std::map<ItemId, PassedOn> passed_on_;
    std::map<ItemId, Declaration> declarations_;
    std::map<ItemId, EvidenceForm> forms_;
    std::map<ItemId, SurveyCall> survey_calls_;
    std::map<ItemId, Planned> planned_;
    std::map<ItemId, Contact> contacts_;
};

}  // namespace daybook
