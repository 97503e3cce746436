// What in a plan cannot go well: clashes, ways, days, and people.
#include "core/notebook/plan_warnings.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/notebook/edits.h"
#include "core/notebook/plan_edits.h"
#include "tests/core/framework_files.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

using About = PlanWarning::About;
using Names = std::vector<std::string>;

const auto inspection = id<InspectionId>(1);

struct Plan {
    Plan() : pen(inspection) {
        const std::string json = england_json();
        pen.write({SetField{Notebook::root(inspection), std::string(words::pack), Bytes(json.begin(), json.end())}});
        Inspection described;
        described.authority = "Wexmoor";
        described.first_day = "2015-09-14";
        described.last_day = "2015-09-18";
        described.lead = "Rowan Tessel";
        described.team = {"Imre Callow"};
        pen.write(edits::describe_inspection(inspection, described));
    }

    ItemId add(const std::string& day, int from, int to, const std::string& place = {}, Names who = {"Rowan Tessel"},
               ItemId school = {}) {
        Planned planned;
        planned.id = id<ItemId>(static_cast<Byte>(++count + 1));
        planned.day = day;
        planned.from = from;
        planned.to = to;
        planned.place = place;
        planned.school = school;
        planned.inspectors = std::move(who);
        pen.write(edits::add_planned(planned));
        return planned.id;
    }

    [[nodiscard]] std::vector<PlanWarning> warnings() const { return plan_warnings(pen.notebook); }

    Pen pen;
    int count = 0;
};

constexpr auto monday = "2015-09-14";

}  // namespace

TEST_CASE(
    "F20: an inspector in two sessions at once is a clash, whoever else is in them, and one after another is none") {
    Plan plan;
    const auto first = plan.add(monday, 540, 600, "", {"Imre Callow", "Rowan Tessel"});
    const auto second = plan.add(monday, 599, 660, "", {"Imre Callow", "Rowan Tessel"});
    plan.add(monday, 660, 720);
    plan.add("2015-09-15", 540, 600);
    auto found = plan.warnings();
    REQUIRE(found.size() == 1);
    CHECK(found.front().about == About::clash);
    CHECK(found.front().session->id == first);
    CHECK(found.front().other->id == second);
    CHECK(found.front().inspectors == Names{"Imre Callow", "Rowan Tessel"});
    plan.pen.write(edits::set_retired(first, true));
    CHECK(plan.warnings().empty());
}

TEST_CASE("F20: sessions of different inspectors at the same time are no clash") {
    Plan plan;
    plan.add(monday, 540, 600, "Here", {"Imre Callow"});
    plan.add(monday, 540, 600, "There", {"Rowan Tessel"});
    CHECK(plan.warnings().empty());
}

TEST_CASE("F20: a clash is found with a long session that began before a short one") {
    Plan plan;
    const auto all_day = plan.add(monday, 540, 1020);
    plan.add(monday, 600, 660);
    const auto late = plan.add(monday, 960, 1080);
    const auto found = plan.warnings();
    REQUIRE(found.size() == 2);
    CHECK(found.back().session->id == all_day);
    CHECK(found.back().other->id == late);
}

TEST_CASE("H4: less than 30 minutes from one place to another is said, with the minutes and both places") {
    Plan plan;
    plan.add(monday, 540, 600, "County Hall");
    const auto next = plan.add(monday, 629, 660, "Ashcombe");
    auto found = plan.warnings();
    REQUIRE(found.size() == 1);
    CHECK(found.front().about == About::travel);
    CHECK(found.front().gap == 29);
    CHECK(found.front().from == "County Hall");
    CHECK(found.front().to == "Ashcombe");
    Planned later = *plan.pen.notebook.planned(next);
    later.from = 630;
    plan.pen.write(edits::correct_planned(*plan.pen.notebook.planned(next), later));
    CHECK(plan.warnings().empty());
}

