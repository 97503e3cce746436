// Conflicts of interest that were declared, corrected, and taken back.
#include "core/notebook/declaration.h"

#include <doctest/doctest.h>

#include "core/notebook/edits.h"
#include "core/notebook/flag_edits.h"
#include "core/notebook/undo.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

const auto inspection = id<InspectionId>(1);
const auto one = id<ItemId>(2);

Declaration governor() {
    return {.id = one,
            .who = "Imre Callow",
            .what = "Was a governor of a school in the area until 2012.",
            .day = "2015-09-07",
            .decided = {},
            .retired = false,
            .author = {},
            .recorded = {}};
}

}  // namespace

TEST_CASE(
    "F42: a declaration says who declared what and when, and later what was decided, and keeps what it said before") {
    Pen pen(inspection);
    pen.write(edits::add_declaration(governor()), 1'442'224'800'000);
    REQUIRE(pen.notebook.declarations().size() == 1);
    const Declaration before = *pen.notebook.declarations().front();
    CHECK(before.who == "Imre Callow");
    CHECK(before.day == "2015-09-07");
    CHECK(before.decided.empty());
    CHECK(before.author == "R. Hale");
    Declaration after = before;
    after.decided = "He does not meet that school.";
    const auto changes = edits::correct_declaration(before, after);
    CHECK(changes.size() == 1);
    const auto undo = undoable(pen.notebook, changes);
    REQUIRE(undo);
    pen.write(changes);
    CHECK(pen.notebook.declaration(one)->decided == "He does not meet that school.");
    pen.write(undo->back);
    CHECK(pen.notebook.declaration(one)->decided.empty());
    CHECK(pen.notebook.items().find(one)->fields.at("decided").history.size() == 3);
}

TEST_CASE("F42: declarations stand by their days, one that was taken back with undo is retired, and no day is none") {
    Pen pen(inspection);
    const auto changes = edits::add_declaration(governor());
    const auto undo = undoable(pen.notebook, changes);
    REQUIRE(undo);
    pen.write(changes);
    Declaration earlier = governor();
    earlier.id = id<ItemId>(3);
    earlier.day = "2015-09-01";
    pen.write(edits::add_declaration(earlier));
    CHECK(pen.notebook.declarations().front()->id == earlier.id);
    pen.write(undo->back);
    CHECK(pen.notebook.declaration(one)->retired);
    pen.write({SetField{one, "day", std::string("yesterday")}, SetField{one, "who", Bytes{1}}});
    CHECK(pen.notebook.declaration(one)->day.empty());
    CHECK(pen.notebook.declaration(one)->who.empty());
}

}  // namespace daybook::testing
