#include "core/log/revision.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

#include "core/log/cbor.h"
#include "tests/core/log_making.h"

using namespace daybook;

namespace {

const auto item = numbered<ItemId>(7, 0x22);

Revision revision_with(Change change) {
    Revision revision;
    revision.inspection = numbered<InspectionId>(1, 0x11);
    revision.device = numbered<DeviceId>(2, 0x33);
    revision.seq = 3;
    revision.prev_hash.fill(0x44);
    revision.stamp = {1'442'223'727'250, 5, revision.device};
    revision.author = "Anna Müller";
    revision.written_at = {{1'442'223'727'250}, 60};
    revision.change = std::move(change);
    return revision;
}

std::vector<Change> sample_changes() {
    const RevisionRef ours{numbered<DeviceId>(2, 0x33), 2};
    const RevisionRef theirs{numbered<DeviceId>(9, 0x55), 300};
    return {Create{item, "entry"},
            Retire{item, true},
            Retire{item, false},
            SetField{item, "place", {}},
            SetField{item, "place", true},
            SetField{item, "minutes", std::int64_t{-90}},
            SetField{item, "place", std::string("Town hall, room 4")},
            SetField{item, "pack", Bytes{0x00, 0xFF, 0x7F}},
            Splice{item, "words", {}, 0, 0, "The first words. 😀"},
            Splice{item, "words", {ours}, 4, 5, ""},
            Splice{item, "words", {ours, theirs}, 1'000'000, 70'000, "é"},
            SetMember{item, "aspects", std::string("A3"), true},
            SetMember{item, "aspects", std::int64_t{4}, false},
            UnknownChange{{0x83, 0x64, 'd', 'r', 'a', 'w', 0x01, 0xA1, 0x00, 0xF6}}};
}

/// The layout, written once more by hand: what README.md says, and not what encode() does.
struct Layout {
    std::int64_t version = 1;
    Bytes inspection = Bytes(16, 1);
    Bytes device = Bytes(16, 2);
    std::int64_t seq = 1;
    Bytes prev_hash = Bytes(32, 0);
    std::int64_t counter = 0;
    std::string author = "A";
    std::int64_t utc_offset_minutes = 60;
    CborWriter change;
    std::vector<std::int64_t> left_out;

    [[nodiscard]] Bytes bytes() const {
        CborMap map;
        const auto at = [&](std::int64_t key) -> CborWriter& {
            const bool skipped = std::ranges::find(left_out, key) != left_out.end();
            return map.at(skipped ? key + 100 : key);
        };
        at(0).integer(version);
        at(1).bytes(inspection);
        at(2).bytes(device);
        at(3).integer(seq);
        at(4).bytes(prev_hash);
        auto& stamp = at(5);
        stamp.array(2);
        stamp.integer(1000);
        stamp.integer(counter);
        at(6).text(author);
        auto& written_at = at(7);
        written_at.array(2);
        written_at.integer(1000);
        written_at.integer(utc_offset_minutes);
        at(8).encoded(change.written());
        CborWriter out;
        out.map(map);
        return std::move(out).take();
    }
};

Layout layout_with(auto write_change) {
    Layout layout;
    write_change(layout.change);
    return layout;
}

Layout plain_layout() {
    return layout_with([](CborWriter& out) {
        out.array(3);
        out.text("retire");
        out.bytes(Bytes(16, 3));
        out.boolean(true);
    });
}

bool reads(const Layout& layout) {
    const auto revision = decode_revision(layout.bytes());
    if (!revision) CHECK(revision.error().code == Errc::corrupt);
    return revision.has_value();
}

bool is_refused_both_ways(const Change& change) {
    const Revision revision = revision_with(change);
    const auto bounds = check_bounds(revision);
    const auto decoded = decode_revision(encode(revision));
    if (!bounds) CHECK(bounds.error().code == Errc::invalid);
    if (!decoded) CHECK(decoded.error().code == Errc::corrupt);
    CHECK(bounds.has_value() == decoded.has_value());
    return !decoded;
}

}  // namespace

TEST_CASE("revision: what is encoded decodes to the same, and encodes to the same bytes") {
    for (const Change& change : sample_changes()) {
        const Revision revision = revision_with(change);
        REQUIRE(check_bounds(revision));
        const Bytes bytes = encode(revision);
        CAPTURE(to_hex(bytes));
        const auto decoded = decode_revision(bytes);
        REQUIRE(decoded);
        CHECK(*decoded == revision);
        CHECK(encode(*decoded) == bytes);
    }
}

TEST_CASE("revision: the layout is the one that is documented") {
    const auto decoded = decode_revision(plain_layout().bytes());
    REQUIRE(decoded);
    CHECK(decoded->inspection == InspectionId::from_bytes(Bytes(16, 1)));
    CHECK(decoded->device == DeviceId::from_bytes(Bytes(16, 2)));
    CHECK(decoded->seq == 1);
    CHECK(decoded->stamp == Stamp{1000, 0, decoded->device});
    CHECK(decoded->author == "A");
    CHECK(decoded->written_at == LocalTime{{1000}, 60});
    CHECK(decoded->change == Change(Retire{*ItemId::from_bytes(Bytes(16, 3)), true}));
    CHECK(encode(*decoded) == plain_layout().bytes());
}

TEST_CASE("revision: the extremes of every number survive") {
    Revision revision = revision_with(Splice{item, "", {}, INT64_MAX, INT64_MAX, ""});
    for (const std::int64_t time : {INT64_MIN, std::int64_t{-1}, std::int64_t{0}, INT64_MAX}) {
        for (const std::int32_t offset : {-1439, 0, 1439}) {
            revision.seq = INT64_MAX;
            revision.stamp = {time, UINT32_MAX, revision.device};
            revision.written_at = {{time}, offset};
            const auto decoded = decode_revision(encode(revision));
            REQUIRE(decoded);
            CHECK(*decoded == revision);
        }
    }
}

TEST_CASE("revision: a later format is said to be newer, and not damaged") {
    for (const std::int64_t version : {2, 23, 24, 70'000}) {
        Layout layout = plain_layout();
        layout.version = version;
        const auto decoded = decode_revision(layout.bytes());
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error().code == Errc::newer);
    }
    Layout layout = plain_layout();
    layout.version = 0;
    CHECK_FALSE(reads(layout));
    layout.version = -1;
    CHECK_FALSE(reads(layout));
    // A later format may use what this one does not: a floating-point number, say.
    const auto later = decode_revision(Bytes{0xA2, 0x00, 0x02, 0x01, 0xF9, 0x3C, 0x00});
    REQUIRE_FALSE(later);
    CHECK(later.error().code == Errc::newer);
}

TEST_CASE("revision: fields of a later version are kept byte for byte") {
    Revision revision = revision_with(Create{item, "entry"});
    CborWriter key;
    key.text("weather");
    CborWriter value;
    value.array(2);
    value.text("rain");
    value.integer(-3);
    revision.unknown_fields[key.written()] = value.written();
    revision.unknown_fields[Bytes{0x09}] = Bytes{0xF6};
    revision.unknown_fields[Bytes{0x20}] = Bytes{0x40};
    const Bytes bytes = encode(revision);
    const auto decoded = decode_revision(bytes);
    REQUIRE(decoded);
    CHECK(*decoded == revision);
    CHECK(encode(*decoded) == bytes);
}

TEST_CASE("revision: a field that is missing is not made up") {
    CHECK(reads(plain_layout()));
    for (std::int64_t key = 0; key <= 8; ++key) {
        CAPTURE(key);
        Layout layout = plain_layout();
        layout.left_out = {key};
        CHECK_FALSE(reads(layout));
    }
    CHECK_FALSE(decode_revision({}));
    CHECK_FALSE(decode_revision(Bytes{0xA0}));
    CHECK_FALSE(decode_revision(Bytes{0x80}));
}

TEST_CASE("revision: fields of the wrong size or out of bounds are refused") {
    const auto refused = [](auto spoil) {
        Layout layout = plain_layout();
        spoil(layout);
        CHECK_FALSE(reads(layout));
    };
    refused([](Layout& layout) { layout.inspection.pop_back(); });
    refused([](Layout& layout) { layout.device.push_back(0); });
    refused([](Layout& layout) { layout.prev_hash.pop_back(); });
    refused([](Layout& layout) { layout.seq = 0; });
    refused([](Layout& layout) { layout.seq = -1; });
    refused([](Layout& layout) { layout.counter = -1; });
    refused([](Layout& layout) { layout.counter = std::int64_t{UINT32_MAX} + 1; });
    refused([](Layout& layout) { layout.utc_offset_minutes = 1440; });
    refused([](Layout& layout) { layout.utc_offset_minutes = -1440; });
    refused([](Layout& layout) { layout.utc_offset_minutes = INT64_MAX; });
    refused([](Layout& layout) { layout.author = std::string(201, 'a'); });
    Layout longest = plain_layout();
    longest.author = std::string(200, 'a');
    CHECK(reads(longest));
}

TEST_CASE("revision: a change has its own shape, or a name that is not known yet") {
    const auto change_reads = [](auto write) { return reads(layout_with(write)); };
    const auto named = [](CborWriter& out, std::size_t count, std::string_view name) {
        out.array(count);
        out.text(name);
        out.bytes(Bytes(16, 3));
    };
    CHECK_FALSE(change_reads([](CborWriter& out) { out.null(); }));
    CHECK_FALSE(change_reads([](CborWriter& out) { out.array(0); }));
    CHECK_FALSE(change_reads([](CborWriter& out) { out.array(1), out.integer(5); }));
    CHECK(change_reads([](CborWriter& out) { out.array(1), out.text("rotate"); }));
    CHECK(change_reads([](CborWriter& out) { out.array(1), out.text(std::string(100, 'n')); }));
    CHECK_FALSE(change_reads([](CborWriter& out) { out.array(1), out.text(std::string(101, 'n')); }));
    CHECK(change_reads([&](CborWriter& out) { named(out, 3, "create"), out.text("entry"); }));
    CHECK_FALSE(change_reads([&](CborWriter& out) { named(out, 2, "create"); }));
    CHECK_FALSE(change_reads([&](CborWriter& out) { named(out, 4, "create"), out.text("entry"), out.null(); }));
    CHECK_FALSE(change_reads([&](CborWriter& out) { named(out, 3, "create"), out.integer(1); }));
    CHECK_FALSE(change_reads([&](CborWriter& out) { named(out, 3, "retire"), out.null(); }));
    CHECK_FALSE(change_reads([&](CborWriter& out) { named(out, 4, "retire"), out.boolean(true), out.boolean(true); }));
    CHECK(change_reads([&](CborWriter& out) { named(out, 4, "set"), out.text("f"), out.null(); }));
    CHECK_FALSE(change_reads([&](CborWriter& out) { named(out, 4, "set"), out.text("f"), out.array(0); }));
    CHECK_FALSE(change_reads([&](CborWriter& out) { named(out, 3, "set"), out.text("f"); }));
    CHECK_FALSE(change_reads([&](CborWriter& out) { named(out, 5, "member"), out.text("f"), out.null(), out.null(); }));
    const auto splice_with_base = [&](Bytes device, std::int64_t seq, std::int64_t at) {
        return change_reads([&](CborWriter& out) {
            named(out, 7, "splice");
            out.text("words");
            out.array(1);
            out.array(2);
            out.bytes(device);
            out.integer(seq);
            out.integer(at);
            out.integer(0);
            out.text("");
        });
    };
    CHECK(splice_with_base(Bytes(16, 4), 1, 0));
    CHECK_FALSE(splice_with_base(Bytes(15, 4), 1, 0));
    CHECK_FALSE(splice_with_base(Bytes(16, 4), 0, 0));
    CHECK_FALSE(splice_with_base(Bytes(16, 4), -1, 0));
    CHECK_FALSE(splice_with_base(Bytes(16, 4), 1, -1));
}

TEST_CASE("revision: what is too large to be read is refused before it is written") {
    const std::string name(100, 'n');
    const std::string long_name(101, 'n');
    const std::string words(RevisionBounds::value, 'w');
    const std::string too_many_words = words + 'w';
    CHECK_FALSE(is_refused_both_ways(Create{item, name}));
    CHECK(is_refused_both_ways(Create{item, long_name}));
    CHECK(is_refused_both_ways(SetField{item, long_name, {}}));
    CHECK(is_refused_both_ways(SetMember{item, long_name, {}, true}));
    CHECK(is_refused_both_ways(Splice{item, long_name, {}, 0, 0, ""}));
    CHECK_FALSE(is_refused_both_ways(Splice{item, name, {}, 0, 0, words}));
    CHECK(is_refused_both_ways(Splice{item, name, {}, 0, 0, too_many_words}));
    CHECK_FALSE(is_refused_both_ways(SetField{item, name, words}));
    CHECK(is_refused_both_ways(SetField{item, name, too_many_words}));
    CHECK_FALSE(is_refused_both_ways(SetField{item, name, Bytes(RevisionBounds::value, 1)}));
    CHECK(is_refused_both_ways(SetField{item, name, Bytes(RevisionBounds::value + 1, 1)}));
    CHECK(is_refused_both_ways(SetMember{item, name, too_many_words, true}));
    CHECK(is_refused_both_ways(Create{item, "\xFF"}));
    CHECK(is_refused_both_ways(SetField{item, "f", std::string("\xC3")}));
    CHECK(is_refused_both_ways(Splice{item, "f", {}, 0, 0, "\xED\xA0\x80"}));
    Bytes long_unknown = {0x82, 0x61, 'z', 0x5A, 0x00, 0x50, 0x00, 0x00};
    long_unknown.resize(long_unknown.size() + RevisionBounds::canonical, 0);
    CHECK_FALSE(decode_revision(encode(revision_with(UnknownChange{long_unknown}))));
}

TEST_CASE("revision: a splice names each version that it leaves behind once, and at most 64") {
    Splice splice{item, "words", {}, 0, 0, "x"};
    for (std::uint64_t seq = 1; seq <= 64; ++seq) splice.bases.push_back({numbered<DeviceId>(1), seq});
    CHECK_FALSE(is_refused_both_ways(splice));
    splice.bases.push_back({numbered<DeviceId>(1), 65});
    CHECK(is_refused_both_ways(splice));
    splice.bases = {{numbered<DeviceId>(1), 1}, {numbered<DeviceId>(2), 1}, {numbered<DeviceId>(1), 1}};
    CHECK(is_refused_both_ways(splice));
}

TEST_CASE("revision: a stamp of another device, or no number, is refused before it is written") {
    Revision revision = revision_with(Create{item, "entry"});
    revision.stamp.device = numbered<DeviceId>(99);
    CHECK_FALSE(check_bounds(revision));
    revision = revision_with(Create{item, "entry"});
    revision.seq = 0;
    CHECK_FALSE(check_bounds(revision));
    revision.seq = std::uint64_t{1} << 63U;
    CHECK_FALSE(check_bounds(revision));
}

TEST_CASE("revision: cut short or with something behind it, it is refused") {
    for (const Change& change : sample_changes()) {
        Bytes bytes = encode(revision_with(change));
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            CHECK_FALSE(decode_revision(ByteView(bytes).first(length)));
        }
        bytes.push_back(0);
        CHECK_FALSE(decode_revision(bytes));
    }
}

