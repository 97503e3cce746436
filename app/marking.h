// What marks go to: an entry, or some of its words; and putting them there.
// Never marks words that the engine was not told before.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/drafts.h"
#include "core/base/random.h"
#include "core/notebook/notebook.h"
#include "platform/text_field.h"

namespace daybook {

struct Marks {
    Polarity polarity = Polarity::unmarked;
    bool in_confidence = false;
    std::vector<std::string> aspects{};  ///< ids in the pack
    [[nodiscard]] bool none() const { return polarity == Polarity::unmarked && !in_confidence && aspects.empty(); }
};

/// Where marks go while no words are chosen.
enum class MarkScope : std::uint8_t { entry, paragraph };

/// Which words of the entry on the screen somebody means.
struct MarkDesk {
    MarkScope scope = MarkScope::entry;
    ChosenWords chosen{};  ///< in the field
    /// Words are still chosen there, and yet the marks are to go to the entry or the paragraph.
    bool put_aside = false;
    ItemId passage{};  ///< one that was chosen in the list of passages

    /// Words that were marked just now: the notebook does not have them yet.
    struct OnItsWay {
        ItemId passage;
        ItemId entry;
        TextRange range;   ///< in `text`
        std::string text;  ///< the entry's words as they were then
        Marks marks;
        std::uint64_t number = 0;  ///< of the edit
    };
    std::vector<OnItsWay> on_its_way{};

    /// What is chosen in the field is told; it counts from when it changes.
    void told(const ChosenWords& now);
    void choose(MarkScope wanted);
    void choose(ItemId wanted);
    /// The engine did not do this.
    void refused(std::uint64_t number);
    /// Another entry is on the screen.
    void start_over();
};

struct MarkTarget {
    enum class Part : std::uint8_t { entry, paragraph, empty_paragraph, chosen, passage };
    Part part = Part::entry;
    ItemId item;       ///< the entry or the passage; nil for words that have no marks yet
    TextRange range;   ///< in the draft's words; empty for the entry, and for a passage whose words are gone
    std::string said;  ///< the words, or how they begin
    Marks marks;
};

/// What is marked if a mark is pressed now. A range that is marked already is that passage.
[[nodiscard]] MarkTarget mark_target(const Notebook& book, const Draft& draft, const MarkDesk& desk);

/// Who is told of a mark.
struct Marking {
    const Notebook& book;
    Draft& draft;
    Drafts& drafts;
    MarkDesk& desk;
    const RandomSource& random;
    Outbox& out;
};
/// Makes the target's marks these. Words are sent before they are marked; a passage without any mark is none.
void put_marks(const Marking& marking, const MarkTarget& target, const Marks& wanted);

void set_polarity(const Marking& marking, const MarkTarget& target, Polarity polarity);
void set_confidence(const Marking& marking, const MarkTarget& target, bool in_confidence);
void set_aspect(const Marking& marking, const MarkTarget& target, const std::string& aspect, bool present);

}  // namespace daybook
