// Where a notebook has not what its pack's rules want: each rule by itself, and what was set aside.
#include "core/notebook/health.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/notebook/edits.h"
#include "core/notebook/evidence_form_edits.h"
#include "core/notebook/flag_edits.h"
#include "core/notebook/meeting_record.h"
#include "core/notebook/plan_edits.h"
#include "core/notebook/school_edits.h"
#include "core/notebook/time_spent.h"
#include "tests/core/framework_files.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

const auto inspection_id = id<InspectionId>(1);
const auto meeting = id<ItemId>(2);
const auto entry = id<ItemId>(3);
const auto other_entry = id<ItemId>(4);
const auto picture = id<ItemId>(5);
constexpr std::int64_t ten_o_clock = 1'442'224'800'000;
constexpr std::int64_t hour = 3'600'000;
constexpr LocalTime now{Instant{ten_o_clock + 2 * hour}, 60};

Bytes as_blob(const std::string& text) {
    return {text.begin(), text.end()};
}

Pen pen_with(const std::string& pack) {
    Pen pen(inspection_id);
    pen.write({SetField{Notebook::root(inspection_id), std::string(words::pack), as_blob(pack)}});
    return pen;
}

void meet(Pen& pen, ItemId activity, const std::vector<std::string>& roles, std::int64_t took = hour) {
    pen.write(edits::start_activity({activity, "meeting", "", roles}, {Instant{ten_o_clock}, 60}), ten_o_clock);
    pen.write(edits::stop_activity(activity, {Instant{ten_o_clock + took}, 60}), ten_o_clock + took);
}

void write_entry(Pen& pen, ItemId of, ItemId activity) {
    pen.write(edits::create_entry(of, activity));
    pen.write({edits::first_words(of, "The head spoke of reading.")});
}

/// An activity without people, of this kind, with an entry that bears on governance.
void gather(Pen& pen, const std::string& kind, ItemId activity, ItemId of) {
    pen.write(edits::start_activity({activity, kind, "", {}}, {Instant{ten_o_clock}, 60}), ten_o_clock);
    pen.write(edits::stop_activity(activity, {Instant{ten_o_clock + hour}, 60}), ten_o_clock + hour);
    write_entry(pen, of, activity);
    pen.write(edits::set_aspect(of, "governance", true));
}

/// An activity of this kind with an entry that says this.
void tell(Pen& pen, const std::string& kind, ItemId activity, ItemId of, const std::string& words) {
    pen.write(edits::start_activity({activity, kind, "", {}}, {Instant{ten_o_clock}, 60}));
    pen.write(edits::stop_activity(activity, {Instant{ten_o_clock + hour}, 60}), ten_o_clock + hour);
    pen.write(edits::create_entry(of, activity));
    pen.write({edits::first_words(of, words)});
}

/// The names that are found in what is told to others, or followed up.
std::vector<std::string> named_in(const Notebook& book) {
    std::vector<std::string> names;
    for (const Shortfall& one : shortfalls(book, now)) {
        if (one.rule->check == RuleCheck::person_unnamed) names.emplace_back(one.person);
    }
    return names;
}

/// The keys of what was found by this rule and not set aside.
std::vector<std::string> open_of(const Notebook& book, std::string_view rule, LocalTime at = now) {
    std::vector<std::string> keys;
    for (const Shortfall& one : shortfalls(book, at)) {
        if (one.rule->id == rule && one.set_aside == nullptr) keys.push_back(one.key());
    }
    return keys;
}
using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("H28: an activity that ended without having taken any time is found, one that runs is not") {
    Pen pen = pen_with(england_json());
    pen.write(edits::start_activity({meeting, "meeting", "", {}}, {Instant{ten_o_clock}, 60}));
    CHECK(open_of(pen.notebook, "time").empty());
    pen.write(edits::stop_activity(meeting, {Instant{ten_o_clock}, 60}));
    CHECK(open_of(pen.notebook, "time") == Keys{"time " + meeting.hex()});
    pen.write(edits::stop_activity(meeting, {Instant{ten_o_clock + hour}, 60}));
    CHECK(open_of(pen.notebook, "time").empty());
}

