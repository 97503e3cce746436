// The sample of a second copy: what a first start leaves there. The faults in a browser begin with it, because its
// passcode is quickly tried. Never written anew: it is of batch version 1 and must open for ever.
#include "tests/engine/bench.h"

using namespace daybook;
using namespace daybook::bench;

TEST_CASE("engine: the sample of a second copy alone opens as the notebook that it was begun as") {
    const Folder folder;
    MemoryJournal journal;
    journal.batches = {read_file(DAYBOOK_TEST_DATA "/second_copy/first_start.batch")};
    Run run(folder, journal);
    REQUIRE(run.heard<Status>() != nullptr);
    CHECK(run.heard<Status>()->state == EngineState::locked);
    run.tell(Unlock{"garden window bright seven"});
    REQUIRE(run.heard<Unlocked>() != nullptr);
    CHECK(run.heard<Unlocked>()->author == "Ada Inspector");
    CHECK(run.heard<Unlocked>()->inspections.empty());
}
