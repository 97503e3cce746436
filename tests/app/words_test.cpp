// The table of words: what is said of it, what is counted, and what a bad table costs.
#include "app/words/words.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/words/english.h"
#include "app/words/times.h"
#include "tests/app/pseudo.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

Words words_of(const std::string& json) {
    auto table = read_table({reinterpret_cast<const Byte*>(json.data()), json.size()});
    REQUIRE_MESSAGE(table, (table ? "" : table.error().what));
    return Words(std::move(*table));
}

/// A table with these texts of the app, and no other.
Words with_texts(const std::string& texts, const std::string& plurals = R"({"one": "i = 1 and v = 0"})") {
    return words_of(R"({"plurals": )" + plurals + R"(, "app": {)" + texts + "}}");
}

/// What is told of this id, without the id; empty if nothing is.
std::string told_of(const Words& say, std::string_view id) {
    for (const std::string& one : say.shortcomings()) {
        if (one.starts_with(std::string(id) + " ")) return one.substr(id.size() + 1);
    }
    return {};
}

std::string refusal_of(const std::string& json) {
    const auto table = read_table({reinterpret_cast<const Byte*>(json.data()), json.size()});
    REQUIRE_FALSE(table);
    CHECK(table.error().code == Errc::corrupt);
    return table.error().what;
}

constexpr LocalTime morning{{1'442'221'327'000}, 60};  // 2015-09-14 10:02:07, British summer time

}  // namespace

TEST_CASE("words: English is built in, and puts in what it is given") {
    const Words say;
    CHECK(say(Word::today_title) == "Today");
    CHECK(say(phrase::saved_at{.time = "10:42:07"}) == "Saved 10:42:07");
    CHECK(say(phrase::count_entries{.count = 0}) == "0 entries");
    CHECK(say(phrase::count_entries{.count = 1}) == "1 entry");
    CHECK(say(phrase::ready_outside_more{.count = 3, .number = "4", .date = "today", .time = "now"}) ==
          "The last is Bundle 4 of today, now. 3 changes are in no bundle. Hand over again.");
    CHECK(say.shortcomings().empty());
}

TEST_CASE("words: what is put in is never read for braces of its own") {
    CHECK(Words()(phrase::erase_title{.inspection = "{inspection} {"}) == "Erase {inspection} {");
}

TEST_CASE("words: the pseudo-locale has every text, and nothing in it is told of") {
    const Bytes table = pseudo_table();
    const auto read = read_table(table);
    REQUIRE(read);
    CHECK(read->shortcomings.empty());
    const Words say(*read);
    for (const english::Row& row : english::rows) {
        CAPTURE(row.id);
        const std::string& text = read->texts[row.slot + row.slots - 1U];
        const std::string_view english = english::texts[row.slot + row.slots - 1U];
        CHECK((text == pseudo(english)));
    }
    CHECK(say(Word::today_title) == "\u00ABŤóđáý éí\u00BB");
    CHECK(say(phrase::saved_at{.time = "10:42"}) == "\u00ABŠávéđ 10:42 éí\u00BB");
}

TEST_CASE("words: a language has its plurals, by CLDR's rules for it") {
    const Words polish = with_texts(
        R"("count.entries": {"one": "{count} wpis", "few": "{count} wpisy", "many": "{count} wpisów", "other": "{count} wpisu"})",
        R"({"one": "i = 1 and v = 0 @integer 1",
            "few": "v = 0 and i % 10 = 2..4 and i % 100 != 12..14 @integer 2~4, 22~24",
            "many": "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14"})");
    const auto entries = [&](std::uint64_t count) { return polish(phrase::count_entries{.count = count}); };
    CHECK(entries(1) == "1 wpis");
    for (const std::uint64_t count : {2, 4, 22, 104}) CHECK(entries(count).ends_with(" wpisy"));
    for (const std::uint64_t count : {0, 5, 12, 14, 21, 100, 112}) CHECK(entries(count).ends_with(" wpisów"));

    const Words welsh = with_texts(
        R"("count.changes": {"zero": "dim newid", "one": "un newid", "two": "dau newid", "other": "{count} newid"})",
        R"({"zero": "n = 0", "one": "n = 1", "two": "n = 2", "few": "n = 3", "many": "n = 6"})");
    const auto changes = [&](std::uint64_t count) { return welsh(phrase::count_changes{.count = count}); };
    CHECK(changes(0) == "dim newid");
    CHECK(changes(2) == "dau newid");
    CHECK(changes(6) == "6 newid");  // of a form that this text does not have, the other one is said
    CHECK(told_of(welsh, "count.changes").empty());

    const Words japanese = with_texts(R"("count.entries": "{count}件")", "{}");
    CHECK(japanese(phrase::count_entries{.count = 1}) == "1件");
}

