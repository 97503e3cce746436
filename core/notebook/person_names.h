// Who can be recognised in words by name: by a title with a name behind it, or as one of the contacts.
// Never by anything else: that "the head of the island's only school" is somebody, a reader has to see.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "core/notebook/notebook.h"

namespace daybook {

/// The names of several words that a notebook knows, and what its pack takes for titles.
class PersonNames {
public:
    /// The pack's titles, the contacts that are not retired, and who is no stranger to a reader: the lead and the team.
    explicit PersonNames(const Notebook& book);

    /// The first name, as it is written there with its title: a part of `text`, which may be anything; empty if there
    /// is none. The time grows with the length of `text`, however many names there are.
    ///
    /// A title ("Cllr", as a word by itself and in those letters, with a full stop where the pack shortens it) needs a
    /// word behind it in the same line that begins with a capital, or "van" or "d'" before one. Beyond ASCII any letter
    /// counts as one: which are capitals is not known here. The name of a contact has two words or more, all of which
    /// are there, in capitals or not. The team is passed over, by its whole names or with a title, and so are schools
    /// that are called after somebody ("Dr Lyle's School").
    [[nodiscard]] std::string_view first_in(std::string_view text) const;

private:
    /// The first word, the first two and so on of each name, in plain letters; true where a name ends.
    using Beginnings = std::map<std::string, bool, std::less<>>;

    void take_in_team(const Inspection& inspection);
    void take_in_schools(const Schools& schools);
    void take_in_contacts(const Notebook& book);
    static void put(Beginnings& names, std::string_view name);
    static std::size_t end_of_longest(const Beginnings& names, std::string_view text, std::string_view first);
    [[nodiscard]] bool is_title(std::string_view word) const { return titles_.contains(word); }
    /// A full stop behind it shortens it, and ends no sentence.
    [[nodiscard]] bool is_shortened(std::string_view word) const;
    [[nodiscard]] std::string_view word_of_name(std::string_view text, std::string_view before) const;
    [[nodiscard]] bool is_team(std::string_view text, std::string_view word) const;
    [[nodiscard]] std::string_view titled(std::string_view text, std::string_view title) const;

    std::map<std::string, bool, std::less<>> titles_;  ///< true of one that is shortened
    Beginnings contacts_;
    Beginnings passed_over_;
    std::set<std::string, std::less<>> surnames_of_team_;
};

}  // namespace daybook
