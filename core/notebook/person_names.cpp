#include "core/notebook/person_names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/character.h"
#include "core/base/character_class.h"
#include "core/base/letters.h"

namespace daybook {
namespace {

// Bounds for what a stranger's notebook holds: no name of a person or a school comes near them.
constexpr std::size_t most_words = 20;        // of a name
constexpr std::size_t longest_word = 60;      // of a name, in bytes
constexpr std::size_t most_behind_title = 4;  // words that are taken for the name: "Professor Dr A. Lyle"

bool is_letter(std::string_view text, std::size_t at) {
    return at < text.size() && class_of(character_at(text, at).code) == CharacterClass::letter;
}

bool is_hyphen(char32_t code) {
    return code == U'-' || code == 0x2010 || code == 0x2011;
}

constexpr std::string_view curly_apostrophe = "\u2019";

std::string_view without_apostrophes(std::string_view word) {
    for (const std::string_view one : {std::string_view("'"), curly_apostrophe}) {
        while (word.starts_with(one)) word.remove_prefix(one.size());
        while (word.ends_with(one)) word.remove_suffix(one.size());
    }
    return word;
}

/// The first word from `at` on, without the apostrophes around it: "Lyle-O'Neill" is one. Empty if there is none.
std::string_view word_from(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (!is_letter(text, at)) {
            at += character_at(text, at).size;
            continue;
        }
        std::size_t end = at;
        while (is_letter(text, end) || (end < text.size() && is_hyphen(character_at(text, end).code) &&
                                        is_letter(text, end + character_at(text, end).size))) {
            end += character_at(text, end).size;
        }
        const std::string_view word = without_apostrophes(text.substr(at, end - at));
        if (!word.empty()) return word;
        at = end;
    }
    return {};
}

std::size_t begin_of(std::string_view text, std::string_view word) {
    return static_cast<std::size_t>(word.data() - text.data());
}

std::size_t end_of(std::string_view text, std::string_view word) {
    return begin_of(text, word) + word.size();
}

bool is_one_letter(std::string_view word) {
    return character_at(word, 0).size == word.size();
}

/// What a full stop behind a word does.
enum class FullStop : std::uint8_t { ends_it, shortens_it };

FullStop stop_behind_letter(std::string_view word) {
    return is_one_letter(word) ? FullStop::shortens_it : FullStop::ends_it;
}

/// The next word of the line, if blanks alone stand between, or a full stop that shortens `word`.
std::string_view word_behind(std::string_view text, std::string_view word, FullStop stop) {
    const std::string_view next = word_from(text, end_of(text, word));
    if (next.empty()) return {};
    std::size_t at = end_of(text, word);
    if (stop == FullStop::shortens_it && text[at] == '.') ++at;
    while (at < begin_of(text, next)) {
        const Character one = character_at(text, at);
        if (class_of(one.code) != CharacterClass::blank) return {};
        at += one.size;
    }
    return next;
}

bool is_capital(char first) {
    return (first >= 'A' && first <= 'Z') || static_cast<unsigned char>(first) >= 0x80;
}

/// "Lark", and "d'Arcy" and "al-Rashid" as well.
bool may_begin_a_name(std::string_view word) {
    if (is_capital(word.front())) return true;
    const std::size_t joint = word.find_first_of("'-\xE2");  // the curly apostrophe and the other hyphens begin so
    if (joint == std::string_view::npos) return false;
    const std::size_t behind = joint + character_at(word, joint).size;
    return behind < word.size() && is_capital(word[behind]);
}

/// What stands small before a name, in the languages from which names in England come most.
bool is_particle(std::string_view word) {
    constexpr std::array<std::string_view, 22> particles{"af",  "al",  "av",  "bin", "da",  "de", "del", "den",
                                                         "der", "di",  "du",  "el",  "ibn", "la", "le",  "ten",
                                                         "ter", "van", "vom", "von", "zu",  "zur"};
    return std::ranges::contains(particles, word);
}

/// As names are compared: "O’Neill's" is "o'neill". Empty if it is too long for a name.
std::string plain_word(std::string_view word) {
    if (word.size() > longest_word) return {};
    std::string plain = plain_letters(word);
    for (std::size_t at = plain.find(curly_apostrophe); at != std::string::npos; at = plain.find(curly_apostrophe, at))
        plain.replace(at, curly_apostrophe.size(), "'");
    if (plain.ends_with("'s")) plain.resize(plain.size() - 2);
    return plain;
}

/// None where there are too many.
std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::string_view word = word_from(text, 0); !word.empty(); word = word_from(text, end_of(text, word))) {
        if (words.size() == most_words) return {};
        words.push_back(word);
    }
    return words;
}

std::string plain_name(std::string_view name) {
    std::string plain;
    for (const std::string_view word : words_of(name)) plain.append(plain.empty() ? "" : " ").append(plain_word(word));
    return plain;
}

}  // namespace

PersonNames::PersonNames(const Notebook& book) {
    for (std::string_view title : book.pack().person_titles) {
        const bool shortened = title.ends_with('.');
        if (shortened) title.remove_suffix(1);
        titles_.emplace(title, shortened);
    }
    take_in_team(book.inspection());
    take_in_schools(book.schools());
    take_in_contacts(book);
}

