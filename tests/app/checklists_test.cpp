// The checklists: what is said of an item with one tap, its note, and what a document's reading goes on to.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/notebook/check.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

void to_list(Stage& stage, std::string_view list) {
    stage.press(Role::button, "More");
    stage.press_with("Checklists");
    stage.press_with(list);
}

const SemanticNode* with_id(const Stage& stage, SemanticId id) {
    const auto& nodes = stage.window.mirrored.nodes();
    const auto found = std::ranges::find(nodes, id, &SemanticNode::id);
    return found == nodes.end() ? nullptr : &*found;
}

bool is_within(const Stage& stage, const SemanticNode& node, SemanticId outer) {
    for (const SemanticNode* one = &node; one != nullptr && one->parent != 0; one = with_id(stage, one->parent)) {
        if (one->parent == outer) return true;
    }
    return false;
}

/// What is offered for an item, of this role, in its order.
std::vector<const SemanticNode*> of_item(const Stage& stage, std::string_view item, Role role) {
    const SemanticId outer = stage.node(Role::list_item, item).id;
    std::vector<const SemanticNode*> all = stage.all(role);
    std::erase_if(all, [&](const SemanticNode* one) { return !is_within(stage, *one, outer); });
    return all;
}

std::vector<std::string> offered(const Stage& stage, std::string_view item) {
    std::vector<std::string> names;
    for (const SemanticNode* one : of_item(stage, item, Role::radio)) names.push_back(one->name);
    return names;
}

void choose(Stage& stage, std::string_view item, std::string_view state) {
    for (const SemanticNode* one : of_item(stage, item, Role::radio)) {
        if (one->name == state) return stage.press(one->id);
    }
    FAIL("nothing of this name is offered: " << state);
}

/// What is chosen; nothing if nothing is.
std::string chosen(const Stage& stage, std::string_view item) {
    std::string name;
    for (const SemanticNode* one : of_item(stage, item, Role::radio)) {
        if (one->pressed == true) name += one->name;
    }
    return name;
}

bool item_says(const Stage& stage, std::string_view item, std::string_view words) {
    return std::ranges::any_of(of_item(stage, item, Role::paragraph),
                               [&](const SemanticNode* one) { return one->name.contains(words); });
}

const std::string visit = "The quality assurance visit was explained: what it is for, and how it is likely to go";
const std::string data = "The authority's data on how schools do, and what it makes of them";
const std::string complaints = "What to do about a complaint";

/// As a colleague's device says it.
void say_from_elsewhere(Stage& stage, const std::vector<Change>& changes) {
    const InspectionId inspection = stage.engine.revisions().begin()->first;
    std::uint64_t seq = 0;
    for (const Change& change : changes) {
        Revision other;
        other.inspection = inspection;
        other.device.bytes[0] = 2;
        other.seq = ++seq;
        other.stamp = {stage.now.at.unix_ms - 1000 + static_cast<std::int64_t>(seq), 0, other.device};
        other.author = "Imre Callow";
        other.written_at = stage.now;
        other.change = change;
        stage.say(Appended{0, inspection, {encode(other)}});
    }
    stage.settle();
}

}  // namespace

TEST_CASE("H15: each of the call's eight purposes can be done, not done or not applicable, with one tap") {
    Stage stage(Stage::With::own_inspection);
    to_list(stage, "Notification call: its purposes");
    CHECK(stage.has(Role::heading, "Notification call: its purposes"));
    const auto items = stage.all(Role::radio_group);
    REQUIRE(items.size() == 8);
    CHECK(says(stage, "8 items, not begun"));
    std::vector<std::string> names;
    for (const SemanticNode* one : items) names.push_back(one->name);
    for (const std::string& name : names) {
        CHECK(offered(stage, name) == std::vector<std::string>{"Done", "Not done", "Not applicable"});
        CHECK(chosen(stage, name).empty());
        CHECK(item_says(stage, name, "H15"));
        CHECK(item_says(stage, name, "Nothing said yet"));
    }
    stage.take_sent();
    choose(stage, names[0], "Done");
    CHECK(fields_of(stage.take_sent_of<Edit>()) == std::vector<std::string>{"list", "item", "state"});
    CHECK(chosen(stage, names[0]) == "Done");
    CHECK(item_says(stage, names[0], "Ada Penn, Mon 14 Sep 2015, 10:00"));
    choose(stage, names[1], "Not applicable");
    choose(stage, names[2], "Not done");
    CHECK(says(stage, "1 of 8 done, 1 not done, 1 not applicable"));
    choose(stage, names[2], "Done");
    CHECK(chosen(stage, names[2]) == "Done");
    stage.press(Role::button, "Back");
    CHECK(button_with(stage, "its purposes").contains("2 of 8 done, 1 not applicable"));
}

