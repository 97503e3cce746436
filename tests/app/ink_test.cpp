// Drawing by pen: what is sent of a line and when, what an eraser takes, and what can be seen and done on the sheet.
// Never a real pen: the platform's points come as the window would tell them.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "app/inking.h"
#include "core/notebook/edits.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

/// A running meeting with an entry that has words, and a sheet that is open for it.
struct Sheet : Stage {
    explicit Sheet(float width = 1024, float height = 768) : Stage(With::own_inspection, width, height) {
        start_meeting(*this);
        type("What was said", "Where everyone sat.");
        pass(1000);
        press(Role::button, "Add a drawing");
        take_sent();
    }

    void tell(std::vector<PenPoint> points, PenPhase phase, PenEnd end = PenEnd::tip) { app->pen(points, phase, end); }
    /// A point of the paper, in shares of what takes ink.
    [[nodiscard]] PenPoint at(float x, float y, double ms = 0, float pressure = 0.5F) const {
        REQUIRE(window.paper);
        return {window.paper->x + x * window.paper->width, window.paper->y + y * window.paper->height, pressure, ms};
    }
    /// A line from one side to the other, at this height.
    void draw(float y) {
        tell({at(0.2F, y, 0)}, PenPhase::down);
        tell({at(0.4F, y, 8), at(0.6F, y, 12)}, PenPhase::move);
        tell({at(0.8F, y, 20)}, PenPhase::up);
        settle();
    }
    /// The eraser end, from top to bottom.
    void rub(float x, float from, float to) {
        tell({at(x, from)}, PenPhase::down, PenEnd::eraser);
        tell({at(x, to)}, PenPhase::up, PenEnd::eraser);
        settle();
    }
    [[nodiscard]] std::string drawn() const {
        const auto images = all(Role::image);
        REQUIRE(images.size() == 1);
        return images.front()->name;
    }
    void key(char32_t sign, Held held) {
        CHECK(app->press_key({.key = sign, .held = held}));
        settle();
    }
};

/// The points of every piece that edits draw, in order.
std::vector<InkPoint> points_of(const std::vector<Edit>& edits) {
    std::vector<InkPoint> points;
    for (const SetField& field : changes_of<SetField>(edits)) {
        if (!field.field.starts_with("points")) continue;
        const auto piece = decode_ink(std::get<Bytes>(field.value));
        REQUIRE(piece);
        points.insert(points.end(), piece->begin(), piece->end());
    }
    return points;
}

std::vector<std::string> kinds_of(const std::vector<Edit>& edits) {
    std::vector<std::string> kinds;
    for (const Create& create : changes_of<Create>(edits)) kinds.push_back(create.kind);
    return kinds;
}

}  // namespace

TEST_CASE("ink: a line is sent when the pen is lifted, without a frame, with every point that came") {
    Sheet stage;
    CHECK(stage.drawn() == "Drawing, 0 strokes");
    const int frames = stage.frames;
    stage.tell({stage.at(0.1F, 0.1F, 1000, 0.25F)}, PenPhase::down);
    for (int n = 1; n <= 240; ++n) {
        stage.tell({stage.at(0.1F + 0.003F * static_cast<float>(n), 0.2F, 1000 + n * 2),
                    stage.at(0.101F + 0.003F * static_cast<float>(n), 0.2F, 1001 + n * 2)},
                   PenPhase::move);
    }
    CHECK(stage.take_sent_of<Edit>().empty());
    stage.tell({}, PenPhase::up);
    CHECK(stage.frames == frames);
    const auto edits = stage.take_sent_of<Edit>();
    CHECK(kinds_of(edits) == std::vector<std::string>{"drawing", "stroke"});
    const auto points = points_of(edits);
    REQUIRE(points.size() == 481);
    CHECK(points[0].x == 1600);
    CHECK(points[0].pressure == 64);
    CHECK(points[0].ms == 0);
    CHECK(points[1].pressure == 128);
    CHECK(points[480].ms == 481);
    stage.settle();
    CHECK(stage.drawn() == "Drawing, 1 stroke");
}

TEST_CASE("ink: the drawing is made with its first line, for the entry, and the next line goes on the same sheet") {
    Sheet stage;
    stage.draw(0.3F);
    const auto edits = stage.take_sent_of<Edit>();
    CHECK(kinds_of(edits) == std::vector<std::string>{"drawing", "stroke"});
    const ItemId entry = stage.engine.entry_with("sat");
    CHECK(std::get<Bytes>(changes_of<SetField>(edits)[0].value) == Bytes(entry.bytes.begin(), entry.bytes.end()));
    stage.draw(0.5F);
    CHECK(kinds_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"stroke"});
    CHECK(stage.drawn() == "Drawing, 2 strokes");
}

