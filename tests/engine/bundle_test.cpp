#include "core/bundle/bundle.h"

#include "core/notebook/evidence_form_edits.h"
#include "core/notebook/flag_edits.h"
#include "core/notebook/school_edits.h"
#include "core/notebook/school_import.h"
#include "core/notebook/survey_edits.h"
#include "core/notebook/view_edits.h"

#include "office.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

/// A small inspection whose bundles the office can open.
Inspection readable_by(const age::Identity& office) {
    Inspection described = small_inspection();
    described.office_recipient = age::to_text(age::recipient_of(office));
    return described;
}

/// An exported bundle and the key that opens it.
struct Handed {
    age::Identity office;
    Started started;
    Exported exported;
};

Handed hand_over(Run& run, bool armored = false) {
    REQUIRE(start_crypto());
    auto office = new_office(run);
    const Started started = start_and_write(run, "Support for governors is well regarded.", readable_by(office));
    run.tell(Edit{run.next(), started.inspection, edits::set_confidence(started.entry, true)});
    run.tell(Edit{run.next(), started.inspection, edits::set_polarity(started.entry, Polarity::strength)});
    run.tell(Export{started.inspection, armored});
    REQUIRE(run.heard<Exported>() != nullptr);
    return {std::move(office), started, *run.heard<Exported>()};
}

/// What is handed over now, as the office has it: verified, and in any SQLite tool.
struct AtTheOffice {
    AtTheOffice(Run& run, InspectionId inspection, const age::Identity& office) {
        run.tell(Export{inspection, false});
        REQUIRE(run.heard<Exported>() != nullptr);
        auto read = read_bundle(run.heard<Exported>()->file, keys_of(office), run.databases());
        REQUIRE(read);
        database = open_as_a_file(folder, read->database);
        bundle = std::move(*read);
    }
    [[nodiscard]] std::string text(std::string_view sql) const { return one_text(*database, sql); }

    Folder folder;
    std::unique_ptr<Database> database;
    std::optional<OpenedBundle> bundle;
};

}  // namespace

