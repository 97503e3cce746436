// What was said of one item of a checklist: by whom, when, and with which note.
// Never what the item is: that is the pack's.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/framework/pack.h"
#include "core/log/fold.h"

namespace daybook {

class Notebook;

/// What can be said of an item. On disk: never change one.
namespace check_states {
inline constexpr std::string_view done = "done";
inline constexpr std::string_view not_done = "not done";
inline constexpr std::string_view not_applicable = "not applicable";
inline constexpr std::string_view asked = "asked";
inline constexpr std::string_view received = "received";
inline constexpr std::string_view read = "read";
inline constexpr std::string_view not_available = "not available";
inline constexpr std::string_view applies = "applies";
inline constexpr std::string_view does_not_apply = "does not apply";
}  // namespace check_states

/// Those of a form, in the order in which they are offered.
[[nodiscard]] std::span<const std::string_view> states_of(Checklist::Form form);

/// Whether an item of which this is said needs nothing more; false for an empty word, and for one of a later version.
[[nodiscard]] bool is_settled(Checklist::Form form, std::string_view state);

struct CheckedItem {
    /// Who said something last, and when.
    struct Said {
        std::string author;
        LocalTime at;
        bool operator==(const Said&) const = default;
    };

    ItemId id;
    std::string list;                   ///< ids in the pack, as whoever made it says
    std::string item;                   //
    std::string state;                  ///< a word of check_states, or of a later version; empty: nothing is said
    std::optional<Said> said;           ///< of the state, also if it was taken back
    std::string note;                   ///< the latest version
    std::vector<TextVersion> versions;  ///< of the note; more than one where it was edited apart
};

/// The id of the one item that this inspection has for it, whichever device makes it: the first 16 bytes of the
/// BLAKE2b-256 of the CBOR array ["daybook check 1", inspection, list, item].
[[nodiscard]] ItemId check_id(InspectionId inspection, std::string_view list, std::string_view item);

/// From an item of the kind words::check.
[[nodiscard]] CheckedItem check_from(const Item& item);

/// How much of a checklist was said.
struct CheckCount {
    std::size_t all = 0;
    std::size_t open = 0;                                  ///< of which nothing is said
    std::size_t settled = 0;                               ///< that need nothing more
    std::map<std::string, std::size_t, std::less<>> said;  ///< by what was, unknown words included
    [[nodiscard]] std::size_t of(std::string_view state) const;
};
[[nodiscard]] CheckCount count_checks(const Notebook& book, const Checklist& list);

/// What was said of lists or items that the pack does not have, by their ids.
[[nodiscard]] std::vector<const CheckedItem*> checks_beyond_pack(const Notebook& book);

}  // namespace daybook
