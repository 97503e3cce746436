// What is due when: working days over weekends and holidays, what is not known, and two sources that disagree.
#include "core/notebook/deadlines.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "core/notebook/edits.h"
#include "tests/core/framework_files.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

Inspection inspection_of(std::string first_day, std::string last_day) {
    Inspection inspection;
    inspection.first_day = std::move(first_day);
    inspection.last_day = std::move(last_day);
    return inspection;
}
Inspection of_september() {
    return inspection_of("2015-09-14", "2015-09-18");
}

const DueDay& due(const std::vector<DueDay>& days, std::string_view id) {
    const auto found = std::ranges::find_if(days, [&](const DueDay& one) { return one.deadline->id == id; });
    REQUIRE(found != days.end());
    return *found;
}

/// Easter Sunday (the anonymous Gregorian computus).
std::chrono::sys_days easter(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return std::chrono::year(year) / (f / 31) / (f % 31 + 1);
}

}  // namespace

TEST_CASE("working days: weekends and holidays are not counted, and the first day is not either") {
    const HolidayCalendar calendar = pack_of(england_json()).calendar;
    CHECK(working_day_after(calendar, "2015-09-18", 1) == "2015-09-21");   // a Friday
    CHECK(working_day_after(calendar, "2015-09-19", 1) == "2015-09-21");   // from a Saturday
    CHECK(working_day_after(calendar, "2015-12-24", 1) == "2015-12-29");   // Boxing Day was moved to the Monday
    CHECK(working_day_after(calendar, "2016-03-24", 1) == "2016-03-29");   // Easter
    CHECK(working_day_after(calendar, "2022-05-27", 5) == "2022-06-07");   // two days in June
    CHECK(working_day_after(calendar, "2015-12-11", 20) == "2016-01-13");  // into the next year
}

TEST_CASE("working days: beyond the years that are known there is no answer, and of what is no day neither") {
    const HolidayCalendar calendar = pack_of(england_json()).calendar;
    CHECK(working_day_after(calendar, "2028-12-01", 18) == "2028-12-29");
    CHECK_FALSE(working_day_after(calendar, "2028-12-01", 20));
    CHECK_FALSE(working_day_after(calendar, "2013-11-01", 5));
    CHECK_FALSE(working_day_after(calendar, "2015-02-30", 5));
    CHECK_FALSE(working_day_after(calendar, "", 5));
    CHECK_FALSE(working_day_after({}, "2015-09-18", 1));
}

TEST_CASE("working days: England's holidays are weekdays, eight or more a year, with Good Friday and Easter Monday") {
    const HolidayCalendar calendar = pack_of(england_json()).calendar;
    CHECK(calendar.first_year == 2014);
    CHECK(calendar.last_year == 2028);
    for (int year = calendar.first_year; year <= calendar.last_year; ++year) {
        CAPTURE(year);
        const auto in_it = std::ranges::count_if(calendar.holidays, [&](std::chrono::sys_days one) {
            return static_cast<int>(std::chrono::year_month_day(one).year()) == year;
        });
        CHECK(in_it >= 8);
        CHECK(std::ranges::contains(calendar.holidays, easter(year) - std::chrono::days(2)));
        CHECK(std::ranges::contains(calendar.holidays, easter(year) + std::chrono::days(1)));
    }
    for (const std::chrono::sys_days holiday : calendar.holidays) {
        CHECK(std::chrono::weekday(holiday).iso_encoding() <= 5);
    }
}

TEST_CASE("H44-H46, F51-F53: every date after the inspection has its day or says why not, and its source") {
    const Pack pack = pack_of(england_json());
    const std::vector<DueDay> days = due_days(pack, of_september());
    CHECK(due(days, "report-sent").day == "2015-10-16");
    CHECK(due(days, "report-published").day == "2015-10-23");
    CHECK(due(days, "final-report").day == "2015-10-28");
    CHECK(due(days, "accuracy-check").lacks == DueDay::Lacks::milestone);
    CHECK(due(days, "stakeholders").lacks == DueDay::Lacks::milestone);
    CHECK(due(days, "written-statement").lacks == DueDay::Lacks::term);
    for (const DueDay& one : days) {
        CAPTURE(one.deadline->id);
        CHECK(one.day.empty() == (one.lacks != DueDay::Lacks::nothing));
        CHECK_FALSE(one.deadline->source.empty());
    }
}