TEST_CASE("bundle: what is handed over opens with the office's key, verifies, and reads as it was written") {
    for (const bool armored : {false, true}) {
        const Folder folder;
        MemoryJournal journal;
        Run run(folder, journal);
        const Handed handed = hand_over(run, armored);
        CHECK(contains(handed.exported.file, "BEGIN AGE ENCRYPTED FILE") == armored);
        CHECK_FALSE(contains(handed.exported.file, "governors"));
        auto opened = read_bundle(handed.exported.file, keys_of(handed.office), run.databases());
        REQUIRE(opened);
        CHECK(opened->manifest.bundle == 1);
        CHECK(opened->manifest.author == "R. Hale");
        CHECK(opened->log.size() == handed.exported.revisions);
        const Entry* entry = opened->notebook.entry(handed.started.entry);
        REQUIRE(entry != nullptr);
        CHECK(entry->words == "Support for governors is well regarded.");
        CHECK(entry->in_confidence);
        CHECK(entry->polarity == Polarity::strength);
    }
}

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
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    REQUIRE(start_crypto());
    const auto office = new_office(run);
    const Started started = start_and_write(run, "Support for governors is well regarded.", readable_by(office));
    const auto call = run.id<ItemId>();
    const LocalTime begun{Instant{1'442'221'200'500}, 60};
    const auto after = [&](std::int64_t minutes) { return Instant{begun.at.unix_ms + minutes * 60'000}; };
    run.tell(
        Edit{run.next(), started.inspection,
             edits::record_activity(
                 {call, "meeting", "by telephone", {}},
                 {.started = begun, .ended = after(50), .pauses = {{after(10), after(20)}, {after(15), after(30)}}})});
    const AtTheOffice received(run, started.inspection, office);
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

TEST_CASE("H28: the bundle says of each entry whether it is of the moment, or written again after a loss") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    REQUIRE(start_crypto());
    const auto office = new_office(run);
    const Started started = start_and_write(run, "Support for governors is well regarded.", readable_by(office));
    const auto meeting = run.id<ItemId>();
    const auto write = [&](const auto& changes) { run.tell(Edit{run.next(), started.inspection, changes}); };
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
    const AtTheOffice received(run, started.inspection, office);
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
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    REQUIRE(start_crypto());
    const auto office = new_office(run);
    const Started started = start_and_write(run, "Support for governors is well regarded.", readable_by(office));
    run.tell(
        Edit{run.next(), started.inspection, edits::set_milestone(started.inspection, "sent-for-check", "2015-10-02")});
    const AtTheOffice received(run, started.inspection, office);
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
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    REQUIRE(start_crypto());
    const auto office = new_office(run);
    const Started started = start_and_write(run, "Support for governors is well regarded.", readable_by(office));
    const auto say = [&](const std::string& list, const std::string& item, std::string_view state) {
        auto changes = edits::create_check(started.inspection, list, item);
        for (Change& change : edits::set_check_state(check_id(started.inspection, list, item), state)) {
            changes.push_back(std::move(change));
        }
        run.tell(Edit{run.next(), started.inspection, changes});
        REQUIRE(run.heard<Durable>() != nullptr);
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
    const AtTheOffice received(run, started.inspection, office);
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

TEST_CASE("H26-H27: what is handed over has the impact, and each line of enquiry with its owner and what answered it") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    REQUIRE(start_crypto());
    const auto office = new_office(run);
    const Started started = start_and_write(run, "Who looks at the grants?", readable_by(office));
    const auto answer = run.id<ItemId>();
    const auto tell = [&](const std::vector<Change>& changes) {
        run.tell(Edit{run.next(), started.inspection, changes});
        REQUIRE(run.heard<Durable>() != nullptr);
    };
    tell(edits::create_entry(answer, ItemId{}));
    tell({edits::first_words(answer, "The auditor does.")});
    tell({edits::first_impact(started.entry, "None was refused.")});
    tell(edits::set_emerging(started.entry, true));
    tell(edits::set_follow_up(started.entry, true));
    tell(edits::set_follow_up_owner(started.entry, "A. Birch"));
    CHECK(AtTheOffice(run, started.inspection, office).text("SELECT state FROM follow_ups") == "open");
    tell(edits::set_answer(started.entry, answer, true));
    tell(edits::set_answer(started.entry, run.id<ItemId>(), true));  // which is not here
    const AtTheOffice received(run, started.inspection, office);
    CHECK(received.text("SELECT state FROM follow_ups") == "answered");
    CHECK(received.text("SELECT owner FROM follow_ups") == "A. Birch");
    CHECK(received.text("SELECT words FROM follow_ups") == "Who looks at the grants?");
    CHECK(received.text("SELECT answered_by FROM follow_ups") == answer.hex());
    CHECK(received.text("SELECT answered IS NOT NULL FROM follow_ups") == "1");
    CHECK(received.text("SELECT count(*) FROM follow_up_answer") == "2");
    CHECK(received.text("SELECT closed IS NULL FROM follow_ups") == "1");
    const std::string of_entry = " FROM entries WHERE id = '" + started.entry.hex() + "'";
    CHECK(received.text("SELECT impact" + of_entry) == "None was refused.");
    CHECK(received.text("SELECT impact_versions" + of_entry) == "1");
    CHECK(received.text("SELECT emerging" + of_entry) == "1");
    CHECK(received.text("SELECT follow_up" + of_entry) == "answered");
    tell(edits::close_follow_up(started.entry, "Settled by the auditor."));
    tell(edits::set_answer(started.entry, answer, false));
    const AtTheOffice again(run, started.inspection, office);
    CHECK(again.text("SELECT state FROM follow_ups") == "closed");
    CHECK(again.text("SELECT closed FROM follow_ups") == "Settled by the auditor.");
    CHECK(again.text("SELECT closed_inspector FROM follow_ups") == "R. Hale");
}

TEST_CASE(
    "H34-H35, F43: what is handed over says what must be passed on, in confidence or not, and every record of it") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    REQUIRE(start_crypto());
    const auto office = new_office(run);
    const Started started = start_and_write(run, "A pupil was left alone.", readable_by(office));
    const auto tell = [&](const std::vector<Change>& changes) {
        run.tell(Edit{run.next(), started.inspection, changes});
        REQUIRE(run.heard<Durable>() != nullptr);
    };
    tell(edits::set_confidence(started.entry, true));
    tell(edits::set_disclosure(started.entry, duties::safeguarding));
    tell(edits::set_serious_concern(started.entry, true));
    PassedOn record;
    record.id = run.id<ItemId>();
    record.entry = started.entry;
    record.about = duties::safeguarding;
    record.to = "The designated officer";
    record.by = "A. Birch";
    record.at = {Instant{1'442'228'400'000}, 60};
    record.words = "By telephone.";
    tell(edits::record_passed_on(record));
    const AtTheOffice received(run, started.inspection, office);
    const std::string of_first = " FROM duties WHERE about = 'safeguarding'";
    CHECK(received.text("SELECT state" + of_first) == "passed on");
    CHECK(received.text("SELECT in_confidence" + of_first) == "1");
    CHECK(received.text("SELECT words" + of_first) == "A pupil was left alone.");
    CHECK(received.text("SELECT state FROM duties WHERE about = 'serious concern'") == "open");
    CHECK(received.text("SELECT passed_to FROM passed_on") == "The designated officer");
    CHECK(received.text("SELECT passed_by FROM passed_on") == "A. Birch");
    CHECK(received.text("SELECT at FROM passed_on") == "2015-09-14T12:00:00+01:00");
    CHECK(received.text("SELECT words FROM passed_on") == "By telephone.");
    CHECK(received.text("SELECT inspector FROM passed_on") == "R. Hale");
    CHECK(received.text("SELECT entry FROM passed_on") == started.entry.hex());
    CHECK(received.text("SELECT disclosure FROM entries") == "safeguarding");
    CHECK(received.text("SELECT serious_concern FROM entries") == "1");
    tell(edits::set_retired(record.id, true));
    const AtTheOffice again(run, started.inspection, office);
    CHECK(again.text("SELECT state" + of_first) == "open");
    CHECK(again.text("SELECT retired FROM passed_on") == "1");
}

TEST_CASE("F42: what is handed over has the conflicts of interest that were declared, and what was decided") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    REQUIRE(start_crypto());
    const auto office = new_office(run);
    const Started started = start_and_write(run, "Words.", readable_by(office));
    Declaration declared;
    declared.id = run.id<ItemId>();
    declared.who = "A. Birch";
    declared.what = "Was a governor here until 2012.";
    declared.day = "2015-09-07";
    run.tell(Edit{run.next(), started.inspection, edits::add_declaration(declared)});
    REQUIRE(run.heard<Durable>() != nullptr);
    const AtTheOffice received(run, started.inspection, office);
    CHECK(received.text("SELECT who FROM declarations") == "A. Birch");
    CHECK(received.text("SELECT what FROM declarations") == "Was a governor here until 2012.");
    CHECK(received.text("SELECT day FROM declarations") == "2015-09-07");
    CHECK(received.text("SELECT decided IS NULL FROM declarations") == "1");
    CHECK(received.text("SELECT inspector FROM declarations") == "R. Hale");
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

TEST_CASE("bundle: numbers count up, and go on after a restart") {
    const Folder folder;
    MemoryJournal journal;
    Started started;
    {
        Run run(folder, journal);
        started = hand_over(run).started;
        run.tell(Export{started.inspection, false});
        CHECK(run.heard<Exported>()->bundle == 2);
    }
    Run again(folder, journal);
    again.tell(Unlock{passcode});
    again.tell(Export{started.inspection, false});
    REQUIRE(again.heard<Exported>() != nullptr);
    CHECK(again.heard<Exported>()->bundle == 3);
}

TEST_CASE("bundle: without anyone who could read it none is made, and it is said what to do") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Started started = start_and_write(run, "Words.");
    run.tell(Export{started.inspection, false});
    REQUIRE(run.heard<Refused>() != nullptr);
    CHECK(run.heard<Refused>()->words.find("key") != std::string::npos);
}

