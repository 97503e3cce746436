// What a key asks for, where it may, and that it is done: the table, the app behind it, and the sheet that shows it.
#include "app/orders.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

constexpr KeyPress alone(char32_t key) {
    return {.key = key};
}
constexpr KeyPress control(char32_t key) {
    return {.key = key, .held = Held::control};
}
constexpr KeyPress control_shift(char32_t key) {
    return {.key = key, .held = Held::control_shift};
}
constexpr KeyPress while_typing(KeyPress press) {
    press.typing = Typing::in_a_field;
    return press;
}

/// Presses it, and says whether it was the app's own.
bool key(Stage& stage, const KeyPress& press) {
    const bool taken = stage.app->press_key(press);
    stage.settle();
    return taken;
}

bool is_on(const Stage& stage, Role role, std::string_view name) {
    return stage.node(role, name).pressed == true;
}

}  // namespace

TEST_CASE("orders: no two have the same key, and each has a key and a name of its own") {
    std::set<std::pair<Held, char32_t>> keys;
    std::set<Word> names;
    for (const OrderSpec& spec : all_orders()) {
        CHECK(names.insert(spec.name).second);
        CHECK(spec.chords.front().key != 0);
        for (const Chord& chord : spec.chords) {
            if (chord.key != 0) CHECK(keys.insert({chord.held, chord.key}).second);
        }
    }
}

TEST_CASE("orders: a key without Control is never taken from somebody who types") {
    for (const OrderSpec& spec : all_orders()) {
        for (const Chord& chord : spec.chords) {
            if (chord.key == 0) continue;
            const KeyPress press{.key = chord.key, .held = chord.held};
            CHECK(order_of(press) == spec.order);
            const bool fields_own = spec.order == Order::undo || spec.order == Order::redo;
            if (chord.held == Held::nothing || fields_own) {
                CHECK_FALSE(order_of(while_typing(press)).has_value());
            } else {
                CHECK(order_of(while_typing(press)) == spec.order);
            }
        }
    }
    CHECK_FALSE(order_of(alone(U'x')).has_value());
    CHECK_FALSE(order_of(alone(0)).has_value());
    CHECK_FALSE(order_of(control(U'1')).has_value());
}

TEST_CASE("orders: nothing that changes what is written has a key without Control") {
    for (const OrderSpec& spec : all_orders()) {
        if (spec.group != OrderGroup::writing) continue;
        for (const Chord& chord : spec.chords) CHECK((chord.key == 0 || chord.held != Held::nothing));
    }
}

TEST_CASE("orders: marks are made while one types, once more takes them away, and what was typed comes first") {
    Stage stage(Stage::With::sample);
    start_meeting(stage);
    stage.type("What was said", "The third band was described in two ways.");
    CHECK(key(stage, while_typing(control_shift(U'1'))));
    CHECK(is_on(stage, Role::radio, "Strength"));
    CHECK(key(stage, while_typing(control_shift(U'2'))));
    CHECK(is_on(stage, Role::radio, "Weakness"));
    CHECK_FALSE(is_on(stage, Role::radio, "Strength"));
    CHECK(key(stage, while_typing(control_shift(U'3'))));
    CHECK(is_on(stage, Role::radio, "Neutral"));
    CHECK(key(stage, while_typing(control_shift(U'3'))));
    CHECK_FALSE(is_on(stage, Role::radio, "Neutral"));
    CHECK(key(stage, while_typing(control_shift(U'4'))));
    CHECK(is_on(stage, Role::toggle_button, "In confidence"));
    CHECK(key(stage, while_typing(control_shift(U'4'))));
    CHECK_FALSE(is_on(stage, Role::toggle_button, "In confidence"));
    CHECK(stage.engine.entry_with("third band") != ItemId{});
}

