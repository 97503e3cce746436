// Drawings in a bundle: as SVG that anybody can take out, beside what their entry says of confidence.
#include "core/bundle/bundle.h"
#include "office.h"

using namespace daybook;
using namespace daybook::bench;

TEST_CASE("bundle: a drawing is in it as SVG, with its gist, its entry and what was erased") {
    const Folder folder;
    MemoryJournal journal;
    Run run(folder, journal);
    REQUIRE(start_crypto());
    const age::Identity office = new_office(run);
    Inspection described = small_inspection();
    described.office_recipient = age::to_text(age::recipient_of(office));
    const Started started = start_and_write(run, "The desks stand in rows.", described);
    const auto new_item = [&](Byte last) {
        ItemId id;
        id.bytes.fill(0x5D);
        id.bytes.back() = last;
        return id;
    };
    const ItemId sheet = new_item(1);
    const std::vector<InkPoint> line{{320, 160, 128, 0}, {330, 158, 130, 4}, {3600, 8158, 140, 9}};
    const auto edit = [&](std::vector<Change> changes) {
        run.tell(Edit{run.next(), started.inspection, std::move(changes)});
    };
    edit(edits::create_drawing(sheet, started.entry));
    edit(edits::draw(new_item(2), sheet, line));
    edit(edits::draw(new_item(3), sheet, line));
    edit(edits::set_retired(new_item(3), true));
    edit({Create{new_item(4), "stroke"}, SetField{new_item(4), "item", Bytes(sheet.bytes.begin(), sheet.bytes.end())},
          SetField{new_item(4), "points", Bytes{1, 0}}});
    edit({Splice{sheet, "gist", {}, 0, 0, "Where the desks stand"}});
    edit(edits::set_confidence(started.entry, true));
    REQUIRE(run.heard<Durable>() != nullptr);
    run.tell(Export{started.inspection, false});
    REQUIRE(run.heard<Exported>() != nullptr);
    const auto opened = read_bundle(run.heard<Exported>()->file, keys_of(office), run.databases());
    REQUIRE(opened);

    const Folder work;
    auto database = open_as_a_file(work, opened->database);
    const auto text = [&](const std::string& column) {
        return one_text(*database, "SELECT " + column + " FROM drawings");
    };
    CHECK(text("gist") == "Where the desks stand");
    CHECK(text("strokes") == "2");
    CHECK(text("erased") == "1");
    CHECK(text("left_out") == "1");
    CHECK(text("in_confidence") == "1");
    CHECK(text("retired") == "0");
    CHECK(text("inspector") == "R. Hale");
    CHECK(text("entry") == started.entry.hex());
    CHECK(text("id") == sheet.hex());
    CHECK(text("file_name") == sheet.hex() + ".svg");
    CHECK(text("entry_created = (SELECT created FROM entries)") == "1");
    CHECK(text("svg").starts_with("<svg xmlns"));
    CHECK(text("svg").contains("<title>Where the desks stand</title>"));
    CHECK(text("(length(svg) - length(replace(svg, '<path', ''))) / 5") == "1");
    CHECK(one_text(*database, "PRAGMA integrity_check") == "ok");

    // What it says in words is found again, as the words of an entry are.
    run.tell(Search{.number = 1, .query = "desks stand"});
    REQUIRE(run.heard<SearchResults>() != nullptr);
    CHECK(run.heard<SearchResults>()->hits.size() == 2);
}
