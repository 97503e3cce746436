// What the guidance wants done around an inspection, held against what a notebook asks for: each item of a checklist is
// found by Health until it is settled. Never an item's whole words: only those by which it is known.
#include <doctest/doctest.h>

#include <algorithm>
#include <charconv>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include "core/notebook/check.h"
#include "core/notebook/edits.h"
#include "core/notebook/health.h"
#include "tests/core/framework_files.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

const auto inspection = id<InspectionId>(1);
constexpr LocalTime now{Instant{1'442'224'800'000}, 60};

struct Wanted {
    std::string item;
    std::string words;                    ///< of its name
    std::vector<std::string> paragraphs;  ///< that its source names
};

int number_of(std::string_view paragraph) {
    int number = 0;
    std::from_chars(paragraph.data() + 1, paragraph.data() + paragraph.size(), number);
    return number;
}

/// Whether a source such as "H12-H13, F15" names this paragraph.
bool names(std::string_view source, std::string_view paragraph) {
    return std::ranges::any_of(std::views::split(source, std::string_view(", ")), [&](const auto& part) {
        const std::string_view range(part.begin(), part.end());
        const std::string_view first = range.substr(0, range.find('-'));
        const std::string_view last = range.substr(range.find('-') + 1);  // all of it where there is none
        return first.front() == paragraph.front() && number_of(first) <= number_of(paragraph) &&
               number_of(paragraph) <= number_of(last);
    });
}

/// The items of checklists that Health asks for.
std::vector<const ChecklistItem*> asked_for(const Notebook& book) {
    std::vector<const ChecklistItem*> items;
    for (const Shortfall& one : shortfalls(book, now)) {
        if (one.check != nullptr) items.push_back(one.check);
    }
    return items;
}

void say(Pen& pen, const Checklist& list, const std::string& item, std::string_view state) {
    pen.write(edits::create_check(inspection, list.id, item));
    pen.write(edits::set_check_state(check_id(inspection, list.id, item), state));
}

/// Each of them is asked for once all others are done, also if it was not done, and no more once it is.
void check_asks(const std::string& list_id, const std::vector<Wanted>& all) {
    const std::string json = england_json();
    for (const Wanted& wanted : all) {
        CAPTURE(wanted.item);
        Pen pen(inspection);
        pen.write({SetField{Notebook::root(inspection), std::string(words::pack), Bytes(json.begin(), json.end())}});
        const Checklist* list = pen.notebook.pack().checklist(list_id);
        REQUIRE(list != nullptr);
        const ChecklistItem* item = list->item(wanted.item);
        REQUIRE(item != nullptr);
        CHECK_MESSAGE(item->name.contains(wanted.words), item->name);
        for (const std::string& paragraph : wanted.paragraphs) CHECK_MESSAGE(names(item->source, paragraph), paragraph);
        REQUIRE(asked_for(pen.notebook).empty());
        for (const ChecklistItem& other : list->items) {
            if (other.id != wanted.item) say(pen, *list, other.id, check_states::done);
        }
        CHECK(asked_for(pen.notebook) == std::vector{item});
        say(pen, *list, wanted.item, check_states::not_done);
        CHECK(asked_for(pen.notebook) == std::vector{item});
        say(pen, *list, wanted.item, check_states::done);
        CHECK(asked_for(pen.notebook).empty());
    }
}

}  // namespace

TEST_CASE("H5-H8, H22: Health asks for each thing that is looked at and summed up to prepare the inspection") {
    check_asks("preparation", {{"arrangements", "has arranged this work, partners under contract included", {"H5"}},
                               {"overview", "held against the authority's dashboard", {"H6", "H7"}},
                               {"summed-up", "summed up in the evidence notebook", {"H6"}},
                               {"data", "RAISEonline", {"H7"}},
                               {"last-report", "the last inspection", {"H7"}},
                               {"complaints", "Qualifying complaints", {"H7"}},
                               {"monitoring", "HMI monitoring", {"H7"}},
                               {"website", "website", {"H7"}},
                               {"first-week", "outcomes of the first week are looked at", {"H8", "H22"}}});
}

TEST_CASE("F16, F18: Health asks whether the team is settled, who leads it and how many they are") {
    check_asks("preparation", {{"team", "led by an HMI, normally four HMI in all", {"F16", "F18"}}});
}

TEST_CASE("H9, H47: Health asks for each part of the joining instructions, what is expected of the team included") {
    check_asks("joining-instructions", {{"key-facts", "Key facts about the authority, and when", {"H9"}},
                                        {"analysis", "what to follow up", {"H9"}},
                                        {"outline", "outline of activity", {"H9"}},
                                        {"expectations", "what is expected", {"H47"}},
                                        {"sent", "Sent to the whole team", {"H9"}}});
}

