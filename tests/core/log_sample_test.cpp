#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/log/fold.h"
#include "core/log/log.h"
#include "tests/core/log_making.h"

using namespace daybook;

namespace {

const std::string sample_path = DAYBOOK_TEST_DATA "/log/sample.daybook-log";

/// Two devices, every kind of change, a text edited apart and joined again, and what a later version may add.
std::vector<LoggedRevision> sample_revisions() {
    const auto inspection = numbered<InspectionId>(0x01, 0x10);
    const auto entry = numbered<ItemId>(0x02, 0x20);
    Writer anna(inspection, numbered<DeviceId>(0xA1, 0xA0), "Anna Müller");
    Writer ben(inspection, numbered<DeviceId>(0xB1, 0xB0), "Ben Okafor");
    constexpr std::int64_t start = 1'442'223'727'250;  // 2015-09-14T10:42:07.250+01:00
    std::vector<LoggedRevision> all;
    const auto says = [&](Writer& writer, Change change, std::int64_t after_ms) {
        all.push_back(writer.write(std::move(change), start + after_ms));
        return writer.last();
    };
    says(anna, Create{entry, "entry"}, 0);
    says(anna, SetField{entry, "minutes", std::int64_t{45}}, 20);
    says(anna, SetField{entry, "in_confidence", true}, 40);
    says(anna, SetField{entry, "sketch", Bytes{0x00, 0xFF, 0x80}}, 60);
    const auto begun = says(anna, Splice{entry, "words", {}, 0, 0, "The school met the cafe owner."}, 1000);
    const auto hers = says(anna, Splice{entry, "words", {begun}, 19, 4, "café"}, 2000);
    const auto his = says(ben, Splice{entry, "words", {begun}, 30, 0, " 😀"}, 1500);
    says(ben, SetMember{entry, "aspects", std::string("leadership"), true}, 1600);
    says(ben, SetMember{entry, "aspects", std::int64_t{-3}, false}, 1600);
    says(ben, Splice{entry, "words", {hers, his}, 0, 3, "A"}, 3000);
    says(ben, SetField{entry, "minutes", {}}, -60'000);  // his clock was set back
    says(ben, UnknownChange{{0x82, 0x66, 'r', 'o', 't', 'a', 't', 'e', 0x18, 0x5A}}, 4000);
    says(anna, Retire{entry, true}, 5000);
    says(anna, Retire{entry, false}, 6000);
    Revision last = anna.write(SetField{entry, "minutes", std::int64_t{50}}, start + 7000).revision;
    last.unknown_fields[{0x67, 'w', 'e', 'a', 't', 'h', 'e', 'r'}] = {0x64, 'r', 'a', 'i', 'n'};
    auto with_more = logged(encode(last));
    REQUIRE(with_more);
    all.push_back(std::move(*with_more));
    return all;
}

/// Each revision after its length, in four bytes, the highest first.
Bytes framed(const std::vector<LoggedRevision>& revisions) {
    Bytes bytes;
    for (const LoggedRevision& one : revisions) {
        const std::size_t length = one.canonical.size();
        for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes.push_back(static_cast<Byte>((length >> shift) & 0xFFU));
        append(bytes, one.canonical);
    }
    return bytes;
}

Bytes stored_sample() {
    std::ifstream file(sample_path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), "no sample at " << sample_path);
    const std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const ByteView bytes = as_bytes(content);
    return {bytes.begin(), bytes.end()};
}

}  // namespace

TEST_CASE("log sample: what is written today has the bytes that were always written") {
    CHECK(to_hex(framed(sample_revisions())) == to_hex(stored_sample()));
}

TEST_CASE("log sample: the stored sample is read, verified and folded") {
    const Bytes stored = stored_sample();
    Log log(numbered<InspectionId>(0x01, 0x10));
    Items items;
    for (ByteView rest = stored; !rest.empty();) {
        REQUIRE(rest.size() > 4);
        const std::size_t length = std::size_t{rest[2]} << 8U | rest[3];
        REQUIRE(length <= rest.size() - 4);
        const ByteView canonical = rest.subspan(4, length);
        auto read = logged(Bytes(canonical.begin(), canonical.end()));
        REQUIRE(read);
        items.apply(read->revision);
        REQUIRE(log.append(std::move(*read)));
        rest = rest.subspan(4 + length);
    }
    CHECK(log.size() == 15);
    CHECK(log.chains().size() == 2);
    const Item* entry = items.find(numbered<ItemId>(0x02, 0x20));
    REQUIRE(entry != nullptr);
    CHECK(entry->kind == "entry");
    CHECK(entry->number_field("minutes") == 50);
    CHECK_FALSE(entry->is_retired());
    CHECK(entry->retired.history.size() == 2);
    REQUIRE(entry->text("words") != nullptr);
    CHECK(entry->text("words")->heads().size() == 1);
    CHECK(entry->text("words")->words() == "A school met the café owner.");
    CHECK(entry->member_texts("aspects") == std::vector<std::string>{"leadership"});
    CHECK(items.not_understood() == 1);
}