TEST_CASE("revision: with any bit flipped it is refused, or is another revision with these very bytes") {
    std::size_t refused = 0;
    std::size_t read = 0;
    for (const Change& change : sample_changes()) {
        Bytes bytes = encode(revision_with(change));
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            bytes[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
            if (const auto decoded = decode_revision(bytes)) {
                ++read;
                CHECK(encode(*decoded) == bytes);
                CHECK(check_bounds(*decoded));
            } else {
                ++refused;
            }
            bytes[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
        }
    }
    CHECK(refused > 1000);
    CHECK(read > 1000);
}

TEST_CASE("revision: with random bytes written over it it is refused, or encodes to the same bytes") {
    Chance chance(5);
    const std::vector<Change> changes = sample_changes();
    for (int round = 0; round < 20'000; ++round) {
        Bytes bytes = encode(revision_with(chance.one_of(changes)));
        for (std::uint64_t n = 1 + chance.below(4); n > 0; --n) {
            bytes[static_cast<std::size_t>(chance.below(bytes.size()))] = static_cast<Byte>(chance.next());
        }
        if (const auto decoded = decode_revision(bytes)) CHECK(encode(*decoded) == bytes);
    }
}

TEST_CASE("revision: the hash is BLAKE2b-256") {
    // The hash of nothing, as published with the reference implementations.
    CHECK(to_hex(revision_hash({})) == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

TEST_CASE("revision: the item of a change is known unless the change is not") {
    for (const Change& change : sample_changes()) {
        const bool is_known = !std::holds_alternative<UnknownChange>(change);
        CHECK(item_of(change) == (is_known ? std::optional(item) : std::nullopt));
    }
}
