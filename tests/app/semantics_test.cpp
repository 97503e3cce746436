#include "app/semantics.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "tests/app/hooks.h"
#include "tests/app/scenes/scenes.h"

namespace daybook::testing {
namespace {

bool is_actionable(Role role) {
    return role == Role::button || role == Role::toggle_button || role == Role::radio || role == Role::text_box;
}

SemanticNode node_at(SemanticId id, const Box& box) {
    SemanticNode node;
    node.id = id;
    node.box = box;
    return node;
}

void check_tree(const Stage& stage) {
    std::set<SemanticId> ids{0};
    int mains = 0;
    int first_headings = 0;
    for (const SemanticNode& one : stage.window.mirrored.nodes()) {
        CAPTURE(one.name);
        CAPTURE(static_cast<int>(one.role));
        CHECK(ids.contains(one.parent));  // parents come first
        CHECK(ids.insert(one.id).second);
        mains += one.role == Role::main ? 1 : 0;
        first_headings += one.role == Role::heading && one.level == 1 ? 1 : 0;
        if (is_actionable(one.role) || one.role == Role::heading || one.role == Role::list ||
            one.role == Role::radio_group || one.role == Role::navigation) {
            CHECK_FALSE(one.name.empty());
        }
        if (is_actionable(one.role)) {
            CHECK(one.box.width >= 24);
            CHECK(one.box.height >= 24);
            CHECK(one.box.x >= 0);
            CHECK(one.box.x + one.box.width <= stage.surroundings.work.width + 0.5F);
        }
        if (one.role == Role::button || one.role == Role::toggle_button || one.role == Role::radio)
            CHECK(one.actionable);
    }
    CHECK(mains == 1);
    CHECK(first_headings == 1);
}

}  // namespace

TEST_CASE("semantics: children lie within their parents, in reading order") {
    Semantics tree;
    tree.open(node_at(1, {}));
    tree.add(node_at(2, {10, 10, 20, 20}));
    tree.open(node_at(3, {}));
    tree.add(node_at(4, {50, 60, 20, 20}));
    CHECK_FALSE(tree.is_complete());
    tree.close();
    tree.close();
    REQUIRE(tree.is_complete());
    REQUIRE(tree.nodes().size() == 4);
    CHECK(tree.nodes()[3].parent == 3);
    CHECK(tree.nodes()[2].box == Box{50, 60, 20, 20});
    CHECK(tree.nodes()[0].box == Box{10, 10, 60, 70});
    tree.clear();
    CHECK(tree.nodes().empty());
}

TEST_CASE("every screen, at every size: one main, one first heading, no id twice, no empty name, nothing too small") {
    for (const auto& [width, height] :
         {std::pair{1024.0F, 768.0F}, std::pair{768.0F, 1024.0F}, std::pair{390.0F, 844.0F}, std::pair{360.0F, 560.0F},
          std::pair{1366.0F, 1024.0F}}) {
        for (const Scene& scene : scenes()) {
            CAPTURE(scene.name);
            CAPTURE(width);
            Stage stage(scene.with, width, height);
            scene.go(stage);
            stage.settle();
            check_tree(stage);
        }
    }
}

TEST_CASE("every item that Dear ImGui can press has a node of its own") {
    for (const Scene& scene : scenes()) {
        CAPTURE(scene.name);
        Stage stage(scene.with);
        scene.go(stage);
        stage.settle();
        Hooks hooks;
        stage.frame();
        int pressable = 0;
        for (const HookedItem& item : hooks.items()) {
            CAPTURE(item.label);
            // Windows, panels and scrollbars: they are moved over, not pressed.
            if (item.label.starts_with("#SCROLL") || item.label.starts_with("Daybook") ||
                item.label.starts_with("Debug##")) {
                continue;
            }
            ++pressable;
            CHECK(std::ranges::any_of(stage.window.mirrored.nodes(),
                                      [&](const SemanticNode& one) { return one.id == item.id && one.actionable; }));
        }
        CHECK((pressable == 0) == (scene.name == "unusable"));
    }
}

TEST_CASE("a tap presses, a drag does not") {
    Stage stage(Stage::With::sample);
    const Box box = stage.node(Role::button, "Start a meeting").box;
    const float x = box.x + box.width / 2;
    const float y = box.y + box.height / 2;
    stage.drag(x, y, x + 14, y);
    CHECK(stage.has(Role::heading, "Today"));
    stage.drag(x, y, x + 6, y);
    CHECK(stage.has(Role::heading, "Start a meeting"));
}

TEST_CASE("dragging moves what is longer than its panel") {
    Stage stage(Stage::With::sample, 390, 500);
    stage.app->go_back();
    const float before = stage.node(Role::heading, "Latest").box.y;
    stage.drag(200, 300, 200, 180);
    CHECK(stage.node(Role::heading, "Latest").box.y == doctest::Approx(before - 120));
}

TEST_CASE("what gets the focus is scrolled into view") {
    Stage stage(Stage::With::sample, 390, 844);
    stage.press(Role::button, "More");
    const SemanticNode& lock = stage.node(Role::button, "Lock now");
    stage.resize(390, 560);
    stage.app->focus(lock.id);
    stage.settle();
    const Box box = stage.node(Role::button, "Lock now").box;
    CHECK(box.y >= 0);
    CHECK(box.y + box.height <= 560 - 64);
}

TEST_CASE("a screen turned on its side keeps its place") {
    Stage stage(Stage::With::sample, 1024, 768);
    stage.press(Role::button, "Notebook");
    stage.resize(768, 1024);
    CHECK(stage.has(Role::heading, "Notebook"));
    CHECK(stage.node(Role::button, "Notebook").current);
}

TEST_CASE("a list that was scrolled shows the same row at the same height when the screen is turned, and turned back") {
    Stage stage(Stage::With::sample, 390, 844);
    stage.press(Role::button, "Notebook");
    stage.drag(200, 700, 200, 300);
    stage.drag(200, 700, 200, 300);
    const auto topmost = [&] {
        for (const SemanticNode* one : stage.all(Role::button)) {
            if (one->name.contains(". ") && one->box.y + one->box.height > 28) return *one;
        }
        return SemanticNode{};
    };
    const SemanticNode before = topmost();
    REQUIRE_FALSE(before.name.empty());
    for (const auto& [width, height] : {std::pair{768.0F, 600.0F}, std::pair{1024.0F, 600.0F},
                                        std::pair{768.0F, 1400.0F}, std::pair{390.0F, 844.0F}}) {
        stage.resize(width, height);
        CAPTURE(width);
        if (height > 1000) continue;  // all of it is seen
        const float top = width < 900 ? 28 : 0;
        CHECK(stage.node(Role::button, before.name).box.y - top == doctest::Approx(before.box.y - 28).epsilon(0.01));
    }
    stage.window.text_percent = 150;
    stage.settle();
    CHECK(stage.node(Role::button, before.name).box.y - 38 == doctest::Approx(before.box.y - 28).epsilon(0.01));
}

}  // namespace daybook::testing
