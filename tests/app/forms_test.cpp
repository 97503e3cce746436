// Forms that are saved by a button: what was typed into them is there again after a lock, and in no other inspection.
#include "app/forms.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/whereabouts.h"
#include "tests/app/planning.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

std::string value_of(const Stage& stage, std::string_view label) {
    for (const auto& shown : stage.window.fields.shown()) {
        if (shown.label == label) return shown.value;
    }
    FAIL("no field is called " << label);
    return {};
}

void to(Stage& stage, std::string_view row) {
    stage.press(Role::button, "More");
    stage.press_with(row);
}

void hold_a_meeting(Stage& stage) {
    start_meeting(stage);
    stage.pass(std::int64_t{52} * 60'000);
    stage.press(Role::button, "Stop the meeting");
}

/// Nothing is in the notebook before the button is pressed.
void expect_no_edit(Stage& stage) {
    CHECK(stage.take_sent_of<Edit>().empty());
}

}  // namespace

TEST_CASE("forms: a contact that is half typed is there again after a lock, and is saved then") {
    Stage stage(Stage::With::own_inspection);
    to(stage, "The inspection");
    stage.press(Role::button, "Add a contact");
    stage.take_sent();
    stage.type("Name", "Mira Holt");
    stage.type("Note", "By telephone\nafter four.");
    expect_no_edit(stage);
    lock_and_unlock(stage);
    CHECK(value_of(stage, "Name") == "Mira Holt");
    CHECK(value_of(stage, "Note") == "By telephone\nafter four.");
    stage.press(Role::button, "Save");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"name", "note"});
    lock_and_unlock(stage);
    CHECK_FALSE(stage.has(Role::text_box, "Name"));
    CHECK(stage.has(Role::heading, "Mira Holt"));
}

TEST_CASE("forms: of a contact that is being corrected only what was typed is saved after a lock") {
    Stage stage(Stage::With::own_inspection);
    to(stage, "The inspection");
    stage.press(Role::button, "Add a contact");
    stage.type("Name", "Mira Holt");
    stage.type("Role", "Adviser");
    stage.press(Role::button, "Save");
    stage.press(Role::button, "Change: Mira Holt");
    stage.type("Role", "");
    lock_and_unlock(stage);
    CHECK(value_of(stage, "Name") == "Mira Holt");
    CHECK(value_of(stage, "Role").empty());
    stage.take_sent();
    stage.press(Role::button, "Save");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"role"});
}

TEST_CASE("forms: the facts of an inspection that are being corrected are there again after a lock") {
    Stage stage(Stage::With::own_inspection);
    to(stage, "The inspection");
    stage.press(Role::button, "Change these facts");
    stage.type("Last day", "2015-09-23");
    stage.type("Team", "Imre Callow");
    lock_and_unlock(stage);
    CHECK(value_of(stage, "Last day") == "2015-09-23");
    CHECK(value_of(stage, "Team") == "Imre Callow");
    stage.press(Role::button, "Cancel");
    lock_and_unlock(stage);
    CHECK_FALSE(stage.has(Role::text_box, "Last day"));
}

TEST_CASE("forms: a session that is in no plan yet is there again after a lock, whoever goes and whoever is met") {
    Stage stage(Stage::With::own_inspection);
    plan_two_weeks(stage);
    to(stage, "Plan. ");
    stage.press(Role::button, "Add a session");
    stage.press(Role::toggle_button, "Noor Vale");
    stage.type("What it is called", "Virtual head");
    stage.type("From", "17:00");
    lock_and_unlock(stage);
    CHECK(stage.has(Role::heading, "New session"));
    CHECK(value_of(stage, "What it is called") == "Virtual head");
    CHECK(value_of(stage, "From") == "17:00");
    CHECK(stage.node(Role::toggle_button, "Noor Vale").pressed == true);
    stage.take_sent();
    stage.press(Role::button, "Add it to the plan");
    const auto sent = stage.take_sent_of<Edit>();
    CHECK(changes_of<Create>(sent).size() == 1);
    CHECK(changes_of<SetMember>(sent).size() == 2);
}

