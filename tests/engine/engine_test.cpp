#include "core/engine/engine.h"

#include "bench.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

template <typename Wanted>
bool is(const Event& event) {
    return std::holds_alternative<Wanted>(event);
}

}  // namespace

TEST_CASE("engine: what was written and acknowledged is there after a restart, word for word") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        CHECK(run.heard<Status>()->state == EngineState::first_start);
        started = start_and_write(run, "Headteachers value the advisers’ visits.");
        CHECK(run.heard<Durable>()->up_to == run.latest());
    }
    Run again(folder, journal);
    CHECK(again.heard<Status>()->state == EngineState::locked);
    CHECK(again.heard<Status>()->words.empty());
    again.tell(Unlock{passcode});
    REQUIRE(again.heard<Unlocked>() != nullptr);
    CHECK(again.heard<Unlocked>()->author == "R. Hale");
    const Notebook book = fold(*again.heard<Unlocked>(), started.inspection);
    REQUIRE(book.entry(started.entry) != nullptr);
    CHECK(book.entry(started.entry)->words == "Headteachers value the advisers’ visits.");
    CHECK(book.inspection().authority == "Wexmoor");
    CHECK(book.inspection().team == std::vector<std::string>{"S. Okoro"});
    CHECK(book.activity(started.activity)->place == "Town hall");
    CHECK(book.pack().aspects.size() == 9);
}

TEST_CASE("engine: a wrong passcode opens nothing and says so; the right one still works") {
    const Folder folder;
    MemoryJournal journal;
    {
        Run run(folder, journal);
        start_and_write(run, "Words.");
    }
    Run again(folder, journal);
    again.tell(Unlock{"copper lantern meadov"});
    REQUIRE(again.heard<Refused>() != nullptr);
    CHECK(again.heard<Refused>()->code == static_cast<std::uint8_t>(Errc::wrong_key));
    CHECK(again.heard<Unlocked>() == nullptr);
    again.tell(Unlock{passcode});
    CHECK(again.heard<Unlocked>() != nullptr);
}

TEST_CASE("engine: a passcode under twelve characters is refused at the first start, and nothing is stored") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    run.tell(FirstStart{"R. Hale", "short"});
    REQUIRE(run.heard<Refused>() != nullptr);
    CHECK(journal.batches.empty());
    run.tell(FirstStart{"R. Hale", passcode});
    CHECK(run.heard<Unlocked>() != nullptr);
}

TEST_CASE("engine: durable is said only when both copies have it") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "First.");
    run.events.clear();
    run.engine->handle(Command{Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)}});
    CHECK(run.heard<Appended>() != nullptr);
    CHECK(run.heard<Durable>() == nullptr);
    journal.answer(*run.engine);
    REQUIRE(run.heard<Durable>() != nullptr);
    CHECK(run.heard<Durable>()->up_to == run.latest());
}

TEST_CASE("engine: a commit that fails keeps the words, says so, and is made good by a retry") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = start_and_write(run, "Before.");
        run.databases().full = true;
        run.tell(Edit{run.next(), started.inspection, edits::set_polarity(started.entry, Polarity::strength)});
        CHECK(run.heard<Appended>() != nullptr);
        REQUIRE(run.heard<Failed>() != nullptr);
        CHECK(run.heard<Failed>()->what.find("full") != std::string::npos);
        CHECK(run.heard<Durable>() == nullptr);
        run.tell(Retry{});
        CHECK(run.heard<Failed>() != nullptr);
        run.databases().full = false;
        run.tell(Retry{});
        REQUIRE(run.heard<Durable>() != nullptr);
        CHECK(run.heard<Durable>()->up_to == run.latest());
    }
    Run again(folder, journal);
    again.tell(Unlock{passcode});
    CHECK(fold(*again.heard<Unlocked>(), started.inspection).entry(started.entry)->polarity == Polarity::strength);
}

TEST_CASE("engine: a second copy that refuses is told of, and durable waits for it") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Before.");
    journal.refuse = true;
    run.tell(Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)});
    CHECK(run.heard<Failed>() != nullptr);
    CHECK(run.heard<Durable>() == nullptr);
    journal.refuse = false;
    run.tell(Retry{});
    CHECK(run.heard<Durable>() != nullptr);
}

TEST_CASE("engine: a database that vanished is rebuilt from the second copy, and that is said") {
    MemoryJournal journal;
    Started started;
    {
        const Folder folder;
        Run run(folder, journal);
        started = start_and_write(run, "Kept twice.");
    }
    const Folder empty;
    Run again(empty, journal);
    CHECK(again.heard<Status>()->state == EngineState::locked);
    CHECK(again.heard<Status>()->words.find("put back from the second copy") != std::string::npos);
    again.tell(Unlock{passcode});
    CHECK(fold(*again.heard<Unlocked>(), started.inspection).entry(started.entry)->words == "Kept twice.");
}

