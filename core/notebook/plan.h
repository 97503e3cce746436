// What is planned for the two weeks: sessions with their day, time, place and people, and the contacts.
// Never what happened: an activity says that.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/log/fold.h"

namespace daybook {

class Notebook;

/// The words that a plan has on disk. Never change one: old notebooks speak them. A session's kind, title, place,
/// school, roles and note are in the fields and the set that those of other items are in.
namespace words {
inline constexpr std::string_view planned = "planned";  // a kind of item
inline constexpr std::string_view planned_day = "day";
inline constexpr std::string_view planned_from = "from";
inline constexpr std::string_view planned_to = "to";
inline constexpr std::string_view planned_inspectors = "inspectors";  // a set of names

inline constexpr std::string_view contact = "contact";  // a kind of item
inline constexpr std::string_view contact_name = "name";
inline constexpr std::string_view contact_role = "role";
inline constexpr std::string_view contact_telephone = "telephone";
inline constexpr std::string_view contact_email = "email";
}  // namespace words

inline constexpr int minutes_in_a_day = 24 * 60;

/// A session that is planned.
struct Planned {
    ItemId id;
    std::string day{};    ///< "2015-09-14"
    int from = 0;         ///< minutes after midnight, by the clock on the wall there
    int to = 0;           ///< the same; at most `minutes_in_a_day`
    std::string kind{};   ///< id of a kind of activity in the pack; may be empty
    std::string title{};  ///< in words; may be empty if the kind says it
    std::string place{};
    ItemId school{};                        ///< nil for none
    std::vector<std::string> inspectors{};  ///< names, as Inspection::lead and team have them
    std::vector<std::string> roles{};       ///< ids in the pack: who is met
    std::string note{};
    bool retired = false;
    std::string author{};  ///< who planned it

    /// True if it has a day, and an end after its beginning: a stranger's may have neither.
    [[nodiscard]] bool is_placed() const;
};

/// Somebody whom the team may have to reach.
struct Contact {
    ItemId id;
    std::string name{};
    std::string role{};  ///< in words: "Director of children's services"
    std::string telephone{};
    std::string email{};
    std::string note{};
    bool retired = false;
    std::string author{};  ///< who wrote it down
};

/// From an item of the kind words::planned. Its day is as somebody said it; minutes that lie outside a day are -1.
[[nodiscard]] Planned planned_from(const Item& item);
/// From an item of the kind words::contact.
[[nodiscard]] Contact contact_from(const Item& item);

/// What a session is called: its title, else its kind by its name in the pack; empty if nobody has said either.
[[nodiscard]] std::string name_of(const Notebook& book, const Planned& planned);
/// Where it is: its place and the school, "Room 4, Ashcombe Primary School"; empty if nobody has said.
[[nodiscard]] std::string where(const Notebook& book, const Planned& planned);

/// The days that a plan has, in order: those of the inspection, at most `most_days` of them, and each on which
/// something is planned.
inline constexpr std::size_t most_days = 60;
[[nodiscard]] std::vector<std::string> days_of_plan(const Notebook& book);

/// The lead, the team, and whoever else is planned for something, each once.
[[nodiscard]] std::vector<std::string> inspectors_of_plan(const Notebook& book);

/// The day that is so many days after this one, "2015-09-15"; the same if it is no day.
[[nodiscard]] std::string days_after(const std::string& iso_date, int days);

/// The first session that is not over at this moment, of this inspector; if there is none, of anybody. Null if all is
/// over. Retired ones do not count.
[[nodiscard]] const Planned* next_planned(const Notebook& book, const std::string& inspector, LocalTime now);

}  // namespace daybook