void PersonNames::put(Beginnings& names, std::string_view name) {
    std::string beginning;
    for (const std::string_view word : words_of(name)) {
        const std::string plain = plain_word(word);
        if (plain.empty()) return;
        beginning.append(beginning.empty() ? "" : " ").append(plain);
        names.try_emplace(beginning, false);
    }
    if (!beginning.empty()) names[beginning] = true;
}

void PersonNames::take_in_team(const Inspection& inspection) {
    const auto take_in = [&](std::string_view name) {
        auto words = words_of(name.substr(0, name.find_first_of(",(")));
        const auto is_abbreviation = [](std::string_view one) {  // "Ann Price HMI"
            return one.size() > 1 && std::ranges::all_of(one, [](char byte) { return byte >= 'A' && byte <= 'Z'; });
        };
        while (words.size() > 2 && is_abbreviation(words.back())) words.pop_back();
        if (words.empty()) return;
        surnames_of_team_.insert(plain_word(words.back()));
        if (words.size() > 1) put(passed_over_, name.substr(0, end_of(name, words.back())));
    };
    take_in(inspection.lead);
    for (const std::string& name : inspection.team) take_in(name);
}

void PersonNames::take_in_schools(const Schools& schools) {
    for (const School* school : schools.all()) {
        const std::string_view first = word_from(school->facts.name, 0);
        if (first.empty() || !is_title(first)) continue;
        put(passed_over_, school->facts.name);
        put(passed_over_, school->facts.name.substr(0, school->facts.name.find_first_of(",(")));
    }
}

/// Of those that are called by a name: "The office" is nobody, and neither is a role, a school or the authority.
void PersonNames::take_in_contacts(const Notebook& book) {
    std::set<std::string, std::less<>> nobody{plain_name(book.inspection().authority)};
    for (const PersonRole& role : book.pack().roles) {
        nobody.insert(plain_name(role.name));
        nobody.insert(plain_name(role.short_name));
    }
    for (const School* school : book.schools().all()) nobody.insert(plain_name(school->facts.name));
    for (const Contact* contact : book.contacts()) nobody.insert(plain_name(contact->role));
    for (const Contact* contact : book.contacts()) {
        if (contact->retired) continue;
        const std::string_view name = contact->name;
        auto words = words_of(name);
        const auto first_name = std::ranges::find_if_not(words, [&](std::string_view one) { return is_title(one); });
        words.erase(words.begin(), first_name);
        if (words.size() < 2 || !may_begin_a_name(words.front()) || !may_begin_a_name(words.back())) continue;
        if (!nobody.contains(plain_name(name))) put(contacts_, name.substr(begin_of(name, words.front())));
    }
}

/// Where the longest of the names ends that begin with this word of the text; 0 if none does.
std::size_t PersonNames::end_of_longest(const Beginnings& names, std::string_view text, std::string_view first) {
    std::size_t end = 0;
    std::string beginning;
    for (std::string_view word = first; !word.empty(); word = word_behind(text, word, stop_behind_letter(word))) {
        const std::string plain = plain_word(word);
        if (plain.empty()) break;
        beginning.append(beginning.empty() ? "" : " ").append(plain);
        const auto known = names.find(beginning);
        if (known == names.end()) break;
        if (known->second) end = end_of(text, word);
    }
    return end;
}

bool PersonNames::is_team(std::string_view text, std::string_view word) const {
    return surnames_of_team_.contains(plain_word(word)) || end_of_longest(passed_over_, text, word) != 0;
}

bool PersonNames::is_shortened(std::string_view word) const {
    const auto title = titles_.find(word);
    return title == titles_.end() ? is_one_letter(word) : title->second;
}

/// The next word, with the particles before it: "van der Lyle". Empty if it can be part of no name.
std::string_view PersonNames::word_of_name(std::string_view text, std::string_view before) const {
    const FullStop stop = is_shortened(before) ? FullStop::shortens_it : FullStop::ends_it;
    std::string_view next = word_behind(text, before, stop);
    for (std::size_t n = 0; n < 2 && !next.empty() && is_particle(next); ++n)
        next = word_behind(text, next, FullStop::ends_it);
    return next.empty() || !may_begin_a_name(next) ? std::string_view() : next;
}

/// A title with the name behind it; empty if there is none, or if it is the team's.
std::string_view PersonNames::titled(std::string_view text, std::string_view title) const {
    std::string_view last = title;
    bool has_name = false;
    bool has_whole_word = false;
    for (std::size_t n = 0; n < most_behind_title; ++n) {
        const std::string_view next = word_of_name(text, last);
        if (next.empty()) break;
        if (!is_title(next)) {
            if (!has_whole_word && is_team(text, next)) return {};
            has_name = true;
            has_whole_word = has_whole_word || !is_one_letter(next);
        }
        last = next;
    }
    if (!has_name) return {};
    return text.substr(begin_of(text, title), end_of(text, last) - begin_of(text, title));
}

std::string_view PersonNames::first_in(std::string_view text) const {
    std::string_view word = word_from(text, 0);
    while (!word.empty()) {
        const std::size_t of_contact = end_of_longest(contacts_, text, word);
        const std::size_t passed_over = end_of_longest(passed_over_, text, word);
        if (of_contact > passed_over) return text.substr(begin_of(text, word), of_contact - begin_of(text, word));
        if (passed_over == 0 && is_title(word)) {
            const std::string_view found = titled(text, word);
            if (!found.empty()) return found;
        }
        word = word_from(text, std::max(passed_over, end_of(text, word)));
    }
    return {};
}

}  // namespace daybook
