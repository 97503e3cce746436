// What meetings are to record, by the framework: which kinds are asked what, when it is settled, and what health says.
#include "core/notebook/meeting_record.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/notebook/edits.h"
#include "core/notebook/health.h"
#include "core/notebook/school_edits.h"
#include "core/notebook/survey_sample.h"
#include "core/notebook/undo.h"
#include "tests/core/framework_files.h"
#include "tests/core/notebook_making.h"
#include "tests/core/stored_sample.h"

namespace daybook::testing {
namespace {

const auto inspection_id = id<InspectionId>(1);
const auto meeting = id<ItemId>(2);
constexpr std::int64_t ten_o_clock = 1'442'224'800'000;
constexpr LocalTime now{Instant{ten_o_clock + 7'200'000}, 60};

/// One activity of that kind, which took an hour.
Pen pen_with(const std::string& kind) {
    const std::string json = england_json();
    Pen pen(inspection_id);
    pen.write({SetField{Notebook::root(inspection_id), std::string(words::pack), Bytes(json.begin(), json.end())}});
    pen.write(edits::start_activity({meeting, kind, "", {}}, {Instant{ten_o_clock}, 60}), ten_o_clock);
    pen.write(edits::stop_activity(meeting, {Instant{ten_o_clock + 3'600'000}, 60}), ten_o_clock);
    return pen;
}

RecordProgress progress(const Pen& pen) {
    return progress_of(pen.notebook.pack(), *pen.notebook.activity(meeting));
}

std::vector<std::string> lacking(const Pen& pen) {
    std::vector<std::string> ids;
    for (const SurveyQuestion* one : progress(pen).lacking) ids.push_back(one->id);
    return ids;
}

/// Whether health finds that this activity has not recorded what it is to record.
bool is_found(const Pen& pen) {
    return std::ranges::any_of(shortfalls(pen.notebook, now), [](const Shortfall& one) {
        return one.rule->check == RuleCheck::record_complete && one.item == meeting;
    });
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE(
    "H14, H17, F41: the notification call records who was reached, and whether a deferral was asked for and told") {
    Pen pen = pen_with("notification-call");
    CHECK(lacking(pen) == Ids{"call-reached", "deferral-asked", "deferral-told"});
    CHECK(is_found(pen));
    pen.write(edits::record(meeting, "call-reached", "the-dcs"));
    pen.write(edits::record(meeting, "deferral-asked", "yes"));
    pen.write(edits::record(meeting, "deferral-told", "not-yet"));
    pen.write({edits::first_record_words(meeting, "deferral-reasons", "The roads are under water.")});
    CHECK(progress(pen).answered == 4);
    CHECK(lacking(pen) == Ids{"deferral-told"});  // the Regional Director does not know of it yet
    pen.write(edits::record(meeting, "deferral-told", "told"));
    CHECK(lacking(pen).empty());
    CHECK_FALSE(is_found(pen));
    CHECK(pen.notebook.activity(meeting)->record.at("deferral-reasons").words == "The roads are under water.");
    CHECK(pen.notebook.activity(meeting)->record.at("deferral-asked").said->author == "R. Hale");
}

TEST_CASE("H35-H36, F36: a keep-in-touch meeting records concerns, serious concerns and further evidence") {
    Pen pen = pen_with("dcs-update");
    CHECK(lacking(pen) == Ids{"dcs-concerns", "dcs-serious", "dcs-evidence"});
    pen.write(edits::record(meeting, "dcs-concerns", "raised"));
    pen.write(edits::record(meeting, "dcs-serious", "not-yet"));
    pen.write(edits::record(meeting, "dcs-evidence", "yes"));
    pen.write({edits::first_record_words(meeting, "dcs-weighed", "Two schools were missing; the finding stands.")});
    CHECK(lacking(pen) == Ids{"dcs-serious"});
    CHECK(is_found(pen));
    pen.write(edits::record(meeting, "dcs-serious", "alerted"));
    CHECK_FALSE(is_found(pen));
    CHECK(progress(pen).answered == 4);
    CHECK(pen.notebook.activity(meeting)->record.at("dcs-weighed").words ==
          "Two schools were missing; the finding stands.");
}

TEST_CASE("H37, F40: of a team meeting it is recorded whether the DCS came, declined or was not invited") {
    Pen pen = pen_with("team-meeting");
    CHECK(lacking(pen) == Ids{"team-dcs"});
    const auto& choices = pen.notebook.pack().records_of("team-meeting")[0]->questions[0].choices;
    CHECK(choices.size() == 3);
    pen.write(edits::record(meeting, "team-dcs", "declined"));
    CHECK_FALSE(is_found(pen));
}

TEST_CASE(
    "H38-H39, F36: after the final team meeting health asks until the findings are agreed and the Director knows") {
    Pen pen = pen_with("final-team-meeting");
    pen.write(edits::record(meeting, "final-dcs", "came"));
    pen.write(edits::record(meeting, "final-agreed", "not-yet"));
    pen.write({edits::first_record_words(meeting, "final-key-points", "Reading; the coast; governors.")});
    pen.write(edits::record(meeting, "final-director", "not-yet"));
    CHECK(lacking(pen) == Ids{"final-agreed", "final-director"});
    CHECK(is_found(pen));
    pen.write(edits::record(meeting, "final-agreed", "agreed"));
    CHECK(is_found(pen));
    pen.write(edits::record(meeting, "final-director", "discussed"));
    CHECK_FALSE(is_found(pen));
}

TEST_CASE("H40-H42, F39, F49: the feedback meeting records key points, comments, and findings told beforehand") {
    Pen pen = pen_with("feedback-meeting");
    CHECK(progress(pen).questions == 5);
    CHECK(lacking(pen) == Ids{"feedback-engaged", "feedback-told-before", "feedback-key-points"});
    pen.write(edits::record(meeting, "feedback-engaged", "no"));
    pen.write(edits::record(meeting, "feedback-told-before", "not-yet"));
    pen.write({edits::first_record_words(meeting, "feedback-key-points", "The lead member asked about reading.")});
    CHECK(lacking(pen) == Ids{"feedback-told-before"});
    CHECK(is_found(pen));
    pen.write(edits::record(meeting, "feedback-told-before", "told"));
    CHECK_FALSE(is_found(pen));
    pen.write({edits::first_record_words(meeting, "feedback-comments", "They would begin with the coast.")});
    pen.write(edits::record(meeting, "feedback-return", "yes"));
    CHECK(progress(pen).answered == 5);
    const auto& record = pen.notebook.activity(meeting)->record;
    CHECK(record.at("feedback-key-points").words == "The lead member asked about reading.");
    CHECK(record.at("feedback-comments").words == "They would begin with the coast.");
    CHECK(record.at("feedback-return").choice == "yes");
}

TEST_CASE("H49, F55-F56: a concern or complaint is an activity of its own, with what was done to resolve it") {
    Pen pen = pen_with("concern-or-complaint");
    REQUIRE(pen.notebook.pack().activity_kind("concern-or-complaint") != nullptr);
    CHECK(lacking(pen) == Ids{"concern-what", "concern-done", "concern-resolved"});
    pen.write({edits::first_record_words(meeting, "concern-what", "Two inspectors asked the same of one head.")});
    pen.write({edits::first_record_words(meeting, "concern-done", "The plan was changed while they waited.")});
    pen.write(edits::record(meeting, "concern-resolved", "not-yet"));
    CHECK(lacking(pen) == Ids{"concern-resolved"});
    CHECK(is_found(pen));
    pen.write(edits::record(meeting, "concern-resolved", "taken-further"));
    CHECK_FALSE(is_found(pen));
    pen.write(edits::record(meeting, "concern-resolved", "resolved"));
    CHECK_FALSE(is_found(pen));
}

TEST_CASE("F44: a meeting can say that a senior officer was in the room, and need not") {
    Pen pen = pen_with("meeting");
    CHECK(progress(pen).questions == 1);
    CHECK_FALSE(is_found(pen));
    pen.write(edits::record(meeting, "senior-officer", "yes"));
    CHECK(progress(pen).answered == 1);
}

TEST_CASE("meeting record: words do not answer what is to be tapped, and a choice of a later pack does") {
    Pen pen = pen_with("team-meeting");
    pen.write({edits::first_record_words(meeting, "team-dcs", "She sent her deputy.")});
    CHECK(lacking(pen) == Ids{"team-dcs"});
    pen.write(edits::record(meeting, "team-dcs", "sent-a-deputy"));
    CHECK(lacking(pen).empty());
    pen.write(edits::record(meeting, "team-dcs", ""));
    CHECK(lacking(pen) == Ids{"team-dcs"});
}

TEST_CASE("meeting record: what was recorded stays with an activity that is of another kind by now") {
    Pen pen = pen_with("team-meeting");
    pen.write(edits::record(meeting, "team-dcs", "came"));
    pen.write(edits::set_kind(meeting, "dcs-update"));
    CHECK(recorded_beyond(pen.notebook.pack(), *pen.notebook.activity(meeting)) == Ids{"team-dcs"});
    CHECK(progress(pen).answered == 0);
    pen.write(edits::set_kind(meeting, "team-meeting"));
    CHECK(recorded_beyond(pen.notebook.pack(), *pen.notebook.activity(meeting)).empty());
}

TEST_CASE("meeting record: an answer that was tapped can be taken back, to what was tapped before") {
    Pen pen = pen_with("team-meeting");
    pen.write(edits::record(meeting, "team-dcs", "came"));
    const auto changes = edits::record(meeting, "team-dcs", "declined");
    const auto undo = undoable(pen.notebook, changes, {});
    REQUIRE(undo);
    pen.write(changes);
    pen.write(undo->back);
    CHECK(pen.notebook.activity(meeting)->record.at("team-dcs").choice == "came");
}

TEST_CASE("record sample: what a meeting records, whose it is and the survey's sample have the bytes they always had") {
    std::vector<Change> written = edits::start_activity(
        {.id = meeting, .kind = "team-meeting", .place = "", .roles = {}, .inspector = "A. Birch"},
        {Instant{ten_o_clock}, 60});
    const auto says = [&](const std::vector<Change>& changes) {
        written.insert(written.end(), changes.begin(), changes.end());
    };
    says(edits::record(meeting, "team-dcs", "came"));
    says({edits::first_record_words(meeting, "team-areas", "Müller: the coast.")});
    says(edits::set_inspector(meeting, "Odile Fennimark"));
    const auto school = id<ItemId>(7);
    says(edits::add_school(school,
                           {.urn = {}, .name = "Ashby", .type = {}, .phase = {}, .rating = {}, .authority = {}}));
    says(edits::set_in_sample(school, true));
    const Notebook book = read_stored_sample(inspection_id, "record.daybook-log", written, ten_o_clock);
    const Activity& activity = *book.activity(meeting);
    CHECK(activity.inspector == "Odile Fennimark");
    CHECK(activity.record.at("team-dcs").choice == "came");
    CHECK(activity.record.at("team-areas").words == "Müller: the coast.");
    CHECK(book.schools().find(school)->in_sample);
}

TEST_CASE("meeting record: nothing is missing while the activity runs, or once it is retired") {
    Pen pen = pen_with("team-meeting");
    REQUIRE(is_found(pen));
    pen.write(edits::set_retired(meeting, true));
    CHECK_FALSE(is_found(pen));
}

}  // namespace daybook::testing
