#include "core/crypto/age/age.h"

#include "core/crypto/age/header.h"
#include "core/crypto/age/stream.h"
#include "core/crypto/age/x25519.h"
#include "tests/core/crypto_samples.h"

using namespace daybook;
using namespace daybook::age;

namespace {

struct Person {
    Keys keys;
    Recipient recipient;

    explicit Person(std::uint64_t seed) {
        keys.identities.push_back(new_identity(repeatable_random(seed)));
        recipient = recipient_of(keys.identities.front());
    }
};

Bytes written(ByteView plain, const std::vector<Recipient>& recipients, Form form = Form::binary) {
    const auto file = encrypt(plain, recipients, form, repeatable_random(7));
    REQUIRE(file);
    return *file;
}

Failure failure_of(ByteView file, const Keys& keys) {
    Failure why{};
    const auto plain = decrypt(file, keys, &why);
    CHECK(plain.has_value() == (why == Failure::none));
    return why;
}

FileKey some_file_key() {
    return FileKey::random(repeatable_random(3));
}

/// Nonce and chunks of `plain`.
Bytes payload_of(ByteView plain) {
    Bytes payload;
    append_payload(payload, plain, some_file_key(), repeatable_random(5));
    return payload;
}

Errc header_error(const std::string& text) {
    const auto header = parse_header(as_bytes(text));
    REQUIRE_FALSE(header);
    return header.error().code;
}

Keys keys_in(const std::string& file) {
    auto identities = parse_identity_file(as_text(read_test_file(file)));
    REQUIRE(identities);
    return {.identities = std::move(*identities), .passphrase = std::nullopt};
}

}  // namespace

TEST_CASE("age keys: the pair of the specification belongs together") {
    const auto identity = parse_identity("AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX");
    REQUIRE(identity);
    const std::string recipient = "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj";
    CHECK(to_text(recipient_of(*identity)) == recipient);
    CHECK(parse_recipient(recipient) == recipient_of(*identity));
    CHECK(parse_recipient(" " + recipient + "\r\n") == recipient_of(*identity));
}

TEST_CASE("age keys: what is no key says why") {
    const Person person(1);
    const std::string secret = to_text(person.keys.identities.front());
    const std::string open = to_text(person.recipient);
    std::string lower(secret);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    for (const std::string& text :
         {std::string(), secret, open.substr(1), open + "q", std::string("age1pq1xyz"), lower}) {
        CAPTURE(text);
        const auto recipient = parse_recipient(text);
        REQUIRE_FALSE(recipient);
        CHECK(recipient.error().code == Errc::invalid);
    }
    CHECK(parse_recipient(secret).error().what.contains("secret key"));
    for (const std::string& text : {std::string(), open, lower, secret.substr(0, 73)}) {
        CAPTURE(text);
        const auto identity = parse_identity(text);
        REQUIRE_FALSE(identity);
        CHECK(identity.error().code == Errc::invalid);
    }
    CHECK(parse_identity(open).error().what.contains("public key"));
}

TEST_CASE("age keys: a key file has comments and blank lines, and names the line that is wrong") {
    const std::string one = to_text(new_identity(repeatable_random(1)));
    const std::string two = to_text(new_identity(repeatable_random(2)));
    const auto identities = parse_identity_file("# created: today\r\n\n" + one + "\r\n# more\n" + two);
    REQUIRE(identities);
    REQUIRE(identities->size() == 2);
    CHECK(to_text(identities->back()) == two);
    const auto wrong = parse_identity_file(one + "\n\nnonsense\n");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().code == Errc::invalid);
    CHECK(wrong.error().what.starts_with("Line 3: "));
    CHECK_FALSE(parse_identity_file("# nothing here\n"));
    CHECK_FALSE(parse_identity_file(""));
}

TEST_CASE("age header: what is written is read, whatever the length of a body") {
    for (std::size_t size = 0; size <= 100; ++size) {
        const std::vector<Stanza> stanzas = {{{"kind", "an-argument"}, some_bytes(size)}, {{"X"}, {}}};
        Bytes file = format_header(stanzas, some_file_key());
        const std::size_t header_size = file.size();
        append(file, as_bytes("payload"));
        const auto header = parse_header(file);
        REQUIRE(header);
        CHECK(header->stanzas == stanzas);
        CHECK(header->size == header_size);
        CHECK(is_authentic(*header, file, some_file_key()));
        CHECK_FALSE(is_authentic(*header, file, FileKey()));
    }
}

