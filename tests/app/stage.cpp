#include "tests/app/stage.h"

#include <doctest/doctest.h>
#include <imgui_internal.h>

#include <algorithm>
#include <bit>
#include <fstream>
#include <iterator>
#include <optional>

#include "app/widgets/excerpt.h"
#include "tests/app/pseudo.h"

namespace daybook::testing {

void FakeFields::begin_frame() {
    std::erase_if(carets_, [this](const auto& one) {
        return std::ranges::none_of(shown_, [&](const Shown& field) { return field.spec.id == one.first; });
    });
    std::erase_if(chosen_, [this](const auto& one) { return !carets_.contains(one.first); });
    shown_.clear();
}

void FakeFields::choose(SemanticId field, ChosenWords words) {
    carets_[field] = {.start = words.start, .end = words.end};
    const ChosenWords before = chosen_[field];
    const auto shown = std::ranges::find(shown_, field, [](const Shown& one) { return one.spec.id; });
    const bool follows = shown != shown_.end() && shown->spec.follows_caret;
    if (follows || words.start != words.end || before.start != before.end) chosen_[field] = words;
    focused_ = field;
}

FieldState FakeFields::show(const FieldSpec& spec, std::string& value) {
    carets_.try_emplace(spec.id, spec.begins_at);
    FieldState state;
    if (spec.follows_caret) chosen_[spec.id] = {.start = carets_[spec.id].start, .end = carets_[spec.id].end};
    state.chosen = chosen_[spec.id];
    if (const auto typed = typed_.find(spec.id); typed != typed_.end()) {
        value = typed->second;
        typed_.erase(typed);
        state.changed = true;
    }
    state.focused = focused_ == spec.id;
    state.submitted = submitted_ == spec.id;
    if (state.submitted) submitted_ = 0;
    shown_.push_back({spec,
                      std::string(spec.label),
                      std::string(spec.error),
                      std::string(spec.placeholder),
                      std::string(spec.description),
                      value,
                      {spec.margin.notes.begin(), spec.margin.notes.end()}});
    return state;
}

void FakeFields::insert(SemanticId field, std::size_t at, std::string_view text) {
    const auto found = std::ranges::find(shown_, field, [](const Shown& one) { return one.spec.id; });
    REQUIRE(found != shown_.end());
    REQUIRE(at <= found->value.size());
    type(field, std::string(found->value).insert(at, text));
    put_caret(field, {.start = at + text.size(), .end = at + text.size()});
}

void FakeWindow::send(ByteView command) {
    auto read = decode_command(command);
    REQUIRE(read);
    sent.push_back(std::move(*read));
}

void FakeWindow::save_file(std::string_view name, std::string_view, ByteView content) {
    saved_files[std::string(name)] = Bytes(content.begin(), content.end());
}

Bytes asset_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Result<Bytes> FakeWindow::asset(std::string_view path) {
    if (path == "words.json" && !table.empty()) return table;
    if (path == "sample/sample.json" && !gives_whole_sample) return asset_file(DAYBOOK_TEST_DATA "/sample/small.json");
    const std::string name(path);
    const std::string fonts = "fonts/";
    Bytes bytes = name.starts_with(fonts) ? asset_file(DAYBOOK_FONTS "/" + name.substr(fonts.size()))
                                          : asset_file(DAYBOOK_ASSETS "/" + name);
    if (bytes.empty()) return fail(Errc::not_found, "There is no " + name + ".");
    return bytes;
}

NullBackend::NullBackend() {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

NullBackend::~NullBackend() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext();
}

void NullBackend::begin(float width, float height) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {width, height};
    io.DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
}

