// What is to be passed on: open until a record says to whom, and what is undone, retired or written by strangers.
#include "core/notebook/duty.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/notebook/edits.h"
#include "core/notebook/flag_edits.h"
#include "core/notebook/undo.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

const auto inspection = id<InspectionId>(1);
const auto meeting = id<ItemId>(2);
const auto entry = id<ItemId>(3);
const auto other = id<ItemId>(4);
const auto record_id = id<ItemId>(5);

Pen with_entries() {
    Pen pen(inspection);
    pen.write(edits::start_activity({meeting, "meeting", "", {}}, {Instant{1'442'224'800'000}, 60}));
    pen.write(edits::create_entry(entry, meeting));
    pen.write(edits::create_entry(other, meeting), 1'442'224'900'000);
    return pen;
}

PassedOn record(std::string_view about, ItemId of = record_id) {
    return {.id = of,
            .entry = entry,
            .about = std::string(about),
            .to = "The authority's designated officer",
            .by = "Ada Penn",
            .at = {Instant{1'442'228'400'000}, 60},
            .words = "By telephone; the reference is 7.",
            .retired = false,
            .author = {},
            .recorded = {}};
}

}  // namespace

TEST_CASE("H34, F43: what was disclosed is open until a record says to whom, when and by whom it was passed on") {
    Pen pen = with_entries();
    CHECK(duties_of(pen.notebook, *pen.notebook.entry(entry)).empty());
    pen.write(edits::set_confidence(entry, true));
    pen.write(edits::set_disclosure(entry, duties::safeguarding));
    auto found = duties_of(pen.notebook, *pen.notebook.entry(entry));
    REQUIRE(found.size() == 1);
    CHECK(found.front().is_open());
    CHECK(found.front().about == "safeguarding");
    CHECK(open_duties(pen.notebook) == 1);
    pen.write(edits::record_passed_on(record(duties::safeguarding)), 1'442'230'000'000);
    found = duties_of(pen.notebook, *pen.notebook.entry(entry));
    REQUIRE(found.front().records.size() == 1);
    const PassedOn& kept = *found.front().records.front();
    CHECK(kept.to == "The authority's designated officer");
    CHECK(kept.by == "Ada Penn");
    CHECK(kept.at == LocalTime{Instant{1'442'228'400'000}, 60});
    CHECK(kept.words == "By telephone; the reference is 7.");
    CHECK(kept.author == "R. Hale");
    CHECK(kept.recorded.at.unix_ms == 1'442'230'000'000);
    CHECK(open_duties(pen.notebook) == 0);
    CHECK(pen.notebook.entry(entry)->in_confidence);
}

TEST_CASE("H34, F43: a record is of what it says: another disclosure of the same entry is open again") {
    Pen pen = with_entries();
    pen.write(edits::set_disclosure(entry, duties::safeguarding));
    pen.write(edits::record_passed_on(record(duties::safeguarding)));
    pen.write(edits::set_disclosure(entry, duties::possible_crime));
    CHECK(open_duties(pen.notebook) == 1);
    CHECK(pen.notebook.passed_on_of(entry).size() == 1);  // the other record is kept
    pen.write(edits::record_passed_on(record(duties::possible_crime, id<ItemId>(6))));
    CHECK(open_duties(pen.notebook) == 0);
    pen.write(edits::set_retired(id<ItemId>(6), true));
    CHECK(open_duties(pen.notebook) == 1);
}

TEST_CASE("H35: a serious concern is a duty of its own, beside what was disclosed") {
    Pen pen = with_entries();
    pen.write(edits::set_disclosure(entry, duties::serious_misconduct));
    pen.write(edits::set_serious_concern(entry, true));
    CHECK(open_duties(pen.notebook) == 2);
    pen.write(edits::record_passed_on(record(duties::serious_concern)));
    const auto found = duties_of(pen.notebook, *pen.notebook.entry(entry));
    REQUIRE(found.size() == 2);
    CHECK(found[0].is_open());
    CHECK_FALSE(found[1].is_open());
}

TEST_CASE("duties: the open ones come first, each in the order of time, and a retired entry keeps its own") {
    Pen pen = with_entries();
    pen.write(edits::set_disclosure(entry, duties::safeguarding));
    pen.write(edits::set_disclosure(other, duties::possible_crime));
    auto found = all_duties(pen.notebook);
    REQUIRE(found.size() == 2);
    CHECK(found[0].entry->id == entry);
    pen.write(edits::record_passed_on(record(duties::safeguarding)));
    found = all_duties(pen.notebook);
    CHECK(found[0].entry->id == other);
    pen.write(edits::set_retired(other, true));
    CHECK(all_duties(pen.notebook).size() == 2);
    CHECK(open_duties(pen.notebook) == 1);
}

TEST_CASE("undo: a mark is taken off again, and a record that it was passed on is retired, so that it is open again") {
    Pen pen = with_entries();
    const auto marked = undoable(pen.notebook, edits::set_disclosure(entry, duties::safeguarding));
    REQUIRE(marked);
    pen.write(marked->made);
    const auto recorded = undoable(pen.notebook, edits::record_passed_on(record(duties::safeguarding)));
    REQUIRE(recorded);
    pen.write(edits::record_passed_on(record(duties::safeguarding)));
    CHECK(stands(pen.notebook, recorded->made));
    pen.write(recorded->back);
    CHECK(open_duties(pen.notebook) == 1);
    pen.write(recorded->made);
    CHECK(open_duties(pen.notebook) == 0);
    pen.write(marked->back);
    CHECK(all_duties(pen.notebook).empty());
    const auto alerted = undoable(pen.notebook, edits::set_serious_concern(entry, true));
    REQUIRE(alerted);
    pen.write(alerted->made);
    pen.write(alerted->back);
    CHECK(all_duties(pen.notebook).empty());
}

TEST_CASE("duties: a word of a later version is one as well, and what a stranger writes is bounded") {
    Pen pen = with_entries();
    pen.write(edits::set_disclosure(entry, "breach of the moon treaty"));
    REQUIRE(open_duties(pen.notebook) == 1);
    CHECK(all_duties(pen.notebook).front().about == "breach of the moon treaty");
    pen.write({Create{record_id, "passing_on"}, SetField{record_id, "item", Bytes{1, 2}},
               SetField{record_id, "about", std::int64_t{3}}, SetField{record_id, "at", std::int64_t{1} << 62},
               SetField{record_id, "at_offset", std::int64_t{1} << 40}});
    const PassedOn& kept = pen.notebook.passed_on().at(record_id);
    CHECK(kept.entry.is_nil());
    CHECK(kept.about.empty());
    CHECK(kept.at.utc_offset_minutes == 24 * 60 - 1);
    CHECK(open_duties(pen.notebook) == 1);
}

}  // namespace daybook::testing