TEST_CASE("checklists: tapping the chosen one again takes it back, and it is said who did") {
    Stage stage(Stage::With::own_inspection);
    to_list(stage, "Before leaving");
    choose(stage, complaints, "Done");
    stage.pass(120'000);
    stage.take_sent();
    choose(stage, complaints, "Done");
    const auto fields = changes_of<SetField>(stage.take_sent_of<Edit>());
    REQUIRE(fields.size() == 1);
    CHECK(fields[0].value == Value(std::string()));
    CHECK(chosen(stage, complaints).empty());
    CHECK(item_says(stage, complaints, "Taken back by Ada Penn, Mon 14 Sep 2015, 10:02"));
    CHECK(says(stage, "6 items, not begun"));
}

TEST_CASE("H43, F48: before leaving there are six things, and the list is complete once each is settled") {
    Stage stage(Stage::With::own_inspection);
    to_list(stage, "Before leaving");
    std::vector<std::string> names;
    for (const SemanticNode* one : stage.all(Role::radio_group)) names.push_back(one->name);
    REQUIRE(names.size() == 6);
    for (const std::string& name : names) choose(stage, name, "Done");
    CHECK(says(stage, "6 of 6 done"));
    stage.press(Role::button, "Back");
    CHECK(button_with(stage, "Before leaving").contains("Complete"));
    stage.press(Role::button, "Back");
    CHECK(button_with(stage, "Checklists").contains("1 of 12 lists complete"));
}

TEST_CASE("H48: what is noted of an item is sent within a second, and stands there as words afterwards") {
    Stage stage(Stage::With::own_inspection);
    to_list(stage, "before and after");
    CHECK_FALSE(stage.has(Role::text_box, "Note"));
    stage.press(Role::button, "Add a note: " + visit);
    REQUIRE(stage.has(Role::text_box, "Note"));
    CHECK(stage.window.fields.focused() == stage.node(Role::text_box, "Note").id);
    stage.take_sent();
    stage.type("Note", "To the deputy, at ten.");
    CHECK(stage.take_sent_of<EditText>().empty());
    stage.pass(1000);
    const auto sent = stage.take_sent();
    REQUIRE(sent.size() == 2);
    CHECK(std::get<Create>(std::get<Edit>(sent[0]).changes.front()).kind == "check");
    CHECK(std::get<EditText>(sent[1]).splice.field == "note");
    CHECK(std::get<EditText>(sent[1]).splice.inserted == "To the deputy, at ten.");
    stage.type("Note", "To the deputy, at ten past ten.");
    stage.leave_field();
    stage.settle();
    CHECK(stage.take_sent_of<EditText>().size() == 1);  // at once
    CHECK(stage.has(Role::text_box, "Note"));           // nothing moves under a finger
    stage.press(Role::button, "Back");
    stage.press_with("before and after");
    CHECK_FALSE(stage.has(Role::text_box, "Note"));
    CHECK(item_says(stage, visit, "To the deputy, at ten past ten."));
    CHECK(item_says(stage, visit, "Ada Penn"));
    CHECK(stage.has(Role::button, "Change the note: " + visit));
    CHECK(chosen(stage, visit).empty());
    CHECK(says(stage, "8 items, not begun"));
}

TEST_CASE("F46: before anything is noted of the call, it is said that what the visitor is told is not written here") {
    Stage stage(Stage::With::own_inspection);
    to_list(stage, "Notification call: its purposes");
    CHECK_FALSE(says(stage, "(F46)"));
    stage.press(Role::button, "Back");
    stage.press_with("before and after");
    CHECK(says(stage, "What the authority tells the quality assurance visitor is for that visitor alone (F46)"));
    CHECK(says(stage, "it is not written here"));
    // Nobody can be recorded as having been met by the visitor: it is no role, and nothing asks for it.
    stage.press(Role::button, "Back");
    stage.press(Role::button, "Back");
    stage.press(Role::button, "Today");
    stage.press(Role::button, "Start a meeting");
    for (const Role role : {Role::toggle_button, Role::radio}) {
        CHECK_FALSE(says(stage, role, "visitor"));
        CHECK_FALSE(says(stage, role, "uality assurance"));
    }
}

TEST_CASE("checklists: two notes can be open at once, and words that are on their way are not lost by leaving") {
    Stage stage(Stage::With::own_inspection);
    to_list(stage, "Before leaving");
    stage.press(Role::button, "Add a note: " + complaints);
    stage.type("Note", "They know the form.");
    stage.press(Role::button, "Back");
    stage.press_with("Before leaving");
    CHECK(item_says(stage, complaints, "They know the form."));
    stage.press(Role::button, "Change the note: " + complaints);
    stage.press(Role::button, "Add a note: How the report comes to be published");
    CHECK(stage.all(Role::text_box).size() == 2);
    CHECK(stage.window.fields.shown().size() == 2);
}

TEST_CASE("H16: a document is asked for, received and read, and it is seen by whom and when") {
    Stage stage(Stage::With::own_inspection);
    to_list(stage, "Documents requested");
    CHECK(stage.all(Role::radio_group).size() == 9);
    CHECK(offered(stage, data) == std::vector<std::string>{"Asked for", "Received", "Read", "Not available"});
    for (const char* state : {"Asked for", "Received", "Read"}) {
        stage.pass(60'000);
        choose(stage, data, state);
        CHECK(chosen(stage, data) == state);
    }
    CHECK(item_says(stage, data, "Ada Penn, Mon 14 Sep 2015, 10:03"));
    choose(stage, "Who works on school improvement, with roles and duties", "Received");
    CHECK(says(stage, "1 of 9 read, 1 received"));
}

TEST_CASE("H16, H27: an entry about a document begins with its name and its note, in an activity of its own") {
    Stage stage(Stage::With::own_inspection);
    to_list(stage, "Documents requested");
    stage.press(Role::button, "Add a note: " + data);
    stage.type("Note", "Page 4 has no pupil numbers.");
    stage.take_sent();
    stage.press(Role::button, "Start an entry about this document: " + data);
    const std::string words = data + "\nPage 4 has no pupil numbers.\n";
    const SemanticNode& field = stage.node(Role::text_box, "What was said");
    CHECK(stage.window.fields.focused() == field.id);
    const auto& shown = stage.window.fields.shown();
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].value == words);
    const auto sent = stage.take_sent();
    std::vector<Edit> edits;
    std::vector<std::string> texts;
    for (const Command& command : sent) {
        if (const auto* edit = std::get_if<Edit>(&command)) edits.push_back(*edit);
        if (const auto* text = std::get_if<EditText>(&command)) texts.push_back(text->splice.inserted);
    }
    CHECK(std::ranges::any_of(changes_of<SetField>(edits), [](const SetField& one) {
        return one.field == words::kind && one.value == Value(std::string("document-scrutiny"));
    }));
    CHECK(std::ranges::contains(texts, words));
    CHECK(std::ranges::contains(texts, std::string("Page 4 has no pupil numbers.")));
    stage.press(Role::button, "Back");
    CHECK(stage.has(Role::heading, "Documents requested"));
    // While that activity runs, what is read next goes there as well.
    stage.take_sent();
    stage.press(Role::button,
                "Start an entry about this document: Strategies for better governance of maintained schools");
    const auto next = changes_of<Create>(stage.take_sent_of<Edit>());
    REQUIRE(next.size() == 1);
    CHECK(next[0].kind == words::entry);
}

