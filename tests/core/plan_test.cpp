// A plan: sessions and contacts that were added, corrected and taken back, its days, and what comes next.
#include "core/notebook/plan.h"

#include <doctest/doctest.h>

#include <limits>

#include "core/notebook/edits.h"
#include "core/notebook/plan_edits.h"
#include "core/notebook/school_edits.h"
#include "core/notebook/undo.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

using Names = std::vector<std::string>;

const auto inspection = id<InspectionId>(1);
const auto one = id<ItemId>(2);
const auto other = id<ItemId>(3);

Planned opening() {
    Planned planned;
    planned.id = one;
    planned.day = "2015-09-14";
    planned.from = 9 * 60 + 30;
    planned.to = 10 * 60 + 30;
    planned.kind = "opening-meeting";
    planned.title = "Opening meeting";
    planned.place = "County Hall";
    planned.school = id<ItemId>(9);
    planned.inspectors = {"Imre Callow", "Rowan Tessel"};
    planned.roles = {"dcs"};
    planned.note = "Bring the badges.";
    return planned;
}

Planned of_day(ItemId id, std::string day, int from, int to) {
    Planned planned;
    planned.id = id;
    planned.day = std::move(day);
    planned.from = from;
    planned.to = to;
    return planned;
}

Pen pen_of_the_week() {
    Pen pen(inspection);
    Inspection described;
    described.authority = "Wexmoor";
    described.first_day = "2015-09-14";
    described.last_day = "2015-09-18";
    described.lead = "Rowan Tessel";
    described.team = {"Imre Callow"};
    pen.write(edits::describe_inspection(inspection, described));
    return pen;
}

}  // namespace

TEST_CASE(
    "F20, H4: a session that is planned keeps all that was said of it, and what is corrected touches that alone") {
    Pen pen(inspection);
    pen.write(edits::add_planned(opening()));
    REQUIRE(pen.notebook.planned().size() == 1);
    const Planned before = *pen.notebook.planned(one);
    CHECK(before.is_placed());
    CHECK(before.from == 570);
    CHECK(before.to == 630);
    CHECK(before.kind == "opening-meeting");
    CHECK(before.place == "County Hall");
    CHECK(before.school == id<ItemId>(9));
    CHECK(before.inspectors == Names{"Imre Callow", "Rowan Tessel"});
    CHECK(before.roles == Names{"dcs"});
    CHECK(before.note == "Bring the badges.");
    CHECK(before.author == "R. Hale");
    Planned after = before;
    after.from = 600;
    after.to = 660;
    after.school = {};
    after.inspectors = {"Rowan Tessel", "Ada Quill"};
    const auto changes = edits::correct_planned(before, after);
    CHECK(changes.size() == 5);
    const auto undo = undoable(pen.notebook, changes);
    REQUIRE(undo);
    pen.write(changes);
    CHECK(pen.notebook.planned(one)->from == 600);
    CHECK(pen.notebook.planned(one)->school.is_nil());
    CHECK(pen.notebook.planned(one)->inspectors == Names{"Ada Quill", "Rowan Tessel"});
    CHECK(edits::correct_planned(*pen.notebook.planned(one), *pen.notebook.planned(one)).empty());
    pen.write(undo->back);
    CHECK(pen.notebook.planned(one)->from == 570);
    CHECK(pen.notebook.planned(one)->school == id<ItemId>(9));
    CHECK(pen.notebook.planned(one)->inspectors == Names{"Imre Callow", "Rowan Tessel"});
}

TEST_CASE("F20, H4: a plan stands by day and time, and one that was taken back with undo is retired") {
    Pen pen(inspection);
    const auto changes = edits::add_planned(opening());
    const auto undo = undoable(pen.notebook, changes);
    REQUIRE(undo);
    pen.write(changes);
    pen.write(edits::add_planned(of_day(other, "2015-09-14", 0, 60)));
    CHECK(pen.notebook.planned().front()->id == other);
    CHECK(pen.notebook.planned(other)->from == 0);
    pen.write(undo->back);
    CHECK(pen.notebook.planned(one)->retired);
    CHECK(pen.notebook.planned().size() == 2);
}

