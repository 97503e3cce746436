#include "tests/app/stage.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <optional>

#include "app/widgets/excerpt.h"
#include "tests/app/pseudo.h"

namespace daybook::testing {
namespace {

/// What of an event is for the person to read.
void note_words(const Event& event, std::vector<std::string>& heard) {
    if (const auto* status = std::get_if<Status>(&event)) heard.push_back(status->words);
    if (const auto* refused = std::get_if<Refused>(&event)) heard.push_back(refused->words);
    if (const auto* failed = std::get_if<Failed>(&event)) heard.insert(heard.end(), {failed->what, failed->kept});
    if (const auto* tested = std::get_if<StorageTested>(&event)) heard.push_back(tested->words);
    if (const auto* found = std::get_if<SearchResults>(&event)) {
        heard.push_back(found->complaint);
        for (const SearchHit& hit : found->hits) heard.push_back(parse_excerpt(hit.excerpt).plain());
    }
    if (const auto* exported = std::get_if<Exported>(&event)) heard.push_back(exported->file_name);
    if (const auto* read = std::get_if<AttachmentRead>(&event)) heard.push_back(read->complaint);
    if (const auto* unlocked = std::get_if<Unlocked>(&event)) {
        heard.push_back(unlocked->author);
        for (const OpenInspection& one : unlocked->inspections) heard.push_back(one.read_only);
    }
}

}  // namespace

Stage::Stage(With with, float width, float height, Tongue tongue) : tongue_(tongue) {
    if (tongue == Tongue::pseudo) window.table = pseudo_table();
    surroundings.work = {0, 0, width, height};
    RandomSource random = [this](std::span<Byte> bytes) {
        std::ranges::fill(bytes, Byte{0});
        ++counter_;
        bytes[0] = static_cast<Byte>(counter_ & 0xFFU);
        bytes[1] = static_cast<Byte>(counter_ >> 8U);
        bytes.back() = 0x5A;
    };
    app = std::make_unique<App>(AppParts{window, [this] { return now; }, std::move(random)});
    window.client = app.get();
    app->prepare();
    say(Unlocked{DeviceId{}, "Ada Penn", {}});
    settle();
    window.gives_whole_sample = with == With::whole_sample;
    if (with == With::sample || with == With::whole_sample) press(Role::button, "Open the sample");
    if (with == With::own_inspection) {
        press(Role::button, "Create an inspection");
        type("Local authority", "Wexmoor");
        type("First day", "2015-09-14");
        type("Last day", "2015-09-18");
        type("Lead inspector", "Ada Penn");
        press(Role::button, "Create the inspection");
    }
    settle();
    take_sent();
}

void Stage::frame() {
    surroundings.text_percent = window.text_percent;
    surroundings.single_keys = window.single_keys;
    window.fields.begin_frame();
    window.album.shown.clear();
    backend.begin(surroundings.work.width, surroundings.work.height);
    app->frame(surroundings);
    backend.end();
    ++frames;
}

void Stage::let_engine_answer() {
    while (answered_ < window.sent.size()) {
        const Command command = window.sent[answered_++];
        for (const Event& event : engine.answer(command, now)) say(event);
    }
}

void Stage::draw_what_is_asked_for() {
    constexpr int most = 20;
    bool again = true;
    for (int count = 0; again && count < most; ++count) {
        const int asked = window.wakes;
        const SemanticId focused = window.fields.focused();
        frame();
        // A field that gets the focus has the platform draw once more.
        again = window.wakes != asked || window.fields.focused() != focused || NullBackend::wants_another();
    }
    CHECK_MESSAGE(!again, "the app asks for frames without end");
}

void Stage::expect_settled() {
    const std::vector<SemanticNode> nodes = window.mirrored.nodes();
    const std::vector<std::uint64_t> drawn = NullBackend::drawn();
    frame();
    CHECK_MESSAGE(nodes == window.mirrored.nodes(),
                  "what is told of the last frame that was asked for changes in the next");
    CHECK_MESSAGE(drawn == NullBackend::drawn(), "the last frame that was asked for is drawn otherwise in the next");
}

void Stage::settle() {
    draw_what_is_asked_for();
    while (engine_answers && answered_ < window.sent.size()) {
        let_engine_answer();
        draw_what_is_asked_for();
    }
    expect_settled();
}

void Stage::say(const Event& event) {
    note_words(event, heard);
    app->receive(encode(event));
}

Unlocked Stage::reopened(const std::function<void(OpenInspection&)>& changed) const {
    Unlocked unlocked{DeviceId{}, "Ada Penn", {}};
    for (const auto& [inspection, revisions] : engine.revisions()) {
        OpenInspection open{.inspection = inspection, .revisions = revisions};
        changed(open);
        unlocked.inspections.push_back(std::move(open));
    }
    return unlocked;
}

void Stage::lock_and_unlock(const Unlocked& unlocked) {
    say(Status{EngineState::locked, ""});
    settle();
    say(unlocked);
    settle();
    take_sent();
}

void Stage::reopen(const std::function<void(OpenInspection&)>& changed) {
    lock_and_unlock(reopened(changed));
}

void Stage::reopen_at(Bytes place) {
    let_engine_answer();
    window.fields.blur();
    Unlocked unlocked = reopened([](OpenInspection&) {});
    unlocked.place = std::move(place);
    lock_and_unlock(unlocked);
}

void Stage::reopen_on_one_copy() {
    let_engine_answer();
    Unlocked unlocked = reopened([](OpenInspection&) {});
    unlocked.copies = Copies::one;
    lock_and_unlock(unlocked);
}

std::vector<const SemanticNode*> Stage::all(Role role) const {
    std::vector<const SemanticNode*> found;
    for (const SemanticNode& one : window.mirrored.nodes()) {
        if (one.role == role) found.push_back(&one);
    }
    return found;
}

bool Stage::is_called(const SemanticNode& node, std::string_view name) const {
    return node.name == name || (tongue_ == Tongue::pseudo && node.name == pseudo(name));
}

bool Stage::has(Role role, std::string_view name) const {
    return std::ranges::any_of(all(role), [&](const SemanticNode* one) { return is_called(*one, name); });
}

const SemanticNode& Stage::node(Role role, std::string_view name) const {
    const SemanticNode* found = nullptr;
    std::string names;
    for (const SemanticNode* one : all(role)) {
        names += "\n  " + one->name;
        if (!is_called(*one, name)) continue;
        REQUIRE_MESSAGE(found == nullptr, "more than one is called ", name);
        found = one;
    }
    REQUIRE_MESSAGE(found != nullptr, "none is called ", name, " but:", names);
    return *found;
}

void Stage::press(SemanticId node) {
    app->activate(node);
    settle();
}

void Stage::press(Role role, std::string_view name) {
    press(node(role, name).id);
}

void Stage::press_with(std::string_view part) {
    const std::string in_pseudo = accented(part);
    for (const SemanticNode* one : all(Role::button)) {
        const bool found = one->name.contains(part) || (tongue_ == Tongue::pseudo && one->name.contains(in_pseudo));
        if (found) return press(one->id);
    }
    FAIL("no button's name contains " << part);
}

void Stage::tap(Role role, std::string_view name) {
    const Box box = node(role, name).box;
    const float x = box.x + box.width / 2;
    const float y = box.y + box.height / 2;
    drag(x, y, x, y);
}

void Stage::drag(float from_x, float from_y, float to_x, float to_y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(from_x, from_y);
    frame();
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    frame();
    io.AddMousePosEvent(to_x, to_y);
    frame();
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    frame();
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    settle();
}

void Stage::type(std::string_view label, std::string text) {
    heard.push_back(text);
    window.fields.type(node(Role::text_box, label).id, std::move(text));
    settle();
}

void Stage::choose(std::string_view label, std::string_view words) {
    const SemanticId field = node(Role::text_box, label).id;
    const auto shown =
        std::ranges::find(window.fields.shown(), field, [](const FakeFields::Shown& one) { return one.spec.id; });
    REQUIRE(shown != window.fields.shown().end());
    const std::size_t from = shown->value.find(words);
    REQUIRE(from != std::string::npos);
    window.fields.choose(field, {.start = from, .end = from + words.size()});
    settle();
}

void Stage::put_caret(std::string_view label, std::string_view before) {
    choose(label, before);
    const SemanticId field = node(Role::text_box, label).id;
    const std::size_t at = window.fields.caret(field)->start;
    window.fields.choose(field, {.start = at, .end = at});
    settle();
}

void Stage::submit(std::string_view label) {
    window.fields.submit(node(Role::text_box, label).id);
    settle();
}

void Stage::pass(std::int64_t milliseconds) {
    now.at.unix_ms += milliseconds;
    settle();
}

void Stage::resize(float width, float height) {
    surroundings.work = {0, 0, width, height};
    settle();
}

std::vector<Command> Stage::take_sent() {
    std::vector<Command> taken(window.sent.begin() + static_cast<std::ptrdiff_t>(taken_), window.sent.end());
    taken_ = window.sent.size();
    std::erase_if(taken, [](const Command& one) { return std::holds_alternative<KeepPlace>(one); });
    return taken;
}

std::optional<KeepPlace> Stage::place_kept() const {
    std::optional<KeepPlace> last;
    for (const Command& command : window.sent) {
        if (const auto* one = std::get_if<KeepPlace>(&command)) last = *one;
    }
    return last;
}

}  // namespace daybook::testing