TEST_CASE("H2, F12, F14: eight reasons to select an authority apply or do not, and another is said in words") {
    Stage stage(Stage::With::own_inspection);
    to_list(stage, "Why selected");
    CHECK(stage.all(Role::radio_group).size() == 9);
    const std::string another = "Another reason, which the note says in words";
    CHECK(offered(stage, another) == std::vector<std::string>{"Applies", "Does not apply"});
    choose(stage, another, "Applies");
    choose(stage, "The Secretary of State has asked for the inspection", "Does not apply");
    stage.press(Role::button, "Add a note: " + another);
    stage.type("Note", "Two schools were left without a governing body.");
    stage.pass(1000);
    CHECK(says(stage, "1 of 9 applies, 1 does not apply"));
    CHECK(item_says(stage, another, "F12, F14, H2"));
}

TEST_CASE("checklists: undo takes back what was said last, and redo says it again") {
    Stage stage(Stage::With::own_inspection);
    to_list(stage, "Before leaving");
    choose(stage, complaints, "Not done");
    choose(stage, complaints, "Done");
    const auto key = [&](Held held) {
        const bool taken = stage.app->press_key({.key = U'z', .held = held});
        stage.settle();
        return taken;
    };
    CHECK(key(Held::control));
    CHECK(chosen(stage, complaints) == "Not done");
    CHECK(key(Held::control));
    CHECK(chosen(stage, complaints).empty());
    CHECK_FALSE(key(Held::control));
    CHECK(key(Held::control_shift));
    CHECK(key(Held::control_shift));
    CHECK(chosen(stage, complaints) == "Done");
}

