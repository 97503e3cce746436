// Where the time went: sums, days, midnights, overlaps, gaps, and what has no time.
#include "core/notebook/time_spent.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <map>
#include <vector>

#include "core/notebook/edits.h"
#include "tests/core/log_making.h"

using namespace daybook;

namespace {

const auto inspection = numbered<InspectionId>(9);
constexpr std::int64_t minute = 60'000;
constexpr std::int64_t ten_o_clock = 1'442'221'200'000;  // 2015-09-14, British summer time

LocalTime at(std::int64_t minutes) {
    return {Instant{ten_o_clock + minutes * minute}, 60};
}
Instant moment(std::int64_t minutes) {
    return at(minutes).at;
}
ItemId numbered_item(std::uint64_t number) {
    auto made = numbered<ItemId>(static_cast<Byte>(number % 256));
    made.bytes[0] = static_cast<Byte>(number / 256);
    return made;
}

/// What several inspectors record, each on an own device.
class Team {
public:
    void write(const std::string& who, const std::vector<Change>& changes) {
        auto [desk, is_new] =
            desks_.try_emplace(who, Writer(inspection, numbered<DeviceId>(static_cast<Byte>(desks_.size() + 1)), who));
        for (const Change& change : changes) said.push_back(desk->second.write(change, ten_o_clock).revision);
    }
    ItemId worked(const std::string& who, std::int64_t from, std::int64_t to, std::vector<Pause> pauses = {},
                  const std::string& kind = "meeting") {
        const ItemId id = numbered_item(++number_);
        write(who, edits::record_activity({id, kind, "", {}},
                                          {.started = at(from), .ended = moment(to), .pauses = std::move(pauses)}));
        return id;
    }
    [[nodiscard]] Notebook book() const {
        Notebook book(inspection);
        for (const Revision& one : said) REQUIRE(book.apply(one));
        return book;
    }
    std::vector<Revision> said;

private:
    std::map<std::string, Writer> desks_;
    std::uint64_t number_ = 0;
};

std::int64_t total(const std::vector<TimeSum>& sums) {
    std::int64_t all = 0;
    for (const TimeSum& one : sums) all += one.spent;
    return all;
}

std::string described(const TimeTable& table) {
    std::string text = std::to_string(table.spent);
    const auto add = [&](const auto&... parts) { ((text += "|" + std::string(parts)), ...); };
    for (const auto& sums : {table.by_inspector, table.by_kind}) {
        for (const TimeSum& one : sums) add(one.of, std::to_string(one.spent), std::to_string(one.activities));
    }
    for (const TimeTable::Day& day : table.days) {
        add(day.day, std::to_string(day.spent));
        for (const DayPart& part : day.parts) add(part.activity->id.hex(), std::to_string(part.spent));
        for (const TimeOverlap& one : day.overlaps)
            add(one.first->id.hex(), one.second->id.hex(), std::to_string(one.both.from.unix_ms));
        for (const TimeGap& one : day.gaps)
            add(one.before->id.hex(), one.after->id.hex(), std::to_string(one.between.from.unix_ms));
    }
    for (const Activity* one : table.without_time) add(one->id.hex());
    return text;
}

Team random_week(Chance& chance) {
    Team team;
    for (std::uint64_t n = chance.below(25); n > 0; --n) {
        const auto start = static_cast<std::int64_t>(chance.below(7 * 24 * 60));
        const auto length = static_cast<std::int64_t>(chance.below(chance.below(5) == 0 ? 2000 : 150));
        std::vector<Pause> pauses;
        for (std::uint64_t one = chance.below(4); one > 0; --one) {
            const auto from = start + static_cast<std::int64_t>(chance.below(200)) - 20;
            pauses.push_back({moment(from), moment(from + static_cast<std::int64_t>(chance.below(60)) - 10)});
        }
        const ItemId id = team.worked(chance.one_of<std::string>({"Anna", "Ben", "Carol"}), start, start + length,
                                      std::move(pauses), chance.one_of<std::string>({"meeting", "call", "documents"}));
        if (chance.below(8) == 0) team.write("Anna", edits::set_retired(id, true));
    }
    return team;
}

}  // namespace

