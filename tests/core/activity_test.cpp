// Activities: what a timer ran, pauses of one device and of several, times that are typed in, and what is wrong with
// them.
#include "core/notebook/activity.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "core/notebook/activity_times.h"
#include "core/notebook/edits.h"
#include "core/notebook/undo.h"
#include "tests/core/notebook_making.h"
#include "tests/core/stored_sample.h"

using namespace daybook;
using testing::id;
using testing::Pen;

namespace {

const auto inspection = id<InspectionId>(1);
const auto meeting = id<ItemId>(2);
constexpr std::int64_t minute = 60'000;
constexpr std::int64_t ten_o_clock = 1'442'221'200'000;  // 2015-09-14, British summer time

LocalTime at(std::int64_t minutes) {
    return {Instant{ten_o_clock + minutes * minute}, 60};
}
Instant moment(std::int64_t minutes) {
    return at(minutes).at;
}

Pen with_a_meeting() {
    Pen pen(inspection);
    pen.write(edits::start_activity({meeting, "meeting", "Town hall", {}}, at(0)));
    return pen;
}
const Activity& of(const Pen& pen) {
    return *pen.notebook.activity(meeting);
}

/// Marks each minute in which one of the stretches runs: what the sums are checked against.
std::int64_t minutes_run(const Activity& activity, std::int64_t end, std::int64_t from, std::int64_t to) {
    std::int64_t count = 0;
    for (std::int64_t one = std::max<std::int64_t>(from, 0); one < std::min(to, end); ++one) {
        const bool paused = std::ranges::any_of(activity.pauses, [&](const Pause& pause) {
            return pause.from <= moment(one) && (!pause.to || *pause.to > moment(one));
        });
        count += paused ? 0 : 1;
    }
    return count;
}

std::vector<Change> random_changes(Chance& chance) {
    std::vector<Change> changes = edits::start_activity({meeting, "meeting", "", {}}, at(0));
    for (std::uint64_t n = chance.below(8); n > 0; --n) {
        const auto from = moment(static_cast<std::int64_t>(chance.below(150)) - 20);
        const std::vector<Value> ends = {std::monostate{}, false,
                                         moment(static_cast<std::int64_t>(chance.below(150)) - 20).unix_ms};
        changes.push_back(SetField{meeting, pause_field(from), chance.one_of(ends)});
    }
    if (chance.below(3) != 0) {
        const auto ended = static_cast<std::int64_t>(chance.below(140)) - 10;
        changes.push_back(SetField{meeting, std::string(words::ended_at), moment(ended).unix_ms});
    }
    return changes;
}

}  // namespace

TEST_CASE("H27, H28: time spent is what the timer ran, without its pauses") {
    Pen pen = with_a_meeting();
    pen.write(edits::pause_activity(meeting, at(20)));
    CHECK(of(pen).is_running());
    CHECK(of(pen).is_paused());
    CHECK(of(pen).paused_since() == at(20));
    CHECK(of(pen).time_spent(moment(20)) == 20 * minute);
    CHECK(of(pen).time_spent(moment(500)) == 20 * minute);  // the timer stands
    pen.write(edits::resume_activity(of(pen), at(35)));
    CHECK_FALSE(of(pen).is_paused());
    CHECK(of(pen).time_spent(moment(40)) == 25 * minute);
    pen.write(edits::stop_activity(meeting, at(50)));
    CHECK(of(pen).time_spent(moment(999)) == 35 * minute);
    CHECK(of(pen).timed);
}

TEST_CASE("H28: a meeting that is stopped while it is paused has no time after the pause began") {
    Pen pen = with_a_meeting();
    pen.write(edits::pause_activity(meeting, at(20)));
    pen.write(edits::stop_activity(meeting, at(50)));
    CHECK_FALSE(of(pen).is_paused());
    CHECK(of(pen).time_spent(moment(60)) == 20 * minute);
}

TEST_CASE("activity: a notebook without pauses is read as it was") {
    Pen pen = with_a_meeting();
    pen.write(edits::stop_activity(meeting, at(45)));
    CHECK(of(pen).pauses.empty());
    CHECK(of(pen).time_spent(moment(60)) == 45 * minute);
}

TEST_CASE("activity: the one whose timer runs comes before one that is paused, however late that began") {
    Pen pen = with_a_meeting();
    const auto call = id<ItemId>(4);
    pen.write(edits::start_activity({call, "call", "", {}}, at(10)));
    CHECK(pen.notebook.running()->id == call);
    pen.write(edits::pause_activity(call, at(12)));
    CHECK(pen.notebook.running()->id == meeting);
    pen.write(edits::pause_activity(meeting, at(13)));
    CHECK(pen.notebook.running()->id == call);
}