TEST_CASE("ink: an entry without words is made with the first line, and not by looking at a sheet") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.press(Role::button, "Add a drawing");
    CHECK(stage.take_sent_of<Edit>().empty());
    REQUIRE(stage.window.paper);
    const Box paper = *stage.window.paper;
    const std::vector<PenPoint> dot{{paper.x + 50, paper.y + 50, 1, 0}};
    stage.app->pen(dot, PenPhase::down, PenEnd::tip);
    stage.app->pen({}, PenPhase::up, PenEnd::tip);
    CHECK(kinds_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"entry", "drawing", "stroke"});
}

TEST_CASE("ink: of a line that goes on nothing is held for more than a second, and it stays one stroke") {
    Sheet stage;
    stage.tell({stage.at(0.1F, 0.1F, 0)}, PenPhase::down);
    stage.take_sent();
    stage.settle();
    CHECK(std::ranges::any_of(stage.window.wanted_at, [&](Instant when) {
        return when.unix_ms == stage.now.at.unix_ms + Inking::patience_ms;
    }));
    // The pen rests, and a frame comes when it was asked for.
    stage.pass(Inking::patience_ms);
    auto edits = stage.take_sent_of<Edit>();
    CHECK(points_of(edits).size() == 1);
    const ItemId stroke = changes_of<Create>(edits).back().item;
    // It goes on, and no frame comes.
    stage.tell({stage.at(0.2F, 0.1F, 1100)}, PenPhase::move);
    stage.now.at.unix_ms += Inking::patience_ms;
    stage.tell({stage.at(0.3F, 0.1F, 2100)}, PenPhase::move);
    edits = stage.take_sent_of<Edit>();
    CHECK(points_of(edits).size() == 2);
    REQUIRE(changes_of<SetField>(edits).size() == 1);
    CHECK(changes_of<SetField>(edits)[0].item == stroke);
    CHECK(changes_of<SetField>(edits)[0].field == "points 2");
    stage.tell({stage.at(0.4F, 0.1F, 2200)}, PenPhase::up);
    CHECK(points_of(stage.take_sent_of<Edit>()).size() == 1);
    stage.settle();
    CHECK(stage.drawn() == "Drawing, 1 stroke");
}

TEST_CASE("ink: a line looks the same while it is drawn and when it is stored") {
    Sheet stage;
    stage.engine_answers = false;
    stage.draw(0.3F);
    const auto before = NullBackend::drawn();
    stage.engine_answers = true;
    stage.settle();
    // Only what says whether it is saved may look otherwise.
    const auto after = NullBackend::drawn();
    const std::set<std::uint64_t> drawn(after.begin(), after.end());
    const auto common = std::ranges::count_if(before, [&](std::uint64_t one) { return drawn.contains(one); });
    CHECK(static_cast<std::size_t>(common) > before.size() * 3 / 4);
    CHECK(stage.drawn() == "Drawing, 1 stroke");
}

TEST_CASE("ink: a line longer than a stroke may be goes on as another that begins where it ended") {
    Sheet stage;
    stage.tell({stage.at(0.1F, 0.1F, 0)}, PenPhase::down);
    for (std::size_t n = 1; n < InkBounds::points + 10; ++n) {
        stage.tell({stage.at(0.1F + 0.00005F * static_cast<float>(n), 0.2F, static_cast<double>(n))}, PenPhase::move);
    }
    stage.tell({}, PenPhase::up);
    const auto edits = stage.take_sent_of<Edit>();
    CHECK(kinds_of(edits) == std::vector<std::string>{"drawing", "stroke", "stroke"});
    const auto points = points_of(edits);
    REQUIRE(points.size() == InkBounds::points + 11);
    CHECK(points[InkBounds::points].x == points[InkBounds::points - 1].x);
    CHECK(points[InkBounds::points].ms == 0);
    stage.settle();
    CHECK(stage.drawn() == "Drawing, 2 strokes");
}

