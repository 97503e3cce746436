#include "core/log/fold.h"

#include <doctest/doctest.h>

#include <vector>

#include "tests/core/log_making.h"

using namespace daybook;

namespace {

const auto item = numbered<ItemId>(1);

Writer writer(Byte device, std::string author) {
    return {numbered<InspectionId>(9), numbered<DeviceId>(device), std::move(author)};
}

struct Two {
    Writer anna = writer(1, "Anna");
    Writer ben = writer(2, "Ben");
    std::vector<Revision> said;

    RevisionRef says(Writer& who, Change change, std::int64_t unix_ms) {
        said.push_back(who.write(std::move(change), unix_ms).revision);
        return who.last();
    }
    RevisionRef splices(Writer& who, std::vector<RevisionRef> bases, std::uint64_t at, std::uint64_t erased,
                        std::string inserted, std::int64_t unix_ms) {
        return says(who, Splice{item, "words", std::move(bases), at, erased, std::move(inserted)}, unix_ms);
    }
    [[nodiscard]] Items folded() const {
        Items items;
        for (const Revision& revision : said) items.apply(revision);
        return items;
    }
};

Items fold_all(const std::vector<Revision>& revisions) {
    Items items;
    for (const Revision& revision : revisions) items.apply(revision);
    return items;
}

std::vector<std::string> versions(const Text& text) {
    std::vector<std::string> words;
    for (const TextVersion& head : text.heads()) words.push_back(head.text);
    return words;
}

const Text& words_of(const Items& items) {
    const Item* found = items.find(item);
    REQUIRE(found != nullptr);
    const Text* text = found->text("words");
    REQUIRE(text != nullptr);
    return *text;
}

}  // namespace

TEST_CASE("fold: what was never said is not there") {
    const Items items;
    CHECK(items.find(item) == nullptr);
    CHECK(items.all().empty());
    CHECK(items.not_understood() == 0);
    const Item nothing;
    CHECK_FALSE(nothing.is_retired());
    CHECK(nothing.field("f") == nullptr);
    CHECK(nothing.text_field("f").empty());
    CHECK(nothing.number_field("f") == 0);
    CHECK_FALSE(nothing.flag("f"));
    CHECK(nothing.text("f") == nullptr);
    CHECK(nothing.member_texts("f").empty());
    const Text text;
    CHECK(text.words().empty());
    CHECK_FALSE(text.begun_at());
    CHECK_FALSE(text.version({numbered<DeviceId>(1), 1}));
}

TEST_CASE("fold: the latest value shows, and the others stay in the history") {
    Two two;
    two.says(two.anna, SetField{item, "place", std::string("Town hall")}, 300);
    two.says(two.ben, SetField{item, "place", std::string("School")}, 100);
    two.says(two.ben, SetField{item, "place", std::int64_t{4}}, 200);
    const Items items = two.folded();
    const Item* found = items.find(item);
    REQUIRE(found != nullptr);
    CHECK(found->text_field("place") == "Town hall");
    CHECK(found->number_field("place") == 0);
    const auto& history = found->fields.at("place").history;
    REQUIRE(history.size() == 3);
    CHECK(history[0].value == Value(std::string("School")));
    CHECK(history[1].value == Value(std::int64_t{4}));
    CHECK(history[2].author == "Anna");
    CHECK(history[2].ref == RevisionRef{numbered<DeviceId>(1), 1});
    CHECK(found->last_changed == history[2].stamp);
}

TEST_CASE("fold: at one moment the higher device has the last word") {
    Two two;
    two.says(two.ben, SetField{item, "place", std::string("Ben's")}, 100);
    two.says(two.anna, SetField{item, "place", std::string("Anna's")}, 100);
    CHECK(two.folded().find(item)->text_field("place") == "Ben's");
}

TEST_CASE("fold: one stamp used twice is put in order by number, in any order of arrival") {
    Two two;
    two.says(two.anna, SetField{item, "place", std::string("first")}, 100);
    two.says(two.anna, SetField{item, "place", std::string("second")}, 100);
    two.said[1].stamp = two.said[0].stamp;
    CHECK(two.folded().find(item)->text_field("place") == "second");
    std::swap(two.said[0], two.said[1]);
    CHECK(two.folded().find(item)->text_field("place") == "second");
}

