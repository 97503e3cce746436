#include "core/crypto/primitives.h"

#include "tests/core/crypto_samples.h"

using namespace daybook;

namespace {

std::string hex_of(const SecretKey32& key) {
    return to_hex(key.view());
}

/// A source that gives out these bytes, and then nothing more.
RandomSource exactly(Bytes bytes) {
    return [bytes](std::span<Byte> wanted) {
        REQUIRE(wanted.size() == bytes.size());
        std::ranges::copy(bytes, wanted.begin());
    };
}

constexpr std::string_view sunscreen =
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be "
    "it.";

}  // namespace

TEST_CASE("primitives: encryption starts, and starts again") {
    CHECK(start_crypto());
    CHECK(start_crypto());
}

TEST_CASE("blake2b: 256 bits of nothing and of abc") {
    CHECK(to_hex(blake2b_256({})) == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    CHECK(to_hex(blake2b_256(as_bytes("abc"))) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("sha256: the examples of FIPS 180-4") {
    CHECK(to_hex(sha256({})) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(to_hex(sha256(as_bytes("abc"))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(to_hex(sha256(as_bytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("hmac: the vectors of RFC 4231, with keys shorter and longer than a block") {
    CHECK(to_hex(hmac_sha256(Bytes(20, 0x0b), as_bytes("Hi There"))) ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(to_hex(hmac_sha256(as_bytes("Jefe"), as_bytes("what do ya want for nothing?"))) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(to_hex(hmac_sha256(Bytes(131, 0xaa), as_bytes("Test Using Larger Than Block-Size Key - Hash Key First"))) ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("hkdf: the first 32 bytes of RFC 5869's test cases 1 and 3") {
    const Bytes info = from_hex("f0f1f2f3f4f5f6f7f8f9");
    CHECK(hex_of(hkdf_sha256(from_hex("000102030405060708090a0b0c"), Bytes(22, 0x0b), as_text(info))) ==
          "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
    CHECK(hex_of(hkdf_sha256({}, Bytes(22, 0x0b), "")) ==
          "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
}

TEST_CASE("chacha20-poly1305: the text of RFC 8439 section 2.8.2 without associated data") {
    const SecretKey32 key = key_from_hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    const auto nonce = array_from_hex<12>("070000004041424344454647");
    const Bytes sealed = chacha20poly1305_seal(key, nonce, as_bytes(sunscreen));
    CHECK(to_hex(sealed) ==
          "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b"
          "1a71de0a9e060b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
          "3ff4def08e4b7a9de576d26586cec64b6116"
          "6a23a4681fd59456aea1d29f82477216");
    const auto opened = chacha20poly1305_open(key, nonce, sealed);
    REQUIRE(opened);
    CHECK(as_text(*opened) == sunscreen);
}

TEST_CASE("primitives: long messages, as other implementations have them, take the fast paths too") {
    // Python's hashlib and Node's crypto; 100,000 zero bytes.
    const Bytes zeros(100'000, 0);
    CHECK(to_hex(blake2b_256(zeros)) == "588dc97e86771fe2f7bebbd1ec9366d651101ab182e370b7865538bd2c9f2523");
    CHECK(to_hex(sha256(zeros)) == "9192c25b734fcbadbe32dadc28089c60db0e39f90cc20ce2e5733f57261acc0c");
    CHECK(to_hex(hmac_sha256(Bytes(32, 7), zeros)) ==
          "d5e4b2f65454e29b7baa095e4364d620dbb04db04b66901eb1b281a620f8aa2b");
    Nonce12 nonce;
    nonce.fill(9);
    const Bytes sealed = chacha20poly1305_seal(SecretKey32::from(Bytes(32, 7)).value(), nonce, zeros);
    CHECK(to_hex(sha256(sealed)) == "2bbff3fd663958fa95a0307e877f6f2341cd418cc19a6a2e7535f284de6b27ed");
}

TEST_CASE("chacha20-poly1305: nothing that was changed or cut opens, and nothing at all can be sealed") {
    const SecretKey32 key = SecretKey32::random(repeatable_random());
    const Nonce12 nonce{};
    const Bytes empty = chacha20poly1305_seal(key, nonce, {});
    CHECK(empty.size() == 16);
    CHECK(chacha20poly1305_open(key, nonce, empty) == Bytes{});
    const Bytes sealed = chacha20poly1305_seal(key, nonce, as_bytes("three words here"));
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        Bytes changed = sealed;
        changed[at] ^= 0x10;
        CHECK_FALSE(chacha20poly1305_open(key, nonce, changed));
        const auto cut = chacha20poly1305_open(key, nonce, ByteView(sealed).first(at));
        REQUIRE_FALSE(cut);
        CHECK(cut.error().code == Errc::corrupt);
    }
}

TEST_CASE("xchacha20-poly1305: the vector of draft-irtf-cfrg-xchacha-03 A.3.1") {
    const SecretKey32 key = key_from_hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    const Bytes nonce = from_hex("404142434445464748494a4b4c4d4e4f5051525354555657");
    const Bytes associated = from_hex("50515253c0c1c2c3c4c5c6c7");
    const Bytes sealed = seal(key, associated, as_bytes(sunscreen), exactly(nonce));
    CHECK(to_hex(sealed) ==
          to_hex(nonce) +
              "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39"
              "ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
              "21f9664c97637da9768812f615c68b13b52e"
              "c0875924c1c7987947deafd8780acf49");
    const auto opened = open_sealed(key, associated, sealed);
    REQUIRE(opened);
    CHECK(as_text(*opened) == sunscreen);
}

TEST_CASE("seal: another key, other associated data, a changed byte or a cut never open") {
    const RandomSource random = repeatable_random();
    const SecretKey32 key = SecretKey32::random(random);
    const Bytes sealed = seal(key, as_bytes("row 7"), as_bytes("words"), random);
    CHECK(open_sealed(key, as_bytes("row 7"), sealed) == Bytes{'w', 'o', 'r', 'd', 's'});
    CHECK_FALSE(open_sealed(key, as_bytes("row 8"), sealed));
    CHECK_FALSE(open_sealed(key, {}, sealed));
    CHECK_FALSE(open_sealed(SecretKey32::random(random), as_bytes("row 7"), sealed));
    for (std::size_t at = 0; at < sealed.size(); ++at) {
        Bytes changed = sealed;
        changed[at] ^= 0x01;
        CHECK_FALSE(open_sealed(key, as_bytes("row 7"), changed));
        const auto cut = open_sealed(key, as_bytes("row 7"), ByteView(sealed).first(at));
        REQUIRE_FALSE(cut);
        CHECK(cut.error().code == Errc::corrupt);
    }
}

TEST_CASE("seal: the same words twice do not look the same") {
    const RandomSource random = repeatable_random();
    const SecretKey32 key = SecretKey32::random(random);
    CHECK(seal(key, {}, as_bytes("words"), random) != seal(key, {}, as_bytes("words"), random));
    CHECK(open_sealed(key, {}, seal(key, {}, {}, random)) == Bytes{});
}

TEST_CASE("x25519: the vectors of RFC 7748") {
    const SecretKey32 scalar = key_from_hex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4");
    const auto shared =
        x25519(scalar, array_from_hex<32>("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c"));
    REQUIRE(shared);
    CHECK(hex_of(*shared) == "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552");

    const SecretKey32 alice = key_from_hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
    const SecretKey32 bob = key_from_hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    CHECK(to_hex(x25519_public(alice)) == "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    CHECK(to_hex(x25519_public(bob)) == "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    const auto secret = x25519(alice, x25519_public(bob));
    REQUIRE(secret);
    CHECK(hex_of(*secret) == "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
}

TEST_CASE("x25519: points of low order give no secret") {
    const SecretKey32 key = SecretKey32::random(repeatable_random());
    CHECK_FALSE(x25519(key, PublicKey32{}));
    CHECK_FALSE(x25519(key, PublicKey32{1}));
    CHECK_FALSE(x25519(key, array_from_hex<32>("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")));
}

TEST_CASE("scrypt: the first 32 bytes of RFC 7914's vector with r = 8 and p = 1") {
    const auto key = scrypt("pleaseletmein", as_bytes("SodiumChloride"), 14);
    REQUIRE(key);
    CHECK(hex_of(*key) == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2");
}

TEST_CASE("scrypt: work that no machine does is refused, not begun") {
    for (const unsigned log_n : {0U, 40U, 63U, 64U, 1000U}) {
        const auto key = scrypt("words", as_bytes("salt"), log_n);
        REQUIRE_FALSE(key);
        CHECK(key.error().code == Errc::unsupported);
    }
}

TEST_CASE("argon2id: values that another implementation gives") {
    // OpenSSL 3.5: openssl kdf -keylen 32 -kdfopt lanes:1 ... ARGON2ID
    const auto key = argon2id("correct horse battery staple", array_from_hex<16>("000102030405060708090a0b0c0d0e0f"),
                              {.passes = 2, .memory_kib = 8192});
    REQUIRE(key);
    CHECK(hex_of(*key) == "a891dd91a3d123add6ea78ceedcc94a7f1dc1e4ca480e57e6f240a113662ea2f");
    const auto small =
        argon2id("password", array_from_hex<16>("736f6d6573616c74736f6d6573616c74"), {.passes = 1, .memory_kib = 64});
    REQUIRE(small);
    CHECK(hex_of(*small) == "e793d64ef75d58f503d4631b2b149f7f80127c5f3993d89b1c9b781e51d0b413");
}

TEST_CASE("argon2id: a cost out of bounds is refused, not begun") {
    for (const Argon2Cost cost : {Argon2Cost{0, 8192}, Argon2Cost{1, 0}, Argon2Cost{1, 7}, Argon2Cost{1, UINT32_MAX}}) {
        const auto key = argon2id("words", Salt16{}, cost);
        REQUIRE_FALSE(key);
        CHECK(key.error().code == Errc::unsupported);
    }
}

TEST_CASE("ed25519: the vectors of RFC 8032 section 7.1") {
    struct Vector {
        std::string_view seed, key, message, signature;
    };
    for (const Vector& vector : {
             Vector{"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                    "d25bf5f0595bbe24655141438e7a100b"},
             Vector{"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                    "387b2eaeb4302aeeb00d291612bb0c00"},
             Vector{"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                    "4a7c15e9716ed28dc027beceea1ec40a"},
         }) {
        const SecretKey32 seed = key_from_hex(vector.seed);
        const Bytes message = from_hex(vector.message);
        const PublicKey32 key = ed25519_public(seed);
        CHECK(to_hex(key) == vector.key);
        const Signature64 signature = ed25519_sign(seed, message);
        CHECK(to_hex(signature) == vector.signature);
        CHECK(ed25519_verify(key, message, signature));
        for (std::size_t at = 0; at < signature.size(); ++at) {
            Signature64 changed = signature;
            changed[at] ^= 0x01;
            CHECK_FALSE(ed25519_verify(key, message, changed));
        }
        CHECK_FALSE(ed25519_verify(key, as_bytes("something else"), signature));
    }
}

TEST_CASE("secret: a moved one leaves nothing behind, and a wrong length makes none") {
    SecretKey32 first = SecretKey32::random(repeatable_random());
    const SecretKey32 copy = first.copy();
    const SecretKey32 second = std::move(first);
    CHECK(std::ranges::equal(second.view(), copy.view()));
    CHECK(std::ranges::all_of(first.view(), [](Byte byte) { return byte == 0; }));  // NOLINT(bugprone-use-after-move)
    CHECK(SecretKey32::from(some_bytes(32)));
    CHECK_FALSE(SecretKey32::from(some_bytes(31)));
    CHECK_FALSE(SecretKey32::from(some_bytes(33)));
}

TEST_CASE("wipe: all bytes are zero afterwards, and nothing is fine too") {
    Bytes bytes = some_bytes(40);
    wipe(bytes);
    CHECK(bytes == Bytes(40, 0));
    wipe({});
}

TEST_CASE("equal in constant time: as equal is, for every length") {
    CHECK(equal_in_constant_time({}, {}));
    CHECK(equal_in_constant_time(as_bytes("same"), as_bytes("same")));
    CHECK_FALSE(equal_in_constant_time(as_bytes("same"), as_bytes("sane")));
    CHECK_FALSE(equal_in_constant_time(as_bytes("same"), as_bytes("sam")));
}