void NullBackend::end() {
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

bool NullBackend::wants_another() {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    return !context.InputEventsQueue.empty() || std::ranges::any_of(context.Windows, [](const ImGuiWindow* window) {
        return window->Active && window->ScrollTarget.y < FLT_MAX;
    });
}

std::vector<std::uint64_t> NullBackend::drawn() {
    std::vector<std::uint64_t> drawn;
    for (const ImDrawList* list : ImGui::GetDrawData()->CmdLists) {
        for (const ImDrawVert& one : list->VtxBuffer) {
            const auto x = std::bit_cast<std::uint32_t>(one.pos.x);
            const auto y = std::bit_cast<std::uint32_t>(one.pos.y);
            drawn.push_back(std::uint64_t{x} << 32U | y);
            drawn.push_back(one.col);
        }
    }
    return drawn;
}

/// Words that are marked as they are typed: their version is known here alone.
std::vector<Change> PlainEngine::with_versions(const Edit& edit) const {
    std::vector<Change> changes = edit.changes;
    for (Change& change : changes) {
        auto* field = std::get_if<SetField>(&change);
        if (field == nullptr || field->field != words::anchor) continue;
        auto anchor = decode_anchor(std::get<Bytes>(field->value));
        REQUIRE(anchor);
        if (edit.after != 0) anchor->version = made_.at(edit.after);
        field->value = encode(*anchor);
    }
    return changes;
}

Event PlainEngine::append(std::uint64_t number, InspectionId inspection, const std::vector<Change>& changes,
                          LocalTime now) {
    Appended appended{.number = number, .inspection = inspection, .revisions = {}};
    for (const Change& change : changes) {
        Revision revision;
        revision.inspection = inspection;
        revision.device.bytes[0] = 1;
        revision.seq = ++next_seq_[inspection];
        revision.stamp = {now.at.unix_ms + stamp_++, 0, revision.device};
        revision.author = "Ada Penn";
        revision.written_at = now;
        revision.change = change;
        if (const auto* splice = std::get_if<Splice>(&change)) {
            made_[number] = revision.ref();
            words_[splice->item] += splice->inserted;
        }
        if (const auto item = item_of(change)) of_[*item] = inspection;
        appended.revisions.push_back(encode(revision));
        revisions_[inspection].push_back(appended.revisions.back());
    }
    return appended;
}

ItemId PlainEngine::entry_with(std::string_view words) const {
    for (const auto& [item, text] : words_) {
        if (text.contains(words)) return item;
    }
    return {};
}

std::vector<Event> PlainEngine::answer_about_keys(const Command& command) {
    if (const auto* change = std::get_if<ChangePasscode>(&command)) {
        if (change->old_passcode != passcode) {
            return {
                Refused{0, static_cast<std::uint8_t>(Errc::wrong_key), "That passcode does not open this notebook."}};
        }
        passcode = change->new_passcode;
        return {PasscodeChanged{}};
    }
    if (const auto* times = std::get_if<SetLockTimes>(&command)) return {LockTimesChanged{times->times}};
    if (std::holds_alternative<SetQuickUnlock>(command)) return {QuickUnlockChanged{true}};
    if (std::holds_alternative<RemoveQuickUnlock>(command)) return {QuickUnlockChanged{false}};
    if (const auto* erase = std::get_if<EraseInspection>(&command)) {
        revisions_.erase(erase->inspection);
        return {Erased{erase->inspection}};
    }
    if (std::holds_alternative<TestStorage>(command)) {
        return {StorageTested{storage_complaint.empty(), storage_complaint}};
    }
    return {};
}

std::vector<Event> PlainEngine::answer(const Command& command, LocalTime now) {
    std::vector<Event> events = answer_about_keys(command);
    const auto durable = [&](std::uint64_t number) { events.emplace_back(Durable{number, now}); };
    if (const auto* create = std::get_if<CreateInspection>(&command)) {
        const ItemId root = Notebook::root(create->inspection);
        std::vector<Change> changes{Create{root, std::string(words::inspection)},
                                    SetField{root, std::string(words::pack), create->pack}};
        changes.insert(changes.end(), create->changes.begin(), create->changes.end());
        events.push_back(append(create->number, create->inspection, changes, now));
        durable(create->number);
    } else if (const auto* edit = std::get_if<Edit>(&command)) {
        events.push_back(append(edit->number, edit->inspection, with_versions(*edit), now));
        durable(edit->number);
    } else if (const auto* text = std::get_if<EditText>(&command)) {
        Splice splice = text->splice;
        if (text->after != 0) splice.bases = {made_.at(text->after)};
        events.push_back(append(text->number, text->inspection, {splice}, now));
        durable(text->number);
    } else if (const auto* added = std::get_if<AddAttachment>(&command)) {
        Attachment attachment;
        attachment.id = added->attachment;
        attachment.of = added->item;
        attachment.media_type = added->media_type;
        attachment.size = added->content.size();
        files_[added->attachment] = added->content;
        events.push_back(append(added->number, added->inspection, edits::add_attachment(attachment), now));
        durable(added->number);
    } else if (const auto* read = std::get_if<ReadAttachment>(&command)) {
        const auto file = files_.find(read->attachment);
        const bool is_there = file != files_.end() && file_complaint.empty();
        events.emplace_back(AttachmentRead{read->inspection, read->attachment, "image/jpeg",
                                           is_there ? file->second : Bytes(), is_there ? "" : file_complaint});
    } else if (const auto* wanted = std::get_if<Export>(&command)) {
        events.emplace_back(
            Exported{wanted->inspection, "daybook-01020304-01000000-001.age", Bytes(41'300, 7), 96, 9, 1});
    } else if (std::holds_alternative<Lock>(command)) {
        events.emplace_back(Status{EngineState::locked, ""});
    }
    return events;
}

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
