// The screens of schools: a list that comes in and is looked at first, groups that are counted and changed, and one
// school by itself.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/notebook/school.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

constexpr std::string_view register_list =
    "URN,EstablishmentName,TypeOfEstablishment (name),PhaseOfEducation (name),OfstedRating (name),EstablishmentStatus "
    "(name)\n"
    "100001,Ashby Lane Primary School,Community school,Primary,Good,Open\n"
    "100002,St Brigid's,Academy converter,Secondary,Outstanding,Open\n"
    "100003,Cote Hill Infants,Foundation school,Primary,Requires improvement,Open\n"
    "100004,Old Mill School,Community school,Primary,Inadequate,Closed\n"
    "12,Beech School,Community school,Primary,Good,Open\n"
    "100006,Cedar School\n"
    "100005,Studio of Wexmoor,Studio schools,Secondary,,Open\n";

void to_schools(Stage& stage) {
    stage.press(Role::button, "More");
    stage.press_with("Schools");
}

void choose(Stage& stage, std::string_view csv, std::string_view name = "schools.csv") {
    stage.press(Role::button, "Import a list");
    REQUIRE_FALSE(stage.window.files_asked.empty());
    stage.app->file_chosen(stage.window.files_asked.back(), name, as_bytes(csv));
    stage.settle();
}

void import(Stage& stage, std::string_view csv = register_list) {
    to_schools(stage);
    choose(stage, csv);
    stage.press(Role::button, "Import");
    stage.take_sent();
}

bool shows(const Stage& stage, std::string_view words) {
    return std::ranges::any_of(stage.window.mirrored.nodes(),
                               [&](const SemanticNode& one) { return one.name.contains(words); });
}

std::size_t rows(const Stage& stage) {
    return static_cast<std::size_t>(
        std::ranges::count_if(stage.all(Role::list_item), [](const SemanticNode* one) { return one->set_size > 0; }));
}

bool is_on(const Stage& stage, std::string_view part) {
    const auto chips = stage.all(Role::toggle_button);
    const auto found =
        std::ranges::find_if(chips, [&](const SemanticNode* one) { return one->name.starts_with(part); });
    REQUIRE(found != chips.end());
    return (*found)->pressed == true;
}

void press_chip(Stage& stage, std::string_view part) {
    const auto chips = stage.all(Role::toggle_button);
    const auto found =
        std::ranges::find_if(chips, [&](const SemanticNode* one) { return one->name.starts_with(part); });
    REQUIRE(found != chips.end());
    stage.press((*found)->id);
}

bool undo(Stage& stage, Held held = Held::control) {
    const bool taken = stage.app->press_key({.key = U'z', .held = held});
    stage.settle();
    return taken;
}

}  // namespace

TEST_CASE("schools: where there are none it is said what a list must have, and the platform's picker is opened") {
    Stage stage(Stage::With::own_inspection);
    to_schools(stage);
    CHECK(stage.has(Role::heading, "Schools"));
    CHECK(shows(stage, "There are no schools here yet."));
    CHECK(shows(stage, "URN and EstablishmentName are needed"));
    stage.press(Role::button, "Import a list");
    CHECK(stage.window.files_asked.size() == 1);
    CHECK(stage.window.files_offered.starts_with(".csv,text/csv,"));
}

TEST_CASE("schools: a list is looked at before anything is written, with each line that was left out") {
    Stage stage(Stage::With::own_inspection);
    to_schools(stage);
    stage.take_sent();
    choose(stage, register_list, "wexmoor.csv");
    CHECK(stage.has(Role::heading, "Import a list"));
    CHECK(shows(stage, "wexmoor.csv"));
    CHECK(shows(stage, "4 schools: 4 new, 0 changed, 0 as before."));
    CHECK(shows(stage, "2 lines could not be read"));
    CHECK(shows(stage, "Line 6: “12” is not a URN, which is a number of 5 or 6 digits."));
    CHECK(shows(stage, "Line 7: the number of its columns is 2, and that of the first line 6."));
    CHECK(shows(stage, "Line 5: Old Mill School (Closed)"));
    CHECK(stage.take_sent_of<Edit>().empty());
    stage.press(Role::button, "Cancel");
    CHECK(shows(stage, "There are no schools here yet."));
    CHECK(stage.take_sent_of<Edit>().empty());
}

