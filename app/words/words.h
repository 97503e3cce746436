// The words of the interface, in the language that the person reads.
// Never a text of its own: all of them are in assets/locales, and what a language lacks is said in English.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/words/table.h"
#include "app/words/word.h"

namespace daybook {

/// Said as `say(Word::today_title)`, and where something is put in as `say(phrase::saved_at{.time = time})`.
class Words {
public:
    explicit Words(Table table = english_table());

    /// Good for as long as these words are.
    [[nodiscard]] std::string_view operator()(Word word) const { return table_.texts[static_cast<Slot>(word)]; }

    template <typename Phrase>
        requires requires { Phrase::slot; }
    [[nodiscard]] std::string operator()(const Phrase& phrase) const {
        const auto fillings = phrase.fillings();
        if constexpr (requires { phrase.count; }) {
            return counted(Phrase::slot, phrase.count, fillings);
        } else {
            return filled(table_.texts[Phrase::slot], fillings, {});
        }
    }

    /// What core or the platform said, one sentence or several, in the person's language; as it came if the table does
    /// not know all of it.
    [[nodiscard]] std::string translated(std::string_view said) const { return table_.core.translated(said); }

    /// What of the table is said in English, and why: for who translates. Empty if nothing is.
    [[nodiscard]] const std::vector<std::string>& shortcomings() const { return table_.shortcomings; }

private:
    [[nodiscard]] std::string counted(Slot slot, std::uint64_t count, std::span<const Filling> fillings) const;
    [[nodiscard]] static std::string filled(std::string_view text, std::span<const Filling> fillings,
                                            std::string_view count);

    Table table_;
};

}  // namespace daybook
