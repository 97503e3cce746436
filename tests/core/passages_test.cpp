// Marked passages: followed through what was typed since, and what holds where they cannot be.
#include "core/notebook/passages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "core/log/cbor.h"
#include "core/notebook/edits.h"
#include "core/notebook/undo.h"
#include "tests/core/log_making.h"

using namespace daybook;

namespace {

const auto inspection = numbered<InspectionId>(9);
const auto meeting = numbered<ItemId>(2);
const auto entry = numbered<ItemId>(1);
const auto passage = numbered<ItemId>(7);

/// A device of its own; what it writes goes into the notebook at once, or is given to be handed over later.
struct Desk {
    explicit Desk(Notebook& into, Byte device = 1)
        : book(into), writer(inspection, numbered<DeviceId>(device), "Anna") {}

    Revision make(Change change) { return writer.write(std::move(change), now += 1000).revision; }
    RevisionRef write(Change change) {
        const Revision made = make(std::move(change));
        REQUIRE(book.apply(made));
        return made.ref();
    }
    void write_all(const std::vector<Change>& changes) {
        for (const Change& change : changes) write(change);
    }
    [[nodiscard]] const Text& text() const { return *book.items().find(entry)->text(words::prose); }
    [[nodiscard]] Splice splice(std::uint64_t at, std::uint64_t erased, std::string inserted) const {
        const Item* item = book.items().find(entry);
        Splice made{entry, std::string(words::prose), {}, at, erased, std::move(inserted)};
        if (item != nullptr && item->text(words::prose) != nullptr) made.bases = {text().heads().back().ref};
        return made;
    }
    RevisionRef type(std::uint64_t at, std::uint64_t erased, std::string inserted) {
        return write(splice(at, erased, std::move(inserted)));
    }
    /// The words of the entry become these, as somebody's typing does it.
    RevisionRef retype(std::string_view words) {
        const TextDifference changed = difference(book.entry(entry)->words, words);
        return type(changed.at, changed.erased, std::string(changed.inserted));
    }
    void mark(std::string_view chosen, ItemId id = passage) {
        const std::size_t from = book.entry(entry)->words.find(chosen);
        REQUIRE(from != std::string::npos);
        write_all(edits::add_passage({id, entry, {text().heads().back().ref, {from, from + chosen.size()}}}));
    }

    Notebook& book;
    Writer writer;
    std::int64_t now = 1'442'224'800'000;
};

/// An entry that has these words.
struct Written {
    explicit Written(std::string said) : desk(book) {
        desk.write_all(edits::create_entry(entry, meeting));
        desk.type(0, 0, std::move(said));
    }
    [[nodiscard]] const Passage& one() const { return *book.passage(passage); }
    [[nodiscard]] std::string marked() const {
        if (one().stands == Passage::Stands::gone) return "(gone)";
        if (one().covers_whole()) return "(all)";
        return book.entry(entry)->words.substr(one().range.from, one().range.to - one().range.from);
    }

    Notebook book{inspection};
    Desk desk;
};

/// The slow way: of every version, which of its bytes belong to the passage.
std::vector<bool> slowly(const std::vector<bool>& before, const TextChange& change) {
    const auto at = static_cast<std::ptrdiff_t>(change.at);
    const auto end = at + static_cast<std::ptrdiff_t>(change.erased);
    const auto all = std::ranges::count(before, true);
    const auto erased = std::count(before.begin() + at, before.begin() + end, true);
    const bool some_before = std::find(before.begin(), before.begin() + at, true) != before.begin() + at;
    const bool some_after = std::find(before.begin() + end, before.end(), true) != before.end();
    const bool only_its_own = erased == end - at;
    const bool belongs = change.erased == 0 ? some_before && some_after : only_its_own && erased < all;
    std::vector<bool> after(before.begin(), before.begin() + at);
    after.insert(after.end(), change.inserted, belongs);
    after.insert(after.end(), before.begin() + end, before.end());
    return after;
}

TextRange range_of(const std::vector<bool>& bytes) {
    const auto first = std::ranges::find(bytes, true);
    if (first == bytes.end()) return {};
    const auto from = static_cast<std::size_t>(first - bytes.begin());
    return {from, from + static_cast<std::size_t>(std::ranges::count(bytes, true))};
}

}  // namespace