TEST_CASE(
    "schools: a list is imported by one edit, the same list again changes nothing, and undo takes all of it back") {
    Stage stage(Stage::With::own_inspection);
    to_schools(stage);
    choose(stage, register_list);
    stage.take_sent();
    stage.press(Role::button, "Import");
    const auto edits = stage.take_sent_of<Edit>();
    REQUIRE(edits.size() == 1);
    CHECK(changes_of<Create>(edits).size() == 4);
    CHECK(shows(stage, "Imported. 4 schools: 4 new, 0 changed, 0 as before."));
    CHECK(rows(stage) == 4);
    choose(stage, register_list);
    CHECK(shows(stage, "4 schools: 0 new, 0 changed, 4 as before."));
    CHECK(stage.node(Role::button, "Import").disabled);
    stage.press(Role::button, "Cancel");
    CHECK(undo(stage));
    CHECK(changes_of<Retire>(stage.take_sent_of<Edit>()).size() == 4);
    CHECK(shows(stage, "0 schools"));
    CHECK(undo(stage, Held::control_shift));
    CHECK(shows(stage, "4 schools"));
}

TEST_CASE("schools: what was imported is taken back where it is told, and the list brings it back if that is said") {
    Stage stage(Stage::With::own_inspection);
    to_schools(stage);
    choose(stage, register_list);
    stage.press(Role::button, "Import");
    stage.press(Role::button, "Undo");
    CHECK_FALSE(shows(stage, "Imported."));
    choose(stage, register_list);
    CHECK(shows(stage, "4 schools in the list were retired in this notebook."));
    CHECK(stage.node(Role::button, "Import").disabled);
    stage.press(Role::radio, "Bring them back");
    stage.press(Role::button, "Import");
    CHECK(changes_of<Retire>(stage.take_sent_of<Edit>()).size() == 8);  // four retired by undo, and brought back
    CHECK(shows(stage, "4 schools"));
}

TEST_CASE("schools: a newer list is told by what it changes, and by what is not in it") {
    Stage stage(Stage::With::own_inspection);
    import(stage);
    choose(stage,
           "URN,EstablishmentName,OfstedRating (name),EstablishmentStatus (name)\n100001,Ashby Lane Primary "
           "School,Outstanding,Open\n100003,Cote Hill Infants,,Closed\n");
    CHECK(shows(stage, "1 school: 0 new, 1 changed, 0 as before."));
    CHECK(shows(stage, "2 schools of this notebook are not in the list, and stay"));
    CHECK(shows(stage, "1 school of this notebook is closed by the list, and stays"));
    stage.press(Role::button, "Import");
    const auto fields = changes_of<SetField>(stage.take_sent_of<Edit>());
    REQUIRE(fields.size() == 1);
    CHECK(fields[0].value == Value(std::string("Outstanding")));
    CHECK(rows(stage) == 4);
}

TEST_CASE("schools: a file that is no list is refused in plain words, and the next one is taken") {
    Stage stage(Stage::With::own_inspection);
    to_schools(stage);
    choose(stage, "Name,Number\nAshby,100001\n");
    CHECK(stage.has(Role::heading, "Schools"));
    CHECK(shows(stage, "no column “URN”"));
    choose(stage, std::string_view("PK\x03\x04\0\0", 6));
    CHECK(shows(stage, "The file is no text"));
    stage.press(Role::button, "Import a list");
    stage.app->file_failed(stage.window.files_asked.back(), FileFault::too_large);
    stage.settle();
    CHECK(shows(stage, "The file is larger than 16 MB"));
    choose(stage, register_list);
    CHECK(shows(stage, "4 schools: 4 new"));
}

TEST_CASE("schools: a file that was asked for before a lock is taken by nobody") {
    Stage stage(Stage::With::own_inspection);
    to_schools(stage);
    stage.press(Role::button, "Import a list");
    const std::uint32_t number = stage.window.files_asked.back();
    stage.reopen([](OpenInspection&) {});
    stage.app->file_chosen(number, "schools.csv", as_bytes(register_list));
    stage.settle();
    CHECK_FALSE(stage.has(Role::heading, "Import a list"));
}

TEST_CASE("schools: where the platform has no picker a file is dropped, on this page and on no other") {
    Stage stage(Stage::With::own_inspection);
    stage.window.has_picker = false;
    stage.app->file_chosen(0, "schools.csv", as_bytes(register_list));
    stage.settle();
    CHECK(shows(stage, "Open Schools, which is under More, and drop the list there."));
    CHECK_FALSE(stage.has(Role::heading, "Import a list"));
    to_schools(stage);
    stage.press(Role::button, "Import a list");
    CHECK(shows(stage, "Drop the file on this page."));
    stage.app->file_chosen(0, "schools.csv", as_bytes(register_list));
    stage.settle();
    CHECK(shows(stage, "4 schools: 4 new"));
}

