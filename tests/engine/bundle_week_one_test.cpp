// The first week as a bundle has it: evidence forms and the telephone survey.
#include "core/notebook/evidence_form_edits.h"
#include "core/notebook/school_edits.h"
#include "core/notebook/survey_edits.h"

#include "handing_over.h"

using namespace daybook;
using namespace daybook::bench;

TEST_CASE("H20, H22, F23: evidence forms are handed over apart, each talk by itself, and none among the entries") {
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

TEST_CASE("H22, F26, F28: the survey is handed over call by call, and its answers by question and group, and counted") {
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