TEST_CASE("H28: an activity of which less than a minute ran is found here as on the page of the time spent") {
    Pen pen = pen_with(england_json());
    meet(pen, meeting, {}, least_time_ms - 1);
    CHECK(open_of(pen.notebook, "time") == Keys{"time " + meeting.hex()});
    CHECK(lacks_time(*pen.notebook.activity(meeting), now.at));
    pen.write(edits::stop_activity(meeting, {Instant{ten_o_clock + least_time_ms}, 60}));
    CHECK(open_of(pen.notebook, "time").empty());
    CHECK_FALSE(lacks_time(*pen.notebook.activity(meeting), now.at));
}

TEST_CASE("H28: an activity that nobody has ended on its day is found, running or paused, and not on that day") {
    Pen pen = pen_with(england_json());
    const Keys found{"time " + meeting.hex()};
    const auto last_moment = LocalTime{Instant{ten_o_clock + 13 * hour - 1}, 60};
    const auto midnight = LocalTime{Instant{ten_o_clock + 13 * hour}, 0};  // on the wall where it was begun
    pen.write(edits::start_activity({meeting, "meeting", "", {}}, {Instant{ten_o_clock}, 60}));
    CHECK(open_of(pen.notebook, "time", last_moment).empty());
    CHECK(open_of(pen.notebook, "time", midnight) == found);
    pen.write(edits::pause_activity(meeting, {Instant{ten_o_clock + hour}, 60}));
    CHECK(open_of(pen.notebook, "time", last_moment).empty());
    CHECK(open_of(pen.notebook, "time", midnight) == found);
    pen.write(edits::set_retired(meeting, true));
    CHECK(open_of(pen.notebook, "time", midnight).empty());
    pen.write(edits::set_retired(meeting, false));
    pen.write(edits::stop_activity(meeting, {Instant{ten_o_clock + hour}, 60}));
    CHECK(open_of(pen.notebook, "time", midnight).empty());
}

TEST_CASE("H62, F3: an entry bears on an aspect, or on another matter, itself or by a passage, or it is found") {
    Pen pen = pen_with(england_json());
    meet(pen, meeting, {});
    write_entry(pen, entry, meeting);
    const RevisionRef written = pen.last();  // its words
    const Keys found{"bearing " + entry.hex()};
    CHECK(open_of(pen.notebook, "bearing") == found);
    pen.write(edits::set_aspect(entry, "other-service", true));
    CHECK(open_of(pen.notebook, "bearing").empty());
    pen.write(edits::set_aspect(entry, "other-service", false));
    CHECK(open_of(pen.notebook, "bearing") == found);

    const ItemId passage = id<ItemId>(9);
    pen.write(edits::add_passage({passage, entry, Anchor{.version = written, .range = {0, 8}}}));
    CHECK(open_of(pen.notebook, "bearing") == found);
    pen.write(edits::set_aspect(passage, "governance", true));
    CHECK(open_of(pen.notebook, "bearing").empty());
    pen.write(edits::set_aspect(passage, "governance", false));
    pen.write(edits::set_retired(entry, true));
    CHECK(open_of(pen.notebook, "bearing").empty());
}

TEST_CASE("H27: a photograph or drawing without a gist is found, unless it or its entry was retired") {
    Pen pen = pen_with(england_json());
    meet(pen, meeting, {});
    write_entry(pen, entry, meeting);
    Attachment attachment;
    attachment.id = picture;
    attachment.of = entry;
    attachment.media_type = "image/jpeg";
    attachment.size = 10;
    attachment.pieces = 1;
    pen.write(edits::add_attachment(attachment));
    const auto drawing = id<ItemId>(6);
    pen.write(edits::create_drawing(drawing, entry));
    CHECK(open_of(pen.notebook, "gist") == Keys{"gist " + picture.hex(), "gist " + drawing.hex()});
    pen.write({Splice{picture, std::string(words::gist), {}, 0, 0, " \n"}});
    CHECK(open_of(pen.notebook, "gist").size() == 2);  // blanks say nothing
    pen.write({Splice{drawing, std::string(words::gist), {}, 0, 0, "Who sat where"}});
    CHECK(open_of(pen.notebook, "gist") == Keys{"gist " + picture.hex()});
    pen.write(edits::set_retired(entry, true));
    CHECK(open_of(pen.notebook, "gist").empty());
    pen.write(edits::set_retired(entry, false));
    pen.write(edits::set_retired(picture, true));
    CHECK(open_of(pen.notebook, "gist").empty());
}