TEST_CASE("schools: where nothing can be written none is imported, typed in or changed") {
    Stage stage(Stage::With::own_inspection);
    import(stage);
    stage.reopen([](OpenInspection& open) { open.read_only = "A later version of Daybook wrote this."; });
    to_schools(stage);
    CHECK_FALSE(stage.has(Role::button, "Import a list"));
    CHECK_FALSE(stage.has(Role::button, "Add a school"));
    stage.app->file_chosen(0, "schools.csv", as_bytes(register_list));
    stage.settle();
    CHECK_FALSE(stage.has(Role::heading, "Import a list"));
    stage.press_with("St Brigid");
    CHECK(shows(stage, "Academy converter"));
    CHECK(shows(stage, "Good or outstanding; Academies"));
    CHECK(stage.all(Role::text_box).empty());
    CHECK_FALSE(stage.has(Role::button, "Retire this school"));
}

TEST_CASE("H21, F26: schools are counted in each group of the survey, and a group is shown alone") {
    Stage stage(Stage::With::own_inspection);
    import(stage);
    CHECK(stage.has(Role::toggle_button, "Good or outstanding: 2"));
    CHECK(stage.has(Role::toggle_button, "Not yet good: 1"));
    CHECK(stage.has(Role::toggle_button, "Academies: 2"));
    CHECK(stage.has(Role::toggle_button, "In no group: 0"));
    press_chip(stage, "Academies");
    CHECK(rows(stage) == 2);
    CHECK(shows(stage, "2 of 4 are shown."));
    press_chip(stage, "Not yet good");
    CHECK(rows(stage) == 1);
    press_chip(stage, "Not yet good");
    CHECK(rows(stage) == 4);
}

TEST_CASE("schools: they are found by name or number, and by their names in go-to") {
    Stage stage(Stage::With::own_inspection);
    import(stage);
    stage.type("Find a school by name or URN", "côte");
    CHECK(rows(stage) == 1);
    stage.type("Find a school by name or URN", "100005");
    CHECK(rows(stage) == 1);
    CHECK(shows(stage, "Studio of Wexmoor"));
    static_cast<void>(stage.app->press_key({.key = U'k', .held = Held::control}));
    stage.settle();
    CHECK_FALSE(shows(stage, "Cote Hill Infants"));  // before anything is typed, schools would be all there is
    stage.type("A place, an entry, or something to do", "cote hill");
    stage.press_with("Cote Hill Infants");
    CHECK(stage.has(Role::heading, "Cote Hill Infants"));
}

TEST_CASE("F26: the groups of a school are changed by hand, taken back, and undone") {
    Stage stage(Stage::With::own_inspection);
    import(stage);
    stage.press_with("St Brigid");
    CHECK(is_on(stage, "Academies"));
    CHECK(shows(stage, "They follow from type and last judgement."));
    press_chip(stage, "Academies");
    CHECK_FALSE(is_on(stage, "Academies"));
    CHECK(is_on(stage, "Good or outstanding"));
    CHECK(shows(stage, "Changed by hand. By type and last judgement: Good or outstanding; Academies."));
    stage.press(Role::button, "As type and judgement say");
    CHECK(is_on(stage, "Academies"));
    CHECK(undo(stage));
    CHECK_FALSE(is_on(stage, "Academies"));
    CHECK(undo(stage));
    CHECK(is_on(stage, "Academies"));
    CHECK(shows(stage, "They follow from type and last judgement."));
}

TEST_CASE("schools: a fact is corrected by a press, and what is no change cannot be saved") {
    Stage stage(Stage::With::own_inspection);
    import(stage);
    stage.press_with("Studio of Wexmoor");
    CHECK(shows(stage, "URN 100005"));
    CHECK_FALSE(stage.has(Role::text_box, "URN"));
    CHECK(stage.node(Role::button, "Save these changes").disabled);
    stage.type("Last judgement", "Good ");
    CHECK(stage.take_sent_of<Edit>().empty());
    stage.press(Role::button, "Save these changes");
    const auto fields = changes_of<SetField>(stage.take_sent_of<Edit>());
    REQUIRE(fields.size() == 1);
    CHECK(fields[0].field == words::school_rating);
    CHECK(fields[0].value == Value(std::string("Good")));
    CHECK(is_on(stage, "Good or outstanding"));
    stage.type("Name", " ");
    stage.press(Role::button, "Save these changes");
    CHECK(shows(stage, "Say what the school is called."));
    CHECK(stage.take_sent_of<Edit>().empty());
}

