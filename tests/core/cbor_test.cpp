#include "core/log/cbor.h"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

#include "tests/core/log_making.h"

using namespace daybook;

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

Bytes from_hex(std::string_view hex) {
    Bytes bytes;
    for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
        bytes.push_back(static_cast<Byte>(std::stoi(std::string(hex.substr(at, 2)), nullptr, 16)));
    }
    return bytes;
}

bool opens(std::string_view hex) {
    const Bytes bytes = from_hex(hex);
    return CborReader::open(bytes).has_value();
}

std::string integer_hex(std::int64_t value) {
    CborWriter out;
    out.integer(value);
    return to_hex(out.written());
}

/// Writes anything that can be written, to any depth that can be read.
void write_random(Chance& chance, CborWriter& out, std::size_t nesting_left) {
    switch (chance.below(nesting_left == 0 ? 6 : 8)) {
        case 0:
            return out.integer(static_cast<std::int64_t>(chance.next() >> (1 + chance.below(63))));
        case 1:
            return out.integer(-1 - static_cast<std::int64_t>(chance.next() >> (1 + chance.below(63))));
        case 2:
            return out.bytes(Bytes(static_cast<std::size_t>(chance.below(30)), 0xA5));
        case 3:
            return out.text(random_text(chance, 10));
        case 4:
            return out.boolean(chance.below(2) == 0);
        case 5:
            return out.null();
        case 6: {
            const auto count = static_cast<std::size_t>(chance.below(5));
            out.array(count);
            for (std::size_t n = 0; n < count; ++n) write_random(chance, out, nesting_left - 1);
            return;
        }
        default: {
            CborMap map;
            for (std::uint64_t n = chance.below(5); n > 0; --n) {
                const bool by_number = chance.below(2) == 0;
                auto& value = by_number ? map.at(static_cast<std::int64_t>(chance.below(400)) - 200)
                                        : map.at(random_text(chance, 4));
                write_random(chance, value, nesting_left - 1);
            }
            out.map(map);
        }
    }
}

}  // namespace

