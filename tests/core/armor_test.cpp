#include "core/crypto/age/armor.h"

#include "core/crypto/age/base64.h"
#include "tests/core/crypto_samples.h"

using namespace daybook;
using namespace daybook::age;

namespace {

constexpr std::string_view begin_line = "-----BEGIN AGE ENCRYPTED FILE-----\n";
constexpr std::string_view end_line = "-----END AGE ENCRYPTED FILE-----\n";

std::string armored(std::string_view lines) {
    return std::string(begin_line) + std::string(lines) + std::string(end_line);
}

Errc code_of(const std::string& text) {
    const auto bytes = dearmor(text);
    REQUIRE_FALSE(bytes);
    return bytes.error().code;
}

}  // namespace

TEST_CASE("base64: the vectors of RFC 4648 section 10, with and without padding") {
    const std::pair<std::string_view, std::string_view> vectors[] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
    };
    for (const auto& [plain, padded] : vectors) {
        const ByteView bytes = as_bytes(plain);
        const std::string_view unpadded = padded.substr(0, std::min(padded.find('='), padded.size()));
        CHECK(base64_encode(bytes, Padding::equals_signs) == padded);
        CHECK(base64_encode(bytes, Padding::none) == unpadded);
        CHECK(base64_decode(padded, Padding::equals_signs) == Bytes(bytes.begin(), bytes.end()));
        CHECK(base64_decode(unpadded, Padding::none) == Bytes(bytes.begin(), bytes.end()));
        if (unpadded == padded) continue;
        CHECK_FALSE(base64_decode(padded, Padding::none));
        CHECK_FALSE(base64_decode(unpadded, Padding::equals_signs));
    }
}

TEST_CASE("base64: a second spelling of the same bytes is refused") {
    for (const std::string_view text :
         {"Zh==", "Zm9=", "Z===", "====", "Zg=", "Zg==Zg==", "Zm9v\n", " Zm9v", "Zm-_", "Z=g="})
        CHECK_FALSE(base64_decode(text, Padding::equals_signs));
    for (const std::string_view text : {"Zh", "Zm9", "Z", "Zm9vY", "Zg==", "Zm9v Zm9v"})
        CHECK_FALSE(base64_decode(text, Padding::none));
}

TEST_CASE("armor: every length around full lines comes back") {
    for (const std::size_t size : {0U, 1U, 2U, 3U, 46U, 47U, 48U, 49U, 50U, 95U, 96U, 97U, 1000U}) {
        const Bytes binary = some_bytes(size);
        const std::string text = armor(binary);
        CAPTURE(text);
        CHECK(dearmor(text) == binary);
        CHECK(looks_armored(as_bytes(text)));
        for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
            end = text.find('\n', at);
            REQUIRE(end != std::string::npos);
            CHECK(end - at <= 64);
        }
    }
}

TEST_CASE("armor: lines may end with CRLF, and white space may surround the block") {
    CHECK(dearmor("\n \t\r\n-----BEGIN AGE ENCRYPTED FILE-----\r\nZm9v\r\n-----END AGE ENCRYPTED FILE-----\r\n \n\t") ==
          Bytes{'f', 'o', 'o'});
    CHECK(dearmor("-----BEGIN AGE ENCRYPTED FILE-----\nZm9v\n-----END AGE ENCRYPTED FILE-----") ==
          Bytes{'f', 'o', 'o'});
}

TEST_CASE("armor: what is not strict is refused") {
    const std::string full_line(64, 'A');
    for (const std::string& text : {
             std::string(),
             std::string("\n\n"),
             std::string("Zm9v\n"),
             std::string(begin_line),
             std::string(begin_line) + "Zm9v\n",  // no end
             "words\n" + armored("Zm9v\n"),       // something before
             armored("Zm9v\n") + "words",         // something after
             armored("\nZm9v\n"),
             armored("Zm9v\n\n"),                   // empty lines
             armored("Zm9v\nZm9v\n"),               // a short line that is not the last
             armored("Zg==\n" + full_line + "\n"),  // padding that is not at the end
             armored(full_line + "AAAA\n"),         // a long line
             armored("Zm9v \n"),
             armored(" Zm9v\n"),  // white space in a line
             armored("Zm9v\r\r\n"),
             armored("Zh==\n"),
             armored("Zg\n"),
             armored("Header: value\n\nZm9v\n"),
             std::string("-----BEGIN AGE ENCRYPTED FILE----- \nZm9v\n-----END AGE ENCRYPTED FILE-----\n"),
             std::string("-----BEGIN AGE ENCRYPTED FILE-----\nZm9v\n-----END AGE ENCRYPTED FILE----- \n"),
             std::string("-----BEGIN AGE ENCRYPTED FILE-----\nZm9v\n-----END AGE ENCRYPTED FILE----------\n"),
         }) {
        CAPTURE(text);
        CHECK(code_of(text) == Errc::corrupt);
    }
}

TEST_CASE("armor: a binary file is told from an armored one") {
    CHECK_FALSE(looks_armored(as_bytes("age-encryption.org/v1\n-> -----\n")));
    CHECK_FALSE(looks_armored(as_bytes("SQLite format 3")));
    CHECK_FALSE(looks_armored({}));
    CHECK(looks_armored(as_bytes("words\n-----BEGIN AGE ENCRYPTED FILE-----\n")));
}
