// What is handed over of the plan: sessions, who goes where, and contacts.
#include "core/bundle/bundle.h"
#include "core/notebook/edits.h"
#include "core/notebook/plan_edits.h"
#include "core/notebook/school_edits.h"

#include "office.h"

using namespace daybook;
using namespace daybook::bench;

namespace {

Planned session(ItemId id, const std::string& day) {
    Planned planned;
    planned.id = id;
    planned.day = day;
    planned.from = 570;
    planned.to = 1440;
    planned.kind = "opening-meeting";
    planned.title = "Opening";
    planned.place = "County Hall";
    planned.inspectors = {"A. Birch", "R. Hale"};
    planned.roles = {"dcs", "of a later pack"};
    planned.note = "Badges.";
    return planned;
}

}  // namespace

TEST_CASE("H9, F20: what is handed over has the plan by day, who goes where, and the contacts") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    REQUIRE(start_crypto());
    const auto office = new_office(run);
    Inspection described = small_inspection();
    described.office_recipient = age::to_text(age::recipient_of(office));
    const Started started = start_and_write(run, "Words.", described);
    const auto tell = [&](std::vector<Change> changes) {
        run.tell(Edit{run.next(), started.inspection, std::move(changes)});
        REQUIRE(run.heard<Durable>() != nullptr);
    };
    SchoolFacts facts;
    facts.name = "Ashby";
    const auto school = run.id<ItemId>();
    tell(edits::add_school(school, facts));
    Planned first = session(run.id<ItemId>(), "2015-09-14");
    first.school = school;
    tell(edits::add_planned(first));
    tell(edits::add_planned(session(run.id<ItemId>(), "whenever")));
    tell(edits::add_contact({.id = run.id<ItemId>(), .name = "Mira Holt", .role = "DCS", .telephone = "01632 960001"}));
    run.tell(Export{started.inspection, false});
    REQUIRE(run.heard<Exported>() != nullptr);
    const auto opened = read_bundle(run.heard<Exported>()->file, keys_of(office), run.databases());
    REQUIRE(opened);
    const Folder at_the_office;
    const auto database = open_as_a_file(at_the_office, opened->database);
    const auto text = [&](const std::string& sql) { return one_text(*database, sql); };
    const std::string of_first = " FROM plan WHERE day = '2015-09-14'";
    CHECK(text("SELECT count(*) FROM plan") == "2");
    CHECK(text("SELECT day FROM plan LIMIT 1 OFFSET 1") == "whenever");
    CHECK(text("SELECT from_time || ' ' || to_time" + of_first) == "09:30 24:00");
    CHECK(text("SELECT title || ' ' || kind || ' ' || place || ' ' || school || ' ' || note" + of_first) ==
          "Opening Opening meeting County Hall Ashby Badges.");
    CHECK(text("SELECT inspectors" + of_first) == "A. Birch; R. Hale");
    CHECK(text("SELECT meets LIKE '%; of a later pack'" + of_first) == "1");
    CHECK(text("SELECT planned_by" + of_first) == "R. Hale");
    CHECK(text("SELECT retired" + of_first) == "0");
    CHECK(text("SELECT count(*) FROM plan_inspectors WHERE inspector = 'A. Birch'") == "2");
    CHECK(text("SELECT name || ' ' || role || ' ' || telephone FROM contacts") == "Mira Holt DCS 01632 960001");
    CHECK(text("SELECT email IS NULL FROM contacts") == "1");
}
