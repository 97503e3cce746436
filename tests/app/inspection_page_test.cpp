// The inspection's own page: facts, why selected, contacts, and the joining instructions that are saved from it.
#include <doctest/doctest.h>

#include <string>

#include "tests/app/planning.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

void to_inspection(Stage& stage) {
    stage.press(Role::button, "More");
    stage.press_with("The inspection. ");
}

std::string page_saved(const Stage& stage) {
    const auto found = stage.window.saved_files.find("joining-instructions.html");
    REQUIRE(found != stage.window.saved_files.end());
    return {found->second.begin(), found->second.end()};
}

}  // namespace

TEST_CASE("F18, F33: the facts of an inspection are corrected in place, one by one, and taken back with undo") {
    Stage stage(Stage::With::own_inspection);
    to_inspection(stage);
    CHECK(stage.has(Role::heading, "The inspection"));
    CHECK(says(stage, "Mon 14 Sep 2015 to Fri 18 Sep 2015"));
    CHECK(says(stage, "Nobody besides the lead inspector"));
    stage.press(Role::button, "Change these facts");
    stage.take_sent();
    stage.type("Last day", "2015-09-23");
    stage.type("Team", "Imre Callow, Noor Vale");
    stage.press(Role::button, "Save");
    const auto sent = stage.take_sent_of<Edit>();
    CHECK(fields_of(sent) == std::vector<std::string>{"last_day"});
    CHECK(changes_of<SetMember>(sent).size() == 2);
    CHECK(says(stage, "Mon 14 Sep 2015 to Wed 23 Sep 2015"));
    CHECK(says(stage, "Noor Vale"));
    CHECK(stage.app->press_key({.key = U'z', .held = Held::control}));
    stage.settle();
    CHECK(says(stage, "Mon 14 Sep 2015 to Fri 18 Sep 2015"));
    CHECK_FALSE(says(stage, "Noor Vale"));
}

TEST_CASE("F18: facts that cannot be are not kept, and it is said beside the field what is wrong") {
    Stage stage(Stage::With::own_inspection);
    to_inspection(stage);
    stage.press(Role::button, "Change these facts");
    stage.take_sent();
    stage.type("Local authority", " ");
    stage.type("Last day", "2015-09-01");
    stage.press(Role::button, "Save");
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(stage.node(Role::text_box, "Local authority").description.contains("Say which local authority"));
    CHECK(stage.node(Role::text_box, "Last day").description.contains("The last day is before the first."));
    stage.press(Role::button, "Cancel");
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(says(stage, "Mon 14 Sep 2015 to Fri 18 Sep 2015"));
}

TEST_CASE("F14: the page says why the authority was selected, and leads to the checklist where that is said") {
    Stage stage(Stage::With::own_inspection);
    to_inspection(stage);
    stage.press_with("Why selected");
    CHECK(stage.has(Role::heading, "Why selected"));
    stage.press(Role::button, "Back");
    stage.press_with("Plan. ");
    CHECK(stage.has(Role::heading, "Plan"));
    stage.press(Role::button, "Back");
    stage.press_with("Deadlines");
    CHECK(stage.has(Role::heading, "Deadlines"));
}

TEST_CASE("F18: a contact is added, corrected and retired, and one without a name is not kept") {
    Stage stage(Stage::With::own_inspection);
    to_inspection(stage);
    CHECK(says(stage, "There are none yet."));
    stage.press(Role::button, "Add a contact");
    stage.take_sent();
    stage.press(Role::button, "Save");
    CHECK(stage.take_sent_of<Edit>().empty());
    CHECK(stage.node(Role::text_box, "Name").description.contains("Say who it is."));
    stage.type("Name", "Mira Holt");
    stage.type("Role", "Director of children's services");
    stage.press(Role::button, "Save");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"name", "role"});
    CHECK(stage.has(Role::heading, "Mira Holt"));
    stage.press(Role::button, "Change: Mira Holt");
    stage.type("Telephone", "01632 960001");
    stage.press(Role::button, "Save");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"telephone"});
    CHECK(says(stage, "01632 960001"));
    stage.press(Role::button, "Retire: Mira Holt");
    CHECK(says(stage, "Director of children's services · retired"));
    stage.press(Role::button, "Bring back: Mira Holt");
    CHECK_FALSE(says(stage, "· retired"));
}

TEST_CASE("H9: the joining instructions say what they hold before they are saved, and hold it") {
    Stage stage(Stage::With::own_inspection);
    plan_two_weeks(stage);
    to_inspection(stage);
    CHECK(says(stage, "12 sessions, 1 contact, 0 lines to follow up"));
    CHECK(says(stage, "What was said in confidence is never on it"));
    CHECK(stage.window.saved_files.empty());
    stage.press(Role::button, "Save the joining instructions");
    const std::string page = page_saved(stage);
    for (const std::string_view part : {"Wexmoor", "Ada Penn</bdi>, lead inspector", "Mira Holt", "Opening meeting",
                                        "Wednesday 9 September 2015", "by <bdi>Ada Penn</bdi>"})
        CHECK_MESSAGE(page.contains(part), part);
}

TEST_CASE("F18: of an inspection that can only be read the page is saved, and nothing is changed") {
    Stage stage(Stage::With::own_inspection);
    plan_two_weeks(stage);
    stage.reopen([](OpenInspection& one) { one.read_only = "It is read only."; });
    to_inspection(stage);
    CHECK_FALSE(stage.has(Role::button, "Change these facts"));
    CHECK_FALSE(stage.has(Role::button, "Add a contact"));
    stage.press(Role::button, "Save the joining instructions");
    CHECK(page_saved(stage).contains("Mira Holt"));
    stage.press_with("Plan. ");
    CHECK_FALSE(stage.has(Role::button, "Add a session"));
    stage.press_with("Mon 14 Sep 2015, 10:30 to 11:30, Lead member");
    CHECK(says(stage, "Ada Penn with Lead member"));
    CHECK_FALSE(stage.has(Role::button, "Start this now"));
}

}  // namespace daybook::testing