TEST_CASE("engine: a second copy that vanished is written again, and that is said") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = start_and_write(run, "Kept twice.");
    }
    MemoryJournal fresh;
    Run again(folder, fresh);
    CHECK(again.heard<Status>()->words.find("added to the second copy") != std::string::npos);
    fresh.answer(*again.engine);
    const Folder empty;
    Run third(empty, fresh);
    third.tell(Unlock{passcode});
    CHECK(fold(*third.heard<Unlocked>(), started.inspection).entry(started.entry)->words == "Kept twice.");
}

TEST_CASE(
    "engine: a second copy that is taken away while it is open is told of, and is whole again, what waited as well") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Kept twice.");
    run.databases().full = true;
    run.tell(Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)});
    journal.batches.clear();
    run.events.clear();
    run.engine->journal_lost();
    CHECK(run.heard<Failed>() != nullptr);
    while (!journal.asked.empty()) journal.answer(*run.engine);
    CHECK(run.heard<Durable>() == nullptr);
    run.databases().full = false;
    run.tell(Retry{});
    CHECK(run.heard<Durable>() != nullptr);

    const Folder empty;
    Run again(empty, journal);
    again.tell(Unlock{passcode});
    const Notebook notebook = fold(*again.heard<Unlocked>(), started.inspection);
    CHECK(notebook.entry(started.entry)->words == "Kept twice.");
    CHECK(notebook.entry(started.entry)->in_confidence);
}

TEST_CASE("engine: typing goes on before the engine has answered, each splice after the one before") {
    const Folder folder;
    MemoryJournal journal;
    std::optional<Run> first(std::in_place, folder, journal);
    Run& run = *first;
    const Started started = start_and_write(run, "One");
    const RevisionRef base = decode_revision(run.heard<Appended>()->revisions.back())->ref();
    run.tell(EditText{run.next(), started.inspection, {started.entry, "words", {base}, 3, 0, " two"}, 0});
    REQUIRE(run.heard<Appended>() != nullptr);
    run.tell(EditText{run.next(), started.inspection, {started.entry, "words", {}, 7, 0, " three"}, run.latest() - 1});
    REQUIRE(run.heard<Appended>() != nullptr);
    first.reset();
    Run again(folder, journal);
    again.tell(Unlock{passcode});
    REQUIRE(again.heard<Unlocked>() != nullptr);
    const Notebook book = fold(*again.heard<Unlocked>(), started.inspection);
    CHECK(book.entry(started.entry)->words == "One two three");
    CHECK(book.entry(started.entry)->versions.size() == 1);
}

TEST_CASE("engine: a splice on words that nobody has is refused, and nothing is written") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "One");
    const std::size_t batches = journal.batches.size();
    run.tell(EditText{run.next(), started.inspection, {started.entry, "words", {}, 0, 0, "x"}, 999});
    CHECK(run.heard<Refused>()->number == run.latest());
    run.tell(EditText{
        run.next(), started.inspection, {started.entry, "words", {RevisionRef{run.id<DeviceId>(), 7}}, 0, 0, "x"}, 0});
    CHECK(run.heard<Refused>()->number == run.latest());
    CHECK(journal.batches.size() == batches);
}

TEST_CASE("engine: a pack that does not parse makes no inspection, and a pack is never replaced") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "One");
    const auto other = run.id<InspectionId>();
    const std::string no_pack = "{\"id\": 3}";
    run.tell(CreateInspection{run.next(), other, Bytes(no_pack.begin(), no_pack.end()), {}, {}});
    CHECK(run.heard<Refused>() != nullptr);
    run.tell(
        Edit{run.next(), started.inspection, {SetField{Notebook::root(started.inspection), "pack", small_pack()}}});
    CHECK(run.heard<Refused>() != nullptr);
    run.tell(Edit{run.next(), other, edits::set_confidence(started.entry, true)});
    CHECK(run.heard<Refused>() != nullptr);
}

TEST_CASE("engine: words are found, with the match marked, and changed words are found anew") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Governors ask about attendance in café meetings.");
    run.tell(Search{1, "attend"});
    REQUIRE(run.heard<SearchResults>() != nullptr);
    REQUIRE(run.heard<SearchResults>()->hits.size() == 1);
    CHECK(run.heard<SearchResults>()->hits.front().item == started.entry);
    CHECK(run.heard<SearchResults>()->hits.front().excerpt.find("\x02"
                                                                "attendance\x03") != std::string::npos);
    run.tell(Search{2, "cafe"});
    CHECK(run.heard<SearchResults>()->hits.size() == 1);
    run.tell(Search{3, "town hall"});
    REQUIRE(run.heard<SearchResults>()->hits.size() == 1);
    CHECK(run.heard<SearchResults>()->hits.front().item == started.activity);
    for (const std::string hostile : {"\"", "*", "AND", "a OR", "NEAR(", "-", "(", "words:x", "\xff\xfe", "", "   "}) {
        run.tell(Search{4, hostile});
        REQUIRE(run.heard<SearchResults>() != nullptr);
        CHECK(run.heard<SearchResults>()->complaint == "");
    }
}

