// JSON as a small tree, read from bytes that a stranger may have written.
// Never throws, never gives back half a document, and knows no format: those are read with json_reader.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace daybook {

struct JsonMember;

/// One JSON value. Objects keep the order of their members; a number is whole where it fits.
struct Json {
    using List = std::vector<Json>;
    using Object = std::vector<JsonMember>;
    std::variant<std::monostate, bool, std::int64_t, double, std::string, List, Object> value;
};

struct JsonMember {
    std::string name;
    Json value;
};

/// What a document may cost before it is refused. A value takes up to some hundred bytes of memory, so that they
/// are counted besides the bytes of the text.
struct JsonLimits {
    static constexpr std::size_t bytes = std::size_t{4} * 1024 * 1024;
    static constexpr std::size_t depth = 16;
    static constexpr std::size_t values = 100'000;
};

/// Reads one JSON text (RFC 8259). Errc::corrupt says where and what to do: beyond JsonLimits, not JSON, not UTF-8,
/// or a member named twice in one object (readers disagree about which one counts).
[[nodiscard]] Result<Json> parse_json(ByteView text);

/// A stranger's text (UTF-8), cut short enough to be shown in an error.
[[nodiscard]] std::string excerpt(std::string_view text);

}  // namespace daybook
