// Power cuts: at any operation of a day, with any part of what was not flushed on the disk.
// Never lets a promise go that was made before the cut.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <format>
#include <utility>

#include "core/crypto/primitives.h"
#include "tests/engine/bench.h"
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
constexpr std::size_t wanted_migrations = 600;
constexpr std::size_t wanted_with_one_copy = 1000;

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

Besides choose(const Account& account, Dice& dice) {
    if (account.keeping == Keeping::nothing) return dice.below(30) == 0 ? Besides::another_cut : Besides::nothing;
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

/// Cuts the power at `wanted` of all the moments and in all the ways that there are.
Counts cut_everywhere(const Disk& disk, const Account& account, std::uint64_t number, std::size_t wanted) {
    const std::vector<Operation>& operations = disk.operations();
    const std::size_t possible = (operations.size() + 1) * cuts;
    Dice dice(number);
    Counts counts;
    Platter platter(disk.beginning());
    for (std::size_t moment = 0; moment <= operations.size(); ++moment) {
        if (moment > 0) platter.apply(operations[moment - 1]);
        for (std::size_t cut = 0; cut < cuts; ++cut) {
            if (dice.below(possible) >= wanted) continue;
            const Besides besides = choose(account, dice);
            const std::string wrong =
                try_state(platter.after(static_cast<Cut>(cut), dice), besides, account, moment, dice, counts);
            counts.lost += wrong.empty() ? 0U : 1U;
            CHECK_MESSAGE(wrong == "",
                          std::format("seed {}, operation {} of {}, {} found, besides {}", number, moment,
                                      operations.size(), name_of(static_cast<Cut>(cut)), static_cast<int>(besides)));
        }
    }
    return counts;
}

void report_cuts(const std::string& name, std::uint64_t number, const Disk& disk, const Account& account,
                 const Counts& counts) {
    report(name, {{"seed", number},
                  {"operations", disk.operations().size()},
                  {"states", counts.states},
                  {"acknowledged", counts.acknowledged},
                  {"lost", counts.lost},
                  {"repaired", counts.repaired},
                  {"one copy gone", counts.one_copy_gone},
                  {"cut twice", counts.cut_twice},
                  {"attachments", account.attachments.size()},
                  {"erasures", account.erasures.size()},
                  {"passcodes", account.passcodes.size()}});
}

/// What the notebook of the first format holds: all of it was promised before this day began.
Account account_of_sample(const std::string& folder) {
    Account account;
    account.passcodes.push_back({bench::passcode, 0, 0});
    Dice dice(1);
    const Reopened found = reopen(folder, account, 0, dice);
    REQUIRE(found.unlocked);
    REQUIRE(found.unlocked->inspections.size() == 1);
    const OpenInspection& open = found.unlocked->inspections.front();
    REQUIRE(open.revisions.size() > 10);
    account.revisions[open.inspection] = open.revisions;
    account.edits.push_back({1, open.inspection, open.revisions.size()});
    account.promises.push_back({0, 1});
    const Notebook notebook = bench::fold(*found.unlocked, open.inspection);
    for (const Entry* entry : notebook.entries()) account.words[entry->id].emplace_back(0, entry->words);
    return account;
}

void copy_sample(const std::string& folder) {
    const std::string sample = std::string(DAYBOOK_TEST_DATA) + "/notebook/v1/";
    put_file(folder + "/daybook.db", file_bytes(sample + "daybook.db"));
    put_file(folder + "/journal.daybook", file_bytes(sample + "daybook.journal"));
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
    const Counts counts = cut_everywhere(disk, day.account(), number, share_of(wanted_states));
    CHECK(counts.states > share_of(least_states));
    CHECK(counts.one_copy_gone > 0);
    CHECK(counts.cut_twice > 0);
    report_cuts("power cuts natively", number, disk, day.account(), counts);
}

TEST_CASE("power cuts: where the second copy is the only one, nothing that was acknowledged is missing") {
    REQUIRE(start_crypto());
    const std::uint64_t number = seed(daily_seed + 2);
    const TemporaryFolder folder;
    Disk disk(folder.path());
    Account one_copy;
    one_copy.keeping = Keeping::nothing;
    Day day(folder.path(), disk, number, std::move(one_copy));
    day.run({.entries = 10, .strokes = 5});
    disk.look_away();
    REQUIRE(day.account().last_report == "");
    CHECK(day.account().acknowledged() > 50);
    const Counts counts = cut_everywhere(disk, day.account(), number, share_of(wanted_with_one_copy));
    CHECK(counts.states > share_of(wanted_with_one_copy) / 2);
    CHECK(counts.cut_twice > 0);
    report_cuts("power cuts natively: one copy", number, disk, day.account(), counts);
}

TEST_CASE("power cuts: a notebook of the first format is whole, wherever its migration is cut off") {
    REQUIRE(start_crypto());
    const std::uint64_t number = seed(daily_seed + 1);
    const TemporaryFolder other;
    copy_sample(other.path());
    const TemporaryFolder folder;
    copy_sample(folder.path());
    Account before = account_of_sample(other.path());
    Disk disk(folder.path());
    Day day(folder.path(), disk, number, std::move(before));
    day.resume({.entries = 4, .strokes = 2});
    disk.look_away();
    CHECK(day.account().last_report == "");
    const Counts counts = cut_everywhere(disk, day.account(), number, share_of(wanted_migrations));
    CHECK(counts.states > share_of(wanted_migrations) / 2);
    report_cuts("power cuts natively: migration", number, disk, day.account(), counts);
}
