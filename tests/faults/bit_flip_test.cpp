// Flipped bits: one in the database, in its log or in the second copy of a finished notebook.
// Never a wrong word shown as a true one, and never an end of the process.
#include <doctest/doctest.h>

#include <format>
#include <iterator>

#include "core/crypto/primitives.h"
#include "tests/engine/temporary_folder.h"
#include "tests/faults/day.h"
#include "tests/faults/platter.h"
#include "tests/faults/results.h"

using namespace daybook;
using namespace daybook::faults;

namespace {

constexpr std::uint64_t daily_seed = 1857;
constexpr std::size_t wanted_flips = 500;

struct Flip {
    std::string file;
    std::size_t byte = 0;
    unsigned bit = 0;
};

/// In any of the files as often; one in four at the file's beginning, where it means most.
Flip choose(const Files& files, Dice& dice) {
    constexpr std::size_t beginning = 128;
    const auto& [name, bytes] = *std::next(files.begin(), static_cast<std::ptrdiff_t>(dice.below(files.size())));
    const std::size_t reach = dice.below(4) == 0 ? std::min(beginning, bytes.size()) : bytes.size();
    return {name, dice.below(reach), static_cast<unsigned>(dice.below(8))};
}

struct Counts {
    std::uint64_t flipped = 0;
    std::uint64_t healed = 0;
    std::uint64_t reported = 0;
    std::uint64_t without_effect = 0;
    std::uint64_t said_again = 0;  ///< at the next start as well
    std::uint64_t wrong = 0;
};

/// Empty if nothing wrong is shown as true, and nothing is missing without a word.
std::string try_flip(Files files, const Flip& flip, const Account& account, std::size_t moment, Dice& dice,
                     Counts& counts) {
    files[flip.file][flip.byte] ^= static_cast<Byte>(1U << flip.bit);
    const TemporaryFolder folder;
    write_files(files, folder.path());
    const Reopened reopened = reopen(folder.path(), account, moment, dice);
    const std::string missing = what_is_wrong(account, moment, reopened);
    ++counts.flipped;
    if (missing.empty()) ++(reopened.noticed() ? counts.healed : counts.without_effect);
    if (!missing.empty() && reopened.noticed()) ++counts.reported;
    if (!missing.empty() && !reopened.noticed()) return missing;
    if (!missing.empty() || !reopened.noticed()) return what_was_invented(account, reopened);
    const Reopened again = reopen(folder.path(), account, moment, dice);
    counts.said_again += again.noticed() ? 1U : 0U;
    return what_is_wrong(account, moment, again);
}

}  // namespace

TEST_CASE("bit flips: each is healed, reported or without effect, and no wrong word is shown as true") {
    REQUIRE(start_crypto());
    const std::uint64_t number = seed(daily_seed);
    const TemporaryFolder folder;
    Disk disk(folder.path());
    Day day(folder.path(), disk, number);
    day.run({.entries = 8, .strokes = 4});
    disk.look_away();
    const Files files = read_files(folder.path());
    const std::size_t end = disk.operations().size();
    REQUIRE(files.size() >= 3);

    Dice dice(number);
    Counts counts;
    for (std::size_t n = 0; n < share_of(wanted_flips); ++n) {
        const Flip flip = choose(files, dice);
        const std::string wrong = try_flip(files, flip, day.account(), end, dice, counts);
        counts.wrong += wrong.empty() ? 0U : 1U;
        CHECK_MESSAGE(wrong == "",
                      std::format("seed {}, flip {}: {}, byte {}, bit {}", number, n, flip.file, flip.byte, flip.bit));
    }
    CHECK(counts.healed > 0);
    CHECK(counts.without_effect > 0);
    // But for a row that no key of the device's opens, what was healed is said once.
    CHECK(counts.said_again * 10 < counts.flipped);
    report("bit flips natively", {{"seed", number},
                                  {"flips", counts.flipped},
                                  {"healed", counts.healed},
                                  {"reported", counts.reported},
                                  {"without effect", counts.without_effect},
                                  {"said again", counts.said_again},
                                  {"wrong", counts.wrong}});
}

TEST_CASE("bit flips: a second copy whose first bytes are damaged is read all the same") {
    REQUIRE(start_crypto());
    const TemporaryFolder folder;
    Disk disk(folder.path());
    Day day(folder.path(), disk, daily_seed);
    day.run({.entries = 4, .strokes = 2});
    disk.look_away();
    Files files = read_files(folder.path());
    std::erase_if(files, [](const auto& file) { return !file.first.starts_with("journal"); });
    const std::size_t end = disk.operations().size();
    Dice dice(daily_seed);
    Counts counts;
    constexpr std::size_t header_size = 20;
    for (std::size_t byte = 0; byte < header_size; ++byte) {
        // Alone: there is no database to read it from.
        const Flip flip{"journal.daybook", byte, static_cast<unsigned>(byte % 8)};
        CHECK_MESSAGE(try_flip(files, flip, day.account(), end, dice, counts) == "", byte);
    }
    CHECK(counts.flipped == header_size);
    CHECK(counts.reported == 0);
}
