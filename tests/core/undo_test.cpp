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

TEST_CASE("H28: words that were put in the place of others are taken back by putting those back, and the other way") {
    Pen pen = with_an_entry();
    pen.write({edits::first_words(entry, "What she said.")});
    const auto words_of = [&]() -> const Text& { return *pen.notebook.items().find(entry)->text(words::prose); };
    const Change put = edits::put_words(words_of(), entry, words::prose, "What he said.");
    auto found = undoable(pen.notebook, {put});
    REQUIRE(found);
    REQUIRE(found->words);
    CHECK(found->words->before == "What she said.");
    CHECK(found->words->after == "What he said.");
    CHECK_FALSE(taken_back(pen.notebook, *found->words));  // it is not there yet
    pen.write({put});
    const auto back = taken_back(pen.notebook, *found->words);
    REQUIRE(back);
    pen.write({*back});
    CHECK(pen.notebook.entry(entry)->words == "What she said.");
    CHECK(words_of().heads().size() == 1);
    std::swap(found->words->before, found->words->after);
    const auto again = taken_back(pen.notebook, *found->words);
    REQUIRE(again);
    pen.write({*again});
    CHECK(pen.notebook.entry(entry)->words == "What he said.");
    CHECK(words_of().revisions() == 4);
}

TEST_CASE("undo: words are not taken back once others were written, nor where somebody chose between versions") {
    Pen pen = with_an_entry();
    pen.write({edits::first_words(entry, "One.")});
    const RevisionRef first = pen.last();
    const Text& text = *pen.notebook.items().find(entry)->text(words::prose);
    const Change put = edits::put_words(text, entry, words::prose, "Two.");
    const auto found = undoable(pen.notebook, {put});
    REQUIRE(found);
    // While words are on their way nobody knows what will be there.
    CHECK_FALSE(undoable(pen.notebook, {put}, {put}));
    pen.write({put});
    pen.write({edits::put_words(text, entry, words::prose, "Two. Three.")});
    CHECK_FALSE(taken_back(pen.notebook, *found->words));
    pen.write({Splice{entry, "words", {first}, 0, 0, "Apart. "}});
    const Change chosen = edits::put_words(text, entry, words::prose, "One.");
    CHECK(std::get<Splice>(chosen).bases.size() == 2);
    CHECK_FALSE(undoable(pen.notebook, {chosen}));
    pen.write({chosen});
    CHECK(pen.notebook.entry(entry)->versions.size() == 1);
    CHECK(pen.notebook.entry(entry)->words == "One.");
}
