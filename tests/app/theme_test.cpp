#include "app/theme.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace daybook {
namespace {

struct Named {
    std::string name;
    Palette palette;
};

/// As Windows has them: "Aquatic", "Desert", and one whose colours nobody can tell apart.
constexpr SystemColours aquatic{0x202020, 0xFFFFFF, 0x75E9FC, 0xFFFFFF, 0x8EE3F0};
constexpr SystemColours desert{0xFFFAEF, 0x3D3D3D, 0x1C5E75, 0x202020, 0x903909};
constexpr SystemColours unhelpful{0x000000, 0xFFFFFF, 0x101010, 0x202020, 0x000000};

Palette forced(const SystemColours& system) {
    Surroundings surroundings;
    surroundings.forced = system;
    return palette_for(surroundings);
}

std::array<Named, 7> palettes() {
    return {{{"forced: aquatic", forced(aquatic)},
             {"forced: desert", forced(desert)},
             {"forced: unhelpful", forced(unhelpful)},
             {"light", palette_for({})},
             {"dark", palette_for({.work = {}, .dark = true})},
             {"light, high contrast", palette_for({.work = {}, .more_contrast = true})},
             {"dark, high contrast", palette_for({.work = {}, .dark = true, .more_contrast = true})}}};
}

}  // namespace

TEST_CASE("theme: contrast is what WCAG says it is") {
    CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21.0));
    CHECK(contrast(rgb(0x777777), rgb(0xFFFFFF)) == doctest::Approx(4.48).epsilon(0.01));
    CHECK(contrast(rgb(0x123456), rgb(0x123456)) == doctest::Approx(1.0));
}

TEST_CASE("theme: words stand out from everything that they stand on by 4.5 to 1") {
    for (const auto& [name, palette] : palettes()) {
        CAPTURE(name);
        for (const Colour ground : {palette.paper, palette.surface}) {
            for (const Colour words :
                 {palette.ink, palette.quiet, palette.accent, palette.danger, palette.strength, palette.weakness}) {
                CHECK(contrast(words, ground) >= 4.5);
            }
        }
        CHECK(contrast(palette.on_accent, palette.accent) >= 4.5);
        CHECK(contrast(palette.on_danger, palette.danger) >= 4.5);
        for (const Colour words : {palette.ink, palette.quiet, palette.accent, palette.strength, palette.weakness}) {
            CHECK(contrast(words, palette.accent_soft) >= 4.5);
        }
        CHECK(contrast(palette.ink, palette.danger_soft) >= 4.5);
        CHECK(contrast(palette.danger, palette.danger_soft) >= 4.5);
    }
}

TEST_CASE("theme: edges of controls, the focus ring and the marks stand out by 3 to 1") {
    for (const auto& [name, palette] : palettes()) {
        CAPTURE(name);
        for (const Colour ground : {palette.paper, palette.surface}) {
            CHECK(contrast(palette.edge, ground) >= 3.0);
            CHECK(contrast(palette.focus, ground) >= 3.0);
            CHECK(contrast(palette.accent, ground) >= 3.0);
        }
    }
}

TEST_CASE("theme: high contrast is higher") {
    const Palette usual = palette_for({});
    const Palette high = palette_for({.work = {}, .more_contrast = true});
    CHECK(contrast(high.ink, high.paper) > contrast(usual.ink, usual.paper));
    CHECK(contrast(high.quiet, high.paper) > contrast(usual.quiet, usual.paper));
    CHECK(contrast(high.edge, high.paper) > contrast(usual.edge, usual.paper));
}

TEST_CASE("theme: where the system forces its colours, no other is shown") {
    const Palette palette = forced(desert);
    CHECK(palette.paper == rgb(desert.canvas));
    CHECK(palette.ink == rgb(desert.canvas_text));
    CHECK(palette.accent == rgb(desert.link_text));
    CHECK(palette.edge == rgb(desert.button_text));
    CHECK(palette.focus == rgb(desert.highlight));
    for (const Colour colour : {palette.quiet, palette.danger, palette.strength, palette.weakness, palette.line}) {
        CHECK(colour == palette.ink);
    }
    for (const Colour colour : {palette.surface, palette.accent_soft, palette.danger_soft, palette.on_accent}) {
        CHECK(colour == palette.paper);
    }
}

TEST_CASE("theme: a mixture lies between its colours") {
    CHECK(mixed(rgb(0x000000), rgb(0xFFFFFF), 0) == rgb(0x000000));
    CHECK(mixed(rgb(0x000000), rgb(0xFFFFFF), 1) == rgb(0xFFFFFF));
    CHECK(mixed(rgb(0x002040), rgb(0x004080), 0.5F) == rgb(0x003060));
}

}  // namespace daybook
