// Every screen as a picture. With DAYBOOK_PICTURES=FOLDER they are written there, to be looked at.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <set>

#include "app/widgets/typesetting.h"
#include "tests/app/painter.h"
#include "tests/app/stage.h"

namespace daybook::testing {
namespace {

/// Writes what the platform's fields would show, so that a picture is whole.
void draw_fields(const Stage& stage) {
    const Palette palette = palette_for(stage.surroundings);
    ImDrawList& lines = *ImGui::GetForegroundDrawList();
    ImFont* font = ImGui::GetIO().Fonts->Fonts[0];
    for (const FakeFields::Shown& shown : stage.window.fields.shown()) {
        const bool empty = shown.value.empty();
        const std::string& text = empty ? shown.placeholder : shown.value;
        const Box& box = shown.spec.box;
        const Box& clip = shown.spec.clip;
        const bool prose = shown.spec.kind == FieldKind::prose;
        const float em = shown.spec.font_size;
        const TextStyle style{font, em, std::round(em * 1.21F), std::round(em * 1.53F)};
        lines.PushClipRect(
            {std::max(box.x, clip.x), std::max(box.y, clip.y)},
            {std::min(box.x + box.width, clip.x + clip.width), std::min(box.y + box.height, clip.y + clip.height)});
        float y = prose ? box.y + 10 : box.y + (box.height - style.line) / 2;
        for (const std::string_view line : wrapped(style, text, box.width - 24)) {
            lines.AddText(font, style.size, {box.x + (prose ? 12.0F : 4.0F), y + 2},
                          to_imgui(empty ? palette.quiet : palette.ink), line.data(), line.data() + line.size());
            y += style.line;
            if (!prose) break;
        }
        lines.PopClipRect();
    }
}

Picture picture_of(Stage& stage, float density) {
    stage.window.fields.begin_frame();
    ImGui::GetIO().DisplayFramebufferScale = {density, density};
    for (int round = 0; round < 2; ++round) {
        stage.window.fields.begin_frame();
        stage.backend.begin(stage.surroundings.work.width, stage.surroundings.work.height);
        stage.app->frame(stage.surroundings);
        draw_fields(stage);
        stage.backend.end();
    }
    return paint(*ImGui::GetDrawData(), density);
}

struct Scene {
    std::string name;
    Stage::With with;
    std::function<void(Stage&)> go;
};

void open_entry(Stage& stage, std::string_view words) {
    for (const SemanticNode* one : stage.all(Role::button)) {
        if (one->name.contains(words)) return stage.press(one->id);
    }
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

constexpr DeviceFacts usual_tab{.cached = Known::yes,
                                .installed = Known::no,
                                .persistent = Known::no,
                                .authenticator = Known::yes,
                                .used_bytes = 41'000'000,
                                .quota_bytes = 2'000'000'000};

void to_row(Stage& stage, std::string_view row) {
    stage.press(Role::button, "More");
    for (const SemanticNode* one : stage.all(Role::button)) {
        if (one->name.starts_with(row)) return stage.press(one->id);
    }
}

void read_only(Stage& stage) {
    stage.reopen([](OpenInspection& open) {
        open.read_only = "A later version of Daybook wrote some of this. It is kept as it is and can be handed over.";
    });
}

std::vector<Scene> scenes() {
    const std::string key = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
    return {
        {"01-welcome", Stage::With::nothing, [](Stage&) {}},
        {"02-new-inspection", Stage::With::nothing,
         [](Stage& stage) {
             stage.press(Role::button, "Create an inspection");
             stage.type("Local authority", "Wexmoor");
             stage.type("First day", "14 September");
             stage.press(Role::button, "Create the inspection");
         }},
        {"03-today", Stage::With::sample, [](Stage&) {}},
        {"04-start-meeting", Stage::With::sample,
         [](Stage& stage) {
             stage.press(Role::button, "Start a meeting");
             stage.press(Role::toggle_button, "Chief Executive of the authority");
         }},
        {"05-meeting", Stage::With::sample, meeting},
        {"06-today-running", Stage::With::sample,
         [](Stage& stage) {
             meeting(stage);
             stage.press(Role::button, "Today");
         }},
        {"07-notebook", Stage::With::sample, [](Stage& stage) { stage.press(Role::button, "Notebook"); }},
        {"08-entry", Stage::With::sample,
         [](Stage& stage) {
             stage.press(Role::button, "Notebook");
             open_entry(stage, "redrawn");
         }},
        {"09-find", Stage::With::sample,
         [](Stage& stage) {
             stage.press(Role::button, "Notebook");
             open_entry(stage, "redrawn");
             const ItemId entry = stage.engine.entry_with("redrawn");
             stage.press(Role::button, "Find");
             stage.type("Words to find", "band");
             const auto search = stage.take_sent_of<Search>().back();
             const std::string excerpt =
                 "The grouping of schools into four \x02"
                 "bands\x03 was explained from a chart that "
                 "was redrawn in July. Two of the three officers described the third \x02"
                 "band\x03 differently.";
             stage.say(SearchResults{search.number, {{stage.engine.inspection_of(entry), entry, excerpt}}, ""});
             stage.settle();
         }},
        {"10-hand-over", Stage::With::own_inspection, [](Stage& stage) { stage.press(Role::button, "Hand over"); }},
        {"11-hand-over-ready", Stage::With::sample,
         [key](Stage& stage) {
             stage.press(Role::button, "Hand over");
             stage.type("Lead\u2019s key", key);
             stage.type("Office\u2019s recovery key", key);
             stage.press(Role::button, "Add these keys");
             stage.press(Role::button, "Prepare the bundle");
         }},
        {"12-more", Stage::With::sample, [](Stage& stage) { stage.press(Role::button, "More"); }},
        {"13-first-start", Stage::With::nothing, [](Stage& stage) { stage.say(Status{EngineState::first_start, ""}); }},
        {"14-unlock", Stage::With::nothing,
         [](Stage& stage) {
             stage.say(Status{EngineState::locked, ""});
             stage.settle();
             stage.say(Refused{0, 0, "That passcode does not open this notebook."});
         }},
        {"15-not-saved", Stage::With::sample,
         [](Stage& stage) {
             meeting(stage);
             stage.say(
                 Failed{"There is no room left on this device.", "Your words are kept in memory and are tried again."});
         }},
        {"16-readiness", Stage::With::sample,
         [](Stage& stage) {
             stage.app->learn(usual_tab);
             to_row(stage, "Before you leave");
         }},
        {"17-readiness-all-wrong", Stage::With::own_inspection,
         [](Stage& stage) {
             stage.app->learn({.cached = Known::no,
                               .installed = Known::no,
                               .cleared_when_unused = true,
                               .used_bytes = 960'000'000,
                               .quota_bytes = 1'000'000'000});
             stage.engine.storage_complaint = "What was read back is not what was written.";
             to_row(stage, "Before you leave");
         }},
        {"18-passcode", Stage::With::sample,
         [](Stage& stage) {
             to_row(stage, "Change the passcode");
             stage.press(Role::button, "Change it");
         }},
        {"19-locking", Stage::With::sample,
         [](Stage& stage) {
             stage.app->learn(usual_tab);
             to_row(stage, "Locking");
         }},
        {"24-text-size", Stage::With::sample, [](Stage& stage) { to_row(stage, "Text size"); }},
        {"20-erase", Stage::With::sample, [](Stage& stage) { to_row(stage, "Erase"); }},
        {"21-today-update", Stage::With::own_inspection,
         [](Stage& stage) {
             DeviceFacts facts = usual_tab;
             facts.update_ready = true;
             stage.app->learn(facts);
         }},
        {"22-read-only", Stage::With::sample,
         [](Stage& stage) {
             read_only(stage);
             stage.press(Role::button, "Notebook");
             open_entry(stage, "redrawn");
         }},
        {"23-more-read-only", Stage::With::sample,
         [](Stage& stage) {
             read_only(stage);
             stage.press(Role::button, "More");
         }},
    };
}

struct Size {
    std::string name;
    float width;
    float height;
};

}  // namespace

TEST_CASE("pictures: every screen has ink on paper, light and dark, on each size") {
    const char* folder = std::getenv("DAYBOOK_PICTURES");
    const char* only = std::getenv("DAYBOOK_PICTURE");
    const char* text_size = std::getenv("DAYBOOK_TEXT_SIZE");
    const std::vector<Size> sizes{
        {"landscape", 1024, 768}, {"portrait", 768, 1024}, {"phone", 390, 844}, {"keyboard", 390, 460}};
    for (const Size& size : sizes) {
        for (const bool dark : {false, true}) {
            // The dark ones differ in colours alone: without a folder to look at, the phone's are enough.
            if (dark && folder == nullptr && size.name != "phone") continue;
            for (const Scene& scene : scenes()) {
                const std::string name = scene.name + "-" + size.name + (dark ? "-dark" : "-light");
                if (only != nullptr && !name.contains(only)) continue;
                if (size.name == "keyboard" && !scene.name.contains("meeting")) continue;
                CAPTURE(name);
                Stage stage(scene.with, size.width, size.height);
                stage.surroundings.dark = dark;
                stage.surroundings.keyboard = size.name == "keyboard";
                if (text_size != nullptr) stage.window.text_percent = std::atoi(text_size);
                scene.go(stage);
                stage.settle();
                const Picture picture = picture_of(stage, folder == nullptr ? 0.5F : 1.0F);
                std::set<std::array<std::uint8_t, 3>> colours;
                for (std::size_t at = 0; at + 2 < picture.rgb.size(); at += 3) {
                    colours.insert({picture.rgb[at], picture.rgb[at + 1], picture.rgb[at + 2]});
                }
                CHECK(colours.size() > 20);
                const Palette palette = palette_for(stage.surroundings);
                CHECK(colours.contains({palette.paper.red, palette.paper.green, palette.paper.blue}));
                if (folder != nullptr) write_ppm(picture, std::string(folder) + "/" + name + ".ppm");
            }
        }
    }
}

}  // namespace daybook::testing
