// Lines of enquiry: open until an entry answers them or somebody closes them, whichever device says so first.
#include "core/notebook/follow_up.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/notebook/edits.h"
#include "core/notebook/flag_edits.h"
#include "core/notebook/undo.h"
#include "tests/core/log_making.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

const auto inspection = numbered<InspectionId>(9);
const auto meeting = id<ItemId>(2);
const auto asking = id<ItemId>(3);
const auto answer = id<ItemId>(4);
const auto another = id<ItemId>(5);

Pen with_entries() {
    Pen pen(inspection);
    pen.write(edits::start_activity({meeting, "meeting", "", {}}, {Instant{1'442'224'800'000}, 60}));
    std::int64_t minute = 1;
    for (const ItemId entry : {asking, answer, another}) {
        pen.write(edits::create_entry(entry, meeting), 1'442'224'800'000 + 60'000 * minute++);
        pen.write({edits::first_words(entry, "Who checks the grants?")});
    }
    return pen;
}

FollowUpState state(const Pen& pen) {
    const Entry* entry = pen.notebook.entry(asking);
    REQUIRE(entry->follow_up);
    return state_of(pen.notebook, *entry->follow_up);
}

}  // namespace

TEST_CASE("H26-H27: a line of enquiry is open, with its owner, until an entry answers it, and it is said who said so") {
    Pen pen = with_entries();
    CHECK_FALSE(pen.notebook.entry(asking)->follow_up);
    CHECK(open_follow_ups(pen.notebook) == 0);
    pen.write(edits::set_follow_up(asking, true));
    pen.write(edits::set_follow_up_owner(asking, "Imre Callow"));
    CHECK(state(pen) == FollowUpState::open);
    CHECK(pen.notebook.entry(asking)->follow_up->owner == "Imre Callow");
    CHECK(open_follow_ups(pen.notebook) == 1);
    pen.write(edits::set_answer(asking, answer, true), 1'442'225'800'000);
    CHECK(state(pen) == FollowUpState::answered);
    CHECK(open_follow_ups(pen.notebook) == 0);
    const auto answers = answers_of(pen.notebook, *pen.notebook.entry(asking)->follow_up);
    REQUIRE(answers.size() == 1);
    CHECK(answers.front()->entry == answer);
    CHECK(answers.front()->author == "R. Hale");
    CHECK(answers.front()->at.at.unix_ms == 1'442'225'800'000);
    REQUIRE(answered_by(pen.notebook, answer).size() == 1);
    CHECK(answered_by(pen.notebook, answer).front()->id == asking);
    pen.write(edits::set_answer(asking, answer, false));
    CHECK(state(pen) == FollowUpState::open);
}

TEST_CASE("follow-up: one is closed with words, and opened again by taking them back") {
    Pen pen = with_entries();
    pen.write(edits::set_follow_up(asking, true));
    pen.write(edits::close_follow_up(asking, "The grants ended in May."), 1'442'225'900'000);
    CHECK(state(pen) == FollowUpState::closed);
    const auto& closed = pen.notebook.entry(asking)->follow_up->closed;
    REQUIRE(closed);
    CHECK(closed->words == "The grants ended in May.");
    CHECK(closed->author == "R. Hale");
    CHECK(closed->at.at.unix_ms == 1'442'225'900'000);
    pen.write(edits::close_follow_up(asking, ""));
    CHECK(state(pen) == FollowUpState::open);
}

TEST_CASE(
    "follow-up: an entry that was only begun answers nothing, and neither does one that was retired or is not here") {
    Pen pen = with_entries();
    const auto empty = id<ItemId>(6);
    pen.write(edits::create_entry(empty, meeting));
    pen.write(edits::set_follow_up(asking, true));
    pen.write(edits::set_answer(asking, empty, true));
    pen.write(edits::set_answer(asking, id<ItemId>(77), true));
    CHECK(state(pen) == FollowUpState::open);
    pen.write({edits::first_words(empty, "The auditor does.")});
    CHECK(state(pen) == FollowUpState::answered);
    pen.write(edits::set_retired(empty, true));
    CHECK(state(pen) == FollowUpState::open);
    pen.write(edits::create_drawing(id<ItemId>(8), another));
    pen.write(edits::set_answer(asking, another, true));
    CHECK(state(pen) == FollowUpState::answered);
}

