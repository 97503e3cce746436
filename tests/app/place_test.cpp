// Where somebody was: kept sealed by the engine, and come back to after the passcode.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/whereabouts.h"
#include "tests/app/steps.h"

namespace daybook::testing {
namespace {

SemanticId words_of(const Stage& stage) {
    return stage.node(Role::text_box, "What was said").id;
}

CaretPlace caret_shown(const Stage& stage) {
    const auto& shown = stage.window.fields.shown();
    REQUIRE(shown.size() == 1);
    return shown[0].spec.begins_at;
}

Whereabouts example() {
    Whereabouts place;
    place.inspection.bytes.fill(1);
    Spot entry{.place = Place::entry};
    entry.activity.bytes.fill(2);
    entry.entry.bytes.fill(3);
    place.way = {Spot{Place::today}, entry};
    place.caret = {.at = {.start = 7, .end = 9, .scroll = 120.5F}, .typing = true};
    place.panels = {{4'000'000'000U, 33.1F}};
    place.query = "Évidence";
    return place;
}

/// What the first version did not have is in it as well.
Whereabouts example_of_today() {
    Whereabouts place = example();
    place.criteria.want(Filter::day, "2015-09-14");
    place.criteria.want(Filter::flag, std::string(entry_flags::follow_up));
    UnsavedForm contact{.form = "contact", .fields = {{"name", "Mira Holt"}, {"note", "After\nfour."}}};
    contact.inspection.bytes.fill(1);
    contact.of.bytes.fill(4);
    place.forms = {contact, {.form = "days", .fields = {{"report", ""}}}};
    return place;
}

}  // namespace

TEST_CASE("place: who comes back after the passcode is in the same entry, with the caret where it was") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Two schools were named.");
    const CaretPlace left{.start = 4, .end = 11, .scroll = 20};
    stage.window.fields.put_caret(words_of(stage), left);
    lock_and_unlock(stage);
    CHECK(stage.has(Role::text_box, "What was said"));
    CHECK(stage.window.fields.focused() == words_of(stage));
    CHECK(caret_shown(stage) == left);
    stage.press(Role::button, "Back");
    CHECK(stage.has(Role::heading, "Today"));
}

TEST_CASE("place: who was not typing does not find the caret in a field after the passcode") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Two schools were named.");
    stage.leave_field();
    stage.settle();
    lock_and_unlock(stage);
    CHECK(stage.has(Role::text_box, "What was said"));
    CHECK(stage.window.fields.focused() == 0);
}

TEST_CASE("place: the place goes with the words, and a caret that moves is not told") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Two schools");
    stage.pass(300);
    const auto kept = stage.place_kept();
    REQUIRE(kept);
    CHECK(kept->when == KeepPlace::When::with_the_next);
    const std::size_t sent = stage.window.sent.size();
    stage.window.fields.put_caret(words_of(stage), {.start = 3, .end = 3});
    stage.settle();
    CHECK(stage.window.sent.size() == sent);
}

TEST_CASE("place: a page that is hidden tells where one is at once, and no second time") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Two schools");
    stage.app->flush();
    const auto kept = stage.place_kept();
    REQUIRE(kept);
    const std::size_t sent = stage.window.sent.size();
    stage.app->flush();
    CHECK(stage.window.sent.size() == sent);
    stage.window.fields.put_caret(words_of(stage), {.start = 3, .end = 3});
    stage.app->flush();
    REQUIRE(stage.window.sent.size() == sent + 1);
    CHECK(stage.place_kept()->when == KeepPlace::When::now);
}

TEST_CASE("place: as soon as another inspection is opened, it is that one to which one comes back") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "More");
    stage.press(Role::button, "Open the sample");
    REQUIRE(stage.has(Role::button, "Create your own inspection"));
    const auto kept = stage.place_kept();
    REQUIRE(kept);
    stage.reopen_at(kept->place);
    CHECK(stage.has(Role::button, "Create your own inspection"));
}

TEST_CASE("place: each entry has a caret of its own, which is there when one comes back to it") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Two schools were named.");
    stage.pass(300);
    const CaretPlace left{.start = 3, .end = 3, .scroll = 5};
    stage.window.fields.put_caret(words_of(stage), left);
    stage.press(Role::button, "Back");
    stage.press(Role::button, "Go on writing");
    CHECK(caret_shown(stage) == left);
}

TEST_CASE("place: who locks on Find comes back to Find, with the same words looked for") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "Find");
    stage.type("Words to find", "adviser");
    lock_and_unlock(stage);
    CHECK(stage.has(Role::heading, "Find"));
    REQUIRE(stage.window.fields.shown().size() == 1);
    CHECK(stage.window.fields.shown()[0].value == "adviser");
}

