// Evidence forms: which talks belong to a school's inspection, what is missing, and what two devices write.
#include "core/notebook/evidence_form.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/notebook/edits.h"
#include "core/notebook/evidence_form_edits.h"
#include "core/notebook/school_edits.h"
#include "core/notebook/undo.h"
#include "tests/core/framework_files.h"
#include "tests/core/log_making.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

const auto inspection = numbered<InspectionId>(9);
const ItemId ashby = numbered<ItemId>(1, 7);
const ItemId brigid = numbered<ItemId>(2, 7);

std::vector<Change> joined(std::vector<std::vector<Change>> parts) {
    std::vector<Change> all;
    for (auto& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

/// The pack, a maintained school and an academy.
std::vector<Change> with_schools() {
    const std::string json = england_json();
    return joined(
        {{SetField{Notebook::root(inspection), std::string(words::pack), Bytes(json.begin(), json.end())}},
         edits::add_school(
             ashby,
             {.urn = {}, .name = "Ashby", .type = "Community school", .phase = {}, .rating = {}, .authority = {}}),
         edits::add_school(brigid, {.urn = {},
                                    .name = "St Brigid",
                                    .type = "Academy converter",
                                    .phase = {},
                                    .rating = {},
                                    .authority = {}})});
}

Pen with_pack() {
    Pen pen(inspection);
    pen.write(with_schools());
    return pen;
}

std::vector<Change> said(ItemId school, const std::string& talk, std::string_view state) {
    return joined({edits::create_form(inspection, school, talk),
                   edits::set_form_state(form_id(inspection, school, talk), state)});
}

Change written(ItemId school, const std::string& talk, const std::string& field, std::string text) {
    return Splice{form_id(inspection, school, talk), field, {}, 0, 0, std::move(text)};
}

FocusedSchool focused(const Pen& pen, ItemId school) {
    return focused_school(pen.notebook, *pen.notebook.schools().find(school));
}

FormProgress progress(const Pen& pen, ItemId school, const std::string& talk) {
    return progress_of(pen.notebook.pack().evidence_forms, pen.notebook.form(school, talk));
}

using Sign = FormProgress::Sign;

}  // namespace

TEST_CASE("H20, F21, F23: three talks have three forms, and none of them is in the evidence that entries are") {
    Pen pen = with_pack();
    CHECK(focused_schools(pen.notebook).empty());
    pen.write(edits::set_school_inspection(ashby, "section-5"));
    const FocusedSchool school = focused(pen, ashby);
    CHECK(school.counts());
    REQUIRE(school.talks.size() == 3);
    CHECK(std::ranges::contains(school.talks[0]->roles, "headteacher"));
    CHECK(std::ranges::contains(school.talks[1]->roles, "governor"));
    CHECK(std::ranges::contains(school.talks[2]->roles, "la-representative"));
    std::set<ItemId> forms;
    for (const FocusedTalk* talk : school.talks) {
        pen.write(said(ashby, talk->id, form_states::held));
        pen.write({written(ashby, talk->id, theme_field("knowledge"), "Words of the talk " + talk->id)});
        const EvidenceForm* form = pen.notebook.form(ashby, talk->id);
        REQUIRE(form != nullptr);
        CHECK(form->themes.at("knowledge").words == "Words of the talk " + talk->id);
        CHECK(form->school == ashby);
        forms.insert(form->id);
    }
    CHECK(forms.size() == 3);
    CHECK(pen.notebook.forms().size() == 3);
    CHECK(pen.notebook.entries().empty());
    CHECK(forms_beyond(pen.notebook).empty());
}

TEST_CASE("F24: of an academy the authority's representative is not asked, and of a maintained school is") {
    Pen pen = with_pack();
    for (const ItemId school : {ashby, brigid}) pen.write(edits::set_school_inspection(school, "short"));
    CHECK(focused(pen, ashby).talks.size() == 3);
    REQUIRE(focused(pen, brigid).talks.size() == 2);
    CHECK(focused(pen, brigid).talks[1]->id == "governance");
    // What somebody wrote all the same is not hidden.
    pen.write(said(brigid, "authority", form_states::held));
    CHECK(focused(pen, brigid).talks.size() == 3);
}

TEST_CASE("F22: an inspection without formal designation or about behaviour is excluded, and has no talks") {
    Pen pen = with_pack();
    for (const std::string kind : {"no-designation", "behaviour"}) {
        pen.write(edits::set_school_inspection(ashby, kind));
        const auto schools = focused_schools(pen.notebook);
        REQUIRE(schools.size() == 1);
        CHECK_FALSE(schools[0].counts());
        CHECK(schools[0].inspection->excluded);
        CHECK(schools[0].talks.empty());
    }
    pen.write(edits::set_school_inspection(ashby, "causing-concern"));
    CHECK(focused(pen, ashby).counts());
    pen.write(edits::set_retired(ashby, true));
    CHECK(focused_schools(pen.notebook).empty());
}

TEST_CASE("H18-H19: a form is complete once it says how, with whom, and something on each theme") {
    Pen pen = with_pack();
    pen.write(edits::set_school_inspection(ashby, "section-5"));
    CHECK(progress(pen, ashby, "headteacher").sign == Sign::not_held);
    const ItemId id = form_id(inspection, ashby, "headteacher");
    pen.write(said(ashby, "headteacher", form_states::held));
    FormProgress now = progress(pen, ashby, "headteacher");
    CHECK(now.sign == Sign::incomplete);
    CHECK(now.lacks_themes);
    CHECK(now.lacks_people);
    CHECK(now.lacks_medium);
    CHECK_FALSE(now.lacks_efforts);
    pen.write(edits::set_form_medium(id, form_media::face_to_face));
    pen.write(edits::set_form_person(id, "headteacher", true));
    pen.write({written(ashby, "headteacher", theme_field("knowledge"), "Well."),
               written(ashby, "headteacher", theme_field("measures"), " \n")});
    now = progress(pen, ashby, "headteacher");
    CHECK(now.themes == 1);  // blanks say nothing
    CHECK_FALSE(now.lacks_people);
    CHECK_FALSE(now.lacks_medium);
    for (const std::string theme : {"measures", "difference"})
        pen.write({written(ashby, "headteacher", theme_field(theme), "Some.")});
    CHECK(progress(pen, ashby, "headteacher").sign == Sign::complete);
    CHECK(progress(pen, ashby, "governance").sign == Sign::not_held);
    pen.write(edits::set_form_person(id, "headteacher", false));
    CHECK(progress(pen, ashby, "headteacher").sign == Sign::incomplete);
}

TEST_CASE("H19: a talk that could not be held says what was done to hold it") {
    Pen pen = with_pack();
    pen.write(edits::set_school_inspection(ashby, "section-5"));
    pen.write(said(ashby, "authority", form_states::unavailable));
    CHECK(progress(pen, ashby, "authority").sign == Sign::incomplete);
    CHECK(progress(pen, ashby, "authority").lacks_efforts);
    pen.write({written(ashby, "authority", std::string(words::form_efforts), "Rang twice on Monday.")});
    CHECK(progress(pen, ashby, "authority").sign == Sign::unavailable);
    pen.write(edits::set_form_state(form_id(inspection, ashby, "authority"), {}), 1'442'225'000'000);
    CHECK(progress(pen, ashby, "authority").sign == Sign::not_held);
    const EvidenceForm* form = pen.notebook.form(ashby, "authority");
    REQUIRE(form->said);
    CHECK(form->said->author == "R. Hale");
    CHECK(form->said->at.at.unix_ms == 1'442'225'000'000);
    CHECK(form->efforts.words == "Rang twice on Monday.");
}

TEST_CASE("evidence forms: a form has one id for a school and a talk, and no two share one") {
    CHECK(form_id(inspection, ashby, "governance") == form_id(inspection, ashby, "governance"));
    CHECK(form_id(inspection, ashby, "governance") != form_id(inspection, brigid, "governance"));
    CHECK(form_id(inspection, ashby, "governance") != form_id(inspection, ashby, "headteacher"));
    CHECK(form_id(inspection, ashby, "governance") != form_id(numbered<InspectionId>(8), ashby, "governance"));
    // On disk: as it was made first.
    CHECK(form_id(inspection, ashby, "governance").hex() == "3155f1f3388f2a20a1dde7414cb48f1a");
}

TEST_CASE("evidence forms: undo puts back what was said, and the inspection of a school") {
    Pen pen = with_pack();
    pen.write(edits::create_form(inspection, ashby, "governance"));
    const ItemId id = form_id(inspection, ashby, "governance");
    for (const auto& changes :
         {edits::set_form_state(id, form_states::held), edits::set_form_medium(id, form_media::telephone),
          edits::set_form_person(id, "governor", true), edits::set_school_inspection(ashby, "section-5")}) {
        const auto found = undoable(pen.notebook, changes);
        REQUIRE(found);
        pen.write(changes);
        CHECK(stands(pen.notebook, found->made));
        pen.write(found->back);
        CHECK_FALSE(stands(pen.notebook, found->made));
    }
    const EvidenceForm* form = pen.notebook.form(ashby, "governance");
    CHECK_FALSE(form->says_anything());
    CHECK(pen.notebook.schools().find(ashby)->inspection.empty());
}

TEST_CASE("evidence forms: two devices that write in the same form have one form, in whichever order they are merged") {
    std::vector<Revision> all;
    Writer anna(inspection, numbered<DeviceId>(1), "Anna");
    Writer ben(inspection, numbered<DeviceId>(2), "Ben");
    std::int64_t now = 1'442'224'800'000;
    const auto write = [&](Writer& writer, const std::vector<Change>& changes) {
        for (const Change& change : changes) all.push_back(writer.write(change, now += 1000).revision);
    };
    const ItemId id = form_id(inspection, ashby, "headteacher");
    write(anna, with_schools());
    write(anna, said(ashby, "headteacher", form_states::held));
    write(ben, said(ashby, "headteacher", form_states::unavailable));
    write(anna, {written(ashby, "headteacher", theme_field("knowledge"), "Well.")});
    write(ben, {written(ashby, "headteacher", theme_field("knowledge"), "Hardly.")});
    write(ben, {written(ashby, "headteacher", theme_field("measures"), "Two visits.")});
    write(anna, edits::set_form_person(id, "headteacher", true));
    write(ben, edits::set_form_person(id, "other", true));
    const auto folded = [](const std::vector<Revision>& revisions) {
        Notebook book(inspection);
        for (const Revision& revision : revisions) {
            REQUIRE(book.apply(revision));
            REQUIRE(book.apply(revision));  // a bundle may come twice
        }
        std::string told;
        for (const auto& [form, one] : book.forms()) {
            told += one.talk + " " + one.state + " " + one.said->author;
            for (const std::string& role : one.people) told += " " + role;
            for (const auto& [theme, written] : one.themes) {
                told += "; " + theme;
                for (const TextVersion& version : written.versions) told += " " + version.author + ": " + version.text;
            }
        }
        return told;
    };
    const std::string expected = folded(all);
    CHECK(
        expected ==
        "headteacher unavailable Ben headteacher other; knowledge Anna: Well. Ben: Hardly.; measures Ben: Two visits.");
    Chance chance(17);
    for (int round = 0; round < 40; ++round) {
        chance.shuffle(all);
        REQUIRE(folded(all) == expected);
    }
}

TEST_CASE("evidence forms: what a later version or a stranger says is kept and shown as it is") {
    Pen pen = with_pack();
    pen.write(edits::set_school_inspection(ashby, "of-next-year"));
    REQUIRE(focused_schools(pen.notebook).size() == 1);
    CHECK_FALSE(focused(pen, ashby).counts());
    pen.write(said(ashby, "governance", "held in part"));
    CHECK(pen.notebook.form(ashby, "governance")->state == "held in part");
    CHECK(progress(pen, ashby, "governance").sign == Sign::not_held);
    pen.write(said(ashby, "bursar", form_states::held));
    pen.write(said(numbered<ItemId>(3, 7), "governance", form_states::held));
    CHECK(forms_beyond(pen.notebook).size() == 2);
    // One whose id is not that of its school and talk stands in nobody's place.
    const ItemId odd = numbered<ItemId>(4, 7);
    pen.write({Create{odd, std::string(words::form)}, SetField{odd, std::string(words::form_school), std::int64_t{4}},
               SetField{odd, std::string(words::form_talk), std::string("headteacher")},
               SetField{odd, std::string(words::form_state), std::string(form_states::held)}});
    CHECK(forms_beyond(pen.notebook).size() == 3);
    CHECK(pen.notebook.form(ashby, "headteacher") == nullptr);
}

}  // namespace daybook::testing
