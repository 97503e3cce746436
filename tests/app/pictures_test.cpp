// Every screen as a picture. With DAYBOOK_PICTURES=FOLDER they are written there, to be looked at.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>

#include "tests/app/field_words.h"
#include "tests/app/painter.h"
#include "tests/app/scenes.h"

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
