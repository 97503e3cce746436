#include "core/crypto/vault.h"

#include "core/crypto/vault_file.h"
#include "tests/core/crypto_samples.h"

using namespace daybook;

namespace {

constexpr Argon2Cost quick{.passes = 1, .memory_kib = 8 * 1024};
constexpr std::string_view passcode = "plain enough for a test";
constexpr std::size_t checksum_size = 32;

template <typename SomeId>
SomeId id_of(Byte filling) {
    SomeId id;
    id.bytes.fill(filling);
    return id;
}

const auto device = id_of<DeviceId>(0xD1);
const auto monday = id_of<InspectionId>(0x01);
const auto tuesday = id_of<InspectionId>(0x02);

std::pair<Vault, LockedVault> new_vault(std::uint64_t seed = 1) {
    auto made = Vault::create(passcode, quick, device, repeatable_random(seed));
    REQUIRE(made);
    return std::move(*made);
}

Errc unlock_error(const LockedVault& locked, std::string_view words = passcode) {
    const auto vault = Vault::unlock(locked, words);
    REQUIRE_FALSE(vault);
    return vault.error().code;
}

/// `stored` with its checksum made right again, as someone would who changes it on purpose.
LockedVault with_right_checksum(Bytes stored) {
    stored.resize(stored.size() - checksum_size);
    append(stored, blake2b_256(stored));
    return {device, std::move(stored)};
}

void put_big_endian(Bytes& stored, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) stored[at + i] = static_cast<Byte>(value >> (24 - 8 * i) & 0xFFU);
}

const ByteView words = as_bytes("what was said");
const ByteView place = as_bytes("revision 7");

}  // namespace

TEST_CASE("passcode: twelve characters are counted as a person counts them") {
    CHECK(check_passcode("twelve chars"));
    CHECK(check_passcode(
        "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"));
    CHECK(check_passcode(std::string(1024, 'x')));
    for (const std::string& text :
         {std::string(), std::string("eleven char"), std::string("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"),
          std::string(1025, 'x'), std::string("twelve chars\xFF")}) {
        CAPTURE(text);
        const auto checked = check_passcode(text);
        REQUIRE_FALSE(checked);
        CHECK(checked.error().code == Errc::invalid);
        CHECK(checked.error().what.ends_with('.'));
    }
}

TEST_CASE("vault: the passcode opens it, and the same keys come back") {
    const auto [made, locked] = new_vault();
    const auto opened = Vault::unlock(locked, passcode);
    REQUIRE(opened);
    CHECK(opened->device() == device);
    CHECK(opened->signing_key() == made.signing_key());
    CHECK(ed25519_verify(made.signing_key(), words, opened->sign(words)));
    CHECK(opened->open_own(place, made.seal_own(place, words, repeatable_random(4))) ==
          Bytes(words.begin(), words.end()));
}

TEST_CASE("vault: another passcode does not open it, and says so in the words of the screen") {
    const LockedVault locked = new_vault().second;
    for (const std::string& text :
         {std::string(), std::string(passcode) + " ", std::string("Plain enough for a test"), std::string(5000, 'x')}) {
        const auto opened = Vault::unlock(locked, text);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == Errc::wrong_key);
        CHECK(opened.error().what == "That passcode does not open this notebook.");
    }
}

TEST_CASE("vault: a short passcode and a cost out of bounds make none") {
    const RandomSource random = repeatable_random();
    for (const Argon2Cost cost :
         {Argon2Cost{0, 8192}, Argon2Cost{11, 8192}, Argon2Cost{1, 7}, Argon2Cost{1, 1024 * 1024 + 1}}) {
        const auto made = Vault::create(passcode, cost, device, random);
        REQUIRE_FALSE(made);
        CHECK(made.error().code == Errc::invalid);
    }
    const auto made = Vault::create("too short", quick, device, random);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == Errc::invalid);
}

TEST_CASE("vault: no changed bit and no other length of the stored bytes opens") {
    const LockedVault locked = new_vault().second;
    for (std::size_t at = 0; at < locked.stored.size(); ++at) {
        for (unsigned bit = 0; bit < 8; ++bit) {
            LockedVault changed = locked;
            changed.stored[at] = static_cast<Byte>(changed.stored[at] ^ 1U << bit);
            // Bytes 8 and 9 are the version, which is 1: one flipped bit makes it 0 or a later one.
            const bool is_later = at == 8 || (at == 9 && bit != 0);
            CHECK(unlock_error(changed) == (is_later ? Errc::newer : Errc::corrupt));
        }
        LockedVault cut = locked;
        cut.stored.resize(at);
        CHECK(unlock_error(cut) == Errc::corrupt);
    }
    LockedVault longer = locked;
    longer.stored.push_back(0);
    CHECK(unlock_error(longer) == Errc::corrupt);
}

