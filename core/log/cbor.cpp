#include "core/log/cbor.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "core/base/utf8.h"

namespace daybook {
namespace {

// Major types (RFC 8949, section 3.1), and the three simple values that are used.
constexpr unsigned major_unsigned = 0;
constexpr unsigned major_negative = 1;
constexpr unsigned major_bytes = 2;
constexpr unsigned major_text = 3;
constexpr unsigned major_array = 4;
constexpr unsigned major_map = 5;
constexpr unsigned major_simple = 7;
constexpr std::uint64_t simple_false = 20;
constexpr std::uint64_t simple_true = 21;
constexpr std::uint64_t simple_null = 22;

constexpr std::uint64_t largest_integer = std::numeric_limits<std::int64_t>::max();

struct Head {
    unsigned major = 0;
    std::uint64_t argument = 0;
    std::size_t size = 0;
};

/// The head of the item at the front; none if it is cut off or not in its shortest form.
std::optional<Head> read_head(ByteView from) {
    if (from.empty()) return std::nullopt;
    const unsigned major = from[0] >> 5U;
    const unsigned low = from[0] & 31U;
    if (low < 24) return Head{major, low, 1};
    if (low > 27) return std::nullopt;
    const std::size_t width = std::size_t{1} << (low - 24);
    if (from.size() - 1 < width) return std::nullopt;
    std::uint64_t argument = 0;
    for (const Byte byte : from.subspan(1, width)) argument = (argument << 8U) | byte;
    const std::uint64_t smallest = width == 1 ? 24 : std::uint64_t{1} << (width * 4);
    if (argument < smallest) return std::nullopt;
    return Head{major, argument, 1 + width};
}

/// The length of the canonical item at the front; none if there is none.
std::optional<std::size_t> item_length(ByteView from, std::size_t nesting_left);

std::optional<std::size_t> map_length(ByteView from, const Head& head, std::size_t nesting_left) {
    if (nesting_left == 0 || head.argument > (from.size() - head.size) / 2) return std::nullopt;
    std::size_t length = head.size;
    ByteView previous;
    for (std::uint64_t n = 0; n < head.argument; ++n) {
        const ByteView at_key = from.subspan(length);
        const auto key_length = item_length(at_key, 0);
        if (!key_length) return std::nullopt;
        const unsigned major = at_key[0] >> 5U;
        if (major != major_unsigned && major != major_negative && major != major_text) return std::nullopt;
        const ByteView key = at_key.first(*key_length);
        if (n > 0 && !std::ranges::lexicographical_compare(previous, key)) return std::nullopt;
        previous = key;
        const auto value_length = item_length(at_key.subspan(*key_length), nesting_left - 1);
        if (!value_length) return std::nullopt;
        length += *key_length + *value_length;
    }
    return length;
}

std::optional<std::size_t> array_length(ByteView from, const Head& head, std::size_t nesting_left) {
    if (nesting_left == 0 || head.argument > from.size() - head.size) return std::nullopt;
    std::size_t length = head.size;
    for (std::uint64_t n = 0; n < head.argument; ++n) {
        const auto element = item_length(from.subspan(length), nesting_left - 1);
        if (!element) return std::nullopt;
        length += *element;
    }
    return length;
}

std::optional<std::size_t> string_length(ByteView from, const Head& head) {
    if (head.argument > from.size() - head.size) return std::nullopt;
    const auto content = static_cast<std::size_t>(head.argument);
    if (head.major == major_text && !is_utf8(as_text(from.subspan(head.size, content)))) return std::nullopt;
    return head.size + content;
}

std::optional<std::size_t> item_length(ByteView from, std::size_t nesting_left) {
    const auto head = read_head(from);
    if (!head) return std::nullopt;
    switch (head->major) {
        case major_unsigned:
        case major_negative:
            if (head->argument > largest_integer) return std::nullopt;
            return head->size;
        case major_bytes:
        case major_text:
            return string_length(from, *head);
        case major_array:
            return array_length(from, *head, nesting_left);
        case major_map:
            return map_length(from, *head, nesting_left);
        case major_simple:
            if (head->argument < simple_false || head->argument > simple_null) return std::nullopt;
            return head->size;
        default:  // tags
            return std::nullopt;
    }
}

}  // namespace

void CborWriter::head(unsigned major, std::uint64_t argument) {
    const auto first = [&](std::uint64_t low) { out_.push_back(static_cast<Byte>((major << 5U) | low)); };
    if (argument < 24) return first(argument);
    unsigned power = 0;
    while (power < 3 && argument >> (8U << power) != 0) ++power;
    first(24 + power);
    for (unsigned shift = 8U << power; shift > 0; shift -= 8) {
        out_.push_back(static_cast<Byte>((argument >> (shift - 8)) & 0xFFU));
    }
}

void CborWriter::integer(std::int64_t value) {
    if (value >= 0) return head(major_unsigned, static_cast<std::uint64_t>(value));
    head(major_negative, static_cast<std::uint64_t>(-(value + 1)));
}

void CborWriter::unsigned_integer(std::uint64_t value) {
    head(major_unsigned, value);
}

void CborWriter::bytes(ByteView value) {
    head(major_bytes, value.size());
    append(out_, value);
}

void CborWriter::text(std::string_view value) {
    head(major_text, value.size());
    append(out_, as_bytes(value));
}

void CborWriter::boolean(bool value) {
    head(major_simple, value ? simple_true : simple_false);
}

void CborWriter::null() {
    head(major_simple, simple_null);
}

void CborWriter::array(std::size_t count) {
    head(major_array, count);
}

void CborWriter::map(const CborMap& map) {
    head(major_map, map.entries_.size());
    for (const auto& [key, value] : map.entries_) {
        append(out_, key);
        append(out_, value.written());
    }
}

void CborWriter::encoded(ByteView item) {
    append(out_, item);
}

CborWriter& CborMap::at(std::int64_t key) {
    CborWriter writer;
    writer.integer(key);
    return fresh(std::move(writer).take());
}

CborWriter& CborMap::at(std::string_view key) {
    CborWriter writer;
    writer.text(key);
    return fresh(std::move(writer).take());
}

void CborMap::put_encoded(ByteView key, ByteView value) {
    fresh(Bytes(key.begin(), key.end())).encoded(value);
}

CborWriter& CborMap::fresh(Bytes key) {
    return entries_.insert_or_assign(std::move(key), CborWriter{}).first->second;
}

Result<CborReader> CborReader::open(ByteView item) {
    const auto length = item_length(item, most_nested);
    if (!length || *length != item.size()) {
        return fail(Errc::corrupt, "These bytes are damaged, or Daybook did not write them.");
    }
    return CborReader(item);
}

CborKind CborReader::next() const {
    const auto head = read_head(left_);
    if (!head) return CborKind::null;
    switch (head->major) {
        case major_unsigned:
        case major_negative:
            return CborKind::integer;
        case major_bytes:
            return CborKind::bytes;
        case major_text:
            return CborKind::text;
        case major_array:
            return CborKind::array;
        case major_map:
            return CborKind::map;
        default:
            return head->argument == simple_null ? CborKind::null : CborKind::boolean;
    }
}

std::uint64_t CborReader::take_head(unsigned major) {
    const auto head = read_head(left_);
    if (!head || head->major != major) {
        refuse();
        return 0;
    }
    left_ = left_.subspan(head->size);
    return head->argument;
}

std::int64_t CborReader::integer() {
    const auto head = read_head(left_);
    if (head && head->major == major_negative) {
        return -1 - static_cast<std::int64_t>(take_head(major_negative));
    }
    return static_cast<std::int64_t>(take_head(major_unsigned));
}

std::uint64_t CborReader::unsigned_integer() {
    return take_head(major_unsigned);
}

ByteView CborReader::bytes() {
    const auto length = static_cast<std::size_t>(take_head(major_bytes));
    const ByteView value = left_.first(length);
    left_ = left_.subspan(length);
    return value;
}

std::string_view CborReader::text() {
    const auto length = static_cast<std::size_t>(take_head(major_text));
    const ByteView value = left_.first(length);
    left_ = left_.subspan(length);
    return as_text(value);
}

bool CborReader::boolean() {
    const std::uint64_t value = take_head(major_simple);
    if (value == simple_null) refuse();
    return value == simple_true;
}

void CborReader::null() {
    if (take_head(major_simple) != simple_null) refuse();
}

std::size_t CborReader::array() {
    return static_cast<std::size_t>(take_head(major_array));
}

std::size_t CborReader::map() {
    return static_cast<std::size_t>(take_head(major_map));
}

ByteView CborReader::skip() {
    const auto length = item_length(left_, most_nested);
    if (!length) {
        refuse();
        return {};
    }
    const ByteView item = left_.first(*length);
    left_ = left_.subspan(*length);
    return item;
}

void CborReader::array_of(std::size_t count) {
    if (array() != count) refuse();
}

void CborReader::refuse() {
    refused_ = true;
    left_ = {};
}

Result<void> CborReader::finish() const {
    if (refused_ || !left_.empty()) return fail(Errc::corrupt, "These bytes do not say what they should.");
    return {};
}

}  // namespace daybook
