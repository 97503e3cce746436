#include "app/readiness.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/notebook/edits.h"

namespace daybook {
namespace {

constexpr std::int64_t hour = 3'600'000;

/// A device to which there is no objection, and one thing of it changed.
struct Device {
    DeviceFacts facts{.cached = Known::yes,
                      .installed = Known::yes,
                      .persistent = Known::yes,
                      .authenticator = Known::yes,
                      .used_bytes = 10'000'000,
                      .quota_bytes = 1'000'000'000};
    Notebook book{InspectionId{}};
    Custody custody;
    LocalTime now{{1'442'221'200'000}, 60};  // 2015-09-14 10:00, British summer time
    Instant made{1'440'000'000'000};
    StorageTest test{.state = StorageTest::State::good, .words = {}};
    Situation::Stored stored = Situation::Stored::everything;
    Copies copies = Copies::two;

    void add(const std::vector<Change>& changes, Instant at) {
        for (const Change& change : changes) {
            Revision revision;
            revision.seq = ++custody.revisions;
            revision.stamp = {at.unix_ms, static_cast<std::uint32_t>(revision.seq), {}};
            revision.author = "Ada Penn";
            revision.written_at = {at, 60};
            revision.change = change;
            REQUIRE(book.apply(revision));
            custody.last_written = std::max(custody.last_written, at);
        }
    }
    void add_keys(const std::string& lead, const std::string& office) {
        add({Create{Notebook::root(book.id()), std::string(words::inspection)}}, now.at);
        add(edits::set_recipients(book.id(), lead, office), now.at);
    }
    /// One change, and one more for its words.
    void add_entry(Instant at) {
        ItemId entry;
        entry.bytes[0] = 9;
        add({Create{entry, std::string(words::entry)}, edits::first_words(entry, "Words")}, at);
    }

    [[nodiscard]] std::vector<Check> checks() const {
        return readiness({.device = facts,
                          .book = book,
                          .custody = custody,
                          .now = now,
                          .made = made,
                          .last_written = custody.last_written,
                          .test = test,
                          .stored = stored,
                          .copies = copies},
                         Words());
    }
    [[nodiscard]] Check check(std::string_view title) const {
        const auto all = checks();
        const auto found = std::ranges::find(all, title, &Check::title);
        REQUIRE_MESSAGE(found != all.end(), "no check is called ", title);
        return *found;
    }
    [[nodiscard]] Light light(std::string_view title) const { return check(title).light; }
};

}  // namespace

TEST_CASE("readiness: a device to which there is no objection is green in every line") {
    Device device;
    device.add_keys("age1lead", "age1office");
    for (const Check& check : device.checks()) {
        CAPTURE(check.title);
        CHECK(check.light == Light::green);
        CHECK(check.remedy != Remedy::keep_storage);
        CHECK(check.words.ends_with("."));
    }
    CHECK(worst_of(device.checks()) == Light::green);
    CHECK(open_points(device.checks()) == 0);
}

TEST_CASE("readiness: an app that is not all on the device is red, one of which that is not known is amber") {
    Device device;
    device.facts.cached = Known::no;
    CHECK(device.light("Works without a connection") == Light::red);
    device.facts.cached = Known::unknown;
    CHECK(device.light("Works without a connection") == Light::amber);
}

TEST_CASE("readiness: a tab is amber, and one in Safari is red and told of the seven days") {
    Device device;
    device.facts.installed = Known::no;
    CHECK(device.light("Installed") == Light::amber);
    CHECK_FALSE(device.check("Installed").words.contains("seven days"));
    device.facts.cleared_when_unused = true;
    CHECK(device.light("Installed") == Light::red);
    CHECK(device.check("Installed").words.contains("seven days"));
    device.facts = {.installed = Known::unknown};
    CHECK(device.light("Installed") == Light::amber);
}

TEST_CASE("readiness: storage that is not persistent is amber, and it can be asked for") {
    Device device;
    for (const Known known : {Known::no, Known::unknown}) {
        device.facts.persistent = known;
        const Check check = device.check("Storage is kept");
        CHECK(check.light == Light::amber);
        CHECK(check.words.contains("Not persistent"));
        CHECK(check.remedy == Remedy::keep_storage);
    }
}

TEST_CASE("readiness: room is amber from 80 of 100 on, and red from 95 on") {
    Device device;
    device.facts.quota_bytes = 100'000'000;
    const auto at = [&device](std::uint64_t used) {
        device.facts.used_bytes = used;
        return device.light("Room");
    };
    CHECK(at(79'999'999) == Light::green);
    CHECK(at(80'000'000) == Light::amber);
    CHECK(at(94'999'999) == Light::amber);
    CHECK(at(95'000'000) == Light::red);
    CHECK(device.check("Room").words.starts_with("95 MB of 100 MB are used."));
    CHECK(room_left(device.facts) == Light::red);
    device.facts.quota_bytes = 0;
    CHECK(device.light("Room") == Light::amber);
    CHECK(room_left(device.facts) == Light::green);  // nobody is alarmed by what is not known
}

TEST_CASE("readiness: writing and reading back is green only when it was tested and went well") {
    Device device;
    device.test.state = StorageTest::State::not_yet;
    CHECK(device.light("Writing and reading back") == Light::amber);
    CHECK(device.check("Writing and reading back").remedy == Remedy::test_storage);
    device.test.state = StorageTest::State::running;
    CHECK(device.light("Writing and reading back") == Light::amber);
    device.test = {.state = StorageTest::State::bad, .words = "The disk is full."};
    CHECK(device.light("Writing and reading back") == Light::red);
    CHECK(device.check("Writing and reading back").words.starts_with("The disk is full."));
}

TEST_CASE("readiness: two copies are green only when both have everything") {
    Device device;
    device.stored = Situation::Stored::on_its_way;
    CHECK(device.light("Two copies") == Light::amber);
    device.stored = Situation::Stored::failing;
    CHECK(device.light("Two copies") == Light::red);
}

TEST_CASE("readiness: a clock before this version was made, or before what was written, is red") {
    Device device;
    CHECK(device.check("Clock").words.contains("10:00, Mon 14 Sep 2015"));
    device.made = {device.now.at.unix_ms + 1};
    CHECK(device.light("Clock") == Light::red);
    device.made = {};
    device.custody.last_written = {device.now.at.unix_ms + 5 * 60'000};
    CHECK(device.light("Clock") == Light::green);  // clocks of a team differ by a little
    ++device.custody.last_written.unix_ms;
    CHECK(device.light("Clock") == Light::red);
    CHECK(device.check("Clock").words.contains("10:05"));
}

TEST_CASE("readiness: without any key nobody could read a bundle, without the lead's only the office could") {
    Device device;
    CHECK(device.light("The lead\u2019s key") == Light::red);
    CHECK(device.light("The office\u2019s key") == Light::amber);
    device.add_keys("", "age1office");
    CHECK(device.light("The lead\u2019s key") == Light::amber);
    CHECK(device.light("The office\u2019s key") == Light::green);
}

TEST_CASE("readiness: where the office has a recovery copy, its key is green") {
    Device device;
    device.custody.recoverable = true;
    CHECK(device.light("The office\u2019s key") == Light::green);
}

TEST_CASE("readiness: nothing written needs no copy outside") {
    const Device device;
    CHECK(device.light("A copy outside") == Light::green);
    CHECK(device.check("A copy outside").remedy == Remedy::none);
}

TEST_CASE("readiness: an entry that is in no bundle is amber for a day, then red") {
    Device device;
    device.add_entry({device.now.at.unix_ms - 24 * hour});
    CHECK(device.light("A copy outside") == Light::amber);
    CHECK(device.check("A copy outside").remedy == Remedy::hand_over);
    CHECK(device.check("A copy outside").words.contains("the only copies of 1 entry"));
    ++device.now.at.unix_ms;
    CHECK(device.light("A copy outside") == Light::red);
}

TEST_CASE("readiness: a bundle that holds everything is green, one that does not says how much is missing") {
    Device device;
    device.add_entry({device.now.at.unix_ms - 50 * hour});
    device.custody.bundles = {{.number = 4, .at = {device.now.at.unix_ms - 24 * hour}, .revisions = 2}};
    CHECK(device.light("A copy outside") == Light::green);
    CHECK(device.check("A copy outside").words.contains("Bundle 4 of Sun 13 Sep 2015, 10:00 holds everything"));
    device.custody.revisions = 5;
    CHECK(device.light("A copy outside") == Light::amber);
    CHECK(device.check("A copy outside").words.contains("3 changes are in no bundle"));
    ++device.now.at.unix_ms;
    CHECK(device.light("A copy outside") == Light::red);
}

TEST_CASE("custody: a later bundle with less in it does not hide what an earlier one held") {
    Custody custody;
    custody.revisions = 10;
    CHECK(custody.in_no_bundle() == 10);
    custody.bundles = {{.number = 1, .at = {}, .revisions = 8}, {.number = 2, .at = {}, .revisions = 3}};
    CHECK(custody.in_no_bundle() == 2);
    custody.bundles.push_back({.number = 3, .at = {}, .revisions = 11});
    CHECK(custody.in_no_bundle() == 0);
}

TEST_CASE("readiness: a browser that keeps one copy is something to look at, and the hand-over is offered") {
    Device device;
    device.add_keys("age1lead", "age1office");
    device.copies = Copies::one;
    CHECK(device.light("Two copies") == Light::amber);
    CHECK(device.check("Two copies").remedy == Remedy::hand_over);
    CHECK(device.check("Two copies").words.find("one copy") != std::string::npos);
    device.stored = Situation::Stored::failing;
    CHECK(device.light("Two copies") == Light::red);
    CHECK(device.check("Two copies").words.find("both") == std::string::npos);
    device.stored = Situation::Stored::on_its_way;
    CHECK(device.light("Two copies") == Light::amber);
    CHECK(device.check("Two copies").words.find("both") == std::string::npos);
}

TEST_CASE("readiness: of one copy a bundle is asked for after two hours, of two after a day") {
    Device device;
    device.add_keys("age1lead", "age1office");
    device.add_entry({device.now.at.unix_ms - 3 * hour});
    CHECK(device.light("A copy outside") == Light::amber);
    device.copies = Copies::one;
    CHECK(device.light("A copy outside") == Light::red);
    device.custody.bundles.push_back({1, {device.now.at.unix_ms - hour}, device.custody.revisions - 1});
    CHECK(device.light("A copy outside") == Light::amber);
}

}  // namespace daybook
