// What is planned, and whom to reach: the bytes that they always had.
#include <doctest/doctest.h>

#include <string>

#include "core/notebook/edits.h"
#include "core/notebook/plan_edits.h"
#include "tests/core/notebook_making.h"
#include "tests/core/stored_sample.h"

namespace daybook::testing {
namespace {

const auto inspection = numbered<InspectionId>(9);
const auto session = id<ItemId>(3);
const auto contact = id<ItemId>(4);
constexpr std::int64_t ten_o_clock = 1'442'224'800'000;

std::vector<Change> everything() {
    Planned planned;
    planned.id = session;
    planned.day = "2015-09-14";
    planned.from = 570;
    planned.to = 630;
    planned.kind = "opening-meeting";
    planned.title = "Opening meeting";
    planned.place = "County Hall";
    planned.school = id<ItemId>(5);
    planned.inspectors = {"Anna Müller"};
    planned.roles = {"dcs"};
    planned.note = "Bring the badges.";
    std::vector<Change> all = edits::add_planned(planned);
    for (Change& change : edits::add_contact({.id = contact,
                                              .name = "A. Birch",
                                              .role = "Director of children's services",
                                              .telephone = "01632 960001",
                                              .email = "birch@example.org",
                                              .note = "Mornings."}))
        all.push_back(std::move(change));
    all.emplace_back(Retire{contact, true});
    return all;
}

}  // namespace

TEST_CASE("plan sample: what is planned and whom to reach have the bytes that they always had, and are read") {
    const Notebook book = read_stored_sample(inspection, "plan.daybook-log", everything(), ten_o_clock);
    REQUIRE(book.planned().size() == 1);
    const Planned& planned = *book.planned(session);
    CHECK(planned.is_placed());
    CHECK(planned.day == "2015-09-14");
    CHECK(planned.from == 570);
    CHECK(planned.to == 630);
    CHECK(planned.kind == "opening-meeting");
    CHECK(planned.title == "Opening meeting");
    CHECK(planned.place == "County Hall");
    CHECK(planned.school == id<ItemId>(5));
    CHECK(planned.inspectors == std::vector<std::string>{"Anna Müller"});
    CHECK(planned.roles == std::vector<std::string>{"dcs"});
    CHECK(planned.note == "Bring the badges.");
    REQUIRE(book.contacts().size() == 1);
    CHECK(book.contact(contact)->telephone == "01632 960001");
    CHECK(book.contact(contact)->note == "Mornings.");
    CHECK(book.contact(contact)->retired);
}

}  // namespace daybook::testing