TEST_CASE("H4: there is no way to go in the same place, in the same school, or where nobody has said where it is") {
    Plan plan;
    plan.add(monday, 540, 600, "County Hall");
    plan.add(monday, 600, 630, "county hall");
    plan.add("2015-09-15", 540, 600, "County Hall");
    plan.add("2015-09-15", 600, 630);
    plan.add("2015-09-16", 540, 600, "Hall", {"Rowan Tessel"}, id<ItemId>(99));
    plan.add("2015-09-16", 600, 630, "Room 2", {"Rowan Tessel"}, id<ItemId>(99));
    CHECK(plan.warnings().empty());
}

TEST_CASE("F33: days at a weekend, on a holiday, or outside the two weeks are said, and nothing is forbidden") {
    Plan plan;
    plan.add("2015-09-07", 540, 600);
    CHECK(plan.warnings().empty());
    plan.add("2015-09-06", 540, 600);
    plan.add("2015-09-12", 540, 600);
    plan.add("2015-09-19", 540, 600);
    const auto found = plan.warnings();
    REQUIRE(found.size() == 3);
    CHECK(found[0].about == About::outside);
    CHECK(found[1].about == About::weekend);
    CHECK(found[2].about == About::outside);
    Inspection in_august = plan.pen.notebook.inspection();
    in_august.first_day = "2015-08-24";
    in_august.last_day = "2015-09-30";
    plan.pen.write(edits::correct_inspection(inspection, plan.pen.notebook.inspection(), in_august));
    plan.add("2015-08-31", 540, 600);
    CHECK(std::ranges::count(plan.warnings(), About::holiday, &PlanWarning::about) == 1);
}

TEST_CASE("F18: a session without an inspector, and an inspector who is not in the team, are said") {
    Plan plan;
    plan.add(monday, 540, 600, "", {});
    plan.add(monday, 600, 660, "", {"Ada Quill", "Imre Callow"});
    const auto found = plan.warnings();
    REQUIRE(found.size() == 2);
    CHECK(found[0].about == About::no_inspector);
    CHECK(found[1].about == About::not_in_team);
    CHECK(found[1].inspectors == Names{"Ada Quill"});
}

TEST_CASE("H11: time that is planned for team meetings and for feedback is kept: what is planned over it is a clash") {
    for (const std::string kind : {"team-meeting", "daily-feedback", "final-team-meeting", "feedback-meeting"}) {
        CAPTURE(kind);
        Plan plan;
        REQUIRE(plan.pen.notebook.pack().activity_kind(kind) != nullptr);
        const auto kept = plan.add(monday, 960, 1020, "", {"Imre Callow", "Rowan Tessel"});
        Planned of_kind = *plan.pen.notebook.planned(kept);
        of_kind.kind = kind;
        plan.pen.write(edits::correct_planned(*plan.pen.notebook.planned(kept), of_kind));
        CHECK(plan.warnings().empty());
        plan.add(monday, 990, 1080, "", {"Imre Callow"});
        const auto found = plan.warnings();
        REQUIRE(found.size() == 1);
        CHECK(found[0].about == About::clash);
        CHECK(found[0].session->kind == kind);
        CHECK(found[0].inspectors == Names{"Imre Callow"});
    }
}

TEST_CASE("plan warnings: what is not placed says so, and clashes with nothing") {
    Plan plan;
    plan.add(monday, 540, 600);
    plan.add("never", 540, 600);
    plan.add(monday, 600, 540);
    plan.add(monday, -1, 1441);
    const auto found = plan.warnings();
    REQUIRE(found.size() == 3);
    for (const PlanWarning& one : found) CHECK(one.about == About::not_placed);
}

TEST_CASE("plan warnings: of two thousand sessions at once each is named once, with one that it begins in") {
    Plan plan;
    for (int n = 0; n < 2000; ++n) {
        Planned planned;
        planned.id = id<ItemId>(0);
        planned.id.bytes[0] = static_cast<Byte>(n % 256);
        planned.id.bytes[1] = static_cast<Byte>(n / 256 + 1);
        planned.day = monday;
        planned.from = 540;
        planned.to = 600;
        planned.inspectors = {"Rowan Tessel"};
        plan.pen.write(edits::add_planned(planned));
    }
    CHECK(plan.warnings().size() == 1999);
}

}  // namespace daybook::testing
