// What a killed process was typing: writer and judge make the same from the same seed.
// Never stored anywhere: what is compared with is made anew.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/id.h"
#include "tests/faults/typist.h"

namespace daybook::faults {

/// The numbers that a run's edits have: 1 makes the inspection, 2 starts a meeting, then each entry has its own.
struct EntryNumbers {
    static constexpr std::uint64_t before = 3;
    static constexpr std::uint64_t strokes = 7;  ///< they follow the edit that makes the entry
    static constexpr std::uint64_t aspect = 8;
    static constexpr std::uint64_t attachment = 9;  ///< only of some
    static constexpr std::uint64_t of_each = 10;
};

struct TypedEntry {
    ItemId id;
    std::uint64_t first_number = 0;
    std::vector<Stroke> strokes;
    std::vector<std::string> words;  ///< after each stroke
    bool has_attachment = false;

    /// The number of its last edit.
    [[nodiscard]] std::uint64_t last_number() const {
        return first_number + (has_attachment ? EntryNumbers::attachment : EntryNumbers::aspect);
    }
};

struct TypedAttachment {
    ItemId id;
    Bytes content;
};

inline InspectionId typed_inspection(std::uint64_t seed) {
    return Dice(seed).id<InspectionId>();
}

inline ItemId typed_activity(std::uint64_t seed, std::uint64_t run) {
    return Dice(seed + 1000 * (run + 1)).id<ItemId>();
}

inline TypedEntry typed_entry(std::uint64_t seed, std::uint64_t run, std::uint64_t number) {
    Dice dice(seed + 1000 * (run + 1) + number + 1);
    TypedEntry entry{.id = dice.id<ItemId>(),
                     .first_number = EntryNumbers::before + number * EntryNumbers::of_each,
                     .strokes = {},
                     .words = {},
                     .has_attachment = number % 5 == 2};
    Typist typist(dice.below(1U << 30U));
    for (std::uint64_t n = 0; n < EntryNumbers::strokes; ++n) {
        entry.strokes.push_back(typist.type());
        entry.words.push_back(typist.words());
    }
    return entry;
}

/// What is attached to an entry, if it has an attachment: two pieces, the second of them not full.
inline TypedAttachment typed_attachment(std::uint64_t seed, std::uint64_t run, std::uint64_t number) {
    Dice dice(seed + 1000 * (run + 1) + number + 501);
    TypedAttachment attachment{.id = dice.id<ItemId>(), .content = Bytes(60'000)};
    dice.fill(attachment.content);
    return attachment;
}

}  // namespace daybook::faults
