#include "app/theme.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace daybook {
namespace {

constexpr Palette light{
    .paper = rgb(0xF6F2EA),
    .surface = rgb(0xFFFDF9),
    .ink = rgb(0x1F2328),
    .quiet = rgb(0x585E67),
    .line = rgb(0xE0D9CC),
    .edge = rgb(0x857D70),
    .accent = rgb(0x1D5B79),
    .on_accent = rgb(0xFFFFFF),
    .accent_soft = rgb(0xDBE9EF),
    .danger = rgb(0xA12622),
    .on_danger = rgb(0xFFFFFF),
    .danger_soft = rgb(0xF9E5E1),
    .strength = rgb(0x2B6B3F),
    .weakness = rgb(0x97460F),
    .focus = rgb(0x1D5B79),
};

constexpr Palette dark{
    .paper = rgb(0x14171A),
    .surface = rgb(0x1E2226),
    .ink = rgb(0xECE9E3),
    .quiet = rgb(0xABB0B8),
    .line = rgb(0x32373D),
    .edge = rgb(0x7E858E),
    .accent = rgb(0x86C3DE),
    .on_accent = rgb(0x0B2632),
    .accent_soft = rgb(0x20394A),
    .danger = rgb(0xF3A29B),
    .on_danger = rgb(0x3B0D0A),
    .danger_soft = rgb(0x43221F),
    .strength = rgb(0x8FCB9F),
    .weakness = rgb(0xE9AE7C),
    .focus = rgb(0x86C3DE),
};

constexpr Palette light_high_contrast{
    .paper = rgb(0xFFFFFF),
    .surface = rgb(0xFFFFFF),
    .ink = rgb(0x000000),
    .quiet = rgb(0x2B2B2B),
    .line = rgb(0x6A6A6A),
    .edge = rgb(0x000000),
    .accent = rgb(0x003B66),
    .on_accent = rgb(0xFFFFFF),
    .accent_soft = rgb(0xD7E8F5),
    .danger = rgb(0x8A0000),
    .on_danger = rgb(0xFFFFFF),
    .danger_soft = rgb(0xFFE7E4),
    .strength = rgb(0x004D1A),
    .weakness = rgb(0x6B2A00),
    .focus = rgb(0x003B66),
};

constexpr Palette dark_high_contrast{
    .paper = rgb(0x000000),
    .surface = rgb(0x000000),
    .ink = rgb(0xFFFFFF),
    .quiet = rgb(0xDADADA),
    .line = rgb(0x9A9A9A),
    .edge = rgb(0xFFFFFF),
    .accent = rgb(0x9ADBFF),
    .on_accent = rgb(0x000000),
    .accent_soft = rgb(0x0B3349),
    .danger = rgb(0xFFB3AB),
    .on_danger = rgb(0x000000),
    .danger_soft = rgb(0x4A0A06),
    .strength = rgb(0xA8F0BB),
    .weakness = rgb(0xFFCB9A),
    .focus = rgb(0xFFE066),
};

/// Of the system's few colours. State is never colour alone, so that marks and alarms may look like words. A system may
/// have chosen badly: what would not stand out is written as words are.
Palette forced_palette(const SystemColours& system) {
    const Colour paper = rgb(system.canvas);
    const Colour ink = rgb(system.canvas_text);
    const auto standing_out = [&](std::uint32_t colour, double least) {
        return contrast(rgb(colour), paper) >= least ? rgb(colour) : ink;
    };
    const Colour accent = standing_out(system.link_text, 4.5);
    return {
        .paper = paper,
        .surface = paper,
        .ink = ink,
        .quiet = ink,
        .line = ink,
        .edge = standing_out(system.button_text, 3),
        .accent = accent,
        .on_accent = paper,
        .accent_soft = paper,
        .danger = ink,
        .on_danger = paper,
        .danger_soft = paper,
        .strength = ink,
        .weakness = ink,
        .focus = standing_out(system.highlight, 3),
    };
}

double luminance(Colour colour) {
    const auto channel = [](std::uint8_t value) {
        const double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(colour.red) + 0.7152 * channel(colour.green) + 0.0722 * channel(colour.blue);
}

// Dear ImGui measures a font from ascent to descent; Inter's are 1.21 of the em that CSS measures.
constexpr float inter_height = 1.21F;

// As the page's style sheet has them.
constexpr int weight_of_regular = 400;
constexpr int weight_of_semibold = 600;

TextStyle styled(const Fonts& fonts, int weight, float em, float line, float scale) {
    // Dear ImGui rasterises whole sizes only; one between two would be drawn from pixels that are stretched.
    const float size = std::round(em * inter_height * scale);
    return {.font = weight == weight_of_regular ? fonts.regular : fonts.semibold,
            .em = size / inter_height,
            .size = size,
            .line = std::round(line * scale),
            .weight = weight,
            .foreign = fonts.foreign};
}

/// `fallbacks` are asked in their order for what the file lacks.
ImFont* load_font(ByteView file, std::span<const Bytes> fallbacks) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    if (file.empty()) return atlas.AddFontDefault();
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    const auto add = [&](ByteView one) {
        // Dear ImGui takes a mutable pointer but writes only to fonts that it owns.
        return atlas.AddFontFromMemoryTTF(const_cast<Byte*>(one.data()), static_cast<int>(one.size()),
                                          17 * inter_height, &config);
    };
    ImFont* font = add(file);
    config.MergeMode = true;
    config.DstFont = font;
    for (const Bytes& fallback : fallbacks) add(fallback);
    return font;
}

ImVec4 to_imgui(Colour colour) {
    return ImGui::ColorConvertU32ToFloat4(IM_COL32(colour.red, colour.green, colour.blue, 255));
}

}  // namespace