TEST_CASE("bundle: another key does not open it") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed = hand_over(run);
    const auto stranger = new_office(run);
    const auto opened = read_bundle(handed.exported.file, keys_of(stranger), run.databases());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::wrong_key);
}

TEST_CASE("bundle: whatever is changed inside, by whoever can decrypt it, is noticed") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed = hand_over(run);
    auto opened = read_bundle(handed.exported.file, keys_of(handed.office), run.databases());
    REQUIRE(opened);
    for (const std::string tampering : {
             "DELETE FROM revision WHERE seq = (SELECT max(seq) FROM revision)",
             "DELETE FROM revision WHERE seq = 3",
             "UPDATE revision SET canonical = zeroblob(40) WHERE seq = 2",
             "DELETE FROM manifest",
             "UPDATE manifest SET signature = zeroblob(64)",
             "UPDATE manifest SET canonical = zeroblob(10)",
             "INSERT INTO manifest SELECT * FROM manifest",
             "DROP TABLE revision",
         }) {
        const Folder work;
        auto database = open_as_a_file(work, opened->database);
        REQUIRE(database->execute(tampering));
        auto changed = database->serialize();
        REQUIRE(changed);
        const auto reopened = read_bundle_database(*changed, run.databases());
        CHECK_MESSAGE(!reopened, tampering);
    }
}

