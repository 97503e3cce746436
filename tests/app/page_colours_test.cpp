// The page's own words and editors have the colours of the canvas: the style sheet is read, and compared.
#include <doctest/doctest.h>

#include <array>
#include <format>
#include <map>
#include <string>

#include "app/theme.h"
#include "core/base/bytes.h"
#include "tests/app/stage.h"

namespace daybook::testing {
namespace {

using Colours = std::map<std::string, std::string>;

std::string source(const std::string& path) {
    const Bytes bytes = asset_file(DAYBOOK_ASSETS "/../" + path);
    REQUIRE_FALSE(bytes.empty());
    return std::string(as_text(bytes));
}

/// The custom properties of the `:root` that follows `before`.
Colours root_after(const std::string& css, const std::string& before) {
    const std::size_t block = css.find(":root {", before.empty() ? 0 : css.find(before));
    REQUIRE(block != std::string::npos);
    const std::string inside = css.substr(block, css.find('}', block) - block);
    Colours colours;
    for (std::size_t at = inside.find("--"); at != std::string::npos; at = inside.find("--", at + 1)) {
        const std::size_t colon = inside.find(':', at);
        const std::size_t end = inside.find(';', at);
        colours[inside.substr(at + 2, colon - at - 2)] = inside.substr(colon + 2, end - colon - 2);
    }
    return colours;
}

std::string hex(Colour colour) {
    return std::format("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue);
}

Colours named(const Palette& palette) {
    return {{"paper", hex(palette.paper)},
            {"surface", hex(palette.surface)},
            {"ink", hex(palette.ink)},
            {"quiet", hex(palette.quiet)},
            {"line", hex(palette.line)},
            {"edge", hex(palette.edge)},
            {"accent", hex(palette.accent)},
            {"on-accent", hex(palette.on_accent)},
            {"accent-soft", hex(palette.accent_soft)},
            {"danger", hex(palette.danger)},
            {"focus", hex(palette.focus)}};
}

}  // namespace

TEST_CASE("page colours: the style sheet has the theme's, in each of its four looks") {
    const std::string css = source("web/src/page.css");
    const Surroundings light{};
    const Surroundings dark{.work = {}, .dark = true};
    const Surroundings light_high{.work = {}, .more_contrast = true};
    const Surroundings dark_high{.work = {}, .dark = true, .more_contrast = true};
    CHECK(root_after(css, "") == named(palette_for(light)));
    CHECK(root_after(css, "@media (prefers-color-scheme: dark)") == named(palette_for(dark)));
    CHECK(root_after(css, "@media (prefers-contrast: more)") == named(palette_for(light_high)));
    CHECK(root_after(css, "@media (prefers-contrast: more) and (prefers-color-scheme: dark)") ==
          named(palette_for(dark_high)));
}

TEST_CASE("page colours: where they are forced, the style sheet uses the names that the canvas is painted with") {
    const Colours forced = root_after(source("web/src/page.css"), "@media (forced-colors: active)");
    CHECK(forced.at("paper") == "Canvas");
    CHECK(forced.at("ink") == "CanvasText");
    CHECK(forced.at("accent") == "LinkText");
    CHECK(forced.at("edge") == "ButtonText");
    CHECK(forced.at("focus") == "Highlight");
    CHECK(forced.size() == named({}).size());
}

TEST_CASE("page colours: the browser's frame and the installed window are paper, too") {
    const std::string html = source("web/index.html");
    const std::string light = hex(palette_for({}).paper);
    const std::string dark = hex(palette_for({.work = {}, .dark = true}).paper);
    CHECK(html.contains("media=\"(prefers-color-scheme: light)\" content=\"" + light + "\""));
    CHECK(html.contains("media=\"(prefers-color-scheme: dark)\" content=\"" + dark + "\""));
    const std::string config = source("web/vite.config.ts");
    CHECK(config.contains("background_color: '" + light + "'"));
    CHECK(config.contains("theme_color: '" + light + "'"));
}

TEST_CASE("page colours: no colour is written anywhere else in the page's styles") {
    for (const std::string path : {"web/src/boot.css", "web/src/mirror.css"}) {
        CAPTURE(path);
        CHECK_FALSE(source(path).contains('#'));
        CHECK_FALSE(source(path).contains("rgb("));
    }
}

}  // namespace daybook::testing
