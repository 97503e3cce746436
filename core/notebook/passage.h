// Words of an entry that were marked by themselves: which words, with what, and where they stand now.
// Never the words: those are the entry's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/log/fold.h"

namespace daybook {

/// What an entry, or a passage of it, shows.
enum class Polarity { unmarked, strength, weakness, neutral };

/// Some of a text, in bytes.
struct TextRange {
    std::size_t from = 0;
    std::size_t to = 0;
    [[nodiscard]] bool empty() const { return from == to; }
    bool operator==(const TextRange&) const = default;
};

/// Words as they stood in one version of a text.
struct Anchor {
    RevisionRef version;  ///< number 0: none is named yet
    TextRange range;
    bool operator==(const Anchor&) const = default;
};

/// Deterministic CBOR: [1, device, number, from, to]. Stored in the field words::anchor.
[[nodiscard]] Bytes encode(const Anchor& anchor);
[[nodiscard]] Result<Anchor> decode_anchor(ByteView bytes);  ///< Errc::corrupt; Errc::newer

/// Where marked words are once a text was changed. What is typed among them, or in place of some of them, belongs to
/// them; what is typed before or after them does not, and neither does what takes their place along with other words'.
/// Empty if none of them is left.
[[nodiscard]] TextRange carried(TextRange words, const TextChange& change);

/// The same for words in confidence, where too much is better than too little: all that takes the place of any of them
/// belongs to them, and so does what is typed on right behind them, to the end of the line. Empty only once all of them
/// were erased and nothing was put in their place. `inserted` is what the change put there, or nothing if that is not
/// known.
[[nodiscard]] TextRange carried_in_confidence(TextRange words, const TextChange& change, std::string_view inserted);

/// Whether the version `later` was made of `earlier`, change by change.
[[nodiscard]] bool comes_from(const Text& text, RevisionRef later, RevisionRef earlier);

/// For which marks words are followed.
enum class Follow : std::uint8_t { its_words, confidence };

/// Where the words `range` of the version `from` are in the version `to`. Where that does not come from `from`, they
/// are followed back to the version that both come from, and on from there. Words that are gone are found again where a
/// later change brought the very same in (taken back, or cut and pasted), or those that were marked first; those that
/// are in confidence whenever that is, others within PassageBounds::soon changes. Empty if none is left. The time grows
/// with the number of changes between the two; with all of the text's where words went.
[[nodiscard]] TextRange carried(const Text& text, TextRange range, RevisionRef from, RevisionRef to,
                                const Anchor& marked_first, Follow follow);

/// The words that it names; nothing if it names none.
[[nodiscard]] std::string words_at(const Text& text, const Anchor& anchor);

struct Passage {
    /// What is known of where its words are now.
    enum class Stands : std::uint8_t {
        here,
        gone,     ///< none of its words is left
        apart,    ///< the text was edited apart, and nobody has chosen yet
        unknown,  ///< the anchor names no words that are in the notebook
    };

    ItemId id;
    ItemId entry;
    std::optional<Anchor> anchor;      ///< none that could be read
    std::vector<std::string> aspects;  ///< ids in the pack
    Polarity polarity = Polarity::unmarked;
    bool in_confidence = false;
    bool retired = false;
    std::string author;
    LocalTime created;
    Stands stands = Stands::unknown;
    /// In the entry's words, if it stands here: of one in confidence, as far as that reaches.
    TextRange range;
    std::string began;  ///< its first words as they were when they were marked: at most PassageBounds::began bytes

    /// One without a mark is none: it is not shown, counted or handed over.
    [[nodiscard]] bool has_marks() const { return in_confidence || polarity != Polarity::unmarked || !aspects.empty(); }
    [[nodiscard]] bool holds() const { return has_marks() && !retired; }
    /// Which of the entry's words it is about cannot be said: what holds of it, holds of all of them.
    [[nodiscard]] bool covers_whole() const { return stands == Stands::apart || stands == Stands::unknown; }
};

struct PassageBounds {
    static constexpr std::size_t began = 200;        ///< bytes
    static constexpr std::size_t recognised = 12;    ///< bytes: fewer words are not found again once they are gone
    static constexpr std::size_t searched = 65'536;  ///< bytes of what a change brought in
    static constexpr std::size_t soon = 50;          ///< changes
};

/// From an item of the kind words::passage; where it stands is not looked for yet.
[[nodiscard]] Passage passage_from(const Item& item);

}  // namespace daybook
