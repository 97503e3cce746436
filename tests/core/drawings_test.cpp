// Drawings: what their revisions fold into, how a stroke is taken back, and how they are written as SVG.
#include "core/notebook/drawings.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "core/notebook/drawing_svg.h"
#include "core/notebook/edits.h"
#include "core/notebook/undo.h"
#include "tests/core/log_making.h"
#include "tests/core/notebook_making.h"

using namespace daybook;
using testing::id;
using testing::Pen;

namespace {

const auto inspection = id<InspectionId>(1);
const auto entry = id<ItemId>(3);
const auto sheet = id<ItemId>(4);

const std::vector<InkPoint> short_line{{320, 160, 128, 0}, {330, 158, 130, 4}, {360, 158, 140, 9}};
const std::vector<InkPoint> longer_line{{400, 170, 140, 15}, {500, 180, 150, 21}};

Pen with_a_sheet() {
    Pen pen(inspection);
    pen.write(edits::create_entry(entry, id<ItemId>(2)));
    pen.write(edits::create_drawing(sheet, entry));
    return pen;
}

std::vector<ItemId> ids_of(const Drawings::Strokes& strokes) {
    std::vector<ItemId> ids;
    for (const InkStroke* stroke : strokes) ids.push_back(stroke->id);
    return ids;
}

}  // namespace

TEST_CASE(
    "drawings: a drawing belongs to an entry, has a gist, and its strokes in the order in which they were drawn") {
    Pen pen = with_a_sheet();
    pen.write(edits::draw(id<ItemId>(9), sheet, short_line));
    pen.write(edits::draw(id<ItemId>(8), sheet, longer_line));
    pen.write({Splice{sheet, "gist", {}, 0, 0, "The seating plan"}});
    pen.write(edits::draw(id<ItemId>(7), id<ItemId>(5), short_line));
    const Drawings& drawings = pen.notebook.drawings();
    REQUIRE(drawings.of(entry).size() == 1);
    const Drawing& drawing = *drawings.of(entry).front();
    CHECK(drawing.gist == "The seating plan");
    CHECK(drawing.author == "R. Hale");
    CHECK_FALSE(drawing.retired);
    CHECK(ids_of(drawings.strokes_of(sheet)) == std::vector{id<ItemId>(9), id<ItemId>(8)});
    CHECK(drawings.stroke(id<ItemId>(9))->points == short_line);
    CHECK(drawings.all().size() == 1);
    CHECK(drawings.of(sheet).empty());
}

TEST_CASE("drawings: a long line is one stroke, whose pieces go on from one another") {
    Pen pen = with_a_sheet();
    const auto stroke = id<ItemId>(9);
    pen.write(edits::draw(stroke, sheet, short_line));
    pen.write(edits::draw_on(stroke, 1, longer_line));
    auto whole = short_line;
    whole.insert(whole.end(), longer_line.begin(), longer_line.end());
    CHECK(pen.notebook.drawings().stroke(stroke)->points == whole);
    CHECK(pen.notebook.items().find(stroke)->fields.contains("points 2"));
    // One that is damaged, or was before, makes it unreadable, and is counted.
    pen.write(edits::draw_on(stroke, 2, short_line));
    CHECK(pen.notebook.drawings().stroke(stroke)->points.empty());
    CHECK(count_ink(pen.notebook.drawings().strokes_of(sheet)).unreadable == 1);
    pen.write({SetField{stroke, "points 3", Bytes{1, 2, 3}}});
    CHECK(pen.notebook.drawings().stroke(stroke)->points.empty());
    pen.write({SetField{stroke, "points", std::string("words")}});
    CHECK(count_ink(pen.notebook.drawings().strokes_of(sheet)).unreadable == 1);
}

