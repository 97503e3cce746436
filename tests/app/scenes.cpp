#include "tests/app/scenes.h"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "tests/app/planning.h"
#include "tests/app/pseudo.h"

namespace daybook::testing {
namespace {

using With = Stage::With;

constexpr DeviceFacts usual_tab{.cached = Known::yes,
                                .installed = Known::no,
                                .persistent = Known::no,
                                .authenticator = Known::yes,
                                .used_bytes = 41'000'000,
                                .quota_bytes = 2'000'000'000};
constexpr DeviceFacts worst_tab{.cached = Known::no,
                                .installed = Known::no,
                                .persistent = Known::no,
                                .cleared_when_unused = true,
                                .update_ready = true,
                                .authenticator = Known::yes,
                                .used_bytes = 960'000'000,
                                .quota_bytes = 1'000'000'000};

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

/// A line on the sheet that is open: points in shares of what takes ink, each a hundredth of a second after the other.
void draw(Stage& stage, const std::vector<std::pair<float, float>>& line) {
    REQUIRE(stage.window.paper);
    const Box& paper = *stage.window.paper;
    double ms = 0;
    PenPhase phase = PenPhase::down;
    for (const auto& [x, y] : line) {
        const float pressure = 0.45F + 0.25F * static_cast<float>(std::sin(ms / 60));
        const std::array points{PenPoint{paper.x + x * paper.width, paper.y + y * paper.height, pressure, ms}};
        stage.app->pen(points, phase, PenEnd::tip);
        phase = PenPhase::move;
        ms += 10;
    }
    stage.app->pen({}, PenPhase::up, PenEnd::tip);
    stage.settle();
}

std::vector<std::pair<float, float>> ring(float x, float y, float radius) {
    std::vector<std::pair<float, float>> points;
    for (int step = 0; step <= 40; ++step) {
        const float angle = static_cast<float>(step) * 0.165F;
        points.emplace_back(x + radius * std::cos(angle), y + 1.4F * radius * std::sin(angle));
    }
    return points;
}

/// Who sat where: a table, and places around it.
void seating(Stage& stage) {
    stage.press(Role::button, "Add a drawing");
    draw(stage, {{0.3F, 0.3F}, {0.5F, 0.29F}, {0.7F, 0.3F}, {0.71F, 0.45F}, {0.7F, 0.6F}});
    draw(stage, {{0.7F, 0.6F}, {0.5F, 0.61F}, {0.3F, 0.6F}, {0.29F, 0.45F}, {0.3F, 0.3F}});
    for (const float x : {0.38F, 0.5F, 0.62F}) {
        draw(stage, ring(x, 0.2F, 0.03F));
        draw(stage, ring(x, 0.7F, 0.03F));
    }
    std::vector<std::pair<float, float>> writing;
    for (int step = 0; step < 120; ++step) {
        const float along = static_cast<float>(step) / 120;
        writing.emplace_back(0.36F + 0.28F * along, 0.45F + 0.03F * std::sin(along * 60) * (1 - 0.4F * along));
    }
    draw(stage, writing);
    stage.type("What it shows, in words", "Who sat where at the opening meeting");
    stage.pass(1000);
}

/// A list that was chosen, with two lines that cannot be read.
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

/// Says of a school of the list that is open which inspection it has.
void inspected(Stage& stage, std::string_view school, std::string_view kind) {
    stage.press_with(school);
    stage.press(Role::toggle_button, kind);
    stage.press(Role::button, "Back");
}

/// A maintained school and an academy under inspection, and one whose inspection is excluded.
void week_one(Stage& stage) {
    schools(stage);
    inspected(stage, "Ashby Lane", "Section 5: the school's inspection is due");
    inspected(stage, "St Brigid",
              "Section 8: short inspection of a good school, or of an outstanding one that is not exempt");
    inspected(stage, "Côte Hill", "Section 8: unannounced, about behaviour");
}

void talk_with_head(Stage& stage) {
    week_one(stage);
    to_row(stage, "Evidence forms");
    stage.press_with("Ashby Lane");
    stage.press(Role::radio, "Held");
    stage.press(Role::radio, "Face to face");
    stage.press(Role::toggle_button, "Headteacher of a school inspected or telephoned in the first week");
    stage.type("How well does the authority know where this school is strong and weak, and how its pupils do?",
               "The adviser came twice last year and had read the results. She had not seen that reading fell "
               "among the youngest.");
    stage.pass(1000);
    stage.type("What is done to support and to challenge the school, and does it fit what the school needs?",
               "A teacher from a partner school comes each Thursday.");
    stage.pass(1000);
}

void evidence_forms(Stage& stage) {
    talk_with_head(stage);
    stage.press_with("LA representative");
    stage.press(Role::radio, "Unavailable");
    stage.type("What was done to hold it", "Rang on Monday and on Tuesday, and left word both times.");
    stage.pass(1000);
    stage.press(Role::button, "Back");
}

void to_new_inspection(Stage& stage) {
    stage.press(Role::button, "Create an inspection");
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

/// Presses what is offered for an item of the checklist that is open: both by their number, from 0.
void say_of(Stage& stage, std::size_t item, std::size_t choice) {
    const SemanticId group = stage.all(Role::radio_group)[item]->id;
    std::vector<const SemanticNode*> offered = stage.all(Role::radio);
    std::erase_if(offered, [&](const SemanticNode* one) { return one->parent != group; });
    stage.press(offered[choice]->id);
}

/// A call that goes on, one that was not answered and one to be made again.
void survey_call(Stage& stage) {
    schools(stage);
    to_row(stage, "Telephone survey");
    stage.press_with("Wexmoor Studio");
    stage.press(Role::radio, "No answer");
    stage.press(Role::button, "Back");
    stage.press_with("Côte Hill");
    stage.press(Role::radio, "Call back");
    stage.press(Role::button, "Back");
    stage.press_with("St Brigid");
    stage.press(Role::button, "Start the call");
    stage.pass(4 * 60'000);
    say_of(stage, 0, 0);
    say_of(stage, 1, 0);
    say_of(stage, 2, 2);
    say_of(stage, 3, 1);
    stage.type("In words: What the help is", "Two of its teachers coach in three primary schools.");
    stage.pass(1000);
}

/// The final team meeting, with the Regional Director still to be told.
void meeting_record(Stage& stage) {
    stage.press(Role::button, "Start a meeting");
    if (stage.has(Role::button, "Other kinds")) stage.press(Role::button, "Other kinds");
    stage.press(Role::radio, "Final team meeting");
    stage.press(Role::button, "Start");
    stage.type("What was said", "The team went through the nine aspects one after the other.");
    stage.pass(1000);
    stage.press_with("To be recorded");
    say_of(stage, 0, 1);
    say_of(stage, 1, 0);
    say_of(stage, 2, 1);
    stage.type("In words: For the feedback", "Reading in the first years; the coast; how governors are trained.");
    stage.pass(1000);
}

void purposes(Stage& stage) {
    to_row(stage, "Checklists");
    stage.press_with("Notification call: its purposes");
    for (const std::size_t item : {0U, 1U, 2U, 6U}) say_of(stage, item, 0);
    say_of(stage, 4, 1);
    say_of(stage, 5, 2);
    say_of(stage, 6, 0);  // again: taken back
}

void documents(Stage& stage) {
    to_row(stage, "Checklists");
    stage.press_with("Documents requested");
    for (const std::size_t item : {0U, 2U, 3U, 4U}) say_of(stage, item, 0);
    say_of(stage, 0, 2);
    say_of(stage, 2, 1);
    say_of(stage, 5, 3);
    stage.press_with("Add a note");
    stage.type("Note", "The plan has no date. Page 4 names two partners that page 9 does not.");
    stage.pass(1000);
    stage.press(Role::button, "Back");
    stage.press_with("Documents requested");
}

void search(Stage& stage, std::string_view complaint) {
    to_place(stage, "Find");
    stage.type("Words to find", "band");
    const auto asked = stage.take_sent_of<Search>().back();
    stage.say(SearchResults{asked.number, {}, std::string(complaint)});
}

void find(Stage& stage) {
    to_place(stage, "Find");
    stage.type("Words to find", "band");
    const ItemId entry = stage.engine.entry_with("redrawn");
    const auto asked = stage.take_sent_of<Search>().back();
    const std::string excerpt =
        "The grouping of schools into four \x02"
        "bands\x03 was explained from a chart that "
        "was redrawn in July. Two of the three officers described the third \x02"
        "band\x03 differently.";
    stage.say(SearchResults{asked.number, {{stage.engine.inspection_of(entry), entry, excerpt}}, ""});
}

bool has_words(const SemanticNode& node, std::string_view words) {
    return node.name.contains(words) || node.name.contains(accented(words));
}

/// One of the sheet of filters, by what it is called: how many it would leave stands behind that.
void press_value(Stage& stage, std::string_view value) {
    for (const SemanticNode* one : stage.all(Role::toggle_button)) {
        if (has_words(*one, value) && one->name.contains(": ")) return stage.press(one->id);
    }
    FAIL("no value is called " << value);
}

/// What was strong in meetings, on the sheet on which that is chosen.
void filters(Stage& stage) {
    to_place(stage, "Find");
    stage.press(Role::button, "Filters");
    press_value(stage, "Strength");
    press_value(stage, "Meeting");
}

/// Other buttons show more values; this one stands beneath them all.
void show_what_is_left(Stage& stage) {
    SemanticId last = 0;
    for (const SemanticNode* one : stage.all(Role::button)) {
        if (has_words(*one, "Show ")) last = one->id;
    }
    stage.press(last);
}

void saved_view(Stage& stage) {
    filters(stage);
    show_what_is_left(stage);
    stage.press(Role::button, "Save this view");
    stage.type("Name of the view", "Strengths for the letter");
    stage.press(Role::button, "Save");
}

void hand_over_ready(Stage& stage) {
    const std::string key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    to_place(stage, "Hand over");
    stage.type("Lead\u2019s key", key);
    stage.type("Office\u2019s recovery key", key);
    stage.press(Role::button, "Add these keys");
    stage.press(Role::button, "Prepare the bundle");
}

void read_only(Stage& stage) {
    stage.reopen([](OpenInspection& open) {
        open.read_only = "A later version of Daybook wrote some of this. It is kept as it is and can be handed over.";
    });
}

/// An entry with as many photographs.
void photographs(Stage& stage, std::uint32_t count) {
    to_entry(stage);
    for (std::uint32_t number = 1; number <= count; ++number) {
        if (!stage.app->photograph_coming(number)) continue;
        stage.app->photograph_ready(number, "image/jpeg", Bytes(400'000, 7));
        stage.settle();
    }
}

/// A paragraph that is a weakness, and chosen words that are in confidence.
void passages(Stage& stage) {
    to_meeting(stage);
    stage.type("What was said",
               "Two of the seven plans that were read had no targets for mathematics.\n"
               "The virtual head said that she is leaving at Christmas. Nobody else knows.");
    stage.pass(1000);
    stage.put_caret("What was said", "Two of");
    stage.press(Role::radio, "Paragraph");
    stage.press(Role::radio, "Weakness");
    stage.press(Role::toggle_button, "Knowing the schools");
    stage.choose("What was said", "she is leaving at Christmas");
    stage.press(Role::toggle_button, "In confidence");
    stage.pass(1000);
}

/// Another device has written the same entry.
void edited_apart(Stage& stage) {
    const ItemId entry = stage.engine.entry_with("redrawn");
    const std::string words = "The chart was redrawn by hand, on the wall of the meeting room.";
    Revision other;
    other.inspection = stage.engine.inspection_of(entry);
    other.device.bytes[0] = 2;
    other.seq = 1;
    other.stamp = {stage.now.at.unix_ms + 100'000, 0, other.device};
    other.author = "Imre Callow";
    other.written_at = stage.now;
    other.change = Splice{entry, "words", {}, 0, 0, words};
    stage.heard.insert(stage.heard.end(), {words, other.author});
    stage.say(Appended{0, other.inspection, {encode(other)}});
    stage.settle();
}

/// A meeting with a pause, a call within it that was typed in, and a meeting after a gap.
void a_morning(Stage& stage) {
    to_meeting(stage);
    stage.pass(20 * 60'000);
    stage.press(Role::button, "Pause the timer");
    stage.pass(15 * 60'000);
    stage.press(Role::button, "Resume the timer");
    stage.pass(50 * 60'000);
    stage.press(Role::button, "Stop the meeting");
    stage.pass(45 * 60'000);
    to_place(stage, "Today");
    to_meeting(stage);
    stage.pass(30 * 60'000);
    stage.press(Role::button, "Stop the meeting");
    to_place(stage, "Today");
    earlier(stage);
    stage.press(Role::button, "Record it");
}

/// Words that were changed twice, ten minutes apart, marks, and what a colleague wrote.
void changed_entry(Stage& stage) {
    to_meeting(stage);
    stage.type("What was said",
               "The virtual head checks attendance every morning and rings the school before ten.\n"
               "Personal education plans are reviewed each term, and each of the seven that were read had targets.");
    stage.pass(1000);
    stage.press(Role::radio, "Strength");
    stage.press(Role::toggle_button, "Impact over time");
    stage.pass(10 * 60'000);
    stage.type("What was said",
               "The virtual head checks attendance every morning and rings the school before ten.\n"
               "Personal education plans are reviewed each term. Two of the seven that were read had no targets for "
               "mathematics.");
    stage.pass(1000);
    stage.press(Role::radio, "Weakness");
    stage.press(Role::toggle_button, "In confidence");
    stage.pass(25 * 60'000);
    stage.type("What was said",
               "The virtual head checks attendance every morning.\n"
               "Personal education plans are reviewed each term. Two of the seven that were read had no targets for "
               "mathematics.");
    stage.pass(1000);
}

void to_past(Stage& stage, const std::string& clock) {
    to_row(stage, "As it stood");
    stage.type("Day", "2015-09-14");
    stage.type("Time", clock);
    stage.press(Role::button, "Show");
}

/// An entry with everything that one can say beyond its words.
void flags(Stage& stage) {
    meeting(stage);
    stage.press(Role::toggle_button, "In confidence");
    stage.press(Role::button, "More marks");
    stage.press(Role::toggle_button, "Follow-up");
    stage.press(Role::toggle_button, "Emerging finding");
    stage.press(Role::radio, "Safeguarding");
    stage.type("Impact", "Pupils in two schools miss mathematics.");
    stage.pass(1000);
    stage.leave_field();
    stage.settle();
}

void follow_up(Stage& stage) {
    flags(stage);
    stage.press_with("Open, nobody");
    stage.press(Role::toggle_button, "Ada Penn");
}

void passed_on(Stage& stage) {
    flags(stage);
    stage.press_with("Not passed on yet");
    stage.type("To whom", "The designated officer of the authority");
    stage.press(Role::button, "Record that it was passed on: Safeguarding");
}

void declaration(Stage& stage) {
    to_row(stage, "Conflicts of interest");
    stage.press(Role::button, "Add a declaration");
    stage.type("What is declared", "Taught at a school in the area until 2012, and knows its headteacher.");
    stage.press(Role::button, "Save");
}

std::vector<Scene> before_the_notebook() {
    return {
        {"welcome", With::nothing, [](Stage&) {}},
        {"new-inspection", With::nothing, to_new_inspection},
        {"new-inspection-errors", With::nothing,
         [](Stage& stage) {
             to_new_inspection(stage);
             stage.press(Role::button, "Create the inspection");
         }},
        {"new-inspection-wrong-days", With::nothing,
         [](Stage& stage) {
             to_new_inspection(stage);
             stage.type("Local authority", "Wexmoor");
             stage.type("First day", "14 September");
             stage.press(Role::button, "Create the inspection");
         }},
        {"first-start", With::nothing, [](Stage& stage) { stage.say(Status{EngineState::first_start, ""}); }},
        {"first-start-complaint", With::nothing,
         [](Stage& stage) {
             stage.say(Status{EngineState::first_start, ""});
             stage.settle();
             stage.press(Role::button, "Begin");
         }},
        {"unlock", With::nothing,
         [](Stage& stage) {
             stage.say(Status{EngineState::locked, ""});
             stage.settle();
             stage.say(Refused{0, 0, "That passcode does not open this notebook."});
         }},
        {"unusable", With::nothing,
         [](Stage& stage) { stage.say(Status{EngineState::unusable, "The notebook is damaged."}); }},
    };
}

std::vector<Scene> at_work() {
    return {
        {"today-empty", With::own_inspection, [](Stage&) {}},
        {"today", With::sample, [](Stage&) {}},
        {"today-update", With::own_inspection,
         [](Stage& stage) {
             DeviceFacts facts = usual_tab;
             facts.update_ready = true;
             stage.app->learn(facts);
         }},
        {"today-worst", With::own_inspection, [](Stage& stage) { stage.app->learn(worst_tab); }},
        {"start-meeting", With::sample,
         [](Stage& stage) {
             stage.press(Role::button, "Start a meeting");
             stage.press(Role::toggle_button, "Chief Executive of the authority");
         }},
        {"meeting-begun", With::sample, to_meeting},
        {"meeting", With::sample, meeting},
        {"meeting-paused", With::sample,
         [](Stage& stage) {
             meeting(stage);
             stage.press(Role::button, "Pause the timer");
             stage.pass(20 * 60'000);
         }},
        {"start-meeting-earlier", With::own_inspection,
         [](Stage& stage) {
             stage.pass(120 * 60'000);
             earlier(stage);
         }},
        {"meeting-people", With::sample,
         [](Stage& stage) {
             to_meeting(stage);
             stage.press(Role::button, "Who is here");
         }},
        {"drawing-begun", With::sample,
         [](Stage& stage) {
             meeting(stage);
             stage.press(Role::button, "Add a drawing");
         }},
        {"drawing", With::sample,
         [](Stage& stage) {
             meeting(stage);
             seating(stage);
         }},
        {"drawing-retired", With::sample,
         [](Stage& stage) {
             meeting(stage);
             seating(stage);
             stage.press(Role::button, "Retire this drawing");
         }},
        {"meeting-drawing", With::sample,
         [](Stage& stage) {
             meeting(stage);
             seating(stage);
             stage.press(Role::button, "Back");
         }},
        {"meeting-prompts", With::sample,
         [](Stage& stage) {
             meeting(stage);
             stage.press(Role::button, "Prompts");
         }},
        {"today-come-back", With::sample,
         [](Stage& stage) {
             meeting(stage);
             stage.press(Role::toggle_button, "Come back to this");
             stage.press(Role::button, "Today");
         }},
        {"meeting-not-saved", With::sample,
         [](Stage& stage) {
             meeting(stage);
             stage.say(
                 Failed{"There is no room left on this device.", "Your words are kept in memory and are tried again."});
         }},
        {"today-running", With::sample,
         [](Stage& stage) {
             meeting(stage);
             to_place(stage, "Today");
         }},
        {"notebook-empty", With::own_inspection, [](Stage& stage) { to_place(stage, "Notebook"); }},
        {"notebook", With::sample, [](Stage& stage) { to_place(stage, "Notebook"); }},
        {"entry", With::sample, to_entry},
        {"entry-retired", With::sample,
         [](Stage& stage) {
             to_entry(stage);
             stage.press(Role::button, "Retire this entry");
         }},
        {"entry-photograph-coming", With::sample,
         [](Stage& stage) {
             photographs(stage, 2);
             static_cast<void>(stage.app->photograph_coming(3));
         }},
        {"photograph", With::sample,
         [](Stage& stage) {
             photographs(stage, 3);
             stage.press_with("Photograph 2 of 3");
             stage.press(Role::button, "Closer");
             stage.type("What the photograph shows", "The chart as it was in May");
             stage.pass(1000);
         }},
        {"photograph-retired", With::sample,
         [](Stage& stage) {
             photographs(stage, 1);
             stage.press_with("Photograph, ");
             stage.press(Role::button, "Retire this photograph");
         }},
        {"photograph-damaged", With::sample,
         [](Stage& stage) {
             stage.engine.file_complaint = "This attachment is damaged, in both copies.";
             photographs(stage, 1);
             stage.press_with("Photograph, ");
         }},
        {"photograph-refused", With::sample,
         [](Stage& stage) {
             photographs(stage, 0);
             stage.app->photograph_failed(1, PhotographFault::too_large, 108);
         }},
        {"entry-edited-apart", With::sample,
         [](Stage& stage) {
             edited_apart(stage);
             to_entry(stage);
         }},
        {"entry-passages", With::own_inspection, passages},
        {"entry-passages-read", With::own_inspection,
         [](Stage& stage) {
             passages(stage);
             read_only(stage);
             to_place(stage, "Notebook");
             stage.press_with("Two of the seven");
         }},
        {"history", With::own_inspection,
         [](Stage& stage) {
             changed_entry(stage);
             stage.press(Role::button, "History of this entry");
         }},
        {"history-open", With::own_inspection,
         [](Stage& stage) {
             changed_entry(stage);
             stage.press(Role::button, "History of this entry");
             stage.press_with("3 changes one by one");
         }},
        {"history-brought-back", With::own_inspection,
         [](Stage& stage) {
             changed_entry(stage);
             stage.press(Role::button, "History of this entry");
             stage.press_with("Bring these words back");
         }},
        {"history-edited-apart", With::sample,
         [](Stage& stage) {
             edited_apart(stage);
             to_entry(stage);
             stage.press(Role::button, "History of this entry");
         }},
        {"past-begun", With::own_inspection, [](Stage& stage) { to_row(stage, "As it stood"); }},
        {"past", With::own_inspection,
         [](Stage& stage) {
             changed_entry(stage);
             to_past(stage, "10:05");
         }},
        {"past-errors", With::own_inspection, [](Stage& stage) { to_past(stage, "half past ten"); }},
        {"past-entry", With::own_inspection,
         [](Stage& stage) {
             changed_entry(stage);
             to_past(stage, "10:05");
             stage.press_with("The virtual head");
         }},
        {"read-only-history", With::own_inspection,
         [](Stage& stage) {
             changed_entry(stage);
             read_only(stage);
             to_place(stage, "Notebook");
             stage.press_with("The virtual head");
             stage.press(Role::button, "History of this entry");
         }},
        {"read-only-today", With::sample, read_only},
        {"read-only-entry", With::sample,
         [](Stage& stage) {
             read_only(stage);
             to_entry(stage);
         }},
        {"read-only-more", With::sample,
         [](Stage& stage) {
             read_only(stage);
             to_place(stage, "More");
         }},
    };
}

std::vector<Scene> around_the_work() {
    return {
        {"find-nothing-asked", With::sample, [](Stage& stage) { to_place(stage, "Find"); }},
        {"find", With::sample, find},
        {"find-nothing", With::sample, [](Stage& stage) { search(stage, ""); }},
        {"find-filters", With::sample, filters},
        {"find-filtered", With::sample,
         [](Stage& stage) {
             filters(stage);
             show_what_is_left(stage);
         }},
        {"find-nothing-left", With::sample,
         [](Stage& stage) {
             filters(stage);
             press_value(stage, "In confidence");
             show_what_is_left(stage);
         }},
        {"find-view-name", With::sample,
         [](Stage& stage) {
             filters(stage);
             show_what_is_left(stage);
             stage.press(Role::button, "Save this view");
             stage.press(Role::button, "Save");
         }},
        {"find-view", With::sample, saved_view},
        {"find-views", With::sample,
         [](Stage& stage) {
             saved_view(stage);
             stage.press(Role::button, "Clear all");
         }},
        {"find-view-deleted", With::sample,
         [](Stage& stage) {
             saved_view(stage);
             stage.press(Role::button, "Delete");
         }},
        {"start-meeting-school", With::own_inspection,
         [](Stage& stage) {
             schools(stage);
             to_place(stage, "Today");
             stage.press(Role::button, "Start a meeting");
             stage.type("School", "wex");
         }},
        {"meeting-school", With::own_inspection,
         [](Stage& stage) {
             schools(stage);
             to_place(stage, "Today");
             stage.press(Role::button, "Start a meeting");
             stage.type("School", "brigid");
             stage.press_with("St Brigid");
             stage.press(Role::button, "Start");
         }},
        {"times-school", With::own_inspection,
         [](Stage& stage) {
             schools(stage);
             to_place(stage, "Today");
             stage.press(Role::button, "Start a meeting");
             stage.type("School", "brigid");
             stage.press_with("St Brigid");
             stage.press(Role::button, "Start");
             to_place(stage, "Notebook");
             stage.press(Role::button, "Times and details");
         }},
        {"find-complaint", With::sample, [](Stage& stage) { search(stage, "The search could not be made."); }},
        {"hand-over", With::own_inspection, [](Stage& stage) { to_place(stage, "Hand over"); }},
        {"hand-over-ready", With::sample, hand_over_ready},
        {"hand-over-saved", With::sample,
         [](Stage& stage) {
             hand_over_ready(stage);
             stage.press(Role::button, "Save file");
         }},
        {"hand-over-part", With::sample,
         [](Stage& stage) {
             photographs(stage, 2);
             hand_over_ready(stage);
             Exported exported{.inspection = stage.engine.inspection_of(stage.engine.entry_with("redrawn")),
                               .file_name = "daybook-01020304-01000000-002.age",
                               .file = Bytes(41'300, 7)};
             exported.entries = 9;
             exported.attachments = 1;
             exported.attachments_left_out = 1;
             exported.parts = 2;
             stage.say(exported);
         }},
        {"more", With::sample, [](Stage& stage) { to_place(stage, "More"); }},
        {"more-worst", With::own_inspection,
         [](Stage& stage) {
             stage.app->learn(worst_tab);
             to_place(stage, "More");
         }},
        {"readiness", With::sample,
         [](Stage& stage) {
             stage.app->learn(usual_tab);
             to_row(stage, "Before you leave");
         }},
        {"readiness-one-copy", With::sample,
         [](Stage& stage) {
             stage.reopen_on_one_copy();
             stage.app->learn(usual_tab);
             to_row(stage, "Before you leave");
         }},
        {"meeting-one-copy", With::sample,
         [](Stage& stage) {
             stage.reopen_on_one_copy();
             meeting(stage);
         }},
        {"health", With::sample, [](Stage& stage) { to_row(stage, "Health"); }},
        {"health-set-aside", With::sample,
         [](Stage& stage) {
             to_row(stage, "Health");
             stage.press(Role::button,
                         "Set aside: How available funding brings improvement, and reaches those who need it most");
             stage.type("Why it can stay as it is", "Week 2 looks at the budget on Wednesday.");
         }},
        {"framework", With::sample, [](Stage& stage) { to_row(stage, "What the framework asks"); }},
        {"framework-letter", With::sample,
         [](Stage& stage) {
             to_row(stage, "What the framework asks");
             stage.press(Role::radio, "Letter");
         }},
        {"entry-flags", With::own_inspection, flags},
        {"entry-flags-set", With::own_inspection,
         [](Stage& stage) {
             flags(stage);
             stage.press(Role::button, "More marks");
         }},
        {"read-only-flags", With::own_inspection,
         [](Stage& stage) {
             flags(stage);
             read_only(stage);
             to_place(stage, "Notebook");
             stage.press_with("Personal education plans");
         }},
        {"follow-ups", With::own_inspection,
         [](Stage& stage) {
             follow_up(stage);
             to_row(stage, "Follow-ups");
         }},
        {"follow-ups-empty", With::own_inspection, [](Stage& stage) { to_row(stage, "Follow-ups"); }},
        {"follow-up", With::own_inspection, follow_up},
        {"follow-up-choosing", With::own_inspection,
         [](Stage& stage) {
             follow_up(stage);
             stage.press(Role::button, "Choose an entry");
         }},
        {"follow-up-answered", With::own_inspection,
         [](Stage& stage) {
             follow_up(stage);
             stage.press(Role::button, "Choose an entry");
             stage.press_with("The virtual head checks");
         }},
        {"follow-up-closing", With::own_inspection,
         [](Stage& stage) {
             follow_up(stage);
             stage.press(Role::button, "Close it without an answer");
             stage.press(Role::button, "Close it");
         }},
        {"duties", With::own_inspection,
         [](Stage& stage) {
             flags(stage);
             to_row(stage, "To be passed on");
         }},
        {"duties-passed-on", With::own_inspection,
         [](Stage& stage) {
             passed_on(stage);
             to_row(stage, "To be passed on");
         }},
        {"duty", With::own_inspection,
         [](Stage& stage) {
             flags(stage);
             stage.press_with("Not passed on yet");
             stage.press(Role::button, "Record that it was passed on: Safeguarding");
         }},
        {"duty-passed-on", With::own_inspection, passed_on},
        {"today-flags", With::own_inspection,
         [](Stage& stage) {
             flags(stage);
             to_place(stage, "Today");
         }},
        {"declarations", With::own_inspection, declaration},
        {"declarations-adding", With::own_inspection,
         [](Stage& stage) {
             declaration(stage);
             stage.press(Role::button, "Add a declaration");
         }},
        {"inspection", With::own_inspection,
         [](Stage& stage) {
             plan_two_weeks(stage);
             to_row(stage, "The inspection");
         }},
        {"inspection-changing", With::own_inspection,
         [](Stage& stage) {
             to_row(stage, "The inspection");
             stage.press(Role::button, "Change these facts");
             stage.type("Last day", "2015-09-01");
             stage.press(Role::button, "Save");
             stage.press(Role::button, "Add a contact");
         }},
        {"plan-empty", With::own_inspection, [](Stage& stage) { to_row(stage, "Plan"); }},
        {"plan", With::own_inspection,
         [](Stage& stage) {
             plan_two_weeks(stage);
             to_row(stage, "Plan");
         }},
        {"plan-picture", With::own_inspection,
         [](Stage& stage) {
             plan_two_weeks(stage);
             to_row(stage, "Plan");
             for (const SemanticNode* one : stage.all(Role::button)) {
                 if (one->name.contains("16:00")) return stage.app->focus(one->id);
             }
         }},
        {"planned", With::own_inspection,
         [](Stage& stage) {
             plan_two_weeks(stage);
             to_row(stage, "Plan");
             stage.press_with("Lead member");
         }},
        {"planned-errors", With::own_inspection,
         [](Stage& stage) {
             to_row(stage, "Plan");
             stage.press(Role::button, "Add a session");
             stage.type("To", "08:00");
             stage.press(Role::button, "Add it to the plan");
         }},
        {"today-next", With::own_inspection,
         [](Stage& stage) {
             plan_two_weeks(stage);
             to_place(stage, "Today");
         }},
        {"deadlines", With::own_inspection, [](Stage& stage) { to_row(stage, "Deadlines"); }},
        {"time-spent", With::own_inspection,
         [](Stage& stage) {
             a_morning(stage);
             to_row(stage, "Time spent");
         }},
        {"time-spent-sample", With::sample, [](Stage& stage) { to_row(stage, "Time spent"); }},
        {"time-spent-empty", With::own_inspection, [](Stage& stage) { to_row(stage, "Time spent"); }},
        {"times", With::own_inspection,
         [](Stage& stage) {
             a_morning(stage);
             to_row(stage, "Time spent");
             stage.press_with("1 h 10 min");
         }},
        {"times-errors", With::own_inspection,
         [](Stage& stage) {
             a_morning(stage);
             to_row(stage, "Time spent");
             stage.press_with("1 h 10 min");
             stage.type("End", "23:59");
             stage.press(Role::button, "Add a pause");
             stage.press(Role::button, "Save");
         }},
        {"checklists", With::sample, [](Stage& stage) { to_row(stage, "Checklists"); }},
        {"checklist", With::sample, purposes},
        {"checklist-documents", With::sample, documents},
        {"checklist-note", With::sample,
         [](Stage& stage) {
             documents(stage);
             stage.press_with("Change the note");
         }},
        {"read-only-checklist", With::sample,
         [](Stage& stage) {
             documents(stage);
             read_only(stage);
             to_row(stage, "Checklists");
             stage.press_with("Documents requested");
         }},
        {"schools-empty", With::own_inspection, [](Stage& stage) { to_row(stage, "Schools"); }},
        {"schools-import", With::own_inspection, school_list},
        {"schools", With::own_inspection, schools},
        {"school", With::own_inspection,
         [](Stage& stage) {
             schools(stage);
             stage.press_with("St Brigid");
         }},
        {"evidence-forms-empty", With::own_inspection, [](Stage& stage) { to_row(stage, "Evidence forms"); }},
        {"evidence-forms", With::own_inspection, evidence_forms},
        {"evidence-form", With::own_inspection, talk_with_head},
        {"evidence-form-unavailable", With::own_inspection,
         [](Stage& stage) {
             evidence_forms(stage);
             stage.press_with("Ashby Lane");
             stage.press_with("LA representative");
         }},
        {"read-only-evidence-form", With::own_inspection,
         [](Stage& stage) {
             evidence_forms(stage);
             read_only(stage);
             to_row(stage, "Evidence forms");
             stage.press_with("Ashby Lane");
         }},
        {"school-inspected", With::own_inspection,
         [](Stage& stage) {
             evidence_forms(stage);
             to_row(stage, "Schools");
             stage.press_with("Ashby Lane");
         }},
        {"survey-empty", With::own_inspection, [](Stage& stage) { to_row(stage, "Telephone survey"); }},
        {"survey", With::own_inspection,
         [](Stage& stage) {
             survey_call(stage);
             stage.press(Role::button, "Back");
         }},
        {"survey-call", With::own_inspection, survey_call},
        {"survey-call-back", With::own_inspection,
         [](Stage& stage) {
             survey_call(stage);
             stage.press(Role::button, "Back");
             stage.press_with("Côte Hill");
             stage.type("Or at", "half past two");
             stage.press(Role::button, "Set this time");
         }},
        {"survey-sample", With::own_inspection,
         [](Stage& stage) {
             survey_call(stage);
             stage.press(Role::button, "Back");
             stage.press(Role::button, "Sample");
             stage.type("Good or outstanding", "2");
             stage.type("Academies", "many");
             stage.press(Role::button, "Draw the sample");
             stage.type("Academies", "1");
             stage.press(Role::button, "Draw the sample");
         }},
        {"meeting-record", With::own_inspection, meeting_record},
        {"read-only-meeting-record", With::own_inspection,
         [](Stage& stage) {
             meeting_record(stage);
             read_only(stage);
             stage.press(Role::button, "Notebook");
             stage.press(Role::button, "Times and details");
             stage.press_with("To be recorded");
         }},
        {"meeting-with-record", With::own_inspection,
         [](Stage& stage) {
             meeting_record(stage);
             stage.press(Role::button, "Back");
         }},
        {"survey-answers", With::own_inspection,
         [](Stage& stage) {
             survey_call(stage);
             stage.press(Role::button, "Back");
             stage.press(Role::button, "Answers so far");
         }},
        {"readiness-all-wrong", With::own_inspection,
         [](Stage& stage) {
             stage.app->learn(worst_tab);
             stage.engine.storage_complaint = "What was read back is not what was written.";
             to_row(stage, "Before you leave");
         }},
        {"passcode", With::sample, [](Stage& stage) { to_row(stage, "Change the passcode"); }},
        {"passcode-errors", With::sample,
         [](Stage& stage) {
             to_row(stage, "Change the passcode");
             stage.type("New passcode again", "something");
             stage.press(Role::button, "Change it");
         }},
        {"locking", With::sample,
         [](Stage& stage) {
             stage.app->learn(usual_tab);
             to_row(stage, "Locking");
         }},
        {"go-to", With::sample,
         [](Stage& stage) {
             meeting(stage);
             static_cast<void>(stage.app->press_key({.key = U'k', .held = Held::control}));
             stage.settle();
         }},
        {"go-to-words", With::sample,
         [](Stage& stage) {
             static_cast<void>(stage.app->press_key({.key = U'k', .held = Held::control}));
             stage.settle();
             stage.type("A place, an entry, or something to do", "school");
         }},
        {"covered", With::sample,
         [](Stage& stage) {
             meeting(stage);
             stage.press(Role::button, "Cover the words");
         }},
        {"text-size", With::sample, [](Stage& stage) { to_row(stage, "Text size"); }},
        {"shortcuts", With::sample, [](Stage& stage) { to_row(stage, "Keyboard shortcuts"); }},
        {"erase", With::sample, [](Stage& stage) { to_row(stage, "Erase"); }},
        {"erase-handed-over", With::sample,
         [](Stage& stage) {
             hand_over_ready(stage);
             to_row(stage, "Erase");
         }},
    };
}

}  // namespace

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all = [] {
        std::vector<Scene> joined = before_the_notebook();
        for (const auto& more : {at_work(), around_the_work()}) joined.insert(joined.end(), more.begin(), more.end());
        return joined;
    }();
    return all;
}

}  // namespace daybook::testing
