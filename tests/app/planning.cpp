#include "tests/app/planning.h"

#include <doctest/doctest.h>

#include <utility>

#include "core/notebook/plan_edits.h"

namespace daybook::testing {
namespace {

constexpr auto monday = "2015-09-14";
constexpr auto tuesday = "2015-09-15";
constexpr auto wednesday = "2015-09-16";
constexpr auto friday = "2015-09-18";

/// What nobody typed here is no word of the interface either.
void hear(Stage& stage, const std::vector<Change>& changes) {
    const auto add = [&](const Value& value) {
        if (const auto* text = std::get_if<std::string>(&value)) stage.heard.push_back(*text);
    };
    for (const Change& change : changes) {
        if (const auto* set = std::get_if<SetField>(&change)) add(set->value);
        if (const auto* member = std::get_if<SetMember>(&change)) add(member->member);
    }
}

int at(int hour, int minute = 0) {
    return hour * 60 + minute;
}

}  // namespace

void write(Stage& stage, const std::vector<Change>& changes) {
    REQUIRE_FALSE(stage.engine.revisions().empty());
    hear(stage, changes);
    constexpr std::uint64_t of_nobody_here = 900'000;
    const InspectionId inspection = stage.engine.revisions().rbegin()->first;
    for (const Event& event : stage.engine.answer(Edit{of_nobody_here, inspection, changes}, stage.now)) {
        if (std::holds_alternative<Appended>(event)) stage.say(event);
    }
    stage.settle();
}

ItemId planned_item(Byte number) {
    ItemId id;
    id.bytes.fill(0xB0);
    id.bytes[0] = number;
    return id;
}

Planned session(Byte number, std::string_view day, int from, int to, std::string_view title,
                std::vector<std::string> inspectors) {
    Planned planned;
    planned.id = planned_item(number);
    planned.day = day;
    planned.from = from;
    planned.to = to;
    planned.title = title;
    planned.inspectors = std::move(inspectors);
    return planned;
}

void plan_two_weeks(Stage& stage) {
    const std::string ada = "Ada Penn";
    const std::string imre = "Imre Callow";
    const std::string rowan = "Rowan Tessel";
    const std::string noor = "Noor Vale";
    Inspection team;
    team.team = {imre, noor, rowan};
    std::vector<Change> changes =
        edits::correct_inspection(stage.engine.revisions().rbegin()->first, Inspection{}, team);
    const auto add = [&](Planned planned, std::string_view place, std::string_view kind,
                         std::vector<std::string> roles = {}) {
        planned.place = place;
        planned.kind = kind;
        planned.roles = std::move(roles);
        for (Change& change : edits::add_planned(planned)) changes.push_back(std::move(change));
    };
    add(session(1, "2015-09-09", at(10), at(10, 45), "Notification call", {ada}), "Telephone", "notification-call",
        {"dcs"});
    add(session(2, monday, at(9), at(9, 30), "Opening meeting", {ada, imre, noor, rowan}), "County Hall",
        "opening-meeting", {"dcs", "chief-executive"});
    add(session(3, monday, at(9, 45), at(11), "Contextual briefing", {ada, imre}), "County Hall",
        "contextual-briefing");
    add(session(4, monday, at(10, 30), at(11, 30), "Lead member", {ada}), "County Hall", "meeting", {"lead-member"});
    add(session(5, monday, at(11), at(12, 30), "Headteachers of schools that were monitored", {noor, rowan}),
        "Ashby Lane Primary School", "meeting", {"head-monitoring"});
    add(session(6, monday, at(13), at(15), "Minutes of the improvement board", {imre}), "County Hall",
        "document-scrutiny");
    add(session(7, monday, at(16), at(16, 45), "Team meeting", {ada, imre, noor, rowan}), "County Hall",
        "team-meeting");
    add(session(8, tuesday, at(9), at(10), "Chair of the schools' forum", {ada}), "County Hall", "meeting",
        {"schools-forum"});
    add(session(9, tuesday, at(10, 10), at(11), "Visit", {ada, noor}), "Côte Hill Infants", "visit", {"headteacher"});
    add(session(10, tuesday, at(13), at(14), "Governor services", {}), "County Hall", "meeting");
    add(session(11, wednesday, at(9, 30), at(12), "Analysis of results", {rowan}), "", "data-analysis");
    add(session(12, friday, at(14), at(15, 30), "Feedback meeting", {ada, imre, noor, rowan}), "County Hall",
        "feedback-meeting", {"dcs"});
    for (Change& change : edits::add_contact({.id = planned_item(30),
                                              .name = "Mira Holt",
                                              .role = "Director of children's services",
                                              .telephone = "01632 960001",
                                              .email = "mira.holt@example.org"}))
        changes.push_back(std::move(change));
    write(stage, changes);
}

}  // namespace daybook::testing