TEST_CASE("passages: what is typed in the middle belongs to the words, what is typed beside them does not") {
    Written notes("The head said that she was leaving.");
    notes.desk.mark("she was leaving");
    CHECK(notes.marked() == "she was leaving");
    notes.desk.retype("Well. The head said that she was leaving.");
    CHECK(notes.marked() == "she was leaving");
    notes.desk.retype("Well. The head said that she was soon leaving.");
    CHECK(notes.marked() == "she was soon leaving");
    notes.desk.retype("Well. The head said that, perhaps, she was soon leaving.");
    CHECK(notes.marked() == "she was soon leaving");
    notes.desk.retype("Well. The head said that, she was soon leaving, but not when.");
    CHECK(notes.marked() == "she was soon leaving");  // two places at once
    notes.desk.retype("Well. The head said that, perhaps, she was soon leaving, but not when.");
    CHECK(notes.marked() == "she was soon leaving");
    notes.desk.retype("Well. The head said that, perhaps, She was soon leaving, but not when.");
    CHECK(notes.marked() == "She was soon leaving");  // a letter that stands for one of its own
}

TEST_CASE("passages: what is erased is no longer part of the words, from whichever side") {
    Written notes("one two three four");
    notes.desk.mark("two three");
    notes.desk.type(0, 6, "");
    CHECK(notes.marked() == "o three");
    notes.desk.type(5, 7, "!");
    CHECK(notes.book.entry(entry)->words == "o thr!");
    CHECK(notes.marked() == "o thr");
}

TEST_CASE("passages: words that are all gone are said to be, with how they began") {
    Written notes("one two three");
    notes.desk.mark("two");
    notes.desk.type(3, 5, "");
    CHECK(notes.one().stands == Passage::Stands::gone);
    CHECK(notes.one().began == "two");
    notes.desk.type(0, 0, "two ");
    CHECK(notes.one().stands == Passage::Stands::gone);  // too few letters to know them again
}

TEST_CASE("passages: words that were cut and pasted, or whose erasing was taken back, are known again") {
    Written notes("The head said that she was leaving. Then we went on.");
    notes.desk.mark("she was leaving");
    notes.desk.retype("Then we went on.");
    CHECK(notes.marked() == "(gone)");
    notes.desk.retype("Then we went on. The head said that she was leaving.");
    CHECK(notes.marked() == "she was leaving");
    notes.desk.type(0, notes.book.entry(entry)->words.size(), "That she was leaving is known.");
    CHECK(notes.marked() == "she was leaving");  // in one stroke
    CHECK(notes.one().range.from == 5);
    // As they were when they went, or else as they were marked.
    notes.desk.retype("That she was soon leaving is known.");
    notes.desk.retype("That is known.");
    CHECK(notes.marked() == "(gone)");
    notes.desk.retype("That is known: she was soon leaving");
    CHECK(notes.marked() == "she was soon leaving");
    for (const std::string_view less : {"That is known: she was soon", "That is known: she", "That is known: "})
        notes.desk.retype(less);
    CHECK(notes.marked() == "(gone)");
    notes.desk.retype("That is known: she was leaving!");
    CHECK(notes.marked() == "she was leaving");
}

