#include <set>

#include "bench.h"
#include "core/crypto/age/age.h"
#include "core/engine/row.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

/// The version of an entry's words that was appended last.
RevisionRef last_version(const Run& run) {
    REQUIRE(run.heard<Appended>() != nullptr);
    const auto revision = decode_revision(run.heard<Appended>()->revisions.back());
    REQUIRE(revision);
    REQUIRE(std::holds_alternative<Splice>(revision->change));
    return revision->ref();
}

void answer_all(MemoryJournal& journal, Run& run) {
    while (!journal.asked.empty()) journal.answer(*run.engine);
}

std::string words_after_restart(const Folder& folder, MemoryJournal& journal, const Started& started) {
    Run again(folder, journal);
    again.tell(Unlock{passcode});
    REQUIRE(again.heard<Unlocked>() != nullptr);
    CHECK(again.heard<Status>()->words == "");
    const Notebook book = fold(*again.heard<Unlocked>(), started.inspection);
    REQUIRE(book.entry(started.entry) != nullptr);
    return book.entry(started.entry)->words;
}

}  // namespace

TEST_CASE(
    "typing: words that wait for room are there after a lock and an unlock, and what follows them is kept as well") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = start_and_write(run, "One");
        const RevisionRef base = last_version(run);
        run.databases().full = true;
        run.tell(EditText{run.next(), started.inspection, {started.entry, "words", {base}, 3, 0, " two"}, 0});
        const RevisionRef second = last_version(run);
        run.tell(Lock{});
        run.tell(Unlock{passcode});
        REQUIRE(run.heard<Unlocked>() != nullptr);
        CHECK(fold(*run.heard<Unlocked>(), started.inspection).entry(started.entry)->words == "One two");
        run.tell(EditText{run.next(), started.inspection, {started.entry, "words", {second}, 7, 0, " three"}, 0});
        REQUIRE(run.heard<Appended>() != nullptr);
        run.databases().full = false;
        run.tell(Retry{});
        REQUIRE(run.heard<Durable>() != nullptr);
        CHECK(run.heard<Durable>()->up_to == run.latest());
        CHECK(run.heard<Failed>() == nullptr);
    }
    CHECK(words_after_restart(folder, journal, started) == "One two three");
}

TEST_CASE("typing: a second copy that refuses one batch is given no later one before it has taken it") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    std::size_t before = 0;
    {
        Run run(folder, journal);
        started = start_and_write(run, "One");
        before = journal.batches.size();
        run.databases().full = true;
        journal.refuse = true;
        run.tell(Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)});
        journal.refuse = false;
        run.tell(Edit{run.next(), started.inspection, edits::set_polarity(started.entry, Polarity::strength)});
        CHECK(journal.batches.size() == before);
    }
    // Power failed: what neither copy took is gone, and was never said to be saved; but nothing is torn.
    Run again(folder, journal);
    again.tell(Unlock{passcode});
    CHECK(again.heard<Status>()->words == "");
    again.tell(Edit{again.next(), started.inspection, edits::set_confidence(started.entry, true)});
    CHECK(again.heard<Durable>() != nullptr);
}

TEST_CASE("typing: batches that waited for the second copy reach it in order, and durable counts up to the last") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "One");
    run.events.clear();
    for (int n = 0; n < 5; ++n) {
        run.engine->handle(
            Command{Edit{run.next(), started.inspection, edits::set_confidence(started.entry, n % 2 == 0)}});
    }
    CHECK(journal.asked.size() == 1);
    answer_all(journal, run);
    std::uint64_t latest = 0;
    for (const Event& event : run.events) {
        if (const auto* durable = std::get_if<Durable>(&event)) latest = durable->up_to;
    }
    CHECK(latest == run.latest());
    std::uint64_t number = 0;
    for (const Bytes& batch : journal.batches) {
        const auto rows = decode_batch(batch);
        REQUIRE(rows);
        for (const Row& row : *rows) {
            if (row.place.kind == RowKind::revision) CHECK(row.place.number == ++number);
        }
    }
    CHECK(number > 5);
}