TEST_CASE("activity: pauses of two devices are both kept, and what they have in common counts once") {
    Chance chance(20260914);
    Writer anna(inspection, numbered<DeviceId>(1), "Anna");
    Writer ben(inspection, numbered<DeviceId>(2), "Ben");
    std::vector<Revision> said;
    for (const Change& change : edits::start_activity({meeting, "meeting", "", {}}, at(0)))
        said.push_back(anna.write(change, at(0).at.unix_ms).revision);
    const auto pauses = [&](Writer& who, std::int64_t from, std::int64_t to) {
        said.push_back(who.write(edits::pause_activity(meeting, at(from)).front(), moment(from).unix_ms).revision);
        said.push_back(
            who.write(SetField{meeting, pause_field(moment(from)), moment(to).unix_ms}, moment(to).unix_ms).revision);
    };
    pauses(anna, 10, 20);
    pauses(ben, 15, 30);
    for (int round = 0; round < 50; ++round) {
        chance.shuffle(said);
        Notebook book(inspection);
        for (const Revision& one : said) REQUIRE(book.apply(one));
        CHECK(book.activity(meeting)->pauses.size() == 2);
        CHECK(book.activity(meeting)->time_spent(moment(60)) == 40 * minute);
    }
}

TEST_CASE("activity: going on ends the pauses of every device") {
    Pen pen = with_a_meeting();
    pen.write(edits::pause_activity(meeting, at(10)));
    pen.write(edits::pause_activity(meeting, at(12)));
    CHECK(of(pen).paused_since() == at(10));
    pen.write(edits::resume_activity(of(pen), at(15)));
    CHECK_FALSE(of(pen).is_paused());
    CHECK(of(pen).time_spent(moment(20)) == 15 * minute);
}

TEST_CASE("activity: whatever pauses a file claims, time is never less than none, nor more than from start to end") {
    Chance chance(4711);
    for (int round = 0; round < 500; ++round) {
        CAPTURE(round);
        Pen pen(inspection);
        pen.write(random_changes(chance));
        const Activity& activity = of(pen);
        const std::int64_t now = 140;
        const auto paused = activity.ended ? std::nullopt : activity.paused_since();
        const std::int64_t end = activity.ended ? (activity.ended->unix_ms - ten_o_clock) / minute
                                 : paused       ? std::max<std::int64_t>((paused->at.unix_ms - ten_o_clock) / minute, 0)
                                                : now;
        CHECK(activity.time_spent(moment(now)) == minutes_run(activity, end, 0, end) * minute);
        Instant before{std::numeric_limits<std::int64_t>::min()};
        for (const Stretch& one : activity.time_run(moment(now))) {
            CHECK(before < one.from);
            CHECK(one.from < one.to);
            before = one.to;
        }
    }
}

TEST_CASE("activity: the order in which revisions come changes nothing of its pauses") {
    Chance chance(99);
    for (int round = 0; round < 60; ++round) {
        Writer anna(inspection, numbered<DeviceId>(1), "Anna");
        std::vector<Revision> said;
        std::int64_t now = ten_o_clock;
        for (const Change& change : random_changes(chance)) said.push_back(anna.write(change, now += 1000).revision);
        Notebook in_order(inspection);
        for (const Revision& one : said) REQUIRE(in_order.apply(one));
        chance.shuffle(said);
        Notebook shuffled(inspection);
        for (const Revision& one : said) REQUIRE(shuffled.apply(one));
        CHECK(in_order.activity(meeting)->pauses == shuffled.activity(meeting)->pauses);
        CHECK(in_order.activity(meeting)->time_spent(moment(140)) ==
              shuffled.activity(meeting)->time_spent(moment(140)));
    }
}

TEST_CASE("activity: thousands of pauses, and moments as far apart as numbers go, are bounded") {
    Pen pen = with_a_meeting();
    std::vector<Change> changes;
    for (std::int64_t n = 0; n < 2000; ++n)
        changes.push_back(SetField{meeting, pause_field({ten_o_clock + n}), ten_o_clock + 5 * minute + n});
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    changes.push_back(SetField{meeting, pause_field({most}), least});
    changes.push_back(SetField{meeting, pause_field({least}), least + 1});
    for (const Change& change : changes) pen.write({change});
    CHECK(of(pen).time_spent(moment(10)) == 5 * minute - 1999);
    pen.write({SetField{meeting, std::string(words::started_at), least}});
    pen.write({SetField{meeting, std::string(words::ended_at), most}});
    CHECK(of(pen).time_spent(moment(0)) == most);
}

