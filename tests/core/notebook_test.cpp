#include "core/notebook/notebook.h"

#include <doctest/doctest.h>

#include "core/notebook/edits.h"
#include "tests/core/framework_files.h"
#include "tests/core/notebook_making.h"

using namespace daybook;
using testing::id;
using testing::Pen;

namespace {

const auto inspection = id<InspectionId>(1);
const auto meeting = id<ItemId>(2);
const auto entry = id<ItemId>(3);

Inspection described() {
    return {.title = "Wexmoor 2015",
            .authority = "Wexmoor",
            .first_day = "2015-09-14",
            .last_day = "2015-09-18",
            .lead = "R. Hale",
            .team = {"A. Birch", "S. Okoro"},
            .lead_recipient = "",
            .office_recipient = "",
            .is_sample = true};
}

}  // namespace

TEST_CASE("notebook: an inspection is what its revisions describe") {
    Pen pen(inspection);
    pen.write(edits::describe_inspection(inspection, described()));
    CHECK(pen.notebook.inspection().authority == "Wexmoor");
    CHECK(pen.notebook.inspection().team == std::vector<std::string>{"A. Birch", "S. Okoro"});
    CHECK(pen.notebook.inspection().is_sample);
    CHECK(pen.notebook.inspection().office_recipient.empty());
}

TEST_CASE("notebook: a meeting runs from its start to its stop, and the time between is the time spent") {
    Pen pen(inspection);
    const LocalTime start{Instant{1'442'224'800'000}, 60};
    pen.write(edits::start_activity({meeting, "meeting", "Town hall", {"dcs", "chief-executive"}}, start));
    REQUIRE(pen.notebook.running() != nullptr);
    CHECK(pen.notebook.running()->id == meeting);
    CHECK(pen.notebook.running()->time_spent(Instant{start.at.unix_ms + 60'000}) == 60'000);
    pen.write(edits::stop_activity(meeting, {Instant{start.at.unix_ms + 45 * 60'000}, 60}));
    CHECK(pen.notebook.running() == nullptr);
    CHECK(pen.notebook.activity(meeting)->time_spent(Instant{0}) == 45 * 60'000);
    CHECK(pen.notebook.activity(meeting)->roles == std::vector<std::string>{"chief-executive", "dcs"});
    CHECK(pen.notebook.activity(meeting)->timed);
}

TEST_CASE("notebook: a meeting that ends before it began, by a clock set back, has no time and not less") {
    Pen pen(inspection);
    pen.write(edits::start_activity({meeting, "meeting", "", {}}, {Instant{1'442'224'800'000}, 60}));
    pen.write(edits::stop_activity(meeting, {Instant{1'442'000'000'000}, 60}));
    CHECK(pen.notebook.activity(meeting)->time_spent(Instant{0}) == 0);
}

TEST_CASE("notebook: an entry has its words, marks and aspects; retiring keeps it, and it can be brought back") {
    Pen pen(inspection);
    pen.write(edits::start_activity({meeting, "meeting", "", {}}, {Instant{1'442'224'800'000}, 60}));
    pen.write(edits::create_entry(entry, meeting));
    pen.write({edits::first_words(entry, "Visits are valued.")});
    pen.write(edits::set_polarity(entry, Polarity::strength));
    pen.write(edits::set_confidence(entry, true));
    pen.write(edits::set_aspect(entry, "impact", true));
    pen.write(edits::set_aspect(entry, "governance", true));
    pen.write(edits::set_aspect(entry, "impact", false));
    const Entry* there = pen.notebook.entry(entry);
    REQUIRE(there != nullptr);
    CHECK(there->words == "Visits are valued.");
    CHECK(there->polarity == Polarity::strength);
    CHECK(there->in_confidence);
    CHECK(there->aspects == std::vector<std::string>{"governance"});
    CHECK(there->activity == meeting);
    CHECK(there->author == "R. Hale");
    pen.write(edits::set_retired(entry, true));
    CHECK(pen.notebook.entry(entry)->retired);
    CHECK(pen.notebook.entry(entry)->words == "Visits are valued.");
    CHECK(pen.notebook.entries_of(meeting).size() == 1);
    pen.write(edits::set_retired(entry, false));
    CHECK_FALSE(pen.notebook.entry(entry)->retired);
}

TEST_CASE("notebook: when words were begun stays, however often they are changed") {
    Pen pen(inspection);
    pen.write(edits::create_entry(entry, meeting), 1'442'224'800'000);
    pen.write({edits::first_words(entry, "One")}, 1'442'224'810'000);
    pen.write({Splice{entry, std::string(words::prose), {pen.last()}, 3, 0, " two"}}, 1'442'299'000'000);
    CHECK(pen.notebook.entry(entry)->words == "One two");
    CHECK(pen.notebook.entry(entry)->begun->at.unix_ms == 1'442'224'810'000);
    CHECK(pen.notebook.entry(entry)->changed.at.unix_ms == 1'442'299'000'000);
    CHECK(pen.notebook.entry(entry)->revisions == 2);
}

TEST_CASE("notebook: the pack it was started with stands, whoever sends another") {
    Pen pen(inspection);
    const ItemId root = Notebook::root(inspection);
    const std::string england = england_json();
    pen.write({SetField{root, std::string(words::pack), Bytes(england.begin(), england.end())}});
    CHECK(pen.notebook.pack().aspects.size() == 9);
    const std::string id_before = pen.notebook.pack().id;
    const std::string other = test_data("packs/lending-libraries.json");
    pen.write({SetField{root, std::string(words::pack), Bytes(other.begin(), other.end())}});
    CHECK(pen.notebook.pack().id == id_before);
}

TEST_CASE("notebook: a revision of another inspection or with a pack that is none is refused, and changes nothing") {
    Notebook notebook(inspection);
    Revision revision{.inspection = id<InspectionId>(9),
                      .device = {},
                      .seq = 1,
                      .prev_hash = {},
                      .stamp = {},
                      .author = "",
                      .written_at = {},
                      .change = Create{entry, "entry"},
                      .unknown_fields = {}};
    CHECK_FALSE(notebook.apply(revision));
    revision.inspection = inspection;
    revision.change = SetField{Notebook::root(inspection), std::string(words::pack), Bytes{1, 2, 3}};
    CHECK_FALSE(notebook.apply(revision));
    CHECK(notebook.items().all().empty());
}

TEST_CASE("edits: what is missing from a new inspection is said in words, field by field") {
    CHECK(edits::check_inspection(described()));
    Inspection wrong = described();
    wrong.authority = "";
    CHECK(edits::check_inspection(wrong).error().what.find("authority") != std::string::npos);
    wrong = described();
    wrong.first_day = "14/09/2015";
    CHECK(edits::check_inspection(wrong).error().what.find("2015-09-14") != std::string::npos);
    wrong = described();
    wrong.last_day = "2015-09-01";
    CHECK_FALSE(edits::check_inspection(wrong));
    wrong = described();
    wrong.lead = "";
    CHECK_FALSE(edits::check_inspection(wrong));
    wrong = described();
    wrong.office_recipient = "age1nonsense";
    CHECK(edits::check_inspection(wrong).error().what.find("office") != std::string::npos);
}
