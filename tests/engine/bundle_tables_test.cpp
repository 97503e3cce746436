// The readable tables of a bundle: what happened, when, with whom, and what was written of it.
#include "core/notebook/evidence_form_edits.h"
#include "core/notebook/school_edits.h"
#include "core/notebook/school_import.h"
#include "core/notebook/survey_edits.h"
#include "core/notebook/view_edits.h"

#include "handing_over.h"

using namespace daybook;
using namespace daybook::bench;

TEST_CASE("bundle: the readable views show entries and activities in plain columns") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed = hand_over(run);
    auto opened = read_bundle(handed.exported.file, keys_of(handed.office), run.databases());
    REQUIRE(opened);
    const Folder office;
    auto database = open_as_a_file(office, opened->database);
    CHECK(one_text(*database, "SELECT words FROM entries") == "Support for governors is well regarded.");
    CHECK(one_text(*database, "SELECT words FROM paragraphs") == "Support for governors is well regarded.");
    CHECK(one_text(*database, "SELECT begun = (SELECT begun FROM entries) FROM paragraphs") == "1");
    CHECK(one_text(*database, "SELECT in_confidence FROM paragraphs") == "1");
    CHECK(one_text(*database, "SELECT shows FROM entries") == "strength");
    CHECK(one_text(*database, "SELECT in_confidence FROM entries") == "1");
    CHECK(one_text(*database, "SELECT place FROM activities") == "Town hall");
    CHECK(one_text(*database, "SELECT entries FROM activities") == "1");
    CHECK(one_text(*database, "SELECT authority FROM inspection") == "Wexmoor");
    CHECK(one_text(*database, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("H28: the bundle has the time spent without its pauses, the pauses, and who says so") {
    HandingOver desk("Support for governors is well regarded.");
    Run& run = desk.run;
    const auto call = run.id<ItemId>();
    const LocalTime begun{Instant{1'442'221'200'500}, 60};
    const auto after = [&](std::int64_t minutes) { return Instant{begun.at.unix_ms + minutes * 60'000}; };
    desk.tell(edits::record_activity(
        {call, "meeting", "by telephone", {}},
        {.started = begun, .ended = after(50), .pauses = {{after(10), after(20)}, {after(15), after(30)}}}));
    const AtTheOffice received = desk.received();
    const std::string of_call = " WHERE id = '" + call.hex() + "'";
    CHECK(received.text("SELECT minutes FROM activities" + of_call) == "30");
    CHECK(received.text("SELECT milliseconds FROM activities" + of_call) == "1800000");
    CHECK(received.text("SELECT time_recorded FROM activities" + of_call) == "typed in");
    CHECK(received.text("SELECT pauses FROM activities" + of_call) == "2");
    CHECK(received.text("SELECT count(*) FROM pauses") == "2");
    CHECK(received.text("SELECT ended FROM pauses WHERE activity_id = '" + call.hex() + "'") ==
          "2015-09-14T10:20:00+01:00");
    CHECK(received.text("SELECT milliseconds IS NULL FROM activities WHERE ended IS NULL") == "1");
    CHECK(received.text("SELECT time_recorded FROM activities WHERE ended IS NULL") == "by timer");
}

TEST_CASE("H34, F43: who was met is handed over by role, and no table has room for their names") {
    HandingOver desk("Support for governors is well regarded.");
    const Started& started = desk.started;
    desk.tell(edits::set_role(started.activity, "data-manager", true));
    const AtTheOffice received = desk.received();
    CHECK(received.text("SELECT met FROM activities").contains("Manager of school performance data"));
    CHECK(received.text("SELECT met FROM entries") == received.text("SELECT met FROM activities"));
    const auto columns = [&](const std::string& table) {
        return received.text("SELECT group_concat(name, ' ') FROM pragma_table_info('" + table + "')");
    };
    CHECK(columns("participant") == "activity role");
    CHECK(columns("evidence_form_person") == "form role");
    CHECK(columns("planned_role") == "planned role");
}

TEST_CASE("H28: the bundle says of each entry whether it is of the moment, or written again after a loss") {
    HandingOver desk("Support for governors is well regarded.");
    Run& run = desk.run;
    const Started& started = desk.started;
    const auto meeting = run.id<ItemId>();
    const auto write = [&](const auto& changes) { desk.tell(changes); };
    write(edits::record_activity(
        {meeting, "meeting", "", {}},
        {.started = {Instant{1'000'000'000'000}, 60}, .ended = Instant{1'000'003'600'000}, .pauses = {}}));
    const auto entry_of = [&](ItemId activity, bool reconstructed) {
        const auto id = run.id<ItemId>();
        write(edits::create_entry(id, activity));
        write(std::vector<Change>{edits::first_words(id, "Said.")});
        if (reconstructed) write(edits::set_reconstructed(id, true));
        return id;
    };
    const ItemId later = entry_of(meeting, false);
    const ItemId again = entry_of(meeting, true);
    const ItemId nowhere = entry_of(run.id<ItemId>(), false);
    const AtTheOffice received = desk.received();
    const auto written = [&](ItemId id) {
        return received.text("SELECT coalesce(written, 'null') FROM entries WHERE id = '" + id.hex() + "'");
    };
    CHECK(written(started.entry) == "during");
    CHECK(written(later) == "later");
    CHECK(written(again) == "reconstructed");
    CHECK(written(nowhere) == "null");
    CHECK(received.text("SELECT count(*) FROM entries WHERE added IS NOT NULL") == "0");
}

TEST_CASE("bundle: what is due has its day and its source, and no day where none is known") {
    HandingOver desk("Support for governors is well regarded.");
    const Started& started = desk.started;
    desk.tell(edits::set_milestone(started.inspection, "sent-for-check", "2015-10-02"));
    const AtTheOffice received = desk.received();
    const auto day_of = [&](const std::string& id) {
        return received.text("SELECT coalesce(day, 'none') FROM deadlines WHERE id = '" + id + "'");
    };
    CHECK(day_of("report-sent") == "2015-10-16");
    CHECK(day_of("final-report") == "2015-10-28");
    CHECK(day_of("accuracy-check") == "2015-10-09");
    CHECK(day_of("stakeholders") == "none");
    CHECK(day_of("written-statement") == "none");
    CHECK(received.text("SELECT source FROM deadlines WHERE id = 'final-report'") == "H45");
}

TEST_CASE("H15-H16: what is handed over has every item of the checklists, with what was said, by whom and when") {
    HandingOver desk("Support for governors is well regarded.");
    Run& run = desk.run;
    const Started& started = desk.started;
    const auto say = [&](const std::string& list, const std::string& item, std::string_view state) {
        auto changes = edits::create_check(started.inspection, list, item);
        for (Change& change : edits::set_check_state(check_id(started.inspection, list, item), state)) {
            changes.push_back(std::move(change));
        }
        desk.tell(changes);
    };
    say("documents", "data", check_states::received);
    say("notification-purposes", "inspection", check_states::done);
    say("notification-purposes", "questions", check_states::done);
    say("notification-purposes", "questions", "");
    say("moon", "tides", "half done");
    const ItemId noted = check_id(started.inspection, "documents", "data");
    run.tell(EditText{.number = run.next(),
                      .inspection = started.inspection,
                      .splice = {noted, "note", {}, 0, 0, "Page 4 is missing."},
                      .after = 0});
    const AtTheOffice received = desk.received();
    const Pack& pack = received.bundle->notebook.pack();
    std::size_t items = 0;
    for (const Checklist& list : pack.checklists) items += list.items.size();
    CHECK(received.text("SELECT count(*) FROM checks WHERE source IS NOT NULL") == std::to_string(items));
    CHECK(received.text("SELECT count(*) FROM checks WHERE state = 'open'") == std::to_string(items - 2));
    const std::string of_data = " FROM checks WHERE list_id = 'documents' AND item_id = 'data'";
    CHECK(received.text("SELECT list" + of_data) == "Documents requested");
    CHECK(received.text("SELECT item" + of_data) == pack.checklist("documents")->item("data")->name);
    CHECK(received.text("SELECT source" + of_data) == "H16");
    CHECK(received.text("SELECT state" + of_data) == "received");
    CHECK(received.text("SELECT inspector" + of_data) == "R. Hale");
    CHECK(received.text("SELECT at IS NOT NULL" + of_data) == "1");
    CHECK(received.text("SELECT note" + of_data) == "Page 4 is missing.");
    CHECK(received.text("SELECT note_inspector" + of_data) == "R. Hale");
    CHECK(received.text("SELECT note_versions" + of_data) == "1");
    CHECK(received.text("SELECT id" + of_data) == noted.hex());
    const std::string of_questions = " FROM checks WHERE item_id = 'questions'";
    CHECK(received.text("SELECT state" + of_questions) == "open");
    CHECK(received.text("SELECT inspector" + of_questions) == "R. Hale");  // who took it back
    CHECK(received.text("SELECT inspector IS NULL FROM checks WHERE item_id = 'another'") == "1");
    CHECK(received.text("SELECT state FROM checks WHERE source IS NULL") == "half done");
    CHECK(received.text("SELECT item FROM checks WHERE source IS NULL") == "tides");
}

TEST_CASE("bundle: schools stand there by name, with the groups that they are in and whether somebody said so") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed = hand_over(run);
    const InspectionId inspection = handed.started.inspection;
    const auto list =
        read_school_list(as_bytes("URN,EstablishmentName,TypeOfEstablishment (name),OfstedRating (name)\n"
                                  "100002,St Brigid,Academy converter,Good\n100001,Ashby,Community school,\n"));
    REQUIRE(list);
    const Notebook before(inspection);
    const SchoolImport import = import_schools(before, *list);
    run.tell(Edit{run.next(), inspection, import.changes});
    run.tell(Edit{run.next(), inspection, edits::set_retired(school_id(inspection, "100001"), true)});
    {
        const AtTheOffice office(run, inspection, handed.office);
        CHECK(office.text("SELECT group_concat(name, '; ') FROM schools") == "Ashby; St Brigid");
        CHECK(office.text(
                  "SELECT urn || ' ' || type || ' ' || last_judgement || ' ' || grouped_by_hand || inspector FROM "
                  "schools WHERE name = 'St Brigid'") == "100002 Academy converter Good 0R. Hale");
        CHECK(office.text("SELECT survey_groups FROM schools WHERE urn = '100002'") ==
              "Good or outstanding; Academies");
        CHECK(office.text(
                  "SELECT coalesce(last_judgement, 'nobody said') || retired FROM schools WHERE urn = '100001'") ==
              "nobody said1");
        const School* school = office.bundle->notebook.schools().with_urn(inspection, "100002");
        REQUIRE(school != nullptr);
        CHECK(school->id == school_id(inspection, "100002"));
        run.tell(Edit{run.next(), inspection,
                      edits::set_school_group(office.bundle->notebook.pack(), *school, "academies", false)});
    }
    const AtTheOffice office(run, inspection, handed.office);
    CHECK(office.text("SELECT survey_groups || grouped_by_hand FROM schools WHERE urn = '100002'") ==
          "Good or outstanding1");
}

TEST_CASE("bundle: an activity has the name of its school, and saved views stand there with what they look for") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed = hand_over(run);
    const InspectionId inspection = handed.started.inspection;
    ItemId school;
    school.bytes.fill(40);
    ItemId view;
    view.bytes.fill(41);
    run.tell(Edit{run.next(), inspection,
                  edits::add_school(
                      school, {.urn = {}, .name = "Ashby", .type = {}, .phase = {}, .rating = {}, .authority = {}})});
    run.tell(Edit{run.next(), inspection, edits::set_school(handed.started.activity, school)});
    Criteria criteria;
    criteria.want(Filter::school, school.hex());
    criteria.want(Filter::polarity, "strength");
    criteria.want(Filter::polarity, "weakness");
    run.tell(Edit{run.next(), inspection, edits::save_view(view, "For the letter", "attendance", criteria)});
    {
        const AtTheOffice office(run, inspection, handed.office);
        const std::string of_it = " WHERE id = '" + handed.started.activity.hex() + "'";
        CHECK(office.text("SELECT school FROM activities" + of_it) == "Ashby");
        CHECK(office.text("SELECT school FROM entries LIMIT 1") == "Ashby");
        CHECK(office.text("SELECT name || ', ' || words || ', ' || inspector || retired FROM saved_views") ==
              "For the letter, attendance, R. Hale0");
        CHECK(office.text("SELECT filters FROM saved_views") ==
              "school: Ashby; polarity: strength; polarity: weakness");
    }
    run.tell(Edit{run.next(), inspection, edits::set_school(handed.started.activity, {})});
    run.tell(Edit{run.next(), inspection, edits::set_retired(view, true)});
    const AtTheOffice office(run, inspection, handed.office);
    CHECK(office.text("SELECT count(*) FROM activities WHERE school IS NOT NULL") == "0");
    CHECK(office.text("SELECT retired FROM saved_views") == "1");
}

TEST_CASE("bundle: what was marked by itself has its words, its marks and its place, and is said beside the entry") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    REQUIRE(start_crypto());
    const auto office = new_office(run);
    const Started started =
        start_and_write(run, "Café, 日.\nThe head is leaving, she says.\nMore.", readable_by(office));
    const RevisionRef version = decode_revision(run.heard<Appended>()->revisions.back())->ref();
    const auto mark = [&](std::size_t from, std::size_t to) {
        const auto passage = run.id<ItemId>();
        auto changes = edits::add_passage({passage, started.entry, {version, {from, to}}});
        for (Change& change : edits::set_confidence(passage, true)) changes.push_back(std::move(change));
        run.tell(Edit{run.next(), started.inspection, changes});
        REQUIRE(run.heard<Appended>() != nullptr);
        return passage;
    };
    const ItemId first = mark(12, 31);
    mark(43, 48);
    run.tell(Edit{run.next(), started.inspection, edits::set_aspect(first, "policy", true)});
    run.tell(Edit{run.next(), started.inspection, edits::set_polarity(first, Polarity::weakness)});
    const AtTheOffice received(run, started.inspection, office);
    CHECK(received.text("SELECT count(*) FROM passages") == "2");
    const std::string_view one = " FROM passages WHERE shows = 'weakness'";
    const auto column = [&](std::string_view name) {
        return received.text("SELECT " + std::string(name) + std::string(one));
    };
    CHECK(column("words") == "The head is leaving");
    CHECK(column("first_character") == "9");
    CHECK(column("after_last") == "28");
    CHECK(column("stands") == "here");
    CHECK(column("in_confidence") == "1");
    CHECK(column("retired") == "0");
    CHECK(column("inspector") == "R. Hale");
    CHECK(column("aspects") == received.bundle->notebook.pack().aspect("policy")->name);
    CHECK(received.text("SELECT in_confidence FROM entries") == "0");
    CHECK(received.text("SELECT confidential_passages FROM entries") == "2");
    CHECK(received.text("SELECT group_concat(confidential_passages) FROM paragraphs") == "0,1,1");
}

TEST_CASE("bundle: where nobody can say which words a passage in confidence is about, all of its entry is") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    REQUIRE(start_crypto());
    const Started started = start_and_write(run, "The head is leaving.");
    const auto passage = run.id<ItemId>();
    std::vector<Change> changes{
        Create{passage, std::string(words::passage)},
        SetField{passage, std::string(words::of_item), Bytes(started.entry.bytes.begin(), started.entry.bytes.end())}};
    for (Change& change : edits::set_confidence(passage, true)) changes.push_back(std::move(change));
    run.tell(Edit{run.next(), started.inspection, changes});
    const auto office = new_office(run);
    run.tell(Edit{run.next(), started.inspection,
                  edits::set_recipients(started.inspection, "", age::to_text(age::recipient_of(office)))});
    const AtTheOffice received(run, started.inspection, office);
    CHECK(received.text("SELECT stands FROM passages") == "unknown");
    CHECK(received.text("SELECT in_confidence FROM entries") == "1");
    CHECK(received.text("SELECT in_confidence FROM paragraphs") == "1");
    CHECK(received.text("SELECT confidential_passages FROM paragraphs") == "1");
}
