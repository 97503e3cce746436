#include "tests/app/gallery.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <set>
#include <stdexcept>

#include "app/widgets/typesetting.h"
#include "app/words/words.h"
#include "tests/app/field_words.h"
#include "tests/app/stage.h"

namespace daybook::testing {
namespace {

constexpr float margin = 12;

enum class State { rest, held, focused };

/// A form of a widget, in its states from left to right.
struct Strip {
    std::string widget;
    std::vector<Picture> pictures;

    [[nodiscard]] int width() const {
        int all = 0;
        for (const Picture& picture : pictures) all += picture.width;
        return all;
    }
};

/// One look of the app, with all that a widget needs to be drawn.
class Showcase {
public:
    Showcase(const Surroundings& surroundings, float density)
        : density_(density),
          regular_(asset_file(DAYBOOK_FONTS "/Inter-Regular.otf")),
          semibold_(asset_file(DAYBOOK_FONTS "/Inter-SemiBold.otf")) {
        theme_.fonts = load_fonts(regular_, semibold_, {});
        theme_.palette = palette_for(surroundings);
        theme_.scale = scale_for(surroundings);
        ImGui::GetIO().MouseDragThreshold = Theme::slop;
    }

    Picture show(const Specimen& specimen, State state, std::string_view label) {
        attention_ = {};
        frame(specimen, label);
        frame(specimen, label);  // now it is known how high it is, and where what can be pressed
        const SemanticNode* target = pressable();
        if (state == State::focused && target != nullptr) attention_.focused = target->id;
        if (state == State::held && target != nullptr) press(target->box);
        for (int round = 0; round < 3; ++round) frame(specimen, label);
        const Picture picture = paint(*ImGui::GetDrawData(), density_);
        if (state == State::held) let_go(specimen, label);
        return picture;
    }

    [[nodiscard]] Colour paper() const { return theme_.palette.paper; }
    [[nodiscard]] float scale() const { return theme_.scale; }

private:
    [[nodiscard]] const SemanticNode* pressable() const {
        const auto found = std::ranges::find_if(nodes_, &SemanticNode::actionable);
        return found == nodes_.end() ? nullptr : &*found;
    }

    static void press(const Box& box) {
        ImGui::GetIO().AddMousePosEvent(box.x + box.width / 2, box.y + box.height / 2);
        ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    }

    void let_go(const Specimen& specimen, std::string_view label) {
        ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, false);
        for (int round = 0; round < 2; ++round) frame(specimen, label);
    }

    void frame(const Specimen& specimen, std::string_view label) {
        apply_to_imgui(theme_);
        fields_.begin_frame();
        semantics_.clear();
        backend_.begin(size_.x, size_.y);
        Ui ui{theme_, semantics_, fields_, attention_, heights_, words_, scrolls_};
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(size_);
        ImGui::Begin("Gallery", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings);
        const float wide = specimen.width > 0 ? theme_.scaled(specimen.width) : 2000;
        ui.layout.open_column(margin, margin, wide);
        {
            const Scope scope(specimen.widget + specimen.form);
            const Part part(ui, "specimen", Role::group);
            specimen.show(ui);
        }
        const float bottom = ui.layout.close_column();
        const TextStyle caption = theme_.caption();
        draw_line(caption, margin, bottom + 6, theme_.palette.quiet, label);
        ImGui::End();
        draw_field_words(fields_, theme_.palette);
        backend_.end();
        const Box around = semantics_.nodes().front().box;
        const float shown = specimen.width > 0 ? wide : around.x + around.width - margin;
        size_ = {std::ceil(std::max(shown, text_width(caption, label))) + 2 * margin,
                 std::ceil(bottom + 6 + caption.line + margin)};
        nodes_.assign(semantics_.nodes().begin(), semantics_.nodes().end());
    }

