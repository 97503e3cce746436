// Marks on a passage, as the engine takes them in: of words that are there, and of words that are still on their way.
#include "bench.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

std::vector<Change> in_confidence(ItemId passage, ItemId entry, const Anchor& anchor) {
    auto changes = edits::add_passage({passage, entry, anchor});
    for (Change& change : edits::set_confidence(passage, true)) changes.push_back(std::move(change));
    return changes;
}

Notebook after_restart(const Folder& folder, MemoryJournal& journal, const Started& started) {
    Run again(folder, journal);
    again.tell(Unlock{passcode});
    REQUIRE(again.heard<Unlocked>() != nullptr);
    return fold(*again.heard<Unlocked>(), started.inspection);
}

}  // namespace

TEST_CASE("passages: one that is marked in words on their way is of those words, and is there after a restart") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    ItemId passage;
    {
        Run run(folder, journal);
        started = start_and_write(run, "The head");
        const auto base = decode_revision(run.heard<Appended>()->revisions.back())->ref();
        passage = run.id<ItemId>();
        const std::uint64_t typed = run.next();
        run.tell(EditText{typed, started.inspection, {started.entry, "words", {base}, 8, 0, " is leaving"}, 0});
        // As the app says it that has not heard of the version which its typing made.
        run.tell(Edit{run.next(), started.inspection, in_confidence(passage, started.entry, {{}, {9, 19}}), typed});
        REQUIRE(run.heard<Durable>() != nullptr);
    }
    const Notebook book = after_restart(folder, journal, started);
    REQUIRE(book.passage(passage) != nullptr);
    CHECK(book.passage(passage)->in_confidence);
    CHECK(book.passage(passage)->stands == Passage::Stands::here);
    CHECK(book.passage(passage)->began == "is leaving");
}

TEST_CASE("passages: one of words that are not in the notebook is refused, and nothing of it is kept") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Café.");
    const auto version = decode_revision(run.heard<Appended>()->revisions.back())->ref();
    const auto passage = run.id<ItemId>();
    const auto refused = [&](const Anchor& anchor, std::uint64_t after) {
        run.tell(Edit{run.next(), started.inspection, in_confidence(passage, started.entry, anchor), after});
        return run.heard<Refused>() != nullptr && run.heard<Appended>() == nullptr;
    };
    CHECK(refused({{}, {0, 3}}, 0));
    CHECK(refused({{}, {0, 3}}, run.latest()));  // that edit made no words
    CHECK(refused({version, {0, 7}}, 0));
    CHECK(refused({version, {3, 3}}, 0));
    CHECK(refused({version, {0, 4}}, 0));  // within a letter
    CHECK(refused({{version.device, version.seq + 1}, {0, 3}}, 0));
    run.tell(Edit{run.next(),
                  started.inspection,
                  {Create{passage, std::string(words::passage)},
                   SetField{passage, std::string(words::anchor), std::string("the first word")}}});
    CHECK(run.heard<Refused>() != nullptr);
    CHECK_FALSE(refused({version, {0, 5}}, 0));
}