TEST_CASE("a plan: what a stranger says of days and minutes is kept, stands last, and is not placed") {
    Pen pen(inspection);
    pen.write(edits::add_planned(opening()));
    pen.write({Create{other, "planned"}});
    CHECK_FALSE(pen.notebook.planned(other)->is_placed());
    const auto is_placed_with = [&](std::string_view field, Value value) {
        pen.write(edits::correct_planned(*pen.notebook.planned(other), of_day(other, "2015-09-01", 600, 660)));
        pen.write({SetField{other, std::string(field), std::move(value)}});
        CHECK(pen.notebook.planned().size() == 2);
        return pen.notebook.planned(other)->is_placed();
    };
    CHECK(is_placed_with("to", std::int64_t{1440}));
    CHECK(pen.notebook.planned().front()->id == other);
    CHECK_FALSE(is_placed_with("day", std::string("yesterday")));
    CHECK(pen.notebook.planned().back()->id == other);
    CHECK(pen.notebook.planned(other)->day == "yesterday");
    CHECK_FALSE(is_placed_with("day", Bytes{1}));
    CHECK_FALSE(is_placed_with("from", std::int64_t{660}));
    CHECK_FALSE(is_placed_with("from", std::int64_t{700}));
    CHECK_FALSE(is_placed_with("from", std::int64_t{-1}));
    CHECK_FALSE(is_placed_with("to", std::int64_t{1441}));
    CHECK_FALSE(is_placed_with("to", std::numeric_limits<std::int64_t>::max()));
    CHECK_FALSE(is_placed_with("from", std::string("600")));
    CHECK_FALSE(is_placed_with("to", std::monostate{}));
    CHECK(next_planned(pen.notebook, "Rowan Tessel", {Instant{1'442'185'200'000}, 60})->id == one);
    pen.write({SetField{other, "inspectors", std::int64_t{3}}, SetMember{other, "inspectors", Bytes{3}, true}});
    CHECK(pen.notebook.planned(other)->inspectors.empty());
}

TEST_CASE("F33: the days of a plan are those of the inspection, and each other on which something is planned") {
    Pen pen = pen_of_the_week();
    CHECK(days_of_plan(pen.notebook) == Names{"2015-09-14", "2015-09-15", "2015-09-16", "2015-09-17", "2015-09-18"});
    pen.write(edits::add_planned(of_day(one, "2015-09-08", 600, 660)));
    pen.write(edits::add_planned(of_day(other, "2015-09-19", 600, 660)));
    CHECK(days_of_plan(pen.notebook).front() == "2015-09-08");
    CHECK(days_of_plan(pen.notebook).back() == "2015-09-19");
    pen.write(edits::set_retired(other, true));
    CHECK(days_of_plan(pen.notebook).back() == "2015-09-18");
    Inspection longer = pen.notebook.inspection();
    longer.last_day = "9999-12-31";
    pen.write(edits::correct_inspection(inspection, pen.notebook.inspection(), longer));
    CHECK(days_of_plan(pen.notebook).size() < most_days);
}

TEST_CASE("a plan: the day after is the next one, also over a month, and of no day there is none") {
    CHECK(days_after("2015-09-30", 1) == "2015-10-01");
    CHECK(days_after("2016-03-01", -1) == "2016-02-29");
    CHECK(days_after("soon", 1) == "soon");
    CHECK(days_after("9999-12-31", 1) == "9999-12-31");
}

TEST_CASE("F18: who plans with whom is the lead, the team, and whoever else was planned for something, each once") {
    Pen pen = pen_of_the_week();
    Planned with_a_stranger = opening();
    with_a_stranger.inspectors = {"Ada Quill", "Imre Callow"};
    pen.write(edits::add_planned(with_a_stranger));
    CHECK(inspectors_of_plan(pen.notebook) == Names{"Rowan Tessel", "Imre Callow", "Ada Quill"});
}

