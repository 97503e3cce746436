#include "app/words/table.h"

#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "app/words/english.h"
#include "core/framework/json.h"

namespace daybook {
namespace {

constexpr std::size_t longest_text = 2000;  // bytes

using Names = std::set<std::string_view>;

/// What a text puts in: the names in its braces. Nothing if a brace has no other.
std::optional<Names> names_in(std::string_view text) {
    Names names;
    while (true) {
        const std::size_t brace = text.find_first_of("{}");
        if (brace == std::string_view::npos) return names;
        const std::size_t close = text.find('}', brace);
        if (text[brace] == '}' || close == std::string_view::npos) return std::nullopt;
        names.insert(text.substr(brace + 1, close - brace - 1));
        text.remove_prefix(close + 1);
    }
}

std::string in_braces(const Names& names) {
    std::string list;
    for (const std::string_view name : names) {
        if (!list.empty()) list += ' ';
        list += '{';
        list += name;
        list += '}';
    }
    return list.empty() ? "nothing" : list;
}

/// What any text may not be.
std::optional<std::string> unfit(std::string_view text) {
    if (text.find_first_not_of(' ') == std::string_view::npos) return "is empty";
    if (text.size() > longest_text) return std::format("is too long: at most {} bytes fit", longest_text);
    const auto is_control = [](char byte) { return static_cast<Byte>(byte) < 0x20; };
    if (std::ranges::any_of(text, is_control)) return "has a line break or another control character";
    return std::nullopt;
}

/// What is wrong with a text in the place of one that puts in `expected`; nothing if it will do.
/// A form that stands for one number alone may spell the number out.
enum class Number { said, may_be_spelt_out };
std::optional<std::string> objection(std::string_view text, const Names& expected, Number number) {
    if (auto wrong = unfit(text)) return wrong;
    const auto names = names_in(text);
    if (!names) return "has a brace that stands alone";
    Names least = expected;
    if (number == Number::may_be_spelt_out) least.erase("count");
    if (std::ranges::includes(expected, *names) && std::ranges::includes(*names, least)) return std::nullopt;
    return std::format("puts in {} where {} is put in", excerpt(in_braces(*names)), in_braces(expected));
}

class TableReader {
public:
    TableReader() : table_(english_table()) {}

    Result<Table> read(const Json& json) {
        const Json::Object* texts = object(member(json, "app"));
        if (texts == nullptr) return fail(Errc::corrupt, "there is no member 'app' with texts in it");
        read_plurals(object(member(json, "plurals")));
        read_core(object(member(json, "core")));
        std::map<std::string_view, const english::Row*> missing;
        for (const english::Row& row : english::rows) missing.emplace(row.id, &row);
        for (const JsonMember& text : *texts) {
            const auto found = missing.find(text.name);
            if (found == missing.end()) {
                tell(text.name, "is not known");
                continue;
            }
            read_text(*found->second, text.value);
            missing.erase(found);
        }
        for (const auto& [id, row] : missing) tell(id, "is missing");
        return std::move(table_);
    }

private:
    static const Json* member(const Json& json, std::string_view name) {
        const auto* members = std::get_if<Json::Object>(&json.value);
        if (members == nullptr) return nullptr;
        const auto found = std::ranges::find(*members, name, &JsonMember::name);
        return found == members->end() ? nullptr : &found->value;
    }

    static const Json::Object* object(const Json* json) {
        return json == nullptr ? nullptr : std::get_if<Json::Object>(&json->value);
    }

    void tell(std::string_view id, std::string_view what) {
        table_.shortcomings.push_back(std::format("{} {}", excerpt(id), what));
    }

    void read_plurals(const Json::Object* rules) {
        if (rules == nullptr) return tell("plurals", "is missing");
        PluralRules read;
        for (const auto& [name, value] : *rules) {
            const auto form = plural_form(name);
            const auto* rule = std::get_if<std::string>(&value.value);
            if (!form || rule == nullptr) return tell("plurals." + name, "is no rule of a plural form");
            if (const auto added = read.add(*form, *rule); !added) return tell("plurals." + name, added.error().what);
        }
        table_.plurals = std::move(read);
    }

    /// The one part that may be left out.
    void read_core(const Json::Object* sentences) {
        if (sentences == nullptr) return;
        for (const auto& [english, value] : *sentences) {
            const auto* text = std::get_if<std::string>(&value.value);
            if (text == nullptr) {
                tell("core: " + english, "is no text");
            } else if (const auto wrong = unfit(*text)) {
                tell("core: " + english, *wrong);
            } else if (const auto added = table_.core.add(english, *text); !added) {
                tell("core: " + english, added.error().what);
            }
        }
    }

    void read_text(const english::Row& row, const Json& value) {
        if (row.slots == plural_forms) return read_forms(row, value);
        const auto* text = std::get_if<std::string>(&value.value);
        if (text == nullptr) return tell(row.id, "is no text");
        if (is_well(row, *text, Number::said)) table_.texts[row.slot] = *text;
    }

    /// All of them, or none: forms of two languages do not go together.
    void read_forms(const english::Row& row, const Json& value) {
        std::array<std::string, plural_forms> read;
        // A language without plurals has one text for all numbers.
        const Json::Object one_for_all{{"other", value}};
        const bool is_text = std::holds_alternative<std::string>(value.value);
        const Json::Object* forms = is_text ? &one_for_all : object(&value);
        if (forms == nullptr) return tell(row.id, "is no text, and no list of plural forms");
        for (const auto& [name, form_value] : *forms) {
            const auto form = plural_form(name);
            const auto* text = std::get_if<std::string>(&form_value.value);
            if (!form || text == nullptr) return tell(row.id, "has a plural form that is none: " + excerpt(name));
            const Number number = *form == PluralForm::other ? Number::said : Number::may_be_spelt_out;
            if (!is_well(row, *text, number)) return;
            read[std::to_underlying(*form)] = *text;
        }
        if (read.back().empty()) return tell(row.id, "lacks the form 'other'");
        std::ranges::move(read, table_.texts.begin() + row.slot);
    }

    bool is_well(const english::Row& row, std::string_view text, Number number) {
        const std::string_view model = english::texts[row.slot + row.slots - 1U];  // of those that count, 'other'
        const auto wrong = objection(text, names_in(model).value_or(Names{}), number);
        if (wrong) tell(row.id, *wrong);
        return !wrong;
    }

    Table table_;
};

}  // namespace

Table english_table() {
    Table table;
    table.texts.assign(english::texts.begin(), english::texts.end());
    for (const auto& [name, rule] : english::plurals) {
        if (const auto form = plural_form(name)) (void)table.plurals.add(*form, rule);
    }
    return table;
}

Result<Table> read_table(ByteView json) {
    const auto parsed = parse_json(json);
    if (!parsed) return pass_on(parsed.error());
    return TableReader().read(*parsed);
}

}  // namespace daybook
