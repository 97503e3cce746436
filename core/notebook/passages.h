// The marked passages of all entries, each followed through what was typed since.
// Never followed from the beginning again while a text only goes on.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "core/notebook/passage.h"

namespace daybook {

class Passages {
public:
    /// As it was folded; `text` has the words of its entry, if there are any.
    void put(Passage passage, const Text* text);
    void take_away(ItemId id);
    /// The words of the entry have changed.
    void follow(ItemId entry, const Text* text);

    [[nodiscard]] const Passage* find(ItemId id) const;
    /// In the order in which they were marked, retired ones included.
    [[nodiscard]] const std::vector<const Passage*>& of(ItemId entry) const;

private:
    struct Kept {
        Passage passage;
        std::optional<RevisionRef> followed_to;  // none: its anchor was not looked at yet, or could not be followed
        TextRange range;                         // there
        TextRange confidence;                    // there, as far as it reaches if it is in confidence
        bool names_no_words = false;             // and never will: a version of a text does not change
    };
    static void place(Kept& kept, const Text* text);
    static bool begin(Kept& kept, const Text& text);
    void leave_list(const Passage& passage);

    std::map<ItemId, Kept> kept_;
    std::map<ItemId, std::vector<const Passage*>> of_entry_;
    std::vector<const Passage*> none_;
};

/// How many of them are in confidence: those that are not retired, and whose words are not gone.
[[nodiscard]] std::size_t confidential(const std::vector<const Passage*>& passages);
/// One that is in confidence may be about any of the entry's words: then so is the entry, until that is settled.
[[nodiscard]] bool make_all_confidential(const std::vector<const Passage*>& passages);

}  // namespace daybook