TEST_CASE("H28: time is summed for each inspector, day and kind, without pauses and without what is retired") {
    Team team;
    team.worked("Anna", 0, 60, {{moment(10), moment(20)}});
    team.worked("Anna", 24 * 60, 24 * 60 + 30, {}, "call");
    team.worked("Ben", 0, 45);
    team.write("Ben", edits::set_retired(team.worked("Ben", 100, 200), true));
    const Notebook book = team.book();
    const TimeTable table = time_table(book, moment(5000));
    CHECK(table.activities == 3);
    CHECK(table.spent == 125 * minute);
    REQUIRE(table.by_inspector.size() == 2);
    CHECK(table.by_inspector[0].of == "Anna");
    CHECK(table.by_inspector[0].spent == 80 * minute);
    CHECK(table.by_inspector[0].activities == 2);
    CHECK(table.by_inspector[1].spent == 45 * minute);
    REQUIRE(table.by_kind.size() == 2);
    CHECK(table.by_kind[0].of == "meeting");
    CHECK(table.by_kind[0].spent == 95 * minute);
    REQUIRE(table.days.size() == 2);
    CHECK(table.days[0].day == "2015-09-14");
    CHECK(table.days[0].spent == 95 * minute);
    CHECK(table.days[0].by_inspector.size() == 2);
    CHECK(table.days[1].day == "2015-09-15");
    CHECK(table.days[1].spent == 30 * minute);
    CHECK(table.without_time.empty());
}

TEST_CASE("H28: what goes on over midnight is split there, by the clock on its writer's wall") {
    Team team;
    team.worked("Anna", 13 * 60, 15 * 60, {{moment(13 * 60 + 50), moment(14 * 60 + 10)}});  // 23:00 to 01:00
    const Notebook book = team.book();
    const TimeTable table = time_table(book, moment(5000));
    REQUIRE(table.days.size() == 2);
    CHECK(table.days[0].day == "2015-09-14");
    CHECK(table.days[0].spent == 50 * minute);
    CHECK(table.days[1].day == "2015-09-15");
    CHECK(table.days[1].spent == 50 * minute);
    CHECK(table.spent == 100 * minute);
    CHECK(table.activities == 1);
    CHECK(table.by_inspector[0].activities == 1);
}

TEST_CASE("H28: what runs counts up to now, and what is paused up to its pause") {
    Team team;
    const ItemId id = numbered_item(1);
    team.write("Anna", edits::start_activity({id, "meeting", "", {}}, at(0)));
    CHECK(time_table(team.book(), moment(30)).spent == 30 * minute);
    team.write("Anna", edits::pause_activity(id, at(40)));
    CHECK(time_table(team.book(), moment(90)).spent == 40 * minute);
    CHECK(time_table(team.book(), moment(90)).without_time.empty());
}

TEST_CASE("H28: an inspector in two activities at once is named, for as long as both timers ran") {
    Team team;
    const ItemId meeting = team.worked("Anna", 0, 60);
    const ItemId call = team.worked("Anna", 50, 70, {}, "call");
    team.worked("Ben", 0, 60);
    const Notebook book = team.book();
    const TimeTable table = time_table(book, moment(5000));
    REQUIRE(table.days[0].overlaps.size() == 1);
    const TimeOverlap& both = table.days[0].overlaps[0];
    CHECK(both.first->id == meeting);
    CHECK(both.second->id == call);
    CHECK(both.both == Stretch{moment(50), moment(60)});
}

TEST_CASE("H28: a call that is taken while a meeting is paused is no overlap, and the pause no gap") {
    Team team;
    team.worked("Anna", 0, 60, {{moment(20), moment(40)}});
    team.worked("Anna", 21, 39, {}, "call");
    const Notebook book = team.book();
    const TimeTable table = time_table(book, moment(5000));
    CHECK(table.days[0].overlaps.empty());
    CHECK(table.days[0].gaps.empty());
}

TEST_CASE("H28: between two activities of one inspector on one day there is a gap, from a quarter of an hour on") {
    Team team;
    const ItemId first = team.worked("Anna", 0, 60);
    team.worked("Anna", 74, 80);
    team.worked("Ben", 30, 200);
    const ItemId third = team.worked("Anna", 95, 100);
    team.worked("Anna", 24 * 60, 24 * 60 + 5);  // the night is no gap
    const Notebook book = team.book();
    const TimeTable table = time_table(book, moment(5000));
    REQUIRE(table.days[0].gaps.size() == 1);
    CHECK(table.days[0].gaps[0].after->id == third);
    CHECK(table.days[0].gaps[0].between == Stretch{moment(80), moment(95)});
    CHECK(table.days[0].gaps[0].before->id != first);
    CHECK(table.days[1].gaps.empty());
}

