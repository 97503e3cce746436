// What is planned, and whom to reach: the bytes that they always had.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "core/notebook/edits.h"
#include "core/notebook/plan_edits.h"
#include "tests/core/log_making.h"
#include "tests/core/notebook_making.h"

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
    Writer writer(inspection, numbered<DeviceId>(0xA1, 0xA0), "Anna Müller");
    Bytes written;
    for (const Change& change : everything()) {
        const LoggedRevision made = writer.write(change, ten_o_clock);
        const std::size_t length = made.canonical.size();
        for (const unsigned shift : {24U, 16U, 8U, 0U}) written.push_back(static_cast<Byte>((length >> shift) & 0xFFU));
        append(written, made.canonical);
    }
    std::ifstream file(DAYBOOK_TEST_DATA "/log/plan.daybook-log", std::ios::binary);
    REQUIRE_MESSAGE(file.good(), "there is no sample; it would be " << to_hex(written));
    const std::string stored{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    CHECK(to_hex(written) == to_hex(as_bytes(stored)));
    Notebook book(inspection);
    for (ByteView rest = as_bytes(stored); !rest.empty();) {
        const std::size_t length = std::size_t{rest[2]} << 8U | rest[3];
        REQUIRE(length <= rest.size() - 4);
        const auto revision = decode_revision(rest.subspan(4, length));
        REQUIRE(revision);
        REQUIRE(book.apply(*revision));
        rest = rest.subspan(4 + length);
    }
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
