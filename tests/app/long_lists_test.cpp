// Lists of ten thousand: what is laid out of them, what is said of it, and that nothing in view jumps.
// Never measures time: rows are counted.
#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <cstdlib>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

constexpr int many = 10'000;

ItemId numbered(int number) {
    ItemId id;
    id.bytes = {0xEE, static_cast<Byte>(number >> 16), static_cast<Byte>(number >> 8), static_cast<Byte>(number)};
    return id;
}

/// A running meeting with so many entries, of one line and of two, in which one writes.
Stage& with_entries(Stage& stage, int count) {
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::button, "Start");
    const Edit begun = stage.take_sent_of<Edit>().front();
    const ItemId meeting = changes_of<Create>({begun}).front().item;
    Edit written{0, begun.inspection, {}};
    for (int number = 0; number < count; ++number) {
        for (Change& change : edits::create_entry(numbered(number), meeting)) written.changes.push_back(change);
        std::string words = "Entry " + std::to_string(number + 1) + ".";
        if (number % 3 == 0)
            words += " Members and officers read the same table, and it was brought out unasked twice.";
        written.changes.push_back(edits::first_words(numbered(number), words));
    }
    stage.say(stage.engine.answer(written, stage.now).front());
    stage.settle();
    return stage;
}

std::vector<const SemanticNode*> rows_of(const Stage& stage, int count) {
    auto rows = stage.all(Role::list_item);
    std::erase_if(rows, [&](const SemanticNode* one) { return one->set_size != count; });
    return rows;
}

const SemanticNode* row_at(const Stage& stage, int position) {
    const auto rows = rows_of(stage, many);
    const auto found = std::ranges::find(rows, position, [](const SemanticNode* one) { return one->position; });
    return found == rows.end() ? nullptr : *found;
}

const SemanticNode* button_of(const Stage& stage, int position) {
    const SemanticNode* row = row_at(stage, position);
    if (row == nullptr) return nullptr;
    const auto buttons = stage.all(Role::button);
    const auto found = std::ranges::find(buttons, row->id, [](const SemanticNode* one) { return one->parent; });
    return found == buttons.end() ? nullptr : *found;
}

bool in_view(const Stage& stage, const SemanticNode& node) {
    return node.box.y >= 0 && node.box.y + node.box.height <= stage.surroundings.work.height;
}

/// The first row that is in view as a whole.
const SemanticNode& first_in_view(const Stage& stage) {
    const auto rows = rows_of(stage, many);
    const auto found = std::ranges::find_if(rows, [&](const SemanticNode* one) { return in_view(stage, *one); });
    REQUIRE(found != rows.end());
    return **found;
}

void turn_wheel(Stage& stage, float by) {
    ImGui::GetIO().AddMousePosEvent(300, 400);
    stage.frame();
    ImGui::GetIO().AddMouseWheelEvent(0, by);
    stage.settle();
    stage.settle();
}

}  // namespace

TEST_CASE(
    "long lists: of ten thousand entries no more are laid out than of a hundred, in the Notebook and in a meeting") {
    std::size_t few_here = 0;
    std::size_t few_listed = 0;
    {
        Stage few(Stage::With::own_inspection, 1366, 1024);
        with_entries(few, 100);
        few_here = rows_of(few, 100).size();
        few.press(Role::button, "Notebook");
        few_listed = rows_of(few, 100).size();
    }
    Stage stage(Stage::With::own_inspection, 1366, 1024);
    with_entries(stage, many);
    CHECK(stage.has(Role::heading, "In this meeting"));
    CHECK(rows_of(stage, many).size() == few_here);
    CHECK(few_here > 5);
    CHECK(few_here < 60);
    stage.press(Role::button, "Notebook");
    CHECK(stage.has(Role::paragraph, "1 activity, 10000 entries"));
    CHECK(rows_of(stage, many).size() == few_listed);
    CHECK(few_listed > 5);
    CHECK(few_listed < 60);
    CHECK(stage.window.mirrored.nodes().size() < 250);
    int next = 1;
    for (const SemanticNode* row : rows_of(stage, many)) CHECK(row->position == next++);
    // As far as one can scroll there are rows.
    turn_wheel(stage, -1e9F);
    CHECK(rows_of(stage, many).back()->position == many);
    CHECK(rows_of(stage, many).size() < 60);
}

TEST_CASE("long lists: a keyboard reaches one row after the other, down and up, and each is scrolled into view") {
    Stage stage(Stage::With::own_inspection);
    with_entries(stage, many).press(Role::button, "Notebook");
    const auto go_to = [&](int position) {
        CAPTURE(position);
        const SemanticNode* button = button_of(stage, position);
        REQUIRE(button != nullptr);
        stage.app->focus(button->id);
        stage.settle();
        REQUIRE(row_at(stage, position) != nullptr);
        REQUIRE(in_view(stage, *row_at(stage, position)));
    };
    for (int position = 1; position <= 120; ++position) go_to(position);
    for (int position = 119; position >= 1; --position) go_to(position);
    // What has the focus stays in the tree, with its neighbours, wherever one scrolls.
    go_to(3);
    turn_wheel(stage, -1000);
    CHECK(first_in_view(stage).position > 100);
    for (const int position : {2, 3, 4}) CHECK(button_of(stage, position) != nullptr);
    CHECK(button_of(stage, 60) == nullptr);
}

TEST_CASE("long lists: nothing in view jumps when one scrolls up to rows that were never laid out") {
    Stage stage(Stage::With::own_inspection);
    with_entries(stage, many).press(Role::button, "Notebook");
    turn_wheel(stage, -5000);
    int position = first_in_view(stage).position;
    REQUIRE(position > 500);
    float step = 0;
    for (int turn = 0; turn < 60; ++turn) {
        CAPTURE(turn);
        const float before = row_at(stage, position)->box.y;
        turn_wheel(stage, 1);
        REQUIRE(row_at(stage, position) != nullptr);
        const float moved = row_at(stage, position)->box.y - before;
        if (turn == 0) step = moved;
        CHECK(step > 10);
        CHECK(moved == doctest::Approx(step).epsilon(0.01));
        position = first_in_view(stage).position;
    }
}

TEST_CASE("long lists: a tablet that is turned shows the row that was at the top") {
    Stage stage(Stage::With::own_inspection);
    with_entries(stage, many).press(Role::button, "Notebook");
    turn_wheel(stage, -3000);
    const int top = first_in_view(stage).position;
    stage.resize(768, 1024);
    stage.settle();
    REQUIRE(row_at(stage, top) != nullptr);
    CHECK(in_view(stage, *row_at(stage, top)));
    CHECK(std::abs(first_in_view(stage).position - top) <= 1);
    stage.resize(1024, 768);
    stage.settle();
    CHECK(std::abs(first_in_view(stage).position - top) <= 1);
}

TEST_CASE("long lists: a row is called by no more of its words than one would hear") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    std::string words = "Long. ";
    while (words.size() < 2'000'000) words += "caf\u00e9 \U0001FA91 ";
    stage.type("What was said", words);
    stage.pass(1000);
    CHECK(stage.take_sent_of<EditText>().back().splice.inserted == words);
    stage.press(Role::button, "Notebook");
    const std::string name = button_with(stage, "Long. caf\u00e9");
    CHECK(name.size() < 20'100);
    CHECK(name.ends_with("\u2026"));
}

}  // namespace daybook::testing
