// Deterministic CBOR (RFC 8949 section 4.2.1), as much of it as revisions need: integers, bytes, text, arrays, maps,
// true, false and null. Never accepts a second spelling of the same thing, and never allocates what it has not read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace daybook {

class CborMap;

/// Writes items one after the other. The caller counts: an array of two is followed by two items.
class CborWriter {
public:
    void integer(std::int64_t value);
    void unsigned_integer(std::uint64_t value);
    void bytes(ByteView value);
    /// `value` is well-formed UTF-8.
    void text(std::string_view value);
    void boolean(bool value);
    void null();
    /// The next `count` items are its elements.
    void array(std::size_t count);
    void map(const CborMap& map);
    /// One item that is canonical already.
    void encoded(ByteView item);

    [[nodiscard]] const Bytes& written() const { return out_; }
    [[nodiscard]] Bytes take() && { return std::move(out_); }

private:
    void head(unsigned major, std::uint64_t argument);

    Bytes out_;
};

/// A map in the making: keys may come in any order, are written in the canonical one, and each is there once.
class CborMap {
public:
    /// Writes the value of `key`; what the key had before is forgotten.
    CborWriter& at(std::int64_t key);
    CborWriter& at(std::string_view key);
    /// A key and a value that are canonical already.
    void put_encoded(ByteView key, ByteView value);

private:
    friend class CborWriter;
    CborWriter& fresh(Bytes key);

    std::map<Bytes, CborWriter> entries_;  // the order of encoded keys is the canonical order
};

enum class CborKind { integer, bytes, text, array, map, boolean, null };

/// Reads one canonical item, which is checked as a whole before anything is taken from it.
/// What is read in the wrong shape gives nothing (0, empty, false), and so does everything after it: read all, then ask
/// finish(). Views point into the bytes that were opened. A copy of a reader reads on from the same place.
class CborReader {
public:
    static constexpr std::size_t most_nested = 8;

    /// Errc::corrupt unless `item` is exactly one canonical item, with at most `most_nested` arrays and maps in each
    /// other.
    [[nodiscard]] static Result<CborReader> open(ByteView item);
    /// The reader would outlive these bytes.
    static Result<CborReader> open(Bytes&& item) = delete;

    /// What comes next; null at the end.
    [[nodiscard]] CborKind next() const;

    std::int64_t integer();
    /// An integer from 0 to 2^63 - 1.
    std::uint64_t unsigned_integer();
    ByteView bytes();
    std::string_view text();
    bool boolean();
    void null();
    /// The number of elements, which follow.
    std::size_t array();
    /// The number of entries: a key and a value each, which follow.
    std::size_t map();
    /// The bytes of one item, whatever it is.
    ByteView skip();
    /// An array of exactly `count` elements, which follow.
    void array_of(std::size_t count);

    /// Makes finish() fail: what was read has a shape that it should not have.
    void refuse();
    [[nodiscard]] bool refused() const { return refused_; }
    /// Errc::corrupt if anything was refused or is left over.
    [[nodiscard]] Result<void> finish() const;

private:
    explicit CborReader(ByteView item) : left_(item) {}
    std::uint64_t take_head(unsigned major);

    ByteView left_;
    bool refused_ = false;
};

}  // namespace daybook
