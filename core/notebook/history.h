// What happened to one entry, step by step: who, when, and what it said before (H28).
// Never leaves a change out: a step can be opened to every revision that it is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/notebook/notebook.h"

namespace daybook {

/// What one revision did to an entry, or to something that belongs to it.
struct EntryChange {
    enum class What : std::uint8_t {
        created,
        words,
        polarity,
        in_confidence,
        come_back,
        reconstructed,
        aspect,
        retired,
        activity,  ///< it belongs to another one
        gist,      ///< what a photograph or a drawing shows was written
        other,     ///< that this version has no words for
    };
    enum class Of : std::uint8_t { entry, passage, photograph, drawing };

    What what = What::other;
    Of of = Of::entry;
    ItemId item;
    std::string detail;  ///< of an aspect, its id in the pack; of `other`, the field
    RevisionRef ref;
    Stamp stamp;
    std::string author;
    LocalTime at;
    /// What it was before this, in the order of the log, and what it is after it: as the field is, or a bool for what
    /// is put on and taken off. Nothing of words.
    Value before;
    Value after;
    std::optional<RevisionRef> base;  ///< of words: the version that they were changed in; none for no words
    std::size_t left_behind = 0;      ///< of words: other versions that were given up for this one
};

/// What one person did in one sitting.
struct HistoryStep {
    /// Each a revision, oldest first; at least one. What says with its coming what an item is, is no change of it.
    std::vector<EntryChange> changes;
    /// What they add up to, but for the words: each with what it was before the first and is after the last. What comes
    /// to nothing is not here.
    std::vector<EntryChange> sum;
    /// The versions that the words went from and to; both none if no word was changed.
    std::optional<RevisionRef> words_before;
    std::optional<RevisionRef> words_after;
    std::size_t left_behind = 0;  ///< versions that were given up, where the text had been edited apart

    [[nodiscard]] const std::string& author() const { return changes.front().author; }
    [[nodiscard]] LocalTime began() const { return changes.front().at; }
    [[nodiscard]] LocalTime ended() const { return changes.back().at; }
};

/// Whoever stops for so long begins another sitting.
inline constexpr std::int64_t sitting_gap_ms = std::int64_t{2} * 60 * 1000;

/// Oldest first, in the order of the log: what was written apart stands one after the other. A step is what one author
/// did on one device without a gap of `sitting_gap_ms`, with nothing of another between; its words go from one version
/// to the next. The strokes of a drawing are its own.
[[nodiscard]] std::vector<HistoryStep> history_of(const Notebook& book, ItemId entry);

/// What the entry's words were in a version; empty for none.
[[nodiscard]] std::string words_in(const Notebook& book, ItemId entry, std::optional<RevisionRef> version);

/// What one revision of a step did to the words.
struct WordsTyped {
    RevisionRef ref;
    std::string removed;
    std::string added;
    bool operator==(const WordsTyped&) const = default;
};
/// One for each of the step's revisions that changed words, in their order.
[[nodiscard]] std::vector<WordsTyped> words_typed_in(const Notebook& book, ItemId entry, const HistoryStep& step);

/// What the clock on the wall was ahead of UTC by on a day, as far as the notebook knows: as in what was written next
/// to it in time. `otherwise` if nothing was written.
[[nodiscard]] std::int32_t utc_offset_on(const Notebook& book, std::string_view iso_date, std::int32_t otherwise);

}  // namespace daybook
