// Every screen as a picture. With DAYBOOK_PICTURES=FOLDER they are written there, to be looked at.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "tests/app/field_words.h"
#include "tests/app/painter.h"
#include "tests/app/png.h"
#include "tests/app/scenes/scenes.h"

namespace daybook::testing {
namespace {

Picture picture_of(Stage& stage, float density) {
    stage.window.fields.begin_frame();
    ImGui::GetIO().DisplayFramebufferScale = {density, density};
    for (int round = 0; round < 2; ++round) {
        stage.window.fields.begin_frame();
        stage.backend.begin(stage.surroundings.work.width, stage.surroundings.work.height);
        stage.app->frame(stage.surroundings);
        draw_field_words(stage.window.fields, palette_for(stage.surroundings));
        stage.backend.end();
    }
    return paint(*ImGui::GetDrawData(), density);
}

struct Size {
    std::string name;
    float width;
    float height;
};

struct ScreenLook {
    std::string name;
    bool dark = false;
    bool more_contrast = false;
};

const std::vector<Size> sizes{{"large", 1366, 1024},
                              {"landscape", 1024, 768},
                              {"portrait", 768, 1024},
                              {"phone", 390, 844},
                              {"keyboard", 390, 460}};
const std::vector<ScreenLook> looks{{"light"}, {"dark", true}, {"contrast", false, true}};

/// What is asked for from outside: nothing, and every screen is drawn small, and looked at by nobody.
struct Wanted {
    const char* folder = std::getenv("DAYBOOK_PICTURES");
    const char* only = std::getenv("DAYBOOK_PICTURE");
    const char* text_size = std::getenv("DAYBOOK_TEXT_SIZE");

    [[nodiscard]] bool wants(const Scene& scene, const Size& size, const ScreenLook& look) const {
        // Looks differ in colours alone: without a folder to look at, the phone's are enough, and the largest is no
        // other.
        if (folder == nullptr && (size.name == "large" || (look.name != "light" && size.name != "phone"))) return false;
        if (size.name == "keyboard" && !scene.name.contains("meeting")) return false;
        return only == nullptr || name_of(scene, size, look).contains(only);
    }
    static std::string name_of(const Scene& scene, const Size& size, const ScreenLook& look) {
        return scene.name + "-" + size.name + "-" + look.name;
    }
};

void check_screen(const Wanted& wanted, const Scene& scene, const Size& size, const ScreenLook& look) {
    const std::string name = Wanted::name_of(scene, size, look);
    CAPTURE(name);
    // Before a keyboard takes its room, as somebody comes there.
    constexpr float without_keyboard = 844;
    const bool keyboard = size.name == "keyboard";
    Stage stage(scene.with, size.width, keyboard ? without_keyboard : size.height);
    stage.surroundings.dark = look.dark;
    stage.surroundings.more_contrast = look.more_contrast;
    if (wanted.text_size != nullptr) stage.window.text_percent = std::atoi(wanted.text_size);
    scene.go(stage);
    stage.surroundings.keyboard = keyboard;
    stage.resize(size.width, size.height);
    stage.settle();
    const Picture picture = picture_of(stage, wanted.folder == nullptr ? 0.5F : 1.0F);
    std::set<std::array<std::uint8_t, 3>> colours;
    for (std::size_t at = 0; at + 2 < picture.rgb.size(); at += 3)
        colours.insert({picture.rgb[at], picture.rgb[at + 1], picture.rgb[at + 2]});
    CHECK(colours.size() > 20);
    const Palette palette = palette_for(stage.surroundings);
    CHECK(colours.contains({palette.paper.red, palette.paper.green, palette.paper.blue}));
    if (wanted.folder == nullptr) return;
    const std::string percent = wanted.text_size == nullptr ? "" : "-" + std::string(wanted.text_size);
    write_png(picture, std::string(wanted.folder) + "/" + name + percent + ".png");
}

}  // namespace

TEST_CASE("pictures: every screen has ink on paper, light, dark and with more contrast, on each size") {
    const Wanted wanted;
    for (const Size& size : sizes) {
        for (const ScreenLook& look : looks) {
            for (const Scene& scene : scenes()) {
                if (wanted.wants(scene, size, look)) check_screen(wanted, scene, size, look);
            }
        }
    }
}

}  // namespace daybook::testing
