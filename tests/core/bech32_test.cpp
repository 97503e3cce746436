#include "core/crypto/age/bech32.h"

#include "tests/core/crypto_samples.h"

using namespace daybook;
using namespace daybook::age;

TEST_CASE("bech32: the valid strings of BIP 173 are read, and written again as they were") {
    for (const std::string text : {
             "A12UEL5L",
             "a12uel5l",
             "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
             "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
             "11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqc8247j",
             "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
             "?1ezyfcl",
         }) {
        CAPTURE(text);
        const auto decoded = bech32_decode(text);
        REQUIRE(decoded);
        CHECK(bech32_encode(decoded->prefix, decoded->data) == text);
    }
}

TEST_CASE("bech32: the invalid strings of BIP 173 are refused") {
    for (const std::string_view text : {
             "\x20"
             "1nwldj5",  // a prefix character out of range
             "\x7F"
             "1axkwrx",
             "\x80"
             "1eym55h",
             "pzry9x0s0muk",   // no separator
             "1pzry9x0s0muk",  // an empty prefix
             "x1b4n0q5v",      // a character that is no digit
             "li1dgmt3",       // a checksum that is too short
             "de1lg7wt\xFF",   // a character that is no digit, in the checksum
             "A1G7SGD8",       // a checksum made with a prefix in capitals
             "10a06t8",        // an empty prefix
             "1qzzfhee",
         }) {
        CAPTURE(text);
        CHECK_FALSE(bech32_decode(text));
    }
}

TEST_CASE("bech32: the keys of age's specification are read and written") {
    const std::string recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    const auto decoded = bech32_decode(recipient);
    REQUIRE(decoded);
    CHECK(decoded->prefix == "age");
    CHECK(decoded->data.size() == 32);
    CHECK(bech32_encode("age", decoded->data) == recipient);

    const std::string identity = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";
    const auto secret = bech32_decode(identity);
    REQUIRE(secret);
    CHECK(secret->prefix == "AGE-SECRET-KEY-");
    CHECK(secret->data == Bytes(32, 0x42));
    CHECK(bech32_encode("AGE-SECRET-KEY-", secret->data) == identity);
}

TEST_CASE("bech32: every length up to 300 bytes comes back, and no changed character is accepted") {
    for (std::size_t size = 0; size <= 300; ++size) {
        const Bytes data = some_bytes(size);
        const auto decoded = bech32_decode(bech32_encode("age", data));
        REQUIRE(decoded);
        REQUIRE(decoded->data == data);
    }
    const std::string text = bech32_encode("age", some_bytes(32));
    for (std::size_t at = 0; at < text.size(); ++at) {
        for (const char other : std::string_view("qpzry9x8gf2tvdw0s3jn54khce6mua7l1bA ")) {
            if (text[at] == other) continue;
            std::string changed = text;
            changed[at] = other;
            CHECK_FALSE(bech32_decode(changed));
        }
    }
}

TEST_CASE("bech32: mixed case, stray bits and nothing at all are refused") {
    std::string mixed = bech32_encode("age", some_bytes(32));
    mixed[8] = 'Q';
    mixed[9] = 'q';
    CHECK_FALSE(bech32_decode(mixed));
    CHECK_FALSE(bech32_decode(""));
    CHECK_FALSE(bech32_decode("1"));
    CHECK_FALSE(bech32_decode("age1"));
}
