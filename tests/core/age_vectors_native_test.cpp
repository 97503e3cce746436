#include <zlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "core/crypto/age/age.h"
#include "core/crypto/age/base64.h"
#include "tests/core/crypto_samples.h"

using namespace daybook;

namespace {

/// One of the published vectors: what is said about a file, and the file.
struct Vector {
    std::string name;
    std::multimap<std::string, std::string> fields;
    Bytes file;

    [[nodiscard]] std::string field(const std::string& key) const {
        const auto found = fields.find(key);
        return found == fields.end() ? std::string() : found->second;
    }
};

Bytes inflated(ByteView compressed) {
    z_stream stream{};
    REQUIRE(inflateInit(&stream) == Z_OK);
    stream.next_in = const_cast<Byte*>(compressed.data());
    stream.avail_in = static_cast<uInt>(compressed.size());
    Bytes plain;
    int status = Z_OK;
    while (status == Z_OK) {
        std::array<Byte, 65536> piece{};
        stream.next_out = piece.data();
        stream.avail_out = static_cast<uInt>(piece.size());
        status = inflate(&stream, Z_NO_FLUSH);
        append(plain, ByteView(piece).first(piece.size() - stream.avail_out));
    }
    inflateEnd(&stream);
    REQUIRE(status == Z_STREAM_END);
    return plain;
}

Vector parse_vector(std::string name, ByteView bytes) {
    Vector vector{std::move(name), {}, {}};
    std::string_view text = as_text(bytes);
    while (!text.starts_with('\n')) {
        const std::string_view line = text.substr(0, text.find('\n'));
        const std::size_t colon = line.find(": ");
        REQUIRE(colon != std::string_view::npos);
        vector.fields.emplace(line.substr(0, colon), line.substr(colon + 2));
        text.remove_prefix(line.size() + 1);
    }
    const ByteView file = as_bytes(text.substr(1));
    vector.file = vector.field("compressed") == "zlib" ? inflated(file) : Bytes(file.begin(), file.end());
    return vector;
}

/// The vectors out of the package's one file: `var NAME_default = __toBinary("BASE64");` for each.
std::vector<Vector> read_vectors() {
    std::ifstream stream(DAYBOOK_AGE_VECTORS "/index.js");
    REQUIRE_MESSAGE(stream.good(), "the package cctv-age is not at " DAYBOOK_AGE_VECTORS ": run npm ci in web/");
    const std::string script(std::istreambuf_iterator<char>(stream), {});
    constexpr std::string_view before = "_default = __toBinary(\"";
    std::vector<Vector> vectors;
    for (std::size_t at = script.find(before); at != std::string::npos; at = script.find(before, at)) {
        const std::size_t name = script.rfind(' ', at) + 1;
        const std::size_t base64 = at + before.size();
        const std::size_t end = script.find('"', base64);
        REQUIRE(end != std::string::npos);
        const auto bytes =
            age::base64_decode(std::string_view(script).substr(base64, end - base64), age::Padding::equals_signs);
        REQUIRE(bytes);
        vectors.push_back(parse_vector(script.substr(name, at - name), *bytes));
        at = end;
    }
    return vectors;
}

std::string_view words(age::Failure failure) {
    switch (failure) {
        case age::Failure::none:
            return "success";
        case age::Failure::no_match:
            return "no match";
        case age::Failure::hmac:
            return "HMAC failure";
        case age::Failure::header:
            return "header failure";
        case age::Failure::payload:
            return "payload failure";
        case age::Failure::armor:
            return "armor failure";
    }
    return "";
}

/// Post-quantum keys come in a later version; until then such a file is for somebody else.
bool is_hybrid(const Vector& vector) {
    return vector.name.contains("hybrid");
}

age::Keys keys_of(const Vector& vector) {
    age::Keys keys;
    const auto [first, last] = vector.fields.equal_range("identity");
    for (auto field = first; field != last; ++field) {
        auto identity = age::parse_identity(field->second);
        if (!identity) continue;
        keys.identities.push_back(std::move(*identity));
    }
    if (vector.fields.contains("passphrase")) keys.passphrase = vector.field("passphrase");
    return keys;
}

/// True if the file ends as the vector says, and gives the bytes that it says.
bool matches(const Vector& vector) {
    age::Failure why{};
    Bytes released;
    const auto plain = age::decrypt(vector.file, keys_of(vector), &why, &released);
    CAPTURE(vector.name);
    if (plain) released = *plain;
    const std::string payload = vector.field("payload");
    const std::string hash = payload.empty() && released.empty() ? "" : to_hex(sha256(released));
    CHECK(words(why) == vector.field("expect"));
    CHECK(hash == payload);
    return words(why) == vector.field("expect") && hash == payload;
}

}  // namespace

TEST_CASE("age: all published vectors but the post-quantum ones end as they should") {
    const std::vector<Vector> vectors = read_vectors();
    CHECK(vectors.size() == 143);
    CHECK(std::ranges::count_if(vectors, is_hybrid) == 19);
    int matched = 0;
    for (const Vector& vector : vectors)
        if (!is_hybrid(vector) && matches(vector)) ++matched;
    MESSAGE("age vectors matched: ", matched, " of ", vectors.size(), ", 19 of them post-quantum and left out");
    CHECK(matched == 124);
}

TEST_CASE("age: a post-quantum file is somebody else's, or unsound, and never opens here") {
    for (const Vector& vector : read_vectors()) {
        if (!is_hybrid(vector)) continue;
        CAPTURE(vector.name);
        CHECK_FALSE(age::decrypt(vector.file, keys_of(vector)));
    }
}
