#include "core/notebook/history.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <map>

#include "core/notebook/edits.h"
#include "tests/core/log_making.h"
#include "tests/core/notebook_making.h"

using namespace daybook;
using namespace daybook::testing;

namespace {

using What = EntryChange::What;
using Of = EntryChange::Of;

constexpr std::int64_t ten_o_clock = 1'442'221'200'000;  // 2015-09-14, British summer time
constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;

const auto inspection = id<InspectionId>(9);
const auto activity = id<ItemId>(1);
const auto entry = id<ItemId>(2);

/// People who write into one notebook, each on a device of their own.
class Team {
public:
    void write(Byte device, const std::string& author, const std::vector<Change>& changes, std::int64_t at_ms) {
        for (const Change& change : changes) {
            Desk& desk = desks_[device];
            const auto of = numbered<DeviceId>(device);
            stamp_ = next_stamp(stamp_, Instant{at_ms}, of);
            REQUIRE(book.apply(Revision{.inspection = inspection,
                                        .device = of,
                                        .seq = ++desk.seq,
                                        .prev_hash = {},
                                        .stamp = stamp_,
                                        .author = author,
                                        .written_at = {Instant{at_ms}, 60},
                                        .change = change}));
        }
    }
    void ada(const std::vector<Change>& changes, std::int64_t at_ms) { write(1, "Ada Penn", changes, at_ms); }
    void imre(const std::vector<Change>& changes, std::int64_t at_ms) { write(2, "Imre Callow", changes, at_ms); }

    [[nodiscard]] RevisionRef last_of(Byte device) { return {numbered<DeviceId>(device), desks_[device].seq}; }
    /// What makes the entry say this, typed on the version that it has.
    [[nodiscard]] std::vector<Change> saying(std::string_view words) const {
        const Item* item = book.items().find(entry);
        const Text* text = item == nullptr ? nullptr : item->text(words::prose);
        if (text == nullptr) return {edits::first_words(entry, std::string(words))};
        return {edits::put_words(*text, entry, words::prose, words)};
    }
    void begin() {
        ada(edits::start_activity({activity, "meeting", "", {}}, {{ten_o_clock}, 60}), ten_o_clock);
        ada(edits::create_entry(entry, activity), ten_o_clock + minute);
    }

    Notebook book{inspection};

private:
    struct Desk {
        std::uint64_t seq = 0;
    };
    std::map<Byte, Desk> desks_;
    Stamp stamp_;
};

std::vector<std::string> words_after(const Notebook& book, const std::vector<HistoryStep>& steps) {
    std::vector<std::string> all;
    for (const HistoryStep& step : steps) {
        if (step.words_after) all.push_back(words_in(book, entry, step.words_after));
    }
    return all;
}

}  // namespace

TEST_CASE("H28: what one person types in one sitting is one step, and can be opened to every change") {
    Team team;
    team.begin();
    team.ada(team.saying("The head"), ten_o_clock + minute + second);
    team.ada(team.saying("The head spoke"), ten_o_clock + minute + 2 * second);
    team.ada(team.saying("The head spoke of reading."), ten_o_clock + minute + 3 * second);
    const auto steps = history_of(team.book, entry);
    REQUIRE(steps.size() == 1);
    CHECK(steps[0].author() == "Ada Penn");
    CHECK(steps[0].began() == LocalTime{{ten_o_clock + minute}, 60});
    CHECK(steps[0].ended() == LocalTime{{ten_o_clock + minute + 3 * second}, 60});
    CHECK(steps[0].changes.size() == 4);  // it came into being, and three times words
    CHECK_FALSE(steps[0].words_before);
    CHECK(words_in(team.book, entry, steps[0].words_after) == "The head spoke of reading.");
    const auto typed = words_typed_in(team.book, entry, steps[0]);
    REQUIRE(typed.size() == 3);
    CHECK(typed[0].added == "The head");
    CHECK(typed[1].added == " spoke");
    CHECK(typed[2].added == " of reading.");
    CHECK(std::ranges::all_of(typed, [](const WordsTyped& one) { return one.removed.empty(); }));
}