TEST_CASE("checklists: where nothing can be written all is told, and nothing can be changed") {
    Stage stage(Stage::With::own_inspection);
    to_list(stage, "Before leaving");
    choose(stage, complaints, "Not applicable");
    stage.press(Role::button, "Add a note: " + complaints);
    stage.type("Note", "Nobody asked.");
    stage.pass(1000);
    stage.reopen([](OpenInspection& open) { open.read_only = "A later version of Daybook wrote this."; });
    to_list(stage, "Before leaving");
    CHECK(stage.all(Role::radio).empty());
    CHECK(stage.all(Role::text_box).empty());
    CHECK(item_says(stage, complaints, "Not applicable"));
    CHECK(item_says(stage, complaints, "Nobody asked."));
    CHECK(item_says(stage, "How the report comes to be published", "Nothing said yet"));
    stage.press(Role::button, "Back");
    stage.press_with("Documents requested");
    CHECK(std::ranges::none_of(stage.all(Role::button),
                               [](const SemanticNode* one) { return one->name.contains("Start an entry"); }));
}

TEST_CASE("checklists: what another version or another framework says is shown as it is") {
    Stage stage(Stage::With::own_inspection);
    const InspectionId inspection = stage.engine.revisions().begin()->first;
    const ItemId known = check_id(inspection, "documents", "data");
    std::vector<Change> changes = edits::create_check(inspection, "documents", "data");
    changes.emplace_back(SetField{known, "state", std::string("lost in the post")});
    const ItemId stray = check_id(inspection, "moon", "tides");
    for (Change& change : edits::create_check(inspection, "moon", "tides")) changes.push_back(std::move(change));
    changes.emplace_back(SetField{stray, "state", std::string("done")});
    changes.emplace_back(Splice{stray, "note", {}, 0, 0, "High at noon."});
    say_from_elsewhere(stage, changes);
    to_list(stage, "Documents requested");
    CHECK(item_says(stage, data, "“lost in the post”: another version of Daybook said so."));
    CHECK(item_says(stage, data, "Imre Callow"));
    CHECK(chosen(stage, data).empty());
    CHECK(says(stage, "0 of 9 read, 1 said otherwise"));
    choose(stage, data, "Read");  // the history keeps both
    CHECK(says(stage, "1 of 9 read"));
    stage.press(Role::button, "Back");
    CHECK(stage.has(Role::heading, "Not in this framework"));
    CHECK(says(stage, "moon: tides"));
    CHECK(says(stage, "High at noon."));
}

TEST_CASE("checklists: a list is gone to by name, and come back to after the passcode") {
    Stage stage(Stage::With::own_inspection);
    CHECK(stage.app->press_key({.key = U'k', .held = Held::control}));
    stage.settle();
    stage.type("A place, an entry, or something to do", "checkl");
    stage.submit("A place, an entry, or something to do");
    CHECK(stage.has(Role::heading, "Checklists"));
    stage.press_with("Why selected");
    stage.app->lock();
    const auto kept = stage.place_kept();
    REQUIRE(kept);
    stage.reopen_at(kept->place);
    CHECK(stage.has(Role::heading, "Why selected"));
    stage.press(Role::button, "Back");
    CHECK(stage.has(Role::heading, "Checklists"));
}

TEST_CASE("checklists: every choice is large enough for a finger, on a phone with words of twice the size as well") {
    Stage stage(Stage::With::own_inspection, 390, 844);
    stage.surroundings.text_percent = 200;
    to_list(stage, "Documents requested");
    for (const Role role : {Role::radio, Role::button}) {
        for (const SemanticNode* one : stage.all(role)) {
            CAPTURE(one->name);
            CHECK(one->box.height >= 48);
            CHECK(one->box.width >= 48);
            CHECK(one->box.x >= 0);
            CHECK(one->box.x + one->box.width <= 390);
        }
    }
}

}  // namespace daybook::testing
