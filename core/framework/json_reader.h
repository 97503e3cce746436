// Reads the members that a format asks for out of a JSON tree, and says by name what is wrong with the first bad one.
// Never guesses a missing value; members that nobody asks for are passed over, and named to who wants to know.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/framework/json.h"

namespace daybook {

/// What a text may look like.
enum class TextForm {
    id,     ///< a-z, 0-9 and hyphens
    line,   ///< one line without control characters, not blank
    prose,  ///< as a line, but may have line breaks
};

/// The values that a format has asked for.
using AskedFor = std::set<const Json*>;

/// The places of all other members, "aspects[3].nmae": of one that is an object or a list, itself alone.
[[nodiscard]] std::vector<std::string> never_asked_for(const Json& root, const AskedFor& asked);

/// One JSON object (or list item) and the place where it stands.
///
/// The first failure is kept, and every read after it gives an empty value: a format reads all its members in a row and
/// asks once, at the end. The tree, the kept failure and `asked`, which may be null, outlive the reader.
class JsonReader {
public:
    JsonReader(const Json& value, std::optional<Error>& failure, std::string place = {}, AskedFor* asked = nullptr);

    /// True if there is a member of this name, whatever it is.
    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
    /// A text that must be there. `most` counts characters (code points).
    [[nodiscard]] std::string text(std::string_view name, TextForm form, std::size_t most);
    /// A text that may be missing or empty.
    [[nodiscard]] std::string optional_text(std::string_view name, TextForm form, std::size_t most);
    [[nodiscard]] bool flag(std::string_view name);
    [[nodiscard]] std::int64_t whole_number(std::string_view name, std::int64_t least, std::int64_t most);

    /// The names of its members, as they come.
    [[nodiscard]] std::vector<std::string> names() const;

    /// An object that must be there; none, and that is kept, if it is not.
    [[nodiscard]] std::optional<JsonReader> object(std::string_view name);
    /// The items of a list that must be there.
    [[nodiscard]] std::vector<JsonReader> items(std::string_view name, std::size_t least, std::size_t most);
    /// A list of texts that must be there, none of them twice.
    [[nodiscard]] std::vector<std::string> texts(std::string_view name, TextForm form, std::size_t most_characters,
                                                 std::size_t least, std::size_t most);

    /// Says that the member `name` breaks a rule of the format; `why` ends with the remedy.
    void refuse(std::string_view name, std::string_view why, Errc code = Errc::corrupt);

private:
    [[nodiscard]] const Json* find(std::string_view name) const;
    [[nodiscard]] const Json* require(std::string_view name, std::string_view what);
    [[nodiscard]] std::string checked_text(std::string_view name, const Json& value, TextForm form, std::size_t most);

    const Json* value_;
    std::optional<Error>* failure_;
    std::string place_;
    AskedFor* asked_;
};

}  // namespace daybook