double contrast(Colour one, Colour other) {
    const double brighter = std::max(luminance(one), luminance(other));
    const double darker = std::min(luminance(one), luminance(other));
    return (brighter + 0.05) / (darker + 0.05);
}

Colour mixed(Colour under, Colour over, float share) {
    const auto channel = [share](std::uint8_t below, std::uint8_t above) {
        return static_cast<std::uint8_t>(
            std::lround(static_cast<float>(below) * (1 - share) + static_cast<float>(above) * share));
    };
    return {channel(under.red, over.red), channel(under.green, over.green), channel(under.blue, over.blue)};
}

Palette palette_for(const Surroundings& surroundings) {
    if (surroundings.forced) return forced_palette(*surroundings.forced);
    if (surroundings.more_contrast) return surroundings.dark ? dark_high_contrast : light_high_contrast;
    return surroundings.dark ? dark : light;
}

float scale_for(const Surroundings& surroundings) {
    return static_cast<float>(std::clamp(surroundings.text_percent, 80, 200)) / 100;
}

Fonts load_fonts(ByteView regular, ByteView semibold, std::span<const Bytes> fallbacks) {
    Fonts fonts;
    fonts.regular = load_font(regular, fallbacks);
    fonts.semibold = semibold.empty() ? fonts.regular : load_font(semibold, fallbacks);
    return fonts;
}

float Theme::scaled(float points) const {
    return std::round(points * scale);
}

float Theme::height_for(std::size_t lines, float usual) const {
    constexpr float usual_line = 22;
    return std::max(usual - usual_line + static_cast<float>(lines) * label().line, target);
}

TextStyle Theme::caption() const {
    return styled(fonts, weight_of_regular, 14, 20, scale);
}
TextStyle Theme::caption_strong() const {
    return styled(fonts, weight_of_semibold, 14, 20, scale);
}
TextStyle Theme::label() const {
    return styled(fonts, weight_of_semibold, 16, 22, scale);
}
TextStyle Theme::body() const {
    return styled(fonts, weight_of_regular, 17, 26, scale);
}
TextStyle Theme::editor() const {
    // Below 16 CSS pixels iOS zooms the page when a field gets the focus; half a one is for what rounding takes.
    constexpr float least = 16.5F;
    return styled(fonts, weight_of_regular, 17, 26, std::max(scale, least / 17));
}
TextStyle Theme::strong() const {
    return styled(fonts, weight_of_semibold, 17, 24, scale);
}
TextStyle Theme::subtitle() const {
    return styled(fonts, weight_of_semibold, 19, 28, scale);
}
TextStyle Theme::title() const {
    return styled(fonts, weight_of_semibold, 28, 36, scale);
}

void apply_to_imgui(const Theme& theme) {
    ImGuiStyle& style = ImGui::GetStyle();
    // Our words say their own size. Dear ImGui scrolls by five lines of this at once, and never by more than two thirds
    // of what it scrolls: a small size lets a finger move even a low panel as far as it went.
    style.FontSizeBase = 16;
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.FrameBorderSize = 0;
    style.FramePadding = {12, 12};
    style.ItemSpacing = {0, 0};
    style.ItemInnerSpacing = {8, 8};
    style.WindowMinSize = {1, 1};
    style.WindowRounding = 0;
    style.ChildRounding = 0;
    style.FrameRounding = Theme::radius;
    style.ScrollbarSize = 10;
    style.ScrollbarRounding = 5;

    const Palette& palette = theme.palette;
    auto& colours = style.Colors;
    colours[ImGuiCol_Text] = to_imgui(palette.ink);
    colours[ImGuiCol_TextDisabled] = to_imgui(palette.quiet);
    colours[ImGuiCol_WindowBg] = to_imgui(palette.paper);
    colours[ImGuiCol_ChildBg] = {0, 0, 0, 0};
    colours[ImGuiCol_FrameBg] = to_imgui(palette.surface);
    colours[ImGuiCol_FrameBgHovered] = to_imgui(palette.surface);
    colours[ImGuiCol_FrameBgActive] = to_imgui(palette.surface);
    colours[ImGuiCol_TextSelectedBg] = to_imgui(palette.accent_soft);
    colours[ImGuiCol_ScrollbarBg] = {0, 0, 0, 0};
    colours[ImGuiCol_ScrollbarGrab] = to_imgui(palette.line);
    colours[ImGuiCol_ScrollbarGrabHovered] = to_imgui(palette.edge);
    colours[ImGuiCol_ScrollbarGrabActive] = to_imgui(palette.edge);
    colours[ImGuiCol_NavCursor] = {0, 0, 0, 0};  // our own ring is drawn instead
}

}  // namespace daybook