TEST_CASE("ink: what was no pen leaves nothing, even if some of it was sent") {
    Sheet stage;
    stage.draw(0.3F);
    stage.take_sent();
    stage.tell({stage.at(0.1F, 0.1F, 0)}, PenPhase::down);
    stage.tell({stage.at(0.1F, 0.2F, 90)}, PenPhase::dropped);
    stage.settle();
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(stage.drawn() == "Drawing, 1 stroke");
    stage.tell({stage.at(0.1F, 0.1F, 0)}, PenPhase::down);
    stage.pass(Inking::patience_ms);
    stage.tell({}, PenPhase::dropped);
    stage.settle();
    CHECK(stage.drawn() == "Drawing, 1 stroke");
    CHECK(changes_of<Retire>(stage.take_sent_of<Edit>()).size() == 1);
}

TEST_CASE("ink: a hand that came down before the pen leaves neither a sheet nor an entry") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.press(Role::button, "Add a drawing");
    stage.take_sent();
    REQUIRE(stage.window.paper);
    const Box paper = *stage.window.paper;
    const std::vector<PenPoint> palm{{paper.x + 50, paper.y + 50, 1, 0}};
    stage.app->pen(palm, PenPhase::down, PenEnd::tip);
    stage.app->pen({}, PenPhase::dropped, PenEnd::tip);
    stage.settle();
    CHECK(stage.take_sent_of<Edit>().empty());
    stage.app->pen(palm, PenPhase::down, PenEnd::tip);
    stage.app->pen({}, PenPhase::up, PenEnd::tip);
    CHECK(kinds_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"entry", "drawing", "stroke"});
}

TEST_CASE("ink: the eraser takes whole strokes that it touches, by its end or chosen, and undo brings them back") {
    Sheet stage;
    stage.draw(0.2F);
    stage.draw(0.4F);
    stage.draw(0.8F);
    stage.take_sent();
    stage.rub(0.5F, 0.1F, 0.5F);
    CHECK(stage.drawn() == "Drawing, 1 stroke");
    auto retired = changes_of<Retire>(stage.take_sent_of<Edit>());
    REQUIRE(retired.size() == 2);
    CHECK(retired[0].retired);
    stage.press(Role::button, "Undo");
    CHECK(stage.drawn() == "Drawing, 3 strokes");
    stage.press(Role::button, "Redo");
    CHECK(stage.drawn() == "Drawing, 1 stroke");
    stage.press(Role::radio, "Eraser");
    CHECK(stage.node(Role::radio, "Eraser").pressed == true);
    stage.tell({stage.at(0.5F, 0.6F)}, PenPhase::down);
    stage.tell({stage.at(0.5F, 0.7F)}, PenPhase::move);
    CHECK(stage.take_sent_of<Edit>().size() == 2);  // undo and redo: nothing was touched
    stage.tell({stage.at(0.5F, 0.9F)}, PenPhase::move);
    CHECK(changes_of<Retire>(stage.take_sent_of<Edit>()).size() == 1);
    stage.tell({}, PenPhase::up);
    stage.settle();
    CHECK(stage.drawn() == "Drawing, 0 strokes");
}

TEST_CASE("ink: undo takes back the last stroke, by button and by key, and no mark that is out of sight") {
    Sheet stage;
    stage.press(Role::button, "Back");
    stage.press(Role::toggle_button, "In confidence");
    stage.press(Role::button, "Add a drawing");
    CHECK(stage.node(Role::button, "Undo").disabled);
    stage.draw(0.2F);
    stage.draw(0.4F);
    CHECK_FALSE(stage.node(Role::button, "Undo").disabled);
    CHECK(stage.node(Role::button, "Redo").disabled);
    stage.press(Role::button, "Undo");
    CHECK(stage.drawn() == "Drawing, 1 stroke");
    stage.key(U'z', Held::control);
    CHECK(stage.drawn() == "Drawing, 0 strokes");
    CHECK(stage.node(Role::button, "Undo").disabled);
    stage.key(U'z', Held::control_shift);
    stage.press(Role::button, "Redo");
    CHECK(stage.drawn() == "Drawing, 2 strokes");
}

TEST_CASE("ink: what was begun is sent by a flush and by a lock, and a lock forgets all of it") {
    Sheet stage;
    stage.tell({stage.at(0.1F, 0.1F, 0), stage.at(0.2F, 0.1F, 4)}, PenPhase::down);
    stage.take_sent();
    stage.app->flush();
    CHECK(points_of(stage.take_sent_of<Edit>()).size() == 2);
    stage.tell({stage.at(0.3F, 0.1F, 8)}, PenPhase::move);
    stage.app->lock();
    const auto sent = stage.take_sent();
    REQUIRE(sent.size() == 2);
    CHECK(points_of({std::get<Edit>(sent[0])}).size() == 1);
    CHECK(std::holds_alternative<Lock>(sent[1]));
    stage.settle();
    CHECK_FALSE(stage.window.paper);
    stage.tell({{500, 400, 1, 0}}, PenPhase::down);
    stage.tell({{500, 400, 1, 0}}, PenPhase::up);
    CHECK(stage.take_sent_of<Edit>().empty());
}