TEST_CASE("forms: what was changed of a session is there again after a lock, and one that was looked at is not kept") {
    Stage stage(Stage::With::own_inspection);
    plan_two_weeks(stage);
    to(stage, "Plan. ");
    stage.press_with("Mon 14 Sep 2015, 10:30 to 11:30, Lead member");
    const auto looked_at = decode_whereabouts(stage.place_kept()->place);
    REQUIRE(looked_at);
    CHECK(looked_at->forms.empty());
    stage.type("Place", "Town hall");
    lock_and_unlock(stage);
    CHECK(value_of(stage, "Place") == "Town hall");
    stage.take_sent();
    stage.press(Role::button, "Save");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"place"});
}

TEST_CASE("forms: times that are being corrected are there again after a lock, with their pauses") {
    Stage stage(Stage::With::own_inspection);
    hold_a_meeting(stage);
    stage.press(Role::button, "Times and details");
    stage.type("End", "10:40");
    stage.press(Role::button, "Add a pause");
    stage.type("Pause 1 from", "10:10");
    lock_and_unlock(stage);
    CHECK(value_of(stage, "End") == "10:40");
    CHECK(value_of(stage, "Pause 1 from") == "10:10");
    CHECK(value_of(stage, "Pause 1 to").empty());
    stage.type("Pause 1 to", "10:15");
    stage.take_sent();
    stage.press(Role::button, "Save");
    const auto fields = fields_of(stage.take_sent_of<Edit>());
    CHECK(std::ranges::contains(fields, "ended_at"));
    CHECK(std::ranges::any_of(fields, [](const std::string& field) { return field.starts_with("pause "); }));
}

TEST_CASE("forms: a meeting that is not begun yet is there again after a lock, where one begins one") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::toggle_button, "It was earlier");
    stage.type("Start", "08:30");
    stage.type("Place", "Library");
    lock_and_unlock(stage);
    CHECK(stage.has(Role::heading, "Today"));
    stage.press(Role::button, "Start a meeting");
    CHECK(value_of(stage, "Start") == "08:30");
    CHECK(value_of(stage, "Place") == "Library");
    CHECK(stage.node(Role::toggle_button, "It was earlier").pressed == true);
}

TEST_CASE("forms: a conflict of interest that is half typed is there again after a lock") {
    Stage stage(Stage::With::own_inspection);
    to(stage, "Conflicts of interest");
    stage.press(Role::button, "Add a declaration");
    stage.type("What is declared", "Was a governor here.");
    lock_and_unlock(stage);
    CHECK(value_of(stage, "What is declared") == "Was a governor here.");
    CHECK(value_of(stage, "Who declares it") == "Ada Penn");
}

TEST_CASE("forms: to whom something is being passed on is there again after a lock, and today is still today") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "A pupil was left alone.");
    stage.pass(1000);
    stage.press(Role::button, "More marks");
    stage.press(Role::radio, "Safeguarding");
    stage.press_with("Not passed on yet");
    stage.type("To whom", "The designated officer");
    const std::string time = value_of(stage, "Time");
    lock_and_unlock(stage);
    CHECK(value_of(stage, "To whom") == "The designated officer");
    CHECK(value_of(stage, "Time") == time);
}

TEST_CASE("forms: dates, a school and a sample that are not saved are there again after a lock") {
    Stage stage(Stage::With::own_inspection);
    to(stage, "Deadlines");
    stage.type("Report sent for the factual accuracy check", "2015-10-02");
    to(stage, "Schools");
    stage.press(Role::button, "Add a school");
    stage.type("Name", "Ashby");
    lock_and_unlock(stage);
    CHECK(value_of(stage, "Name") == "Ashby");
    stage.type("Type of school", "Community school");
    stage.type("Last judgement", "Good");
    stage.press(Role::button, "Add this school");
    to(stage, "Deadlines");
    CHECK(value_of(stage, "Report sent for the factual accuracy check") == "2015-10-02");
    stage.press(Role::button, "Save these dates");
    to(stage, "Telephone survey");
    stage.press(Role::button, "Sample");
    stage.type("Good or outstanding", "4");
    lock_and_unlock(stage);
    CHECK(value_of(stage, "Good or outstanding") == "4");
    to(stage, "Deadlines");
    CHECK(stage.node(Role::button, "Save these dates").disabled);
}