TEST_CASE("fold: each member of a set has its own last word") {
    Two two;
    two.says(two.anna, SetMember{item, "aspects", std::string("a"), true}, 100);
    two.says(two.anna, SetMember{item, "aspects", std::string("b"), true}, 200);
    two.says(two.anna, SetMember{item, "aspects", std::int64_t{7}, true}, 250);
    two.says(two.ben, SetMember{item, "aspects", std::string("a"), false}, 300);
    two.says(two.ben, SetMember{item, "aspects", std::string("b"), false}, 400);
    two.says(two.anna, SetMember{item, "aspects", std::string("b"), true}, 500);
    const Items items = two.folded();
    CHECK(items.find(item)->member_texts("aspects") == std::vector<std::string>{"b"});
    const MemberSet& aspects = items.find(item)->sets.at("aspects");
    CHECK(aspects.present() == std::vector<Value>{std::int64_t{7}, std::string("b")});
    CHECK(aspects.contains(std::string("b")));
    CHECK_FALSE(aspects.contains(std::string("a")));
    CHECK_FALSE(aspects.contains(std::string("never")));
}

TEST_CASE("fold: an item is retired, brought back, and keeps both") {
    Two two;
    two.says(two.anna, Create{item, "entry"}, 100);
    two.says(two.anna, Retire{item, true}, 200);
    CHECK(two.folded().find(item)->is_retired());
    two.says(two.ben, Retire{item, false}, 300);
    const Items items = two.folded();
    CHECK_FALSE(items.find(item)->is_retired());
    CHECK(items.find(item)->retired.history.size() == 2);
}

TEST_CASE("fold: an item is what it was first created as, also when that arrives last") {
    Two two;
    two.says(two.ben, SetField{item, "place", true}, 400);
    CHECK(two.folded().find(item)->kind.empty());
    CHECK_FALSE(two.folded().find(item)->created);
    two.says(two.ben, Create{item, "finding"}, 500);
    two.says(two.anna, Create{item, "entry"}, 100);
    const Items items = two.folded();
    CHECK(items.find(item)->kind == "entry");
    CHECK(items.find(item)->created->author == "Anna");
    CHECK(items.find(item)->flag("place"));
}

TEST_CASE("fold: changes that are not understood are counted once") {
    Two two;
    two.says(two.anna, UnknownChange{{0x81, 0x61, 'z'}}, 100);
    two.said.push_back(two.said.front());
    CHECK(two.folded().not_understood() == 1);
    CHECK(two.folded().all().empty());
}

TEST_CASE("text: splices build one on the other") {
    Two two;
    const auto first = two.splices(two.anna, {}, 0, 0, "The head speaks.", 100);
    const auto second = two.splices(two.anna, {first}, 4, 4, "chair", 200);
    const auto third = two.splices(two.ben, {second}, 16, 0, " Well.", 300);
    const Items items = two.folded();
    const Text& text = words_of(items);
    CHECK(text.words() == "The chair speaks Well..");
    CHECK(text.heads().size() == 1);
    CHECK(text.heads().front().author == "Ben");
    CHECK(text.heads().front().ref == third);
    CHECK(text.revisions() == 3);
    CHECK(text.begun_at() == LocalTime{{100}, 60});
    CHECK(text.version(first) == "The head speaks.");
    CHECK(text.version(second) == "The chair speaks.");
    CHECK(text.version(third) == text.words());
    CHECK_FALSE(text.version({numbered<DeviceId>(3), 1}));
}

TEST_CASE("text: words written apart are both kept until a person chooses") {
    Two two;
    const auto first = two.splices(two.anna, {}, 0, 0, "one", 100);
    const auto hers = two.splices(two.anna, {first}, 3, 0, " two", 300);
    const auto his = two.splices(two.ben, {first}, 3, 0, " three", 200);
    CHECK(versions(words_of(two.folded())) == std::vector<std::string>{"one three", "one two"});
    CHECK(words_of(two.folded()).words() == "one two");
    const auto his_again = two.splices(two.ben, {his}, 9, 0, "!", 400);
    CHECK(versions(words_of(two.folded())) == std::vector<std::string>{"one two", "one three!"});
    two.splices(two.anna, {hers, his_again}, 7, 0, ", three", 500);
    CHECK(versions(words_of(two.folded())) == std::vector<std::string>{"one two, three"});
    CHECK(words_of(two.folded()).version(his) == "one three");
}

TEST_CASE("text: two that were begun apart are two versions") {
    Two two;
    two.splices(two.ben, {}, 0, 0, "his", 200);
    two.splices(two.anna, {}, 0, 0, "hers", 100);
    const Items items = two.folded();
    CHECK(versions(words_of(items)) == std::vector<std::string>{"hers", "his"});
    CHECK(words_of(items).begun_at() == LocalTime{{100}, 60});
}

