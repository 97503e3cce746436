// The scripts of the native end-to-end tests, and the tree that they look at.
#include <doctest/doctest.h>

#include "platform/native/script.h"

using namespace daybook;

namespace {

SemanticNode node(SemanticId id, SemanticId parent, Role role, std::string_view name) {
    SemanticNode made;
    made.id = id;
    made.parent = parent;
    made.role = role;
    made.name = name;
    return made;
}

}  // namespace

TEST_CASE("script: a line is a deed with its words, and quotes keep words together") {
    const auto steps = parse_script(
        "# a comment\n\n"
        "press button \"Use these words\"\n"
        "type \"What was said\" \"Two words\"   # said loudly\n"
        "wait-for status Saved*\n"
        "idle 1.5\n"
        "say ready\n"
        "quit");
    REQUIRE(steps.has_value());
    REQUIRE(steps->size() == 6);
    CHECK((*steps)[0].deed == ScriptStep::Deed::press);
    CHECK((*steps)[0].role == Role::button);
    CHECK((*steps)[0].name == "Use these words");
    CHECK((*steps)[1].role == Role::text_box);
    CHECK((*steps)[1].text == "Two words");
    CHECK((*steps)[2].name == "Saved*");
    CHECK((*steps)[3].time == std::chrono::milliseconds(1500));
    CHECK((*steps)[4].deed == ScriptStep::Deed::say);
    CHECK((*steps)[5].deed == ScriptStep::Deed::quit);
}

TEST_CASE("script: a line that means nothing is named") {
    for (const char* line : {"dance", "press knob Start", "press button", "idle soon", "idle -1", "quit now"}) {
        CAPTURE(line);
        const auto steps = parse_script(line);
        REQUIRE_FALSE(steps.has_value());
        CHECK(steps.error().what.find(line) != std::string::npos);
    }
}

TEST_CASE("mirror: nodes are found by role and name, and printed as they nest") {
    NativeMirror mirror;
    const SemanticNode main = node(1, 0, Role::main, "");
    SemanticNode heading = node(2, 1, Role::heading, "To\"day");
    heading.level = 1;
    SemanticNode chip = node(3, 1, Role::toggle_button, "Saved 10:42");
    chip.pressed = true;
    const std::vector<SemanticNode> nodes{main, heading, chip};
    mirror.show(nodes);
    CHECK(mirror.find(Role::toggle_button, "Saved*")->id == 3);
    CHECK(mirror.find(Role::toggle_button, "Saved") == nullptr);
    CHECK(mirror.find(Role::button, "Saved*") == nullptr);
    CHECK(mirror.text() ==
          "main \"\"\n  heading \"To\\\"day\" level=1\n  toggle_button \"Saved 10:42\" pressed=true\n");
    for (int number = 0; number <= static_cast<int>(Role::image); ++number) {
        CHECK(role_named(role_name(static_cast<Role>(number))) == static_cast<Role>(number));
    }
}
