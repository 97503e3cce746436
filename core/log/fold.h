// What the revisions add up to: items with fields, sets and texts, of which nothing is forgotten.
// Never depends on the order in which revisions arrive.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/log/revision.h"

namespace daybook {

/// A value with where it came from.
struct Stamped {
    Value value;
    Stamp stamp;
    RevisionRef ref;
    std::string author;
    LocalTime written_at;
};

/// A single field: every value it ever had, in stamp order. The last one shows.
struct Field {
    std::vector<Stamped> history;
    /// Of a field that has a history: never of an empty one.
    [[nodiscard]] const Value& value() const { return history.back().value; }
    /// Puts a value in its place in the history; one that is there already changes nothing.
    void apply(Stamped stamped);
};

/// A set: for each member every word on whether it is in. The last one decides.
struct MemberSet {
    std::map<Value, Field> members;  // their values are bools: present or not
    [[nodiscard]] std::vector<Value> present() const;
    [[nodiscard]] bool contains(const Value& member) const;
    void apply(const Value& member, Stamped present);
};

/// One version of a text: what it says and the revision that made it so.
struct TextVersion {
    RevisionRef ref;
    Stamp stamp;
    std::string author;
    LocalTime written_at;
    std::string text;
};

/// What a splice did to the text that it was made on, once its offsets were moved into that text. All in bytes.
struct TextChange {
    std::size_t at = 0;
    std::size_t erased = 0;
    std::size_t inserted = 0;
};

/// One step on the way to a version: what was done, and the version that it made, which has no text here.
struct TextStep {
    const TextVersion* made;
    TextChange change;
    std::optional<RevisionRef> base;  ///< the version that it was done to; none for the empty text
    std::string_view inserted;
    std::size_t left_behind = 0;  ///< other versions that a person gave up for this one
};

/// A text: one version, or several where it was edited apart and nobody has chosen yet.
class Text {
public:
    /// Adds a splice whose bases are all held, else keeps it waiting for them.
    void apply(const Revision& revision, const Splice& splice);

    /// The versions that nothing builds on, in stamp order; empty for a text never written.
    [[nodiscard]] const std::vector<TextVersion>& heads() const { return heads_; }
    /// The latest head's words, or nothing.
    [[nodiscard]] std::string_view words() const;
    /// When its first words were written; none for a text never written.
    [[nodiscard]] std::optional<LocalTime> begun_at() const;
    /// When words were added to it last, whether they still stand or not; none for a text never written.
    [[nodiscard]] std::optional<LocalTime> last_added_at() const;
    /// Splices that name a base which is not held: shown as waiting, never guessed at.
    [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }
    /// What the text said at `ref`; none if that revision is not one of its versions.
    [[nodiscard]] std::optional<std::string> version(RevisionRef ref) const;
    /// How the text at `ref` came about, the latest step first: along the first bases, back to `after`, and to the
    /// empty text if it does not come from that. Good until the next apply(); empty if there is no version `ref`.
    [[nodiscard]] std::vector<TextStep> steps_to(RevisionRef ref, std::optional<RevisionRef> after = {}) const;
    /// Every step that was taken in, in stamp order. Good until the next apply().
    [[nodiscard]] std::vector<TextStep> all_steps() const;
    /// The text of those changes alone that were written up to this moment, each by its writer's clock.
    [[nodiscard]] Text until(Instant moment) const;
    /// The latest stamp of any change, of those that wait too; none for a text never written.
    [[nodiscard]] std::optional<Stamp> last_stamp() const;
    /// Whether `ref` is one of its versions.
    [[nodiscard]] bool has(RevisionRef ref) const { return steps_.contains(ref); }
    /// How often it was changed; what waits does not count.
    [[nodiscard]] std::size_t revisions() const { return steps_.size(); }

private:
    struct Step {
        Splice splice;
        TextVersion made;  // its text stays empty: that of heads is in heads_, that of older versions is replayed
        TextChange change{};
    };
    void add(Step step);
    [[nodiscard]] static TextStep step_of(const Step& step);
    [[nodiscard]] std::optional<RevisionRef> missing_base(const Splice& splice) const;
    /// Takes in a step whose bases are all held.
    void take_in(Step step);
    [[nodiscard]] std::string take_text_of_base(const Splice& splice);

    std::map<RevisionRef, Step> steps_;
    std::map<RevisionRef, Step> waiting_;
    std::multimap<RevisionRef, RevisionRef> waiting_for_;  // a base that is missing, and one that waits for it
    std::vector<TextVersion> heads_;
    std::optional<RevisionRef> begun_;  // the earliest step that inserted something
    std::optional<RevisionRef> added_;  // the latest one
};

/// Anything: its kind says which of its fields mean something to this version.
struct Item {
    ItemId id;
    std::string kind;                    ///< empty until its Create arrives
    std::optional<Stamped> created;      ///< when and by whom
    std::vector<Stamped> created_again;  ///< by others who did not know of it, in no order
    Stamp last_changed;
    std::map<std::string, Field> fields;
    std::map<std::string, MemberSet> sets;
    std::map<std::string, Text> texts;
    Field retired;  ///< history of retiring and bringing back; empty if never

    /// Somebody says that it came into being, as the kind that the value is.
    void take_created(Stamped said);
    [[nodiscard]] bool is_retired() const;
    [[nodiscard]] const Value* field(std::string_view name) const;
    [[nodiscard]] std::string text_field(std::string_view name) const;     ///< a string field, or ""
    [[nodiscard]] std::int64_t number_field(std::string_view name) const;  ///< an integer field, or 0
    [[nodiscard]] bool flag(std::string_view name) const;                  ///< a bool field, or false
    [[nodiscard]] ItemId reference(std::string_view name) const;           ///< an item's id in a field, or nil
    [[nodiscard]] const Text* text(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> member_texts(std::string_view set_name) const;
};

/// Which revisions were seen: each device's are numbered without gaps, so that there is next to nothing to remember.
class SeenRevisions {
public:
    /// False if `ref` was seen before.
    bool add(RevisionRef ref);

private:
    struct OfDevice {
        std::uint64_t up_to = 0;         // every number from 1 to here was seen
        std::set<std::uint64_t> beyond;  // and these
    };
    std::map<DeviceId, OfDevice> devices_;
};

class Items {
public:
    /// Adds what a revision says. Any order of the same revisions gives the same items; a repetition changes nothing.
    void apply(const Revision& revision);

    [[nodiscard]] const Item* find(ItemId id) const;
    [[nodiscard]] const std::map<ItemId, Item>& all() const { return items_; }
    /// What the revisions add up to that were written up to this moment, each by its writer's clock. To be read only:
    /// it does not know which revisions it has, nor how many were not understood.
    [[nodiscard]] Items until(Instant moment) const;
    /// Changes of a later version that were kept without being understood.
    [[nodiscard]] std::size_t not_understood() const { return not_understood_; }

private:
    Item& touch(ItemId id, const Revision& revision);
    void apply_change(const Revision& revision, const Create& create);
    void apply_change(const Revision& revision, const Retire& retire);
    void apply_change(const Revision& revision, const SetField& set);
    void apply_change(const Revision& revision, const Splice& splice);
    void apply_change(const Revision& revision, const SetMember& set);
    void apply_change(const Revision& revision, const UnknownChange& unknown);

    std::map<ItemId, Item> items_;
    SeenRevisions seen_;
    std::size_t not_understood_ = 0;
};

/// A text of everything that was folded, the same for the same revisions: what the property tests compare.
[[nodiscard]] std::string describe(const Items& items);

}  // namespace daybook