TEST_CASE("words: what a table lacks is said in English, and told by name") {
    const Words say = with_texts(R"("today.title": "Heddiw")");
    CHECK(say(Word::today_title) == "Heddiw");
    CHECK(say(Word::notebook_title) == "Notebook");
    CHECK(say(phrase::count_entries{.count = 1}) == "1 entry");
    CHECK(told_of(say, "notebook.title") == "is missing");
    CHECK(say.shortcomings().size() == english::rows.size() - 1);
}

TEST_CASE("words: a text that puts in something else, or is none, is told by name and said in English") {
    const Words say = with_texts(
        R"("saved.at": "Cadwyd {amser}", "today.titel": "Heddiw", "saved.all": "", "saved.not": 7, "entry.version": "{author}",
           "common.dot": "{first} } {second}", "find.title": "a\nb",
           "count.entries": {"one": "un", "other": "llawer"}, "count.changes": {"one": "un"},
           "count.minutes": {"other": "{count} munud", "plural": "{count}"}, "find.hits": ["a"])");
    CHECK(told_of(say, "saved.at") == "puts in {amser} where {time} is put in");
    CHECK(told_of(say, "today.titel") == "is not known");
    CHECK(told_of(say, "saved.all") == "is empty");
    CHECK(told_of(say, "saved.not") == "is no text");
    CHECK(told_of(say, "entry.version") == "puts in {author} where {author} {date} {time} is put in");
    CHECK(told_of(say, "common.dot") == "has a brace that stands alone");
    CHECK(told_of(say, "find.title") == "has a line break or another control character");
    CHECK(told_of(say, "count.entries") == "puts in nothing where {count} is put in");
    CHECK(told_of(say, "count.changes") == "lacks the form 'other'");
    CHECK(told_of(say, "count.minutes") == "has a plural form that is none: plural");
    CHECK(told_of(say, "find.hits") == "is no text, and no list of plural forms");
    CHECK(say(phrase::saved_at{.time = "10:42"}) == "Saved 10:42");
    CHECK(say(phrase::count_entries{.count = 1}) == "1 entry");
    CHECK(say(phrase::count_entries{.count = 2}) == "2 entries");
    CHECK(say(phrase::count_minutes{.count = 5}) == "5 minutes");
    CHECK(say(Word::saved_all) == "All is saved");
}

TEST_CASE("words: a plural rule that is none is told by name, and English counts on") {
    for (const std::string rule :
         {"", "i", "i =", "x = 1", "i = 1 and", "i % 0 = 1", "i = 1 or or", "i = 1..", "i == 1", "n = 1 2"}) {
        CAPTURE(rule);
        const Words say =
            with_texts(R"("count.entries": {"one": "un", "other": "{count} o"})", R"({"one": ")" + rule + R"("})");
        CHECK(told_of(say, "plurals.one").ends_with("is no plural rule as CLDR writes it"));
        CHECK(say(phrase::count_entries{.count = 1}) == "un");
    }
    CHECK(told_of(with_texts("", R"({"some": "n = 1"})"), "plurals.some") == "is no rule of a plural form");
    CHECK(told_of(with_texts("", R"({"one": ")" + std::string(2000, ' ') + R"(n = 1"})"), "plurals.one")
              .ends_with("too long for a plural rule"));
}