TEST_CASE("text: an old version is built on again without disturbing the newer") {
    Two two;
    std::vector<RevisionRef> made;
    made.push_back(two.splices(two.anna, {}, 0, 0, "a", 100));
    for (int n = 1; n < 6; ++n) {
        made.push_back(two.splices(two.anna, {made.back()}, static_cast<std::uint64_t>(n), 0, "a", 100 + n));
    }
    two.splices(two.ben, {made[2]}, 0, 1, "b", 500);
    CHECK(versions(words_of(two.folded())) == std::vector<std::string>{"aaaaaa", "baa"});
}

TEST_CASE("text: a splice waits for the version that it builds on, and for nothing else") {
    Two two;
    const auto first = two.splices(two.anna, {}, 0, 0, "one", 100);
    const auto second = two.splices(two.anna, {first}, 3, 0, " two", 200);
    const auto apart = two.splices(two.ben, {first}, 0, 0, "zero ", 250);
    two.splices(two.ben, {second, apart}, 7, 0, " three", 300);
    Items items;
    items.apply(two.said[3]);
    items.apply(two.said[1]);
    CHECK(words_of(items).waiting() == 2);
    CHECK(words_of(items).heads().empty());
    CHECK(words_of(items).words().empty());
    CHECK_FALSE(words_of(items).begun_at());
    items.apply(two.said[0]);
    CHECK(words_of(items).waiting() == 1);
    CHECK(words_of(items).words() == "one two");
    items.apply(two.said[2]);
    CHECK(words_of(items).waiting() == 0);
    CHECK(versions(words_of(items)) == std::vector<std::string>{"one two three"});
}

TEST_CASE("text: a splice that builds on itself, or on no words, waits for ever and harms nothing") {
    Two two;
    two.splices(two.anna, {}, 0, 0, "one", 100);
    two.splices(two.anna, {{numbered<DeviceId>(1), 2}}, 0, 0, "self", 200);
    two.says(two.anna, Create{item, "entry"}, 300);
    two.splices(two.anna, {{numbered<DeviceId>(1), 3}}, 0, 0, "on a creation", 400);
    two.splices(two.ben, {{numbered<DeviceId>(2), 2}}, 0, 0, "on the next", 400);
    two.splices(two.ben, {{numbered<DeviceId>(2), 1}}, 0, 0, "on the last", 500);
    const Items items = two.folded();
    CHECK(words_of(items).words() == "one");
    CHECK(words_of(items).waiting() == 4);
}

TEST_CASE("text: offsets that a stranger made up are moved into the text, and to the beginning of a character") {
    struct Sample {
        std::uint64_t at, erased;
        std::string expected;
    };
    constexpr std::uint64_t huge = INT64_MAX;
    const std::vector<Sample> samples = {
        {0, 0, "|aé😀z"},       {2, 0, "a|é😀z"}, {4, 0, "aé|😀z"},     {6, 0, "aé|😀z"},          {100, 0, "aé😀z|"},
        {huge, huge, "aé😀z|"}, {1, huge, "a|"},  {0, UINT64_MAX, "|"}, {UINT64_MAX, 1, "aé😀z|"}, {2, 1, "a|😀z"},
        {1, 1, "a|é😀z"},       {5, 1, "aé|😀z"}, {5, 2, "aé|z"},
    };
    for (const Sample& sample : samples) {
        CAPTURE(sample.at);
        CAPTURE(sample.erased);
        Two two;
        const auto first = two.splices(two.anna, {}, 0, 0, "aé😀z", 100);
        two.splices(two.anna, {first}, sample.at, sample.erased, "|", 200);
        CHECK(words_of(two.folded()).words() == sample.expected);
    }
}

TEST_CASE("fold: any order of the same revisions, some of them repeated, gives the same items") {
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        CAPTURE(seed);
        Chance chance(seed);
        std::vector<Revision> revisions;
        for (const auto& one : random_history(chance, 1 + static_cast<std::size_t>(chance.below(4)), 60)) {
            revisions.push_back(one.revision);
        }
        const std::string expected = describe(fold_all(revisions));
        for (int round = 0; round < 4; ++round) {
            chance.shuffle(revisions);
            CHECK(describe(fold_all(revisions)) == expected);
        }
        auto repeated = revisions;
        repeated.insert(repeated.end(), revisions.begin(), revisions.end());
        chance.shuffle(repeated);
        CHECK(describe(fold_all(repeated)) == expected);
    }
}

TEST_CASE("fold: any part of a history is the same in any order, whatever is missing from it") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        CAPTURE(seed);
        Chance chance(seed);
        std::vector<Revision> revisions;
        for (const auto& one : random_history(chance, 3, 60)) {
            if (chance.below(4) != 0) revisions.push_back(one.revision);
        }
        const std::string expected = describe(fold_all(revisions));
        chance.shuffle(revisions);
        CHECK(describe(fold_all(revisions)) == expected);
    }
}

