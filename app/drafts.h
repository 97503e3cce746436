// Words that are being typed: what the field shows, and what of it the engine has been told.
// Never loses a letter: what was refused is sent again, on what the notebook says by then.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/outbox.h"
#include "core/base/utf8.h"
#include "core/notebook/notebook.h"

namespace daybook {

/// The words of one entry or of the impact that it saw, or of what a photograph or a drawing shows, or of what is noted
/// of an item of a checklist, or of one field of an evidence form or of a call of the survey, as somebody types them.
struct Draft {
    InspectionId inspection;
    ItemId entry;     ///< or the photograph, the drawing, the item of a checklist, the evidence form or the call
    ItemId activity;  ///< or the entry that the drawing belongs to
    std::string field = std::string(words::prose);
    std::vector<Change> creation;    ///< what brings it into being; empty of an entry and of a drawing
    std::string text;                ///< what the field shows
    std::string sent;                ///< what the engine will have when it has worked off everything that was sent
    bool exists = false;             ///< the entry is in the notebook, or on its way there
    std::vector<RevisionRef> bases;  ///< the version that the next splice builds on, if nothing is on its way
    std::vector<std::uint64_t> on_the_way;  ///< numbers of edits that were not answered yet, oldest first
    std::uint64_t last_splice = 0;          ///< of those, the last that changed the words; 0 if none does
    std::optional<Instant> first_unsent;
    std::optional<Instant> last_key;
    int refusals = 0;  ///< one after the other: each makes the next try wait longer
};

class Drafts {
public:
    /// Words go this long after the last key, and this long after the first unsent one at the latest.
    static constexpr std::int64_t pause_ms = 300;
    static constexpr std::int64_t patience_ms = 1000;
    static constexpr std::int64_t after_refusal_ms = 2000;  ///< doubled with each one, up to a minute

    /// The draft of an entry, begun from what the notebook says. An entry that the notebook does not have is created,
    /// in `activity`, with its first words or its first mark. The reference is good until forget_others() or clear().
    Draft& open(const Notebook& book, ItemId entry, ItemId activity);

    /// The same of the impact that an entry saw, which is there already.
    Draft& open_impact(const Notebook& book, const Entry& entry);

    /// The same of what an attachment shows, which is there already.
    Draft& open_gist(const Notebook& book, ItemId attachment);

    /// The same of what a drawing shows. One that the notebook does not have is created, in `entry`, with its first
    /// stroke or its first word.
    Draft& open_drawing(const Notebook& book, ItemId drawing, ItemId entry);

    /// The same of what is noted of an item of a checklist. One that the notebook does not have is created with its
    /// first word, or when something is said of it.
    Draft& open_check(const Notebook& book, const std::string& list, const std::string& item);

    /// The same of a field of an evidence form, which is created as an item of a checklist is.
    Draft& open_form(const Notebook& book, ItemId school, const std::string& talk, std::string_view field);

    /// The same of a field of the calls to a school.
    Draft& open_survey_call(const Notebook& book, ItemId school, std::string_view field);

    /// The same of a field of what a meeting is to record. The meeting is there already.
    Draft& open_record(const Notebook& book, ItemId activity, std::string_view field);

    /// The field of this draft was changed.
    void typed(Draft& draft, Instant now);
    /// Sees to it that what the words are of exists, so that it can be marked or drawn on before it has any.
    void create(Draft& draft, Outbox& out);

    /// When send_due() next has something to do.
    [[nodiscard]] std::optional<Instant> due() const;
    void send_due(Instant now, Outbox& out);
    void send_all(Outbox& out);
    [[nodiscard]] bool has_unsent() const;
    /// Nothing that was typed there is still to be sent or answered.
    [[nodiscard]] bool is_at_rest(ItemId item) const;

    void appended(std::uint64_t number, std::span<const Revision> revisions);
    /// The inspection of the draft that waits for the answer to this edit; none if no draft does.
    [[nodiscard]] std::optional<InspectionId> waiting_for(std::uint64_t number) const;
    /// `book` is that inspection's, as it is now.
    void refused(std::uint64_t number, const Notebook& book, Instant now);

    /// Drops what is sent and answered, except the drafts of `kept`.
    void forget_others(ItemId kept);
    /// Drops all of an inspection that is no more.
    void forget_all_of(InspectionId inspection);
    void clear() { drafts_.clear(); }

private:
    Draft& open_text(const Notebook& book, ItemId item, std::string_view field);
    static void begin(Draft& draft, const Notebook& book);
    void send(Draft& draft, Outbox& out);
    static void send_splice(Draft& draft, const TextDifference& changed, Outbox& out);

    std::map<std::pair<ItemId, std::string>, Draft> drafts_;  ///< by item and field
};

}  // namespace daybook