TEST_CASE("H28: an activity of which no minute ran is named") {
    Team team;
    const ItemId none = team.worked("Anna", 5, 5);
    const ItemId paused = team.worked("Anna", 10, 30, {{moment(5), moment(40)}});
    team.worked("Anna", 40, 41);
    const Notebook book = team.book();
    const TimeTable table = time_table(book, moment(5000));
    REQUIRE(table.without_time.size() == 2);
    CHECK(table.without_time[0]->id == none);
    CHECK(table.without_time[1]->id == paused);
    CHECK(table.days[0].parts.size() == 3);  // it is in the list of its day all the same
}

TEST_CASE("H28: the parts make the whole, however the week went") {
    Chance chance(20150914);
    for (int round = 0; round < 80; ++round) {
        CAPTURE(round);
        const Notebook book = random_week(chance).book();
        const Instant now = moment(20'000);
        const TimeTable table = time_table(book, now);
        std::int64_t of_days = 0;
        for (const TimeTable::Day& day : table.days) {
            of_days += day.spent;
            CHECK(total(day.by_inspector) == day.spent);
            std::int64_t of_parts = 0;
            for (const DayPart& part : day.parts) {
                of_parts += part.spent;
                CHECK(part.spent <= 24 * 60 * minute);
                for (const Stretch& one : part.stretches) {
                    CHECK(calendar_date({one.from, 60}) == day.day);
                    CHECK(calendar_date({{one.to.unix_ms - 1}, 60}) == day.day);
                }
            }
            CHECK(of_parts == day.spent);
            for (const TimeOverlap& one : day.overlaps) {
                CHECK(one.first != one.second);
                CHECK(one.first->author == one.second->author);
                CHECK(one.both.from < one.both.to);
            }
            for (const TimeGap& one : day.gaps) {
                CHECK(one.before->author == one.after->author);
                // Nobody of that name did anything then.
                for (const Activity* other : book.activities()) {
                    if (other->retired || other->author != one.before->author) continue;
                    for (const Stretch& ran : other->time_run(now))
                        CHECK((ran.to <= one.between.from || ran.from >= one.between.to));
                }
            }
        }
        CHECK(of_days == table.spent);
        CHECK(total(table.by_inspector) == table.spent);
        CHECK(total(table.by_kind) == table.spent);
    }
}

TEST_CASE("time spent: every two that run at once are found, whichever of the two is named beside it") {
    Chance chance(7);
    for (int round = 0; round < 80; ++round) {
        const Notebook book = random_week(chance).book();
        const Instant now = moment(20'000);
        bool any = false;
        const auto activities = book.activities();
        for (const Activity* one : activities) {
            for (const Activity* other : activities) {
                if (one == other || one->author != other->author || one->retired || other->retired) continue;
                for (const Stretch& a : one->time_run(now)) {
                    for (const Stretch& b : other->time_run(now))
                        any = any || std::min(a.to, b.to).unix_ms - std::max(a.from, b.from).unix_ms >= minute;
                }
            }
        }
        const TimeTable table = time_table(book, now);
        CHECK(any == std::ranges::any_of(table.days, [](const auto& day) { return !day.overlaps.empty(); }));
    }
}

TEST_CASE("time spent: the order in which revisions come changes nothing") {
    Chance chance(31);
    for (int round = 0; round < 30; ++round) {
        Team team = random_week(chance);
        const Notebook in_order = team.book();
        chance.shuffle(team.said);
        const Notebook shuffled = team.book();
        CHECK(described(time_table(in_order, moment(20'000))) == described(time_table(shuffled, moment(20'000))));
    }
}

TEST_CASE("time spent: an activity of ten thousand years counts on one day, and sums stay numbers") {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    Team team;
    for (std::uint64_t n = 1; n <= 3; ++n) {
        const ItemId id = numbered_item(n);
        team.write("Anna", edits::start_activity({id, "meeting", "", {}}, at(0)));
        team.write("Anna", {SetField{id, std::string(words::started_at), -most},
                            SetField{id, std::string(words::ended_at), most}});
    }
    team.worked("Anna", 0, 60);
    const Notebook book = team.book();
    const TimeTable table = time_table(book, moment(100));
    CHECK(table.spent == most);
    CHECK(table.days.size() <= 3);
    CHECK(parts_by_day(*book.activity(numbered_item(1)), moment(100)).size() == 1);
}
