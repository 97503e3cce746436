// How much of a notebook bears on each aspect, by entries and by passages.
#include "core/notebook/bearing.h"

#include <doctest/doctest.h>

#include <string>

#include "core/notebook/edits.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

const auto meeting = id<ItemId>(2);
const auto first = id<ItemId>(3);
const auto second = id<ItemId>(4);
const auto passage = id<ItemId>(5);

/// Two entries of one meeting, with words.
RevisionRef two_entries(Pen& pen) {
    pen.write(edits::start_activity({meeting, "meeting", "", {}}, {Instant{0}, 60}));
    pen.write(edits::create_entry(first, meeting));
    pen.write(edits::create_entry(second, meeting));
    pen.write({edits::first_words(first, "Members ask hard questions. Officers answer late.")});
    return pen.last();
}

Bearing on(const Notebook& book, const std::string& aspect) {
    return bearing_of_entries(book)[aspect];
}

}  // namespace

TEST_CASE("H53: an entry counts once for each aspect that it bears on, with what it shows, until it is retired") {
    Pen pen(id<InspectionId>(1));
    two_entries(pen);
    CHECK(bearing_of_entries(pen.notebook).empty());
    pen.write(edits::set_aspect(first, "leadership", true));
    pen.write(edits::set_aspect(first, "policy", true));
    pen.write(edits::set_aspect(second, "leadership", true));
    pen.write(edits::set_polarity(first, Polarity::strength));
    CHECK(on(pen.notebook, "leadership").entries == 2);
    CHECK(on(pen.notebook, "leadership").strengths == 1);
    CHECK(on(pen.notebook, "leadership").weaknesses == 0);
    CHECK(on(pen.notebook, "policy").entries == 1);
    pen.write(edits::set_retired(first, true));
    CHECK(on(pen.notebook, "leadership").entries == 1);
    CHECK(on(pen.notebook, "policy").entries == 0);
}

TEST_CASE("H53: a passage that shows something else than its entry is counted as well, and the entry once") {
    Pen pen(id<InspectionId>(1));
    const RevisionRef words = two_entries(pen);
    pen.write(edits::set_aspect(first, "leadership", true));
    pen.write(edits::set_polarity(first, Polarity::strength));
    pen.write(edits::add_passage({passage, first, Anchor{.version = words, .range = {28, 49}}}));
    pen.write(edits::set_aspect(passage, "leadership", true));
    pen.write(edits::set_polarity(passage, Polarity::weakness));
    const Bearing bearing = on(pen.notebook, "leadership");
    CHECK(bearing.entries == 1);
    CHECK(bearing.strengths == 1);
    CHECK(bearing.weaknesses == 1);
    pen.write(edits::set_retired(passage, true));
    CHECK(on(pen.notebook, "leadership").weaknesses == 0);
}

TEST_CASE("H27: what a passage bears on, its entry bears on") {
    Pen pen(id<InspectionId>(1));
    const RevisionRef words = two_entries(pen);
    const auto entry = [&]() -> const Entry& { return *pen.notebook.entry(first); };
    CHECK(bears_on_nothing(pen.notebook, entry()));
    pen.write(edits::add_passage({passage, first, Anchor{.version = words, .range = {0, 7}}}));
    pen.write(edits::set_aspect(passage, "governance", true));
    CHECK_FALSE(bears_on_nothing(pen.notebook, entry()));
    CHECK(bearings(pen.notebook, entry()) == std::set<std::string>{"governance"});
}

}  // namespace daybook::testing