TEST_CASE("H53, H60: every aspect without evidence is found, in the pack's order") {
    Pen pen = pen_with(england_json());
    meet(pen, meeting, {"headteacher"});
    write_entry(pen, entry, meeting);
    CHECK(open_of(pen.notebook, "evidence").size() == 9);
    CHECK(open_of(pen.notebook, "evidence").front() == "evidence leadership");
    pen.write(edits::set_aspect(entry, "leadership", true));
    CHECK(open_of(pen.notebook, "evidence").size() == 8);
    CHECK(open_of(pen.notebook, "evidence").front() == "evidence policy");
    pen.write(edits::set_retired(entry, true));
    CHECK(open_of(pen.notebook, "evidence").size() == 9);
}

TEST_CASE("H26: evidence of one kind of source only is found, and a second kind settles it") {
    Pen pen = pen_with(england_json());
    meet(pen, meeting, {"headteacher"});
    write_entry(pen, entry, meeting);
    pen.write(edits::set_aspect(entry, "governance", true));
    CHECK(open_of(pen.notebook, "triangulation") == Keys{"triangulation governance"});
    const auto another = id<ItemId>(7);
    meet(pen, another, {"headteacher"});  // another one, of the same kind
    write_entry(pen, other_entry, another);
    pen.write(edits::set_aspect(other_entry, "governance", true));
    CHECK(open_of(pen.notebook, "triangulation") == Keys{"triangulation governance"});
    pen.write(edits::set_role(another, "governor", true));
    CHECK(open_of(pen.notebook, "triangulation").empty());
}

TEST_CASE(
    "H30: an aspect of which only data speak is found, however many analyses there are, until something else does") {
    Pen pen = pen_with(england_json());
    gather(pen, "data-analysis", id<ItemId>(20), id<ItemId>(21));
    gather(pen, "data-analysis", id<ItemId>(22), id<ItemId>(23));
    CHECK(open_of(pen.notebook, "triangulation") == Keys{"triangulation governance"});
    gather(pen, "document-scrutiny", id<ItemId>(24), id<ItemId>(25));
    CHECK(open_of(pen.notebook, "triangulation").empty());
}

TEST_CASE("F27: what came of the first week is evidence beside the second's, as a kind of source of its own") {
    Pen pen = pen_with(england_json());
    gather(pen, "week-one-analysis", id<ItemId>(20), id<ItemId>(21));
    CHECK(open_of(pen.notebook, "evidence").size() == 8);
    CHECK(open_of(pen.notebook, "triangulation") == Keys{"triangulation governance"});
    meet(pen, meeting, {"governor"});
    write_entry(pen, entry, meeting);
    pen.write(edits::set_aspect(entry, "governance", true));
    CHECK(open_of(pen.notebook, "triangulation").empty());
    pen.write(edits::set_retired(id<ItemId>(21), true));
    CHECK(open_of(pen.notebook, "triangulation") == Keys{"triangulation governance"});
}

TEST_CASE(
    "H34, F43: what was disclosed and not passed on is found, in confidence or not, until a record says to whom") {
    Pen pen = pen_with(england_json());
    meet(pen, meeting, {});
    write_entry(pen, entry, meeting);
    CHECK(open_of(pen.notebook, "passed-on").empty());
    pen.write(edits::set_confidence(entry, true));
    pen.write(edits::set_disclosure(entry, duties::safeguarding));
    CHECK(open_of(pen.notebook, "passed-on") == Keys{"passed-on " + entry.hex()});
    CHECK(open_of(pen.notebook, "alerted").empty());
    PassedOn record;
    record.id = id<ItemId>(8);
    record.entry = entry;
    record.about = duties::safeguarding;
    record.to = "The designated officer";
    pen.write(edits::record_passed_on(record));
    CHECK(open_of(pen.notebook, "passed-on").empty());
}

TEST_CASE("H35: a serious concern of which the DCS was not told is found") {
    Pen pen = pen_with(england_json());
    meet(pen, meeting, {});
    write_entry(pen, entry, meeting);
    pen.write(edits::set_serious_concern(entry, true));
    CHECK(open_of(pen.notebook, "alerted") == Keys{"alerted " + entry.hex()});
    CHECK(open_of(pen.notebook, "passed-on").empty());
    pen.write(edits::set_retired(entry, true));  // takes no duty away
    CHECK(open_of(pen.notebook, "alerted") == Keys{"alerted " + entry.hex()});
}