TEST_CASE("passages: any change carries the words to where the slow way says that they are") {
    Chance chance(20'150'914);
    std::size_t kept = 0;
    for (int round = 0; round < 3000; ++round) {
        std::size_t size = 1 + static_cast<std::size_t>(chance.below(12));
        TextRange range{static_cast<std::size_t>(chance.below(size)), 0};
        range.to = range.from + 1 + static_cast<std::size_t>(chance.below(size - range.from));
        std::vector<bool> slow(size, false);
        std::fill(slow.begin() + static_cast<std::ptrdiff_t>(range.from),
                  slow.begin() + static_cast<std::ptrdiff_t>(range.to), true);
        for (int n = 0; n < 12 && !range.empty(); ++n) {
            TextChange change;
            change.at = static_cast<std::size_t>(chance.below(size + 1));
            change.erased = static_cast<std::size_t>(chance.below(std::min<std::size_t>(size - change.at, 4) + 1));
            change.inserted = static_cast<std::size_t>(chance.below(4));
            range = carried(range, change);
            slow = slowly(slow, change);
            size = slow.size();
            if (range.empty()) {
                CHECK(range_of(slow) == TextRange{});
            } else {
                CHECK(range_of(slow) == range);
                ++kept;
            }
        }
    }
    CHECK(kept > 10'000);
}

TEST_CASE("passages: words in confidence reach as far as what took their place, and to the end of the line typed on") {
    Written notes("The head is ill. Then we went on.");
    notes.desk.mark("is ill");
    notes.desk.write_all(edits::set_confidence(passage, true));
    CHECK(notes.marked() == "is ill");
    notes.desk.type(12, 3, "away");  // some of them
    CHECK(notes.marked() == "is away");
    notes.desk.retype("The deputy was away. Then we went on.");  // with words before them
    CHECK(notes.marked() == "deputy was away");
    notes.desk.type(18, 5, "y for long. Th");  // with words behind them
    CHECK(notes.book.entry(entry)->words == "The deputy was away for long. Then we went on.");
    CHECK(notes.marked() == "deputy was away for long. Th");
    notes.desk.type(4, 28, "x");  // all of them
    CHECK(notes.marked() == "x");
    notes.desk.type(5, 0, "yz, again");  // typed on
    CHECK(notes.marked() == "xyz, again");
    notes.desk.type(14, 0, " and\nnew line");
    CHECK(notes.marked() == "xyz, again and");
    notes.desk.type(18, 0, "!");
    CHECK(notes.marked() == "xyz, again and!");
    notes.desk.type(0, 0, "Well. ");  // before them
    CHECK(notes.marked() == "xyz, again and!");
    CHECK(confidential(notes.book.passages_of(entry)) == 1);
    notes.desk.type(10, 15, "");
    CHECK(notes.marked() == "(gone)");
    CHECK(confidential(notes.book.passages_of(entry)) == 0);
}

TEST_CASE("passages: confidence that is put on or taken off later reaches as far as if it had been there before") {
    Written notes("The head is ill. Then we went on.");
    notes.desk.mark("is ill");
    notes.desk.write_all(edits::set_polarity(passage, Polarity::weakness));
    notes.desk.type(9, 6, "has left");
    CHECK(notes.marked() == "(gone)");
    notes.desk.write_all(edits::set_confidence(passage, true));
    CHECK(notes.marked() == "has left");
    notes.desk.write_all(edits::set_confidence(passage, false));
    CHECK(notes.marked() == "(gone)");
}

TEST_CASE(
    "passages: words in confidence never reach less far than the slow way, which takes in all that touches them") {
    Chance chance(20'150'915);
    std::size_t kept = 0;
    for (int round = 0; round < 3000; ++round) {
        std::size_t size = 1 + static_cast<std::size_t>(chance.below(12));
        TextRange range{static_cast<std::size_t>(chance.below(size)), 0};
        range.to = range.from + 1 + static_cast<std::size_t>(chance.below(size - range.from));
        TextRange words = range;
        for (int n = 0; n < 12 && !range.empty(); ++n) {
            TextChange change;
            change.at = static_cast<std::size_t>(chance.below(size + 1));
            change.erased = static_cast<std::size_t>(chance.below(std::min<std::size_t>(size - change.at, 4) + 1));
            const std::string inserted(static_cast<std::size_t>(chance.below(4)), 'x');
            change.inserted = inserted.size();
            const std::size_t end = change.at + change.erased;
            const bool touches = change.at < range.to ? end > range.from : change.at == range.to && change.erased == 0;
            const TextRange before = range;
            range = carried_in_confidence(range, change, inserted);
            if (!words.empty()) words = carried(words, change);
            size = size - change.erased + change.inserted;
            CHECK(range.to <= size);
            if (!words.empty()) CHECK((range.from <= words.from && words.to <= range.to));
            if (touches && change.inserted > 0) {
                CHECK(range.from <= change.at);
                CHECK(range.to >= change.at + change.inserted);
            }
            if (!touches) CHECK(range.to - range.from == before.to - before.from);
            kept += range.empty() ? 0 : 1;
        }
    }
    CHECK(kept > 10'000);
}

TEST_CASE("passages: any history gives the same, in whichever order its revisions come, and all at once") {
    Chance chance(7);
    std::size_t here = 0;
    for (int round = 0; round < 60; ++round) {
        auto history = random_history(chance, 3, 60);
        Items items;
        for (const LoggedRevision& one : history) items.apply(one.revision);
        // A fourth device, which has seen all of it, marks words of some version.
        Writer marking(numbered<InspectionId>(9), numbered<DeviceId>(4), "Berta");
        const auto id = numbered<ItemId>(77);
        std::vector<RevisionRef> versions;
        const Text* text =
            items.find(numbered<ItemId>(1)) == nullptr ? nullptr : items.find(numbered<ItemId>(1))->text("words");
        if (text == nullptr) continue;
        for (const LoggedRevision& one : history) {
            if (text->has(one.revision.ref()) && text->version(one.revision.ref())->size() > 2)
                versions.push_back(one.revision.ref());
        }
        if (versions.empty()) continue;
        const RevisionRef version = chance.one_of(versions);
        const std::string said = *text->version(version);
        const TextRange range{0, character_start(said, said.size() - 1)};
        for (const Change& change : edits::add_passage({id, numbered<ItemId>(1), {version, range}}))
            history.push_back(marking.write(change, 1'442'223'800'000));
        if (round % 2 == 0) {
            for (const Change& change : edits::set_confidence(id, true))
                history.push_back(marking.write(change, 1'442'223'800'000));
        }
        Splice all{numbered<ItemId>(1), "words", {}, 0, 0, "!"};
        for (const TextVersion& head : text->heads()) all.bases.push_back(head.ref);
        history.push_back(marking.write(all, 1'442'223'800'000));

        const auto told = [&](const Notebook& book) {
            const Passage& one = *book.passage(id);
            return std::to_string(static_cast<int>(one.stands)) + " " + std::to_string(one.range.from) + " " +
                   std::to_string(one.range.to) + " " + one.began;
        };
        std::vector<const LoggedRevision*> all_of_them;
        for (const LoggedRevision& one : history) all_of_them.push_back(&one);
        Notebook at_once(numbered<InspectionId>(9));
        REQUIRE(at_once.apply_all(all_of_them));
        here += at_once.passage(id)->stands == Passage::Stands::here ? 1 : 0;
        for (int order = 0; order < 3; ++order) {
            Notebook one_by_one(numbered<InspectionId>(9));
            for (const LoggedRevision* one : all_of_them) REQUIRE(one_by_one.apply(one->revision));
            CHECK(told(one_by_one) == told(at_once));
            chance.shuffle(all_of_them);
        }
    }
    CHECK(here > 10);
}

TEST_CASE(
    "passages: while a text is edited apart they are in no version for certain, and afterwards in the chosen one") {
    for (const bool own_version : {true, false}) {
        Written notes("The head said that she was leaving.");
        const RevisionRef common = notes.desk.text().heads().back().ref;
        Desk other(notes.book, 2);
        // This device types and marks, the other types.
        notes.desk.type(0, 0, "Well. ");
        const RevisionRef ours = notes.desk.text().heads().back().ref;
        notes.desk.mark("said that she was leaving");
        Splice theirs{entry, std::string(words::prose), {common}, 34, 1, " in May."};
        const RevisionRef apart = other.write(theirs);
        CHECK(notes.one().stands == Passage::Stands::apart);
        CHECK(notes.one().began == "said that she was leaving");
        CHECK(notes.one().covers_whole());

        Splice chosen{entry, std::string(words::prose), {own_version ? ours : apart, own_version ? apart : ours}, 0, 0,
                      {}};
        notes.desk.write(chosen);
        CHECK(notes.book.entry(entry)->words.starts_with("Well.") == own_version);
        CHECK(notes.marked() == "said that she was leaving");
    }
}

TEST_CASE("passages: words that only the version which was left behind had are gone") {
    Written notes("Nothing.");
    const RevisionRef common = notes.desk.text().heads().back().ref;
    Desk other(notes.book, 2);
    notes.desk.type(8, 0, " She is leaving.");
    const RevisionRef ours = notes.desk.text().heads().back().ref;
    notes.desk.mark("She is leaving.");
    const RevisionRef theirs = other.write(Splice{entry, std::string(words::prose), {common}, 8, 0, " Much."});
    notes.desk.write(Splice{entry, std::string(words::prose), {theirs, ours}, 0, 0, {}});
    CHECK(notes.marked() == "(gone)");
    CHECK(notes.one().began == "She is leaving.");
}

TEST_CASE("passages: one in confidence of which nobody can say where it is makes all of the entry confidential") {
    Written notes("The head said that she was leaving.");
    notes.desk.mark("she was leaving");
    const auto& passages = notes.book.passages_of(entry);
    const RevisionRef common = notes.desk.text().heads().back().ref;
    CHECK(confidential(passages) == 0);
    notes.desk.write_all(edits::set_confidence(passage, true));
    CHECK(confidential(passages) == 1);
    CHECK_FALSE(make_all_confidential(passages));

    Desk other(notes.book, 2);
    notes.desk.type(0, 0, "Well. ");
    other.write(Splice{entry, std::string(words::prose), {common}, 0, 0, "So. "});
    CHECK(make_all_confidential(passages));
    notes.desk.write_all(edits::set_retired(passage, true));
    CHECK_FALSE(make_all_confidential(passages));
    CHECK(confidential(passages) == 0);
}

TEST_CASE("passages: an anchor that a stranger made up is of no words, and does no harm") {
    const auto anchor_of = [](std::uint64_t version, std::uint64_t number, std::uint64_t from, std::uint64_t to) {
        CborWriter writer;
        writer.array(5);
        writer.unsigned_integer(version);
        writer.bytes(numbered<DeviceId>(1).bytes);
        for (const std::uint64_t one : {number, from, to}) writer.unsigned_integer(one);
        return std::move(writer).take();
    };
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    Written notes("é says no.");
    const std::uint64_t seq = notes.desk.text().heads().back().ref.seq;
    notes.desk.mark("says");
    notes.desk.write_all(edits::set_confidence(passage, true));
    const std::vector<Value> bad{std::monostate{},
                                 std::string("anchor"),
                                 Bytes{},
                                 Bytes(4096, 0x9F),
                                 anchor_of(1, seq, 3, 3),
                                 anchor_of(1, seq, 5, 4),
                                 anchor_of(1, seq, 1, 4),   // within a character
                                 anchor_of(1, seq, 0, 12),  // one too many
                                 anchor_of(1, seq, 0, most),
                                 anchor_of(1, seq, most, most),
                                 anchor_of(1, seq + 1, 0, 2),  // no version of the words
                                 anchor_of(1, 0, 0, 2),
                                 anchor_of(2, seq, 0, 2),  // a later version's
                                 anchor_of(0, seq, 0, 2)};
    for (const Value& value : bad) {
        notes.desk.write(SetField{passage, std::string(words::anchor), value});
        CHECK(notes.marked() == "(all)");
        CHECK(make_all_confidential(notes.book.passages_of(entry)));
    }
    notes.desk.write(SetField{passage, std::string(words::anchor), anchor_of(1, seq, 0, 2)});
    CHECK(notes.marked() == "é");
    const Bytes whole = anchor_of(1, seq, 0, 2);
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_FALSE(decode_anchor(ByteView(whole).first(length)));
    CHECK(decode_anchor(whole) == Anchor{{numbered<DeviceId>(1), seq}, {0, 2}});
    CHECK(encode(*decode_anchor(whole)) == whole);
}

TEST_CASE("passages: the anchor of the first version is read as it was written") {
    std::ifstream file(DAYBOOK_TEST_DATA "/passage/v1/anchor.cbor", std::ios::binary);
    const Bytes kept{std::istreambuf_iterator<char>(file), {}};
    const Anchor anchor{{numbered<DeviceId>(0xA1, 0xA0), 7}, {9, 24}};
    CHECK(decode_anchor(kept) == anchor);
    CHECK(encode(anchor) == kept);
}

TEST_CASE("passages: one whose words have not come yet covers all, until they have") {
    Notebook book(inspection);
    Desk desk(book);
    std::vector<Revision> held;
    for (const Change& change : edits::create_entry(entry, meeting)) held.push_back(desk.make(change));
    held.push_back(desk.make(Splice{entry, std::string(words::prose), {}, 0, 0, "She was leaving."}));
    const RevisionRef version = held.back().ref();
    desk.write_all(edits::add_passage({passage, entry, {version, {0, 3}}}));
    REQUIRE(book.passages_of(entry).size() == 1);
    CHECK(book.passages_of(entry).front()->covers_whole());
    for (const Revision& one : held) REQUIRE(book.apply(one));
    CHECK(book.passage(passage)->stands == Passage::Stands::here);
    CHECK(book.passage(passage)->range == TextRange{0, 3});
}

TEST_CASE(
    "passages: an item that turns out to be something else is none, and one that goes to another entry is there") {
    Written notes("She was leaving.");
    notes.desk.mark("She");
    const auto other = numbered<ItemId>(3);
    notes.desk.write(SetField{passage, std::string(words::of_item), Bytes(other.bytes.begin(), other.bytes.end())});
    CHECK(notes.book.passages_of(entry).empty());
    CHECK(notes.book.passages_of(other).size() == 1);
    Desk earlier(notes.book, 0);
    earlier.now = 0;
    earlier.write(Create{passage, "of a later version"});
    CHECK(notes.book.passages_of(other).empty());
    CHECK(notes.book.passage(passage) == nullptr);
}

TEST_CASE("passages: what began them is cut at a character, however long they are") {
    std::string said;
    while (said.size() < 1000) said += "日";
    Written notes(said);
    notes.desk.mark(said);
    CHECK(notes.one().began.size() == 198);
    CHECK(said.starts_with(notes.one().began));
}

TEST_CASE("passages: adding one is taken back by taking its marks off, and done again by putting them on") {
    Written notes("She was leaving.");
    auto changes = edits::add_passage({passage, entry, {notes.desk.text().heads().back().ref, {0, 3}}});
    for (Change& change : edits::set_confidence(passage, true)) changes.push_back(std::move(change));
    const auto found = undoable(notes.book, changes);
    REQUIRE(found);
    notes.desk.write_all(changes);
    CHECK(stands(notes.book, found->made));
    CHECK(notes.one().holds());
    notes.desk.write_all(found->back);
    CHECK_FALSE(notes.one().holds());
    CHECK(confidential(notes.book.passages_of(entry)) == 0);
    CHECK(stands(notes.book, found->back));
    notes.desk.write_all(found->made);
    CHECK(confidential(notes.book.passages_of(entry)) == 1);
}

TEST_CASE("passages: what a colleague has marked in the meantime stays when the first mark is taken back or off") {
    Written notes("She was leaving.");
    auto changes = edits::add_passage({passage, entry, {notes.desk.text().heads().back().ref, {0, 3}}});
    for (Change& change : edits::set_polarity(passage, Polarity::strength)) changes.push_back(std::move(change));
    const auto found = undoable(notes.book, changes);
    REQUIRE(found);
    notes.desk.write_all(changes);
    Desk colleague(notes.book, 2);
    colleague.write_all(edits::set_confidence(passage, true));
    CHECK(stands(notes.book, found->made));
    notes.desk.write_all(found->back);
    CHECK(notes.one().polarity == Polarity::unmarked);
    CHECK(notes.one().in_confidence);
    CHECK(notes.one().holds());
    CHECK(confidential(notes.book.passages_of(entry)) == 1);
}
