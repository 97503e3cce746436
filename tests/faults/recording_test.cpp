// The watch itself: it sees everything, and what it is used for would notice a loss.
// Never takes a passing comparison for a proof: each is shown to fail where it must.
#include <doctest/doctest.h>

#include "tests/engine/bench.h"
#include "tests/engine/temporary_folder.h"
#include "tests/faults/day.h"
#include "tests/faults/platter.h"
#include "tests/faults/results.h"
#include "tests/faults/system_calls.h"

using namespace daybook;
using namespace daybook::faults;

namespace {

constexpr Load short_load{.entries = 8, .strokes = 4};

/// Starts again from everything that was done up to `operations`.
Reopened reopen_after(const Disk& disk, std::size_t operations, const Account& account) {
    Dice dice(1);
    const TemporaryFolder folder;
    write_files(files_after(disk, operations, Cut::everything, dice), folder.path());
    return reopen(folder.path(), account, disk.operations().size(), dice);
}

}  // namespace

TEST_CASE("faults: everything that is written to the folder is recorded, by whatever door") {
    REQUIRE(start_crypto());
    const TemporaryFolder folder;
    Disk disk(folder.path());
    Day day(folder.path(), disk, 1);
    day.run(short_load);
    disk.look_away();
    CHECK(day.account().last_report == "");
    Dice dice(1);
    CHECK(files_after(disk, disk.operations().size(), Cut::everything, dice) == read_files(folder.path()));
    CHECK(day.account().exports > 0);
    CHECK(day.account().acknowledged() > 40);
}

TEST_CASE("faults: one seed makes one day, operation for operation") {
    REQUIRE(start_crypto());
    std::vector<std::size_t> lengths;
    std::vector<Files> files;
    for (int n = 0; n < 2; ++n) {
        const TemporaryFolder folder;
        Disk disk(folder.path());
        Day day(folder.path(), disk, 5);
        day.run(short_load);
        disk.look_away();
        lengths.push_back(disk.operations().size());
        Dice dice(1);
        files.push_back(files_after(disk, disk.operations().size(), Cut::everything, dice));
    }
    CHECK(lengths[0] == lengths[1]);
    CHECK(files[0]["journal.daybook"] == files[1]["journal.daybook"]);
}

TEST_CASE("faults: a promise that was not kept is noticed, and so are words that nobody wrote") {
    REQUIRE(start_crypto());
    const TemporaryFolder folder;
    Disk disk(folder.path());
    Day day(folder.path(), disk, 2);
    day.run(short_load);
    disk.look_away();
    const Account& account = day.account();
    const std::size_t end = disk.operations().size();
    CHECK(what_is_wrong(account, end, reopen_after(disk, end, account)) == "");
    CHECK(what_is_wrong(account, end, reopen_after(disk, end / 2, account)) != "");
    CHECK(what_is_wrong(account, end, reopen_after(disk, 0, account)) != "");

    Account other = account;
    other.revisions.at(account.edits.front().inspection).at(20).back() ^= 1U;
    CHECK(what_was_invented(other, reopen_after(disk, end, account)) != "");
    Account typed_otherwise = account;
    typed_otherwise.words.begin()->second.back().second += "x";
    CHECK(what_was_invented(typed_otherwise, reopen_after(disk, end, account)) != "");
}

TEST_CASE("faults: an attachment of which one byte is another, or that is not there, is noticed") {
    REQUIRE(start_crypto());
    const TemporaryFolder folder;
    Disk disk(folder.path());
    Day day(folder.path(), disk, 2);
    day.run(short_load);
    disk.look_away();
    const Account& account = day.account();
    const std::size_t end = disk.operations().size();
    REQUIRE(account.attachments.size() > 1);
    CHECK(account.attachments.front().content.size() > AttachmentBounds::piece);
    Account other = account;
    other.attachments.front().content.back() ^= 1U;
    CHECK(what_is_wrong(other, end, reopen_after(disk, end, other)) == "attachment 0 is another");
    Account more = account;
    more.attachments.front().id.bytes.front() ^= 1U;
    CHECK(what_is_wrong(more, end, reopen_after(disk, end, more)) == "attachment 0 is missing");
}