TEST_CASE("orders: a key that is held down marks once") {
    Stage stage(Stage::With::sample);
    start_meeting(stage);
    KeyPress held = while_typing(control_shift(U'1'));
    CHECK(key(stage, held));
    held.stroke = Stroke::repeated;
    for (int times = 0; times < 3; ++times) CHECK(key(stage, held));  // ours, so that the browser does nothing by it
    CHECK(is_on(stage, Role::radio, "Strength"));
}

TEST_CASE("orders: a mark's key is nobody's where no entry is open, and where nothing can be written") {
    Stage stage(Stage::With::sample);
    CHECK_FALSE(key(stage, control_shift(U'1')));
    stage.press(Role::button, "Notebook");
    stage.press_with("redrawn");
    CHECK(key(stage, control_shift(U'1')));
    stage.reopen([](OpenInspection& open) { open.read_only = "A later version of Daybook wrote some of this."; });
    stage.press(Role::button, "Notebook");
    stage.press_with("redrawn");
    stage.take_sent();
    for (const char32_t mark : {U'1', U'2', U'3', U'4'}) CHECK_FALSE(key(stage, control_shift(mark)));
    CHECK_FALSE(key(stage, control(enter_key)));
    CHECK_FALSE(key(stage, control_shift(enter_key)));
    CHECK(stage.take_sent_of<Edit>().empty());
}

TEST_CASE("orders: a new entry is opened in the meeting, what was typed is sent, and the field has the caret") {
    Stage stage(Stage::With::sample);
    start_meeting(stage);
    stage.type("What was said", "First words.");
    const SemanticId first = stage.node(Role::text_box, "What was said").id;
    CHECK(key(stage, while_typing(control(enter_key))));
    const SemanticId second = stage.node(Role::text_box, "What was said").id;
    CHECK(second != first);
    CHECK(stage.window.fields.focused() == second);
    CHECK(stage.engine.entry_with("First words.") != ItemId{});
    stage.press(Role::button, "Today");
    CHECK(key(stage, control(enter_key)));  // the meeting runs
    CHECK(stage.has(Role::text_box, "What was said"));
}

TEST_CASE("orders: without a meeting there is no new entry") {
    Stage stage(Stage::With::own_inspection);
    CHECK_FALSE(key(stage, control(enter_key)));
}

TEST_CASE("orders: a meeting is begun and stopped by the same key") {
    Stage stage(Stage::With::sample);
    CHECK(key(stage, control_shift(enter_key)));
    CHECK(stage.has(Role::heading, "Start a meeting"));
    stage.press(Role::button, "Start");
    stage.type("What was said", "The last words of it.");
    stage.take_sent();
    CHECK(key(stage, while_typing(control_shift(enter_key))));
    CHECK_FALSE(stage.has(Role::button, "Stop the meeting"));
    CHECK(stage.engine.entry_with("The last words of it.") != ItemId{});
}

TEST_CASE("orders: one goes to each place by its key") {
    Stage stage(Stage::With::sample);
    const std::vector<std::pair<char32_t, std::string_view>> places{
        {U'2', "Notebook"}, {U'3', "Hand over"}, {U'4', "Find"}, {U'5', "More"}, {U'1', "Today"}, {U'/', "Find"}};
    for (const auto& [sign, heading] : places) {
        CAPTURE(heading);
        CHECK(key(stage, alone(sign)));
        CHECK(stage.has(Role::heading, heading));
    }
    stage.leave_field();
    CHECK(key(stage, control(U'f')));
    CHECK(stage.window.fields.focused() == stage.node(Role::text_box, "Words to find").id);
}

TEST_CASE("orders: two keys between two frames are obeyed in their order") {
    Stage stage(Stage::With::sample);
    start_meeting(stage);
    CHECK(stage.app->press_key(control_shift(U'1')));
    CHECK(stage.app->press_key(control(enter_key)));
    CHECK(stage.app->press_key(control_shift(U'2')));
    stage.settle();
    CHECK(is_on(stage, Role::radio, "Weakness"));
    const auto marks = changes_of<SetField>(stage.take_sent_of<Edit>());
    std::set<ItemId> marked;
    for (const SetField& one : marks) {
        if (one.field == words::polarity) marked.insert(one.item);
    }
    CHECK(marked.size() == 2);
}