    NullBackend backend_;
    float density_;
    Bytes regular_;
    Bytes semibold_;
    Theme theme_;
    Words words_;
    FakeFields fields_;
    Semantics semantics_;
    Attention attention_;
    BlockHeights heights_;
    Scrolls scrolls_;
    std::vector<SemanticNode> nodes_;
    ImVec2 size_{1200, 800};
};

std::vector<Strip> strips_of(Showcase& showcase) {
    std::vector<Strip> strips;
    for (const Specimen& specimen : specimens()) {
        Strip strip{.widget = specimen.widget, .pictures = {}};
        strip.pictures.push_back(showcase.show(specimen, State::rest, specimen.form));
        if (specimen.pressable == Pressable::yes) {
            strip.pictures.push_back(showcase.show(specimen, State::held, "held"));
            strip.pictures.push_back(showcase.show(specimen, State::focused, "focused"));
        }
        strips.push_back(std::move(strip));
    }
    return strips;
}

void put(Picture& sheet, const Picture& cell, int left, int top) {
    if (left + cell.width > sheet.width) throw std::runtime_error("a specimen is wider than the gallery");
    for (int y = 0; y < cell.height; ++y) {
        const auto from = static_cast<std::ptrdiff_t>(y) * cell.width * 3;
        const auto to = (static_cast<std::ptrdiff_t>(top + y) * sheet.width + left) * 3;
        std::copy_n(cell.rgb.begin() + from, cell.width * 3, sheet.rgb.begin() + to);
    }
}

Picture paper_of(int width, int height, Colour colour) {
    Picture sheet{width, height, {}};
    sheet.rgb.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    for (int pixel = 0; pixel < width * height; ++pixel) {
        sheet.rgb.insert(sheet.rgb.end(), {colour.red, colour.green, colour.blue});
    }
    return sheet;
}

}  // namespace

std::vector<GalleryLook> gallery_looks() {
    std::vector<GalleryLook> looks;
    Surroundings light;
    Surroundings dark;
    dark.dark = true;
    Surroundings contrast;
    contrast.more_contrast = true;
    Surroundings forced;
    forced.forced = SystemColours{0x202020, 0xFFFFFF, 0x75E9FC, 0xFFFFFF, 0x8EE3F0};  // Windows' "Aquatic"
    for (const int percent : {80, 100, 200}) {
        for (const auto& [name, surroundings] :
             {std::pair{"light", light}, std::pair{"dark", dark}, std::pair{"contrast", contrast}}) {
            looks.push_back({std::string(name) + "-" + std::to_string(percent), surroundings});
            looks.back().surroundings.text_percent = percent;
        }
    }
    looks.push_back({"forced-100", forced});
    contrast.dark = true;
    looks.push_back({"dark-contrast-100", contrast});
    return looks;
}

Picture gallery(const GalleryLook& look, float density) {
    Showcase showcase(look.surroundings, density);
    const std::vector<Strip> strips = strips_of(showcase);
    const int width = static_cast<int>(std::lround(1300 * std::max(showcase.scale(), 0.9F) * density));
    struct Placed {
        const Picture* picture;
        int x, y;
    };
    std::vector<Placed> placed;
    int x = 0;
    int y = 0;
    int high = 0;
    const auto new_line = [&] {
        y += high;
        x = high = 0;
    };
    for (std::size_t index = 0; index < strips.size(); ++index) {
        const Strip& strip = strips[index];
        const bool other_widget = index > 0 && strip.widget != strips[index - 1].widget;
        if (other_widget || x + strip.width() > width) new_line();
        for (const Picture& picture : strip.pictures) {
            if (x > 0 && x + picture.width > width) new_line();
            placed.push_back({&picture, x, y});
            x += picture.width;
            high = std::max(high, picture.height);
        }
    }
    Picture sheet = paper_of(width, y + high, showcase.paper());
    for (const Placed& one : placed) put(sheet, *one.picture, one.x, one.y);
    return sheet;
}

Difference compare(const Picture& one, const Picture& other) {
    Difference difference;
    difference.of = static_cast<std::size_t>(one.width) * static_cast<std::size_t>(one.height);
    difference.same_size = one.width == other.width && one.height == other.height;
    if (!difference.same_size) return difference;
    for (std::size_t at = 0; at + 2 < one.rgb.size(); at += 3) {
        int most = 0;
        for (std::size_t part = at; part < at + 3; ++part)
            most = std::max(most, std::abs(one.rgb[part] - other.rgb[part]));
        if (most > Difference::slight) ++difference.pixels;
    }
    return difference;
}

Picture difference_shown(const Picture& one, const Picture& other) {
    Picture shown = other;
    if (one.rgb.size() != other.rgb.size()) return shown;
    for (std::size_t at = 0; at + 2 < one.rgb.size(); at += 3) {
        int most = 0;
        for (std::size_t part = at; part < at + 3; ++part)
            most = std::max(most, std::abs(one.rgb[part] - other.rgb[part]));
        const bool differs = most > Difference::slight;
        for (std::size_t part = at; part < at + 3; ++part) {
            const int red = part == at ? 255 : 0;
            const int pale = (other.rgb[part] + 2 * 255) / 3;
            shown.rgb[part] = static_cast<std::uint8_t>(differs ? red : pale);
        }
    }
    return shown;
}

}  // namespace daybook::testing