TEST_CASE("drawings: a stroke has no more points than a stroke may have, whoever wrote it") {
    Pen pen = with_a_sheet();
    const auto stroke = id<ItemId>(9);
    const std::vector<InkPoint> piece(InkBounds::piece, InkPoint{1, 1, 1, 0});
    pen.write(edits::draw(stroke, sheet, piece));
    pen.write(edits::draw_on(stroke, 1, piece));
    CHECK(pen.notebook.drawings().stroke(stroke)->points.size() == InkBounds::points);
    pen.write(edits::draw_on(stroke, 2, short_line));
    CHECK(pen.notebook.drawings().stroke(stroke)->points.empty());
}

TEST_CASE("drawings: a stroke goes where its revisions say, whichever comes first") {
    Pen pen = with_a_sheet();
    const auto stroke = id<ItemId>(9);
    auto changes = edits::draw(stroke, sheet, short_line);
    std::ranges::reverse(changes);
    pen.write(changes);
    CHECK(ids_of(pen.notebook.drawings().strokes_of(sheet)) == std::vector{stroke});
    const auto other = id<ItemId>(6);
    pen.write({SetField{stroke, "item", Bytes(other.bytes.begin(), other.bytes.end())}});
    CHECK(pen.notebook.drawings().strokes_of(sheet).empty());
    CHECK(ids_of(pen.notebook.drawings().strokes_of(other)) == std::vector{stroke});
}

TEST_CASE("drawings: a stroke is taken back by being erased, and done again by coming back") {
    Pen pen = with_a_sheet();
    const auto stroke = id<ItemId>(9);
    const auto changes = edits::draw(stroke, sheet, short_line);
    const auto found = undoable(pen.notebook, changes);
    REQUIRE(found);
    pen.write(changes);
    CHECK(stands(pen.notebook, found->made));
    pen.write(found->back);
    CHECK(pen.notebook.drawings().stroke(stroke)->retired);
    CHECK(count_ink(pen.notebook.drawings().strokes_of(sheet)).erased == 1);
    CHECK(stands(pen.notebook, found->back));
    pen.write(found->made);
    CHECK_FALSE(pen.notebook.drawings().stroke(stroke)->retired);
    // What goes on with a line is no deed of its own, and what is made besides a stroke is not taken back with it.
    CHECK_FALSE(undoable(pen.notebook, edits::draw_on(stroke, 1, longer_line)));
    CHECK_FALSE(undoable(pen.notebook, edits::create_drawing(id<ItemId>(5), entry)));
    auto more = edits::draw(id<ItemId>(8), sheet, short_line);
    more.push_back(SetField{entry, "in_confidence", true});
    CHECK_FALSE(undoable(pen.notebook, more));
}

TEST_CASE("drawing svg: it is a document of its own, with a title and a path for each stroke that was not erased") {
    Pen pen = with_a_sheet();
    pen.write({Splice{sheet, "gist", {}, 0, 0, "Desks <in> \"rows\" & a\x01 door"}});
    pen.write(edits::draw(id<ItemId>(9), sheet, std::vector<InkPoint>{{1600, 800, 0, 0}}));
    pen.write(edits::draw(id<ItemId>(8), sheet, short_line));
    pen.write(edits::set_retired(id<ItemId>(8), true));
    const Drawings& drawings = pen.notebook.drawings();
    const DrawingSvg svg = drawing_svg(*drawings.find(sheet), drawings.strokes_of(sheet));
    CHECK(svg.left_out == 0);
    CHECK(svg.text ==
          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 100\" width=\"1000\" height=\"100\">\n"
          "<title>Desks &lt;in&gt; \"rows\" &amp; a  door</title>\n"
          "<rect width=\"1000\" height=\"100\" fill=\"#fff\"/>\n"
          "<g fill=\"#000\">\n"
          "<path d=\"M99.4 50L99.45 49.77L99.58 49.58L99.77 49.45L100 49.4L100.23 49.45L100.42 49.58L100.55 49.77"
          "L100.6 50L100.6 50L100.55 50.23L100.42 50.42L100.23 50.55L100 50.6L99.77 50.55L99.58 50.42L99.45 50.23"
          "L99.4 50Z\"/>\n"
          "</g>\n</svg>\n");
    CHECK(drawing_svg(*drawings.find(sheet), drawings.strokes_of(sheet)).text == svg.text);
}

