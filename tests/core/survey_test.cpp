// The telephone survey: who is called, in which order, what is counted, and what two devices write.
#include "core/notebook/survey.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/notebook/edits.h"
#include "core/notebook/evidence_form_edits.h"
#include "core/notebook/school_edits.h"
#include "core/notebook/survey_edits.h"
#include "core/notebook/undo.h"
#include "tests/core/framework_files.h"
#include "tests/core/log_making.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

const auto inspection = numbered<InspectionId>(9);
constexpr std::int64_t nine = 1'442'224'800'000;
constexpr std::int64_t minute = 60'000;

ItemId school(Byte number) {
    return numbered<ItemId>(number, 7);
}

std::vector<Change> joined(std::vector<std::vector<Change>> parts) {
    std::vector<Change> all;
    for (auto& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

std::vector<Change> add(Byte number, std::string name, std::string type, std::string rating) {
    return edits::add_school(school(number), {.urn = {},
                                              .name = std::move(name),
                                              .type = std::move(type),
                                              .phase = {},
                                              .rating = std::move(rating),
                                              .authority = {}});
}

/// 1 Ashby good, 2 Brigid a good academy, 3 Cedar requires improvement, 4 Dene in no group.
std::vector<Change> with_schools() {
    const std::string json = england_json();
    return joined({{SetField{Notebook::root(inspection), std::string(words::pack), Bytes(json.begin(), json.end())}},
                   add(1, "Ashby", "Community school", "Good"),
                   add(2, "Brigid", "Academy converter", "Good"),
                   add(3, "Cedar", "Community school", "Requires improvement"),
                   add(4, "Dene", "Community school", "")});
}

Pen with_pack() {
    Pen pen(inspection);
    pen.write(with_schools());
    return pen;
}

std::vector<Change> came_of(Byte number, std::string_view outcome, std::optional<Instant> call_back = std::nullopt) {
    return joined({edits::create_survey_call(inspection, school(number)),
                   edits::set_outcome(survey_call_id(inspection, school(number)), outcome, call_back)});
}

std::vector<Change> answered(Byte number, std::string_view question, const std::string& choice) {
    return joined({edits::create_survey_call(inspection, school(number)),
                   edits::set_answer(survey_call_id(inspection, school(number)), question, choice)});
}

/// The first letters of the schools' names, in the order in which they are called.
std::string order(const Pen& pen, std::int64_t now) {
    std::string letters;
    for (const SurveySchool& one : survey_schools(pen.notebook, {now})) letters += one.school->facts.name[0];
    return letters;
}

const QuestionTally& tally_of(const std::vector<GroupTally>& tallies, std::string_view question) {
    for (const GroupTally& group : tallies) {
        for (const QuestionTally& one : group.questions) {
            if (one.question->id == question) return one;
        }
    }
    FAIL("there is no such question");
    return tallies.front().questions.front();
}

}  // namespace

TEST_CASE("H21, F26: a good academy is asked the questions of both groups, and a school in no group none") {
    const Pen pen = with_pack();
    const auto schools = survey_schools(pen.notebook, {nine});
    REQUIRE(schools.size() == 3);
    std::vector<std::size_t> groups;
    for (const SurveySchool& one : schools) groups.push_back(one.groups.size());
    CHECK(groups == std::vector<std::size_t>{1, 2, 1});
    CHECK(schools[1].groups[0]->id == "good-or-outstanding");
    CHECK(schools[1].groups[1]->id == "academies");
}

TEST_CASE("H21, F25: a school that is inspected is not surveyed, nor is one that is retired") {
    Pen pen = with_pack();
    pen.write(edits::set_school_inspection(school(1), "section-5"));
    CHECK(order(pen, nine) == "BC");
    pen.write(edits::set_retired(school(2), true));
    CHECK(order(pen, nine) == "C");
    pen.write(edits::set_school_inspection(school(1), {}));
    CHECK(order(pen, nine) == "AC");
}

TEST_CASE("survey: a call-back that is due comes first, one that is not comes late, and who was reached comes last") {
    Pen pen = with_pack();
    CHECK(order(pen, nine) == "ABC");
    pen.write(came_of(1, outcomes::no_answer), nine);
    CHECK(order(pen, nine) == "BCA");
    pen.write(came_of(3, outcomes::call_back, Instant{nine + 30 * minute}), nine);
    CHECK(order(pen, nine + minute) == "BAC");
    CHECK(order(pen, nine + 30 * minute) == "CBA");
    pen.write(came_of(2, outcomes::reached), nine + 2 * minute);
    CHECK(order(pen, nine + 3 * minute) == "ACB");
    CHECK(order(pen, nine + 40 * minute) == "CAB");
    CHECK(survey_schools(pen.notebook, {nine})[2].stage == SurveyStage::reached);
    pen.write(came_of(2, {}), nine + 4 * minute);  // taken back
    CHECK(order(pen, nine + 40 * minute) == "CBA");
}

TEST_CASE("survey: of two that did not answer the one that was tried earlier comes first, and attempts are counted") {
    Pen pen = with_pack();
    pen.write(came_of(2, outcomes::no_answer), nine);
    pen.write(came_of(1, outcomes::no_answer), nine + minute);
    CHECK(order(pen, nine + minute) == "CBA");
    pen.write(came_of(2, outcomes::no_answer), nine + 2 * minute);
    CHECK(order(pen, nine + 2 * minute) == "CAB");
    CHECK(pen.notebook.survey_call(school(2))->attempts == 2);
    pen.write(came_of(2, {}), nine + 3 * minute);
    CHECK(pen.notebook.survey_call(school(2))->attempts == 2);
    CHECK(pen.notebook.survey_call(school(4)) == nullptr);
}

TEST_CASE("F26: what was tapped is counted by question and group, and words are counted beside it") {
    Pen pen = with_pack();
    pen.write(answered(1, "helps-others", "much"));
    pen.write(answered(2, "helps-others", "much"));
    pen.write(answered(2, "relations", "poor"));
    pen.write(answered(3, "knew-before", "of-course"));
    pen.write(came_of(1, outcomes::reached));
    pen.write({Splice{survey_call_id(inspection, school(2)), said_field("dealings"), {}, 0, 0, "One letter a year."}});
    auto tallies = tally_survey(pen.notebook);
    REQUIRE(tallies.size() == 3);
    CHECK(tallies[0].schools == 2);
    CHECK(tallies[0].reached == 1);
    CHECK(tallies[2].schools == 1);
    CHECK(tallies[2].reached == 0);
    CHECK(tally_of(tallies, "helps-others").counts == std::vector<std::size_t>{2, 0, 0});
    CHECK(tally_of(tallies, "helps-others").tapped() == 2);
    CHECK(tally_of(tallies, "relations").counts == std::vector<std::size_t>{0, 0, 1, 0});
    CHECK(tally_of(tallies, "knew-before").otherwise == 1);
    CHECK(tally_of(tallies, "dealings").with_words == 1);
    CHECK(tally_of(tallies, "dealings").tapped() == 0);
    // An answer that was given is not unsaid by what happens to the school later.
    pen.write(edits::set_school_inspection(school(1), "section-5"));
    tallies = tally_survey(pen.notebook);
    CHECK(tallies[0].schools == 1);
    CHECK(tally_of(tallies, "helps-others").counts[0] == 2);
    pen.write(answered(2, "helps-others", {}));
    CHECK(tally_of(tally_survey(pen.notebook), "helps-others").counts[0] == 1);
}

TEST_CASE(
    "F26: what a school said that was retired is not counted: it was another one's double, and is counted there") {
    Pen pen = with_pack();
    pen.write(answered(1, "helps-others", "much"));
    pen.write(answered(2, "helps-others", "much"));
    pen.write(came_of(2, outcomes::reached));
    pen.write(edits::set_retired(school(2), true));
    const auto tallies = tally_survey(pen.notebook);
    CHECK(tally_of(tallies, "helps-others").counts[0] == 1);
    CHECK(tallies[0].schools == 1);
    CHECK(tallies[0].reached == 0);
    pen.write(edits::set_retired(school(2), false));
    CHECK(tally_of(tally_survey(pen.notebook), "helps-others").counts[0] == 2);
}

TEST_CASE("survey: the calls to a school have one id, and no two schools share one") {
    CHECK(survey_call_id(inspection, school(1)) == survey_call_id(inspection, school(1)));
    CHECK(survey_call_id(inspection, school(1)) != survey_call_id(inspection, school(2)));
    CHECK(survey_call_id(inspection, school(1)) != survey_call_id(numbered<InspectionId>(8), school(1)));
    // On disk: as it was made first.
    CHECK(survey_call_id(inspection, school(1)).hex() == "581ffc4f5621482a986faf7fe011e854");
}

TEST_CASE("survey: undo puts back what was tapped, what came of a call, and when to call again") {
    Pen pen = with_pack();
    pen.write(edits::create_survey_call(inspection, school(1)));
    const ItemId call = survey_call_id(inspection, school(1));
    for (const auto& changes : {edits::set_answer(call, "helps-others", "some"),
                                edits::set_outcome(call, outcomes::call_back, Instant{nine})}) {
        const auto found = undoable(pen.notebook, changes);
        REQUIRE(found);
        pen.write(changes);
        CHECK(stands(pen.notebook, found->made));
        pen.write(found->back);
    }
    CHECK_FALSE(pen.notebook.survey_call(school(1))->says_anything());
    CHECK_FALSE(pen.notebook.survey_call(school(1))->call_back);
}

TEST_CASE("survey: two inspectors call different schools, and the same one, and all of it is there in any order") {
    std::vector<Revision> all;
    Writer anna(inspection, numbered<DeviceId>(1), "Anna");
    Writer ben(inspection, numbered<DeviceId>(2), "Ben");
    std::int64_t now = nine;
    const auto write = [&](Writer& writer, const std::vector<Change>& changes) {
        for (const Change& change : changes) all.push_back(writer.write(change, now += 1000).revision);
    };
    const auto said = [](Byte number, std::string text) {
        return std::vector<Change>{
            Splice{survey_call_id(inspection, school(number)), said_field("help-given"), {}, 0, 0, std::move(text)}};
    };
    write(anna, with_schools());
    write(anna, came_of(1, outcomes::reached));
    write(ben, came_of(2, outcomes::reached));
    write(anna, answered(1, "helps-others", "much"));
    write(ben, answered(2, "helps-others", "none"));
    write(ben, answered(1, "authority-part", "some"));
    write(anna, said(1, "Two heads are coached."));
    write(ben, said(1, "A network of heads."));
    const auto folded = [](const std::vector<Revision>& revisions) {
        Notebook book(inspection);
        for (const Revision& revision : revisions) {
            REQUIRE(book.apply(revision));
            REQUIRE(book.apply(revision));  // a bundle may come twice
        }
        std::string told;
        for (const Byte number : {Byte{1}, Byte{2}}) {
            const SurveyCall& call = *book.survey_call(school(number));
            told += call.outcome + " " + call.said->author + std::to_string(call.attempts);
            for (const auto& [question, answer] : call.answers) {
                told += "; " + question + " " + answer.choice;
                for (const TextVersion& version : answer.versions) told += " " + version.author + ": " + version.text;
            }
            told += ". ";
        }
        return told;
    };
    const std::string expected = folded(all);
    CHECK(expected ==
          "reached Anna1; authority-part some; help-given  Anna: Two heads are coached. Ben: A network of heads.; "
          "helps-others much. reached Ben1; helps-others none. ");
    Chance chance(23);
    for (int round = 0; round < 40; ++round) {
        chance.shuffle(all);
        REQUIRE(folded(all) == expected);
    }
}

TEST_CASE("survey: what a later version or a stranger says is kept, and the school is called all the same") {
    Pen pen = with_pack();
    pen.write(came_of(1, "wrong number"));
    CHECK(pen.notebook.survey_call(school(1))->outcome == "wrong number");
    CHECK(survey_school(pen.notebook, *pen.notebook.schools().find(school(1)), {nine}).stage == SurveyStage::open);
    const ItemId call = survey_call_id(inspection, school(2));
    pen.write({Create{call, std::string(words::survey_call)},
               SetField{call, std::string(words::survey_outcome), std::int64_t{4}},
               SetField{call, std::string(words::survey_call_back), std::string("soon")},
               SetField{call, answer_field("helps-others"), true}});
    CHECK(pen.notebook.survey_call(school(2))->outcome.empty());
    CHECK_FALSE(pen.notebook.survey_call(school(2))->call_back);
    CHECK(tally_of(tally_survey(pen.notebook), "helps-others").tapped() == 0);
    // A call-back without a time is due at once.
    pen.write(came_of(3, outcomes::call_back));
    CHECK(survey_schools(pen.notebook, {nine})[0].stage == SurveyStage::due);
}

}  // namespace daybook::testing
