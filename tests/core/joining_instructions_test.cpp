// Joining instructions: what the page holds, what it never holds, and that nobody's words become markup.
#include "core/notebook/joining_instructions.h"

#include <doctest/doctest.h>

#include <string>

#include "core/notebook/edits.h"
#include "core/notebook/flag_edits.h"
#include "core/notebook/plan_edits.h"
#include "tests/core/framework_files.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

const auto inspection = id<InspectionId>(1);
constexpr LocalTime now{Instant{1'442'224'800'000}, 60};

Pen pen_of(const std::string& authority) {
    Pen pen(inspection);
    const std::string json = england_json();
    pen.write({SetField{Notebook::root(inspection), std::string(words::pack), Bytes(json.begin(), json.end())}});
    Inspection described;
    described.title = "School improvement in Wexmoor";
    described.authority = authority;
    described.first_day = "2015-09-14";
    described.last_day = "2015-09-18";
    described.lead = "Rowan Tessel";
    described.team = {"Imre Callow"};
    pen.write(edits::describe_inspection(inspection, described));
    return pen;
}

void check(Pen& pen, const std::string& list, const std::string& item, std::string_view state,
           const std::string& note) {
    pen.write(edits::create_check(inspection, list, item));
    const ItemId made = check_id(inspection, list, item);
    if (!state.empty()) pen.write(edits::set_check_state(made, state));
    if (!note.empty()) pen.write({Splice{made, std::string(words::note), {}, 0, 0, note}});
}

void ask(Pen& pen, ItemId entry, const std::string& words) {
    pen.write(edits::create_entry(entry, id<ItemId>(40)));
    pen.write({edits::first_words(entry, words)});
    pen.write(edits::set_follow_up(entry, true));
}

Planned meeting() {
    Planned planned;
    planned.id = id<ItemId>(20);
    planned.day = "2015-09-14";
    planned.from = 570;
    planned.to = 630;
    planned.kind = "opening-meeting";
    planned.place = "County Hall";
    planned.inspectors = {"Rowan Tessel"};
    planned.roles = {"chief-executive"};
    planned.note = "Not for the page.";
    return planned;
}

