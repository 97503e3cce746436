// Photographs on the screen: how they come in, how they are shown, and what is said when something is wrong.
// Never a real picture: the platform decodes those.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

/// A running meeting with an entry that has words.
struct Written : Stage {
    explicit Written(float width = 1024, float height = 768) : Stage(With::own_inspection, width, height) {
        start_meeting(*this);
        type("What was said", "The notice is on the wall.");
        pass(1000);
        take_sent();
    }
    /// The platform has made one ready.
    void add(std::uint32_t number, Byte fill = 7) {
        REQUIRE(app->photograph_coming(number));
        app->photograph_ready(number, "image/jpeg", Bytes(3000, fill));
        settle();
    }
    [[nodiscard]] std::string said() const {
        std::string words;
        for (const SemanticNode* node : all(Role::alert)) words += node->name;
        return words;
    }
};

}  // namespace

TEST_CASE("photographs: the ways to the one before and the one after stand in one line, in the largest words too") {
    for (const int percent : {100, 200}) {
        CAPTURE(percent);
        Written stage;
        stage.add(1);
        stage.add(2);
        stage.press_with("Photograph 1 of 2");
        stage.window.text_percent = percent;
        stage.resize(1024, 768);
        const Box before = stage.node(Role::button, "Previous photograph").box;
        const Box after = stage.node(Role::button, "Next photograph").box;
        CHECK(before.y == after.y);
        CHECK(before.x + before.width <= after.x);
        CHECK(after.x + after.width <= 1024);
    }
}

TEST_CASE("photographs: what was typed is sent before the camera is asked for, and the entry is there") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Before the camera");
    stage.take_sent();
    stage.tap(Role::button, "Add a photograph");
    CHECK(stage.window.wishes == std::vector{PlatformWish::take_photographs});
    const auto sent = stage.take_sent();
    REQUIRE(sent.size() == 2);
    CHECK(std::holds_alternative<Edit>(sent[0]));
    CHECK(std::get<EditText>(sent[1]).splice.inserted == "Before the camera");
}

TEST_CASE("photographs: one that comes belongs to the entry that was open when it was chosen") {
    Written stage;
    const ItemId entry = stage.engine.entry_with("notice");
    REQUIRE(stage.app->photograph_coming(1));
    stage.settle();
    CHECK(stage.has(Role::status, "Adding 1 photograph\u2026"));
    stage.press(Role::button, "New entry");
    stage.settle();
    CHECK_FALSE(stage.has(Role::status, "Adding 1 photograph\u2026"));
    stage.app->photograph_ready(1, "image/jpeg", Bytes(3000, 7));
    const auto added = stage.take_sent_of<AddAttachment>();
    REQUIRE(added.size() == 1);
    CHECK(added[0].item == entry);
    CHECK_FALSE(added[0].attachment.is_nil());
    CHECK(added[0].media_type == "image/jpeg");
    CHECK(added[0].content == Bytes(3000, 7));
}

TEST_CASE("photographs: an entry that has no words yet is made for one") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.take_sent();
    REQUIRE(stage.app->photograph_coming(1));
    stage.app->photograph_ready(1, "image/jpeg", Bytes(3000, 7));
    const auto sent = stage.take_sent();
    REQUIRE(sent.size() == 2);
    const auto& made = std::get<Create>(std::get<Edit>(sent[0]).changes.front());
    CHECK(made.item == std::get<AddAttachment>(sent[1]).item);
}

TEST_CASE("photographs: each is shown small, from bytes that are asked for once") {
    Written stage;
    stage.add(1, 1);
    stage.add(2, 2);
    CHECK(stage.has(Role::button, "Photograph 1 of 2, 10:00"));
    CHECK(stage.has(Role::button, "Photograph 2 of 2, 10:00"));
    CHECK(stage.take_sent_of<ReadAttachment>().size() == 2);
    REQUIRE(stage.window.album.given.size() == 2);
    for (const auto& [id, given] : stage.window.album.given) CHECK(given.detail == PictureDetail::small);
    REQUIRE(stage.window.album.shown.size() == 2);
    const PictureSpec& spec = stage.window.album.shown.front();
    const Box tile = stage.node(Role::button, "Photograph 1 of 2, 10:00").box;
    CHECK(spec.box.x > tile.x);
    CHECK(spec.box.width < tile.width);
    stage.frame();
    CHECK(stage.take_sent_of<ReadAttachment>().empty());
}