TEST_CASE("bundle: readable tables that were forged are not believed: what is opened is made anew from the revisions") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed = hand_over(run);
    auto opened = read_bundle(handed.exported.file, keys_of(handed.office), run.databases());
    REQUIRE(opened);
    const Folder work;
    auto database = open_as_a_file(work, opened->database);
    REQUIRE(database->execute("UPDATE entry SET words = 'Nobody supports governors.', in_confidence = 0"));
    auto changed = database->serialize();
    REQUIRE(changed);
    const auto reopened = read_bundle_database(*changed, run.databases());
    REQUIRE(reopened);
    const Folder office;
    auto shown = open_as_a_file(office, reopened->database);
    CHECK(one_text(*shown, "SELECT words FROM entries") == "Support for governors is well regarded.");
    CHECK(one_text(*shown, "SELECT in_confidence FROM entries") == "1");
}

TEST_CASE("bundle: one that is cut short, or is something else, is refused in plain words") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed = hand_over(run);
    const Bytes& file = handed.exported.file;
    for (std::size_t length = 0; length < file.size(); length += 97) {
        CHECK_FALSE(read_bundle(ByteView(file).first(length), keys_of(handed.office), run.databases()));
    }
    const std::string foreign = "This is a letter, not a bundle.";
    const auto opened = read_bundle(as_bytes(foreign), keys_of(handed.office), run.databases());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == Errc::corrupt);
    CHECK_FALSE(read_bundle_database(as_bytes(foreign), run.databases()));
}

TEST_CASE("manifest: it reads back as it was, and no truncation of it does") {
    Manifest manifest{.inspection = {},
                      .device = {},
                      .author = "R. Hale",
                      .made_at = {Instant{1'442'224'800'000}, 60},
                      .bundle = 14,
                      .part = 1,
                      .parts = 2,
                      .reaches = {}};
    manifest.inspection.bytes.fill(1);
    manifest.device.bytes.fill(2);
    manifest.reaches.push_back({manifest.device, 1, 99, {}});
    const Bytes canonical = encode(manifest);
    const auto again = decode_manifest(canonical);
    REQUIRE(again);
    CHECK(*again == manifest);
    for (std::size_t length = 0; length < canonical.size(); ++length) {
        CHECK_FALSE(decode_manifest(ByteView(canonical).first(length)));
    }
}

TEST_CASE("bundle: one that was handed over in version 1 opens in every later one") {
    const std::string folder = DAYBOOK_TEST_DATA "/bundle/v1";
    REQUIRE(start_crypto());
    auto identities = age::parse_identity_file(as_text(read_file(folder + "/office.key")));
    REQUIRE(identities);
    age::Keys keys;
    keys.identities = std::move(*identities);
    const Folder office;
    NativeDatabases databases(office.path());
    const auto opened = read_bundle(read_file(folder + "/evidence.age"), keys, databases);
    REQUIRE(opened);
    CHECK(opened->manifest.bundle == 1);
    CHECK(opened->notebook.inspection().authority == "Wexmoor");
    REQUIRE(opened->notebook.entries().size() == 1);
    const Entry& entry = *opened->notebook.entries().front();
    CHECK(entry.words == "Support for governors is well regarded.");
    CHECK(entry.polarity == Polarity::strength);
    CHECK(entry.in_confidence);
}