TEST_CASE("H26-H27: a line of enquiry that nothing answers is found, until it is answered or closed") {
    Pen pen = pen_with(england_json());
    meet(pen, meeting, {});
    write_entry(pen, entry, meeting);
    write_entry(pen, other_entry, meeting);
    pen.write(edits::set_follow_up(entry, true));
    CHECK(open_of(pen.notebook, "follow-up") == Keys{"follow-up " + entry.hex()});
    pen.write(edits::set_answer(entry, other_entry, true));
    CHECK(open_of(pen.notebook, "follow-up").empty());
    pen.write(edits::set_retired(other_entry, true));
    CHECK(open_of(pen.notebook, "follow-up").size() == 1);
    pen.write(edits::close_follow_up(entry, "It no longer matters."));
    CHECK(open_of(pen.notebook, "follow-up").empty());
}

TEST_CASE("H15-H16, H43: of a checklist that was begun each item that is not settled is found, with its list") {
    Pen pen = pen_with(england_json());
    const auto say = [&](const std::string& list, const std::string& item, std::string_view state) {
        pen.write(edits::create_check(inspection_id, list, item));
        pen.write(edits::set_check_state(check_id(inspection_id, list, item), state));
    };
    CHECK(open_of(pen.notebook, "checklist").empty());  // none was begun
    say("why-selected", "concern", check_states::applies);
    CHECK(open_of(pen.notebook, "checklist").empty());  // the others need not be said
    const Checklist& list = *pen.notebook.pack().checklist("preparation");
    for (std::size_t n = 2; n < list.items.size(); ++n) say(list.id, list.items[n].id, check_states::done);
    say(list.id, list.items[0].id, check_states::not_done);
    const ItemId not_done = check_id(inspection_id, list.id, list.items[0].id);
    const ItemId never_said = check_id(inspection_id, list.id, list.items[1].id);
    CHECK(open_of(pen.notebook, "checklist") == Keys{"checklist " + not_done.hex(), "checklist " + never_said.hex()});
    const auto all = shortfalls(pen.notebook, now);
    const auto one = std::ranges::find(all, never_said, &Shortfall::item);
    REQUIRE(one != all.end());
    CHECK(one->list == &list);
    CHECK(one->check == &list.items[1]);
    pen.write(edits::set_aside(inspection_id, one->key(), "There was no report before."));
    say(list.id, list.items[0].id, check_states::not_applicable);
    CHECK(open_of(pen.notebook, "checklist").empty());
}

TEST_CASE("H16: of documents that were asked for, those are found that are neither read nor said to be not available") {
    Pen pen = pen_with(england_json());
    const Checklist& list = *pen.notebook.pack().checklist("documents");
    for (const ChecklistItem& item : list.items) {
        pen.write(edits::create_check(inspection_id, list.id, item.id));
        pen.write(edits::set_check_state(check_id(inspection_id, list.id, item.id), check_states::read));
    }
    CHECK(open_of(pen.notebook, "checklist").empty());
    const ItemId first = check_id(inspection_id, list.id, list.items.front().id);
    pen.write(edits::set_check_state(first, check_states::asked));
    CHECK(open_of(pen.notebook, "checklist") == Keys{"checklist " + first.hex()});
}

