#include "core/framework/json.h"

#include <algorithm>
#include <exception>
#include <format>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "core/base/utf8.h"

namespace daybook {
namespace {

/// "line 3, column 14" of the byte at `offset`; columns count bytes.
std::string line_and_column(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return std::format("line {}, column {}", line, before.size() - line_start + 1);
}

/// Builds the tree from the parser's events; says false, and keeps why, at the first thing that it will not have.
class TreeBuilder {
public:
    using Library = nlohmann::json;

    explicit TreeBuilder(std::string_view text) : text_(text) {}

    [[nodiscard]] Result<Json> take(bool complete) {
        if (complete && !failure_) return std::move(root_);
        if (!failure_) return fail(Errc::corrupt, "this is not JSON; ask for the file again");
        return pass_on(*failure_);
    }

    bool null() { return add({}); }
    bool boolean(bool value) { return add({value}); }
    bool number_integer(Library::number_integer_t value) { return add({std::int64_t{value}}); }
    bool number_unsigned(Library::number_unsigned_t value) {
        if (std::in_range<std::int64_t>(value)) return add({static_cast<std::int64_t>(value)});
        return add({static_cast<double>(value)});
    }
    bool number_float(Library::number_float_t value, const std::string& /*as_written*/) { return add({value}); }
    bool string(std::string& value) { return add({std::move(value)}); }
    bool binary(Library::binary_t& /*value*/) { return refuse("bytes have no place in JSON; ask for the file again"); }

    bool start_object(std::size_t /*unknown*/) { return open({Json::Object{}}); }
    bool start_array(std::size_t /*unknown*/) { return open({Json::List{}}); }
    bool end_array() {
        open_.pop_back();
        return true;
    }
    bool key(std::string& name) {
        std::get<Json::Object>(open_.back()->value).push_back({std::move(name), {}});
        return true;
    }
    bool end_object() {
        const std::optional<std::string> twice = name_given_twice(std::get<Json::Object>(open_.back()->value));
        open_.pop_back();
        if (twice) return refuse(std::format("the member '{}' is there twice; keep one of them", *twice));
        return true;
    }

    bool parse_error(std::size_t position, const std::string& /*token*/, const nlohmann::detail::exception& /*error*/) {
        // The library's words name its own classes and quote the text; a position is what helps to mend it.
        if (position > text_.size()) {
            failure_ =
                Error{Errc::corrupt, std::format("{}: the text ends too early, it was cut off; ask for the whole file",
                                                 line_and_column(text_, text_.size()))};
        } else {
            failure_ = Error{Errc::corrupt,
                             std::format("{}: this is not JSON; look for a missing or extra comma, quote or bracket",
                                         line_and_column(text_, position == 0 ? 0 : position - 1))};
        }
        return false;
    }

private:
    /// Where the parser is: "aspects[3].area", or "" at the top.
    [[nodiscard]] std::string place() const {
        std::string path;
        for (const Json* value : open_) {
            if (const auto* list = std::get_if<Json::List>(&value->value)) {
                path += std::format("[{}]", list->empty() ? 0 : list->size() - 1);
            } else if (const auto& members = std::get<Json::Object>(value->value); !members.empty()) {
                path += path.empty() ? "" : ".";
                path += excerpt(members.back().name);
            }
        }
        return path.empty() ? "the top of the file" : path;
    }

    [[nodiscard]] static std::optional<std::string> name_given_twice(const Json::Object& members) {
        std::vector<std::string_view> names;
        names.reserve(members.size());
        for (const JsonMember& member : members) names.emplace_back(member.name);
        std::ranges::sort(names);
        const auto twice = std::ranges::adjacent_find(names);
        if (twice == names.end()) return std::nullopt;
        return excerpt(*twice);
    }

    bool refuse(std::string_view why) {
        failure_ = Error{Errc::corrupt, std::format("{}: {}", place(), why)};
        return false;
    }

    bool add(Json value) { return put(std::move(value)) != nullptr; }

    bool open(Json value) {
        Json* kept = put(std::move(value));
        if (kept == nullptr) return false;
        if (open_.size() == JsonLimits::depth)
            return refuse(std::format("nested more than {} deep; no such file needs that", JsonLimits::depth));
        // The pointer holds: a list or object grows only after what is open inside it was closed.
        open_.push_back(kept);
        return true;
    }

    Json* put(Json value) {
        if (++count_ > JsonLimits::values) {
            refuse(std::format("more than {} values; shorten it", JsonLimits::values));
            return nullptr;
        }
        if (open_.empty()) {
            root_ = std::move(value);
            return &root_;
        }
        if (auto* list = std::get_if<Json::List>(&open_.back()->value)) {
            list->push_back(std::move(value));
            return &list->back();
        }
        Json& member = std::get<Json::Object>(open_.back()->value).back().value;
        member = std::move(value);
        return &member;
    }

    std::string_view text_;
    Json root_;
    std::vector<Json*> open_;
    std::size_t count_ = 0;
    std::optional<Error> failure_;
};

/// Where the text stops being well-formed UTF-8: where it differs from its repaired copy.
std::size_t first_bad_byte(std::string_view text) {
    const std::string repaired = to_valid_utf8(text);
    return static_cast<std::size_t>(std::ranges::mismatch(text, repaired).in1 - text.begin());
}

}  // namespace

std::string excerpt(std::string_view text) {
    constexpr std::size_t most_bytes = 40;
    if (text.size() <= most_bytes) return std::string(text);
    return std::string(text.substr(0, character_start(text, most_bytes))) + "…";
}

Result<Json> parse_json(ByteView bytes) {
    const std::string_view text = as_text(bytes);
    if (text.size() > JsonLimits::bytes)
        return fail(Errc::corrupt, std::format("the file has {} bytes; at most {} are read, so shorten it", text.size(),
                                               JsonLimits::bytes));
    if (!is_utf8(text))
        return fail(Errc::corrupt, std::format("{}: this is not UTF-8; save the file as UTF-8",
                                               line_and_column(text, first_bad_byte(text))));
    try {
        TreeBuilder builder(text);
        const bool complete = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
        return builder.take(complete);
    } catch (const std::exception&) {
        return fail(Errc::corrupt, "there is not enough memory to read this file; shorten it");
    }
}

}  // namespace daybook
