// Words at every size: what a finger reaches, what is cut, and who keeps the size.
#include "app/screens/text_size.h"

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>

#include "tests/app/scenes/scenes.h"
#include "tests/app/stage.h"

namespace daybook::testing {
namespace {

struct Size {
    float width = 0;
    float height = 0;
    bool keyboard = false;
};

constexpr std::array tablets_and_phones{
    Size{1024, 768}, Size{768, 1024}, Size{390, 844}, Size{844, 390}, Size{390, 460, true}, Size{1024, 400, true},
};

/// What the pointer would press at this place.
ImGuiID under(Stage& stage, float x, float y) {
    ImGui::GetIO().AddMousePosEvent(x, y);
    stage.frame();
    stage.frame();
    return ImGui::GetCurrentContext()->HoveredId;
}

const SemanticNode* node_of(const Stage& stage, SemanticId id) {
    const auto& nodes = stage.window.mirrored.nodes();
    const auto found = std::ranges::find(nodes, id, &SemanticNode::id);
    return found == nodes.end() ? nullptr : &*found;
}

/// Whether a finger would press it. A row that is higher than its panel shows one of its ends.
bool is_reached(Stage& stage, SemanticId id) {
    const SemanticNode* node = node_of(stage, id);
    REQUIRE(node != nullptr);
    const Box box = node->box;
    const float x = box.x + box.width / 2;
    return std::ranges::any_of(std::array{0.5F, 0.1F, 0.9F},
                               [&](float share) { return under(stage, x, box.y + box.height * share) == id; });
}

/// Goes to each thing that can be pressed, as the Tab key does: then its middle is what a finger would press there.
void check_that_all_is_reached(Stage& stage) {
    std::vector<SemanticId> ids;
    for (const SemanticNode& one : stage.window.mirrored.nodes()) {
        if (one.actionable) ids.push_back(one.id);
    }
    for (const SemanticId id : ids) {
        stage.app->focus(id);
        stage.frame();
        stage.frame();
        const SemanticNode* node = node_of(stage, id);
        REQUIRE(node != nullptr);
        CAPTURE(node->name);
        const Box& work = stage.surroundings.work;
        CHECK(node->box.x >= 0);
        CHECK(node->box.x + node->box.width <= work.width + 0.5F);
        // Rows that come into view may be higher than was thought: then it is scrolled to once more, in the next frame.
        const bool reached = is_reached(stage, id) || is_reached(stage, id);
        CHECK(reached);
    }
    stage.app->focus(0);
}

/// Goes to each field: then so much of it is seen that a line can be typed.
void check_that_fields_are_seen(Stage& stage) {
    std::vector<SemanticId> ids;
    for (const FakeFields::Shown& one : stage.window.fields.shown()) ids.push_back(one.spec.id);
    for (const SemanticId id : ids) {
        stage.app->focus(id);
        stage.frame();
        stage.frame();
        const auto& shown = stage.window.fields.shown();
        const auto found = std::ranges::find(shown, id, [](const FakeFields::Shown& one) { return one.spec.id; });
        REQUIRE(found != shown.end());
        const FieldSpec& spec = found->spec;
        CAPTURE(found->label);
        CHECK(spec.font_size >= 16);
        CHECK(spec.box.height >= spec.font_size * 1.5F);
        const float top = std::max(spec.box.y, spec.clip.y);
        const float bottom = std::min(spec.box.y + spec.box.height, spec.clip.y + spec.clip.height);
        CHECK(bottom - top >= spec.font_size * 1.5F);
    }
    stage.app->focus(0);
}

/// Nothing scrolls sideways: what is drawn past the left or right edge of its panel is cut.
void check_that_nothing_is_cut() {
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            for (unsigned int index = 0; index < command.ElemCount; ++index) {
                const ImDrawIdx vertex = list->IdxBuffer[static_cast<int>(command.IdxOffset + index)];
                const ImVec2 at = list->VtxBuffer[static_cast<int>(command.VtxOffset + vertex)].pos;
                if (at.y < command.ClipRect.y || at.y > command.ClipRect.w) continue;
                if (at.x < command.ClipRect.x - 1.5F || at.x > command.ClipRect.z + 1.5F) {
                    FAIL_CHECK("something at ", at.x, ", ", at.y, " reaches over the edge of its panel");
                    return;
                }
            }
        }
    }
}

}  // namespace