TEST_CASE("H18-H20, F22-F24: an inspected school is found until each of its talks is recorded, or could not be held") {
    Pen pen = pen_with(england_json());
    const auto school = id<ItemId>(30);
    const auto say = [&](const std::string& talk, std::string_view state) {
        pen.write(edits::create_form(inspection_id, school, talk));
        pen.write(edits::set_form_state(form_id(inspection_id, school, talk), state));
    };
    const auto write = [&](const std::string& talk, const std::string& field) {
        pen.write({Splice{form_id(inspection_id, school, talk), field, {}, 0, 0, "Words."}});
    };
    pen.write(edits::add_school(
        school, {.urn = {}, .name = "Ashby", .type = "Academy", .phase = {}, .rating = {}, .authority = {}}));
    CHECK(open_of(pen.notebook, "school-talks").empty());  // not inspected
    pen.write(edits::set_school_inspection(school, "exempt"));
    const bool excluded = pen.notebook.pack().evidence_forms.inspection("exempt")->excluded;
    CHECK(open_of(pen.notebook, "school-talks").empty() == excluded);
    pen.write(edits::set_school_inspection(school, "section-5"));
    const Keys found{"school-talks " + school.hex()};
    CHECK(open_of(pen.notebook, "school-talks") == found);
    say("authority", form_states::held);  // no academy needs it
    say("governance", form_states::unavailable);
    say("headteacher", form_states::held);
    for (const std::string theme : {"knowledge", "measures", "difference"}) write("headteacher", theme_field(theme));
    pen.write(edits::set_form_medium(form_id(inspection_id, school, "headteacher"), form_media::face_to_face));
    CHECK(open_of(pen.notebook, "school-talks") == found);  // with whom?
    pen.write(edits::set_form_person(form_id(inspection_id, school, "headteacher"), "headteacher", true));
    CHECK(open_of(pen.notebook, "school-talks") == found);  // what was done to hold the other one?
    write("governance", std::string(words::form_efforts));
    CHECK(open_of(pen.notebook, "school-talks").empty());
    say("headteacher", "");
    CHECK(open_of(pen.notebook, "school-talks") == found);
    pen.write(edits::set_aside(inspection_id, found.front(), "The head is ill."));
    CHECK(open_of(pen.notebook, "school-talks").empty());
    pen.write(edits::set_aside(inspection_id, found.front(), ""));
    pen.write(edits::set_retired(school, true));
    CHECK(open_of(pen.notebook, "school-talks").empty());
}

TEST_CASE("H43: once the last day is over, each list that every inspection goes through and nobody began is found") {
    Pen pen = pen_with(england_json());
    const LocalTime next_day{Instant{ten_o_clock + 24 * hour}, 60};
    CHECK(open_of(pen.notebook, "checklist", next_day).empty());  // nobody has said when it is over
    pen.write({SetField{Notebook::root(inspection_id), std::string(words::last_day), std::string("2015-09-14")}});
    CHECK(open_of(pen.notebook, "checklist").empty());
    Keys untouched{"checklist preparation",
                   "checklist joining-instructions",
                   "checklist notification-purposes",
                   "checklist notification-around",
                   "checklist documents",
                   "checklist opening",
                   "checklist final-team-meeting",
                   "checklist feedback",
                   "checklist before-leaving"};
    CHECK(open_of(pen.notebook, "checklist", next_day) == untouched);
    // By the wall of whoever asks.
    CHECK(open_of(pen.notebook, "checklist", {Instant{ten_o_clock + 13 * hour}, 60}) == untouched);
    CHECK(open_of(pen.notebook, "checklist", {Instant{ten_o_clock + 13 * hour}, 0}).empty());
    const auto all = shortfalls(pen.notebook, next_day);
    const auto one = std::ranges::find(all, "checklist documents", &Shortfall::key);
    REQUIRE(one != all.end());
    CHECK(one->list == pen.notebook.pack().checklist("documents"));
    CHECK(one->check == nullptr);
    pen.write(edits::set_aside(inspection_id, "checklist documents", "None was asked for."));
    std::erase(untouched, "checklist documents");
    CHECK(open_of(pen.notebook, "checklist", next_day) == untouched);
    pen.write(edits::set_milestone(inspection_id, "on-site-end", "2015-09-15"));
    CHECK(open_of(pen.notebook, "checklist", next_day).empty());  // it goes on for a day
}

TEST_CASE("H40: once the feedback meeting has ended, lists that nobody began are found before the day is over") {
    Pen pen = pen_with(england_json());
    pen.write(edits::start_activity({meeting, "feedback-meeting", "", {}}, {Instant{ten_o_clock}, 60}));
    CHECK(open_of(pen.notebook, "checklist").empty());
    pen.write(edits::stop_activity(meeting, {Instant{ten_o_clock + hour}, 60}));
    CHECK(open_of(pen.notebook, "checklist").size() == 9);
    pen.write(edits::set_retired(meeting, true));
    CHECK(open_of(pen.notebook, "checklist").empty());
}

