// What entries are looked for by, besides their words: for each filter the values that are wanted of it.
// Never which entries have them: see core/notebook/filter.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace daybook {

/// What an entry can be filtered by. Several values of one of them are alternatives; of two of them both must hold.
enum class Filter : std::uint8_t {
    inspector,  ///< whose it is: see inspector_of()
    day,        ///< "2015-09-14": when its activity began
    school,     ///< of its activity, the item's id in hexadecimal digits
    role,       ///< id in the pack: who was met in its activity
    bearing,    ///< id in the pack: an aspect or another matter that it or a passage of it bears on
    kind,       ///< id in the pack: the kind of its activity
    flag,       ///< a word of entry_flags
    polarity,   ///< a word of edits::polarity_word(), of the entry or a passage of it
    written,    ///< a word of contemporaneity_word()
};
inline constexpr std::array all_filters{Filter::inspector, Filter::day,      Filter::school,
                                        Filter::role,      Filter::bearing,  Filter::kind,
                                        Filter::flag,      Filter::polarity, Filter::written};

/// What an entry is, or has. On disk, in saved views: never change one.
namespace entry_flags {
inline constexpr std::string_view in_confidence = "in confidence";  ///< it, or a passage of it
inline constexpr std::string_view come_back = "come back";
inline constexpr std::string_view reconstructed = "reconstructed";
inline constexpr std::string_view photograph = "photograph";
inline constexpr std::string_view drawing = "drawing";
inline constexpr std::string_view retired = "retired";
inline constexpr std::string_view follow_up = "follow up";      ///< a line of enquiry that is open
inline constexpr std::string_view followed_up = "followed up";  ///< one that is answered, or closed
inline constexpr std::string_view emerging = "emerging finding";
inline constexpr std::string_view disclosure = "disclosure";  ///< safeguarding, misconduct or a crime
inline constexpr std::string_view serious_concern = "serious concern";
}  // namespace entry_flags
inline constexpr std::array all_entry_flags{
    entry_flags::in_confidence, entry_flags::come_back,       entry_flags::reconstructed, entry_flags::photograph,
    entry_flags::drawing,       entry_flags::follow_up,       entry_flags::followed_up,   entry_flags::emerging,
    entry_flags::disclosure,    entry_flags::serious_concern, entry_flags::retired};

/// The set that its values are in where a view is saved. On disk: never change one.
[[nodiscard]] std::string_view filter_word(Filter filter);

class Criteria {
public:
    [[nodiscard]] const std::set<std::string>& of(Filter filter) const { return wanted_[place(filter)]; }
    [[nodiscard]] bool wants(Filter filter, const std::string& value) const { return of(filter).contains(value); }
    /// How many values are wanted, of all filters together.
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] bool empty() const { return size() == 0; }

    void want(Filter filter, std::string value) { wanted_[place(filter)].insert(std::move(value)); }
    void drop(Filter filter, const std::string& value) { wanted_[place(filter)].erase(value); }
    void drop(Filter filter) { wanted_[place(filter)].clear(); }
    bool operator==(const Criteria&) const = default;

private:
    [[nodiscard]] static std::size_t place(Filter filter) { return static_cast<std::size_t>(filter); }
    std::array<std::set<std::string>, all_filters.size()> wanted_;
};

}  // namespace daybook