TEST_CASE(
    "typing: when an earlier edit becomes durable and a later one does not, the last that is said is the failure") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "One");
    run.events.clear();
    run.engine->handle(Command{Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)}});
    const std::uint64_t first = run.latest();
    run.databases().full = true;
    run.engine->handle(Command{Edit{run.next(), started.inspection, edits::set_confidence(started.entry, false)}});
    answer_all(journal, run);
    REQUIRE(run.heard<Durable>() != nullptr);
    CHECK(run.heard<Durable>()->up_to == first);
    CHECK(std::holds_alternative<Failed>(run.events.back()));
    run.databases().full = false;
    run.tell(Retry{});
    CHECK(std::holds_alternative<Durable>(run.events.back()));
}

TEST_CASE("typing: a failure that was no edit's is taken back when it is made good") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    auto random = [&](std::span<Byte> bytes) { std::ranges::fill(bytes, Byte{77}); };
    Inspection described = small_inspection();
    described.office_recipient = age::to_text(age::recipient_of(age::new_identity(random)));
    const Started started = start_and_write(run, "One", described);
    run.databases().full = true;
    run.tell(Export{started.inspection, false});
    REQUIRE(run.heard<Exported>() != nullptr);
    REQUIRE(run.heard<Failed>() != nullptr);
    run.databases().full = false;
    run.tell(Retry{});
    CHECK(run.heard<Durable>() != nullptr);
    run.tell(Export{started.inspection, false});
    CHECK(run.heard<Exported>()->bundle == 2);
}

TEST_CASE("typing: a bundle's number that waits for room is not given again after a lock") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    auto random = [&](std::span<Byte> bytes) { std::ranges::fill(bytes, Byte{77}); };
    Inspection described = small_inspection();
    described.office_recipient = age::to_text(age::recipient_of(age::new_identity(random)));
    const Started started = start_and_write(run, "One", described);
    run.databases().full = true;
    run.tell(Export{started.inspection, false});
    run.tell(Lock{});
    run.tell(Unlock{passcode});
    run.tell(Export{started.inspection, false});
    REQUIRE(run.heard<Exported>() != nullptr);
    CHECK(run.heard<Exported>()->bundle == 2);
    run.databases().full = false;
    run.tell(Retry{});
    CHECK(run.heard<Failed>() == nullptr);
}

TEST_CASE("typing: an edit that is refused because no copy can be made for the office leaves no trace in the chain") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = start_and_write(run, "One");
        // Well spelled, and of no use: whatever is encrypted to the point zero, anybody can read.
        const std::string useless = age::to_text(age::Recipient{});
        run.tell(Edit{run.next(), started.inspection, edits::set_recipients(started.inspection, "", useless)});
        REQUIRE(run.heard<Refused>() != nullptr);
        CHECK(run.heard<Appended>() == nullptr);
        run.tell(Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)});
        REQUIRE(run.heard<Durable>() != nullptr);
    }
    CHECK(words_after_restart(folder, journal, started) == "One");
}

TEST_CASE("typing: words that could never be shown, or not where they were typed, are refused") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Zoë");
    const RevisionRef words = last_version(run);
    const RevisionRef no_words{words.device, 1};
    const auto unknown = run.id<ItemId>();
    const std::size_t batches = journal.batches.size();
    for (const Splice& splice : {
             Splice{started.entry, "words", {no_words}, 0, 0, "x"},         // a revision, but no version of this text
             Splice{started.entry, "other", {words}, 0, 0, "x"},            // a version of another text
             Splice{unknown, "words", {}, 0, 0, "x"},                       // of an item that nobody made
             Splice{started.entry, "words", {words}, 5, 0, "x"},            // behind the end
             Splice{started.entry, "words", {words}, 2, 3, "x"},            // erases more than there is
             Splice{started.entry, "words", {words}, 3, 0, "x"},            // inside of a character
             Splice{started.entry, "words", {words}, 2, 1, "x"},            // half of a character
             Splice{started.entry, "words", {words}, 1, UINT64_MAX, "x"},   // a sum that would overflow
             Splice{started.entry, "words", {words}, 0, 0, "\xed\xa0\x80"}  // half of a surrogate pair
         }) {
        run.tell(EditText{run.next(), started.inspection, splice, 0});
        CHECK(run.heard<Refused>() != nullptr);
        CHECK(run.heard<Appended>() == nullptr);
        run.tell(Edit{run.next(), started.inspection, {splice}});
        CHECK(run.heard<Refused>() != nullptr);
    }
    run.tell(EditText{run.next(), started.inspection, {started.entry, "words", {words}, 4, 0, " agrees"}, 0});
    CHECK(run.heard<Appended>() != nullptr);
    CHECK(journal.batches.size() == batches + 1);
}