TEST_CASE(
    "fold: random histories have texts that were edited apart, joined and waiting, or the tests above say little") {
    std::size_t apart = 0;
    std::size_t joined = 0;
    std::size_t waiting = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        Chance chance(seed);
        Items whole;
        Items part;
        for (const auto& one : random_history(chance, 3, 60)) {
            whole.apply(one.revision);
            if (chance.below(4) != 0) part.apply(one.revision);
            const auto* splice = std::get_if<Splice>(&one.revision.change);
            if (splice != nullptr && splice->bases.size() > 1) ++joined;
        }
        for (const auto& [id, found] : whole.all())
            apart += found.text("words") && found.text("words")->heads().size() > 1;
        for (const auto& [id, found] : part.all()) waiting += found.text("words") && found.text("words")->waiting() > 0;
    }
    CHECK(apart > 50);
    CHECK(joined > 50);
    CHECK(waiting > 50);
}

TEST_CASE("fold: a description tells every difference, and quotes what was typed") {
    const auto told = [](Change change) {
        Two two;
        two.says(two.anna, std::move(change), 100);
        return describe(two.folded());
    };
    const std::vector<std::string> all = {told(Create{item, "entry"}),
                                          told(Create{item, "finding"}),
                                          told(Retire{item, true}),
                                          told(Retire{item, false}),
                                          told(SetField{item, "f", {}}),
                                          told(SetField{item, "f", false}),
                                          told(SetField{item, "f", std::int64_t{0}}),
                                          told(SetField{item, "f", std::string("0")}),
                                          told(SetField{item, "f", Bytes{0}}),
                                          told(SetField{item, "g", {}}),
                                          told(SetField{item, "f", std::string("a\nb")}),
                                          told(SetField{item, "f", std::string("a\\nb")}),
                                          told(SetMember{item, "f", true, true}),
                                          told(SetMember{item, "f", true, false}),
                                          told(Splice{item, "f", {}, 0, 0, "x"}),
                                          told(Splice{item, "f", {}, 0, 0, ""}),
                                          told(UnknownChange{{0x81, 0x61, 'z'}})};
    for (std::size_t one = 0; one < all.size(); ++one) {
        for (std::size_t other = one + 1; other < all.size(); ++other) CHECK(all[one] != all[other]);
    }
}

TEST_CASE("fold: ten thousand splices of one text give the same words in order and backwards") {
    constexpr std::size_t count = 10'000;
    Two two;
    std::vector<RevisionRef> last;
    for (std::size_t n = 0; n < count; ++n) last = {two.splices(two.anna, last, n * 5, 0, "word ", 100)};
    const Items forwards = two.folded();
    std::ranges::reverse(two.said);
    const Items backwards = two.folded();
    CHECK(words_of(forwards).words().size() == count * 5);
    CHECK(words_of(forwards).revisions() == count);
    CHECK(words_of(backwards).words() == words_of(forwards).words());
}

TEST_CASE("H28: what was there at a moment is what the revisions up to it add up to") {
    Chance chance(28);
    for (int round = 0; round < 40; ++round) {
        std::vector<LoggedRevision> history = random_history(chance, 3, 90);
        // What is not understood has no time that is kept.
        std::erase_if(history, [](const LoggedRevision& one) {
            return std::holds_alternative<UnknownChange>(one.revision.change);
        });
        chance.shuffle(history);
        Items all;
        for (const LoggedRevision& one : history) all.apply(one.revision);
        for (int n = 0; n < 6; ++n) {
            const Instant moment{1'442'223'727'000 + static_cast<std::int64_t>(chance.below(1100))};
            Items up_to;
            for (const LoggedRevision& one : history) {
                if (one.revision.written_at.at <= moment) up_to.apply(one.revision);
            }
            CHECK(describe(all.until(moment)) == describe(up_to));
        }
    }
}

TEST_CASE("fold: of each member of a set every word stays in the history") {
    Two two;
    two.says(two.anna, SetMember{item, "aspects", std::string("a"), true}, 100);
    two.says(two.ben, SetMember{item, "aspects", std::string("a"), true}, 200);
    two.says(two.ben, SetMember{item, "aspects", std::string("a"), false}, 300);
    std::ranges::reverse(two.said);
    const Items items = two.folded();
    const auto& history = items.find(item)->sets.at("aspects").members.at(std::string("a")).history;
    REQUIRE(history.size() == 3);
    CHECK(history[0].author == "Anna");
    CHECK(history[2].value == Value(false));
    CHECK(history[2].written_at.at == Instant{300});
}
