// What is still owed, as a bundle has it: lines of enquiry, what must be passed on, conflicts of interest, what was set
// aside.
#include "core/notebook/evidence_form_edits.h"
#include "core/notebook/flag_edits.h"
#include "core/notebook/school_edits.h"

#include "handing_over.h"

using namespace daybook;
using namespace daybook::bench;

TEST_CASE("H26-H27: what is handed over has the impact, and each line of enquiry with its owner and what answered it") {
    HandingOver desk("Who looks at the grants?");
    Run& run = desk.run;
    const Started& started = desk.started;
    const auto answer = run.id<ItemId>();
    desk.tell(edits::create_entry(answer, ItemId{}));
    desk.tell({edits::first_words(answer, "The auditor does.")});
    desk.tell({edits::first_impact(started.entry, "None was refused.")});
    desk.tell(edits::set_emerging(started.entry, true));
    desk.tell(edits::set_follow_up(started.entry, true));
    desk.tell(edits::set_follow_up_owner(started.entry, "A. Birch"));
    CHECK(desk.received().text("SELECT state FROM follow_ups") == "open");
    desk.tell(edits::set_answer(started.entry, answer, true));
    desk.tell(edits::set_answer(started.entry, run.id<ItemId>(), true));  // which is not here
    const AtTheOffice received = desk.received();
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
    desk.tell(edits::close_follow_up(started.entry, "Settled by the auditor."));
    desk.tell(edits::set_answer(started.entry, answer, false));
    const AtTheOffice again = desk.received();
    CHECK(again.text("SELECT state FROM follow_ups") == "closed");
    CHECK(again.text("SELECT closed FROM follow_ups") == "Settled by the auditor.");
    CHECK(again.text("SELECT closed_inspector FROM follow_ups") == "R. Hale");
}

TEST_CASE(
    "H34-H35, F43: what is handed over says what must be passed on, in confidence or not, and every record of it") {
    HandingOver desk("A pupil was left alone.");
    Run& run = desk.run;
    const Started& started = desk.started;
    desk.tell(edits::set_confidence(started.entry, true));
    desk.tell(edits::set_disclosure(started.entry, duties::safeguarding));
    desk.tell(edits::set_serious_concern(started.entry, true));
    PassedOn record;
    record.id = run.id<ItemId>();
    record.entry = started.entry;
    record.about = duties::safeguarding;
    record.to = "The designated officer";
    record.by = "A. Birch";
    record.at = {Instant{1'442'228'400'000}, 60};
    record.words = "By telephone.";
    desk.tell(edits::record_passed_on(record));
    const AtTheOffice received = desk.received();
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
    desk.tell(edits::set_retired(record.id, true));
    const AtTheOffice again = desk.received();
    CHECK(again.text("SELECT state" + of_first) == "open");
    CHECK(again.text("SELECT retired FROM passed_on") == "1");
}

TEST_CASE("H34, F43: what must be passed on, and each record of it, says what of its entry is in confidence") {
    HandingOver desk("A pupil was left alone.");
    Run& run = desk.run;
    const Started& started = desk.started;
    const RevisionRef version = decode_revision(run.heard<Appended>()->revisions.back())->ref();
    desk.tell(edits::set_disclosure(started.entry, duties::safeguarding));
    PassedOn record;
    record.id = run.id<ItemId>();
    record.entry = started.entry;
    record.about = duties::safeguarding;
    desk.tell(edits::record_passed_on(record));
    record.id = run.id<ItemId>();
    record.entry = run.id<ItemId>();  // which is not here
    desk.tell(edits::record_passed_on(record));
    const auto passage = run.id<ItemId>();
    desk.tell(edits::add_passage({passage, started.entry, {version, {2, 7}}}));
    desk.tell(edits::set_confidence(passage, true));
    const std::string both = "SELECT in_confidence || ' ' || confidential_passages FROM ";
    const std::string of_entry = " WHERE entry = '" + started.entry.hex() + "'";
    {
        const AtTheOffice received = desk.received();
        CHECK(received.text(both + "duties") == "0 1");
        CHECK(received.text(both + "passed_on" + of_entry) == "0 1");
        CHECK(received.text("SELECT count(*) FROM passed_on WHERE in_confidence IS NULL") == "1");
    }
    desk.tell(edits::set_confidence(started.entry, true));
    desk.tell(edits::set_confidence(passage, false));
    const AtTheOffice received = desk.received();
    CHECK(received.text(both + "duties") == "1 0");
    CHECK(received.text(both + "passed_on" + of_entry) == "1 0");
}

