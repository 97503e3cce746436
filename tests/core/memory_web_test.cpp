// WebAssembly's memory: it may grow to 512 MB and no further (CMakeLists.txt), and what is given back is zeros.
#include <doctest/doctest.h>

#include <cstdlib>
#include <memory>

#include "core/crypto/vault.h"
#include "tests/core/crypto_samples.h"

using namespace daybook;

namespace {

constexpr std::size_t megabyte = 1'000'000;
constexpr std::string_view passcode = "copper lantern meadow";

/// A notebook's worth of memory, in blocks of the size that attachments have.
std::vector<Bytes> filled(std::size_t megabytes) {
    std::vector<Bytes> blocks;
    for (std::size_t count = 0; count < megabytes / 4; ++count) blocks.emplace_back(4 * megabyte, Byte{1});
    return blocks;
}

}  // namespace

TEST_CASE("little memory: today's cost fits beside a notebook of 200 MB, again and again") {
    const std::vector<Bytes> notebook = filled(200);
    for (int time = 0; time < 3; ++time) CHECK(argon2id(passcode, Salt16{1}, {.passes = 1}));
}

TEST_CASE(
    "little memory: a passcode that cannot be checked is refused in words, is not called wrong, and can be tried "
    "again") {
    constexpr Argon2Cost today{.passes = 1};
    auto made = Vault::create(passcode, today, DeviceId{}, repeatable_random());
    REQUIRE(made);
    const auto& [vault, locked] = *made;
    {
        const std::vector<Bytes> notebook = filled(420);
        const auto refused = Vault::unlock(locked, passcode);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == Errc::unsupported);
        CHECK(refused.error().what.starts_with("This device has too little free memory to check the passcode."));
        CHECK_FALSE(vault.lock_with(passcode, today, repeatable_random()));
    }
    CHECK(Vault::unlock(locked, passcode));
}

TEST_CASE("wiped free: the memory that a passcode was stretched in is zeros when it is given back") {
    constexpr std::size_t size = std::size_t{8} * 1024 * 1024;
    REQUIRE(argon2id(passcode, Salt16{1}, {.passes = 1, .memory_kib = size / 1024}));
    // The same memory again, as it was left.
    const std::unique_ptr<Byte, decltype(&std::free)> block(static_cast<Byte*>(std::malloc(size)), std::free);
    REQUIRE(block != nullptr);
    constexpr std::ptrdiff_t books_of_the_heap = 100;
    CHECK(std::ranges::count_if(ByteView(block.get(), size), [](Byte byte) { return byte != 0; }) < books_of_the_heap);
}

TEST_CASE("little memory: keys that were locked at the highest cost do not open here, and the program goes on") {
    const auto refused = argon2id(passcode, Salt16{1}, highest_argon2_cost);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Errc::unsupported);
}