TEST_CASE("typing: after a refusal all that was to follow is refused, and the whole difference is taken") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = start_and_write(run, "One");
        const RevisionRef base = last_version(run);
        run.tell(EditText{run.next(), started.inspection, {started.entry, "words", {base}, 3, 0, "\xff"}, 0});
        REQUIRE(run.heard<Refused>() != nullptr);
        const std::uint64_t refused = run.latest();
        run.tell(EditText{run.next(), started.inspection, {started.entry, "words", {}, 4, 0, " three"}, refused});
        REQUIRE(run.heard<Refused>() != nullptr);
        run.tell(EditText{run.next(), started.inspection, {started.entry, "words", {base}, 3, 0, " two three"}, 0});
        REQUIRE(run.heard<Durable>() != nullptr);
    }
    CHECK(words_after_restart(folder, journal, started) == "One two three");
}

TEST_CASE("typing: a name that no revision can hold is refused at the first start, not at the first word") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    for (const std::string& name :
         {std::string(RevisionBounds::author + 1, 'a'), std::string("\xff\xfe"), std::string()}) {
        run.tell(FirstStart{name, passcode});
        CHECK(run.heard<Refused>() != nullptr);
        CHECK(run.heard<Unlocked>() == nullptr);
    }
    CHECK(journal.batches.empty());
    run.tell(FirstStart{std::string(RevisionBounds::author, 'a'), passcode});
    CHECK(run.heard<Unlocked>() != nullptr);
}

TEST_CASE("typing: clocks that jump neither reorder what was typed nor make up a time at which it was") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "One");
    std::string words = "One";
    RevisionRef base = last_version(run);
    const std::int64_t sensible = run.now.at.unix_ms;
    LocalTime last;
    for (const std::int64_t moment :
         {sensible, std::int64_t{4'000'000'000'000}, sensible - 86'400'000, std::int64_t{-5000}, sensible + 5}) {
        run.now = {Instant{moment}, -300};
        const std::string more = " " + std::to_string(moment);
        run.tell(EditText{run.next(), started.inspection, {started.entry, "words", {base}, words.size(), 0, more}, 0});
        base = last_version(run);
        words += more;
        last = run.now;
    }
    run.tell(Lock{});
    run.tell(Unlock{passcode});
    const Notebook book = fold(*run.heard<Unlocked>(), started.inspection);
    CHECK(book.entry(started.entry)->words == words);
    CHECK(book.entry(started.entry)->versions.size() == 1);
    CHECK(book.entry(started.entry)->changed == last);
}

TEST_CASE("find: what the words stand in beyond the best hits is told as well, each place once") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Attendance is well recorded.");
    Edit edit{run.next(), started.inspection, {}};
    for (Byte number = 1; number <= 250; ++number) {
        ItemId entry;
        entry.bytes.fill(number);
        for (Change& change : edits::create_entry(entry, started.activity)) edit.changes.push_back(std::move(change));
        edit.changes.push_back(edits::first_words(entry, "Attendance is rung up before ten."));
    }
    run.tell(std::move(edit));
    run.tell(Search{1, "attend"});
    const auto* found = run.heard<SearchResults>();
    REQUIRE(found != nullptr);
    CHECK(found->hits.size() == 200);
    CHECK(found->more.size() == 51);
    std::set<ItemId> all;
    for (const SearchHit& hit : found->hits) all.insert(hit.item);
    for (const SearchMatch& match : found->more) all.insert(match.item);
    CHECK(all.size() == 251);
    run.tell(Search{2, "recorded"});
    CHECK(run.heard<SearchResults>()->more.empty());
}

TEST_CASE("typing: whatever is searched for is an answer and never a complaint") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    start_and_write(run, "Attendance \x02is\x03 well recorded.");
    std::string many;
    for (int n = 0; n < 3000; ++n) many += "attendance ";
    for (const std::string& query :
         {std::string("attendance -"), std::string("- attendance"), std::string("’ attend"), many}) {
        run.tell(Search{1, query});
        REQUIRE(run.heard<SearchResults>() != nullptr);
        CHECK(run.heard<SearchResults>()->complaint == "");
        CHECK(run.heard<SearchResults>()->hits.size() == 1);
    }
    run.tell(Search{2, "recorded"});
    REQUIRE(run.heard<SearchResults>()->hits.size() == 1);
    CHECK(run.heard<SearchResults>()->hits.front().excerpt == "Attendance  is  well \x02recorded\x03.");
}