std::string page(const Pen& pen, const std::string& author = "Rowan Tessel") {
    return joining_instructions(pen.notebook, author, now);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("H9: joining instructions hold the authority, the days, the team, the contacts and the timings") {
    Pen pen = pen_of("Wexmoor");
    pen.write(edits::add_contact({.id = id<ItemId>(30),
                                  .name = "Mira Holt",
                                  .role = "Director of children's services",
                                  .telephone = "01632 960001",
                                  .email = "mira@example.org"}));
    pen.write(edits::add_contact({.id = id<ItemId>(31), .name = "Was Retired"}));
    pen.write(edits::set_retired(id<ItemId>(31), true));
    pen.write(edits::add_planned(meeting()));
    const std::string html = page(pen);
    for (const std::string_view part :
         {"<!doctype html>", "Wexmoor", "Monday 14 September 2015", "Friday 18 September 2015",
          "Rowan Tessel</bdi>, lead", "Imre Callow", "Mira Holt", "Director of children&#39;s services", "01632 960001",
          "mira@example.org", "09:30–10:30", "Opening meeting", "County Hall", "Made by Daybook",
          "on Monday 14 September 2015 at 11:00", ", by <bdi>Rowan Tessel</bdi>", "@page"}) {
        CHECK_MESSAGE(has(html, part), part);
    }
    CHECK(has(html, pen.notebook.pack().role("chief-executive")->name));
    CHECK_FALSE(has(html, "Was Retired"));
    CHECK_FALSE(has(html, "Not for the page."));
}

TEST_CASE("H9, F14: joining instructions hold why the authority was selected, and the analysis, with their notes") {
    Pen pen = pen_of("Wexmoor");
    CHECK(has(page(pen), "Nothing is said in the notebook yet."));
    check(pen, "why-selected", "concern", check_states::applies, "Nine schools.");
    check(pen, "why-selected", "progress", check_states::does_not_apply, "Better than most.");
    check(pen, "joining-instructions", "analysis", {}, "Governance is where to look.");
    check(pen, "opening", pen.notebook.pack().checklist("opening")->items.front().id, {}, "Of another list.");
    const std::string html = page(pen);
    CHECK(has(html, pen.notebook.pack().checklist("why-selected")->item("concern")->name));
    CHECK(has(html, "Nine schools."));
    CHECK(has(html, "Governance is where to look."));
    CHECK_FALSE(has(html, pen.notebook.pack().checklist("why-selected")->item("progress")->name));
    CHECK_FALSE(has(html, "Better than most."));
    CHECK_FALSE(has(html, "Of another list."));
}

TEST_CASE("H9, H28: joining instructions hold the lines to follow up, and never a word in confidence") {
    Pen pen = pen_of("Wexmoor");
    const auto open = id<ItemId>(50);
    const auto secret = id<ItemId>(51);
    const auto partly = id<ItemId>(52);
    const auto closed = id<ItemId>(53);
    const auto disclosed = id<ItemId>(54);
    ask(pen, open, "Who monitors the small schools?");
    pen.write(edits::set_follow_up_owner(open, "Imre Callow"));
    ask(pen, secret, "Was the report held back?");
    pen.write(edits::set_confidence(secret, true));
    ask(pen, partly, "The head left. She spoke of pressure.");
    const RevisionRef written = pen.notebook.entry(partly)->versions.back().ref;
    pen.write(edits::add_passage({id<ItemId>(60), partly, Anchor{.version = written, .range = {0, 14}}}));
    pen.write(edits::set_confidence(id<ItemId>(60), true));
    ask(pen, closed, "Settled long ago?");
    pen.write(edits::close_follow_up(closed, "It was."));
    ask(pen, disclosed, "A child was named?");
    pen.write(edits::set_disclosure(disclosed, duties::safeguarding));
    const std::string html = page(pen);
    CHECK(has(html, "Who monitors the small schools?"));
    CHECK(has(html, "For <bdi>Imre Callow</bdi>"));
    for (const std::string_view part : {"held back", "The head left", "pressure", "Settled", "A child"})
        CHECK_MESSAGE(!has(html, part), part);
    REQUIRE(lines_to_follow_up(pen.notebook).size() == 1);
    CHECK(lines_to_follow_up(pen.notebook).front()->id == open);
}

TEST_CASE("H47: what is expected of the team is on the joining instructions, once it is noted") {
    Pen pen = pen_of("Wexmoor");
    const std::string& expected = pen.notebook.pack().checklist(joining_checklist)->item("expectations")->name;
    check(pen, std::string(joining_checklist), "expectations", check_states::done, {});
    CHECK_FALSE(has(page(pen), expected));  // that it is done is no matter for the team
    check(pen, std::string(joining_checklist), "expectations", {}, "Evidence is written up on the same day.");
    CHECK(has(page(pen), expected));
    CHECK(has(page(pen), "Evidence is written up on the same day."));
}

TEST_CASE("H9: joining instructions are a page of words, whatever anybody has typed") {
    const std::string hostile = "<script>alert('x')</script> \"quoted\" & 'so' \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D\x01";
    Pen pen = pen_of(hostile);
    pen.write(edits::add_contact(
        {.id = id<ItemId>(30), .name = hostile, .role = hostile, .telephone = hostile, .email = hostile}));
    Planned planned = meeting();
    planned.title = hostile;
    planned.place = hostile;
    planned.inspectors = {hostile};
    planned.roles = {hostile};
    pen.write(edits::add_planned(planned));
    planned.id = id<ItemId>(21);
    planned.day = hostile;
    planned.kind = hostile;
    pen.write(edits::add_planned(planned));
    check(pen, "why-selected", "concern", check_states::applies, hostile);
    ask(pen, id<ItemId>(50), hostile);
    pen.write(edits::set_follow_up_owner(id<ItemId>(50), hostile));
    Inspection after = pen.notebook.inspection();
    after.title = after.first_day = after.lead = hostile;
    after.team = {hostile, "</bdi></li><img src=x onerror=alert(1)>"};
    pen.write(edits::correct_inspection(inspection, pen.notebook.inspection(), after));
    const std::string html = page(pen, hostile);
    for (const std::string_view part :
         {"<script", "<img", "\"quoted\"", "'so'", "\x01", "src=x onerror=alert(1)>", "http:", "https:", "url("})
        CHECK_MESSAGE(!has(html, part), part);
    CHECK(has(html, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &quot;quoted&quot; &amp; &#39;so&#39;"));
    CHECK(has(html, "<bdi>&lt;script"));
    CHECK(has(html, "Without a day or a time"));
    CHECK(has(html, "no time yet"));
}

TEST_CASE("H9: joining instructions of an empty notebook say what is not in it yet") {
    const Pen pen(inspection);
    const std::string html = page(pen, "");
    CHECK(has(html, "No contact is in the notebook yet."));
    CHECK(has(html, "Nothing is planned in the notebook yet."));
    CHECK_FALSE(has(html, ", by "));
}

}  // namespace daybook::testing