TEST_CASE("ink: who leaves the sheet with the pen down has lifted it") {
    Sheet stage;
    stage.tell({stage.at(0.1F, 0.1F, 0)}, PenPhase::down);
    stage.take_sent();
    stage.app->go_back();
    stage.settle();
    CHECK(points_of(stage.take_sent_of<Edit>()).size() == 1);
    CHECK_FALSE(stage.window.paper);
    stage.tell({{500, 400, 1, 9}}, PenPhase::move);
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(stage.has(Role::button, "Drawing, 1 stroke"));
}

TEST_CASE("ink: the sheet does not move beneath the pen when its first line comes into the notebook") {
    for (const auto& [width, height] : {std::pair(1024.0F, 768.0F), std::pair(390.0F, 844.0F)}) {
        Sheet stage(width, height);
        for (int n = 0; n < 2; ++n) {
            const Box before = *stage.window.paper;
            stage.draw(0.2F);
            CHECK(stage.window.paper->x == before.x);
            CHECK(stage.window.paper->y == before.y);
            CHECK(stage.window.paper->width == before.width);
            stage.press(Role::button, "Back");
            stage.press(Role::button, "Add a drawing");
        }
    }
}

TEST_CASE("ink: a sheet that has no line yet is come back to after the passcode") {
    Sheet stage;
    stage.app->lock();
    const auto kept = stage.place_kept();
    REQUIRE(kept);
    stage.reopen_at(kept->place);
    CHECK(stage.drawn() == "Drawing, 0 strokes");
    stage.draw(0.3F);
    CHECK(stage.drawn() == "Drawing, 1 stroke");
    stage.press(Role::button, "Back");
    CHECK(stage.has(Role::button, "Drawing, 1 stroke"));
}

TEST_CASE("ink: what a drawing shows is written in words, before it has a line too, and is its name then") {
    Sheet stage;
    stage.type("What it shows, in words", "The seating plan");
    stage.pass(300);
    auto sent = stage.take_sent();
    REQUIRE(sent.size() == 2);
    CHECK(std::get<Create>(std::get<Edit>(sent[0]).changes.front()).kind == "drawing");
    const Splice& splice = std::get<EditText>(sent[1]).splice;
    CHECK(splice.field == "gist");
    CHECK(splice.inserted == "The seating plan");
    stage.draw(0.2F);
    CHECK(stage.drawn() == "Drawing, 1 stroke: The seating plan");
    CHECK(kinds_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"stroke"});
    stage.leave_field();
    stage.press(Role::button, "Back");
    CHECK(stage.has(Role::button, "Drawing, 1 stroke: The seating plan"));
    CHECK(button_with(stage, "10:00 \u00B7 1 drawing").contains("sat"));
    stage.press(Role::button, "Drawing, 1 stroke: The seating plan");
    CHECK(stage.drawn() == "Drawing, 1 stroke: The seating plan");
    CHECK(stage.take_sent_of<Edit>().empty());
}

TEST_CASE("ink: a drawing that is retired stays in its place, takes no ink, and can be brought back") {
    Sheet stage;
    stage.draw(0.2F);
    stage.press(Role::button, "Retire this drawing");
    CHECK_FALSE(stage.window.paper);
    CHECK_FALSE(stage.has(Role::radio, "Pen"));
    stage.press(Role::button, "Back");
    stage.press(Role::button, "Drawing, 1 stroke, retired");
    stage.press(Role::button, "Bring back this drawing");
    CHECK(stage.window.paper);
    stage.draw(0.4F);
    CHECK(stage.drawn() == "Drawing, 2 strokes");
}