TEST_CASE("activity: a field that is hardly a pause is none") {
    Pen pen = with_a_meeting();
    for (const char* name : {"pause ", "pause x", "pause 1442221260000 ", "pause 01442221260000", "pause +1",
                             "pause 99999999999999999999"}) {
        pen.write({SetField{meeting, name, std::monostate{}}});
    }
    pen.write({SetField{meeting, pause_field(moment(1)), std::string("soon")}});
    CHECK(of(pen).pauses.empty());
}

TEST_CASE("H28: times that are typed in say so, and what was there before stays in the history") {
    Pen pen = with_a_meeting();
    pen.write(edits::pause_activity(meeting, at(20)));
    pen.write(edits::resume_activity(of(pen), at(30)));
    pen.write(edits::stop_activity(meeting, at(60)));
    ActivityTimes times = times_said(of(pen));
    times.started = at(-5);
    times.pauses = {{moment(22), moment(28)}};
    pen.write(edits::set_times(of(pen), times));
    CHECK(times_said(of(pen)) == times);
    CHECK_FALSE(of(pen).timed);
    CHECK(of(pen).time_spent(moment(99)) == 59 * minute);
    const Item& item = *pen.notebook.items().find(meeting);
    CHECK(item.fields.at("started_at").history.size() == 2);
    CHECK(item.fields.at(pause_field(moment(20))).history.size() == 3);  // begun, ended, taken away
}

TEST_CASE("activity: times that are typed in as they were change nothing, and the timer goes on saying them") {
    Pen pen = with_a_meeting();
    pen.write(edits::pause_activity(meeting, at(20)));
    CHECK(edits::set_times(of(pen), times_said(of(pen))).empty());
}

TEST_CASE("activity: one that was earlier is recorded with the times that were typed in") {
    Pen pen(inspection);
    const ActivityTimes times{.started = at(-90), .ended = moment(-30), .pauses = {{moment(-60), moment(-50)}}};
    pen.write(edits::record_activity({meeting, "call", "by telephone", {"dcs"}}, times));
    CHECK(of(pen).kind == "call");
    CHECK(of(pen).place == "by telephone");
    CHECK(of(pen).roles == std::vector<std::string>{"dcs"});
    CHECK(times_said(of(pen)) == times);
    CHECK_FALSE(of(pen).timed);
    CHECK(of(pen).time_spent(moment(0)) == 50 * minute);
}

TEST_CASE("H28: times that cannot be are named, each by itself") {
    using Of = TimesFault::Of;
    using Why = TimesFault::Why;
    const auto faults = [](std::int64_t start, std::int64_t end, std::vector<Pause> pauses = {}) {
        return check_times({.started = at(start), .ended = moment(end), .pauses = std::move(pauses)}, moment(0));
    };
    CHECK(faults(-60, -10).empty());
    CHECK(faults(-60, 0).empty());
    CHECK(faults(-24 * 60 - 10, -10).empty());
    CHECK(faults(-60, -60) == std::vector<TimesFault>{{Of::end, Why::not_after_start}});
    CHECK(faults(-60, -61) == std::vector<TimesFault>{{Of::end, Why::not_after_start}});
    CHECK(faults(-24 * 60 - 11, -10) == std::vector<TimesFault>{{Of::end, Why::longer_than_a_day}});
    CHECK(faults(-60, 1) == std::vector<TimesFault>{{Of::end, Why::in_the_future}});
    CHECK(faults(1, 2) == std::vector<TimesFault>{{Of::start, Why::in_the_future}, {Of::end, Why::in_the_future}});
    CHECK(faults(-60, -10, {{moment(-60), moment(-10)}}).empty());
    CHECK(faults(-60, -10, {{moment(-40), moment(-41)}}) == std::vector<TimesFault>{{Of::pause, Why::reversed, 0}});
    CHECK(faults(-60, -10, {{moment(-50), moment(-40)}, {moment(-61), moment(-40)}}) ==
          std::vector<TimesFault>{{Of::pause, Why::outside, 1}});
    CHECK(faults(-60, -10, {{moment(-20), moment(-9)}}) == std::vector<TimesFault>{{Of::pause, Why::outside, 0}});
    const ActivityTimes running{.started = at(-60), .ended = {}, .pauses = {{moment(-10), {}}}};
    CHECK(check_times(running, moment(0)).empty());
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const ActivityTimes apart{.started = {Instant{-most}, 0}, .ended = Instant{most}, .pauses = {}};
    CHECK(check_times(apart, moment(0)) == std::vector<TimesFault>{{Of::end, Why::longer_than_a_day}});
}