TEST_CASE("H12-H15, H48, F15: Health asks for what comes before the notification call, in it and after it") {
    check_asks("notification-around", {{"schools-first", "All schools of the first week", {"H12", "H13", "F15"}},
                                       {"notice", "up to five days before", {"H13", "F15"}},
                                       {"reached", "the most senior officer, was reached", {"H13", "H14"}},
                                       {"reasons", "why the authority was selected", {"H15"}},
                                       {"practical", "practical matters", {"H15"}},
                                       {"quality-visit", "quality assurance visit was explained", {"H48"}},
                                       {"email", "by email", {"H14"}},
                                       {"in-writing", "Purpose, powers and the way of reporting", {"F15"}}});
}

TEST_CASE("H17, F41: once a deferral was asked for, Health asks for its reasons, the Director and the answer") {
    check_asks("deferral", {{"asked", "the note has the reasons", {"H17", "F41"}},
                            {"regional-director", "Regional Director was told", {"H17"}},
                            {"decided", "by itself", {"H17", "F41"}}});
}

TEST_CASE("H23-H25: Health asks for each thing that opens the second week") {
    check_asks("opening", {{"identity", "Identity badges", {"H23"}},
                           {"arrival", "The Chief Executive and the DCS know", {"H23"}},
                           {"prompt", "without delay", {"H23"}},
                           {"introductions", "introduced", {"H24"}},
                           {"briefing", "longer meeting on the first day", {"H24"}},
                           {"meetings", "Meetings with the authority's people and with schools", {"H24"}},
                           {"feedback", "each day, and at the end", {"H24"}},
                           {"practical", "Absences", {"H24"}},
                           {"first-week", "What came out of the first week", {"H24"}},
                           {"team", "what to explore, by what, and who does it", {"H25"}}});
}

TEST_CASE("H10, H37-H39, H47, F36-F37: Health asks for what makes the findings those of the whole team") {
    check_asks("final-team-meeting", {{"time", "Time was kept for preparing it", {"H39"}},
                                      {"invited", "The DCS or nominee was invited", {"H37"}},
                                      {"evidence", "All evidence is in and was weighed", {"H38", "F36", "F37"}},
                                      {"agreed", "The whole team agrees", {"H10", "F36", "F37"}},
                                      {"agreed", "each finding has evidence behind it", {"H47", "F36"}},
                                      {"recorded", "as the meeting went on", {"H39"}},
                                      {"key-points", "Key points for the feedback", {"H39"}},
                                      {"regional-director", "before the final feedback", {"H39"}}});
}

TEST_CASE("H40-H42, F39, F49: Health asks for what belongs to the feedback meeting") {
    check_asks("feedback", {{"present", "The DCS, the lead member and the Chief Executive", {"H40"}},
                            {"others", "after talking with the DCS", {"H40"}},
                            {"purpose", "what the meeting is for", {"H41"}},
                            {"findings", "The main findings were shared, and how to improve", {"H41"}},
                            {"language", "no remark about a person", {"H41"}},
                            {"recorded", "in the evidence notebook", {"H41"}},
                            {"comments", "could comment on the recommendations", {"F39"}},
                            {"beforehand", "told the findings beforehand, and a longer meeting", {"H42"}},
                            {"return", "a return to give feedback", {"F49"}}});
}

TEST_CASE("H43, F48: Health asks for everything that the authority is to be clear about before the team leaves") {
    check_asks("before-leaving", {{"findings", "strengths, weaknesses, and what to improve first", {"H43", "F48"}},
                                  {"confidential", "Moderation may change the outcomes", {"H43"}},
                                  {"in-the-report", "will show in the report", {"H43", "F48"}},
                                  {"publication", "comes to be published", {"H43", "F48"}},
                                  {"further", "Whether a further inspection is recommended", {"H43", "F48"}},
                                  {"complaints", "a complaint", {"F48"}}});
}

TEST_CASE("F47: of an inspection that is judged incomplete, Health asks whether that was told and what follows") {
    check_asks("if-incomplete", {{"told", "told that it is incomplete", {"F47"}},
                                 {"further-visit", "A further visit for the missing evidence", {"F47"}}});
}

TEST_CASE("guidance: a source names the paragraphs of its ranges, and no others") {
    CHECK(names("H12-H13, F15", "H13"));
    CHECK(names("H12-H14, F15", "H13"));
    CHECK(names("H12-H13, F15", "F15"));
    CHECK_FALSE(names("H12-H13, F15", "H15"));
    CHECK_FALSE(names("H12-H13, F15", "F12"));
    CHECK_FALSE(names("H1", "H12"));
}

}  // namespace daybook::testing