TEST_CASE("faults: a disk that lies about every sync loses words in both copies, and that is noticed") {
    REQUIRE(start_crypto());
    const TemporaryFolder folder;
    Disk disk(folder.path());
    Day day(folder.path(), disk, 3);
    day.run(short_load);
    disk.look_away();
    Platter platter(disk.beginning());
    for (const Operation& operation : disk.operations()) {
        if (operation.deed != Deed::sync) platter.apply(operation);
    }
    Dice dice(1);
    const TemporaryFolder after;
    write_files(platter.after(Cut::nothing, dice), after.path());
    const std::size_t end = disk.operations().size();
    CHECK(what_is_wrong(day.account(), end, reopen(after.path(), day.account(), end, dice)) != "");
}

TEST_CASE("faults: an edit takes exactly one flush of the database's log and one of the second copy") {
    REQUIRE(start_crypto());
    const TemporaryFolder folder;
    Disk disk(folder.path());
    Dice dice(4);
    Desk desk(folder.path(), dice);
    desk.tell(FirstStart{"R. Hale", bench::passcode});
    const auto inspection = dice.id<InspectionId>();
    desk.tell(CreateInspection{
        1, inspection, bench::small_pack(), edits::describe_inspection(inspection, bench::small_inspection()), {}});
    const auto activity = dice.id<ItemId>();
    desk.tell(Edit{2, inspection, edits::start_activity({activity, "meeting", "Town hall", {}}, desk.now())});
    const auto log_of_the_database = [&] {
        std::size_t syncs = 0;
        for (const auto& [name, bytes] : read_files(folder.path())) {
            if (name.ends_with("-wal")) syncs += disk.syncs_of(name);
        }
        return syncs;
    };
    const auto all_syncs = [&] {
        return std::ranges::count_if(disk.operations(), [](const Operation& one) {
            return one.deed == Deed::sync || one.deed == Deed::sync_whole || one.deed == Deed::sync_folder;
        });
    };
    constexpr std::size_t edits_made = 20;
    const std::size_t of_log = log_of_the_database();
    const std::size_t of_journal = disk.syncs_of("journal.daybook");
    const auto all = all_syncs();
    for (std::size_t n = 0; n < edits_made; ++n) {
        desk.tell(Edit{3 + n, inspection, edits::create_entry(dice.id<ItemId>(), activity)});
        REQUIRE(desk.heard<Durable>() != nullptr);
    }
    CHECK(log_of_the_database() - of_log == edits_made);
    CHECK(disk.syncs_of("journal.daybook") - of_journal == edits_made);
    CHECK(all_syncs() - all == 2 * edits_made);
    report("flushes natively", {{"edits", edits_made},
                                {"flushes of the database", log_of_the_database() - of_log},
                                {"flushes of the second copy", disk.syncs_of("journal.daybook") - of_journal}});
}

TEST_CASE(
    "faults: the kernel is asked for exactly one flush of the database's log and one of the second copy for an edit") {
    REQUIRE(start_crypto());
    const TemporaryFolder folder;
    constexpr std::size_t edits_made = 20;
    const auto flushes = kernel_flushes([&]() -> std::function<void()> {
        const auto dice = std::make_shared<Dice>(4);
        const auto desk = std::make_shared<Desk>(folder.path(), *dice);
        desk->tell(FirstStart{"R. Hale", bench::passcode});
        const auto inspection = dice->id<InspectionId>();
        desk->tell(CreateInspection{
            1, inspection, bench::small_pack(), edits::describe_inspection(inspection, bench::small_inspection()), {}});
        const auto activity = dice->id<ItemId>();
        desk->tell(Edit{2, inspection, edits::start_activity({activity, "meeting", "Town hall", {}}, desk->now())});
        return [=] {
            for (std::size_t n = 0; n < edits_made; ++n) {
                desk->tell(Edit{3 + n, inspection, edits::create_entry(dice->id<ItemId>(), activity)});
            }
        };
    });
    REQUIRE_MESSAGE(flushes, "the process that writes could not be traced: ptrace must be allowed here");
    const KernelFlushes expected{{std::string(database_name) + "-wal", edits_made}, {"journal.daybook", edits_made}};
    CHECK(*flushes == expected);
    report("flushes natively, by the kernel’s count",
           {{"commits", edits_made}, {"flushes", flushes->at(std::string(database_name) + "-wal")}});
}