TEST_CASE("schools: one that is typed in with its URN has the id that a list gives it, and none is there twice") {
    Stage stage(Stage::With::own_inspection);
    to_schools(stage);
    stage.press(Role::button, "Add a school");
    stage.type("Name", "Ashby");
    stage.type("URN", "1");
    stage.press(Role::button, "Add this school");
    CHECK(shows(stage, "A URN is a number of 5 or 6 digits."));
    stage.type("URN", "100001");
    stage.take_sent();
    stage.press(Role::button, "Add this school");
    const auto edits = stage.take_sent_of<Edit>();
    REQUIRE(changes_of<Create>(edits).size() == 1);
    CHECK(changes_of<Create>(edits)[0].item == school_id(edits[0].inspection, "100001"));
    CHECK(rows(stage) == 1);
    stage.press(Role::button, "Add a school");
    stage.type("Name", "Another");
    stage.type("URN", "100001");
    stage.press(Role::button, "Add this school");
    CHECK(shows(stage, "Another school has this URN already."));
    stage.type("URN", "");
    stage.press(Role::button, "Add this school");
    CHECK(rows(stage) == 2);
    stage.press(Role::button, "Add a school");
    const auto& fields = stage.window.fields.shown();
    REQUIRE_FALSE(fields.empty());
    CHECK(fields.front().label == "Name");
    CHECK(fields.front().value.empty());
}

TEST_CASE("schools: what was typed of a school and not saved is there again after a look at another one") {
    Stage stage(Stage::With::own_inspection);
    import(stage);
    stage.press_with("Ashby");
    stage.type("Phase", "Infant");
    stage.press(Role::button, "Back");
    stage.press_with("St Brigid");
    CHECK(stage.node(Role::button, "Save these changes").disabled);
    stage.press(Role::button, "Back");
    stage.press_with("Ashby");
    CHECK_FALSE(stage.node(Role::button, "Save these changes").disabled);
    stage.press(Role::button, "Save these changes");
    CHECK(changes_of<SetField>(stage.take_sent_of<Edit>()).size() == 1);
}

TEST_CASE("schools: one that is retired counts in no group, comes last, and is brought back") {
    Stage stage(Stage::With::own_inspection);
    import(stage);
    stage.press_with("Ashby");
    stage.press(Role::button, "Retire this school");
    CHECK(shows(stage, "This school is retired."));
    stage.press(Role::button, "Back");
    CHECK(stage.has(Role::toggle_button, "Good or outstanding: 1"));
    CHECK(button_with(stage, "Ashby").contains("Retired"));
    const auto buttons = stage.all(Role::button);
    const auto place_of = [&](std::string_view part) {
        return std::ranges::find_if(buttons, [&](const SemanticNode* one) { return one->name.contains(part); });
    };
    CHECK(place_of("Ashby") > place_of("Studio of Wexmoor"));
    CHECK(place_of("Ashby") < buttons.end());
    stage.press_with("Ashby");
    stage.press(Role::button, "Bring it back");
    CHECK_FALSE(shows(stage, "This school is retired."));
}

TEST_CASE("schools: of five hundred only those near the view are laid out") {
    Stage stage(Stage::With::own_inspection);
    std::string many = "URN,EstablishmentName\n";
    for (int n = 0; n < 500; ++n) many += std::to_string(100'000 + n) + ",School " + std::to_string(n) + "\n";
    to_schools(stage);
    choose(stage, many);
    stage.press(Role::button, "Import");
    CHECK(shows(stage, "500 schools"));
    CHECK(rows(stage) < 100);
    CHECK(rows(stage) > 3);
}

TEST_CASE("schools: one comes back to the school at which one was") {
    Stage stage(Stage::With::own_inspection);
    import(stage);
    stage.press_with("St Brigid");
    const auto place = stage.place_kept();
    REQUIRE(place);
    stage.reopen_at(place->place);
    CHECK(stage.has(Role::heading, "St Brigid's"));
}

}  // namespace daybook::testing
