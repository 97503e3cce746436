// A line of enquiry: an entry that asks something, whose it is, and what has answered it.
// Never closed by itself: another entry answers it, or somebody says in words why it needs none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/log/fold.h"

namespace daybook {

class Notebook;
struct Entry;

/// The words that lines of enquiry have on disk. Never change one: old notebooks speak them.
namespace words {
inline constexpr std::string_view follow_up = "follow_up";
inline constexpr std::string_view follow_up_owner = "follow_up_owner";
inline constexpr std::string_view follow_up_answers = "follow_up_answers";  // a set of the ids of entries
inline constexpr std::string_view follow_up_closed = "follow_up_closed";    // why; empty while nobody has closed it
}  // namespace words

struct FollowUp {
    /// That an entry answers it, as somebody has said.
    struct Answer {
        ItemId entry;
        std::string author;
        LocalTime at;
    };
    struct Closed {
        std::string words;
        std::string author;
        LocalTime at;
    };

    std::string owner;  ///< whose it is, in words; empty if nobody has said
    std::vector<Answer> answers;
    std::optional<Closed> closed;
};

/// Of an item of the kind words::entry; none if it is no line of enquiry.
[[nodiscard]] std::optional<FollowUp> follow_up_from(const Item& item);

/// How one stands. An entry answers as long as it is not retired, and has words, a photograph or a drawing.
enum class FollowUpState : std::uint8_t { open, answered, closed };
[[nodiscard]] FollowUpState state_of(const Notebook& book, const FollowUp& follow_up);
/// Those that count, in the order in which they were said to be.
[[nodiscard]] std::vector<const FollowUp::Answer*> answers_of(const Notebook& book, const FollowUp& follow_up);

/// The entries that are lines of enquiry, without retired ones: the open ones first, and each in the order of time.
[[nodiscard]] std::vector<const Entry*> follow_ups(const Notebook& book);
[[nodiscard]] std::size_t open_follow_ups(const Notebook& book);
/// Those that an entry is said to answer.
[[nodiscard]] std::vector<const Entry*> answered_by(const Notebook& book, ItemId entry);

/// Whose one may be: the lead, the team, and whoever owns another, each once.
[[nodiscard]] std::vector<std::string> possible_owners(const Notebook& book);

}  // namespace daybook