TEST_CASE("H20, F23: evidence forms are handed over apart, each talk by itself, and none of them among the entries") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed = hand_over(run);
    const InspectionId inspection = handed.started.inspection;
    const auto tell = [&](std::vector<Change> changes) {
        run.tell(Edit{run.next(), inspection, std::move(changes)});
        REQUIRE(run.heard<Durable>() != nullptr);
    };
    const auto ashby = run.id<ItemId>();
    tell(edits::add_school(
        ashby,
        {.urn = "100001", .name = "Ashby", .type = "Community school", .phase = {}, .rating = {}, .authority = {}}));
    tell(edits::set_school_inspection(ashby, "section-5"));
    const ItemId form = form_id(inspection, ashby, "governance");
    tell(edits::create_form(inspection, ashby, "governance"));
    tell(edits::set_form_state(form, form_states::held));
    tell(edits::set_form_medium(form, form_media::face_to_face));
    tell(edits::set_form_person(form, "governor", true));
    run.tell(EditText{.number = run.next(),
                      .inspection = inspection,
                      .splice = {form, theme_field("measures"), {}, 0, 0, "A clerk, and training."},
                      .after = 0});
    tell(edits::create_form(inspection, ashby, "bursar"));
    tell(edits::set_form_state(form_id(inspection, ashby, "bursar"), form_states::held));
    const AtTheOffice office(run, inspection, handed.office);
    const Pack& pack = office.bundle->notebook.pack();
    CHECK(office.text("SELECT inspection FROM schools") == "Section 5: the school's inspection is due");
    CHECK(office.text("SELECT group_concat(state, '; ') FROM evidence_forms WHERE source IS NOT NULL") ==
          "not held; held; not held");
    const std::string of_form = " FROM evidence_forms WHERE talk_id = 'governance'";
    CHECK(office.text("SELECT school || ' ' || urn || excluded" + of_form) == "Ashby 1000010");
    CHECK(office.text("SELECT talk" + of_form) == pack.evidence_forms.talk("governance")->name);
    CHECK(office.text("SELECT medium || ', ' || met" + of_form) == "face to face, Governor of a school");
    CHECK(office.text("SELECT themes || inspector" + of_form) == "1R. Hale");
    CHECK(office.text("SELECT at IS NOT NULL" + of_form) == "1");
    CHECK(office.text("SELECT id" + of_form) == form.hex());
    CHECK(office.text("SELECT count(*) FROM evidence_form_themes") == "9");
    CHECK(office.text("SELECT words || ' ' || inspector || versions || source FROM evidence_form_themes WHERE words IS "
                      "NOT NULL") == "A clerk, and training. R. Hale1H18");
    CHECK(office.text("SELECT talk || state FROM evidence_forms WHERE source IS NULL") == "bursarheld");
    CHECK(office.text("SELECT count(*) FROM entries WHERE words LIKE '%clerk%'") == "0");
    CHECK(office.text("SELECT count(*) FROM activities WHERE place LIKE '%Ashby%'") == "0");
}

TEST_CASE("F26, F28: the survey is handed over call by call, and its answers by question and group, also as counts") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    const Handed handed = hand_over(run);
    const InspectionId inspection = handed.started.inspection;
    const auto tell = [&](std::vector<Change> changes) {
        run.tell(Edit{run.next(), inspection, std::move(changes)});
        REQUIRE(run.heard<Durable>() != nullptr);
    };
    const auto brigid = run.id<ItemId>();
    tell(edits::add_school(brigid, {.urn = "100002",
                                    .name = "Brigid",
                                    .type = "Academy converter",
                                    .phase = {},
                                    .rating = "Good",
                                    .authority = {}}));
    tell(edits::create_survey_call(inspection, brigid));
    const ItemId call = survey_call_id(inspection, brigid);
    tell(edits::set_outcome(call, outcomes::call_back, Instant{1'442'221'200'000}));
    tell(edits::set_answer(call, "relations", "mixed"));
    tell(edits::set_answer(call, "tides", "high"));
    run.tell(EditText{.number = run.next(),
                      .inspection = inspection,
                      .splice = {call, said_field("dealings"), {}, 0, 0, "One letter a year."},
                      .after = 0});
    const AtTheOffice office(run, inspection, handed.office);
    CHECK(office.text("SELECT school || ' ' || urn || ' ' || outcome || attempts || inspector FROM survey_calls") ==
          "Brigid 100002 call back1R. Hale");
    CHECK(office.text("SELECT call_back_at FROM survey_calls").starts_with("2015-09-14T"));
    CHECK(office.text("SELECT survey_group || ': ' || answer FROM survey_answers WHERE question_id = 'relations'") ==
          "Academies: Mixed");
    CHECK(office.text("SELECT words || words_inspector FROM survey_answers WHERE question_id = 'dealings'") ==
          "One letter a year.R. Hale");
    CHECK(office.text("SELECT question || answer FROM survey_answers WHERE source IS NULL") == "tideshigh");
    CHECK(office.text("SELECT number FROM survey_counts WHERE question_id = 'relations' AND answer = 'Mixed'") == "1");
    CHECK(office.text("SELECT number FROM survey_counts WHERE question_id = 'relations' AND answer = 'Poor'") == "0");
}