TEST_CASE("orders: locking sends what was typed first") {
    Stage stage(Stage::With::sample);
    start_meeting(stage);
    stage.type("What was said", "Before the lock.");
    stage.take_sent();
    CHECK(stage.app->press_key(while_typing(control_shift(U'l'))));
    stage.frame();
    const auto sent = stage.take_sent();
    REQUIRE(sent.size() >= 2);
    CHECK(std::holds_alternative<Lock>(sent.back()));
}

TEST_CASE("orders: words grow and shrink by a step, within what there is") {
    Stage stage(Stage::With::sample);
    CHECK(key(stage, control_shift(U'.')));
    CHECK(stage.window.text_percent == 115);
    CHECK(key(stage, control_shift(U',')));
    CHECK(stage.window.text_percent == 100);
    stage.window.text_percent = 120;  // no step: the browser's own size
    stage.settle();
    CHECK(key(stage, control_shift(U',')));
    CHECK(stage.window.text_percent == 115);
    for (int times = 0; times < 12; ++times) key(stage, control_shift(U'.'));
    CHECK(stage.window.text_percent == 200);
    for (int times = 0; times < 12; ++times) key(stage, control_shift(U','));
    CHECK(stage.window.text_percent == 80);
}

TEST_CASE("orders: keys without Control can be turned off and on again, and the others stay") {
    Stage stage(Stage::With::sample);
    CHECK(key(stage, alone(U'?')));
    CHECK(is_on(stage, Role::toggle_button, "Keys without Ctrl"));
    stage.press(Role::toggle_button, "Keys without Ctrl");
    CHECK_FALSE(stage.window.single_keys);
    CHECK_FALSE(is_on(stage, Role::toggle_button, "Keys without Ctrl"));
    CHECK_FALSE(key(stage, alone(U'1')));
    CHECK_FALSE(key(stage, alone(U'?')));
    CHECK(key(stage, control(U'f')));
    CHECK(stage.has(Role::text_box, "Words to find"));
    stage.window.single_keys = true;
    stage.settle();
    CHECK(key(stage, alone(U'1')));
    CHECK(stage.has(Role::heading, "Today"));
}

TEST_CASE("orders: before the notebook is open no key does anything") {
    Stage stage(Stage::With::sample);
    stage.say(Status{.state = EngineState::locked, .words = {}});
    stage.settle();
    for (const OrderSpec& spec : all_orders()) {
        for (const Chord& chord : spec.chords) {
            if (chord.key != 0) CHECK_FALSE(key(stage, {.key = chord.key, .held = chord.held}));
        }
    }
}

TEST_CASE("shortcuts: the sheet comes and goes by its key, and names every order with its keys") {
    Stage stage(Stage::With::sample);
    start_meeting(stage);
    CHECK_FALSE(key(stage, while_typing(alone(U'?'))));
    stage.leave_field();
    CHECK(key(stage, alone(U'?')));
    CHECK(stage.has(Role::heading, "Keyboard shortcuts"));
    CHECK(stage.all(Role::list_item).size() == all_orders().size() + 1);  // and Escape
    const Words say;
    for (const OrderSpec& spec : all_orders()) {
        const std::string begins = std::string(say(spec.name)) + ": " + keys_words(say, spec) + ".";
        CAPTURE(begins);
        CHECK(std::ranges::count_if(stage.all(Role::list_item),
                                    [&](const SemanticNode* one) { return one->name.starts_with(begins); }) == 1);
    }
    CHECK(key(stage, alone(U'?')));
    CHECK(stage.has(Role::text_box, "What was said"));
    CHECK(key(stage, alone(U'?')));
    stage.app->go_back();
    stage.settle();
    CHECK(stage.has(Role::text_box, "What was said"));
}

}  // namespace daybook::testing
