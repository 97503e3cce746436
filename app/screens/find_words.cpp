#include "app/screens/find_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "app/words/times.h"
#include "core/base/letters.h"
#include "core/notebook/contemporaneity.h"
#include "core/notebook/edits.h"

namespace daybook {
namespace {

struct NamedValue {
    std::string_view value;
    Word name;
};
const std::array<NamedValue, 11>& flag_names() {
    static constexpr std::array<NamedValue, 11> names{{{entry_flags::in_confidence, Word::find_in_confidence},
                                                       {entry_flags::come_back, Word::find_come_back},
                                                       {entry_flags::reconstructed, Word::find_reconstructed},
                                                       {entry_flags::photograph, Word::find_photograph},
                                                       {entry_flags::drawing, Word::find_drawing},
                                                       {entry_flags::follow_up, Word::find_follow_up},
                                                       {entry_flags::followed_up, Word::find_followed_up},
                                                       {entry_flags::emerging, Word::find_emerging},
                                                       {entry_flags::disclosure, Word::find_disclosure},
                                                       {entry_flags::serious_concern, Word::find_serious_concern},
                                                       {entry_flags::retired, Word::find_retired}}};
    return names;
}

constexpr std::array<std::pair<Polarity, Word>, 4> polarity_names{{{Polarity::strength, Word::find_strength},
                                                                   {Polarity::weakness, Word::find_weakness},
                                                                   {Polarity::neutral, Word::find_neutral},
                                                                   {Polarity::unmarked, Word::find_unmarked}}};
constexpr std::array<std::pair<Contemporaneity, Word>, 5> written_names{
    {{Contemporaneity::before, Word::find_before},
     {Contemporaneity::during, Word::find_during},
     {Contemporaneity::same_day, Word::find_same_day},
     {Contemporaneity::later, Word::find_later},
     {Contemporaneity::reconstructed, Word::find_again}}};

/// Those that are not many, in the order in which they are offered.
std::vector<NamedValue> known_values(Filter filter) {
    std::vector<NamedValue> known;
    if (filter == Filter::flag) known.assign(flag_names().begin(), flag_names().end());
    if (filter == Filter::polarity) {
        for (const auto& [polarity, name] : polarity_names) known.push_back({edits::polarity_word(polarity), name});
    }
    if (filter == Filter::written) {
        for (const auto& [when, name] : written_names) known.push_back({contemporaneity_word(when), name});
    }
    return known;
}

/// Ids of the pack, in its order.
std::vector<std::string_view> ids_of(const Pack& pack, Filter filter) {
    std::vector<std::string_view> ids;
    const auto add = [&](const auto& things) {
        for (const auto& one : things) ids.emplace_back(one.id);
    };
    if (filter == Filter::role) add(pack.roles);
    if (filter == Filter::kind) add(pack.activity_kinds);
    if (filter == Filter::bearing) {
        add(pack.aspects);
        add(pack.other_matters);
    }
    return ids;
}

const School* school_of(const Notebook& book, std::string_view hex) {
    ItemId id;
    if (hex.size() != 2 * ItemId::size) return nullptr;
    for (std::size_t at = 0; at < ItemId::size; ++at) {
        const char* digits = hex.data() + 2 * at;
        const auto read = std::from_chars(digits, digits + 2, id.bytes[at], 16);
        if (read.ec != std::errc{} || read.ptr != digits + 2) return nullptr;
    }
    return book.schools().find(id);
}

}  // namespace

std::string_view filter_name(const Words& say, Filter filter) {
    switch (filter) {
        case Filter::inspector:
            return say(Word::find_filter_inspector);
        case Filter::day:
            return say(Word::find_filter_day);
        case Filter::school:
            return say(Word::find_filter_school);
        case Filter::role:
            return say(Word::find_filter_role);
        case Filter::bearing:
            return say(Word::find_filter_bearing);
        case Filter::kind:
            return say(Word::find_filter_kind);
        case Filter::flag:
            return say(Word::find_filter_flag);
        case Filter::polarity:
            return say(Word::find_filter_polarity);
        case Filter::written:
            break;
    }
    return say(Word::find_filter_written);
}

std::string value_name(const Words& say, const Notebook& book, Filter filter, const std::string& value) {
    const Pack& pack = book.pack();
    for (const NamedValue& known : known_values(filter)) {
        if (known.value == value) return std::string(say(known.name));
    }
    if (filter == Filter::day) return day_words(say, value);
    if (filter == Filter::school) {
        const School* school = school_of(book, value);
        return school == nullptr ? std::string(say(Word::find_unknown_school)) : school->facts.name;
    }
    if (filter == Filter::kind) {
        const ActivityKind* kind = pack.activity_kind(value);
        return kind == nullptr ? std::string(say(Word::activity_unknown)) : kind->name;
    }
    if (filter == Filter::role) {
        const PersonRole* role = pack.role(value);
        return role == nullptr ? value : role->short_name;
    }
    if (filter == Filter::bearing) {
        if (const auto name = pack.short_name_of(value); !name.empty()) return std::string(name);
    }
    return value;
}

std::vector<FilterValue> in_order(const Words& say, const Notebook& book, Filter filter,
                                  std::vector<FilterValue> values) {
    std::vector<std::string_view> order = ids_of(book.pack(), filter);
    for (const NamedValue& known : known_values(filter)) order.push_back(known.value);
    if (!order.empty()) {
        std::ranges::stable_sort(values, {}, [&](const FilterValue& one) {
            return std::ranges::find(order, std::string_view(one.value)) - order.begin();
        });
    } else if (filter != Filter::day) {
        std::map<std::string, std::string> names;  // by value: an authority has hundreds of schools
        for (const FilterValue& one : values)
            names.emplace(one.value, plain_letters(value_name(say, book, filter, one.value)));
        std::ranges::stable_sort(values, {},
                                 [&](const FilterValue& one) -> const std::string& { return names.at(one.value); });
    }
    return values;
}

std::string criteria_words(const Words& say, const Notebook& book, std::string_view query, const Criteria& criteria) {
    std::string line(query);
    for (const Filter filter : all_filters) {
        for (const std::string& value : criteria.of(filter)) {
            const std::string name = value_name(say, book, filter, value);
            line = line.empty() ? name : say(phrase::common_dot{.first = line, .second = name});
        }
    }
    return line;
}

}  // namespace daybook