TEST_CASE("forms: of the first inspection what was typed is there again after a lock, before there is any") {
    Stage stage(Stage::With::nothing);
    stage.press(Role::button, "Create an inspection");
    stage.type("Local authority", "Wexmoor");
    stage.type("Team", "Noor Vale");
    lock_and_unlock(stage);
    stage.press(Role::button, "Create an inspection");
    CHECK(value_of(stage, "Local authority") == "Wexmoor");
    CHECK(value_of(stage, "Team") == "Noor Vale");
}

TEST_CASE(
    "forms: what was typed of one session is there again after a look at another one, and so is one not added yet") {
    Stage stage(Stage::With::own_inspection);
    plan_two_weeks(stage);
    to(stage, "Plan. ");
    stage.press(Role::button, "Add a session");
    stage.type("What it is called", "Virtual head");
    stage.press(Role::button, "Back");
    stage.press_with("Mon 14 Sep 2015, 10:30 to 11:30, Lead member");
    stage.type("Place", "Town hall");
    stage.press(Role::button, "Back");
    stage.press(Role::button, "Add a session");
    CHECK(value_of(stage, "What it is called") == "Virtual head");
    lock_and_unlock(stage);
    CHECK(value_of(stage, "What it is called") == "Virtual head");
    stage.press(Role::button, "Cancel");
    stage.press_with("Mon 14 Sep 2015, 10:30 to 11:30, Lead member");
    CHECK(value_of(stage, "Place") == "Town hall");
    stage.press(Role::button, "Cancel");
    stage.press(Role::button, "Add a session");
    CHECK(value_of(stage, "What it is called").empty());
    stage.press(Role::button, "Back");
    stage.press(Role::button, "Add a session");  // nothing was typed: it is begun anew
    CHECK(value_of(stage, "What it is called").empty());
}

TEST_CASE("forms: while one contact or declaration is being changed no other one can be, and what was typed stays") {
    Stage stage(Stage::With::own_inspection);
    to(stage, "The inspection");
    for (const char* name : {"Mira Holt", "Noor Vale"}) {
        stage.press(Role::button, "Add a contact");
        stage.type("Name", name);
        stage.press(Role::button, "Save");
    }
    stage.press(Role::button, "Change: Mira Holt");
    CHECK_FALSE(stage.has(Role::button, "Change: Noor Vale"));
    stage.press(Role::button, "Cancel");
    CHECK(stage.has(Role::button, "Change: Noor Vale"));
}

TEST_CASE("forms: as soon as another inspection is on the table, what is kept is each one's own") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Start a meeting");
    stage.type("Place", "Library");
    stage.press(Role::button, "More");
    stage.press(Role::button, "Open the sample");
    stage.press(Role::button, "Notebook");
    const auto place = decode_whereabouts(stage.place_kept()->place);
    REQUIRE(place);
    REQUIRE(place->forms.size() == 1);
    CHECK(place->forms.front().inspection != place->inspection);
    lock_and_unlock(stage);
    stage.press(Role::button, "Today");
    stage.press(Role::button, "Start a meeting");
    CHECK(value_of(stage, "Place").empty());
    stage.press(Role::button, "More");
    stage.press_with("Wexmoor, Mon");
    stage.press(Role::button, "Start a meeting");
    CHECK(value_of(stage, "Place") == "Library");
}