TEST_CASE("H28: a pause of two minutes, another author or another device begins another step") {
    Team team;
    team.begin();
    team.ada(team.saying("One."), ten_o_clock + minute);
    team.ada(team.saying("One. Two."), ten_o_clock + minute + sitting_gap_ms - 1);
    team.ada(team.saying("One. Two. Three."), ten_o_clock + minute + 2 * sitting_gap_ms - 1);
    team.imre(team.saying("One. Two. Four."), ten_o_clock + minute + 2 * sitting_gap_ms);
    team.write(3, "Imre Callow", team.saying("Five."), ten_o_clock + minute + 2 * sitting_gap_ms + 1);
    const auto steps = history_of(team.book, entry);
    CHECK(words_after(team.book, steps) ==
          std::vector<std::string>{"One. Two.", "One. Two. Three.", "One. Two. Four.", "Five."});
    CHECK(steps[2].author() == "Imre Callow");
    CHECK(words_in(team.book, entry, steps[2].words_before) == "One. Two. Three.");
    const auto typed = words_typed_in(team.book, entry, steps[2]);
    REQUIRE(typed.size() == 1);
    CHECK(typed[0].removed == "Three");
    CHECK(typed[0].added == "Four");
}

TEST_CASE("H28: a step says what its marks add up to, and what came to nothing is still among its changes") {
    Team team;
    team.begin();
    const std::int64_t then = ten_o_clock + 10 * minute;
    team.ada(edits::set_polarity(entry, Polarity::strength), then);
    team.ada(edits::set_polarity(entry, Polarity::weakness), then + second);
    team.ada(edits::set_confidence(entry, true), then + 2 * second);
    team.ada(edits::set_confidence(entry, false), then + 3 * second);
    team.ada(edits::set_aspect(entry, "impact", true), then + 4 * second);
    team.ada(edits::set_retired(entry, true), then + 5 * second);
    const auto steps = history_of(team.book, entry);
    REQUIRE(steps.size() == 2);
    const HistoryStep& step = steps[1];
    CHECK(step.changes.size() == 6);
    CHECK_FALSE(step.words_after);
    REQUIRE(step.sum.size() == 3);
    CHECK(step.sum[0].what == What::polarity);
    CHECK(step.sum[0].before == Value(std::string("unmarked")));
    CHECK(step.sum[0].after == Value(std::string("weakness")));
    CHECK(step.sum[1].what == What::aspect);
    CHECK(step.sum[1].detail == "impact");
    CHECK(step.sum[1].after == Value(true));
    CHECK(step.sum[2].what == What::retired);
    team.ada(edits::set_aspect(entry, "impact", false), then + 10 * minute);
    team.ada(edits::set_retired(entry, false), then + 10 * minute);
    const HistoryStep last = history_of(team.book, entry).back();
    REQUIRE(last.sum.size() == 2);
    CHECK(last.sum[0].before == Value(true));
    CHECK(last.sum[0].after == Value(false));
    CHECK(last.sum[1].after == Value(false));
}

TEST_CASE("H28: of a passage each mark is told, and of a photograph or a drawing that it came and went") {
    Team team;
    team.begin();
    team.ada(team.saying("She is leaving."), ten_o_clock + minute);
    const auto passage = id<ItemId>(3);
    team.ada(edits::add_passage({passage, entry, {team.last_of(1), {0, 15}}}), ten_o_clock + 20 * minute);
    team.ada(edits::set_confidence(passage, true), ten_o_clock + 20 * minute);
    const auto drawing = id<ItemId>(4);
    team.ada(edits::create_drawing(drawing, entry), ten_o_clock + 30 * minute);
    team.ada(edits::set_retired(drawing, true), ten_o_clock + 40 * minute);
    const auto steps = history_of(team.book, entry);
    REQUIRE(steps.size() == 4);
    REQUIRE(steps[1].sum.size() == 2);  // which words, and of what, is said with its coming
    CHECK(steps[1].sum[1].of == Of::passage);
    CHECK(steps[1].sum[1].item == passage);
    CHECK(steps[1].sum[1].what == What::in_confidence);
    REQUIRE(steps[2].sum.size() == 1);
    CHECK(steps[2].sum[0].of == Of::drawing);
    CHECK(steps[2].sum[0].what == What::created);
    CHECK(steps[3].sum[0].what == What::retired);
}

TEST_CASE("H28: words that were edited apart are steps of their own, and choosing between them says what was left") {
    Team team;
    team.begin();
    team.ada(team.saying("Together."), ten_o_clock + minute);
    const RevisionRef shared = team.last_of(1);
    team.ada({Splice{entry, "words", {shared}, 9, 0, " Ada's."}}, ten_o_clock + minute + second);
    const RevisionRef adas = team.last_of(1);
    team.imre({Splice{entry, "words", {shared}, 9, 0, " Imre's."}}, ten_o_clock + minute + 2 * second);
    const RevisionRef imres = team.last_of(2);
    team.ada({Splice{entry, "words", {adas, imres}, 0, 0, ""}}, ten_o_clock + minute + 3 * second);
    const auto steps = history_of(team.book, entry);
    CHECK(words_after(team.book, steps) ==
          std::vector<std::string>{"Together. Ada's.", "Together. Imre's.", "Together. Ada's."});
    CHECK(words_in(team.book, entry, steps[1].words_before) == "Together.");
    CHECK(steps[1].left_behind == 0);
    CHECK(steps[2].left_behind == 1);
}

