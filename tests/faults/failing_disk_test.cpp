// A failing disk: the n-th operation of a day is refused, torn or a lie, for every n; then the power fails.
// Never a lie in both copies at once: nobody could know, and nothing could be healed.
#include <doctest/doctest.h>

#include <array>
#include <format>
#include <string_view>

#include "core/crypto/primitives.h"
#include "tests/engine/temporary_folder.h"
#include "tests/faults/day.h"
#include "tests/faults/platter.h"
#include "tests/faults/results.h"

using namespace daybook;
using namespace daybook::faults;

namespace {

constexpr std::uint64_t daily_seed = 77;
/// No restart: what is in memory when a process ends, and was reported, is not looked for in the next one.
constexpr Load load{.entries = 6, .strokes = 2, .attachment_size = 5000, .restarts = false};

struct Kind {
    Fault::Way way;
    std::string_view name;
};
constexpr std::array kinds{Kind{Fault::Way::refuse, "refused"}, Kind{Fault::Way::refuse_ever, "refused ever after"},
                           Kind{Fault::Way::tear, "torn"}, Kind{Fault::Way::lie, "lied about"}};

struct Counts {
    std::uint64_t injected = 0;
    std::uint64_t healed = 0;
    std::uint64_t reported = 0;
    std::uint64_t without_effect = 0;
    std::uint64_t lost = 0;
};

std::size_t revisions(const Account& account) {
    std::size_t count = 0;
    for (const auto& [inspection, written] : account.revisions) {
        const bool erased = std::ranges::any_of(
            account.erasures, [&](const Account::Erasure& erasure) { return erasure.inspection == inspection; });
        if (!erased) count += written.size();
    }
    return count;
}

std::size_t revisions(const Reopened& reopened, const Account& account) {
    std::size_t count = 0;
    if (!reopened.unlocked) return 0;
    for (const OpenInspection& open : reopened.unlocked->inspections) {
        const bool erased = std::ranges::any_of(
            account.erasures, [&](const Account::Erasure& erasure) { return erasure.inspection == open.inspection; });
        if (!erased) count += open.revisions.size();
    }
    return count;
}

/// How many operations the day has when nothing fails.
std::size_t length_of_day(std::uint64_t number) {
    const TemporaryFolder folder;
    Disk disk(folder.path());
    Day day(folder.path(), disk, number);
    day.run(load);
    disk.look_away();
    REQUIRE(day.account().last_report == "");
    return disk.asked();
}

/// Empty if every change is there after the cut, or was reported.
std::string try_fault(const Fault& fault, std::uint64_t number, Counts& counts) {
    const TemporaryFolder folder;
    Disk disk(folder.path(), fault);
    Day day(folder.path(), disk, number);
    day.run(load);
    disk.look_away();
    const Account& account = day.account();
    if (!disk.fault_met()) return "the fault did not come";
    ++counts.injected;

    Dice dice(number);
    const TemporaryFolder after;
    const std::size_t end = disk.operations().size();
    write_files(files_after(disk, end, Cut::nothing, dice), after.path());
    const Reopened reopened = reopen(after.path(), account, end, dice);
    const bool reported = account.reports > 0;
    counts.reported += reported ? 1U : 0U;
    counts.healed += reopened.noticed() ? 1U : 0U;
    counts.without_effect += reported || reopened.noticed() ? 0U : 1U;
    if (std::string wrong = what_is_wrong(account, end, reopened); !wrong.empty()) return wrong;
    const bool all_there = reported || revisions(reopened, account) == revisions(account);
    return all_there ? "" : "something is missing, and nobody said so";
}

}  // namespace

TEST_CASE("failing disk: after a fault at any operation every change is there, or was reported") {
    REQUIRE(start_crypto());
    const std::uint64_t number = seed(daily_seed);
    const std::size_t length = length_of_day(number);
    const std::size_t stride = everything_is_tried() ? 1 : 10;
    for (const Kind& kind : kinds) {
        Counts counts;
        for (std::size_t at = static_cast<std::size_t>(kind.way); at < length; at += stride) {
            const std::string wrong = try_fault({at, kind.way}, number, counts);
            counts.lost += wrong.empty() ? 0U : 1U;
            CHECK_MESSAGE(wrong == "", std::format("seed {}, operation {} of {} {}", number, at, length, kind.name));
        }
        report("failing disk natively: " + std::string(kind.name), {{"seed", number},
                                                                    {"operations", length},
                                                                    {"injected", counts.injected},
                                                                    {"healed", counts.healed},
                                                                    {"reported", counts.reported},
                                                                    {"without effect", counts.without_effect},
                                                                    {"lost", counts.lost}});
    }
}