TEST_CASE("ink: a notebook that can only be read shows drawings, and nothing to draw with") {
    Sheet stage;
    stage.draw(0.2F);
    stage.reopen_at(stage.place_kept()->place);
    CHECK(stage.drawn() == "Drawing, 1 stroke");
    CHECK(stage.window.paper);
    stage.reopen([](OpenInspection& open) { open.read_only = "It was begun on another device."; });
    stage.press(Role::button, "Notebook");
    stage.press_with("sat");
    CHECK_FALSE(stage.has(Role::button, "Add a drawing"));
    stage.press(Role::button, "Drawing, 1 stroke");
    CHECK(stage.drawn() == "Drawing, 1 stroke");
    CHECK_FALSE(stage.window.paper);
    CHECK_FALSE(stage.has(Role::radio, "Pen"));
    CHECK_FALSE(stage.has(Role::button, "Undo"));
    CHECK_FALSE(stage.has(Role::text_box, "What it shows, in words"));
}

TEST_CASE("ink: strokes that cannot be shown are counted, and the others are shown") {
    Sheet stage;
    stage.draw(0.2F);
    const auto edits = stage.take_sent_of<Edit>();
    const InspectionId inspection = edits.at(0).inspection;
    const ItemId drawing = changes_of<Create>(edits).at(0).item;
    ItemId strange;
    strange.bytes.fill(0x77);
    const Edit other{.number = 9999,
                     .inspection = inspection,
                     .changes = {Create{strange, "stroke"},
                                 SetField{strange, "item", Bytes(drawing.bytes.begin(), drawing.bytes.end())},
                                 SetField{strange, "points", Bytes{1, 200, 200}}}};
    for (const Event& event : stage.engine.answer(other, stage.now)) stage.say(event);
    stage.settle();
    CHECK(stage.drawn() == "Drawing, 1 stroke");
    CHECK(stage.has(Role::paragraph, "1 stroke cannot be shown here. It is kept as it is."));
}

TEST_CASE("ink: the sheet grows with what is on it, is scrolled by a swing and by keys, and ink stays on the paper") {
    Sheet stage;
    const float top = stage.window.paper->y;
    stage.draw(0.95F);
    CHECK(stage.window.paper->y == top);
    const Box paper = *stage.window.paper;
    ImGui::GetIO().AddMousePosEvent(paper.x + 80, paper.y + 80);
    ImGui::GetIO().AddMouseWheelEvent(0, -2);
    stage.settle();
    stage.take_sent();
    stage.tell({stage.at(0.2F, 0.95F)}, PenPhase::down);
    stage.tell({}, PenPhase::up);
    const auto scrolled = points_of(stage.take_sent_of<Edit>());
    REQUIRE(scrolled.size() == 1);
    CHECK(scrolled[0].y > 0.96F * paper.height / paper.width * 16'000);
    stage.app->move_view(ViewMove::up);
    stage.app->move_view(ViewMove::up);
    stage.app->move_view(ViewMove::up);
    stage.settle();
    stage.tell({stage.at(0.2F, 0.0F)}, PenPhase::down);
    stage.tell({}, PenPhase::up);
    CHECK(points_of(stage.take_sent_of<Edit>()).at(0).y <= InkBounds::unit);
}

TEST_CASE("ink: a page full of handwriting is drawn, and what is out of sight is not") {
    Sheet stage;
    for (int line = 0; line < 40; ++line) {
        std::vector<PenPoint> points;
        for (int n = 0; n < 300; ++n) {
            const float x = 0.02F + 0.0032F * static_cast<float>(n);
            points.push_back(
                stage.at(x, 0.02F + 0.024F * static_cast<float>(line) + (n % 7 < 3 ? 0.0F : 0.015F), n * 4));
        }
        stage.tell({points.front()}, PenPhase::down);
        stage.tell(points, PenPhase::move);
        stage.tell({}, PenPhase::up);
    }
    stage.settle();
    CHECK(stage.drawn() == "Drawing, 40 strokes");
    CHECK(NullBackend::drawn().size() / 2 > 65'536);
    const std::size_t all = NullBackend::drawn().size();
    for (int n = 0; n < 3; ++n) stage.app->move_view(ViewMove::down);
    stage.settle();
    CHECK(NullBackend::drawn().size() < all);
}

TEST_CASE("ink: on a phone and on a tablet that lies on its side there is a sheet to draw on") {
    for (const auto& [width, height] : {std::pair(390.0F, 844.0F), std::pair(844.0F, 390.0F)}) {
        Sheet stage(width, height);
        REQUIRE(stage.window.paper);
        CHECK(stage.window.paper->width * stage.window.paper->height > 0.2F * width * height);
        stage.draw(0.5F);
        CHECK(stage.drawn() == "Drawing, 1 stroke");
    }
}

}  // namespace daybook::testing
