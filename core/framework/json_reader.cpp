#include "core/framework/json_reader.h"
#include "core/base/blank.h"

#include <algorithm>
#include <format>
#include <set>
#include <utility>

namespace daybook {
namespace {

std::size_t count_characters(std::string_view text) {
    const auto starts_character = [](char byte) { return (static_cast<Byte>(byte) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::ranges::count_if(text, starts_character));
}

bool is_id(std::string_view text) {
    return std::ranges::all_of(
        text, [](char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-'; });
}

bool has_control(std::string_view text, TextForm form) {
    return std::ranges::any_of(text, [form](char byte) {
        if (byte == '\n' && form == TextForm::prose) return false;
        return static_cast<Byte>(byte) < 0x20 || byte == '\x7F';
    });
}

/// What is wrong with a text, with the remedy; nothing if it may stay.
std::optional<std::string> complaint(std::string_view text, TextForm form, std::size_t most) {
    if (const std::size_t count = count_characters(text); count > most)
        return std::format("{} characters are too many; at most {} fit", count, most);
    if (form == TextForm::id && !is_id(text)) return "use only a-z, 0-9 and hyphens";
    if (has_control(text, form)) return "take out the control characters";
    return std::nullopt;
}

void add_never_asked_for(const Json& value, const std::string& place, const AskedFor& asked,
                         std::vector<std::string>& found) {
    if (const auto* members = std::get_if<Json::Object>(&value.value)) {
        for (const JsonMember& member : *members) {
            const std::string here = std::format("{}{}{}", place, place.empty() ? "" : ".", member.name);
            if (asked.contains(&member.value)) {
                add_never_asked_for(member.value, here, asked, found);
            } else {
                found.push_back(here);
            }
        }
    } else if (const auto* list = std::get_if<Json::List>(&value.value)) {
        for (std::size_t at = 0; at < list->size(); ++at)
            add_never_asked_for((*list)[at], std::format("{}[{}]", place, at), asked, found);
    }
}

}  // namespace

std::vector<std::string> never_asked_for(const Json& root, const AskedFor& asked) {
    std::vector<std::string> found;
    add_never_asked_for(root, {}, asked, found);
    return found;
}

JsonReader::JsonReader(const Json& value, std::optional<Error>& failure, std::string place, AskedFor* asked)
    : value_(&value), failure_(&failure), place_(std::move(place)), asked_(asked) {}

void JsonReader::refuse(std::string_view name, std::string_view why, Errc code) {
    if (*failure_) return;
    const std::string_view dot = place_.empty() || name.empty() || name.front() == '[' ? "" : ".";
    const std::string place = std::format("{}{}{}", place_, dot, name);
    *failure_ = Error{code, std::format("{}: {}", place.empty() ? "the top of the file" : place, why)};
}

const Json* JsonReader::find(std::string_view name) const {
    const auto* members = std::get_if<Json::Object>(&value_->value);
    if (members == nullptr) return nullptr;
    const auto found = std::ranges::find(*members, name, &JsonMember::name);
    if (found == members->end()) return nullptr;
    if (asked_ != nullptr) asked_->insert(&found->value);
    return &found->value;
}

const Json* JsonReader::require(std::string_view name, std::string_view what) {
    if (*failure_) return nullptr;
    if (!std::holds_alternative<Json::Object>(value_->value)) {
        refuse("", "an object is expected here; write { \"name\": value, ... }");
        return nullptr;
    }
    const Json* value = find(name);
    if (value == nullptr) refuse(name, std::format("this is missing; add {}", what));
    return value;
}

std::string JsonReader::checked_text(std::string_view name, const Json& value, TextForm form, std::size_t most) {
    const auto* text = std::get_if<std::string>(&value.value);
    if (text == nullptr) {
        refuse(name, "a text is expected here; put it between double quotes");
        return {};
    }
    if (const auto wrong = complaint(*text, form, most)) {
        refuse(name, *wrong);
        return {};
    }
    return *text;
}

std::string JsonReader::text(std::string_view name, TextForm form, std::size_t most) {
    const Json* value = require(name, "a text");
    if (value == nullptr) return {};
    std::string text = checked_text(name, *value, form, most);
    if (is_blank(text)) refuse(name, "this is empty; say it in words");
    return text;
}

std::string JsonReader::optional_text(std::string_view name, TextForm form, std::size_t most) {
    const Json* value = *failure_ ? nullptr : find(name);
    return value == nullptr ? std::string{} : checked_text(name, *value, form, most);
}

bool JsonReader::flag(std::string_view name) {
    const Json* value = require(name, "true or false");
    if (value == nullptr) return false;
    if (const bool* flag = std::get_if<bool>(&value->value)) return *flag;
    refuse(name, "write true or false, without quotes");
    return false;
}

std::int64_t JsonReader::whole_number(std::string_view name, std::int64_t least, std::int64_t most) {
    const Json* value = require(name, "a whole number");
    if (value == nullptr) return 0;
    const auto* number = std::get_if<std::int64_t>(&value->value);
    if (number != nullptr && *number >= least && *number <= most) return *number;
    refuse(name, std::format("write a whole number from {} to {}, without quotes", least, most));
    return 0;
}

std::vector<std::string> JsonReader::names() const {
    std::vector<std::string> names;
    if (const auto* members = std::get_if<Json::Object>(&value_->value))
        for (const JsonMember& member : *members) names.push_back(member.name);
    return names;
}

std::optional<JsonReader> JsonReader::object(std::string_view name) {
    const Json* value = require(name, "an object");
    if (value == nullptr) return std::nullopt;
    if (!std::holds_alternative<Json::Object>(value->value)) {
        refuse(name, "an object is expected here; write { ... }");
        return std::nullopt;
    }
    return JsonReader(*value, *failure_, std::format("{}{}{}", place_, place_.empty() ? "" : ".", name), asked_);
}

std::vector<JsonReader> JsonReader::items(std::string_view name, std::size_t least, std::size_t most) {
    const Json* value = require(name, "a list");
    if (value == nullptr) return {};
    const auto* list = std::get_if<Json::List>(&value->value);
    if (list == nullptr) {
        refuse(name, "a list is expected here; write [ ... ]");
        return {};
    }
    if (list->size() < least || list->size() > most) {
        refuse(name, std::format("there are {} items; {} to {} are expected", list->size(), least, most));
        return {};
    }
    std::vector<JsonReader> readers;
    readers.reserve(list->size());
    const std::string_view dot = place_.empty() ? "" : ".";
    for (const Json& item : *list)
        readers.emplace_back(item, *failure_, std::format("{}{}{}[{}]", place_, dot, name, readers.size()), asked_);
    return readers;
}

std::vector<std::string> JsonReader::texts(std::string_view name, TextForm form, std::size_t most_characters,
                                           std::size_t least, std::size_t most) {
    std::vector<std::string> texts;
    std::set<std::string> seen;
    for (JsonReader& item : items(name, least, most)) {
        if (*failure_) return {};
        std::string text = item.checked_text("", *item.value_, form, most_characters);
        if (is_blank(text)) item.refuse("", "this is empty; say it in words, or take it out");
        if (!seen.insert(text).second)
            item.refuse("", std::format("'{}' is there twice; keep one of them", excerpt(text)));
        texts.push_back(std::move(text));
    }
    return texts;
}

}  // namespace daybook
