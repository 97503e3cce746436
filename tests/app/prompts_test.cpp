// What can be asked, offered while one writes: it begins a paragraph, where the caret is.
#include "app/screens/entry_prompts.h"

#include <doctest/doctest.h>

#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

std::string words_of(const Stage& stage) {
    for (const auto& field : stage.window.fields.shown()) {
        if (field.label == "What was said") return field.value;
    }
    FAIL("no words are shown");
    return {};
}

void open_prompts(Stage& stage) {
    start_meeting(stage);
    CHECK(stage.node(Role::button, "Prompts").expanded == false);
    stage.press(Role::button, "Prompts");
    CHECK(stage.node(Role::button, "Prompts").expanded == true);
}

struct Asked {
    std::string question;  ///< part of it
    std::string begins;    ///< the paragraph that it begins
};

/// In an activity of this kind each of them is offered, and a press on it begins its paragraph.
void check_prompts(const std::string& kind, const std::vector<Asked>& all) {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::radio, kind);
    stage.press(Role::button, "Start");
    stage.press(Role::button, "Prompts");
    std::string words;
    for (const Asked& one : all) {
        CAPTURE(one.question);
        stage.press_with(one.question);
        words += (words.empty() ? "" : "\n") + one.begins + ": ";
        CHECK(words_of(stage) == words);
        words += "So.";
        stage.type("What was said", words);
    }
    stage.take_sent();
    stage.pass(1000);
    stage.press(Role::button, "Notebook");
    CHECK(button_with(stage, all.front().begins).contains(all.front().begins + ": So."));
}

}  // namespace

TEST_CASE("H22, F28: the analysis of the first week asks what comes again in what schools said, in areas and answers") {
    check_prompts("Analysis of first-week evidence",
                  {{"where schools speak of the support: what is strong, what is weak", "What schools said"},
                   {"areas for improvement come again in the inspections", "To improve"},
                   {"in the answers of the survey", "Answers of the survey"}});
}

TEST_CASE("H30-H31: the analysis of data asks of the authority's assessment, its self-evaluation, another measure") {
    check_prompts("Analysis of data", {{"own assessment of how schools do right", "Their view of schools"},
                                       {"Is its self-evaluation sound", "Self-evaluation"},
                                       {"Which other measure says the same", "More than one measure"}});
}

TEST_CASE(
    "H27, F45: feedback at the end of the day asks which emerging findings were shared, and for the main points") {
    check_prompts("Feedback at the end of the day", {{"Which emerging findings were shared", "Emerging findings"},
                                                     {"main points of the talk", "Main points"}});
}

TEST_CASE("H35, F38: a meeting with the DCS asks for what emerges, what is offered, how it is weighed, and concerns") {
    check_prompts("Keep-in-touch meeting with the DCS",
                  {{"What is emerging, and what further evidence is offered", "Emerging issues"},
                   {"how evidence is weighed, and how findings come about", "How evidence is weighed"},
                   {"What concerns are raised, about the inspection or an inspector", "Concerns raised"},
                   {"a serious concern that the DCS has to be told of", "Serious concerns"}});
}

TEST_CASE("H56-H58, H63, F32: a meeting can ask of academies, where the authority may not intervene, and of concerns") {
    for (const std::string kind : {"Meeting", "Visit", "Contextual briefing"}) {
        CAPTURE(kind);
        check_prompts(
            kind, {{"Having no power to intervene in academies", "Working with academies"},
                   {"did it go to the DfE, through the Regional Schools Commissioner", "Concerns about academies"}});
    }
}

TEST_CASE(
    "prompts: one is asked by a press, which begins a paragraph with what it is about, and the caret stands there") {
    Stage stage(Stage::With::own_inspection);
    open_prompts(stage);
    stage.press_with("How good are decisions");
    CHECK(words_of(stage) == "Decisions: ");
    const SemanticId field = stage.node(Role::text_box, "What was said").id;
    CHECK(stage.window.fields.focused() == field);
    CHECK(stage.window.fields.caret(field) == CaretPlace{.start = 11, .end = 11});
    stage.type("What was said", "Decisions: made with the schools.");
    stage.press_with("How committed are members");
    CHECK(words_of(stage) == "Decisions: made with the schools.\nCommitment: ");
}

TEST_CASE("prompts: what one begins is kept like every word that is typed") {
    Stage stage(Stage::With::own_inspection);
    open_prompts(stage);
    stage.press_with("How good are decisions");
    stage.take_sent();
    stage.pass(1000);
    stage.press(Role::button, "Notebook");
    CHECK(button_with(stage, "Decisions:").contains("Decisions:"));
}

TEST_CASE("prompts: they are those of the kind of activity") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::radio, "Telephone survey call");
    stage.press(Role::button, "Start");
    stage.press(Role::button, "Prompts");
    CHECK(stage.has(Role::list, "An academy"));
    CHECK_FALSE(stage.has(Role::list, "Use of resources"));
}

TEST_CASE("prompts: where the pack has none for the activity nothing is offered") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Start a meeting");
    stage.press(Role::radio, "Preparation");
    stage.press(Role::button, "Start");
    CHECK_FALSE(stage.has(Role::button, "Prompts"));
}

TEST_CASE("prompts: a paragraph is begun below the one in which the caret stands, or in it if it is blank") {
    const auto begun = [](std::string_view words, std::size_t caret) {
        const ParagraphBegun one = begin_paragraph(words, caret, "P: ");
        return std::string(words).insert(one.at, one.text);
    };
    CHECK(begun("", 0) == "P: ");
    CHECK(begun("One.", 0) == "One.\nP: ");
    CHECK(begun("One.", 4) == "One.\nP: ");
    CHECK(begun("One.\n", 5) == "One.\nP: ");
    CHECK(begun("One.\n", 2) == "One.\nP: \n");
    CHECK(begun("One.\n\nTwo.", 5) == "One.\nP: \nTwo.");
    CHECK(begun("One.\n  \nTwo.", 6) == "One.\n  P: \nTwo.");
    CHECK(begun("One.\nTwo.", 7) == "One.\nTwo.\nP: ");
    CHECK(begun("One.", 400) == "One.\nP: ");
}

}  // namespace daybook::testing