TEST_CASE("text size: at 80, 150 and 200 percent every screen can be reached whole, on each size of window") {
    for (const Size& size : tablets_and_phones) {
        for (const int percent : {80, 150, 200}) {
            // In between nothing new happens: for the sizes that are rarer the largest words are enough.
            if (percent != 200 && size.width + size.height != 1234) continue;
            for (const Scene& scene : scenes()) {
                CAPTURE(scene.name);
                CAPTURE(size.width);
                CAPTURE(size.height);
                CAPTURE(percent);
                Stage stage(scene.with, size.width, size.keyboard ? 844 : size.height);
                stage.window.text_percent = percent;
                stage.settle();
                scene.go(stage);
                stage.surroundings.keyboard = size.keyboard;
                stage.resize(size.width, size.height);
                check_that_nothing_is_cut();
                check_that_all_is_reached(stage);
                check_that_fields_are_seen(stage);
            }
        }
    }
}

TEST_CASE("text size: what is chosen is kept by the platform, and shown at once") {
    Stage stage(Stage::With::sample);
    stage.press(Role::button, "More");
    const float before = stage.node(Role::heading, "More").box.height;
    for (const SemanticNode* one : stage.all(Role::button)) {
        if (one->name.starts_with("Text size")) {
            CHECK(one->name == "Text size. 100% of the usual size");
            stage.press(one->id);
            break;
        }
    }
    CHECK(stage.node(Role::radio, "100%").pressed == true);
    CHECK(stage.all(Role::radio).size() == text_sizes.size());
    stage.tap(Role::radio, "200%");
    CHECK(stage.window.text_percent == 200);
    CHECK(stage.node(Role::radio, "200%").pressed == true);
    CHECK(stage.node(Role::radio, "100%").pressed == false);
    stage.press(Role::button, "Back");
    CHECK(stage.node(Role::heading, "More").box.height == 2 * before);
}

TEST_CASE("text size: other words keep the place, and the field that is typed in stays in sight") {
    Stage stage(Stage::With::nothing, 768, 1024);
    stage.press(Role::button, "Create an inspection");
    stage.type("Lead inspector", "Ada");
    stage.window.text_percent = 200;
    stage.settle();
    const Box box = stage.node(Role::text_box, "Lead inspector").box;
    CHECK(box.y >= 0);
    CHECK(box.y + box.height <= 1024);
    CHECK(stage.window.fields.focused() == stage.node(Role::text_box, "Lead inspector").id);
}

TEST_CASE("text size: a place keeps its node when the rail becomes a bar") {
    Stage stage(Stage::With::sample, 1024, 768);
    const SemanticId notebook = stage.node(Role::button, "Notebook").id;
    stage.window.text_percent = 200;
    stage.settle();
    CHECK(stage.node(Role::button, "Notebook").id == notebook);
    CHECK(stage.node(Role::button, "Notebook").box.y > 600);
}

TEST_CASE("text size: the places are there in a window that is low, unless the keyboard has taken the room") {
    Stage stage(Stage::With::sample, 844, 390);
    CHECK(stage.has(Role::navigation, "Places"));
    stage.resize(390, 400);
    CHECK(stage.has(Role::navigation, "Places"));
    stage.surroundings.keyboard = true;
    stage.settle();
    CHECK_FALSE(stage.has(Role::navigation, "Places"));
    CHECK(stage.has(Role::button, "Lock"));
}

TEST_CASE("text size: what is not a size is taken for the nearest that is") {
    CHECK(scale_for({.work = {}, .text_percent = 100}) == 1.0F);
    CHECK(scale_for({.work = {}, .text_percent = 0}) == 0.8F);
    CHECK(scale_for({.work = {}, .text_percent = -5}) == 0.8F);
    CHECK(scale_for({.work = {}, .text_percent = 100'000}) == 2.0F);
}

TEST_CASE("text size: styles grow together, are whole sizes for Dear ImGui, and editors are never under 16") {
    for (const int percent : text_sizes) {
        CAPTURE(percent);
        const Theme theme{.palette = {}, .fonts = {}, .scale = static_cast<float>(percent) / 100};
        for (const TextStyle& style : {theme.caption(), theme.label(), theme.body(), theme.editor(), theme.strong(),
                                       theme.subtitle(), theme.title()}) {
            CHECK(style.size == std::round(style.size));
            CHECK(style.line >= style.size);
        }
        CHECK(theme.editor().em >= 16);
        CHECK(theme.body().em == doctest::Approx(17 * percent / 100.0).epsilon(0.03));
        CHECK(theme.height_for(1) >= Theme::target);
    }
}

}  // namespace daybook::testing