TEST_CASE("H34, F43: somebody who is named in a line of enquiry is found, as long as it is one and not retired") {
    Pen pen = pen_with(england_json());
    tell(pen, "meeting", meeting, entry, "Was it Mrs Hardcastle who chose the schools?");
    CHECK(open_of(pen.notebook, "unnamed").empty());  // an ordinary entry
    pen.write(edits::set_follow_up(entry, true));
    CHECK(open_of(pen.notebook, "unnamed") == Keys{"unnamed " + entry.hex()});
    CHECK(named_in(pen.notebook) == Keys{"Mrs Hardcastle"});
    pen.write(edits::close_follow_up(entry, "It was."));
    CHECK(open_of(pen.notebook, "unnamed").size() == 1);  // the name still stands there
    pen.write(edits::set_retired(entry, true));
    CHECK(open_of(pen.notebook, "unnamed").empty());
    pen.write(edits::set_retired(entry, false));
    pen.write(edits::set_follow_up(entry, false));
    CHECK(open_of(pen.notebook, "unnamed").empty());
}

TEST_CASE("H34, F43: somebody who is named in why a line of enquiry is closed is found") {
    Pen pen = pen_with(england_json());
    tell(pen, "meeting", meeting, entry, "Who chose the schools?");
    pen.write(edits::set_follow_up(entry, true));
    CHECK(open_of(pen.notebook, "unnamed").empty());
    pen.write(edits::close_follow_up(entry, "It was Mrs Hardcastle."));
    CHECK(named_in(pen.notebook) == Keys{"Mrs Hardcastle"});
}

TEST_CASE("H34, F43: somebody who is named in a meeting with the DCS, or in feedback, is found, and in no other one") {
    const std::string words = "The head said what Cllr. O'Neill had said.";
    for (const std::string kind : {"dcs-update", "daily-feedback", "feedback-meeting"}) {
        CAPTURE(kind);
        Pen pen = pen_with(england_json());
        tell(pen, kind, meeting, entry, words);
        CHECK(open_of(pen.notebook, "unnamed") == Keys{"unnamed " + entry.hex()});
        CHECK(named_in(pen.notebook) == Keys{"Cllr. O'Neill"});
        pen.write(edits::set_retired(entry, true));
        CHECK(open_of(pen.notebook, "unnamed").empty());
        tell(pen, "team-meeting", id<ItemId>(20), other_entry, words);
        CHECK(open_of(pen.notebook, "unnamed").empty());
    }
}

TEST_CASE("H34, F43: somebody who is named in the impact that was seen is found as in the words") {
    Pen pen = pen_with(england_json());
    tell(pen, "daily-feedback", meeting, entry, "Support came in time.");
    CHECK(open_of(pen.notebook, "unnamed").empty());
    pen.write({edits::first_impact(entry, "Dr Óvári turned the school round.")});
    CHECK(open_of(pen.notebook, "unnamed") == Keys{"unnamed " + entry.hex()});
    CHECK(named_in(pen.notebook) == Keys{"Dr Óvári"});
}

TEST_CASE("H34, F43: somebody who is named in what such a meeting records is found once, with the meeting") {
    Pen pen = pen_with(england_json());
    const auto other_meeting = id<ItemId>(20);
    tell(pen, "feedback-meeting", meeting, entry, "All were there.");
    tell(pen, "team-meeting", other_meeting, other_entry, "Half were there.");
    pen.write({edits::first_record_words(other_meeting, "team-areas", "What Mrs Hardcastle is to be asked.")});
    CHECK(open_of(pen.notebook, "unnamed").empty());  // the team's own
    pen.write({edits::first_record_words(meeting, "feedback-key-points", "The lead member asked about reading.")});
    CHECK(open_of(pen.notebook, "unnamed").empty());
    pen.write({edits::first_record_words(meeting, "feedback-comments", "Miss Lark would begin with the coast.")});
    CHECK(open_of(pen.notebook, "unnamed") == Keys{"unnamed " + meeting.hex()});
    CHECK(named_in(pen.notebook) == Keys{"Miss Lark"});
    pen.write({edits::first_record_words(meeting, "feedback-key-points", "Mr Lark, too. ")});
    CHECK(open_of(pen.notebook, "unnamed").size() == 1);
    pen.write(edits::set_retired(meeting, true));
    CHECK(open_of(pen.notebook, "unnamed").empty());
}