TEST_CASE("a plan: what comes next is one's own session, else anybody's, and none once all are over") {
    Pen pen = pen_of_the_week();
    pen.write(edits::add_planned(opening()));
    Planned others = of_day(other, "2015-09-14", 8 * 60, 9 * 60);
    others.inspectors = {"Imre Callow"};
    pen.write(edits::add_planned(others));
    const auto next = [&](const std::string& name, int minutes) {
        constexpr std::int64_t midnight = 1'442'185'200'000;  // there, in British summer time
        const Planned* found =
            next_planned(pen.notebook, name, {Instant{midnight + std::int64_t{minutes} * 60'000}, 60});
        return found == nullptr ? ItemId{} : found->id;
    };
    CHECK(next("Rowan Tessel", 7 * 60) == one);
    CHECK(next("Imre Callow", 7 * 60) == other);
    CHECK(next("Nobody", 7 * 60) == other);
    CHECK(next("Imre Callow", 9 * 60) == one);
    CHECK(next("Rowan Tessel", 10 * 60 + 29) == one);
    CHECK(next("Rowan Tessel", 10 * 60 + 30) == ItemId{});
    pen.write(edits::set_retired(other, true));
    CHECK(next("Nobody", 7 * 60) == one);
}

TEST_CASE("F18: contacts stand by name, and keep what they said before they were corrected") {
    Pen pen(inspection);
    pen.write(edits::add_contact({.id = one,
                                  .name = "Mira Holt",
                                  .role = "Director of children's services",
                                  .telephone = "01632 960001",
                                  .email = "mira@example.org",
                                  .note = "Mornings."}));
    pen.write(edits::add_contact({.id = other, .name = "Élan Abbot"}));
    REQUIRE(pen.notebook.contacts().size() == 2);
    CHECK(pen.notebook.contacts().front()->id == other);
    const Contact before = *pen.notebook.contact(one);
    CHECK(before.role == "Director of children's services");
    CHECK(before.email == "mira@example.org");
    CHECK(before.note == "Mornings.");
    Contact after = before;
    after.telephone = "01632 960002";
    const auto changes = edits::correct_contact(before, after);
    CHECK(changes.size() == 1);
    const auto undo = undoable(pen.notebook, changes);
    REQUIRE(undo);
    pen.write(changes);
    CHECK(pen.notebook.contact(one)->telephone == "01632 960002");
    CHECK(pen.notebook.items().find(one)->fields.at("telephone").history.size() == 2);
}

TEST_CASE("F33: the days, the title and the team of an inspection are corrected one by one, and taken back with undo") {
    Pen pen = pen_of_the_week();
    Inspection after = pen.notebook.inspection();
    after.last_day = "2015-09-21";
    after.team = {"Ada Quill"};
    const auto changes = edits::correct_inspection(inspection, pen.notebook.inspection(), after);
    CHECK(changes.size() == 3);
    const auto undo = undoable(pen.notebook, changes);
    REQUIRE(undo);
    pen.write(changes);
    CHECK(pen.notebook.inspection().last_day == "2015-09-21");
    CHECK(pen.notebook.inspection().team == Names{"Ada Quill"});
    CHECK(pen.notebook.inspection().lead == "Rowan Tessel");
    pen.write(undo->back);
    CHECK(pen.notebook.inspection().last_day == "2015-09-18");
    CHECK(pen.notebook.inspection().team == Names{"Imre Callow"});
}

TEST_CASE("a plan: a session is called by its title, else by its kind, and is where its place and its school are") {
    Pen pen(inspection);
    SchoolFacts facts;
    facts.name = "Ashcombe Primary School";
    pen.write(edits::add_school(id<ItemId>(9), facts));
    Planned planned = opening();
    CHECK(name_of(pen.notebook, planned) == "Opening meeting");
    CHECK(where(pen.notebook, planned) == "County Hall, Ashcombe Primary School");
    planned.title = " ";
    planned.place = "";
    CHECK(name_of(pen.notebook, planned) == "opening-meeting");
    CHECK(where(pen.notebook, planned) == "Ashcombe Primary School");
    planned.school = {};
    CHECK(where(pen.notebook, planned).empty());
}

}  // namespace daybook::testing