TEST_CASE("vault: changes made on purpose, with a right checksum, do not open either") {
    const LockedVault locked = new_vault().second;
    REQUIRE(Vault::unlock(with_right_checksum(locked.stored), passcode));
    for (std::size_t at = 0; at < locked.stored.size() - checksum_size; ++at) {
        Bytes changed = locked.stored;
        changed[at] ^= 0x01;
        CHECK_FALSE(Vault::unlock(with_right_checksum(changed), passcode));
    }
}

TEST_CASE("vault: a hostile cost is refused before any work is done") {
    const LockedVault locked = new_vault().second;
    const std::pair<std::size_t, std::uint32_t> costs[] = {
        {12, 0},          {12, 11}, {12, UINT32_MAX}, {16, 0}, {16, 7}, {16, 1024 * 1024 + 1}, {16, 100 * 1024 * 1024},
        {16, UINT32_MAX},
    };
    for (const auto& [offset, value] : costs) {
        CAPTURE(value);
        Bytes changed = locked.stored;
        put_big_endian(changed, offset, value);
        CHECK(unlock_error(with_right_checksum(changed)) == Errc::corrupt);
    }
}

TEST_CASE("vault: the keys of one device do not pass for another's") {
    LockedVault locked = new_vault().second;
    locked.device = id_of<DeviceId>(0xD2);
    CHECK(unlock_error(locked) == Errc::corrupt);
}

TEST_CASE("vault: under a new passcode the same keys open, and the old one does not") {
    const auto [vault, locked] = new_vault();
    const auto changed = vault.lock_with("quite another passcode", quick, repeatable_random(5));
    REQUIRE(changed);
    CHECK(unlock_error(*changed) == Errc::wrong_key);
    const auto opened = Vault::unlock(*changed, "quite another passcode");
    REQUIRE(opened);
    CHECK(opened->signing_key() == vault.signing_key());
    CHECK_FALSE(vault.lock_with("too short", quick, repeatable_random(5)));
}

TEST_CASE("vault: a data key opens after unlocking, for its own inspection only") {
    auto [vault, locked] = new_vault();
    const RandomSource random = repeatable_random(6);
    const Bytes wrapped = vault.add_inspection(monday, random);
    const auto row = vault.seal_row(monday, place, words, random);
    REQUIRE(row);

    auto later = Vault::unlock(locked, passcode);
    REQUIRE(later);
    CHECK(later->open_row(monday, place, *row).error().code == Errc::not_found);
    CHECK(later->seal_row(monday, place, words, random).error().code == Errc::not_found);
    CHECK(later->open_inspection(tuesday, wrapped).error().code == Errc::corrupt);
    REQUIRE(later->open_inspection(monday, wrapped));
    CHECK(later->open_row(monday, place, *row) == Bytes(words.begin(), words.end()));

    later->forget_inspection(monday);
    CHECK(later->open_row(monday, place, *row).error().code == Errc::not_found);
}

TEST_CASE("vault: a wrapped data key that was changed, cut or made by another device does not open") {
    auto [vault, locked] = new_vault();
    const Bytes wrapped = vault.add_inspection(monday, repeatable_random(6));
    for (std::size_t at = 0; at < wrapped.size(); ++at) {
        Bytes changed = wrapped;
        changed[at] ^= 0x01;
        CHECK_FALSE(vault.open_inspection(monday, changed));
        CHECK_FALSE(vault.open_inspection(monday, ByteView(wrapped).first(at)));
    }
    auto [other, other_locked] = new_vault(2);
    CHECK(other.open_inspection(monday, wrapped).error().code == Errc::corrupt);
}

TEST_CASE("vault: sealed rows cannot be swapped, aged, or opened by another inspection's key") {
    auto [vault, locked] = new_vault();
    const RandomSource random = repeatable_random(6);
    (void)vault.add_inspection(monday, random);
    (void)vault.add_inspection(tuesday, random);
    const auto sealed = vault.seal_row(monday, place, words, random);
    REQUIRE(sealed);
    CHECK(vault.open_row(monday, place, *sealed) == Bytes(words.begin(), words.end()));
    CHECK(vault.open_row(monday, as_bytes("revision 8"), *sealed).error().code == Errc::corrupt);
    CHECK(vault.open_row(monday, {}, *sealed).error().code == Errc::corrupt);
    CHECK(vault.open_row(tuesday, place, *sealed).error().code == Errc::corrupt);
    CHECK(vault.open_own(place, *sealed).error().code == Errc::corrupt);
    CHECK(vault.open_row(monday, place, vault.seal_own(place, words, random)).error().code == Errc::corrupt);
    for (std::size_t at = 0; at < sealed->size(); ++at) {
        Bytes changed = *sealed;
        changed[at] ^= 0x40;
        CHECK_FALSE(vault.open_row(monday, place, changed));
        CHECK_FALSE(vault.open_row(monday, place, ByteView(*sealed).first(at)));
    }
}