TEST_CASE("place: a screen that asks for a passcode is not come back to, but the one that led there is") {
    Stage stage(Stage::With::own_inspection);
    stage.press(Role::button, "More");
    stage.press_with("Change the passcode");
    lock_and_unlock(stage);
    CHECK(stage.has(Role::heading, "More"));
}

TEST_CASE("place: of an inspection that is no more, one comes to Today") {
    Stage stage(Stage::With::own_inspection);
    stage.reopen_at(encode(example()));
    CHECK(stage.has(Role::heading, "Today"));
}

TEST_CASE("place: an entry that was retired or never there leads to Today") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Two schools were named.");
    stage.pass(300);
    SUBCASE("retired") {
        stage.press_with("Retire");
        lock_and_unlock(stage);
    }
    SUBCASE("never there") {
        auto place = decode_whereabouts(stage.place_kept()->place);
        REQUIRE(place);
        place->way.back().entry.bytes.fill(9);
        place->way.back().activity.bytes.fill(9);
        stage.reopen_at(encode(*place));
    }
    CHECK(stage.has(Role::heading, "Today"));
}

TEST_CASE("place: what is kept reads back as it was") {
    const Whereabouts place = example_of_today();
    const auto read = decode_whereabouts(encode(place));
    REQUIRE(read);
    CHECK(*read == place);
}

TEST_CASE("place: a sample of each stored form is read for ever, and the last is what is written today") {
    const auto first = decode_whereabouts(asset_file(DAYBOOK_TEST_DATA "/place/v1/place.cbor"));
    REQUIRE(first);
    CHECK(*first == example());
    const Bytes stored = asset_file(DAYBOOK_TEST_DATA "/place/v2/place.cbor");
    const auto second = decode_whereabouts(stored);
    REQUIRE(second);
    CHECK(*second == example_of_today());
    CHECK(encode(example_of_today()) == stored);
}

TEST_CASE("place: who locks on Find comes back to Find, with the same filters on") {
    Stage stage(Stage::With::sample);
    stage.press(Role::button, "Find");
    stage.press(Role::button, "Filters");
    for (const SemanticNode* chip : stage.all(Role::toggle_button)) {
        if (!chip->name.starts_with("Weakness")) continue;
        stage.press(chip->id);
        break;
    }
    REQUIRE(stage.has(Role::toggle_button, "Take off: Weakness"));
    lock_and_unlock(stage);
    CHECK(stage.has(Role::heading, "Find"));
    CHECK(stage.has(Role::toggle_button, "Take off: Weakness"));
}

TEST_CASE("place: bytes that are cut short, changed or foreign are refused, and the notebook opens at Today") {
    const Bytes whole = encode(example_of_today());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CHECK_FALSE(decode_whereabouts(ByteView(whole).first(size)));
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
        Bytes changed = whole;
        changed[at] ^= Byte{0x80};
        static_cast<void>(decode_whereabouts(changed));
    }
    Stage stage(Stage::With::own_inspection);
    stage.reopen_at(Bytes(300, Byte{0x9F}));
    CHECK(stage.has(Role::heading, "Today"));
}

TEST_CASE("place: a caret beyond the end of the words stands at the end or before, and loses none of them") {
    Stage stage(Stage::With::own_inspection);
    start_meeting(stage);
    stage.type("What was said", "Two schools");
    stage.pass(300);
    auto place = decode_whereabouts(stage.place_kept()->place);
    REQUIRE(place);
    place->caret = {.at = {.start = 1'000'000, .end = 2'000'000, .scroll = 1e7F}, .typing = true};
    stage.reopen_at(encode(*place));
    REQUIRE(stage.window.fields.shown().size() == 1);
    CHECK(stage.window.fields.shown()[0].value == "Two schools");
}

TEST_CASE("scrolls: a panel is where it was left, apart for each thing that it shows") {
    Scrolls scrolls;
    ItemId one;
    one.bytes.fill(1);
    ItemId other;
    other.bytes.fill(2);
    scrolls.subject = one;
    CHECK_FALSE(scrolls.wanted(7));
    scrolls.note(7, 40);
    scrolls.subject = other;
    CHECK(scrolls.wanted(7) == 0);
    scrolls.note(7, 12);
    scrolls.subject = one;
    CHECK(scrolls.wanted(7) == 40);
    CHECK_FALSE(scrolls.wanted(7));
    scrolls.come_back({{7, 99}});
    CHECK(scrolls.wanted(7) == 99);
}

}  // namespace daybook::testing
