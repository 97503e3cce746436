// What has to be passed on, whatever was asked for in confidence: what was disclosed, and serious concerns, each with
// the records of to whom, when and by whom. Never settled by a mark: only a record settles it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/log/fold.h"

namespace daybook {

class Notebook;
struct Entry;

/// The words that duties have on disk. Never change one: old notebooks speak them.
namespace words {
inline constexpr std::string_view disclosure = "disclosure";  // of an entry: what was disclosed; empty for nothing
inline constexpr std::string_view serious_concern = "serious_concern";

inline constexpr std::string_view passing_on = "passing_on";  // a kind of item
inline constexpr std::string_view passed_about = "about";
inline constexpr std::string_view passed_to = "to";
inline constexpr std::string_view passed_by = "by";
inline constexpr std::string_view passed_at = "at";  // Unix ms
inline constexpr std::string_view passed_offset = "at_offset";
inline constexpr std::string_view passed_words = "said";
}  // namespace words

/// What a duty is about. The first three are what can be disclosed (H34, F43); the last is for the DCS (H35). On disk:
/// never change one.
namespace duties {
inline constexpr std::string_view safeguarding = "safeguarding";
inline constexpr std::string_view serious_misconduct = "serious misconduct";
inline constexpr std::string_view possible_crime = "possible crime";
inline constexpr std::string_view serious_concern = "serious concern";
}  // namespace duties

/// That something was passed on.
struct PassedOn {
    ItemId id;
    ItemId entry;
    std::string about;  ///< a word of `duties`, or of a later version
    std::string to;     ///< to whom, in words
    std::string by;
    LocalTime at;
    std::string words;
    bool retired = false;
    std::string author;  ///< who recorded it, and when
    LocalTime recorded;
};

/// From an item of the kind words::passing_on.
[[nodiscard]] PassedOn passed_on_from(const Item& item);

/// One thing that an entry obliges to.
struct Duty {
    const Entry* entry = nullptr;
    std::string_view about;                ///< the entry's own word
    std::vector<const PassedOn*> records;  ///< of this and not retired, in the order of time
    [[nodiscard]] bool is_open() const { return records.empty(); }
};
/// A word of a later version is one as well. They look into the notebook.
[[nodiscard]] std::vector<Duty> duties_of(const Notebook& book, const Entry& entry);
/// Of all entries: the open ones first, and each in the order of time. Also of retired ones: that words are not to be
/// read as evidence any more takes no duty away.
[[nodiscard]] std::vector<Duty> all_duties(const Notebook& book);
[[nodiscard]] std::size_t open_duties(const Notebook& book);

}  // namespace daybook
