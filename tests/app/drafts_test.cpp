#include "app/drafts.h"

#include <doctest/doctest.h>

#include "core/notebook/edits.h"

namespace daybook {
namespace {

constexpr Instant noon{1'442'228'400'000};
Instant after(std::int64_t ms) {
    return {noon.unix_ms + ms};
}

template <typename SomeId>
SomeId numbered(Byte number) {
    SomeId id;
    id.bytes[0] = number;
    return id;
}

const InspectionId inspection = numbered<InspectionId>(9);
const ItemId entry = numbered<ItemId>(1);
const ItemId activity = numbered<ItemId>(2);

/// A notebook that is written to as the engine would.
struct Book {
    Notebook notebook{inspection};
    std::uint64_t seq = 0;

    std::vector<Revision> write(const std::vector<Change>& changes) {
        std::vector<Revision> revisions;
        for (const Change& change : changes) {
            Revision revision;
            revision.inspection = inspection;
            revision.device.bytes[0] = 7;
            revision.seq = ++seq;
            revision.stamp = {noon.unix_ms + static_cast<std::int64_t>(seq), 0, revision.device};
            revision.change = change;
            REQUIRE(notebook.apply(revision));
            revisions.push_back(revision);
        }
        return revisions;
    }
};

template <typename T>
std::vector<T> taken(Outbox& out) {
    std::vector<T> found;
    for (const Command& command : out.take()) {
        if (const auto* one = std::get_if<T>(&command)) found.push_back(*one);
    }
    return found;
}

void type(Drafts& drafts, Draft& draft, std::string text, Instant now) {
    draft.text = std::move(text);
    drafts.typed(draft, now);
}

}  // namespace

TEST_CASE("drafts: words are sent 300 ms after the last key, and not before") {
    Book book;
    Drafts drafts;
    Outbox out;
    Draft& draft = drafts.open(book.notebook, entry, activity);
    type(drafts, draft, "T", after(0));
    type(drafts, draft, "Th", after(200));
    drafts.send_due(after(499), out);
    CHECK(out.take().empty());
    CHECK(drafts.due() == after(500));
    drafts.send_due(after(500), out);
    CHECK(out.take().size() == 2);
    CHECK_FALSE(drafts.due());
}

TEST_CASE("drafts: who types without a pause has the words sent a second after the first key") {
    Book book;
    Drafts drafts;
    Outbox out;
    Draft& draft = drafts.open(book.notebook, entry, activity);
    for (std::int64_t ms = 0; ms < 1000; ms += 100) {
        type(drafts, draft, draft.text + "a", after(ms));
        drafts.send_due(after(ms), out);
    }
    CHECK(out.take().empty());
    drafts.send_due(after(1000), out);
    CHECK(out.take().size() == 2);
}

TEST_CASE("drafts: the first words create the entry, in its activity") {
    Book book;
    Drafts drafts;
    Outbox out;
    type(drafts, drafts.open(book.notebook, entry, activity), "First", after(0));
    drafts.send_all(out);
    const auto commands = out.take();
    REQUIRE(commands.size() == 2);
    const auto& created = std::get<Edit>(commands[0]);
    CHECK(created.changes == edits::create_entry(entry, activity));
    const auto& typed = std::get<EditText>(commands[1]);
    CHECK(typed.splice == Splice{entry, "words", {}, 0, 0, "First"});
    CHECK(typed.after == 0);
    CHECK(typed.number == created.number + 1);
}

TEST_CASE("drafts: while the answer is out, the next words build on the edit before") {
    Book book;
    Drafts drafts;
    Outbox out;
    Draft& draft = drafts.open(book.notebook, entry, activity);
    type(drafts, draft, "One", after(0));
    drafts.send_all(out);
    const auto first = taken<EditText>(out).front();
    type(drafts, draft, "One two", after(400));
    drafts.send_all(out);
    const auto second = taken<EditText>(out).front();
    CHECK(second.after == first.number);
    CHECK(second.splice == Splice{entry, "words", {}, 3, 0, " two"});

    // The answer to the first is not the one that the next words build on.
    const auto made = book.write({first.splice});
    drafts.appended(first.number, made);
    type(drafts, draft, "One two three", after(800));
    drafts.send_all(out);
    CHECK(taken<EditText>(out).front().after == second.number);
}

TEST_CASE("drafts: after the answer, the next words name the version that it made") {
    Book book;
    Drafts drafts;
    Outbox out;
    Draft& draft = drafts.open(book.notebook, entry, activity);
    type(drafts, draft, "One", after(0));
    drafts.send_all(out);
    const auto commands = out.take();
    drafts.appended(std::get<Edit>(commands[0]).number, book.write(std::get<Edit>(commands[0]).changes));
    const auto made = book.write({std::get<EditText>(commands[1]).splice});
    drafts.appended(std::get<EditText>(commands[1]).number, made);
    type(drafts, draft, "Once", after(500));
    drafts.send_all(out);
    const auto next = taken<EditText>(out).front();
    CHECK(next.after == 0);
    CHECK(next.splice.bases == std::vector{made.front().ref()});
    book.write({next.splice});
    CHECK(book.notebook.entry(entry)->words == "Once");
}

TEST_CASE("drafts: an entry of the notebook is gone on with from its latest version") {
    Book book;
    auto changes = edits::create_entry(entry, activity);
    changes.push_back(edits::first_words(entry, "Kept"));
    const auto made = book.write(changes);
    Drafts drafts;
    Outbox out;
    Draft& draft = drafts.open(book.notebook, entry, activity);
    CHECK(draft.text == "Kept");
    type(drafts, draft, "Kept well", after(0));
    drafts.send_all(out);
    const auto commands = out.take();
    REQUIRE(commands.size() == 1);
    CHECK(std::get<EditText>(commands[0]).splice == Splice{entry, "words", {made.back().ref()}, 4, 0, " well"});
}

TEST_CASE("drafts: typing and taking back sends nothing") {
    Book book;
    Drafts drafts;
    Outbox out;
    Draft& draft = drafts.open(book.notebook, entry, activity);
    type(drafts, draft, "x", after(0));
    type(drafts, draft, "", after(100));
    drafts.send_due(after(2000), out);
    CHECK(out.take().empty());
    CHECK_FALSE(drafts.has_unsent());
}

TEST_CASE("drafts: a mark before the first word creates the entry once") {
    Book book;
    Drafts drafts;
    Outbox out;
    Draft& draft = drafts.open(book.notebook, entry, activity);
    drafts.create(draft, out);
    drafts.create(draft, out);
    CHECK(taken<Edit>(out).size() == 1);
    type(drafts, draft, "Words", after(0));
    drafts.send_all(out);
    const auto commands = out.take();
    REQUIRE(commands.size() == 1);
    CHECK(std::holds_alternative<EditText>(commands[0]));
}

TEST_CASE("drafts: refused words are kept, and sent again on what the notebook says") {
    Book book;
    Drafts drafts;
    Outbox out;
    Draft& draft = drafts.open(book.notebook, entry, activity);
    type(drafts, draft, "Precious", after(0));
    drafts.send_all(out);
    const auto commands = out.take();
    CHECK(drafts.waiting_for(std::get<Edit>(commands[0]).number) == inspection);
    drafts.refused(std::get<Edit>(commands[0]).number, book.notebook, after(100));
    CHECK(draft.text == "Precious");
    CHECK(drafts.has_unsent());
    // The answer to what was built on it finds nobody who waits.
    CHECK_FALSE(drafts.waiting_for(std::get<EditText>(commands[1]).number));
    drafts.send_due(after(99 + Drafts::after_refusal_ms), out);
    CHECK(out.take().empty());
    drafts.send_due(after(100 + Drafts::after_refusal_ms), out);
    const auto again = out.take();
    REQUIRE(again.size() == 2);
    CHECK(std::holds_alternative<Edit>(again[0]));
    CHECK(std::get<EditText>(again[1]).splice.inserted == "Precious");
    // Refused again, it waits twice as long.
    drafts.refused(std::get<Edit>(again[0]).number, book.notebook, after(5000));
    CHECK(drafts.due() == after(5000 + 2 * Drafts::after_refusal_ms));
}

TEST_CASE("drafts: of two fields of a form one brings it into being, and the other does where that was refused") {
    Book book;
    Drafts drafts;
    Outbox out;
    const ItemId school = numbered<ItemId>(3);
    Draft& first = drafts.open_form(book.notebook, school, "headteacher", "theme knowledge");
    Draft& second = drafts.open_form(book.notebook, school, "headteacher", "theme measures");
    CHECK(&first != &second);
    type(drafts, first, "Knows it well.", after(0));
    type(drafts, second, "A clerk.", after(0));
    drafts.send_all(out);
    const auto commands = out.take();
    REQUIRE(commands.size() == 3);  // the form once, and both texts
    const auto* creation = std::get_if<Edit>(&commands[0]);
    REQUIRE(creation != nullptr);
    CHECK(drafts.is_at_rest(first.entry) == false);
    drafts.refused(creation->number, book.notebook, after(100));
    type(drafts, second, "A clerk, and training.", after(200));
    drafts.send_due(after(1300), out);
    const auto again = out.take();
    REQUIRE(again.size() == 2);
    REQUIRE(std::get_if<Edit>(&again[0]) != nullptr);
    CHECK(std::get<Edit>(again[0]).changes == creation->changes);
}

TEST_CASE("drafts: half a character is never sent") {
    Book book;
    Drafts drafts;
    Outbox out;
    Draft& draft = drafts.open(book.notebook, entry, activity);
    type(drafts, draft, "caf\xC3", after(0));
    drafts.send_all(out);
    CHECK(taken<EditText>(out).front().splice.inserted == "caf\uFFFD");
}

TEST_CASE("drafts: what is unsent or unanswered is not forgotten") {
    Book book;
    Drafts drafts;
    Outbox out;
    type(drafts, drafts.open(book.notebook, entry, activity), "Words", after(0));
    drafts.forget_others({});
    CHECK(drafts.has_unsent());
    drafts.send_all(out);
    drafts.forget_others({});
    CHECK(drafts.open(book.notebook, entry, activity).text == "Words");
    for (const Command& command : out.take()) {
        if (const auto* edit = std::get_if<Edit>(&command)) drafts.appended(edit->number, book.write(edit->changes));
        if (const auto* text = std::get_if<EditText>(&command))
            drafts.appended(text->number, book.write({text->splice}));
    }
    drafts.forget_others({});
    CHECK(drafts.open(book.notebook, entry, activity).text == "Words");
}

TEST_CASE("drafts: what is pasted and is more than one change can hold is several, none of which cuts a letter") {
    Book book;
    Drafts drafts;
    Outbox out;
    Draft& draft = drafts.open(book.notebook, entry, activity);
    std::string pasted;
    while (pasted.size() < 3 * RevisionBounds::value) pasted += "\u6821\u957F\u8BF4";
    type(drafts, draft, pasted, noon);
    drafts.send_all(out);
    const auto sent = taken<EditText>(out);
    REQUIRE(sent.size() > 3);
    std::string joined;
    for (std::size_t index = 0; index < sent.size(); ++index) {
        const Splice& splice = sent[index].splice;
        CHECK(splice.at == joined.size());
        CHECK(splice.erased == 0);
        CHECK(splice.inserted.size() <= RevisionBounds::value);
        CHECK(to_valid_utf8(splice.inserted) == splice.inserted);
        CHECK(sent[index].after == (index == 0 ? 0 : sent[index - 1].number));
        joined += splice.inserted;
    }
    CHECK(joined == pasted);
}

}  // namespace daybook