TEST_CASE("H28: one author's changes that go on from another version are no single step") {
    Team team;
    team.begin();
    team.ada(team.saying("Together."), ten_o_clock + minute);
    const RevisionRef shared = team.last_of(1);
    team.ada({Splice{entry, "words", {shared}, 9, 0, " A."}}, ten_o_clock + minute + second);
    team.ada({Splice{entry, "words", {shared}, 9, 0, " B."}}, ten_o_clock + minute + 2 * second);
    CHECK(words_after(team.book, history_of(team.book, entry)) ==
          std::vector<std::string>{"Together. A.", "Together. B."});
}

TEST_CASE("history: of what a file claims nothing is left out, and no time is too strange") {
    Team team;
    team.begin();
    const std::int64_t least = std::numeric_limits<std::int64_t>::min();
    const std::int64_t most = std::numeric_limits<std::int64_t>::max();
    team.ada({SetField{entry, "mood", std::string("calm")}}, least);
    team.ada({SetMember{entry, "aspects", std::int64_t{7}, true}}, most);
    team.ada({Splice{entry, "aside", {}, 0, 0, "x"}}, 0);
    team.ada({SetField{entry, "polarity", std::int64_t{3}}}, ten_o_clock);
    std::size_t others = 0;
    std::size_t changes = 0;
    for (const HistoryStep& step : history_of(team.book, entry)) {
        changes += step.changes.size();
        for (const EntryChange& change : step.sum) others += change.what == What::other ? 1 : 0;
    }
    CHECK(changes == 5);  // it came into being besides
    CHECK(others == 3);
    CHECK(history_of(team.book, id<ItemId>(77)).empty());
    CHECK(utc_offset_on(team.book, "9999-12-31", 60) == 60);
}

TEST_CASE("H28: the notebook as it stood at a moment has what was written by then, and nothing later") {
    Team team;
    team.begin();
    team.ada(team.saying("Before."), ten_o_clock + minute);
    team.ada(edits::set_polarity(entry, Polarity::strength), ten_o_clock + minute);
    team.ada(edits::set_aspect(entry, "impact", true), ten_o_clock + minute);
    team.ada(team.saying("After."), ten_o_clock + 60 * minute);
    team.ada(edits::set_polarity(entry, Polarity::weakness), ten_o_clock + 60 * minute);
    team.ada(edits::set_aspect(entry, "impact", false), ten_o_clock + 60 * minute);
    team.ada(edits::set_retired(entry, true), ten_o_clock + 60 * minute);
    team.ada(edits::stop_activity(activity, {{ten_o_clock + 60 * minute}, 60}), ten_o_clock + 60 * minute);
    const Notebook then = team.book.as_it_stood({ten_o_clock + 30 * minute});
    const Entry* was = then.entry(entry);
    REQUIRE(was != nullptr);
    CHECK(was->words == "Before.");
    CHECK(was->polarity == Polarity::strength);
    CHECK(was->aspects == std::vector<std::string>{"impact"});
    CHECK_FALSE(was->retired);
    CHECK(then.activity(activity)->is_running());
    CHECK(then.entries_of(activity).size() == 1);
    CHECK(team.book.as_it_stood({ten_o_clock}).entries().empty());
    CHECK(team.book.as_it_stood({ten_o_clock - 1}).activities().empty());
    CHECK(team.book.entry(entry)->words == "After.");
}

TEST_CASE("H28: what a colleague had written by then is in it, whenever it came here") {
    Team team;
    team.begin();
    team.ada(team.saying("Ada's."), ten_o_clock + 2 * minute);
    const auto other = id<ItemId>(5);
    team.ada(edits::set_come_back(entry, true), ten_o_clock + 60 * minute);
    // It arrives last, and was written first.
    team.imre(edits::create_entry(other, activity), ten_o_clock + minute);
    team.imre({edits::first_words(other, "Imre's.")}, ten_o_clock + minute);
    const Notebook then = team.book.as_it_stood({ten_o_clock + 10 * minute});
    REQUIRE(then.entry(other) != nullptr);
    CHECK(then.entry(other)->words == "Imre's.");
    CHECK_FALSE(then.entry(entry)->come_back);
}

TEST_CASE("history: a time of day is meant as the clocks went on that day") {
    Team team;
    team.begin();
    CHECK(utc_offset_on(team.book, "2015-09-14", 0) == 60);
    CHECK(utc_offset_on(team.book, "no day", 0) == 0);
    CHECK(utc_offset_on(Notebook(inspection), "2015-09-14", 120) == 120);
}