TEST_CASE("F42: what is handed over has the conflicts of interest that were declared, and what was decided") {
    HandingOver desk("Words.");
    Run& run = desk.run;
    Declaration declared;
    declared.id = run.id<ItemId>();
    declared.who = "A. Birch";
    declared.what = "Was a governor here until 2012.";
    declared.day = "2015-09-07";
    desk.tell(edits::add_declaration(declared));
    const AtTheOffice received = desk.received();
    CHECK(received.text("SELECT who FROM declarations") == "A. Birch");
    CHECK(received.text("SELECT what FROM declarations") == "Was a governor here until 2012.");
    CHECK(received.text("SELECT day FROM declarations") == "2015-09-07");
    CHECK(received.text("SELECT decided IS NULL FROM declarations") == "1");
    CHECK(received.text("SELECT inspector FROM declarations") == "R. Hale");
}

TEST_CASE("health: what is handed over has what was set aside, what it is about in words, the reason, who and when") {
    HandingOver desk("A note to myself.");
    Run& run = desk.run;
    const Started& started = desk.started;
    const InspectionId inspection = started.inspection;
    const auto drawing = run.id<ItemId>();
    const auto school = run.id<ItemId>();
    desk.tell(edits::create_drawing(drawing, started.entry));
    desk.tell(edits::add_school(school,
                                {.urn = {}, .name = "Ashby", .type = {}, .phase = {}, .rating = {}, .authority = {}}));
    desk.tell(edits::set_confidence(started.entry, true));
    const std::string check = check_id(inspection, "documents", "data").hex();
    const std::vector<std::string> keys{"bearing " + started.entry.hex(),
                                        "time " + started.activity.hex(),
                                        "gist " + drawing.hex(),
                                        "checklist " + check,
                                        "evidence governance",
                                        "talks " + school.hex(),
                                        "moon tides",
                                        "lists opening",
                                        "alone"};
    for (const std::string& key : keys) {
        desk.tell(edits::set_aside(inspection, key, "Because of " + key));
    }
    desk.tell(edits::set_aside(inspection, "evidence policy", "Not for long."));
    desk.tell(edits::set_aside(inspection, "evidence policy", ""));
    const AtTheOffice received = desk.received();
    const Pack& pack = received.bundle->notebook.pack();
    CHECK(received.text("SELECT count(*) FROM set_aside") == "9");
    const auto column = [&](const std::string& name, const std::string& rule) {
        return received.text("SELECT coalesce(" + name + ", 'null') FROM set_aside WHERE rule_id = '" + rule + "'");
    };
    CHECK(column("rule", "bearing") == pack.rule("bearing")->name);
    CHECK(column("source", "bearing") == pack.rule("bearing")->source);
    CHECK(column("about", "bearing") == "A note to myself.");
    CHECK(column("in_confidence", "bearing") == "1");
    CHECK(column("confidential_passages", "bearing") == "0");
    CHECK(column("reason", "bearing") == "Because of bearing " + started.entry.hex());
    CHECK(column("inspector", "bearing") == "R. Hale");
    CHECK(column("at IS NOT NULL", "bearing") == "1");
    CHECK(column("about_id", "bearing") == started.entry.hex());
    CHECK(column("about", "time") == "Meeting, Town hall");
    CHECK(column("in_confidence", "time") == "null");
    CHECK(column("about", "gist") == "Drawing");
    CHECK(column("entry", "gist") == started.entry.hex());
    CHECK(column("in_confidence", "gist") == "1");
    CHECK(column("about", "checklist") == "Documents requested: " + pack.checklist("documents")->item("data")->name);
    CHECK(column("about", "evidence") == pack.aspect("governance")->name);
    CHECK(column("about", "talks") == "Ashby");
    CHECK(column("about", "lists") == pack.checklist("opening")->name);
    CHECK(column("rule", "moon") == "null");
    CHECK(column("about", "moon") == "null");
    CHECK(column("about_id", "moon") == "tides");
    CHECK(column("about_id", "alone").empty());
}