TEST_CASE("cbor: integers are written in their shortest form, as appendix A of RFC 8949 has them") {
    CHECK(integer_hex(0) == "00");
    CHECK(integer_hex(23) == "17");
    CHECK(integer_hex(24) == "1818");
    CHECK(integer_hex(100) == "1864");
    CHECK(integer_hex(255) == "18ff");
    CHECK(integer_hex(256) == "190100");
    CHECK(integer_hex(65'535) == "19ffff");
    CHECK(integer_hex(65'536) == "1a00010000");
    CHECK(integer_hex(4'294'967'295) == "1affffffff");
    CHECK(integer_hex(4'294'967'296) == "1b0000000100000000");
    CHECK(integer_hex(1'000'000'000'000) == "1b000000e8d4a51000");
    CHECK(integer_hex(highest) == "1b7fffffffffffffff");
    CHECK(integer_hex(-1) == "20");
    CHECK(integer_hex(-10) == "29");
    CHECK(integer_hex(-100) == "3863");
    CHECK(integer_hex(-1000) == "3903e7");
    CHECK(integer_hex(lowest) == "3b7fffffffffffffff");
}

TEST_CASE("cbor: what is written is read back") {
    CborWriter out;
    out.array(7);
    out.integer(lowest);
    out.unsigned_integer(300);
    out.bytes(Bytes{1, 2, 3});
    out.text("Grüße");
    out.boolean(true);
    out.null();
    CborMap map;
    map.at("b").integer(2);
    map.at(5).boolean(false);
    out.map(map);
    auto in = CborReader::open(out.written());
    REQUIRE(in);
    CHECK(in->next() == CborKind::array);
    in->array_of(7);
    CHECK(in->next() == CborKind::integer);
    CHECK(in->integer() == lowest);
    CHECK(in->unsigned_integer() == 300);
    CHECK(in->next() == CborKind::bytes);
    CHECK(to_hex(in->bytes()) == "010203");
    CHECK(in->next() == CborKind::text);
    CHECK(in->text() == "Grüße");
    CHECK(in->next() == CborKind::boolean);
    CHECK(in->boolean());
    CHECK(in->next() == CborKind::null);
    in->null();
    CHECK(in->next() == CborKind::map);
    CHECK(in->map() == 2);
    CHECK(in->integer() == 5);
    CHECK_FALSE(in->boolean());
    CHECK(in->text() == "b");
    CHECK_FALSE(in->finish());
    CHECK(in->integer() == 2);
    CHECK(in->finish());
}

TEST_CASE("cbor: the keys of a map are in the order of their bytes, each there once") {
    CborMap map;
    map.at("aa").integer(1);
    map.at("b").integer(2);
    map.at(-1).integer(3);
    map.at(100).integer(4);
    map.at(10).integer(5);
    map.at("b").integer(6);
    CborWriter out;
    out.map(map);
    CHECK(to_hex(out.written()) ==
          "a50a051864042003616206626161"
          "01");
}

TEST_CASE("cbor: every spelling but the shortest is refused") {
    for (const char* hex : {"1800", "1817", "190000", "1900ff", "1a00000000", "1a0000ffff", "1b0000000000000000",
                            "1b00000000ffffffff", "3817", "3900ff", "580100", "5900010000",
                            "7801"
                            "61",
                            "980100", "b8010000"}) {
        CAPTURE(hex);
        CHECK_FALSE(opens(hex));
    }
    for (const char* hex : {"1818", "190100", "1a00010000", "1b0000000100000000", "4100", "6161", "8100", "a10000"}) {
        CAPTURE(hex);
        CHECK(opens(hex));
    }
}

TEST_CASE("cbor: indefinite lengths, tags, floats, undefined and reserved heads are refused") {
    for (const char* hex :
         {"5f4100ff", "7f6161ff", "9f00ff", "bf0000ff", "c000", "d81800", "f90000", "fa00000000", "fb0000000000000000",
          "f7",       "e0",       "f8ff",   "f814",     "ff",   "1c",     "1d",     "1e",         "1f",
          "3f",       "fc"}) {
        CAPTURE(hex);
        CHECK_FALSE(opens(hex));
    }
}

TEST_CASE("cbor: integers beyond 64 bits with a sign are refused") {
    CHECK(opens("1b7fffffffffffffff"));
    CHECK(opens("3b7fffffffffffffff"));
    CHECK_FALSE(opens("1b8000000000000000"));
    CHECK_FALSE(opens("1bffffffffffffffff"));
    CHECK_FALSE(opens("3b8000000000000000"));
    CHECK_FALSE(opens("3bffffffffffffffff"));
}

TEST_CASE("cbor: maps out of order, with a key twice, or with keys of another kind are refused") {
    CHECK(opens("a200000100"));
    CHECK(
        opens("a2000020"
              "00"));
    CHECK(
        opens("a2616200"
              "62616100"));
    CHECK_FALSE(opens("a201000000"));
    CHECK_FALSE(opens("a200000000"));
    CHECK_FALSE(
        opens("a22000"
              "0000"));
    CHECK_FALSE(
        opens("a2626161"
              "00616200"));
    CHECK_FALSE(opens("a1410000"));
    CHECK_FALSE(opens("a18000"));
    CHECK_FALSE(opens("a1f400"));
}

TEST_CASE("cbor: text that is not UTF-8 is refused") {
    CHECK(opens("62c3a9"));
    CHECK_FALSE(opens("61c3"));
    CHECK_FALSE(opens("63eda080"));
    CHECK_FALSE(opens("62c0af"));
}

TEST_CASE("cbor: lengths and counts beyond what is there are refused before anything is made of them") {
    for (const char* hex : {"", "18", "19ff", "41", "5affffffff00", "5b7fffffffffffffff00", "61", "7bffffffffffffffff",
                            "81", "9affffffff00", "9b7fffffffffffffff", "9bffffffffffffffff", "a1", "a100",
                            "ba7fffffff0000", "bb7fffffffffffffff", "bb8000000000000000", "bbffffffffffffffff0000"}) {
        CAPTURE(hex);
        CHECK_FALSE(opens(hex));
    }
}

TEST_CASE("cbor: anything after the item is refused") {
    CHECK(opens("8100"));
    CHECK_FALSE(opens("810000"));
    CHECK_FALSE(opens("0000"));
}

TEST_CASE("cbor: eight arrays in each other are read, nine are not") {
    CHECK(
        opens("8181818181818181"
              "00"));
    CHECK_FALSE(
        opens("818181818181818181"
              "00"));
    CHECK(opens("8181818181818180"));
    CHECK_FALSE(opens("818181818181818180"));
    CHECK(opens("a100a100a100a100a100a100a100a10000"));
    CHECK_FALSE(opens("a100a100a100a100a100a100a100a100a10000"));
    const Bytes million(1'000'000, 0x81);
    CHECK_FALSE(CborReader::open(million));
}

TEST_CASE("cbor: what is read in the wrong shape gives nothing, and so does all that follows") {
    const Bytes bytes = from_hex(
        "83"
        "6161"
        "05"
        "4101");
    const auto refused = [&](auto read) {
        auto in = CborReader::open(bytes);
        REQUIRE(in);
        in->array_of(3);
        read(*in);
        CHECK(in->refused());
        CHECK(in->integer() == 0);
        CHECK(in->bytes().empty());
        CHECK(in->array() == 0);
        CHECK(in->skip().empty());
        CHECK_FALSE(in->finish());
        CHECK(in->finish().error().code == Errc::corrupt);
    };
    refused([](CborReader& in) { CHECK(in.integer() == 0); });
    refused([](CborReader& in) { CHECK(in.bytes().empty()); });
    refused([](CborReader& in) { CHECK_FALSE(in.boolean()); });
    refused([](CborReader& in) { in.null(); });
    refused([](CborReader& in) { CHECK(in.map() == 0); });
    refused([](CborReader& in) { in.array_of(1); });
    refused([](CborReader& in) {
        in.skip();
        CHECK(in.text().empty());
    });
    SUBCASE("a negative integer is not one from 0 on") {
        const Bytes minus_one = from_hex("20");
        auto in = CborReader::open(minus_one);
        REQUIRE(in);
        CHECK(in->unsigned_integer() == 0);
        CHECK(in->refused());
    }
    SUBCASE("null is neither true nor false, and false is not null") {
        const Bytes null_bytes = from_hex("f6");
        auto null = CborReader::open(null_bytes);
        REQUIRE(null);
        CHECK_FALSE(null->boolean());
        CHECK(null->refused());
        const Bytes false_bytes = from_hex("f4");
        auto no = CborReader::open(false_bytes);
        REQUIRE(no);
        no->null();
        CHECK(no->refused());
    }
}

TEST_CASE("cbor: everything that is written is canonical, and nothing shorter is") {
    Chance chance(3);
    for (int round = 0; round < 500; ++round) {
        CborWriter out;
        write_random(chance, out, CborReader::most_nested);
        const Bytes& bytes = out.written();
        CAPTURE(to_hex(bytes));
        auto in = CborReader::open(bytes);
        REQUIRE(in);
        CHECK(in->skip().size() == bytes.size());
        CHECK(in->finish());
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            CHECK_FALSE(CborReader::open(ByteView(bytes).first(length)));
        }
    }
}
