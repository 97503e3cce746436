// Taking changes back by other changes: what is put back, what cannot be, and what was changed since.
#include "core/notebook/undo.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/notebook/edits.h"
#include "tests/core/notebook_making.h"

using namespace daybook;
using testing::id;
using testing::Pen;

namespace {

const auto inspection = id<InspectionId>(1);
const auto meeting = id<ItemId>(2);
const auto entry = id<ItemId>(3);

Pen with_an_entry() {
    Pen pen(inspection);
    pen.write(edits::start_activity({.id = meeting, .kind = "meeting", .place = "Room 4", .roles = {"governor"}},
                                    {Instant{1'442'224'800'000}, 60}));
    pen.write(edits::create_entry(entry, meeting));
    return pen;
}

/// Makes the changes, takes them back, and does them again; gives how the notebook was described each time.
struct Round {
    std::string before;
    std::string made;
    std::string back;
    std::string again;
};

std::string told(const Notebook& book) {
    const Entry& one = *book.entry(entry);
    const Activity& activity = *book.activity(meeting);
    std::string all(edits::polarity_word(one.polarity));
    all += one.in_confidence ? " confident" : " open";
    all += one.retired ? " retired" : " there";
    for (const std::string& aspect : one.aspects) all += " " + aspect;
    for (const std::string& role : activity.roles) all += " " + role;
    return all + " " + activity.place;
}

Round round(Pen& pen, const std::vector<Change>& changes) {
    Round told_of;
    told_of.before = told(pen.notebook);
    const auto found = undoable(pen.notebook, changes);
    REQUIRE(found);
    CHECK_FALSE(stands(pen.notebook, found->made));
    pen.write(changes);
    told_of.made = told(pen.notebook);
    CHECK(stands(pen.notebook, found->made));
    pen.write(found->back);
    told_of.back = told(pen.notebook);
    CHECK(stands(pen.notebook, found->back));
    pen.write(found->made);
    told_of.again = told(pen.notebook);
    return told_of;
}

}  // namespace

TEST_CASE(
    "undo: a mark, a confidence, an aspect, a role, a place and a retiring are put back as they were, and done again") {
    const std::vector<std::vector<Change>> all{edits::set_polarity(entry, Polarity::weakness),
                                               edits::set_confidence(entry, true),
                                               edits::set_aspect(entry, "policy", true),
                                               edits::set_role(meeting, "governor", false),
                                               edits::set_role(meeting, "headteacher", true),
                                               edits::set_place(meeting, "Room 5"),
                                               edits::set_retired(entry, true)};
    for (const auto& changes : all) {
        Pen pen = with_an_entry();
        pen.write(edits::set_polarity(entry, Polarity::strength));
        const Round told_of = round(pen, changes);
        CHECK(told_of.back == told_of.before);
        CHECK(told_of.made != told_of.before);
        CHECK(told_of.again == told_of.made);
    }
}

TEST_CASE("undo: the history keeps what was done and what took it back") {
    Pen pen = with_an_entry();
    round(pen, edits::set_polarity(entry, Polarity::weakness));
    CHECK(pen.notebook.items().find(entry)->fields.at("polarity").history.size() == 3);
}

TEST_CASE("undo: several changes are taken back in the other order") {
    Pen pen = with_an_entry();
    const auto found =
        undoable(pen.notebook, {SetField{entry, "in_confidence", true}, SetMember{entry, "aspects", "policy", true}});
    REQUIRE(found);
    REQUIRE(found->back.size() == 2);
    CHECK(std::holds_alternative<SetMember>(found->back.front()));
}

TEST_CASE("undo: what creates, writes or stops a clock is not offered, and neither is what changes nothing") {
    Pen pen = with_an_entry();
    CHECK_FALSE(undoable(pen.notebook, edits::create_entry(id<ItemId>(9), meeting)));
    CHECK_FALSE(undoable(pen.notebook, {edits::first_words(entry, "Words")}));
    CHECK_FALSE(undoable(pen.notebook, edits::stop_activity(meeting, {Instant{1'442'224'900'000}, 60})));
    CHECK_FALSE(undoable(pen.notebook, edits::set_confidence(entry, false)));
    CHECK_FALSE(undoable(pen.notebook, {SetField{entry, "of a later version", true}}));
    CHECK_FALSE(undoable(pen.notebook, {UnknownChange{}}));
}

TEST_CASE("undo: what somebody has changed since does not stand any more") {
    Pen pen = with_an_entry();
    const auto found = undoable(pen.notebook, edits::set_polarity(entry, Polarity::weakness));
    REQUIRE(found);
    pen.write(found->made);
    pen.write(edits::set_polarity(entry, Polarity::neutral));
    CHECK_FALSE(stands(pen.notebook, found->made));
}