TEST_CASE("engine: a lock forgets, and what is asked for after it is refused") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Words.");
    run.tell(Lock{});
    CHECK(run.heard<Status>()->state == EngineState::locked);
    run.tell(Search{1, "words"});
    CHECK(run.heard<Refused>() != nullptr);
    run.tell(Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)});
    CHECK(run.heard<Refused>() != nullptr);
    run.tell(Unlock{passcode});
    CHECK(run.heard<Unlocked>() != nullptr);
}

TEST_CASE(
    "engine: what cannot be stored is said again after a lock and after an unlock, for whoever begins anew there") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Words.");
    run.databases().full = true;
    run.tell(Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)});
    REQUIRE(run.heard<Failed>() != nullptr);
    for (const Command& command : {Command(Lock{}), Command(Unlock{passcode})}) {
        run.tell(command);
        const auto state = std::ranges::find_if(run.events, is<Status>);
        CHECK(std::any_of(state, run.events.end(), is<Failed>));
    }
    run.databases().full = false;
    run.tell(Retry{});
    CHECK(run.heard<Durable>() != nullptr);
    run.tell(Lock{});
    CHECK(run.heard<Failed>() == nullptr);
}

TEST_CASE("engine: no word that was typed is readable in the database or the second copy") {
    const Folder folder;
    MemoryJournal journal;
    {
        Run run(folder, journal);
        start_and_write(run, "Zanzibarquux is not a word of anybody’s.");
    }
    bool looked = false;
    for (const auto& file : std::filesystem::directory_iterator(folder.path())) {
        const Bytes bytes = read_file(file.path().string());
        looked = looked || contains(bytes, "SQLite format 3");
        CHECK_FALSE(contains(bytes, "Zanzibarquux"));
        CHECK_FALSE(contains(bytes, "Wexmoor"));
        CHECK_FALSE(contains(bytes, "Hale"));
        CHECK_FALSE(contains(bytes, passcode));
    }
    CHECK(looked);
    for (const Bytes& batch : journal.batches) CHECK_FALSE(contains(batch, "Zanzibarquux"));
}

TEST_CASE("engine: a row that was damaged is named, the rest is shown, and nothing is written over the gap") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = start_and_write(run, "Intact.");
    }
    {
        NativeDatabases databases(folder.path());
        auto database = databases.open_stored(database_name);
        REQUIRE(database);
        REQUIRE((*database)->execute(
            "UPDATE revision SET sealed = zeroblob(100) WHERE seq = (SELECT max(seq) FROM revision)"));
    }
    MemoryJournal none;
    Run again(folder, none);
    again.tell(Unlock{passcode});
    REQUIRE(again.heard<Unlocked>() != nullptr);
    CHECK(again.heard<Status>()->words != "");
    const Notebook book = fold(*again.heard<Unlocked>(), started.inspection);
    CHECK(book.inspection().authority == "Wexmoor");
    again.tell(Edit{again.next(), started.inspection, edits::set_confidence(started.entry, true)});
    CHECK(again.heard<Refused>() != nullptr);
}

TEST_CASE("engine: a file that is no database makes it unusable, says so, and leaves the file as it was") {
    const Folder folder;
    const std::string foreign(20'000, 'x');
    std::ofstream(folder.file(database_file), std::ios::binary) << foreign;
    MemoryJournal journal;
    Run run(folder, journal);
    REQUIRE(run.heard<Status>() != nullptr);
    CHECK(run.heard<Status>()->state == EngineState::unusable);
    CHECK(run.heard<Status>()->words != "");
    run.tell(FirstStart{"R. Hale", passcode});
    CHECK(run.heard<Refused>() != nullptr);
    CHECK(as_text(read_file(folder.file(database_file))) == foreign);
}

TEST_CASE("engine: a message that is cut anywhere is refused, and the engine goes on") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Words.");
    const Bytes message =
        encode(Command{Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)}});
    for (std::size_t length = 0; length < message.size(); ++length) {
        run.events.clear();
        run.engine->handle(ByteView(message).first(length));
        CHECK(run.heard<Refused>() != nullptr);
        CHECK(run.heard<Appended>() == nullptr);
    }
    run.events.clear();
    run.engine->handle(ByteView(message));
    CHECK(run.heard<Appended>() != nullptr);
}