TEST_CASE("photographs: where none can be added it is said why, and nothing is sent") {
    Written stage;
    stage.press(Role::button, "Back");
    CHECK_FALSE(stage.app->photograph_coming(1));
    stage.settle();
    CHECK(stage.said().find("belongs to an entry") != std::string::npos);
    stage.app->photograph_ready(1, "image/jpeg", Bytes(3000, 7));
    CHECK(stage.take_sent_of<AddAttachment>().empty());
}

TEST_CASE("photographs: the last room on a device is kept for words") {
    Written stage;
    stage.app->learn({.used_bytes = 970'000'000, .quota_bytes = 1'000'000'000});
    CHECK_FALSE(stage.app->photograph_coming(1));
    stage.settle();
    CHECK(stage.said().find("little room") != std::string::npos);
    stage.app->learn({.used_bytes = 500'000'000, .quota_bytes = 1'000'000'000});
    CHECK(stage.app->photograph_coming(2));
}

TEST_CASE("photographs: one that the platform cannot make ready is said, and the words stay") {
    Written stage;
    REQUIRE(stage.app->photograph_coming(1));
    stage.app->photograph_failed(1, PhotographFault::no_picture, 0);
    stage.settle();
    CHECK(stage.said().find("no picture") != std::string::npos);
    CHECK(stage.take_sent_of<AddAttachment>().empty());
    CHECK_FALSE(stage.has(Role::status, "Adding 1 photograph\u2026"));
    CHECK(stage.window.fields.shown().front().value == "The notice is on the wall.");
}

TEST_CASE("photographs: one that the engine refuses is said") {
    Written stage;
    stage.engine_answers = false;
    stage.add(1);
    const auto added = stage.take_sent_of<AddAttachment>();
    REQUIRE(added.size() == 1);
    stage.say(Refused{added[0].number, 0, "That file is larger than 24 MB."});
    stage.settle();
    CHECK(stage.said().find("larger than 24 MB") != std::string::npos);
}

TEST_CASE("photographs: one is opened, named, and comes closer by button, key, wheel and two fingers") {
    Written stage;
    stage.add(1);
    stage.press(Role::button, "Photograph, 10:00");
    stage.settle();
    CHECK(stage.has(Role::heading, "Photograph"));
    const SemanticNode& picture = stage.node(Role::image, "Photograph, 10:00");
    CHECK(picture.description == "100%");
    const Box stage_box = picture.box;
    const auto zoom = [&] { return stage.all(Role::image).front()->description; };
    stage.press(Role::button, "Closer");
    stage.settle();
    CHECK(zoom() == "150%");
    stage.app->move_view(ViewMove::closer);
    stage.settle();
    CHECK(zoom() == "225%");
    stage.app->pinch(stage_box.x + 50, stage_box.y + 50, 2);
    stage.settle();
    CHECK(zoom() == "450%");
    REQUIRE(stage.window.album.shown.size() == 1);
    const PictureSpec& spec = stage.window.album.shown.front();
    CHECK(spec.detail == PictureDetail::whole);
    CHECK(spec.clip == stage_box);
    CHECK(spec.box.width > spec.clip.width);
    stage.press(Role::button, "The whole picture");
    stage.settle();
    CHECK(zoom() == "100%");
    ImGui::GetIO().AddMousePosEvent(stage_box.x + 80, stage_box.y + 80);
    ImGui::GetIO().AddMouseWheelEvent(0, 1);
    stage.settle();
    CHECK(zoom() == "125%");
    stage.app->go_back();
    stage.settle();
    CHECK(stage.has(Role::text_box, "What was said"));
    CHECK(stage.all(Role::image).empty());
}

TEST_CASE("photographs: what it shows is written as words are, and is its name then") {
    Written stage;
    stage.add(1);
    stage.press(Role::button, "Photograph, 10:00");
    stage.settle();
    stage.type("What the photograph shows", "Staff survey, page 2");
    stage.pass(300);
    stage.settle();
    const auto texts = stage.take_sent_of<EditText>();
    REQUIRE(texts.size() == 1);
    CHECK(texts[0].splice.field == "gist");
    CHECK(texts[0].splice.inserted == "Staff survey, page 2");
    CHECK(stage.has(Role::image, "Staff survey, page 2"));
    stage.type("What the photograph shows", "Staff survey, page 3");
    stage.press(Role::button, "Back");
    stage.settle();
    CHECK(stage.take_sent_of<EditText>().size() == 1);
    CHECK(stage.has(Role::button, "Photograph, 10:00. Staff survey, page 3"));
}

TEST_CASE("photographs: one that is retired stays in its place, and can be brought back") {
    Written stage;
    stage.add(1);
    stage.add(2);
    stage.press(Role::button, "Photograph 1 of 2, 10:00");
    stage.settle();
    stage.press(Role::button, "Retire this photograph");
    stage.settle();
    const auto edits = stage.take_sent_of<Edit>();
    REQUIRE(edits.size() == 1);
    CHECK(std::get<Retire>(edits[0].changes.front()).retired);
    stage.press(Role::button, "Back");
    stage.settle();
    CHECK(stage.has(Role::button, "Photograph 1 of 2, 10:00, retired"));
    CHECK(stage.window.album.shown.size() == 1);
    stage.press(Role::button, "Photograph 1 of 2, 10:00, retired");
    stage.settle();
    CHECK(stage.has(Role::button, "Bring back this photograph"));
    stage.press(Role::button, "Next photograph");
    stage.settle();
    CHECK(stage.has(Role::heading, "Photograph 2 of 2"));
}

TEST_CASE("photographs: how many an entry has is said in the lists, the retired ones not counted") {
    Written stage;
    stage.add(1);
    stage.add(2);
    CHECK(button_with(stage, "10:00 \u00B7 2 photographs").contains("notice"));
    stage.press(Role::button, "Photograph 1 of 2, 10:00");
    stage.press(Role::button, "Retire this photograph");
    stage.press(Role::button, "Notebook");
    CHECK(button_with(stage, "10:00 \u00B7 1 photograph").contains("notice"));
}

TEST_CASE("photographs: one that is damaged is named as such, in the list and opened") {
    Written stage;
    stage.engine.file_complaint = "This attachment is damaged, in both copies.";
    stage.add(1);
    CHECK(stage.node(Role::button, "Photograph, 10:00").description == stage.engine.file_complaint);
    stage.press(Role::button, "Photograph, 10:00");
    stage.settle();
    CHECK(stage.has(Role::alert, stage.engine.file_complaint));
    CHECK(stage.all(Role::image).empty());
}

TEST_CASE("photographs: no picture is kept by the platform once the notebook is locked") {
    Written stage;
    stage.add(1);
    CHECK_FALSE(stage.window.album.states.empty());
    stage.say(Status{EngineState::locked, ""});
    stage.settle();
    CHECK(stage.window.album.states.empty());
    CHECK(stage.window.album.given.empty());
}

TEST_CASE("photographs: a lock waits for one that is on its way, and the platform covers the screen meanwhile") {
    Written stage;
    REQUIRE(stage.app->photograph_coming(1));
    stage.app->lock();
    CHECK(stage.window.wishes == std::vector{PlatformWish::lock});
    CHECK(stage.take_sent_of<Lock>().empty());
    stage.app->photograph_ready(1, "image/jpeg", Bytes(3000, 7));
    CHECK(stage.take_sent_of<AddAttachment>().size() == 1);
    stage.app->lock();
    CHECK(stage.take_sent_of<Lock>().size() == 1);
}

TEST_CASE("photographs: more than one bundle takes are handed over in parts, each asked for and saved") {
    Written stage;
    stage.press(Role::button, "Hand over");
    stage.engine_answers = false;
    const InspectionId inspection = stage.engine.inspection_of(stage.engine.entry_with("notice"));
    Exported exported{.inspection = inspection, .file_name = "daybook-1-1-001.age", .file = Bytes(100, 1)};
    exported.bundle = 1;
    exported.attachments = 50;
    exported.attachments_left_out = 1;
    exported.parts = 2;
    stage.say(exported);
    stage.settle();
    CHECK(stage.has(Role::paragraph, "daybook-1-1-001.age, 1 kB, 0 entries, 50 photographs"));
    CHECK(stage.has(Role::paragraph,
                    "1 photograph is damaged on this device, or was never on it. The bundle names it, "
                    "and goes without it."));
    stage.press(Role::button, "Save file");
    stage.press(Role::button, "Prepare part 2 of 2");
    const auto asked = stage.take_sent_of<Export>();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].part == 2);
    exported.part = 2;
    stage.say(exported);
    stage.settle();
    CHECK_FALSE(stage.has(Role::button, "Prepare part 2 of 2"));
}

TEST_CASE("photographs: on a phone the picture keeps the most of the screen") {
    Written stage(390, 844);
    stage.add(1);
    stage.press(Role::button, "Photograph, 10:00");
    stage.settle();
    const Box box = stage.all(Role::image).front()->box;
    CHECK(box.height > 844 * 0.45F);
    CHECK(stage.node(Role::text_box, "What the photograph shows").box.y >= box.y + box.height);
}

}  // namespace daybook::testing