TEST_CASE("H34, F43: a contact's whole name is found, unless the contact is retired, or is one of the team") {
    Pen pen = pen_with(england_json());
    const auto contact = id<ItemId>(30);
    tell(pen, "dcs-update", meeting, entry, "Anna Lyle's plan was praised by the head of school improvement.");
    CHECK(open_of(pen.notebook, "unnamed").empty());
    Contact anna;
    anna.id = contact;
    anna.name = "Anna Lyle";
    pen.write(edits::add_contact(anna));
    CHECK(open_of(pen.notebook, "unnamed") == Keys{"unnamed " + entry.hex()});
    pen.write(edits::set_retired(contact, true));
    CHECK(open_of(pen.notebook, "unnamed").empty());
    pen.write(edits::set_retired(contact, false));
    Inspection of_anna = pen.notebook.inspection();
    of_anna.team = {"Anna Lyle"};
    pen.write(edits::correct_inspection(inspection_id, pen.notebook.inspection(), of_anna));
    CHECK(open_of(pen.notebook, "unnamed").empty());
}

TEST_CASE("H34, F43: where a name has to be, that is said as a reason, and the place is set aside") {
    Pen pen = pen_with(england_json());
    tell(pen, "dcs-update", meeting, entry, "The authority itself made public that Lady Lark had gone.");
    const std::string key = "unnamed " + entry.hex();
    REQUIRE(open_of(pen.notebook, "unnamed") == Keys{key});
    pen.write(edits::set_aside(inspection_id, key, "It was in the newspaper."));
    CHECK(open_of(pen.notebook, "unnamed").empty());
    CHECK(named_in(pen.notebook) == Keys{"Lady Lark"});  // it still stands there
}

TEST_CASE("health: what counts as a title, and what is told to others, are the pack's") {
    Pen pen = pen_with(test_data("packs/lending-libraries.json"));
    tell(pen, "conversation", meeting, entry, "Sr. Lark reads to Mrs Hardcastle.");
    tell(pen, "shelf-walk", id<ItemId>(20), other_entry, "Fru Lark was there.");
    CHECK(named_in(pen.notebook) == Keys{"Sr. Lark"});
    CHECK(open_of(pen.notebook, "hushed") == Keys{"hushed " + entry.hex()});
    pen.write(edits::set_retired(entry, true));
    CHECK(open_of(pen.notebook, "hushed").empty());
}

TEST_CASE("health: what was set aside is still found, with the reason, who and when, until it is taken up again") {
    Pen pen = pen_with(england_json());
    meet(pen, meeting, {}, 0);
    const std::string key = "time " + meeting.hex();
    const std::size_t before = open_among(shortfalls(pen.notebook, now));
    pen.write(edits::set_aside(inspection_id, key, "The head did not come."), ten_o_clock + hour);
    const auto found = shortfalls(pen.notebook, now);
    CHECK(open_among(found) == before - 1);
    const auto one = std::ranges::find(found, key, &Shortfall::key);
    REQUIRE(one != found.end());
    REQUIRE(one->set_aside != nullptr);
    CHECK(one->set_aside->reason == "The head did not come.");
    CHECK(one->set_aside->author == "R. Hale");
    CHECK(one->set_aside->at.at.unix_ms == ten_o_clock + hour);
    pen.write(edits::set_aside(inspection_id, key, ""));
    CHECK(open_among(shortfalls(pen.notebook, now)) == before);
}

TEST_CASE("health: a pack has its own rules, and one of a later version finds nothing and hides nothing") {
    Pen pen = pen_with(test_data("packs/lending-libraries.json"));
    meet(pen, meeting, {}, 0);
    REQUIRE(pen.notebook.pack().rules.size() == 4);
    CHECK(pen.notebook.pack().rules[1].check == RuleCheck::unknown);
    const auto found = shortfalls(pen.notebook, now);
    REQUIRE(found.size() == 1);
    CHECK(found.front().rule->name == "Every walk took its time");
    CHECK(shortfalls(Notebook(inspection_id), now).empty());
}

TEST_CASE(
    "health: what a stranger's log sets aside is no more than words, and of nothing that is here it is not shown") {
    Pen pen = pen_with(england_json());
    const ItemId root = Notebook::root(inspection_id);
    pen.write({SetField{root, "set_aside ", std::string("x")}, SetField{root, "set_aside time", std::int64_t{7}},
               SetField{root, "set_aside evidence leadership", Bytes{1, 2}}});
    const auto found = shortfalls(pen.notebook, now);
    CHECK(open_among(found) == found.size());
    CHECK(found.size() == 9);
}

}  // namespace daybook::testing
