// Evidence forms: which school has them, what is said in each, and what is seen to be missing.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "core/notebook/evidence_form.h"
#include "core/notebook/evidence_form_edits.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

const std::string knowledge =
    "How well does the authority know where this school is strong and weak, and how its pupils do?";
const std::string measures =
    "What is done to support and to challenge the school, and does it fit what the school needs?";
const std::string difference = "What has changed in the school over time because of it?";
const std::string section_5 = "Section 5: the school's inspection is due";
const std::string head = "Headteacher of a school inspected or telephoned in the first week";

void add_school(Stage& stage, std::string name, std::string type) {
    stage.press(Role::button, "Add a school");
    stage.type("Name", std::move(name));
    stage.type("Type of school", std::move(type));
    stage.press(Role::button, "Add this school");
}

void to_schools(Stage& stage) {
    stage.press(Role::button, "More");
    stage.press_with("Schools");
}

void to_forms(Stage& stage) {
    stage.press(Role::button, "More");
    stage.press_with("Evidence forms");
}

/// A maintained school under a section 5 inspection, whose forms are open.
void to_ashby(Stage& stage) {
    to_schools(stage);
    add_school(stage, "Ashby", "Community school");
    stage.press_with("Ashby");
    stage.press(Role::toggle_button, section_5);
    to_forms(stage);
    stage.press_with("Ashby");
    stage.take_sent();
}

std::size_t buttons_with(const Stage& stage, std::string_view part) {
    const auto buttons = stage.all(Role::button);
    return static_cast<std::size_t>(
        std::ranges::count_if(buttons, [&](const SemanticNode* one) { return one->name.contains(part); }));
}

}  // namespace

TEST_CASE("H20, F23: three talks, three forms, none of them in the school's own evidence") {
    Stage stage(Stage::With::own_inspection);
    to_ashby(stage);
    CHECK(says(stage, "It is no part of the evidence of the school's own inspection"));
    CHECK(says(stage, "F23"));
    std::set<ItemId> forms;
    std::vector<std::string> talks;
    for (const char* talk : {"Headteacher", "Governance", "LA representative"}) {
        stage.press_with(talk);
        const auto& shown = stage.window.fields.shown();
        REQUIRE(shown.size() == 3);  // three themes, of this talk alone
        for (const auto& field : shown) CHECK(field.value.empty());
        stage.take_sent();
        stage.type(knowledge, std::string("Said in the talk: ") + talk);
        stage.pass(1000);
        const auto sent = stage.take_sent();
        std::vector<Edit> edits;
        std::vector<Splice> splices;
        for (const Command& command : sent) {
            if (const auto* edit = std::get_if<Edit>(&command)) edits.push_back(*edit);
            if (const auto* text = std::get_if<EditText>(&command)) splices.push_back(text->splice);
        }
        const auto created = changes_of<Create>(edits);
        REQUIRE(created.size() == 1);
        CHECK(created[0].kind == words::form);
        CHECK(created[0].kind != words::entry);
        REQUIRE(splices.size() == 1);
        CHECK(splices[0].item == created[0].item);
        CHECK(splices[0].field == "theme knowledge");
        forms.insert(created[0].item);
    }
    CHECK(forms.size() == 3);
    stage.press_with("Governance");
    CHECK(stage.window.fields.shown()[0].value == "Said in the talk: Governance");
    stage.press(Role::button, "Notebook");
    CHECK(buttons_with(stage, "Said in the talk") == 0);
}

TEST_CASE("H18-H19: a form says whether the talk was held, how and with whom, by whom and when") {
    Stage stage(Stage::With::own_inspection);
    to_ashby(stage);
    CHECK(button_with(stage, "Headteacher").contains("not held yet"));
    CHECK(stage.node(Role::radio, "Not held yet").pressed == true);
    stage.press(Role::radio, "Held");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"school", "talk", "state"});
    CHECK(stage.node(Role::radio, "Held").pressed == true);
    CHECK(says(stage, "Ada Penn, Mon 14 Sep 2015, 10:00"));
    CHECK(button_with(stage, "Headteacher").contains("held, missing: 3 themes, with whom, how it was held"));
    stage.press(Role::radio, "Face to face");
    stage.press(Role::toggle_button, head);
    CHECK(stage.node(Role::toggle_button, head).pressed == true);
    CHECK(button_with(stage, "Headteacher").contains("held, missing: 3 themes"));
    for (const std::string& theme : {knowledge, measures}) {
        stage.type(theme, "Something.");
        stage.pass(1000);
    }
    CHECK(button_with(stage, "Headteacher").contains("held, missing: 1 theme"));
    stage.type(difference, "Not much.");
    stage.pass(1000);
    CHECK_FALSE(button_with(stage, "Headteacher").contains("missing"));
    CHECK(says(stage, "Written by"));
    stage.press(Role::button, "Back");
    CHECK(says(stage, "1 of 3 forms complete"));
}