TEST_CASE("words: what is no table is refused, with the place") {
    CHECK(refusal_of("").contains("line 1"));
    CHECK(refusal_of(R"({"app": {"today.title": "Heddiw",}})").contains("line 1, column"));
    CHECK(refusal_of(R"({"words": {}})") == "there is no member 'app' with texts in it");
    CHECK(refusal_of("[]") == "there is no member 'app' with texts in it");
    CHECK(refusal_of(R"({"app": {"a.b": "x", "a.b": "y"}})").contains("there twice"));
}

TEST_CASE("words: sentences of core are translated whole, or not at all") {
    const Words say = words_of(
        R"({"app": {}, "core": {"The database is damaged.": "Mae'r gronfa wedi'i difrodi.",
            "Opening the notebook": "Agor y llyfr",
            "Wait {}, then type it again.": "Arhoswch {}, yna teipiwch.", "Wait {}": "Arhoswch {}",
            "Nothing is lost.": "", "Two {} of {}.": "Dau {}."}})");
    CHECK(say.translated("The database is damaged.") == "Mae'r gronfa wedi'i difrodi.");
    CHECK(say.translated("Opening the notebook: The database is damaged.") ==
          "Agor y llyfr: Mae'r gronfa wedi'i difrodi.");
    CHECK(say.translated("The database is damaged. Wait 2 min, then type it again.") ==
          "Mae'r gronfa wedi'i difrodi. Arhoswch 2 min, yna teipiwch.");
    CHECK(say.translated("The database is damaged. Nobody knows why.") == "The database is damaged. Nobody knows why.");
    CHECK(say.translated("") == "");
    CHECK(Words().translated("The database is damaged.") == "The database is damaged.");
    CHECK(told_of(say, "core: Nothing is lost.") == "is empty");
    CHECK(told_of(say, "core: Two {} of {}.").starts_with("puts in more or less"));
}

TEST_CASE("words: days, times and sizes are said as the table has them") {
    const Words say;
    CHECK(day_words(say, morning) == "Mon 14 Sep 2015");
    CHECK(day_words(say, "2016-02-29") == "Mon 29 Feb 2016");
    CHECK(day_words(say, "soon") == "soon");
    CHECK(time_words(say, morning) == "10:02");
    CHECK(time_words_with_seconds(say, morning) == "10:02:07");
    CHECK(minutes_words(say, 59'999) == "under a minute");
    CHECK(minutes_words(say, -1) == "under a minute");
    CHECK(minutes_words(say, 12 * 60'000) == "12 min");
    CHECK(minutes_words(say, 65 * 60'000) == "1 h 05 min");
    CHECK(file_size_words(say, 0) == "1 kB");
    CHECK(file_size_words(say, 41'300) == "41 kB");
    CHECK(file_size_words(say, 2'049'000) == "2.0 MB");
    CHECK(disk_size_words(say, 999'999) == "under 1 MB");
    CHECK(disk_size_words(say, 41'000'000) == "41 MB");
    CHECK(disk_size_words(say, 2'000'000'000) == "2.0 GB");

    const Words german = with_texts(
        R"("date.day": "{weekday}, {day}. {month} {year}", "date.monday": "Mo.", "date.september": "September",
           "time.minutes": "{hour}.{minute} Uhr", "size.decimal_point": ",", "size.gigabytes": "{size} GB")");
    CHECK(day_words(german, morning) == "Mo., 14. September 2015");
    CHECK(time_words(german, morning) == "10.02 Uhr");
    CHECK(disk_size_words(german, 2'000'000'000) == "2,0 GB");
}

TEST_CASE("words: days of every year have their weekday and month") {
    const Words say;
    const std::array<std::string_view, 12> starts{"Wed 1 Jan", "Sat 1 Feb", "Sat 1 Mar", "Tue 1 Apr",
                                                  "Thu 1 May", "Sun 1 Jun", "Tue 1 Jul", "Fri 1 Aug",
                                                  "Mon 1 Sep", "Wed 1 Oct", "Sat 1 Nov", "Mon 1 Dec"};
    for (std::size_t month = 0; month < starts.size(); ++month) {
        const std::string day = (month < 9 ? "2025-0" : "2025-") + std::to_string(month + 1) + "-01";
        CHECK(day_words(say, day) == std::string(starts[month]) + " 2025");
    }
}

}  // namespace daybook::testing
