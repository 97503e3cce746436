// What entries say beyond their words, what was passed on and what was declared: the bytes that they always had.
#include <doctest/doctest.h>

#include <string>

#include "core/notebook/edits.h"
#include "core/notebook/flag_edits.h"
#include "tests/core/notebook_making.h"
#include "tests/core/stored_sample.h"

namespace daybook::testing {
namespace {

const auto inspection = numbered<InspectionId>(9);
const auto entry = id<ItemId>(3);
const auto answer = id<ItemId>(4);
const auto record_id = id<ItemId>(5);
const auto declaration_id = id<ItemId>(6);
constexpr std::int64_t ten_o_clock = 1'442'224'800'000;

std::vector<Change> everything() {
    std::vector<Change> all;
    const auto say = [&](std::vector<Change> changes) {
        for (Change& change : changes) all.push_back(std::move(change));
    };
    say(edits::create_entry(entry, id<ItemId>(2)));
    say(edits::create_entry(answer, id<ItemId>(2)));
    say({edits::first_words(answer, "Müller does.")});
    say({edits::first_impact(entry, "None was refused.")});
    say(edits::set_emerging(entry, true));
    say(edits::set_follow_up(entry, true));
    say(edits::set_follow_up_owner(entry, "A. Birch"));
    say(edits::set_answer(entry, answer, true));
    say(edits::close_follow_up(entry, "Settled."));
    say(edits::set_disclosure(entry, duties::safeguarding));
    say(edits::set_serious_concern(entry, true));
    PassedOn record;
    record.id = record_id;
    record.entry = entry;
    record.about = duties::safeguarding;
    record.to = "The designated officer";
    record.by = "A. Birch";
    record.at = {Instant{ten_o_clock}, 60};
    record.words = "By telephone.";
    say(edits::record_passed_on(record));
    Declaration declared;
    declared.id = declaration_id;
    declared.who = "A. Birch";
    declared.what = "Was a governor here.";
    declared.day = "2015-09-07";
    declared.decided = "Does not meet that school.";
    say(edits::add_declaration(declared));
    return all;
}

}  // namespace

TEST_CASE("flags sample: what is beyond the words has the bytes that it always had, and is read") {
    const Notebook book = read_stored_sample(inspection, "flags.daybook-log", everything(), ten_o_clock);
    const Entry& one = *book.entry(entry);
    CHECK(one.impact == "None was refused.");
    CHECK(one.emerging);
    CHECK(one.serious_concern);
    REQUIRE(one.follow_up);
    CHECK(one.follow_up->owner == "A. Birch");
    CHECK(one.follow_up->closed->words == "Settled.");
    CHECK(state_of(book, *one.follow_up) == FollowUpState::answered);
    const auto owed = duties_of(book, one);
    REQUIRE(owed.size() == 2);
    REQUIRE(owed[0].records.size() == 1);
    CHECK(owed[0].records[0]->to == "The designated officer");
    CHECK(owed[0].records[0]->at == LocalTime{Instant{ten_o_clock}, 60});
    CHECK(owed[1].is_open());
    REQUIRE(book.declarations().size() == 1);
    CHECK(book.declaration(declaration_id)->decided == "Does not meet that school.");
}

}  // namespace daybook::testing