TEST_CASE("H19: a talk that could not be held asks what was done to hold it, and by telephone is said to be unusual") {
    Stage stage(Stage::With::own_inspection);
    to_ashby(stage);
    stage.press(Role::radio, "By telephone");
    CHECK(says(stage, "The guidance speaks of a meeting here"));
    stage.press_with("LA representative");
    stage.press(Role::radio, "By telephone");
    CHECK_FALSE(says(stage, "The guidance speaks of a meeting here"));
    stage.press(Role::radio, "Unavailable");
    CHECK(button_with(stage, "LA representative").contains("unavailable, missing: what was tried"));
    CHECK_FALSE(stage.has(Role::radio, "By telephone"));
    CHECK_FALSE(stage.has(Role::text_box, knowledge));
    stage.type("What was done to hold it", "Rang twice.");
    stage.pass(1000);
    CHECK_FALSE(button_with(stage, "LA representative").contains("missing"));
    stage.press(Role::radio, "Not held yet");
    CHECK(stage.has(Role::text_box, knowledge));
    CHECK(stage.has(Role::text_box, "What was done to hold it"));  // what was written stays in sight
    CHECK(says(stage, "Taken back by Ada Penn"));
}

TEST_CASE("F22, F24: an excluded inspection asks for no talks, and an academy for two") {
    Stage stage(Stage::With::own_inspection);
    to_schools(stage);
    add_school(stage, "Brigid", "Academy converter");
    add_school(stage, "Cedar", "Community school");
    stage.press_with("Cedar");
    stage.press(Role::toggle_button, "Section 8: without formal designation");
    CHECK(says(stage, "no part of the first week’s evidence (H18, F22)"));
    CHECK(buttons_with(stage, "Evidence forms") == 0);
    stage.press(Role::button, "Back");
    stage.press_with("Brigid");
    stage.press(Role::toggle_button, section_5);
    CHECK_FALSE(says(stage, "no part of the first week’s evidence"));
    CHECK(button_with(stage, "Evidence forms").contains("0 of 2 forms complete"));
    to_forms(stage);
    CHECK(says(stage, "0 of 2 forms complete"));
    CHECK(button_with(stage, "Cedar").contains("Excluded"));
    const std::string brigid = button_with(stage, "Brigid");
    CHECK(brigid.contains("Headteacher: not held yet"));
    CHECK(brigid.contains("Governance: not held yet"));
    CHECK_FALSE(brigid.contains("LA representative"));
    // The mark can be taken off again, and undone.
    to_schools(stage);
    stage.press_with("Brigid");
    stage.press(Role::toggle_button, section_5);
    CHECK(stage.node(Role::toggle_button, section_5).pressed == false);
    to_forms(stage);
    CHECK(buttons_with(stage, "Brigid") == 0);
    static_cast<void>(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(buttons_with(stage, "Brigid") == 1);
}

TEST_CASE("evidence forms: with no school that is inspected it is said how one comes here") {
    Stage stage(Stage::With::own_inspection);
    to_forms(stage);
    CHECK(says(stage, "No school is marked as inspected yet"));
    stage.press(Role::button, "Go to the schools");
    CHECK(stage.has(Role::heading, "Schools"));
}

TEST_CASE("evidence forms: what was said is undone by a key, and words that are on their way are not lost by leaving") {
    Stage stage(Stage::With::own_inspection);
    to_ashby(stage);
    stage.press(Role::radio, "Held");
    static_cast<void>(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(stage.node(Role::radio, "Not held yet").pressed == true);
    stage.type(knowledge, "Well.");
    stage.press_with("Governance");
    CHECK(stage.window.fields.shown()[0].value.empty());
    stage.press_with("Headteacher");
    CHECK(stage.window.fields.shown()[0].value == "Well.");
    stage.type(measures, "Much.");
    stage.press(Role::button, "Back");
    stage.press_with("Ashby");
    CHECK(stage.window.fields.shown()[1].value == "Much.");
}

TEST_CASE("evidence forms: two themes can be typed in before anything is answered, and the form is made once") {
    Stage stage(Stage::With::own_inspection);
    to_ashby(stage);
    stage.engine_answers = false;
    stage.type(knowledge, "Well.");
    stage.pass(1000);
    stage.type(measures, "Much.");
    stage.pass(1000);
    CHECK(changes_of<Create>(stage.take_sent_of<Edit>()).size() == 1);
    stage.engine_answers = true;
    stage.let_engine_answer();
    stage.settle();
    CHECK(stage.window.fields.shown()[0].value == "Well.");
    CHECK(stage.window.fields.shown()[1].value == "Much.");
}

}  // namespace daybook::testing