TEST_CASE("drawing svg: what cannot be read or is too much is left out, and that is said") {
    Pen pen = with_a_sheet();
    pen.write(edits::draw(id<ItemId>(9), sheet, short_line));
    pen.write({Create{id<ItemId>(8), "stroke"},
               SetField{id<ItemId>(8), "item", Bytes(sheet.bytes.begin(), sheet.bytes.end())},
               SetField{id<ItemId>(8), "points", Bytes{7}}});
    const Drawings& drawings = pen.notebook.drawings();
    const DrawingSvg svg = drawing_svg(*drawings.find(sheet), drawings.strokes_of(sheet));
    CHECK(svg.left_out == 1);
    CHECK(svg.text.contains("<desc>Strokes that are not shown: 1</desc>"));
    // A line from edge to edge and back, over and over.
    std::vector<InkPoint> wild;
    for (std::size_t n = 0; n < InkBounds::piece; ++n) {
        wild.push_back({n % 2 == 0 ? 0 : 16'000, static_cast<std::int32_t>(n % 3 * 100'000), 255, 0});
    }
    for (Byte n = 20; n < 40; ++n) pen.write(edits::draw(id<ItemId>(n), sheet, wild));
    const DrawingSvg large = drawing_svg(*drawings.find(sheet), drawings.strokes_of(sheet));
    CHECK(large.text.size() < most_svg_bytes + 1000);
    CHECK(large.left_out > 1);
}

TEST_CASE("drawing sample: the stored log of a drawing is written and read as it always was") {
    Writer anna(numbered<InspectionId>(0x01, 0x10), numbered<DeviceId>(0xA1, 0xA0), "Anna Müller");
    const auto drawing = numbered<ItemId>(0x03, 0x20);
    const auto kept = numbered<ItemId>(0x04, 0x20);
    const auto erased = numbered<ItemId>(0x05, 0x20);
    Bytes written;
    Notebook book(numbered<InspectionId>(0x01, 0x10));
    const auto says = [&](const std::vector<Change>& changes) {
        for (const Change& change : changes) {
            const LoggedRevision one = anna.write(change, 1'442'223'727'250);
            const std::size_t length = one.canonical.size();
            for (const unsigned shift : {24U, 16U, 8U, 0U})
                written.push_back(static_cast<Byte>((length >> shift) & 0xFFU));
            append(written, one.canonical);
        }
    };
    says(edits::create_drawing(drawing, numbered<ItemId>(0x02, 0x20)));
    says(edits::draw(kept, drawing, short_line));
    says(edits::draw_on(kept, 1, longer_line));
    says({Splice{drawing, "gist", {}, 0, 0, "Who sat where"}});
    says(edits::draw(erased, drawing, longer_line));
    says(edits::set_retired(erased, true));

    std::ifstream file(DAYBOOK_TEST_DATA "/log/drawing.daybook-log", std::ios::binary);
    REQUIRE_MESSAGE(file.good(), "there is no sample; it would be " << to_hex(written));
    const std::string stored{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    CHECK(to_hex(written) == to_hex(as_bytes(stored)));
    for (ByteView rest = as_bytes(stored); !rest.empty();) {
        const std::size_t length = std::size_t{rest[2]} << 8U | rest[3];
        REQUIRE(length <= rest.size() - 4);
        const auto revision = decode_revision(rest.subspan(4, length));
        REQUIRE(revision);
        REQUIRE(book.apply(*revision));
        rest = rest.subspan(4 + length);
    }
    REQUIRE(book.drawings().find(drawing) != nullptr);
    CHECK(book.drawings().find(drawing)->gist == "Who sat where");
    CHECK(book.drawings().stroke(kept)->points.size() == 5);
    CHECK(book.drawings().stroke(kept)->points.back() == longer_line.back());
    CHECK(count_ink(book.drawings().strokes_of(drawing)).erased == 1);
}
