// Drawing the schools that the survey asks: how many of each group, each as likely as the next, and who stays in.
#include "core/notebook/survey_sample.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "core/notebook/school_edits.h"
#include "core/notebook/survey.h"
#include "core/notebook/survey_edits.h"
#include "core/notebook/undo.h"
#include "tests/core/framework_files.h"
#include "tests/core/log_making.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

const auto inspection = numbered<InspectionId>(9);
constexpr Instant now{1'442'224'800'000};

ItemId school(std::uint64_t number) {
    return numbered<ItemId>(static_cast<Byte>(number), 7);
}

RandomSource from(Chance& chance) {
    return [&chance](std::span<Byte> bytes) {
        for (Byte& byte : bytes) byte = static_cast<Byte>(chance.next());
    };
}

/// Twenty good schools, of which the last five are academies, and ten that require improvement.
Pen with_schools() {
    Pen pen(inspection);
    const std::string json = england_json();
    pen.write({SetField{Notebook::root(inspection), std::string(words::pack), Bytes(json.begin(), json.end())}});
    for (std::uint64_t n = 1; n <= 30; ++n) {
        SchoolFacts facts;
        facts.name = "School " + std::to_string(n);
        facts.type = n > 15 && n <= 20 ? "Academy converter" : "Community school";
        facts.rating = n <= 20 ? "Good" : "Requires improvement";
        pen.write(edits::add_school(school(n), facts));
    }
    return pen;
}

const std::map<std::string, std::size_t> five_of_each{
    {"good-or-outstanding", 5}, {"not-yet-good", 5}, {"academies", 5}};

std::size_t of_group(const Notebook& book, const std::set<ItemId>& drawn, std::string_view group) {
    return static_cast<std::size_t>(std::ranges::count_if(sample_candidates(book, group),
                                                          [&](const School* one) { return drawn.contains(one->id); }));
}

}  // namespace

TEST_CASE("F25: a sample has so many of each group as are wanted, and a school in two groups counts for both") {
    const Pen pen = with_schools();
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        Chance chance(seed);
        const auto drawn = draw_sample(pen.notebook, five_of_each, from(chance));
        CHECK(of_group(pen.notebook, drawn, "academies") == 5);
        CHECK(of_group(pen.notebook, drawn, "not-yet-good") == 5);
        CHECK(of_group(pen.notebook, drawn, "good-or-outstanding") >= 5);
        CHECK(drawn.size() == 10);  // the five academies are good schools as well
    }
}

TEST_CASE("F25: a group that has fewer schools than are wanted is in the sample whole") {
    const Pen pen = with_schools();
    Chance chance(3);
    const auto drawn = draw_sample(pen.notebook, {{"academies", 50}}, from(chance));
    CHECK(drawn.size() == 5);
    CHECK(draw_sample(pen.notebook, {{"academies", 0}}, from(chance)).empty());
    CHECK(draw_sample(pen.notebook, {{"no-such-group", 3}}, from(chance)).empty());
}

TEST_CASE("F25: each school of a group is drawn about as often as the next") {
    const Pen pen = with_schools();
    Chance chance(20151);
    std::map<ItemId, int> times;
    constexpr int draws = 2000;
    for (int n = 0; n < draws; ++n) {
        for (const ItemId one : draw_sample(pen.notebook, {{"not-yet-good", 3}}, from(chance))) ++times[one];
    }
    CHECK(times.size() == 10);
    // 600 are expected of each; five standard deviations are about 100.
    for (const auto& [one, count] : times) CHECK_MESSAGE(std::abs(count - 600) < 105, count);
}

TEST_CASE("F25: once a sample is drawn only its schools are called, and those that were called already") {
    Pen pen = with_schools();
    CHECK(survey_schools(pen.notebook, now).size() == 30);
    CHECK_FALSE(has_sample(pen.notebook));
    pen.write(edits::create_survey_call(inspection, school(30)));
    pen.write(edits::set_outcome(survey_call_id(inspection, school(30)), outcomes::reached, std::nullopt));
    pen.write(edits::set_sample(pen.notebook, {school(1), school(2), school(21)}));
    CHECK(has_sample(pen.notebook));
    const auto called = survey_schools(pen.notebook, now);
    CHECK(called.size() == 4);
    CHECK(called.back().school->id == school(30));
    const auto tallies = tally_survey(pen.notebook);
    CHECK(tallies[0].schools == 2);  // good or outstanding
    CHECK(tallies[1].schools == 2);  // not yet good: the one in the sample, and the one that was called
}

TEST_CASE("F25: a school that was called stays in whatever is drawn afterwards") {
    Pen pen = with_schools();
    pen.write(edits::create_survey_call(inspection, school(25)));
    pen.write(edits::set_outcome(survey_call_id(inspection, school(25)), outcomes::no_answer, std::nullopt));
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Chance chance(seed);
        const auto drawn = draw_sample(pen.notebook, {{"not-yet-good", 2}}, from(chance));
        CHECK(drawn.contains(school(25)));
        CHECK(drawn.size() == 2);
    }
}

TEST_CASE("F23, F25: a school under inspection or retired is never drawn") {
    Pen pen = with_schools();
    pen.write({SetField{school(21), std::string(words::school_inspection), std::string("section-5")}});
    pen.write({Retire{school(22), true}});
    Chance chance(5);
    const auto drawn = draw_sample(pen.notebook, {{"not-yet-good", 30}}, from(chance));
    CHECK(drawn.size() == 8);
    CHECK_FALSE(drawn.contains(school(21)));
    CHECK_FALSE(drawn.contains(school(22)));
}

TEST_CASE("survey sample: a draw is one step to take back, after which everybody is asked again") {
    Pen pen = with_schools();
    const auto changes = edits::set_sample(pen.notebook, {school(1), school(2)});
    CHECK(changes.size() == 2);
    const auto undo = undoable(pen.notebook, changes, {});
    REQUIRE(undo);
    pen.write(changes);
    pen.write(undo->back);
    CHECK_FALSE(has_sample(pen.notebook));
    CHECK(survey_schools(pen.notebook, now).size() == 30);
    CHECK(edits::set_sample(pen.notebook, {}).empty());  // only what differs
}

}  // namespace daybook::testing