TEST_CASE("undo: a pause, going on, and times that were typed in are taken back") {
    Pen pen = with_a_meeting();
    const auto round = [&](const std::vector<Change>& changes) {
        const ActivityTimes before = times_said(of(pen));
        const bool timed = of(pen).timed;
        const auto found = undoable(pen.notebook, changes);
        REQUIRE(found);
        pen.write(changes);
        const ActivityTimes made = times_said(of(pen));
        CHECK(made != before);
        CHECK(stands(pen.notebook, found->made));
        pen.write(found->back);
        CHECK(times_said(of(pen)) == before);
        CHECK(of(pen).timed == timed);
        CHECK(stands(pen.notebook, found->back));
        pen.write(found->made);
        CHECK(times_said(of(pen)) == made);
    };
    round(edits::pause_activity(meeting, at(10)));
    round(edits::resume_activity(of(pen), at(15)));
    pen.write(edits::stop_activity(meeting, at(60)));
    round(edits::set_times(of(pen), {.started = at(-5), .ended = moment(55), .pauses = {{moment(11), moment(14)}}}));
}

TEST_CASE("undo: a meeting that was stopped is not run on by it, and one end is put back for another") {
    Pen pen = with_a_meeting();
    CHECK_FALSE(undoable(pen.notebook, edits::stop_activity(meeting, at(50))));
    pen.write(edits::stop_activity(meeting, at(50)));
    const auto changes = edits::stop_activity(meeting, at(40));
    const auto found = undoable(pen.notebook, changes);
    REQUIRE(found);
    pen.write(changes);
    pen.write(found->back);
    CHECK(of(pen).ended == moment(50));
}

TEST_CASE("activity sample: pauses and typed times have the bytes that they always had, and are read") {
    std::vector<Change> written;
    const auto says = [&](const std::vector<Change>& changes) {
        written.insert(written.end(), changes.begin(), changes.end());
    };
    Pen pen = with_a_meeting();  // what the corrections are made from
    says(edits::start_activity({meeting, "meeting", "Town hall", {}}, at(0)));
    for (const auto& changes : {edits::pause_activity(meeting, at(20)), edits::pause_activity(meeting, at(30))}) {
        says(changes);
        pen.write(changes);
    }
    says(edits::resume_activity(of(pen), at(35)));
    pen.write(edits::resume_activity(of(pen), at(35)));
    says(edits::stop_activity(meeting, at(60)));
    says(edits::set_times(of(pen), {.started = at(-5), .ended = {}, .pauses = {{moment(20), moment(35)}}}));
    says(edits::pause_activity(meeting, at(50)));
    const Notebook book = testing::read_stored_sample(inspection, "activity.daybook-log", written, ten_o_clock);
    const Activity& activity = *book.activity(meeting);
    CHECK(activity.started == at(-5));
    CHECK(activity.ended == moment(60));
    CHECK(activity.pauses == std::vector<Pause>{{moment(20), moment(35)}, {moment(50), std::nullopt}});
    CHECK_FALSE(activity.timed);
    CHECK(activity.time_spent(moment(999)) == 40 * minute);
}

TEST_CASE("H28: an activity is of whoever began it, unless somebody says whose it is, and that is taken back") {
    Pen pen = with_a_meeting();
    CHECK(of(pen).inspector == "R. Hale");
    const auto changes = edits::set_inspector(meeting, "Imre Callow");
    const auto undo = undoable(pen.notebook, changes, {});
    REQUIRE(undo);
    pen.write(changes);
    CHECK(of(pen).inspector == "Imre Callow");
    CHECK(of(pen).author == "R. Hale");  // who wrote it down stays known
    pen.write(undo->back);
    CHECK(of(pen).inspector == "R. Hale");
}

TEST_CASE("H28: an entry of whoever began the activity is of its inspector, one of a colleague is the colleague's") {
    Pen pen = with_a_meeting();
    pen.write(edits::set_inspector(meeting, "Imre Callow"));
    Entry entry;
    entry.author = "R. Hale";
    CHECK(inspector_of(entry, &of(pen)) == "Imre Callow");
    entry.author = "S. Okafor";
    CHECK(inspector_of(entry, &of(pen)) == "S. Okafor");
    CHECK(inspector_of(entry, nullptr) == "S. Okafor");
}