TEST_CASE("follow-up: the open ones come first, each in the order of time, and retired ones not at all") {
    Pen pen = with_entries();
    for (const ItemId entry : {asking, answer, another}) pen.write(edits::set_follow_up(entry, true));
    pen.write(edits::close_follow_up(asking, "Settled."));
    const auto ids = [&] {
        std::vector<ItemId> found;
        for (const Entry* entry : follow_ups(pen.notebook)) found.push_back(entry->id);
        return found;
    };
    CHECK(ids() == std::vector{answer, another, asking});
    pen.write(edits::set_retired(answer, true));
    CHECK(ids() == std::vector{another, asking});
}

TEST_CASE("follow-up: whose one may be is the lead, the team, and whoever owns another, each once") {
    Pen pen = with_entries();
    Inspection described;
    described.lead = "Ada Penn";
    described.team = {"Imre Callow"};
    pen.write(edits::describe_inspection(inspection, described));
    pen.write(edits::set_follow_up(asking, true));
    pen.write(edits::set_follow_up_owner(asking, "Week 1 team"));
    pen.write(edits::set_follow_up(answer, true));
    pen.write(edits::set_follow_up_owner(answer, "Ada Penn"));
    CHECK(possible_owners(pen.notebook) == std::vector<std::string>{"Ada Penn", "Imre Callow", "Week 1 team"});
}

TEST_CASE("follow-up: answers that two devices gave both stand, in whichever order they arrive") {
    const auto told = [](bool first_is_first) {
        Pen pen = with_entries();
        pen.write(edits::set_follow_up(asking, true));
        const auto of = [&](Byte device, ItemId entry) {
            Revision revision;
            revision.inspection = inspection;
            revision.device.bytes.fill(device);
            revision.seq = 1;
            revision.stamp = {1'442'230'000'000 + device, 0, revision.device};
            revision.author = device == 6 ? "Imre Callow" : "Ada Penn";
            revision.written_at = {Instant{1'442'230'000'000 + device}, 60};
            revision.change = edits::set_answer(asking, entry, true).front();
            REQUIRE(pen.notebook.apply(revision));
        };
        if (first_is_first) of(6, answer);
        of(7, another);
        if (!first_is_first) of(6, answer);
        std::string all;
        for (const auto* one : answers_of(pen.notebook, *pen.notebook.entry(asking)->follow_up))
            all += one->entry.hex() + " " + one->author + "\n";
        return all;
    };
    CHECK(told(true) == answer.hex() + " Imre Callow\n" + another.hex() + " Ada Penn\n");
    CHECK(told(true) == told(false));
}

TEST_CASE("follow-up: what a stranger says answers is looked at, and what is no entry answers nothing") {
    Pen pen = with_entries();
    pen.write(edits::set_follow_up(asking, true));
    const std::string set(words::follow_up_answers);
    pen.write({SetMember{asking, set, Bytes{1, 2}, true}, SetMember{asking, set, std::string("x"), true},
               SetMember{asking, set, std::int64_t{7}, true},
               SetMember{asking, set, Bytes(meeting.bytes.begin(), meeting.bytes.end()), true},
               SetField{asking, std::string(words::follow_up_owner), Bytes{1}},
               SetField{asking, std::string(words::follow_up_closed), true}});
    CHECK(state(pen) == FollowUpState::open);
    CHECK(pen.notebook.entry(asking)->follow_up->owner.empty());
    CHECK(pen.notebook.entry(asking)->follow_up->answers.size() == 1);  // the meeting's id, which is no entry's
}

TEST_CASE("undo: a line of enquiry, its owner, its answer and its closing are put back as they were") {
    const std::vector<std::vector<Change>> all{
        edits::set_follow_up(asking, false), edits::set_follow_up_owner(asking, "Ada Penn"),
        edits::set_answer(asking, answer, true), edits::close_follow_up(asking, "Settled."),
        edits::set_emerging(asking, true)};
    for (const auto& changes : all) {
        Pen pen = with_entries();
        pen.write(edits::set_follow_up(asking, true));
        const auto found = undoable(pen.notebook, changes);
        REQUIRE(found);
        pen.write(changes);
        CHECK(stands(pen.notebook, found->made));
        pen.write(found->back);
        const Entry& entry = *pen.notebook.entry(asking);
        REQUIRE(entry.follow_up);
        CHECK(entry.follow_up->owner.empty());
        CHECK(entry.follow_up->answers.empty());
        CHECK_FALSE(entry.follow_up->closed);
        CHECK_FALSE(entry.emerging);
    }
}

}  // namespace daybook::testing
