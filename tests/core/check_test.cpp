// Items of checklists: what is said of them, from which devices, and what a pack does not know.
#include "core/notebook/check.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/notebook/edits.h"
#include "core/notebook/undo.h"
#include "tests/core/framework_files.h"
#include "tests/core/log_making.h"
#include "tests/core/notebook_making.h"

namespace daybook::testing {
namespace {

const auto inspection = numbered<InspectionId>(9);
const std::string purposes = "notification-purposes";

std::vector<Change> with_england() {
    const std::string json = england_json();
    return {SetField{Notebook::root(inspection), std::string(words::pack), Bytes(json.begin(), json.end())}};
}

/// What makes the item, and says this of it.
std::vector<Change> said(const std::string& list, const std::string& item, std::string_view state) {
    std::vector<Change> changes = edits::create_check(inspection, list, item);
    for (Change& change : edits::set_check_state(check_id(inspection, list, item), state)) {
        changes.push_back(std::move(change));
    }
    return changes;
}

Change noted(const std::string& list, const std::string& item, std::string note) {
    return Splice{check_id(inspection, list, item), std::string(words::note), {}, 0, 0, std::move(note)};
}

Pen with_pack() {
    Pen pen(inspection);
    pen.write(with_england());
    return pen;
}

const Checklist& list_of(const Pen& pen, std::string_view id) {
    const Checklist* list = pen.notebook.pack().checklist(id);
    REQUIRE(list != nullptr);
    return *list;
}

/// All that a screen would show of the checks.
std::string told(const Notebook& book) {
    std::string all;
    for (const auto& [id, check] : book.checks()) {
        all += id.hex() + " " + check.list + " " + check.item + " " + check.state + " ";
        if (check.said) all += check.said->author + " " + std::to_string(check.said->at.at.unix_ms);
        for (const TextVersion& version : check.versions) all += " " + version.author + ": " + version.text;
        all += "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("H15: the notification call has eight purposes, and each can be done, not done or not applicable") {
    Pen pen = with_pack();
    const Checklist& list = list_of(pen, purposes);
    REQUIRE(list.items.size() == 8);
    const auto states = states_of(list.form);
    CHECK(std::vector<std::string_view>(states.begin(), states.end()) ==
          std::vector<std::string_view>{"done", "not done", "not applicable"});
    for (const ChecklistItem& item : list.items) {
        CHECK(pen.notebook.check(list.id, item.id) == nullptr);
        for (const std::string_view state : states) {
            pen.write(said(list.id, item.id, state), 1'442'224'900'000);
            const CheckedItem* check = pen.notebook.check(list.id, item.id);
            REQUIRE(check != nullptr);
            CHECK(check->state == state);
            REQUIRE(check->said);
            CHECK(check->said->author == "R. Hale");
            CHECK(check->said->at.at.unix_ms == 1'442'224'900'000);
        }
    }
    CHECK(pen.notebook.checks().size() == 8);
}

TEST_CASE("H16: a document is asked for, received and read, and it is known by whom and when") {
    Pen pen = with_pack();
    const Checklist& list = list_of(pen, "documents");
    const auto states = states_of(list.form);
    CHECK(std::vector<std::string_view>(states.begin(), states.end()) ==
          std::vector<std::string_view>{"asked", "received", "read", "not available"});
    std::int64_t at = 1'442'224'800'000;
    for (const std::string_view state : {"asked", "received", "read"}) {
        pen.write(said("documents", "data", state), at += 60'000);
        CHECK(pen.notebook.check("documents", "data")->state == state);
        CHECK(pen.notebook.check("documents", "data")->said->at.at.unix_ms == at);
    }
    const CheckCount count = count_checks(pen.notebook, list);
    CHECK(count.all == 9);
    CHECK(count.of(check_states::read) == 1);
    CHECK(count.settled == 1);
    CHECK(count.open == 8);
}

TEST_CASE("H2, F12, F14: criteria apply or not, another reason is said in words, and nothing follows from the others") {
    Pen pen = with_pack();
    pen.write(said("why-selected", "attainment", check_states::applies));
    pen.write(said("why-selected", "another", check_states::applies));
    pen.write({noted("why-selected", "another", "Three headteachers wrote to the Regional Director.")});
    pen.write(said("why-selected", "complaints", check_states::does_not_apply));
    const CheckCount count = count_checks(pen.notebook, list_of(pen, "why-selected"));
    CHECK(count.all == 9);
    CHECK(count.of(check_states::applies) == 2);
    CHECK(count.of(check_states::does_not_apply) == 1);
    CHECK(count.open == 6);
    CHECK(pen.notebook.check("why-selected", "another")->note == "Three headteachers wrote to the Regional Director.");
}

TEST_CASE("checks: a count tells what is done, what is open and what is not applicable, and what is said otherwise") {
    Pen pen = with_pack();
    const Checklist& list = list_of(pen, purposes);
    CHECK(count_checks(pen.notebook, list).open == 8);
    CHECK(count_checks(pen.notebook, list).settled == 0);
    pen.write(said(purposes, list.items[0].id, check_states::done));
    pen.write(said(purposes, list.items[1].id, check_states::done));
    pen.write(said(purposes, list.items[2].id, check_states::not_applicable));
    pen.write(said(purposes, list.items[3].id, check_states::not_done));
    pen.write(said(purposes, list.items[4].id, "half done"));
    pen.write({noted(purposes, list.items[5].id, "A note says nothing of whether it is done.")});
    const CheckCount count = count_checks(pen.notebook, list);
    CHECK(count.all == 8);
    CHECK(count.of(check_states::done) == 2);
    CHECK(count.of(check_states::not_applicable) == 1);
    CHECK(count.of(check_states::not_done) == 1);
    CHECK(count.of("half done") == 1);
    CHECK(count.open == 3);
    CHECK(count.settled == 3);
}

TEST_CASE("checks: what is said can be taken back, and then it is known by whom") {
    Pen pen = with_pack();
    pen.write(said("before-leaving", "complaints", check_states::done));
    const auto changes = edits::set_check_state(check_id(inspection, "before-leaving", "complaints"), {});
    pen.write(changes, 1'442'225'000'000);
    const CheckedItem* check = pen.notebook.check("before-leaving", "complaints");
    REQUIRE(check != nullptr);
    CHECK(check->state.empty());
    REQUIRE(check->said);
    CHECK(check->said->at.at.unix_ms == 1'442'225'000'000);
    CHECK(count_checks(pen.notebook, list_of(pen, "before-leaving")).open == 6);
}

TEST_CASE("checks: undo puts back what was said before, and redo says it again") {
    Pen pen = with_pack();
    const ItemId id = check_id(inspection, "documents", "data");
    pen.write(said("documents", "data", check_states::asked));
    const auto received = edits::set_check_state(id, check_states::received);
    const auto found = undoable(pen.notebook, received);
    REQUIRE(found);
    pen.write(received);
    CHECK(stands(pen.notebook, found->made));
    pen.write(found->back);
    CHECK(pen.notebook.check("documents", "data")->state == check_states::asked);
    pen.write(found->made);
    CHECK(pen.notebook.check("documents", "data")->state == check_states::received);
    CHECK_FALSE(undoable(pen.notebook, received));  // it says so already
    CHECK_FALSE(undoable(pen.notebook, said("documents", "staff", check_states::asked)));
    const auto first = edits::set_check_state(check_id(inspection, "documents", "staff"), check_states::asked);
    const auto of_first = undoable(pen.notebook, first);
    REQUIRE(of_first);
    pen.write(edits::create_check(inspection, "documents", "staff"));
    pen.write(first);
    pen.write(of_first->back);
    CHECK(pen.notebook.check("documents", "staff")->state.empty());
}

TEST_CASE("checks: an item has one id in an inspection, and no two items share one") {
    REQUIRE(check_id(inspection, "documents", "data") == check_id(inspection, "documents", "data"));
    CHECK(check_id(inspection, "documents", "data") != check_id(inspection, "documents", "staff"));
    CHECK(check_id(inspection, "documents", "data") != check_id(inspection, "preparation", "data"));
    CHECK(check_id(inspection, "a", "bc") != check_id(inspection, "ab", "c"));
    CHECK(check_id(inspection, "", "a") != check_id(inspection, "a", ""));
    CHECK(check_id(inspection, "documents", "data") != check_id(numbered<InspectionId>(8), "documents", "data"));
    // On disk: as it was made first.
    CHECK(check_id(inspection, "documents", "data").hex() == "e7d8628dfbb14a9bf95ec00c472a9665");
}

TEST_CASE("checks: two devices that say something of the same item have one item, in whichever order they are merged") {
    std::vector<Revision> all;
    Writer anna(inspection, numbered<DeviceId>(1), "Anna");
    Writer ben(inspection, numbered<DeviceId>(2), "Ben");
    std::int64_t now = 1'442'224'800'000;
    const auto write = [&](Writer& writer, const std::vector<Change>& changes) {
        for (const Change& change : changes) all.push_back(writer.write(change, now += 1000).revision);
    };
    write(anna, with_england());
    write(anna, said("opening", "team", check_states::not_done));
    write(ben, said("opening", "team", check_states::done));
    write(anna, {noted("opening", "team", "At nine.")});
    write(ben, {noted("opening", "team", "In room 4.")});
    write(ben, said("opening", "identity", check_states::done));
    write(anna, edits::set_check_state(check_id(inspection, "opening", "identity"), check_states::not_applicable));

    const auto folded = [](const std::vector<Revision>& revisions) {
        Notebook book(inspection);
        for (const Revision& revision : revisions) {
            REQUIRE(book.apply(revision));
            REQUIRE(book.apply(revision));  // a bundle may come twice
        }
        return told(book);
    };
    const std::string expected = folded(all);
    CHECK(expected.contains("opening team done Ben"));  // the later word
    CHECK(expected.contains("opening identity not applicable Anna"));
    CHECK(expected.contains(" Anna: At nine. Ben: In room 4."));  // both are kept
    CHECK(std::ranges::count(expected, '\n') == 2);
    Chance chance(17);
    for (int round = 0; round < 200; ++round) {
        chance.shuffle(all);
        REQUIRE(folded(all) == expected);
    }
}

TEST_CASE("checks: what a later version or a stranger says is kept and shown as it is") {
    Pen pen = with_pack();
    pen.write(said("documents", "data", "lost in the post"));
    CHECK(pen.notebook.check("documents", "data")->state == "lost in the post");
    CHECK(count_checks(pen.notebook, list_of(pen, "documents")).of("lost in the post") == 1);
    CHECK(count_checks(pen.notebook, list_of(pen, "documents")).settled == 0);
    CHECK(checks_beyond_pack(pen.notebook).empty());

    pen.write(said("documents", "minutes", check_states::read));
    pen.write(said("another list", std::string(100'000, 'x'), std::string(100'000, 'y')));
    // By an id that is not its own: it is no second word on an item of the pack.
    const auto foreign = id<ItemId>(77);
    pen.write({Create{foreign, "check"}, SetField{foreign, "list", std::string("documents")},
               SetField{foreign, "item", std::string("data")}, SetField{foreign, "state", std::string("read")}});
    CHECK(pen.notebook.check("documents", "data")->state == "lost in the post");
    const auto beyond = checks_beyond_pack(pen.notebook);
    REQUIRE(beyond.size() == 3);
    CHECK(std::ranges::any_of(beyond, [&](const CheckedItem* one) { return one->id == foreign; }));
    CHECK(std::ranges::any_of(beyond, [](const CheckedItem* one) { return one->item == "minutes"; }));
    CHECK(std::ranges::any_of(beyond, [](const CheckedItem* one) { return one->state.size() == 100'000; }));
}

TEST_CASE("checks: values of any other shape are no state, and never harm") {
    Pen pen = with_pack();
    const ItemId one = check_id(inspection, "documents", "data");
    pen.write({Create{one, "check"}});
    for (const Value& value : {Value(std::monostate{}), Value(true), Value(std::int64_t{-7}), Value(Bytes{0, 255})}) {
        for (const std::string_view field : {words::check_state, words::check_list, words::check_item, words::note}) {
            pen.write({SetField{one, std::string(field), value}});
        }
        const CheckedItem* check = pen.notebook.check("documents", "data");
        REQUIRE(check != nullptr);
        CHECK(check->state.empty());
        CHECK(check->list.empty());
        CHECK(check->note.empty());
    }
    CHECK(count_checks(pen.notebook, list_of(pen, "documents")).open == 9);
}

TEST_CASE("checks: an item that turns out to have been something else before is none") {
    const ItemId one = check_id(inspection, "documents", "data");
    Writer early(inspection, numbered<DeviceId>(1), "Anna");
    const Revision before = early.write(Create{one, "entry"}, 1'442'224'000'000).revision;
    Pen pen = with_pack();
    pen.write(said("documents", "data", check_states::read));
    CHECK(pen.notebook.check("documents", "data") != nullptr);
    REQUIRE(pen.notebook.apply(before));
    CHECK(pen.notebook.check("documents", "data") == nullptr);
    CHECK(pen.notebook.entry(one) != nullptr);
}

}  // namespace daybook::testing
