// A list of five hundred schools, as the engine takes it in: one piece, stored whole in both copies or not at all.
#include "bench.h"
#include "core/notebook/school_import.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

SchoolList five_hundred() {
    std::string csv =
        "URN,EstablishmentName,TypeOfEstablishment (name),PhaseOfEducation (name),OfstedRating (name),LA (name)\n";
    for (int number = 0; number < 500; ++number) {
        csv += std::to_string(100'000 + number) + ",School " + std::to_string(number) +
               ",Community school,Primary,Good,Wexmoor\n";
    }
    auto list = read_school_list(as_bytes(csv));
    REQUIRE(list);
    return std::move(*list);
}

std::size_t schools_after_restart(const Folder& folder, MemoryJournal& journal, InspectionId inspection) {
    Run again(folder, journal);
    again.tell(Unlock{passcode});
    REQUIRE(again.heard<Unlocked>() != nullptr);
    return fold(*again.heard<Unlocked>(), inspection).schools().size();
}

}  // namespace

TEST_CASE("schools: five hundred go into both copies as one batch, and are there after a restart of either") {
    const Folder folder;
    MemoryJournal journal;
    const SchoolList list = five_hundred();
    Started started;
    {
        Run run(folder, journal);
        started = start_and_write(run, "The head");
        const std::size_t before = journal.appended.size();
        const SchoolImport import = import_schools(Notebook(started.inspection), list);
        run.tell(Edit{run.next(), started.inspection, import.changes});
        REQUIRE(run.heard<Appended>() != nullptr);
        CHECK(run.heard<Appended>()->revisions.size() == 3500);
        REQUIRE(run.heard<Durable>() != nullptr);
        CHECK(journal.appended.size() == before + 1);
    }
    CHECK(schools_after_restart(folder, journal, started.inspection) == 500);
    const Folder nothing;  // the database is lost
    CHECK(schools_after_restart(nothing, journal, started.inspection) == 500);
}

TEST_CASE("schools: a list that the database cannot store is said to be kept, and is stored whole by the next try") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = start_and_write(run, "The head");
        const SchoolImport import = import_schools(Notebook(started.inspection), five_hundred());
        run.databases().full = true;
        run.tell(Edit{run.next(), started.inspection, import.changes});
        CHECK(run.heard<Durable>() == nullptr);
        CHECK(run.heard<Failed>() != nullptr);
        run.databases().full = false;
        run.tell(Retry{});
        REQUIRE(run.heard<Durable>() != nullptr);
        CHECK(run.heard<Durable>()->up_to == run.latest());
    }
    MemoryJournal lost;
    CHECK(schools_after_restart(folder, lost, started.inspection) == 500);
}
