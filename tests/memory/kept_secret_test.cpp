// Where keys lie that are kept, and that a system which gives no such place keeps nobody out.
#include <doctest/doctest.h>
#include <sys/resource.h>

#include <cstdint>

#include "core/crypto/secret.h"
#include "tests/memory/own_memory.h"

using namespace daybook;

namespace {

Secret<32> secret_of(Byte first) {
    Secret<32> secret;
    for (Byte& byte : secret.writable()) byte = first++;
    return secret;
}

/// As a system has it on which nobody may lock memory. Root may all the same, so that it is put by.
class NoLocking {
public:
    NoLocking() : was_root_(::geteuid() == 0) {
        ::getrlimit(RLIMIT_MEMLOCK, &usual_);
        const rlimit none{0, usual_.rlim_max};
        REQUIRE(::setrlimit(RLIMIT_MEMLOCK, &none) == 0);
        constexpr uid_t nobody = 65534;
        if (was_root_) REQUIRE(::seteuid(nobody) == 0);
    }
    ~NoLocking() {
        if (was_root_) CHECK(::seteuid(0) == 0);
        ::setrlimit(RLIMIT_MEMLOCK, &usual_);
    }
    NoLocking(const NoLocking&) = delete;
    NoLocking& operator=(const NoLocking&) = delete;

private:
    bool was_root_;
    rlimit usual_{};
};

}  // namespace

TEST_CASE(
    "kept secret: it lies in memory that is locked, in no dump, and read only, between pages that nothing may touch") {
    const KeptSecret<32> kept(secret_of(7));
    CHECK(std::ranges::equal(kept.view(), secret_of(7).view()));
    const MappedArea area = area_of(kept.view().data());
    CHECK(area.permissions == "r--p");
    CHECK(area.flags.contains(" lo "));
    CHECK(area.flags.contains(" dd "));
    constexpr std::ptrdiff_t page = 4096;
    CHECK(area_of(kept.view().data() + page).permissions == "---p");
    CHECK(area_of(kept.view().data() - page).permissions == "---p");
}

TEST_CASE("kept secret: when it goes nothing of it can be read, and one that was moved leaves nothing") {
    const void* place = nullptr;
    {
        KeptSecret<64> first(Secret<64>::from(Bytes(64, 9)).value());
        place = first.view().data();
        const KeptSecret<64> second(std::move(first));
        CHECK(second.view().data() == place);
        CHECK(memory_at(place, 64) == Bytes(64, 9));
    }
    CHECK_FALSE(memory_at(place, 64));
}

TEST_CASE("kept secret: where no memory can be locked it is kept all the same") {
    const NoLocking none;
    const KeptSecret<32> kept(secret_of(3));
    CHECK(std::ranges::equal(kept.view(), secret_of(3).view()));
    CHECK_FALSE(area_of(kept.view().data()).flags.contains(" lo "));
    CHECK(area_of(kept.view().data()).flags.contains(" dd "));
}

TEST_CASE("wipe stack: what a function has left below is zeros") {
    std::uintptr_t address = 0;
    const auto leave = [&address] {
        volatile Byte text[20'000];  // deeper than what looks for it goes itself
        for (volatile Byte& byte : text) byte = 0x5A;
        address = reinterpret_cast<std::uintptr_t>(text);
    };
    leave();
    const void* const left = reinterpret_cast<const void*>(address);
    REQUIRE(memory_at(left, 64) == Bytes(64, 0x5A));
    wipe_stack();
    CHECK(memory_at(left, 64) == Bytes(64, 0));
}