TEST_CASE("hand over: a key that was typed in one inspection is not offered in another") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Hand over");
    const std::string label = stage.window.fields.shown().front().label;
    stage.type(label, "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p");
    stage.press(Role::button, "More");
    stage.press(Role::button, "New inspection");
    stage.type("Local authority", "Otherborough");
    stage.type("First day", "2015-10-05");
    stage.type("Last day", "2015-10-09");
    stage.type("Lead inspector", "Ada Penn");
    stage.press(Role::button, "Create the inspection");
    stage.press(Role::button, "Hand over");
    CHECK(value_of(stage, label).empty());
}

TEST_CASE("forms: why something is set aside, and why a follow-up needs no answer, are there again after a lock") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "The grants were cut.");
    stage.pass(1000);
    stage.press(Role::button, "More marks");
    stage.press(Role::toggle_button, "Follow-up");
    to(stage, "Follow-ups");
    stage.press_with("The grants were cut.");
    stage.press(Role::button, "Close it without an answer");
    stage.type("Why it needs no answer", "They ended.");
    lock_and_unlock(stage);
    CHECK(value_of(stage, "Why it needs no answer") == "They ended.");
    to(stage, "Health");
    stage.press_with("Set aside: The grants were cut.");
    stage.type("Why it can stay as it is", "Asked elsewhere.");
    lock_and_unlock(stage);
    CHECK(value_of(stage, "Why it can stay as it is") == "Asked elsewhere.");
}

TEST_CASE("forms: what stands in the forms of one inspection is in no other, and is there when one comes back to it") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Start a meeting");
    stage.type("Place", "Library");
    stage.press(Role::button, "More");
    stage.press(Role::button, "New inspection");
    stage.type("Local authority", "Otherborough");
    stage.press(Role::button, "Back");
    stage.press(Role::button, "Open the sample");
    stage.press(Role::button, "Start a meeting");
    CHECK(value_of(stage, "Place").empty());
    stage.press(Role::button, "More");
    stage.press(Role::button, "New inspection");
    CHECK(value_of(stage, "Local authority") == "Otherborough");
    stage.press(Role::button, "Back");
    stage.press_with("Wexmoor, Mon");
    stage.press(Role::button, "Start a meeting");
    CHECK(value_of(stage, "Place") == "Library");
}

TEST_CASE("forms: of what is kept, that is left out which is about nothing here, or is of a later version") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "More");
    auto place = decode_whereabouts(stage.place_kept()->place);
    REQUIRE(place);
    ItemId nobody;
    nobody.bytes.fill(9);
    place->forms = {{.form = "times", .of = nobody, .fields = {{"end", "10:00"}}},
                    {.form = "passing on", .of = nobody, .fields = {{"to", "x"}}},
                    {.form = "no answer needed", .of = nobody, .fields = {}},
                    {.form = "of next year", .of = nobody, .fields = {{"a", "b"}}},
                    {.form = "meeting", .fields = {{"place", "Library"}, {"school", "no school"}}}};
    for (UnsavedForm& one : place->forms) one.inspection = place->inspection;
    stage.reopen_at(encode(*place));
    stage.press(Role::button, "Today");
    stage.press(Role::button, "Start a meeting");
    CHECK(value_of(stage, "Place") == "Library");
    stage.take_sent();
    stage.press(Role::button, "Start");
    const auto fields = fields_of(stage.take_sent_of<Edit>());
    CHECK(std::ranges::contains(fields, "place"));
    CHECK_FALSE(std::ranges::contains(fields, "school"));
}

TEST_CASE("forms: what is longer than can be kept costs the place nothing") {
    Whereabouts place;
    place.way = {Spot{Place::today}};
    place.forms = {{.form = "contact", .fields = {{"note", std::string(Whereabouts::most_typed + 1, 'a')}}},
                   {.form = "meeting", .fields = {{"place", "Library"}}}};
    const Bytes bytes = encode(place);
    CHECK(bytes.size() <= PlaceBounds::size);
    const auto read = decode_whereabouts(bytes);
    REQUIRE(read);
    REQUIRE(read->forms.size() == 1);
    CHECK(read->forms.front().form == "meeting");
}

}  // namespace daybook::testing
