// A log that is stored in tests/data/log: what is written today has the bytes that it always had, and is still read.
// Never written by a test: where there is no sample, the test says what it would be.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/notebook/notebook.h"
#include "tests/core/log_making.h"

namespace daybook::testing {

/// Each revision after its length, four bytes, the most significant first.
inline Bytes log_of(InspectionId inspection, const std::vector<Change>& changes, std::int64_t at_ms) {
    Writer writer(inspection, numbered<DeviceId>(0xA1, 0xA0), "Anna Müller");
    Bytes written;
    for (const Change& change : changes) {
        const LoggedRevision made = writer.write(change, at_ms);
        const std::size_t length = made.canonical.size();
        for (const unsigned shift : {24U, 16U, 8U, 0U}) written.push_back(static_cast<Byte>((length >> shift) & 0xFFU));
        append(written, made.canonical);
    }
    return written;
}

/// The notebook that the sample of this name holds, after comparing it with what `changes` come to today.
inline Notebook read_stored_sample(InspectionId inspection, const std::string& name, const std::vector<Change>& changes,
                                   std::int64_t at_ms) {
    const Bytes written = log_of(inspection, changes, at_ms);
    std::ifstream file(DAYBOOK_TEST_DATA "/log/" + name, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), "there is no sample; it would be " << to_hex(written));
    const std::string stored{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    CHECK(to_hex(written) == to_hex(as_bytes(stored)));
    Notebook book(inspection);
    for (ByteView rest = as_bytes(stored); !rest.empty();) {
        const std::size_t length = std::size_t{rest[2]} << 8U | rest[3];
        REQUIRE(length <= rest.size() - 4);
        const auto revision = decode_revision(rest.subspan(4, length));
        REQUIRE(revision);
        REQUIRE(book.apply(*revision));
        rest = rest.subspan(4 + length);
    }
    return book;
}

}  // namespace daybook::testing
