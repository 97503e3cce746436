#include "tests/app/scenes/steps.h"

#include <vector>

namespace daybook::testing {

void to_place(Stage& stage, std::string_view place) {
    stage.press(Role::button, place);
}

void to_row(Stage& stage, std::string_view row) {
    to_place(stage, "More");
    stage.press_with(row);
}

void to_entry(Stage& stage) {
    to_place(stage, "Notebook");
    stage.press_with("redrawn");
}

void school_list(Stage& stage) {
    to_row(stage, "Schools");
    stage.press(Role::button, "Import a list");
    stage.app->file_chosen(stage.window.files_asked.back(), "wexmoor-schools.csv",
                           as_bytes("URN,EstablishmentName,TypeOfEstablishment (name),PhaseOfEducation (name),"
                                    "OfstedRating (name),EstablishmentStatus (name)\n"
                                    "100001,Ashby Lane Primary School,Community school,Primary,Good,Open\n"
                                    "100002,\"St Brigid’s, Wexmoor\",Academy converter,Secondary,Outstanding,Open\n"
                                    "100003,Côte Hill Infants,Foundation school,Primary,Requires improvement,Open\n"
                                    "100004,Old Mill School,Community school,Primary,Inadequate,Closed\n"
                                    "12,Beech School,Community school,Primary,Good,Open\n"
                                    "100006,Cedar School\n"
                                    "100005,Wexmoor Studio School,Studio schools,Secondary,,Open\n"));
    stage.settle();
}

void schools(Stage& stage) {
    school_list(stage);
    stage.press(Role::button, "Import");
}

void to_meeting(Stage& stage) {
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::button, "Start");
}

void earlier(Stage& stage) {
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::radio, "Telephone call");
    stage.press(Role::toggle_button, "It was earlier");
    stage.type("Start", "11:15");
    stage.type("End", "11:40");
}

void meeting(Stage& stage) {
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::toggle_button, "Chief Executive of the authority");
    stage.press(Role::toggle_button, "Headteacher of the virtual school, or others who answer for it");
    stage.type("Place", "Council offices, room 4");
    stage.press(Role::button, "Start");
    stage.type("What was said", "The virtual head checks attendance every morning and rings the school before ten.");
    stage.pass(180'000);
    stage.press(Role::radio, "Strength");
    stage.press(Role::toggle_button, "Impact over time");
    stage.pass(240'000);
    stage.press(Role::button, "New entry");
    stage.type("What was said",
               "Personal education plans are reviewed each term. Two of the seven that were read had no "
               "targets for mathematics, and nobody could say when they would be added.");
    stage.pass(60'000);
    stage.press(Role::radio, "Weakness");
    stage.press(Role::toggle_button, "Knowing the schools");
    stage.press(Role::toggle_button, "In confidence");
    stage.pass(1000);
}

void say_of(Stage& stage, std::size_t item, std::size_t choice) {
    const SemanticId group = stage.all(Role::radio_group)[item]->id;
    std::vector<const SemanticNode*> offered = stage.all(Role::radio);
    std::erase_if(offered, [&](const SemanticNode* one) { return one->parent != group; });
    stage.press(offered[choice]->id);
}

void read_only(Stage& stage) {
    stage.reopen([](OpenInspection& open) {
        open.read_only = "A later version of Daybook wrote some of this. It is kept as it is and can be handed over.";
    });
}

void photographs(Stage& stage, std::uint32_t count) {
    to_entry(stage);
    for (std::uint32_t number = 1; number <= count; ++number) {
        if (!stage.app->photograph_coming(number)) continue;
        stage.app->photograph_ready(number, "image/jpeg", Bytes(400'000, 7));
        stage.settle();
    }
}

}  // namespace daybook::testing
