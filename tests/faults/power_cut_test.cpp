// Power cuts: at any operation of a day, with any part of what was not flushed on the disk.
// Never lets a promise go that was made before the cut.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <format>

#include "core/crypto/primitives.h"
#include "tests/engine/temporary_folder.h"
#include "tests/faults/day.h"
#include "tests/faults/platter.h"
#include "tests/faults/results.h"

using namespace daybook;
using namespace daybook::faults;

namespace {

constexpr std::uint64_t daily_seed = 1'442'224'800;
constexpr std::size_t wanted_states = 3000;
constexpr std::size_t least_states = 2000;

/// What else goes wrong.
enum class Besides : std::uint8_t { nothing, no_database, no_journal, another_cut };

struct Counts {
    std::uint64_t states = 0;
    std::uint64_t acknowledged = 0;
    std::uint64_t lost = 0;
    std::uint64_t repaired = 0;
    std::uint64_t one_copy_gone = 0;
    std::uint64_t cut_twice = 0;
};

Besides choose(Dice& dice) {
    constexpr std::array rare{Besides::no_database, Besides::no_journal, Besides::another_cut};
    const std::size_t number = dice.below(30);
    return number < rare.size() ? rare[number] : Besides::nothing;
}

void lose(Files& files, std::string_view beginning) {
    std::erase_if(files, [&](const auto& file) { return file.first.starts_with(beginning); });
}

/// A start whose repairs are themselves cut off.
Files cut_again(const Files& files, const Account& account, std::size_t moment, Dice& dice) {
    const TemporaryFolder folder;
    write_files(files, folder.path());
    Disk disk(folder.path());
    static_cast<void>(reopen(folder.path(), account, moment, dice));
    disk.look_away();
    const auto cut = static_cast<Cut>(dice.below(cuts));
    return files_after(disk, dice.below(disk.operations().size() + 1), cut, dice);
}

std::string try_state(Files files, Besides besides, const Account& account, std::size_t moment, Dice& dice,
                      Counts& counts) {
    if (besides == Besides::no_database) lose(files, "daybook");
    if (besides == Besides::no_journal) lose(files, "journal");
    if (besides == Besides::another_cut) files = cut_again(files, account, moment, dice);
    const TemporaryFolder folder;
    write_files(files, folder.path());
    const Reopened reopened = reopen(folder.path(), account, moment, dice);
    ++counts.states;
    counts.acknowledged += account.promised_at(moment);
    counts.repaired += reopened.noticed() ? 1U : 0U;
    counts.one_copy_gone += besides == Besides::no_database || besides == Besides::no_journal ? 1U : 0U;
    counts.cut_twice += besides == Besides::another_cut ? 1U : 0U;
    return what_is_wrong(account, moment, reopened);
}

}  // namespace

TEST_CASE("power cuts: nothing that was acknowledged is missing, and nothing is there that was not written") {
    REQUIRE(start_crypto());
    const std::uint64_t number = seed(daily_seed);
    const TemporaryFolder folder;
    Disk disk(folder.path());
    Day day(folder.path(), disk, number);
    day.run({.entries = 14, .strokes = 5});
    disk.look_away();
    REQUIRE(day.account().last_report == "");
    const std::vector<Operation>& operations = disk.operations();
    const std::size_t possible = (operations.size() + 1) * cuts;
    const std::size_t wanted = share_of(wanted_states);

    Dice dice(number);
    Counts counts;
    Platter platter(disk.beginning());
    for (std::size_t moment = 0; moment <= operations.size(); ++moment) {
        if (moment > 0) platter.apply(operations[moment - 1]);
        for (std::size_t cut = 0; cut < cuts; ++cut) {
            if (dice.below(possible) >= wanted) continue;
            const Besides besides = choose(dice);
            const std::string wrong =
                try_state(platter.after(static_cast<Cut>(cut), dice), besides, day.account(), moment, dice, counts);
            counts.lost += wrong.empty() ? 0U : 1U;
            CHECK_MESSAGE(wrong == "",
                          std::format("seed {}, operation {} of {}, {} found, besides {}", number, moment,
                                      operations.size(), name_of(static_cast<Cut>(cut)), static_cast<int>(besides)));
        }
    }
    CHECK(counts.states > share_of(least_states));
    CHECK(counts.one_copy_gone > 0);
    CHECK(counts.cut_twice > 0);
    report("power cuts natively", {{"seed", number},
                                   {"operations", operations.size()},
                                   {"states", counts.states},
                                   {"acknowledged", counts.acknowledged},
                                   {"lost", counts.lost},
                                   {"repaired", counts.repaired},
                                   {"one copy gone", counts.one_copy_gone},
                                   {"cut twice", counts.cut_twice},
                                   {"attachments", day.account().attachments.size()},
                                   {"erasures", day.account().erasures.size()}});
}