TEST_CASE("age header: every other spelling is refused") {
    const std::string version = "age-encryption.org/v1\n";
    const std::string stanza = "-> X arg\nAAAA\n";
    const std::string end = "--- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
    REQUIRE(parse_header(as_bytes(version + stanza + end)));
    const std::string full(64, 'A');
    for (const std::string& text : {
             std::string(),
             version,
             version + stanza,
             version + end,
             stanza + end,
             "age-encryption.org/v2\n" + stanza + end,
             "age-encryption.org/v1\r\n" + stanza + end,
             version + stanza + end.substr(0, end.size() - 1),
             version + stanza + "---" + end.substr(4),
             version + stanza + "--- AAAA\n",
             version + stanza + "---  " + end.substr(4),
             version + "\n" + stanza + end,
             version + "->X arg\nAAAA\n" + end,
             version + "->  X\nAAAA\n" + end,
             version + "-> X \nAAAA\n" + end,
             version + "-> X  a\nAAAA\n" + end,
             version + "-> \nAAAA\n" + end,
             version + "-> X\xC3\xA9\nAAAA\n" + end,
             version + "-> X\r\nAAAA\n" + end,
             version + "-> X\nAAAA\r\n" + end,
             version + "-> X\nAAAA=\n" + end,
             version + "-> X\nAB\n" + end,
             version + "-> X\n" + full + "\n" + end,
             version + "-> X\n" + full + "AAAA\n" + end,
             version + "-> X\nAAAA\nAAAA\n" + end,
         }) {
        CAPTURE(text);
        CHECK(header_error(text) == Errc::corrupt);
    }
}

TEST_CASE("age header: a thousand stanzas are read, and one more is refused") {
    std::vector<Stanza> stanzas(most_stanzas, Stanza{{"X"}, {}});
    CHECK(parse_header(format_header(stanzas, some_file_key())));
    stanzas.push_back(stanzas.front());
    CHECK_FALSE(parse_header(format_header(stanzas, some_file_key())));
}

TEST_CASE("age stream: every length around chunks comes back") {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, chunk_size - 1, chunk_size, chunk_size + 1,
                                   2 * chunk_size - 1, 2 * chunk_size, 3 * chunk_size, 3 * chunk_size + 17}) {
        CAPTURE(size);
        const Bytes plain = some_bytes(size);
        const Bytes payload = payload_of(plain);
        const std::size_t chunks = std::max<std::size_t>(1, (size + chunk_size - 1) / chunk_size);
        CHECK(payload.size() == payload_nonce_size + size + chunks * (sealed_chunk_size - chunk_size));
        const OpenedPayload opened = open_payload(payload, some_file_key());
        CHECK(opened.is_whole);
        CHECK(opened.plain == plain);
    }
}

TEST_CASE("age stream: a file cut at a chunk boundary does not open") {
    const Bytes plain = some_bytes(3 * chunk_size);
    const Bytes payload = payload_of(plain);
    for (const std::size_t chunks : {0U, 1U, 2U}) {
        const std::size_t size = payload_nonce_size + chunks * sealed_chunk_size;
        const OpenedPayload opened = open_payload(ByteView(payload).first(size), some_file_key());
        CHECK_FALSE(opened.is_whole);
        CHECK(std::ranges::equal(opened.plain, ByteView(plain).first(chunks * chunk_size)));
    }
}

TEST_CASE("age stream: what follows the last chunk, full or short, does not open") {
    for (const std::size_t size : {std::size_t{5}, chunk_size, chunk_size + 5, 2 * chunk_size}) {
        for (const std::size_t more : {std::size_t{1}, std::size_t{16}, sealed_chunk_size}) {
            CAPTURE(size);
            CAPTURE(more);
            Bytes payload = payload_of(some_bytes(size));
            append(payload, some_bytes(more));
            CHECK_FALSE(open_payload(payload, some_file_key()).is_whole);
        }
    }
}

TEST_CASE("age stream: chunks that changed places do not open") {
    const Bytes payload = payload_of(some_bytes(3 * chunk_size));
    Bytes changed(payload);
    const auto first = changed.begin() + payload_nonce_size;
    std::swap_ranges(first, first + sealed_chunk_size, first + sealed_chunk_size);
    const OpenedPayload opened = open_payload(changed, some_file_key());
    CHECK_FALSE(opened.is_whole);
    CHECK(opened.plain.empty());
}

TEST_CASE("age: each of several recipients opens the file, and nobody else does") {
    const Person one(11);
    const Person two(12);
    const Person stranger(13);
    const Bytes plain = some_bytes(1000);
    for (const Form form : {Form::binary, Form::armored}) {
        const Bytes file = written(plain, {one.recipient, two.recipient}, form);
        CHECK(decrypt(file, one.keys) == plain);
        CHECK(decrypt(file, two.keys) == plain);
        const auto opened = decrypt(file, stranger.keys);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == Errc::wrong_key);
        CHECK(failure_of(file, {}) == Failure::no_match);
    }
}

TEST_CASE("age: a file for nobody, or for a key of low order, is not written") {
    const RandomSource random = repeatable_random();
    const auto nobody = encrypt({}, {}, Form::binary, random);
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().code == Errc::invalid);
    const auto zero = encrypt({}, {Recipient{}}, Form::binary, random);
    REQUIRE_FALSE(zero);
    CHECK(zero.error().code == Errc::invalid);
}

