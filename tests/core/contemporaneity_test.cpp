// Whether words were written while their activity ran, the same day, or later.
#include "core/notebook/contemporaneity.h"

#include <doctest/doctest.h>

#include <limits>

#include "core/notebook/edits.h"
#include "core/notebook/undo.h"
#include "tests/core/log_making.h"
#include "tests/core/notebook_making.h"

using namespace daybook;
using testing::id;
using testing::Pen;
using When = Contemporaneity;

namespace {

const auto inspection = id<InspectionId>(1);
const auto meeting = id<ItemId>(2);
const auto entry = id<ItemId>(3);
constexpr std::int64_t minute = 60'000;
constexpr std::int64_t ten_o_clock = 1'442'221'200'000;  // 2015-09-14, British summer time

std::int64_t at(std::int64_t minutes) {
    return ten_o_clock + minutes * minute;
}

/// A meeting from ten to eleven o'clock, or one that runs.
Pen with_a_meeting(bool ended = true) {
    Pen pen(inspection);
    pen.write(edits::start_activity({meeting, "meeting", "", {}}, {Instant{at(0)}, 60}), at(0));
    if (ended) pen.write(edits::stop_activity(meeting, {Instant{at(60)}, 60}), at(60));
    return pen;
}

void write(Pen& pen, std::int64_t minutes) {
    pen.write(edits::create_entry(entry, meeting), at(minutes));
    pen.write({edits::first_words(entry, "One")}, at(minutes));
}
void add_words(Pen& pen, std::int64_t minutes, std::string words) {
    pen.write({Splice{entry, std::string(words::prose), {pen.last()}, 3, 0, std::move(words)}}, at(minutes));
}
WhenWritten of(const Pen& pen) {
    return when_written(*pen.notebook.entry(entry), pen.notebook);
}
When written_at(std::int64_t minutes) {
    Pen pen = with_a_meeting();
    write(pen, minutes);
    return of(pen).when;
}

}  // namespace

TEST_CASE("H27, H28: words are of the meeting, of the same day, or of a later one, by when they were begun") {
    CHECK(written_at(0) == When::during);
    CHECK(written_at(60) == When::during);
    CHECK(written_at(65) == When::during);  // the last sentence, at the door
    CHECK(written_at(66) == When::same_day);
    CHECK(written_at(14 * 60 - 1) == When::same_day);  // 23:59
    CHECK(written_at(14 * 60) == When::later);
    CHECK(written_at(-5) == When::during);  // clocks differ a little
    CHECK(written_at(-6) == When::before);
}

TEST_CASE("H28: while an activity runs, or is paused, what is written is written during it") {
    Pen pen = with_a_meeting(false);
    pen.write(edits::pause_activity(meeting, {Instant{at(10)}, 60}), at(10));
    write(pen, 3 * 24 * 60);
    CHECK(of(pen).when == When::during);
}

TEST_CASE("H28: words that were added to an entry of the meeting afterwards are said, not hidden") {
    Pen pen = with_a_meeting();
    write(pen, 30);
    add_words(pen, 62, " two");
    CHECK(of(pen) == WhenWritten{.when = When::during, .added = {}, .added_when = When::unknown});
    add_words(pen, 200, " three");
    CHECK(of(pen).when == When::during);
    CHECK(of(pen).added == LocalTime{Instant{at(200)}, 60});
    CHECK(of(pen).added_when == When::same_day);
    add_words(pen, 2000, " four");
    CHECK(of(pen).added_when == When::later);
}

TEST_CASE("H28: what is only taken out afterwards, or marked, is not added to") {
    Pen pen = with_a_meeting();
    write(pen, 30);
    pen.write({Splice{entry, std::string(words::prose), {pen.last()}, 0, 1, ""}}, at(2000));
    pen.write(edits::set_polarity(entry, Polarity::strength), at(2001));
    CHECK(of(pen) == WhenWritten{.when = When::during, .added = {}, .added_when = When::unknown});
}

TEST_CASE("H28: what was written again after a loss is what its writer says, and can be taken back") {
    Pen pen = with_a_meeting();
    write(pen, 2000);
    const auto changes = edits::set_reconstructed(entry, true);
    const auto found = undoable(pen.notebook, changes);
    REQUIRE(found);
    pen.write(changes, at(2000));
    CHECK(of(pen).when == When::reconstructed);
    pen.write(found->back, at(2001));
    CHECK(of(pen).when == When::later);
}

TEST_CASE("H28: when the times of an activity are corrected, what was written goes with it") {
    Pen pen = with_a_meeting();
    write(pen, 90);
    CHECK(of(pen).when == When::same_day);
    ActivityTimes times = times_said(*pen.notebook.activity(meeting));
    times.ended = Instant{at(100)};
    pen.write(edits::set_times(*pen.notebook.activity(meeting), times), at(300));
    CHECK(of(pen).when == When::during);
    CHECK_FALSE(pen.notebook.activity(meeting)->timed);
}

TEST_CASE("contemporaneity: an entry without words is as old as itself, and without its activity nothing is known") {
    Pen pen = with_a_meeting();
    pen.write(edits::create_entry(entry, meeting), at(2000));
    CHECK(of(pen).when == When::later);
    CHECK(when_written(*pen.notebook.entry(entry), nullptr).when == When::unknown);
    CHECK(contemporaneity_word(When::unknown).empty());
    CHECK(contemporaneity_word(When::same_day) == "same day");
}

TEST_CASE("contemporaneity: moments as far away as numbers go are somewhere all the same") {
    for (const std::int64_t far :
         {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        Pen pen = with_a_meeting();
        pen.write({SetField{meeting, std::string(words::started_at), far},
                   SetField{meeting, std::string(words::ended_at), far}});
        write(pen, 30);
        CHECK(of(pen).when == (far < 0 ? When::later : When::before));
    }
}

TEST_CASE("contemporaneity: the order in which revisions come changes nothing") {
    Chance chance(12);
    Writer anna(inspection, numbered<DeviceId>(1), "Anna");
    std::vector<Revision> said;
    const auto says = [&](const std::vector<Change>& changes, std::int64_t minutes) {
        for (const Change& change : changes) said.push_back(anna.write(change, at(minutes)).revision);
    };
    says(edits::start_activity({meeting, "meeting", "", {}}, {Instant{at(0)}, 60}), 0);
    says(edits::create_entry(entry, meeting), 5);
    says({edits::first_words(entry, "One")}, 5);
    says(edits::stop_activity(meeting, {Instant{at(60)}, 60}), 60);
    says({Splice{entry, std::string(words::prose), {}, 0, 0, "Apart"}}, 300);
    for (int round = 0; round < 40; ++round) {
        chance.shuffle(said);
        Notebook book(inspection);
        for (const Revision& one : said) REQUIRE(book.apply(one));
        const WhenWritten written = when_written(*book.entry(entry), book);
        CHECK(written.when == When::during);
        CHECK(written.added_when == When::same_day);
    }
}