TEST_CASE("vault: sealed bytes of a later version are told from damaged ones") {
    auto [vault, locked] = new_vault();
    Bytes sealed = vault.seal_own(place, words, repeatable_random(6));
    sealed[0] = 2;
    CHECK(vault.open_own(place, sealed).error().code == Errc::newer);
    sealed[0] = 0;
    CHECK(vault.open_own(place, sealed).error().code == Errc::corrupt);
}

TEST_CASE("vault: a recovery copy gives the data key to its recipients, and to another device through them") {
    auto [vault, locked] = new_vault();
    const RandomSource random = repeatable_random(6);
    (void)vault.add_inspection(monday, random);
    const auto row = vault.seal_row(monday, place, words, random);
    age::Keys office;
    office.identities.push_back(age::new_identity(random));
    const std::vector<age::Recipient> recipients = {age::recipient_of(office.identities.front())};
    const auto copy = vault.recovery_copy(monday, recipients, random);
    REQUIRE(copy);
    CHECK(read_recovery_copy(*copy, {}).error().code == Errc::wrong_key);
    const auto recovered = read_recovery_copy(*copy, office);
    REQUIRE(recovered);
    CHECK(recovered->inspection == monday);
    CHECK(recovered->device == device);

    auto other = Vault::create(passcode, quick, id_of<DeviceId>(0xD2), random);
    REQUIRE(other);
    const Bytes wrapped = other->first.adopt(*recovered, random);
    CHECK(other->first.open_row(monday, place, *row) == Bytes(words.begin(), words.end()));
    CHECK(other->first.open_inspection(monday, wrapped));

    CHECK(vault.recovery_copy(tuesday, recipients, random).error().code == Errc::not_found);
    CHECK(vault.recovery_copy(monday, {}, random).error().code == Errc::invalid);
}

TEST_CASE("vault: the inside of a recovery copy is checked to the last byte") {
    const RecoveryPlain plain = format_recovery({monday, device, SecretKey32::random(repeatable_random())});
    const Bytes sound(plain.view().begin(), plain.view().end());
    REQUIRE(parse_recovery(sound));
    for (std::size_t size = 0; size < sound.size(); ++size)
        CHECK(parse_recovery(ByteView(sound).first(size)).error().code == Errc::corrupt);
    for (std::size_t at = 0; at < 8; ++at) {
        Bytes changed = sound;
        changed[at] ^= 0x20;
        CHECK(parse_recovery(changed).error().code == Errc::corrupt);
    }
    Bytes longer = sound;
    longer.push_back(0);
    CHECK(parse_recovery(longer).error().code == Errc::corrupt);
    Bytes newer = sound;
    newer[9] = 2;
    CHECK(parse_recovery(newer).error().code == Errc::newer);
}

TEST_CASE("vault samples: what version 1 stored opens") {
    const LockedVault locked{device, read_test_file("vault/v1/vault.bin")};
    auto vault = Vault::unlock(locked, passcode);
    REQUIRE(vault);
    REQUIRE(vault->open_inspection(monday, read_test_file("vault/v1/data-key.bin")));
    const Bytes expected(words.begin(), words.end());
    CHECK(vault->open_row(monday, place, read_test_file("vault/v1/row.bin")) == expected);
    CHECK(vault->open_own(place, read_test_file("vault/v1/own.bin")) == expected);
    age::Keys office;
    auto identities = age::parse_identity_file(as_text(read_test_file("age/key.txt")));
    REQUIRE(identities);
    office.identities = std::move(*identities);
    const auto recovered = read_recovery_copy(read_test_file("vault/v1/recovery.age"), office);
    REQUIRE(recovered);
    CHECK(recovered->inspection == monday);
}

TEST_CASE("vault samples: version 1 is still written as it was") {
    const RandomSource random = repeatable_random(1);
    auto made = Vault::create(passcode, quick, device, random);
    REQUIRE(made);
    auto& [vault, locked] = *made;
    CHECK(locked.stored == read_test_file("vault/v1/vault.bin"));
    CHECK(vault.add_inspection(monday, random) == read_test_file("vault/v1/data-key.bin"));
    CHECK(vault.seal_row(monday, place, words, random) == read_test_file("vault/v1/row.bin"));
    CHECK(vault.seal_own(place, words, random) == read_test_file("vault/v1/own.bin"));
    const auto identities = age::parse_identity_file(as_text(read_test_file("age/key.txt")));
    REQUIRE(identities);
    CHECK(vault.recovery_copy(monday, {age::recipient_of(identities->front())}, random) ==
          read_test_file("vault/v1/recovery.age"));
}
