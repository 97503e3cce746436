// The widgets look as they did when somebody looked at them last: ./dev gallery shows them, ./dev gallery --accept
// keeps what is shown. With DAYBOOK_GALLERY=FOLDER the sheets are written there, and nothing is compared.
#include "tests/app/gallery.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "tests/app/png.h"

namespace daybook::testing {
namespace {

const std::string kept_in = DAYBOOK_TEST_DATA "/../pictures";
const std::string differences_in = "gallery-differences";  // below where the test runs

/// Of twice the usual size only half of the pixels are kept: they show where things are.
float kept_density(const GalleryLook& look) {
    return look.surroundings.text_percent == 200 ? 0.5F : 1.0F;
}

void show_difference(const Picture& kept, const Picture& now, const std::string& name) {
    std::filesystem::create_directories(differences_in);
    write_png(now, differences_in + "/" + name + ".png");
    write_png(difference_shown(kept, now), differences_in + "/" + name + "-differences.png");
}

void check_look(const GalleryLook& look) {
    CAPTURE(look.name);
    if (const char* folder = std::getenv("DAYBOOK_GALLERY")) {
        const char* density = std::getenv("DAYBOOK_GALLERY_DENSITY");
        const Picture shown = gallery(look, density == nullptr ? kept_density(look) : std::strtof(density, nullptr));
        write_png(shown, std::string(folder) + "/" + look.name + ".png");
        return;
    }
    const Picture now = gallery(look, kept_density(look));
    const std::optional<Picture> kept = read_png(kept_in + "/" + look.name + ".png");
    REQUIRE_MESSAGE(kept, "there is no picture to compare with; ./dev gallery --accept makes it");
    const Difference difference = compare(*kept, now);
    if (difference.is_none()) return;
    show_difference(*kept, now, look.name);
    FAIL_CHECK("the widgets look different in ", difference.pixels, " of ", difference.of, " pixels; see ",
               std::filesystem::absolute(differences_in).string(), ". If it is meant: ./dev gallery --accept");
}

}  // namespace

TEST_CASE("gallery: every widget in every state looks as it did, in each theme, at 80, 100 and 200 percent") {
    for (const GalleryLook& look : gallery_looks()) check_look(look);
}

TEST_CASE("gallery: no widget is left out") {
    std::set<std::string> shown;
    for (const Specimen& specimen : specimens()) shown.insert(specimen.widget);
    // What others are made of, and draws nothing of its own.
    const std::set<std::string> parts{"anchor", "block_heights", "content", "drawing",     "frame",
                                      "layout", "reach",         "scrolls", "typesetting", "ui"};
    for (const auto& file : std::filesystem::directory_iterator(DAYBOOK_TEST_DATA "/../../app/widgets")) {
        const std::string name = file.path().stem().string();
        if (file.path().extension() == ".h" && !parts.contains(name)) CHECK_MESSAGE(shown.contains(name), name);
    }
}

TEST_CASE("gallery: a picture that is written is read back as it was, and another one is told from it") {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "daybook-gallery-test";
    std::filesystem::create_directories(folder);
    const std::string path = (folder / "one.png").string();
    Picture picture{40, 30, {}};
    for (int at = 0; at < 40 * 30 * 3; ++at) picture.rgb.push_back(static_cast<std::uint8_t>(at * at / 3));
    write_png(picture, path);
    const auto again = read_png(path);
    REQUIRE(again);
    CHECK(again->rgb == picture.rgb);
    CHECK(compare(picture, *again).is_none());

    Picture other = picture;
    other.rgb[300] = static_cast<std::uint8_t>(other.rgb[300] + 100);
    CHECK(compare(picture, other).pixels == 1);
    CHECK_FALSE(compare(picture, other).is_none());
    other.rgb[300] = static_cast<std::uint8_t>(picture.rgb[300] ^ 3U);
    CHECK(compare(picture, other).is_none());
    other.rgb.resize(other.rgb.size() - 40 * 3);
    other.height = 29;
    CHECK_FALSE(compare(picture, other).is_none());

    CHECK_FALSE(read_png((folder / "none.png").string()));
    std::filesystem::resize_file(path, 60);
    CHECK_FALSE(read_png(path));
    std::filesystem::remove_all(folder);
}

}  // namespace daybook::testing