TEST_CASE("age: the same words written twice share no stanza and no ciphertext") {
    const Person person(1);
    const RandomSource random = repeatable_random();
    const auto first = encrypt(as_bytes("words"), {person.recipient}, Form::binary, random);
    const auto second = encrypt(as_bytes("words"), {person.recipient}, Form::binary, random);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(parse_header(*first)->stanzas != parse_header(*second)->stanzas);
    CHECK_FALSE(std::ranges::equal(std::span(*first).last(21), std::span(*second).last(21)));
}

TEST_CASE("age: no changed bit and no shorter length of a binary file opens") {
    const Person person(1);
    const Bytes file = written(as_bytes("three words here"), {person.recipient});
    REQUIRE(failure_of(file, person.keys) == Failure::none);
    for (std::size_t at = 0; at < file.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            Bytes changed = file;
            changed[at] = static_cast<Byte>(changed[at] ^ 1U << bit);
            CHECK(failure_of(changed, person.keys) != Failure::none);
        }
        CHECK(failure_of(ByteView(file).first(at), person.keys) != Failure::none);
    }
}

TEST_CASE("age: no changed bit and no shorter length of an armored file opens") {
    const Person person(1);
    const Bytes file = written(as_bytes("three words here"), {person.recipient}, Form::armored);
    REQUIRE(failure_of(file, person.keys) == Failure::none);
    for (std::size_t at = 0; at < file.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            Bytes changed = file;
            changed[at] = static_cast<Byte>(changed[at] ^ 1U << bit);
            CHECK(failure_of(changed, person.keys) != Failure::none);
        }
        // The line feed after the last line may be missing.
        if (at + 1 < file.size()) CHECK(failure_of(ByteView(file).first(at), person.keys) != Failure::none);
    }
}

TEST_CASE("age: a header that was changed by someone without the file key is seen") {
    const Person person(1);
    const Bytes file = written(as_bytes("words"), {person.recipient});
    std::string text(as_text(file));
    text.insert(text.find("-> "), "-> grease\n\n");
    CHECK(failure_of(as_bytes(text), person.keys) == Failure::hmac);
}

TEST_CASE("age: a stanza of an unknown kind is passed over") {
    const Person person(1);
    const RandomSource random = repeatable_random();
    const FileKey key = some_file_key();
    const auto stanza = wrap_for(person.recipient, key, random);
    REQUIRE(stanza);
    Bytes file = format_header({{{"mlkem768x25519", "AAAA"}, some_bytes(70)}, *stanza}, key);
    append_payload(file, as_bytes("words"), key, random);
    CHECK(decrypt(file, person.keys) == Bytes{'w', 'o', 'r', 'd', 's'});
}

TEST_CASE("age: a file that is something else is refused with words for a person") {
    const Person person(1);
    for (const std::string_view text :
         {"", "SQLite format 3", "age-encryption.org/v2\n", "-----BEGIN PGP MESSAGE-----\n"}) {
        const auto opened = decrypt(as_bytes(text), person.keys);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == Errc::corrupt);
        CHECK(opened.error().what.ends_with('.'));
    }
}

TEST_CASE("age: a failure gives what was authenticated only to who asks for it") {
    const Person person(1);
    const Bytes plain = some_bytes(2 * chunk_size);
    Bytes file = written(plain, {person.recipient});
    file.back() ^= 0x01;
    Failure why{};
    Bytes released;
    CHECK_FALSE(decrypt(file, person.keys, &why, &released));
    CHECK(why == Failure::payload);
    CHECK(std::ranges::equal(released, ByteView(plain).first(chunk_size)));
}

TEST_CASE("age samples: files that other implementations wrote open") {
    const Bytes words = read_test_file("age/words.txt");
    const Keys keys = keys_in("age/key.txt");
    CHECK(decrypt(read_test_file("age/binary.age"), keys) == words);
    CHECK(decrypt(read_test_file("age/armored.age"), keys) == words);
    Keys passphrase;
    passphrase.passphrase = "plain old passphrase";
    CHECK(decrypt(read_test_file("age/passphrase.age"), passphrase) == words);
}

TEST_CASE("age samples: a passphrase that is wrong, missing or above the cap says which") {
    const Bytes file = read_test_file("age/passphrase.age");
    const auto code = [&file](const Keys& keys) {
        const auto opened = decrypt(file, keys);
        REQUIRE_FALSE(opened);
        return opened.error().code;
    };
    CHECK(code({.identities = {}, .passphrase = "another passphrase"}) == Errc::wrong_key);
    CHECK(code({}) == Errc::wrong_key);
    CHECK(code({.identities = {}, .passphrase = "plain old passphrase", .max_log_n = 9}) == Errc::unsupported);
}