TEST_CASE("H45, F53: the sources disagree; both days are there, and the earlier is the one to work to") {
    const Pack pack = pack_of(england_json());
    const std::vector<DueDay> days = due_days(pack, of_september());
    CHECK(due(days, "report-sent").beside == DueDay::Beside::a_later_one);
    CHECK(due(days, "report-sent").deadline->source == "F53");
    CHECK(due(days, "report-sent").milestone->id == "inspection-end");
    CHECK(due(days, "final-report").beside == DueDay::Beside::an_earlier_one);
    CHECK(due(days, "final-report").deadline->source == "H45");
    CHECK(due(days, "final-report").milestone->id == "on-site-end");
    CHECK(due(days, "report-published").beside == DueDay::Beside::none);
}

TEST_CASE("F49, F53: an inspection that ends later than its days on site counts from its end, and H45 from those") {
    const Pack pack = pack_of(england_json());
    Inspection inspection = of_september();
    inspection.milestones["inspection-end"] = "2015-10-09";  // the team came back for the feedback
    const std::vector<DueDay> days = due_days(pack, inspection);
    CHECK(due(days, "report-sent").day == "2015-11-06");
    CHECK(due(days, "final-report").day == "2015-10-28");
    CHECK(due(days, "final-report").beside == DueDay::Beside::a_later_one);
    CHECK(due(days, "report-sent").beside == DueDay::Beside::an_earlier_one);
}

TEST_CASE("deadlines: in years whose holidays are not known the day is not guessed") {
    const Pack pack = pack_of(england_json());
    const std::vector<DueDay> days = due_days(pack, inspection_of("2028-12-11", "2028-12-15"));
    CHECK(due(days, "report-sent").lacks == DueDay::Lacks::calendar);
    CHECK(due(days, "report-sent").day.empty());
    CHECK(due(days, "report-sent").beside == DueDay::Beside::none);
}

TEST_CASE("deadlines: a day that was said is in the notebook, can be changed and taken back, and the history has all") {
    Pen pen(id<InspectionId>(1));
    const InspectionId inspection = pen.notebook.id();
    pen.write(edits::set_milestone(inspection, "sent-for-check", "2015-10-02"));
    CHECK(pen.notebook.inspection().milestones.at("sent-for-check") == "2015-10-02");
    const Pack pack = pack_of(england_json());
    CHECK(due(due_days(pack, pen.notebook.inspection()), "accuracy-check").day == "2015-10-09");
    pen.write(edits::set_milestone(inspection, "sent-for-check", "2015-10-05"));
    CHECK(pen.notebook.inspection().milestones.at("sent-for-check") == "2015-10-05");
    pen.write(edits::set_milestone(inspection, "sent-for-check", ""));
    CHECK(pen.notebook.inspection().milestones.empty());
    const Item* root = pen.notebook.items().find(Notebook::root(inspection));
    REQUIRE(root != nullptr);
    CHECK(root->fields.at("milestone sent-for-check").history.size() == 3);
}

TEST_CASE("deadlines: what a stranger's revision says of a milestone is no day unless it is one") {
    Pen pen(id<InspectionId>(1));
    const InspectionId inspection = pen.notebook.id();
    for (const char* wrong : {"2015-13-01", "tomorrow", "2015-10-02; DROP TABLE", "\xff"}) {
        pen.write({SetField{Notebook::root(inspection), "milestone inspection-end", std::string(wrong)}});
        CHECK(pen.notebook.inspection().milestones.empty());
    }
    pen.write({SetField{Notebook::root(inspection), "milestone inspection-end", true}});
    CHECK(pen.notebook.inspection().milestones.empty());
}

TEST_CASE("deadlines: a pack of another trade has its own holidays and days, and one may have none") {
    const Pack libraries = pack_of(test_data("packs/lending-libraries.json"));
    const std::vector<DueDay> days = due_days(libraries, inspection_of("2031-03-03", "2031-03-06"));
    REQUIRE(days.size() == 1);
    CHECK(days.front().day == "2031-03-11");  // the Friday is Founders' Day
    Pack without = libraries;
    without.deadlines.clear();
    CHECK(due_days(without, of_september()).empty());
}

}  // namespace daybook::testing
